// Roots and whole powers of ranges: the images of their ends, exact for a known figure. A root that is
// no fraction is kept as the root it is, between ends that no other figure of the question comes near.
import type { Algebraic } from '../number/algebraic.ts';
import {
  enclosureOf,
  ofRational,
  productOf,
  rootOf,
  signOfAlgebraic,
} from '../number/algebraic.ts';
import * as Q from '../number/rational.ts';
import { powerOf, rationalRoot } from '../number/roots.ts';
import { enclose, figureIn } from './enclosure.ts';
import type { End, Range } from './range.ts';
import { EVERYTHING, absoluteRange, divideRanges, point } from './range.ts';

const AT_LEAST_ZERO: Range = {
  low: { value: Q.ZERO, open: false },
  high: undefined,
  integer: false,
};

/** The roots of the members that are not negative. */
export function rootOfRange(range: Range, degree: number): Range {
  const figure = figureIn(range);
  if (figure)
    return signOfAlgebraic(figure) === -1 ? AT_LEAST_ZERO : enclose(rootOf(figure, degree));
  const end = (from: End | undefined, side: 'low' | 'high'): End | undefined => {
    if (from === undefined || Q.signOf(from.value) < 0)
      return side === 'low' ? AT_LEAST_ZERO.low : undefined;
    const exact = rationalRoot(from.value, degree);
    if (exact) return { value: exact, open: from.open };
    return { value: enclosureOf(rootOf(ofRational(from.value), degree))[side], open: true };
  };
  return { low: end(range.low, 'low'), high: end(range.high, 'high'), integer: false };
}

/** The members to a whole power; 0 is left out of the members where the power is negative. */
export function powerOfRange(range: Range, exponent: number): Range {
  if (exponent < 0) {
    const power = powerOfRange(range, -exponent);
    return divideRanges(point(Q.ONE), power) ?? EVERYTHING;
  }
  if (exponent === 0) return point(Q.ONE);
  const { irrational } = range;
  if (irrational) return enclose(algebraicPower(irrational, exponent));
  const base = exponent % 2 === 0 ? absoluteRange(range) : range;
  const end = (from: End | undefined): End | undefined =>
    from && { value: powerOf(from.value, exponent), open: from.open };
  return { low: end(base.low), high: end(base.high), integer: base.integer };
}

function algebraicPower(figure: Algebraic, exponent: number): Algebraic {
  // The square of a square root needs no bounds to be told.
  if (figure.kind === 'root' && exponent % figure.degree === 0)
    return algebraicPower(figure.of, exponent / figure.degree);
  return Array.from({ length: exponent - 1 }, () => figure).reduce(productOf, figure);
}
