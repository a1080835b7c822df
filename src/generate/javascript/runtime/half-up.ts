// Rounding as nearly all rules ask for it; other ways to round bring along `round` with all of them.
import type { Rational } from '../../../number/rational.ts';
import { HALF } from '../../../number/rounding.ts';
import { absolute, add, divide, floor, multiply, negate } from '../../../number/rational.ts';

/** The nearest multiple of `step`; halves go away from zero. */
export function halfUp(value: Rational, step: Rational): Rational {
  const size = multiply(floor(add(divide(absolute(value), step), HALF)), step);
  return value.n < 0n ? negate(size) : size;
}
