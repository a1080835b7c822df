// Decimal text in and out. Reading accepts plain decimal notation only; writing is exact: a value
// whose decimal expansion does not end is written as a fraction, never cut. The only file that
// imports decimal.js, which settles notation (exponents, signs, leading zeros) for us.
import { Decimal } from 'decimal.js';
import type { Rational } from './rational.ts';
import { rational } from './rational.ts';
import type { Rounding } from './rounding.ts';
import { round } from './rounding.ts';

const DECIMAL_TEXT = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const PLAIN = Decimal.clone({ precision: 1e6, toExpNeg: -9e15, toExpPos: 9e15 });

/** The exact value of decimal text such as `-12.50` or `1e3`; undefined when it is not a number. */
export function parseDecimal(text: string): Rational | undefined {
  if (!DECIMAL_TEXT.test(text)) return undefined;
  const plain = new PLAIN(text).toFixed();
  const [whole = '0', fraction = ''] = plain.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

/** How many significant digits a decimal text carries, zeros at the front not counted. */
export function significantDigits(text: string): number {
  const mantissa = text
    .replace(/[eE].*$/, '')
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '');
  return Math.max(1, mantissa.length);
}

/** The number of decimals of an exact finite expansion, or undefined when it never ends. */
export function decimalsOf(value: Rational): number | undefined {
  let rest = value.d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

/**
 * Exact text: a decimal when the expansion ends (`5.88`), otherwise a fraction (`5/3`).
 * `atLeast` pads with zeros to that many decimals, as published score sheets do.
 */
export function formatExact(value: Rational, atLeast = 0): string {
  const decimals = decimalsOf(value);
  if (decimals === undefined) return `${value.n}/${value.d}`;
  return formatScaled(value, Math.max(decimals, atLeast));
}

/** True when the exact expansion of `value` ends within `decimals` places. */
export function endsWithin(value: Rational, decimals: number): boolean {
  const exact = decimalsOf(value);
  return exact !== undefined && exact <= decimals;
}

/**
 * Text for reading along, at most `decimals` places: exact when it ends there, otherwise rounded
 * half up to just so many with a leading `≈`, so that it is never mistaken for the figure.
 */
export function formatApproximate(value: Rational, decimals: number): string {
  if (endsWithin(value, decimals)) return formatExact(value);
  const rounding: Rounding = { step: rational(1n, 10n ** BigInt(decimals)), mode: 'half-up' };
  return `≈${formatExact(round(value, rounding), decimals)}`;
}

function formatScaled(value: Rational, decimals: number): string {
  const scaled = (value.n * 10n ** BigInt(decimals)) / value.d;
  const negative = scaled < 0n;
  const digits = (negative ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return negative ? `-${text}` : text;
}
