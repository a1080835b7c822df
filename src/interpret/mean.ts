// The range of a mean over entries that may be known in part.
import * as Q from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import {
  EVERYTHING,
  addRanges,
  between,
  divideRanges,
  negateRange,
  point,
  pointOf,
} from '../types/range.ts';

/**
 * The range of the mean of all `certain` entries, any of the `possible` ones and any number of
 * `further` ones, given that there is at least one.
 */
export function meanRange(
  certain: readonly Range[],
  possible: readonly Range[],
  further: Range | undefined,
): Range {
  if (certain.some((range) => range.irrational) && possible.length === 0 && !further) {
    const exact = divideRanges(certain.reduce(addRanges), point(Q.rational(certain.length)));
    if (exact) return exact;
  }
  const low = lowestMean(certain, possible, further);
  const turned = further && negateRange(further);
  const high = lowestMean(certain.map(negateRange), possible.map(negateRange), turned);
  const mirrored = high && { value: Q.negate(high.value), open: high.open };
  const whole = certain.length + possible.length === 1 && further === undefined;
  const integer = whole && [...certain, ...possible].every((range) => range.integer);
  const range = between(low, mirrored, integer) ?? EVERYTHING;
  const single = pointOf(range);
  return single ? point(single) : range;
}

// Taking in a lower entry lowers the mean, so the lowest ones go in as long as they are below it.
function lowestMean(
  certain: readonly Range[],
  possible: readonly Range[],
  further: Range | undefined,
): End | undefined {
  if (certain.length === 0) return lowestOf(further ? [...possible, further] : possible);
  let sum = Q.ZERO;
  let open = false;
  for (const { low } of certain) {
    if (low === undefined) return undefined;
    sum = Q.add(sum, low.value);
    open ||= low.open;
  }
  let mean = Q.divide(sum, Q.rational(certain.length));
  let count = certain.length;
  const inOrder = possible.map((range) => range.low).sort(byEnd);
  for (const low of inOrder) {
    if (low === undefined) return undefined;
    if (Q.compare(low.value, mean) >= 0) break;
    sum = Q.add(sum, low.value);
    count++;
    open ||= low.open;
    mean = Q.divide(sum, Q.rational(count));
  }
  if (further === undefined) return { value: mean, open };
  if (further.low === undefined) return undefined;
  // Ever more further entries bring the mean as near to theirs as one likes, but never there.
  return Q.compare(further.low.value, mean) < 0
    ? { value: further.low.value, open: true }
    : { value: mean, open };
}

function byEnd(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return Q.compare(a.value, b.value) || Number(a.open) - Number(b.open);
}

function lowestOf(ranges: readonly Range[]): End | undefined {
  return ranges.map((range) => range.low).sort(byEnd)[0];
}
