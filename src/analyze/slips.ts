// By what a figure is off when its unit or its decimal point was misread.
import type { Rational } from '../number/rational.ts';
import { rational } from '../number/rational.ts';
import { isMoney } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';

const BETWEEN_MONEY_WORDS = [
  rational(10_000),
  rational(1, 10_000),
  rational(100_000_000),
  rational(1, 100_000_000),
];
const SHIFTED_POINTS = [rational(10), rational(1, 10), rational(100), rational(1, 100)];

/** The factors to try for a figure of this unit, the likeliest first. */
export function slipFactors(unit: Unit): readonly Rational[] {
  return isMoney(unit) ? [...BETWEEN_MONEY_WORDS, ...SHIFTED_POINTS] : SHIFTED_POINTS;
}
