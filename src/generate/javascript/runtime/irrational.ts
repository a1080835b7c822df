// Figures that may be irrational roots: the four operations, order and rounding, all exact. Where a
// rule takes a root, these stand in place of those of fractions.
import type { Algebraic } from '../../../number/algebraic.ts';
import {
  asRational,
  compareAlgebraic,
  imageOf,
  negated,
  ofRational,
  productOf,
  quotientOf,
  rootOf,
  sumOf,
} from '../../../number/algebraic.ts';
import * as Q from '../../../number/rational.ts';
import type { Rational } from '../../../number/rational.ts';
import { powerOf } from '../../../number/roots.ts';
import type { Rounding } from '../../../number/rounding.ts';
import { round } from '../../../number/rounding.ts';
import type { Figure } from './figure.ts';
import { stepped } from './figure.ts';
import { undecided } from './undecided.ts';

/** A fraction, or a number made with roots. */
export type Real = Rational | Algebraic;

function algebraic(figure: Real): Algebraic {
  return 'kind' in figure ? figure : ofRational(figure);
}

function settled(figure: Algebraic): Real {
  return asRational(figure) ?? figure;
}

export function plus(a: Real, b: Real): Real {
  if (!('kind' in a) && !('kind' in b)) return Q.add(a, b);
  return settled(sumOf(algebraic(a), algebraic(b)));
}

export function minus(a: Real, b: Real): Real {
  return plus(a, opposite(b));
}

export function times(a: Real, b: Real): Real {
  if (!('kind' in a) && !('kind' in b)) return Q.multiply(a, b);
  return settled(productOf(algebraic(a), algebraic(b)));
}

export function over(a: Real, b: Real): Real {
  if (!('kind' in a) && !('kind' in b)) return Q.divide(a, b);
  return settled(quotientOf(algebraic(a), algebraic(b)));
}

export function opposite(a: Real): Real {
  return 'kind' in a ? settled(negated(a)) : Q.negate(a);
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function order(a: Real, b: Real): -1 | 0 | 1 {
  if (!('kind' in a) && !('kind' in b)) return Q.compare(a, b);
  const found = compareAlgebraic(algebraic(a), algebraic(b));
  if (found === undefined) throw undecided('two irrational figures lie too close to each other');
  return found;
}

export function same(a: Real, b: Real): boolean {
  return order(a, b) === 0;
}

export function smaller(a: Real, b: Real): Real {
  return order(a, b) <= 0 ? a : b;
}

export function larger(a: Real, b: Real): Real {
  return order(a, b) >= 0 ? a : b;
}

export function size(a: Real): Real {
  return order(a, Q.ZERO) < 0 ? opposite(a) : a;
}

function image(a: Real, of: (value: Rational) => Rational): Rational {
  if (!('kind' in a)) return of(a);
  const found = imageOf(a, of);
  if (found === undefined) throw undecided('an irrational figure lies too close to a rounding');
  return found;
}

export function rounded(a: Real, rounding: Rounding): Rational {
  return image(a, (value) => round(value, rounding));
}

export function wholeBelow(a: Real): Rational {
  return image(a, Q.floor);
}

export function wholeAbove(a: Real): Rational {
  return image(a, Q.ceiling);
}

export function root(a: Real, degree: Rational): Real {
  return settled(rootOf(algebraic(a), Number(degree.n)));
}

export function powerOfReal(a: Real, exponent: Rational): Real {
  if (!('kind' in a)) return powerOf(a, Number(exponent.n));
  const times_ = Math.abs(Number(exponent.n));
  let result: Real = Q.ONE;
  for (let done = 0; done < times_; done++) result = times(result, a);
  return exponent.n < 0n ? over(Q.ONE, result) : result;
}

/** A figure in whole steps, or the fraction that it is; results hold no irrational ones. */
export function steppedReal(figure: Real, step: Rational): Figure {
  if ('kind' in figure) throw undecided('a result is irrational and not rounded');
  return stepped(figure, step);
}
