// Roots of whole numbers and of fractions: exact where the root is a fraction itself, otherwise the
// two neighbours between which it lies. BigInt only, like every figure.
import type { Rational } from './rational.ts';
import { rational, signOf } from './rational.ts';

/** The largest whole number whose power is not above `value`, which must not be negative. */
export function integerRoot(value: bigint, degree: number): bigint {
  if (value < 2n) return value;
  const n = BigInt(degree);
  const bits = value.toString(2).length;
  // Newton's method from above falls until it has arrived.
  let guess = 1n << BigInt(Math.ceil(bits / degree));
  for (;;) {
    const next = ((n - 1n) * guess + value / guess ** (n - 1n)) / n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** The root where it is a fraction; undefined where it is irrational or of a negative figure. */
export function rationalRoot(value: Rational, degree: number): Rational | undefined {
  if (signOf(value) < 0) return undefined;
  const [above, below] = [integerRoot(value.n, degree), integerRoot(value.d, degree)];
  const power = BigInt(degree);
  // In lowest terms a fraction is a power exactly when both of its parts are.
  return above ** power === value.n && below ** power === value.d
    ? rational(above, below)
    : undefined;
}

/** `value` to a whole power, which may be negative unless the value is 0. */
export function powerOf(value: Rational, exponent: number): Rational {
  const power = BigInt(Math.abs(exponent));
  const [above, below] = [value.n ** power, value.d ** power];
  return exponent < 0 ? rational(below, above) : rational(above, below);
}
