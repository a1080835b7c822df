// The simplest fraction of an interval: the one with the smallest denominator, found by continued
// fractions. The steps keep what they find in lowest terms, so that nothing need be reduced.
import type { Rational } from './rational.ts';
import { floor } from './rational.ts';

/** The simplest fraction strictly between two others. */
export function simplestBetween(low: Rational, high: Rational): Rational {
  return simplest(low, high, false);
}

/** The simplest fraction from one to another, either of which it may be. */
export function simplestWithin(low: Rational, high: Rational): Rational {
  return simplest(low, high, true);
}

function simplest(low: Rational, high: Rational, closed: boolean): Rational {
  const first = floor(low).n;
  const shifted = { n: low.n - first * low.d, d: low.d };
  const { n, d } = simplestAbove(shifted, { n: high.n - first * high.d, d: high.d }, closed);
  return { n: n + first * d, d };
}

// The same where neither is negative, in lowest terms or not. A denominator of 0 is
// beyond everything.
function simplestAbove(low: Rational, high: Rational, closed: boolean): Rational {
  const whole = low.n / low.d;
  if (closed && whole * low.d === low.n) return { n: whole, d: 1n };
  if ((whole + 1n) * high.d < high.n + (closed ? 1n : 0n)) return { n: whole + 1n, d: 1n };
  // Both lie within one whole number and the next: go on with what is left, turned over.
  const inner = simplestAbove(
    { n: high.d, d: high.n - whole * high.d },
    { n: low.d, d: low.n - whole * low.d },
    closed,
  );
  return { n: whole * inner.n + inner.d, d: inner.n };
}
