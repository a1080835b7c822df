// How fine the figures of a compiled input are: every kind of figure is counted in whole steps, so that
// it fits a double exactly. What is finer than its step stays a fraction and is scored exactly.
import type { NumberType, Type } from '../../types/type.ts';
import { isMoney, isPlain } from '../../types/unit.ts';

/**
 * How many steps make one base unit: money counts in 分, percentages in ten-thousandths of a percent,
 * whole figures in ones, all others in ten-thousandths.
 */
export function stepsPerUnit(type: Type): bigint {
  if (type.kind !== 'number') return 1n;
  if (type.integer) return 1n;
  if (isMoney(type.unit)) return 100n;
  return isPercentage(type) ? 1_000_000n : 10_000n;
}

/** Awards count in hundredths of a point. */
export const AWARD_STEPS = 100n;

/**
 * Figures up to this many steps are scored in doubles; larger ones exactly. For money that is 2^42 分,
 * about 440 亿元: times 1,200, which rounding six points to the cent takes, it still fits 2^53.
 */
const MOST_STEPS = 2n ** 42n;
/** Nobody counts more things than these, which an Int32Array holds. */
const MOST_THINGS = 2n ** 31n - 1n;

/** How large a figure may be to be scored in doubles, in steps. */
export function mostSteps(type: Type): bigint {
  return type.kind === 'number' && type.integer ? MOST_THINGS : MOST_STEPS;
}

function isPercentage({ unit }: NumberType): boolean {
  return isPlain(unit) && unit.label === '%';
}
