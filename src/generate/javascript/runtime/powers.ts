// Powers with whole exponents.
import type { Rational } from '../../../number/rational.ts';
import { powerOf } from '../../../number/roots.ts';

export function power(base: Rational, exponent: Rational): Rational {
  return powerOf(base, Number(exponent.n));
}
