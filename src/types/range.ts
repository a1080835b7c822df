// Ranges: intervals of exact rationals whose ends may be open or infinite, and which may hold
// integers only. Arithmetic on ranges is sound (every result of members is a member) and tight for
// a single operation. Known figures are ranges of one point.
import type { Algebraic } from '../number/algebraic.ts';
import type { Rational } from '../number/rational.ts';
import * as Q from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import { round } from '../number/rounding.ts';
import {
  combineExactly,
  compareExactly,
  holdsExactly,
  imageExactly,
  negateExactly,
} from './enclosure.ts';

/** One end of a range; `undefined` in its place means that the range has no end on that side. */
export interface End {
  readonly value: Rational;
  readonly open: boolean;
}

/** All rationals (or integers) between two ends. Never empty: an empty range is `undefined`. */
export interface Range {
  readonly low: End | undefined;
  readonly high: End | undefined;
  readonly integer: boolean;
  /** The range encloses this one figure, which is known and equals no fraction. */
  readonly irrational?: Algebraic;
}

export const EVERYTHING: Range = { low: undefined, high: undefined, integer: false };

/** The range that holds one figure. */
export function point(value: Rational): Range {
  const end: End = { value, open: false };
  return { low: end, high: end, integer: Q.isInteger(value) };
}

// The same for a figure of which it is known whether it had to be an integer.
function pointAt(value: Rational, integer: boolean): Range {
  return { low: { value, open: false }, high: { value, open: false }, integer };
}

/** The figure of a range that holds only one, or undefined. */
export function pointOf({ low, high }: Range): Rational | undefined {
  if (low === undefined || high === undefined) return undefined;
  if (low === high || low.value === high.value) return low.value;
  return Q.equal(low.value, high.value) ? low.value : undefined;
}

/** The closed range `[low, high]`. */
export function closed(low: Rational, high: Rational): Range {
  return { low: { value: low, open: false }, high: { value: high, open: false }, integer: false };
}

/** The range with these ends, or undefined when nothing lies between them. */
export function between(
  low: End | undefined,
  high: End | undefined,
  integer = false,
): Range | undefined {
  const lowest = integer ? raiseToInteger(low) : low;
  const highest = integer ? lowerToInteger(high) : high;
  if (lowest !== undefined && highest !== undefined) {
    const order = Q.compare(lowest.value, highest.value);
    if (order > 0 || (order === 0 && (lowest.open || highest.open))) return undefined;
  }
  return { low: lowest, high: highest, integer };
}

function raiseToInteger(end: End | undefined): End | undefined {
  if (end === undefined) return undefined;
  const whole = Q.ceiling(end.value);
  const excluded = end.open && Q.equal(whole, end.value);
  return { value: excluded ? Q.add(whole, Q.ONE) : whole, open: false };
}

function lowerToInteger(end: End | undefined): End | undefined {
  if (end === undefined) return undefined;
  const whole = Q.floor(end.value);
  const excluded = end.open && Q.equal(whole, end.value);
  return { value: excluded ? Q.subtract(whole, Q.ONE) : whole, open: false };
}

/** What both hold, or undefined when they have nothing in common. */
export function intersect(a: Range, b: Range): Range | undefined {
  // A figure that is known stays what it is, whatever the ends around it.
  if (a.irrational) return holdsExactly(b, a) === false ? undefined : a;
  if (b.irrational) return holdsExactly(a, b) === false ? undefined : b;
  return between(higherLow(a.low, b.low), lowerHigh(a.high, b.high), a.integer || b.integer);
}

/** The smallest range that holds both. */
export function hull(a: Range, b: Range): Range {
  if (a === b || (a.irrational && a.irrational.key === b.irrational?.key)) return a;
  return {
    low: lowerLow(a.low, b.low),
    high: higherHigh(a.high, b.high),
    integer: a.integer && b.integer,
  };
}

function higherLow(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = Q.compare(a.value, b.value);
  return order > 0 || (order === 0 && a.open) ? a : b;
}

function lowerHigh(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = Q.compare(a.value, b.value);
  return order < 0 || (order === 0 && a.open) ? a : b;
}

function lowerLow(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return undefined;
  const order = Q.compare(a.value, b.value);
  return order < 0 || (order === 0 && !a.open) ? a : b;
}

function higherHigh(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return undefined;
  const order = Q.compare(a.value, b.value);
  return order > 0 || (order === 0 && !a.open) ? a : b;
}

/** True when `value` is a member. */
export function contains(range: Range, value: Rational): boolean {
  if (range.irrational) return false;
  if (range.integer && !Q.isInteger(value)) return false;
  return !isBelow(range.low, value) && !isAbove(range.high, value);
}

function isBelow(low: End | undefined, value: Rational): boolean {
  if (low === undefined) return false;
  const order = Q.compare(value, low.value);
  return order < 0 || (order === 0 && low.open);
}

function isAbove(high: End | undefined, value: Rational): boolean {
  if (high === undefined) return false;
  const order = Q.compare(value, high.value);
  return order > 0 || (order === 0 && high.open);
}

/** True when every member of `inner` is a member of `outer`. */
export function encloses(outer: Range, inner: Range): boolean {
  const common = intersect(outer, inner);
  return common !== undefined && (!outer.integer || inner.integer) && sameRange(common, inner);
}

/** True when the two have the same ends; whether only integers are meant does not matter. */
export function sameRange(a: Range, b: Range): boolean {
  return sameEnd(a.low, b.low) && sameEnd(a.high, b.high);
}

function sameEnd(a: End | undefined, b: End | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return a === b;
  return a.open === b.open && Q.equal(a.value, b.value);
}

export function negateRange(a: Range): Range {
  const exact = negateExactly(a);
  return exact ?? { low: mirror(a.high), high: mirror(a.low), integer: a.integer };
}

function mirror(end: End | undefined): End | undefined {
  return end && { value: Q.negate(end.value), open: end.open };
}

export function addRanges(a: Range, b: Range): Range {
  const [x, y] = [pointOf(a), pointOf(b)];
  if (x && y) return pointAt(Q.add(x, y), a.integer && b.integer);
  const exact = combineExactly('+', a, b);
  return (
    exact ?? {
      low: addEnds(a.low, b.low),
      high: addEnds(a.high, b.high),
      integer: a.integer && b.integer,
    }
  );
}

function addEnds(a: End | undefined, b: End | undefined): End | undefined {
  return a && b && { value: Q.add(a.value, b.value), open: a.open || b.open };
}

export function subtractRanges(a: Range, b: Range): Range {
  const [x, y] = [pointOf(a), pointOf(b)];
  if (x && y) return pointAt(Q.subtract(x, y), a.integer && b.integer);
  return addRanges(a, negateRange(b));
}

// An end during multiplication: a finite end, or an infinity with its sign.
type Extended = { readonly infinite: 1 | -1 } | (End & { readonly infinite: 0 });

function extended(end: End | undefined, side: 1 | -1): Extended {
  return end === undefined ? { infinite: side } : { infinite: 0, value: end.value, open: end.open };
}

function multiplyEnds(a: Extended, b: Extended): Extended {
  if (a.infinite === 0 && b.infinite === 0) {
    const value = Q.multiply(a.value, b.value);
    // A closed zero makes the product reach zero whatever the other end does.
    const reached = (!a.open && Q.signOf(a.value) === 0) || (!b.open && Q.signOf(b.value) === 0);
    return { infinite: 0, value, open: !reached && (a.open || b.open) };
  }
  const sign = signOfExtended(a) * signOfExtended(b);
  if (sign !== 0) return { infinite: sign > 0 ? 1 : -1 };
  const zero = a.infinite === 0 ? a : b;
  return { infinite: 0, value: Q.ZERO, open: zero.infinite === 0 && zero.open };
}

function signOfExtended(end: Extended): number {
  return end.infinite === 0 ? Q.signOf(end.value) : end.infinite;
}

function orderExtended(a: Extended, b: Extended): number {
  if (a.infinite === 0 && b.infinite === 0) return Q.compare(a.value, b.value);
  return a.infinite - b.infinite;
}

/** Every member times one figure. */
export function scaleRange(a: Range, factor: Rational): Range {
  const sign = Q.signOf(factor);
  if (sign === 0) return point(Q.ZERO);
  const exact = combineExactly('*', a, point(factor));
  if (exact) return exact;
  const scale = (end: End | undefined): End | undefined =>
    end && { value: Q.multiply(end.value, factor), open: end.open };
  const [low, high] = sign > 0 ? [a.low, a.high] : [a.high, a.low];
  const lowest = scale(low);
  const highest = low === high ? lowest : scale(high);
  return { low: lowest, high: highest, integer: a.integer && Q.isInteger(factor) };
}

export function multiplyRanges(a: Range, b: Range): Range {
  const [x, y] = [pointOf(a), pointOf(b)];
  if (x) return y ? point(Q.multiply(x, y)) : scaleRange(b, x);
  if (y) return scaleRange(a, y);
  return combineExactly('*', a, b) ?? multiplyEndwise(a, b);
}

function multiplyEndwise(a: Range, b: Range): Range {
  const products: Extended[] = [];
  for (const x of [extended(a.low, -1), extended(a.high, 1)])
    for (const y of [extended(b.low, -1), extended(b.high, 1)]) products.push(multiplyEnds(x, y));
  return {
    low: extreme(products, -1),
    high: extreme(products, 1),
    integer: a.integer && b.integer,
  };
}

function extreme(ends: readonly Extended[], side: 1 | -1): End | undefined {
  const best = ends.reduce((chosen, end) => {
    const order = orderExtended(end, chosen) * side;
    const closes = order === 0 && end.infinite === 0 && !end.open;
    return order > 0 || closes ? end : chosen;
  });
  return best.infinite === 0 ? { value: best.value, open: best.open } : undefined;
}

/**
 * `a / b` for every member of `b` except 0. Undefined when 0 is the only member of `b`.
 * A divisor with members on both sides of 0 leaves nothing to say, unless the dividend is 0.
 */
export function divideRanges(a: Range, b: Range): Range | undefined {
  const exact = combineExactly('/', a, b);
  if (exact) return exact;
  const positive = between(higherLow(b.low, { value: Q.ZERO, open: true }), b.high, b.integer);
  const negative = between(b.low, lowerHigh(b.high, { value: Q.ZERO, open: true }), b.integer);
  const parts = [positive, negative].flatMap((part) =>
    part ? [multiplyRanges(a, reciprocal(part))] : [],
  );
  const [first, ...rest] = parts;
  if (first === undefined) return undefined;
  const quotient = rest.reduce(hull, first);
  const isWhole =
    a.integer && pointOf(b) !== undefined && Q.equal(Q.absolute(pointOf(b) ?? Q.ZERO), Q.ONE);
  return { ...quotient, integer: isWhole };
}

// `b` lies wholly on one side of zero.
function reciprocal(b: Range): Range {
  const flip = (end: End | undefined): End | undefined => {
    if (end === undefined) return { value: Q.ZERO, open: true };
    if (Q.signOf(end.value) === 0) return undefined;
    return { value: Q.divide(Q.ONE, end.value), open: end.open };
  };
  return { low: flip(b.high), high: flip(b.low), integer: false };
}

/** The image of a range under a function that never decreases, with closed images of its ends. */
export function mapMonotone(
  a: Range,
  image: (value: Rational) => Rational,
  integer = false,
): Range {
  const exact = imageExactly(a, image);
  if (exact) return point(exact);
  const map = (end: End | undefined): End | undefined =>
    end && { value: image(end.value), open: false };
  return { low: map(a.low), high: map(a.high), integer };
}

/** The range of rounded figures; an open end rounds to what figures just inside it round to. */
export function roundRange(a: Range, rounding: Rounding): Range {
  if (a.low && a.low === a.high) return point(round(a.low.value, rounding));
  const single = pointOf(a);
  if (single) return pointAt(round(single, rounding), Q.isInteger(rounding.step));
  const exact = imageExactly(a, (value) => round(value, rounding));
  if (exact) return point(exact);
  const inside = (end: End | undefined, direction: 1 | -1): End | undefined => {
    if (end === undefined) return undefined;
    const at = round(end.value, rounding);
    if (!end.open) return { value: at, open: false };
    // Between two neighbouring half steps rounding is constant, so any figure in between decides it.
    const nudge = Q.divide(rounding.step, Q.rational(4));
    const halfSteps = Q.divide(end.value, Q.divide(rounding.step, Q.rational(2)));
    const onHalfStep = Q.isInteger(halfSteps);
    const near = onHalfStep
      ? Q.add(end.value, direction === 1 ? nudge : Q.negate(nudge))
      : end.value;
    return { value: round(near, rounding), open: false };
  };
  return { low: inside(a.low, 1), high: inside(a.high, -1), integer: Q.isInteger(rounding.step) };
}

export function minimumOfRanges(a: Range, b: Range): Range {
  const [x, y] = [pointOf(a), pointOf(b)];
  if (x && y) return Q.compare(x, y) <= 0 ? a : b;
  const order = compareExactly(a, b);
  if (order !== undefined) return order <= 0 ? a : b;
  return {
    low: lowerLow(a.low, b.low),
    high: lowerHigh(a.high, b.high),
    integer: a.integer && b.integer,
  };
}

export function maximumOfRanges(a: Range, b: Range): Range {
  const [x, y] = [pointOf(a), pointOf(b)];
  if (x && y) return Q.compare(x, y) >= 0 ? a : b;
  const order = compareExactly(a, b);
  if (order !== undefined) return order >= 0 ? a : b;
  return {
    low: higherLow(a.low, b.low),
    high: higherHigh(a.high, b.high),
    integer: a.integer && b.integer,
  };
}

export function absoluteRange(a: Range): Range {
  if (a.low !== undefined && Q.signOf(a.low.value) >= 0) return a;
  if (a.high !== undefined && Q.signOf(a.high.value) <= 0) return negateRange(a);
  const zero: End = { value: Q.ZERO, open: false };
  return { low: zero, high: higherHigh(a.high, mirror(a.low)), integer: a.integer };
}

/** A member of the range, as round a figure as lies in it; used as a witness in messages. */
export function memberOf(range: Range): Rational {
  const single = pointOf(range);
  if (single) return single;
  if (range.low && !range.low.open) return range.low.value;
  if (range.high && !range.high.open) return range.high.value;
  if (!range.low && !range.high) return Q.ZERO;
  if (!range.low) return Q.subtract(Q.floor(range.high?.value ?? Q.ZERO), Q.ONE);
  if (!range.high) return Q.add(Q.floor(range.low.value), Q.ONE);
  return roundestBetween(range.low.value, range.high.value);
}

// The figure with the fewest decimals strictly between two others.
function roundestBetween(low: Rational, high: Rational): Rational {
  for (let scale = 1n; ; scale *= 10n) {
    const step = Q.rational(1n, scale);
    const candidate = Q.multiply(Q.add(Q.floor(Q.divide(low, step)), Q.ONE), step);
    if (Q.compare(candidate, high) < 0) return candidate;
  }
}
