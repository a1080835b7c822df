// Which way an expression goes as one input grows, as far as its form says: sums go the way of their
// parts, a quotient goes against its divisor. Saves trying figures where nothing could turn around.
import type { Interpreter } from '../interpret/interpreter.ts';
import { limitsOf } from '../model/expression-parts.ts';
import type {
  AggregateFunction,
  DecisionExpression,
  DecisionRow,
  Expression,
  ScoreName,
  TiersExpression,
} from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import { placeKey, scoreUses } from '../model/score-uses.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { EVERYTHING, memberOf, pointOf } from '../types/range.ts';
import { readingThroughLets } from './reading.ts';
import { regionsOf } from './regions.ts';
import { rowsHolding } from './tier-rows.ts';

/** `up`: never falls; `down`: never rises; `either`: the form does not say. */
export type Direction = 'still' | 'up' | 'down' | 'either';

/** What grows: an input, or the score of another part. */
export type Growth =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'score'; readonly path: ScoreName };

export interface Sense {
  readonly figure: Growth;
  readonly interpreter: Interpreter;
  readonly lets: ReadonlyMap<string, Let>;
  /** Looks only at rows that the options leave open. */
  readonly underOptions?: true;
}

/** Which way the expression goes as the figure grows and everything else stays as it is. */
export function directionOf(expression: Expression, sense: Sense): Direction {
  switch (expression.kind) {
    case 'constant':
    case 'option':
    case 'each':
      return 'still';
    case 'grade':
      return 'still';
    // Each part of a list goes its own way; together they go the way of the one that grows.
    case 'score':
    case 'parts':
    case 'input':
      return isFigure(expression, sense) ? 'up' : 'still';
    case 'let': {
      const definition = sense.lets.get(expression.id);
      return definition ? directionOf(definition.value, sense) : 'still';
    }
    case 'negate':
      return flipped(directionOf(expression.operand, sense));
    case 'round':
      return directionOf(expression.operand, sense);
    case 'arithmetic':
      return wayOfArithmetic(expression, sense);
    case 'call':
      return wayOfCall(expression, sense);
    case 'decision': {
      const { rows, otherwise } = sense.underOptions ? openUnder(expression, sense) : expression;
      if (rows.some(({ condition }) => reads(condition, sense))) return 'either';
      const values = rows.map(({ value }) => value);
      return joinedWay(otherwise ? [...values, otherwise] : values, sense);
    }
    case 'tiers':
      return wayOfTiers(expression, sense);
    case 'aggregate': {
      if (!reads(expression, sense)) return 'still';
      const goesAlong = expression.over.kind === 'parts' && ALONG.has(expression.function);
      return goesAlong && !expression.of && !expression.where ? 'up' : 'either';
    }
    case 'field':
    case 'entry':
    case 'not':
    case 'compare':
    case 'logic':
    case 'member':
    case 'cohort':
    case 'own':
    case 'rank':
    case 'standing':
    case 'list':
    case 'record':
      return reads(expression, sense) ? 'either' : 'still';
    default:
      return expression satisfies never;
  }
}

// The rows that no option closes; one that an option opens is the last.
function openUnder(
  { rows, otherwise }: DecisionExpression,
  { interpreter, lets }: Sense,
): Pick<DecisionExpression, 'rows' | 'otherwise'> {
  const open: DecisionRow[] = [];
  for (const row of rows) {
    const truth = restsOnOptions(row.condition, lets)
      ? interpreter.truth(row.condition)
      : undefined;
    if (truth?.canBeTrue === false) continue;
    if (truth?.canBeFalse === false) return { rows: open, otherwise: row.value };
    open.push(row);
  }
  return { rows: open, otherwise };
}

function restsOnOptions(condition: Expression, lets: Sense['lets']): boolean {
  const { inputs, asksForScores, comparesDepartments } = readingThroughLets([condition], lets);
  return inputs.size === 0 && !asksForScores && !comparesDepartments;
}

/** What grows with each figure that it is made of. */
const ALONG: ReadonlySet<AggregateFunction> = new Set(['sum', 'mean', 'min', 'max', 'median']);

type Named = Extract<Expression, { kind: 'input' | 'score' | 'parts' }>;

function isFigure(expression: Named, { figure }: Sense): boolean {
  if (figure.kind === 'input')
    return expression.kind === 'input' && expression.name === figure.name;
  if (expression.kind === 'input') return false;
  const { path } = figure;
  const named = expression.kind === 'parts' && path !== 'total' ? path.slice(0, -1) : path;
  return placeKey(expression.path) === placeKey(named);
}

function reads(expression: Expression, sense: Sense): boolean {
  const { figure, lets } = sense;
  return figure.kind === 'input'
    ? readingThroughLets([expression], lets).inputs.has(figure.name)
    : scoreUses(expression, lets).some((use) => isFigure(use, sense));
}

function joined(one: Direction, other: Direction): Direction {
  if (one === 'still' || one === other) return other;
  return other === 'still' ? one : 'either';
}

/** The way of whichever of these it turns out to be. */
function joinedWay(parts: readonly Expression[], sense: Sense): Direction {
  return parts.reduce<Direction>((way, part) => joined(way, directionOf(part, sense)), 'still');
}

function flipped(direction: Direction): Direction {
  return direction === 'up' ? 'down' : direction === 'down' ? 'up' : direction;
}

/** The direction of something times a figure of this sign. */
function scaled(direction: Direction, by: Expression, { interpreter }: Sense): Direction {
  if (direction === 'still') return 'still';
  const { low, high } = interpreter.range(by);
  if (low && Q.signOf(low.value) >= 0) return direction;
  return high && Q.signOf(high.value) <= 0 ? flipped(direction) : 'either';
}

function wayOfArithmetic(
  { operator, left, right }: Extract<Expression, { kind: 'arithmetic' }>,
  sense: Sense,
): Direction {
  const [one, other] = [directionOf(left, sense), directionOf(right, sense)];
  if (one === 'still' && other === 'still') return 'still';
  switch (operator) {
    case '+':
      return joined(one, other);
    case '-':
      return joined(one, flipped(other));
    case '*':
      return joined(scaled(one, right, sense), scaled(other, left, sense));
    case '/': {
      const inverse = scaled(flipped(other), left, sense);
      // A divisor that may change its sign turns everything around.
      const isSteady = scaled('up', right, sense) !== 'either';
      return isSteady ? joined(scaled(one, right, sense), inverse) : joined(one, 'either');
    }
    default:
      return operator satisfies never;
  }
}

function wayOfCall(expression: Extract<Expression, { kind: 'call' }>, sense: Sense): Direction {
  const all = joinedWay(expression.arguments, sense);
  if (all === 'still') return 'still';
  switch (expression.builtin) {
    case 'min':
    case 'max':
    case 'floor':
    case 'ceiling':
    case 'year':
      return all;
    case 'abs': {
      const [operand] = expression.arguments;
      return operand ? scaled(all, operand, sense) : 'either';
    }
    default:
      return 'either';
  }
}

// A table whose results are figures in order goes with its subject, or against it.
function wayOfTiers(tiers: TiersExpression, sense: Sense): Direction {
  const { interpreter } = sense;
  const written = tiers.rows.map((row) => limitsOf(row.match));
  if (written.flat().some((limit) => reads(limit, sense))) return 'either';
  const results = tiers.rows.map(({ value }) => value);
  if (tiers.otherwise) results.push(tiers.otherwise);
  const way = directionOf(tiers.subject, sense);
  const inRows = joinedWay(results, sense);
  if (way === 'still') return inRows;
  if (inRows !== 'still' || way === 'either') return 'either';
  const limits = written.map((row) => row.map((limit) => figureOf(interpreter, limit)));
  const figures = results.map((result) => figureOf(interpreter, result));
  const isKnown = (figure: Rational | undefined) => figure !== undefined;
  if (!limits.flat().every(isKnown) || !figures.every(isKnown)) return 'either';
  const known = limits.map((row) => row.filter(isKnown));
  const course = regionsOf(EVERYTHING, known.flat()).flatMap((region) => {
    const [row = tiers.rows.length] = rowsHolding(tiers, known, memberOf(region));
    return figures[row] ?? [];
  });
  const steps = course.slice(1).map((figure, index) => Q.compare(figure, course[index] ?? figure));
  if (steps.every((step) => step >= 0)) return way;
  return steps.every((step) => step <= 0) ? flipped(way) : 'either';
}

function figureOf(interpreter: Interpreter, expression: Expression): Rational | undefined {
  const value = interpreter.value(expression);
  return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
}
