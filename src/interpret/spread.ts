// The range of the variance of figures that are known by range.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import { point, pointOf } from '../types/range.ts';

/**
 * The range of the population variance of figures in the given ranges, which come in the order of
 * both their ends. The lower end is that of the figures drawn as close together as they can be, the
 * upper one that of the lowest at their low ends and the others at their high ends.
 */
export function varianceRange(ordered: readonly Range[]): Range {
  const known = ordered.flatMap((range) => pointOf(range) ?? []);
  if (known.length === ordered.length) return point(variance(known));
  return { low: { value: leastVariance(ordered), open: false }, high: mostOf(ordered), integer: false };
}

/** The variance of known figures. */
function variance(figures: readonly Rational[]): Rational {
  const count = Q.rational(figures.length);
  const mean = Q.divide(figures.reduce(Q.add, Q.ZERO), count);
  const squares = figures.map((figure) => square(Q.subtract(figure, mean)));
  return Q.divide(squares.reduce(Q.add, Q.ZERO), count);
}

function square(figure: Rational): Rational {
  return Q.multiply(figure, figure);
}

// Moving one figure away from the mean adds to the variance, so at its most every figure is at an
// end; and as the ends come in order, the low ones are at theirs before the high ones.
function mostOf(ordered: readonly Range[]): End | undefined {
  const lows = ordered.map((range) => range.low?.value);
  const highs = ordered.map((range) => range.high?.value);
  if (ordered.length === 1) return { value: Q.ZERO, open: false };
  let most = Q.ZERO;
  for (let split = 0; split <= ordered.length; split++) {
    const figures: Rational[] = [];
    for (const figure of [...lows.slice(0, split), ...highs.slice(split)]) {
      if (figure === undefined) return undefined;
      figures.push(figure);
    }
    const found = variance(figures);
    if (Q.compare(found, most) > 0) most = found;
  }
  return { value: most, open: false };
}

// The variance is the least mean squared distance from any point; for a point the nearest figures of
// all ranges are the best ones. The sum over the point is convex, in pieces between the ends.
function leastVariance(ranges: readonly Range[]): Rational {
  const ends = ranges.flatMap(({ low, high }) => [low, high].flatMap((end) => (end ? [end.value] : [])));
  const points = [...ends].sort(Q.compare);
  let least: Rational | undefined;
  const consider = (candidate: Rational) => {
    const distances = ranges.map((range) => square(distance(candidate, range)));
    const mean = Q.divide(distances.reduce(Q.add, Q.ZERO), Q.rational(ranges.length));
    if (least === undefined || Q.compare(mean, least) < 0) least = mean;
  };
  for (const [index, here] of points.entries()) {
    consider(here);
    const next = points[index + 1];
    if (next === undefined || Q.equal(here, next)) continue;
    const outside = activeEnds(ranges, here, next);
    if (outside.length === 0) return Q.ZERO;
    const balance = Q.divide(outside.reduce(Q.add, Q.ZERO), Q.rational(outside.length));
    if (Q.compare(balance, here) > 0 && Q.compare(balance, next) < 0) consider(balance);
  }
  return least ?? Q.ZERO;
}

// The ends of those ranges that hold nothing between two neighbouring points.
function activeEnds(ranges: readonly Range[], here: Rational, next: Rational): Rational[] {
  return ranges.flatMap(({ low, high }) => {
    if (low && Q.compare(low.value, next) >= 0) return [low.value];
    return high && Q.compare(high.value, here) <= 0 ? [high.value] : [];
  });
}

function distance(from: Rational, { low, high }: Range): Rational {
  if (low && Q.compare(from, low.value) < 0) return Q.subtract(low.value, from);
  return high && Q.compare(from, high.value) > 0 ? Q.subtract(from, high.value) : Q.ZERO;
}
