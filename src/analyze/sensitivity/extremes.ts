// The least and the most that a figure comes to while one thing takes every value of a range: found by
// cutting the range and leaving out parts that cannot hold more, so that both are exact where it says so.
import type { Rational } from '../../number/rational.ts';
import {
  ZERO,
  absolute,
  add,
  compare,
  floor,
  multiply,
  negate,
  rational,
} from '../../number/rational.ts';
import type { End, Range } from '../../types/range.ts';
import { between, point, pointOf } from '../../types/range.ts';

/** What a figure comes to over a range of values, and whether its ends are reached. */
export interface Extremes {
  readonly range: Range;
  /** Some values give the ends exactly, or come as near to them as one likes. */
  readonly exact: boolean;
}

/** A figure over a range of values; sound for ranges, exact for single values. */
export type Figure = (values: Range) => Range;

const MOST_CUTS = 60;

/** The extremes of a figure over the values. */
export function extremesOf(figure: Figure, values: Range): Extremes {
  const whole = figure(values);
  const ends = [values.low, values.high].flatMap((end) =>
    end && !end.open ? [figure(point(end.value))] : [],
  );
  const low = lowest(figure, values, whole, ends);
  const high = lowest(negated(figure), values, mirrored(whole), ends.map(mirrored));
  return {
    range: { low: low.end, high: mirroredEnd(high.end), integer: false },
    exact: low.exact && high.exact,
  };
}

interface Bound {
  readonly end: End | undefined;
  readonly exact: boolean;
}

// The part whose bound is lowest is cut next; when its bound is reached, that is the lowest of all.
function lowest(figure: Figure, values: Range, whole: Range, known: readonly Range[]): Bound {
  let reached: Rational | undefined;
  const note = (range: Range) => {
    const value = pointOf(range);
    if (value && (reached === undefined || compare(value, reached) < 0)) reached = value;
  };
  known.forEach(note);
  let parts: { values: Range; bound: Range }[] = [{ values, bound: whole }];
  for (let cut = 0; ; cut++) {
    parts.sort((a, b) => orderOfLows(a.bound.low, b.bound.low));
    const [first, ...others] = parts;
    const bound = first?.bound.low;
    if (first === undefined || bound === undefined) return { end: undefined, exact: false };
    if (reached && compare(bound.value, reached) >= 0)
      return { end: { value: reached, open: false }, exact: true };
    // Approached and never reached, as at an end that does not belong to the values.
    const isPoint = pointOf(first.bound) !== undefined;
    if (isPoint) return { end: bound, exact: true };
    const halves = cut < MOST_CUTS ? halvesOf(first.values) : [];
    if (halves.length === 0) return { end: bound, exact: false };
    parts = [
      ...others,
      ...halves.map((half) => {
        const over = figure(half);
        note(over);
        return { values: half, bound: over };
      }),
    ];
  }
}

function halvesOf({ low, high, integer }: Range): readonly Range[] {
  if (pointOf({ low, high, integer })) return [];
  const middle = cutOf(low, high, integer);
  if (compare(absolute(middle), FARTHEST) > 0) return [];
  const closed: End = { value: middle, open: false };
  const open: End = { value: middle, open: true };
  return [between(low, closed, integer), between(open, high, integer)].filter(
    (part) => part !== undefined,
  );
}

const FARTHEST = rational(10n ** 24n);
const OUTWARD = rational(1024);

// The middle; far out where there is none.
function cutOf(low: End | undefined, high: End | undefined, integer: boolean): Rational {
  if (low && high) {
    const half = multiply(add(low.value, high.value), rational(1, 2));
    return integer ? floor(half) : half;
  }
  const end = (low ?? high)?.value ?? ZERO;
  const reach = add(multiply(absolute(end), OUTWARD), OUTWARD);
  return low ? reach : negate(reach);
}

function orderOfLows(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return compare(a.value, b.value);
}

function negated(figure: Figure): Figure {
  return (values) => mirrored(figure(values));
}

function mirrored({ low, high, integer }: Range): Range {
  return { low: mirroredEnd(high), high: mirroredEnd(low), integer };
}

function mirroredEnd(end: End | undefined): End | undefined {
  return end && { value: negate(end.value), open: end.open };
}
