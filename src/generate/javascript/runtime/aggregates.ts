// Sums, means, medians and the like of figures that are all known.
import type { Rational } from '../../../number/rational.ts';
import {
  ONE,
  ZERO,
  add,
  ceiling,
  compare,
  divide,
  floor,
  maximum,
  minimum,
  multiply,
  rational,
  subtract,
} from '../../../number/rational.ts';
import { undecided } from './undecided.ts';

/** The figures that are left; there must be some. */
export function some(figures: readonly Rational[]): readonly [Rational, ...Rational[]] {
  const [first, ...rest] = figures;
  if (first === undefined) throw undecided('an aggregate has no entries to look at');
  return [first, ...rest];
}

export function total(figures: readonly Rational[]): Rational {
  return figures.reduce((sum, figure) => add(sum, figure), ZERO);
}

export function product(figures: readonly Rational[]): Rational {
  return figures.reduce((sofar, figure) => multiply(sofar, figure), ONE);
}

export function mean(figures: readonly Rational[]): Rational {
  return divide(total(some(figures)), rational(figures.length));
}

export function lowest(figures: readonly Rational[]): Rational {
  return some(figures).reduce((sofar, figure) => minimum(sofar, figure));
}

export function highest(figures: readonly Rational[]): Rational {
  return some(figures).reduce((sofar, figure) => maximum(sofar, figure));
}

export function variance(figures: readonly Rational[]): Rational {
  const middle = mean(figures);
  return mean(
    figures.map((figure) => {
      const distance = subtract(figure, middle);
      return multiply(distance, distance);
    }),
  );
}

/** The figures from the lowest to the highest. */
export function inOrder(figures: readonly Rational[]): Rational[] {
  return [...figures].sort((a, b) => compare(a, b));
}

/** A whole figure. */
interface Whole {
  readonly n: bigint;
}

/** In order, without so many of the highest and of the lowest. */
export function trimmed(figures: readonly Rational[], top: Whole, bottom: Whole): Rational[] {
  const [above, below] = [Number(top.n), Number(bottom.n)];
  return inOrder(figures).slice(below, Math.max(below, figures.length - above));
}

/** The smallest figure with that share of all at or below it. */
export function nearestQuantile(figures: readonly Rational[], share: Rational): Rational {
  const place = Number(ceiling(multiply(share, rational(figures.length))).n);
  return some(inOrder(figures).slice(Math.max(place - 1, 0)))[0];
}

/** The figure at that share of the way from the lowest to the highest, linear between neighbours. */
export function quantile(figures: readonly Rational[], share: Rational): Rational {
  const ordered = inOrder(figures);
  const place = multiply(share, rational(ordered.length - 1));
  const below = floor(place);
  const [low, high] = some(ordered.slice(Number(below.n)));
  const weight = subtract(place, below);
  return high === undefined ? low : add(low, multiply(weight, subtract(high, low)));
}
