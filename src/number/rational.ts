// Exact rational numbers: a numerator and a positive denominator in lowest terms. Every figure of
// the language lives here from the moment it is read until it is printed; nothing in this file
// rounds.

/** An exact fraction `n / d` with `d > 0` and no common factor; operations rely on that. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

/** The greatest common divisor, never negative. */
export function gcd(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) {
    const rest = x % y;
    x = y;
    y = rest;
  }
  return x;
}

/** What two factors have in common; 1 where both are 0, so that it always divides. */
export function commonFactor(a: bigint, b: bigint): bigint {
  return gcd(a, b) || 1n;
}

/** `n / d` in lowest terms. Throws a RangeError when `d` is 0: callers must have excluded it. */
export function rational(n: bigint | number, d: bigint | number = 1n): Rational {
  let numerator = BigInt(n);
  let denominator = BigInt(d);
  if (denominator === 0n) throw new RangeError('a fraction over 0');
  if (denominator === 1n) return { n: numerator, d: 1n };
  if (denominator < 0n) {
    numerator = -numerator;
    denominator = -denominator;
  }
  const divisor = gcd(numerator, denominator);
  if (divisor === 1n) return { n: numerator, d: denominator };
  return { n: numerator / divisor, d: denominator / divisor };
}

export function subtract(a: Rational, b: Rational): Rational {
  return add(a, negate(b));
}

// The figures are in lowest terms, so that common factors can only be where their parts meet: they are
// looked for in small numbers there, not in the large ones that come of it (Knuth 2, 4.5.1).
export function add(a: Rational, { n, d }: Rational): Rational {
  if (a.d === 1n && d === 1n) return { n: a.n + n, d };
  const common = gcd(a.d, d);
  if (common === 1n) return { n: a.n * d + n * a.d, d: a.d * d };
  const rest = a.d / common;
  const sum = a.n * (d / common) + n * rest;
  const left = gcd(sum, common);
  return { n: sum / left, d: rest * (d / left) };
}

export function multiply(a: Rational, b: Rational): Rational {
  if (a.d === 1n && b.d === 1n) return { n: a.n * b.n, d: 1n };
  const left = gcd(a.n, b.d);
  const right = gcd(b.n, a.d);
  return { n: (a.n / left) * (b.n / right), d: (a.d / right) * (b.d / left) };
}

/** `a / b`. Throws a RangeError when `b` is 0: the checker refuses rules that could divide by 0. */
export function divide(a: Rational, b: Rational): Rational {
  if (b.n === 0n) return rational(a.n, b.n);
  return multiply(a, b.n < 0n ? { n: -b.d, d: -b.n } : { n: b.d, d: b.n });
}

export function negate({ n, d }: Rational): Rational {
  return { n: -n, d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/** Negative, zero or positive as `a` is below, equal to or above `b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const alike = a.d === b.d;
  const left = alike ? a.n : a.n * b.d;
  const right = alike ? b.n : b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
}

export function equal(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

export function minimum(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

export function maximum(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

export function signOf(a: Rational): -1 | 0 | 1 {
  return a.n < 0n ? -1 : a.n > 0n ? 1 : 0;
}

export function isInteger(a: Rational): boolean {
  return a.d === 1n;
}

/** The largest integer that is not above `a`. */
export function floor(a: Rational): Rational {
  const quotient = a.n / a.d;
  return { n: a.n < 0n && quotient * a.d !== a.n ? quotient - 1n : quotient, d: 1n };
}

/** The smallest integer that is not below `a`. */
export function ceiling(a: Rational): Rational {
  return negate(floor(negate(a)));
}

export function sum(values: readonly Rational[]): Rational {
  return values.reduce(add, ZERO);
}
