// Expressions as JavaScript over exact fractions, read as they are: what a rule does not reach is not
// worked out, so that a division behind a guard stays behind it.
import type { ComparisonOperator, Expression } from '../../model/expression.ts';
import { constantOf } from '../../model/expression.ts';
import { placeKey } from '../../model/score-uses.ts';
import { ONE, equal } from '../../number/rational.ts';
import type { Type } from '../../types/type.ts';
import { isRanking } from '../../types/type.ts';
import type { Value } from '../../types/value.ts';
import { pointOf } from '../../types/range.ts';
import { isIdentifier, partListKey } from '../plan/names.ts';
import { aggregateText, rankText } from './exact-aggregate.ts';
import { callText } from './exact-call.ts';
import { argumentText, questionText, rowLines } from './exact-rows.ts';
import { indent } from './lines.ts';
import type { Writer } from './writer.ts';

/** What the names of an expression mean where it stands. */
export interface Scope {
  readonly writer: Writer;
  /** The entry that an aggregate is looking at. */
  readonly each: string | undefined;
  /** The department that asks, inside an aggregate over a cohort. */
  readonly asker: string | undefined;
  readonly standing: string | undefined;
  /**
   * The name of a function of each department that gives the expression, for the department that asks:
   * what an aggregate over a cohort asks of each member, and what a member asks back.
   */
  readonly member: (expression: Expression) => string;
  /** How deep it stands, for names of its own. */
  readonly depth: number;
}

/** `a.b` or `a["b"]`. */
export function property(object: string, name: string): string {
  return isIdentifier(name) ? `${object}.${name}` : `${object}[${JSON.stringify(name)}]`;
}

/** One expression; everything that is not a call or a name stands in parentheses where it must. */
export function expressionText(expression: Expression, scope: Scope): string {
  const { writer } = scope;
  const text = (part: Expression) => expressionText(part, scope);
  const argument = (part: Expression) => argumentText(part, scope);
  switch (expression.kind) {
    case 'constant':
      return constantText(expression.value, writer);
    case 'input':
      return `input(${JSON.stringify(expression.name)})`;
    case 'option':
      return property('options', expression.name);
    case 'let':
      return `${writer.names.lets.get(expression.id) ?? ''}()`;
    case 'each':
      return known(scope.each ?? '', expression.type, 'entry', writer);
    case 'standing':
      return scope.standing ?? '';
    case 'score':
      return `${writer.names.exactScores.get(placeKey(expression.path)) ?? ''}()`;
    case 'grade':
      return `${writer.use('given')}(grade(), 'grade')`;
    case 'parts':
      return `${writer.names.exactScores.get(partListKey(expression)) ?? ''}()`;
    case 'field':
      return known(
        property(text(expression.of), expression.field),
        expression.type,
        expression.field,
        writer,
      );
    case 'entry':
      return known(
        `${text(expression.of)}[${expression.index - 1}]`,
        expression.type,
        `${nameOf(expression.of)}[${expression.index}]`,
        writer,
      );
    case 'negate':
      return `${writer.use('negate')}(${argument(expression.operand)})`;
    case 'not':
      return `!${operand(expression.operand, scope)}`;
    case 'arithmetic': {
      const { operator, left, right } = expression;
      if (operator === '*' && isOne(left)) return text(right);
      if ((operator === '*' || operator === '/') && isOne(right)) return text(left);
      const name = OPERATIONS[operator];
      return `${writer.use(name)}(${argument(left)}, ${argument(right)})`;
    }
    case 'compare':
      return comparisonText(
        expression.operator,
        text(expression.left),
        expression.left.type,
        text(expression.right),
        expression.right.type,
        writer,
      );
    case 'logic': {
      const sign = expression.operator === 'and' ? '&&' : '||';
      return `${operand(expression.left, scope)} ${sign} ${operand(expression.right, scope)}`;
    }
    case 'member':
      return memberText(expression, scope);
    case 'call':
      return callText(expression, scope);
    case 'aggregate':
      return aggregateText(expression, scope);
    case 'rank':
      return rankText(expression, scope);
    case 'own':
      return scope.asker === undefined
        ? text(expression.operand)
        : `${scope.asker}.${scope.member(expression.operand)}(${scope.asker})`;
    case 'cohort':
      throw new Error('a cohort stands only under an aggregate');
    case 'round':
      return writer.rounded(argument(expression.operand), expression.rounding);
    case 'list':
      return `[${expression.entries.map(text).join(', ')}]`;
    case 'record': {
      const fields = [...expression.fields].map(([name, value]) => `${key(name)}: ${text(value)}`);
      return `{ ${fields.join(', ')} }`;
    }
    case 'decision':
    case 'tiers': {
      const question = questionText(expression, scope);
      if (question !== undefined) return `(${question})`;
      return `(() => {\n${indent(rowLines(expression, scope)).join('\n')}\n})()`;
    }
    default:
      return expression satisfies never;
  }
}

function isOne(expression: Expression): boolean {
  const figure = expression.kind === 'constant' ? constantOf(expression) : undefined;
  return figure !== undefined && equal(figure, ONE);
}

/** The key of an object literal; `__proto__` is a name like any other. */
export function key(name: string): string {
  if (name === '__proto__') return '["__proto__"]';
  return isIdentifier(name) ? name : JSON.stringify(name);
}

/** An entry of an object, by its name alone where that is what it holds. */
export function entryText(name: string, text: string): string {
  return key(name) === text ? text : `${key(name)}: ${text}`;
}

const OPERATIONS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide' } as const;

const SIGNS: Readonly<Record<ComparisonOperator, string>> = {
  '=': '===',
  '!=': '!==',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

// What may be missing where it stands in a list or a record.
function known(place: string, type: Type, name: string, writer: Writer): string {
  if (type.kind === 'record') return place;
  return `${writer.use('given')}(${place}, ${JSON.stringify(name)})`;
}

function nameOf(expression: Expression): string {
  return expression.kind === 'input' ? expression.name : 'list';
}

/** A constant; unknown ones do not stand in what can be scored. */
export function constantText(value: Value, writer: Writer): string {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const figure = pointOf(value.range);
      if (figure === undefined) throw new Error('a constant is not known');
      return writer.figure(figure);
    }
    case 'boolean':
      return String(value.canBeTrue);
    case 'enumeration':
      return JSON.stringify([...value.possible][0]);
    case 'text':
      return JSON.stringify(value.text);
    case 'target':
      return JSON.stringify(value.target?.text);
    case 'actual':
      return JSON.stringify(value.actual?.text);
    case 'list':
      return `[${value.entries.map((entry) => constantText(entry, writer)).join(', ')}]`;
    case 'record':
      return `{ ${[...value.fields].map(([name, field]) => `${key(name)}: ${constantText(field, writer)}`).join(', ')} }`;
    default:
      return value satisfies never;
  }
}

/** One comparison of two texts. */
export function comparisonText(
  operator: ComparisonOperator,
  left: string,
  leftType: Type,
  right: string,
  rightType: Type,
  writer: Writer,
): string {
  const isEquality = operator === '=' || operator === '!=';
  const sign = SIGNS[operator];
  if (leftType.kind === 'number' || leftType.kind === 'date')
    return `${writer.use('compare')}(${left}, ${right}) ${sign} 0`;
  const ranking = [leftType, rightType].find(isRanking);
  if (!isEquality && ranking)
    return `${writer.use('compareWords')}(${writer.words(ranking.values)}, ${left}, ${right}) ${sign} 0`;
  if (leftType.kind !== 'list') return `${left} ${sign} ${right}`;
  const entries = leftType.of;
  const same = comparisonText('=', 'a', entries, 'b', entries, writer);
  const equal = `${writer.use('sameEntries')}(${left}, ${right}, (a, b) => ${same})`;
  return operator === '!=' ? `!${equal}` : equal;
}

function memberText({ of, among }: Extract<Expression, { kind: 'member' }>, scope: Scope): string {
  const subject = expressionText(of, scope);
  const choices = among.map((choice) => expressionText(choice, scope));
  if (of.type.kind !== 'number' && of.type.kind !== 'date')
    return `[${choices.join(', ')}].includes(${subject})`;
  return `[${choices.join(', ')}].some((one) => ${scope.writer.use('equal')}(one, ${subject}))`;
}

// Comparisons and `and`s beside an `or` are put in parentheses, so that nobody has to know which binds.
function operand(expression: Expression, scope: Scope): string {
  const text = expressionText(expression, scope);
  const isPlain = ['compare', 'logic'].includes(expression.kind);
  return isPlain ? `(${text})` : text;
}
