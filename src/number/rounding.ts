// Rounding to a multiple of a step, the only place where the language lets go of a digit, and only
// where a rule asks for it.
import type { Rational } from './rational.ts';
import { rational } from './rational.ts';

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
  const { step, mode } = rounding;
  const isNegative = value.n < 0n;
  const magnitude = isNegative ? -value.n : value.n;
  // So many steps and a part of one: as a fraction `part / whole`.
  const whole = value.d * step.n;
  const scaled = magnitude * step.d;
  const below = scaled / whole;
  const steps = goesUp(below, scaled - below * whole, whole, mode) ? below + 1n : below;
  return rational((isNegative ? -steps : steps) * step.n, step.d);
}

// Whether so many steps and a part of one more become one more.
function goesUp(below: bigint, part: bigint, whole: bigint, mode: RoundingMode): boolean {
  switch (mode) {
    case 'down':
      return false;
    case 'up':
      return part > 0n;
    case 'half-up':
      return 2n * part >= whole;
    case 'half-even': {
      const twice = 2n * part;
      return twice > whole || (twice === whole && below % 2n === 1n);
    }
    default:
      return mode satisfies never;
  }
}
