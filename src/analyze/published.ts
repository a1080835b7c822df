// Published numbers: how far they were rounded, and which exact results they can stand for.
import { isSingle } from '../types/enclosure.ts';
import type { Rational } from '../number/rational.ts';
import {
  absolute,
  add,
  divide,
  equal,
  multiply,
  rational,
  signOf,
  subtract,
} from '../number/rational.ts';
import { parseDecimal } from '../number/decimal.ts';
import { round } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { encloses, intersect, point } from '../types/range.ts';

const HALF = rational(1, 2);
/** Score tables are printed with two decimals, though trailing zeros are often left out. */
const SCORE_DECIMALS = 2;

/** How many decimals the number in a published text has: 2 for `24.56%` and `5.10`. */
export function decimalsIn(text: string): number {
  return /[0-9０-９][.．]([0-9０-９]+)/.exec(text)?.[1]?.length ?? 0;
}

/** The last decimal of a published figure, in base units: 0.0001 for `24.56%`. */
export function stepOf(text: string, value: Rational): Rational {
  const last = rational(1n, 10n ** BigInt(decimalsIn(text)));
  return multiply(last, scaleOf(text, value));
}

// What one of the text's units is worth: the published value over the number in the text.
function scaleOf(text: string, value: Rational): Rational {
  const digits = /\d+(?:\.\d+)?/.exec(text.replace(/[０-９．]/g, toAscii).replace(/,/g, ''))?.[0];
  const written = digits === undefined ? undefined : parseDecimal(digits);
  if (written && signOf(written) !== 0 && signOf(value) !== 0)
    return divide(absolute(value), written);
  return rational(1, /[%％]/.test(text) ? 100 : text.includes('‰') ? 1000 : 1);
}

function toAscii(character: string): string {
  return character === '．' ? '.' : String.fromCharCode(character.charCodeAt(0) - 0xfee0);
}

/** The exact results that round half up to a figure published with this last decimal. */
export function roundingTo(value: Rational, step: Rational): Range {
  const half = multiply(step, HALF);
  const [low, high] = [subtract(value, half), add(value, half)];
  // Halves are rounded away from zero: they belong to the figure that is further out.
  const sign = signOf(value);
  return {
    low: { value: low, open: sign <= 0 },
    high: { value: high, open: sign >= 0 },
    integer: false,
  };
}

/** What a published score is compared with. */
export interface Target {
  readonly published: Rational;
  /** The recomputed scores that agree with it. */
  readonly agreeing: Range;
}

/**
 * The scores that agree with a published one: itself, and where the rules leave scores unrounded
 * also what would be printed as it.
 */
export function targetOf(published: Rational, text: string, isRounded: boolean): Target {
  if (isRounded) return { published, agreeing: point(published) };
  const decimals = Math.max(SCORE_DECIMALS, decimalsIn(text));
  return { published, agreeing: roundingTo(published, rational(1n, 10n ** BigInt(decimals))) };
}

/** Whether every, some or no score of a range agrees. */
export function agreement(score: Range, { agreeing }: Target): 'all' | 'some' | 'none' {
  if (intersect(score, agreeing) === undefined) return 'none';
  return isSingle(score) || encloses({ ...agreeing, integer: false }, { ...score, integer: false })
    ? 'all'
    : 'some';
}

/** True when the exact value, rounded half up to the figure's last decimal, is the figure. */
export function roundsTo(exact: Rational, value: Rational, step: Rational): boolean {
  return equal(round(exact, { step, mode: 'half-up' }), value);
}
