// Scores of the fast body: whole steps, or the fraction where a quotient lies between two.
import { rational } from '../../../number/rational.ts';
import type { Rational } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';
import { stepped } from './figure.ts';

/** Rather more than half of the last place of 1, so that terms of second order are covered too. */
export const HALF_ULP = 1.2e-16;

/** A quotient of whole numbers in steps, or as the fraction that it is. */
export function quotientSteps(above: number, below: number, step: Rational): Figure {
  if (above % below === 0) return above / below;
  return stepped(rational(BigInt(above) * step.n, BigInt(below) * step.d), step);
}

/**
 * The same in a loop over columns, where what lies between two steps is NaN: rows that do not fit are worked
 * out like the others there, and what comes of them is not used.
 */
export function wholeQuotient(above: number, below: number): number {
  return above % below === 0 ? above / below : Number.NaN;
}

/** A score in whole steps, as the rules say it is. */
export function wholeSteps(score: Figure): number {
  if (typeof score === 'number' && Math.abs(score) <= 2 ** 40) return score;
  throw new RangeError('a score is too large for the steps of its result');
}

/** A score in whole steps; NaN where it lies between two. */
export function wholeOrNone(score: Figure): number {
  return typeof score === 'number' ? score : Number.NaN;
}
