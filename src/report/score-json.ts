// Figures for programs: a known one as exact text, one that no fraction equals by its first decimals, an
// open one by its two ends.
import { nearFigure } from '../types/enclosure.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { rational } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import type { ScoreJson } from './json-shape.ts';

const IRRATIONAL_STEP = rational(1n, 10n ** 40n);

/** Forty decimals of a figure that has endlessly many, cut half up. */
export function decimalDigits(value: Rational): string {
  return formatExact(round(value, { step: IRRATIONAL_STEP, mode: 'half-up' }));
}

/** A range of points for programs. */
export function scoreJson(range: Range, decimals = 0): ScoreJson {
  const known = pointOf(range);
  if (known) return formatExact(known, decimals);
  const near = nearFigure(range);
  if (near) return { irrational: true, approximately: decimalDigits(near) };
  const end = (value: Rational | undefined) => (value ? formatExact(value, decimals) : null);
  return { low: end(range.low?.value), high: end(range.high?.value) };
}
