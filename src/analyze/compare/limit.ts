// How far apart two rules can be at most over the departments of a study: the range of their difference,
// narrowed by what roundings allow. A limit holds every difference; that it is reached a department shows.
import type { Expression } from '../../model/expression.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Study } from '../../prove/study.ts';
import type { Range } from '../../types/range.ts';
import { commonGrid, gridOf, isOnGrid } from './grid.ts';
import type { Loosening } from './loosening.ts';

type Round = Extract<Expression, { kind: 'round' }>;

/** The most by which two scores differ; undefined where no limit is known. */
export function limitBetween(
  study: Study,
  loosening: Loosening,
  before: Expression,
  after: Expression,
): Rational | undefined {
  const range = study.interpreter.range(lessOf(after, before));
  const plain = largestIn(range);
  if (plain !== undefined && Q.signOf(plain) === 0) return plain;
  return leastOf(plain, limitByRounding(study, loosening, before, after));
}

// Where both round alike at the end, as many whole steps as the figures before rounding are apart; else
// both with the errors of their roundings, and down to what the two grids of scores have in common.
function limitByRounding(
  study: Study,
  loosening: Loosening,
  before: Expression,
  after: Expression,
): Rational | undefined {
  const rounding = commonRounding(before, after);
  const apart = (one: Expression, other: Expression): Rational | undefined =>
    largestIn(study.interpreter.range(loosening.loosened(study, lessOf(other, one))));
  if (rounding) {
    const [one, other] = [operandOf(before), operandOf(after)];
    const most = apart(one, other);
    if (most === undefined) return undefined;
    const steps = Q.ceiling(Q.divide(most, rounding.step));
    const more = isShifting(study, rounding, [one, other]) ? Q.ZERO : Q.ONE;
    return Q.multiply(Q.add(steps, more), rounding.step);
  }
  const most = apart(before, after);
  const [one, other] = [gridOf(before), gridOf(after)];
  const grid = one && other && commonGrid(one, other);
  if (most === undefined || grid === undefined || Q.signOf(grid) === 0) return most;
  return Q.multiply(Q.floor(Q.divide(most, grid)), grid);
}

// Both rounded alike; a figure that is a multiple of the step stays what it is when rounded.
function commonRounding(before: Expression, after: Expression): Rounding | undefined {
  const [one, other] = [roundOf(before), roundOf(after)];
  const rounding = (one ?? other)?.rounding;
  if (rounding === undefined) return undefined;
  if (one && other) return sameRounding(one.rounding, other.rounding) ? rounding : undefined;
  return isOnGrid(gridOf(one ? after : before), rounding.step) ? rounding : undefined;
}

function roundOf(expression: Expression): Round | undefined {
  return expression.kind === 'round' ? expression : undefined;
}

function operandOf(expression: Expression): Expression {
  return expression.kind === 'round' ? expression.operand : expression;
}

function sameRounding(one: Rounding, other: Rounding): boolean {
  return one.mode === other.mode && Q.equal(one.step, other.step);
}

// Whether adding whole steps to a figure adds as many to the rounded one: not where ties go to even
// multiples, nor across 0 where they go away from it.
function isShifting(study: Study, { mode }: Rounding, operands: readonly Expression[]): boolean {
  if (mode === 'half-even') return false;
  return operands.every((operand) => {
    const { low } = study.interpreter.range(operand);
    return low !== undefined && Q.signOf(low.value) >= 0;
  });
}

function leastOf(one: Rational | undefined, other: Rational | undefined): Rational | undefined {
  return one && other ? Q.minimum(one, other) : (one ?? other);
}

/** The largest change that a range of changes holds; undefined where it is endless. */
function largestIn({ low, high }: Range): Rational | undefined {
  if (low === undefined || high === undefined) return undefined;
  return Q.maximum(Q.absolute(low.value), Q.absolute(high.value));
}

/** `left − right`. */
export function lessOf(left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator: '-', left, right, type: left.type, span: left.span };
}
