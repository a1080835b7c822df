// Rounding to a multiple of a step, the only place where the language lets go of a digit, and only
// where a rule asks for it.
import type { Rational } from './rational.ts';
import {
  absolute,
  compare,
  divide,
  floor,
  ceiling,
  multiply,
  negate,
  rational,
  signOf,
  subtract,
} from './rational.ts';

/**
 * How a figure between two multiples is decided. `half-up` takes halves away from zero (四舍五入),
 * `half-even` to the even multiple (四舍六入五成双), `up` away from zero, `down` towards zero.
 */
export type RoundingMode = 'half-up' | 'half-even' | 'up' | 'down';

/** A rounding rule: the step (a positive rational, not only powers of ten) and the mode. */
export interface Rounding {
  readonly step: Rational;
  readonly mode: RoundingMode;
}

export const HALF = rational(1, 2);

/** The multiple of `rounding.step` that the mode chooses for `value`. */
export function round(value: Rational, rounding: Rounding): Rational {
  const magnitude = divide(absolute(value), rounding.step);
  const rounded = multiply(roundMagnitude(magnitude, rounding.mode), rounding.step);
  return signOf(value) < 0 ? negate(rounded) : rounded;
}

function roundMagnitude(magnitude: Rational, mode: RoundingMode): Rational {
  const below = floor(magnitude);
  switch (mode) {
    case 'down':
      return below;
    case 'up':
      return ceiling(magnitude);
    case 'half-up':
    case 'half-even': {
      const side = compare(subtract(magnitude, below), HALF);
      const goesUp = side > 0 || (side === 0 && (mode === 'half-up' || below.n % 2n === 1n));
      return goesUp ? { n: below.n + 1n, d: 1n } : below;
    }
    default:
      return mode satisfies never;
  }
}
