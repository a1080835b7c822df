// Expression × world → value, by structure: each part is evaluated, then put together. What the facts
// of the world say about the whole is added afterwards, in `refined`.
import type { BuiltinName } from '../builtins/builtins.ts';
import { builtins } from '../builtins/builtins.ts';
import type { ArithmeticOperator, CohortExpression, Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import {
  EVERYTHING,
  addRanges,
  contains,
  divideRanges,
  intersect,
  multiplyRanges,
  negateRange,
  point,
  pointOf,
  roundRange,
  subtractRanges,
} from '../types/range.ts';
import { isSingle } from '../types/enclosure.ts';
import { isRanking } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { aggregateValue, rankValue } from './aggregates.ts';
import { canBeZero, rangeOfForm } from './bounds.ts';
import { letValue } from './lets.ts';
import { ownOperand, viewOf } from './members.ts';
import { extremeOfRanked } from './ranked.ts';
import { valueOfRows } from './rows.ts';
import { gradeValue, partsValue, scoreValue } from './scores.ts';
import { compareTruth, logicTruth, memberTruth, not } from './truth.ts';
import type { World } from './world.ts';
import { DEAF, NO_FACTS, memoryOf, quietly } from './world.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** The value from the parts of the expression alone. */
export function unrefinedValue(expression: Expression, world: World): Value {
  const { session } = world;
  switch (expression.kind) {
    case 'constant':
      return expression.value;
    case 'input':
      session.listener.read(expression.name);
      return session.environment.input(expression.name);
    case 'option':
      return session.environment.option(expression.name);
    case 'let':
      return letValue(expression, world);
    case 'each':
      if (world.each === undefined) throw new Error('`each` stands outside an aggregate');
      return world.each;
    case 'standing':
      if (expression.value === undefined) throw new Error('`standing` has not been filled in');
      return numeric(expression, expression.value);
    case 'score':
      return scoreValue(expression.path, world);
    case 'grade':
      return gradeValue(world);
    case 'parts':
      return partsValue(expression, world);
    case 'field':
      return fieldOf(session.value(expression.of, world), expression.field);
    case 'entry':
      return entryOf(session.value(expression.of, world), expression.index);
    case 'negate':
      return numeric(expression, negateRange(rangeIn(expression.operand, world)));
    case 'not':
      return not(session.truth(expression.operand, world));
    case 'arithmetic':
      return arithmetic(expression, world);
    case 'compare':
      return compareTruth(expression, world);
    case 'logic':
      return logicTruth(expression, world);
    case 'member':
      return memberTruth(expression, world);
    case 'call': {
      const values = expression.arguments.map((argument) => session.value(argument, world));
      tellProblems(expression, values, world);
      if (isRanking(expression.type))
        return extremeOfRanked(extremeNamed(expression.builtin), values, [], expression.type);
      return builtins[expression.builtin].apply(values);
    }
    case 'aggregate':
      return aggregateValue(expression, world);
    case 'rank':
      return rankValue(expression, world);
    case 'own':
      return ownOperand(expression.operand, world);
    case 'cohort':
      return cohortValue(expression, world);
    case 'round': {
      const range = rangeIn(expression.operand, world);
      const figure = pointOf(range);
      return numeric(
        expression,
        figure ? point(round(figure, expression.rounding)) : roundRange(range, expression.rounding),
      );
    }
    case 'list':
      return {
        kind: 'list',
        entries: expression.entries.map((entry) => session.value(entry, world)),
        further: undefined,
      };
    case 'record': {
      const fields = [...expression.fields].map(
        ([name, field]) => [name, session.value(field, world)] as const,
      );
      return { kind: 'record', fields: new Map(fields) };
    }
    case 'decision':
    case 'tiers':
      return valueOfRows(expression, world);
    default:
      return expression satisfies never;
  }
}

/** The value as narrow as the facts of the world and the ties between its parts allow. */
export function refinedValue(expression: Expression, world: World): Value {
  if (world.session.listener !== DEAF || isSimple(expression)) return refine(expression, world);
  const { values } = memoryOf(world);
  let value = values.get(expression);
  if (value === undefined) {
    value = refine(expression, world);
    values.set(expression, value);
  }
  return value;
}

function extremeNamed(builtin: BuiltinName): 'min' | 'max' {
  if (builtin === 'min' || builtin === 'max') return builtin;
  throw new Error(`“${builtin}” does not give a ranked word`);
}

function isSimple({ kind }: Expression): boolean {
  return (
    kind === 'constant' ||
    kind === 'input' ||
    kind === 'option' ||
    kind === 'let' ||
    kind === 'each'
  );
}

function refine(expression: Expression, world: World): Value {
  const value = unrefinedValue(expression, world);
  switch (value.kind) {
    case 'number':
    case 'date': {
      if (isSingle(value.range)) return value;
      if (world.facts === NO_FACTS && expression.kind !== 'arithmetic') return value;
      const bounds = quietly(world.session, () =>
        rangeOfForm(world.session.atoms().formOf(expression), world),
      );
      const range = intersect(value.range, bounds);
      return range === undefined ? value : { kind: value.kind, range };
    }
    case 'boolean': {
      if (value.canBeTrue !== value.canBeFalse || world.facts.truths.size === 0) return value;
      const known = world.facts.truths.get(world.session.atoms().structureOf(expression));
      return known === undefined
        ? value
        : { kind: 'boolean', canBeTrue: known, canBeFalse: !known };
    }
    case 'enumeration': {
      if (value.possible.size <= 1 || world.facts.choices.size === 0) return value;
      const choices = world.facts.choices.get(world.session.atoms().structureOf(expression));
      if (choices === undefined) return value;
      const possible = new Set([...value.possible].filter((choice) => choices.has(choice)));
      return possible.size === 0 ? value : { kind: 'enumeration', possible };
    }
    default:
      return value;
  }
}

function numeric(expression: Expression, range: Range): Value {
  return { kind: expression.type.kind === 'date' ? 'date' : 'number', range };
}

function rangeIn(expression: Expression, world: World): Range {
  const value = world.session.value(expression, world);
  if (value.kind !== 'number' && value.kind !== 'date')
    throw new Error('a number was expected here');
  return value.range;
}

// Departments have no value that a rule could use but their number.
function cohortValue({ of }: CohortExpression, world: World): Value {
  const { others, further } = viewOf(world.outer ?? world);
  const entry: Value = { kind: 'record', fields: new Map() };
  const entries = others.map(() => entry);
  return {
    kind: 'list',
    entries: of === 'all' ? [entry, ...entries] : entries,
    further: further && entry,
  };
}

function fieldOf(record: Value, field: string): Value {
  const value = record.kind === 'record' ? record.fields.get(field) : undefined;
  if (value === undefined) throw new Error(`there is no field “${field}” here`);
  return value;
}

function entryOf(list: Value, index: number): Value {
  if (list.kind !== 'list') throw new Error('an entry was asked for of something that is no list');
  const value = list.entries[index - 1] ?? list.further;
  if (value === undefined) throw new Error(`the list has no entry ${index}`);
  return value;
}

function arithmetic(expression: Extract<Expression, { kind: 'arithmetic' }>, world: World): Value {
  const left = rangeIn(expression.left, world);
  const right = rangeIn(expression.right, world);
  const [a, b] = [pointOf(left), pointOf(right)];
  if (expression.operator === '/')
    return numeric(expression, quotient(expression, left, right, world));
  if (a && b) return numeric(expression, point(exactly(expression.operator, a, b)));
  switch (expression.operator) {
    case '+':
      return numeric(expression, addRanges(left, right));
    case '-':
      return numeric(expression, subtractRanges(left, right));
    case '*':
      return numeric(expression, multiplyRanges(left, right));
    default:
      return expression.operator satisfies never;
  }
}

// What the first argument of a root, or the base of a power or a growth, must not be.
function tellProblems(call: Call, values: readonly Value[], world: World): void {
  const base = values[call.builtin === 'growth' ? 1 : 0];
  if (base?.kind !== 'number') return;
  const { listener } = world.session;
  const { low } = base.range;
  const sign = low && Q.signOf(low.value);
  switch (call.builtin) {
    case 'root':
      if (sign === undefined || sign < 0)
        listener.problem({ kind: 'root-of-negative', expression: call });
      return;
    case 'growth':
      if (sign === undefined || sign < 0 || (sign === 0 && low?.open === false))
        listener.problem({ kind: 'growth-base', expression: call });
      return;
    case 'power': {
      const exponent = values[1]?.kind === 'number' ? pointOf(values[1].range) : undefined;
      const divides = exponent !== undefined && Q.signOf(exponent) < 0;
      if (divides && contains(base.range, Q.ZERO))
        listener.problem({ kind: 'division-by-zero', expression: call, divisor: base.range });
      return;
    }
    default:
      return;
  }
}

function exactly(
  operator: Exclude<ArithmeticOperator, '/'>,
  a: Q.Rational,
  b: Q.Rational,
): Q.Rational {
  switch (operator) {
    case '+':
      return Q.add(a, b);
    case '-':
      return Q.subtract(a, b);
    case '*':
      return Q.multiply(a, b);
    default:
      return operator satisfies never;
  }
}

function quotient(
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  left: Range,
  right: Range,
  world: World,
): Range {
  const { session } = world;
  const [a, b] = [pointOf(left), pointOf(right)];
  if (a && b && Q.signOf(b) !== 0) return point(Q.divide(a, b));
  const divisor = () => session.atoms().formOf(expression.right);
  if (contains(right, Q.ZERO) && (b || quietly(session, () => canBeZero(divisor(), world))))
    session.listener.problem({ kind: 'division-by-zero', expression, divisor: right });
  return divideRanges(left, right) ?? EVERYTHING;
}
