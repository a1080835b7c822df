// Figures as columns of the result: exact decimals where they end, and otherwise a numerator and a
// denominator.
import type { Rational } from '../../number/rational.ts';
import { ceiling, divide, multiply, rational } from '../../number/rational.ts';
import type { Figure } from './figure.ts';
import { ratioOf } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { fitsWide, whereFits } from './wide.ts';
import type { Whole } from './whole.ts';
import {
  boundsOf,
  columnWhole,
  constantWhole,
  least,
  most,
  peakOf,
  timesFactor,
  typeFor,
  wholeNode,
} from './whole.ts';

/**
 * The figure by way of columns that bear the words, so that whoever reads it reads those. One that has been
 * proved to lie between 0 and a most keeps to them.
 */
export function namedFigure(
  sheet: Sheet,
  words: string,
  figure: Figure,
  highest: Rational | undefined,
): Figure {
  const ratio = ratioOf(sheet, figure);
  if (!ratio) return figure;
  const named = (whole: Whole, suffix: string): Whole => {
    const type = typeFor(sheet, peakOf(whole));
    if (whole.body === undefined || type === undefined) return whole;
    const node = wholeNode(sheet, whole, type);
    sheet.call(node, `${words}${suffix}`);
    return columnWhole(node, ...boundsOf(whole));
  };
  const { n, d } = ratio;
  if (d.body === undefined) {
    const step = rational(1n, d.factor);
    const whole = named(n, '');
    if (!highest || whole.body === undefined) return { kind: 'steps', whole, step };
    const last = ceiling(divide(highest, step)).n;
    const [low, high] = [most(0n, whole.low), least(last, whole.high)];
    const peak = most(low, high);
    return { kind: 'steps', whole: { ...whole, low, high, peak }, step };
  }
  const one = rational(1);
  return {
    kind: 'quotient',
    left: { kind: 'steps', whole: named(n, ' above'), step: one },
    right: { kind: 'steps', whole: named(d, ' below'), step: one },
  };
}

/** A figure as it is given out. */
export type Given =
  /** A whole number of 10^-digits. */
  | {
      readonly kind: 'decimal';
      readonly node: SqlNode;
      readonly digits: number;
      readonly peak: bigint;
    }
  | { readonly kind: 'fraction'; readonly above: SqlNode; readonly below: SqlNode }
  /** Larger than any whole number that is written out. */
  | { readonly kind: 'unknown' };

/** The figure, times a constant, as it is given out. */
export function givenFigure(sheet: Sheet, figure: Figure, by: Rational): Given {
  const ratio = ratioOf(sheet, figure);
  if (!ratio) return { kind: 'unknown' };
  const scale = multiply(by, rational(1));
  const n = timesFactor(ratio.n, scale.n);
  const d = timesFactor(ratio.d, scale.d);
  const digits = d.body === undefined ? digitsFor(d.factor) : undefined;
  if (digits !== undefined && digits <= 12) {
    const whole = timesFactor(n, 10n ** BigInt(digits) / d.factor);
    const peak = peakOf(whole);
    const type = typeFor(sheet, peak);
    if (type === 'double' || type === 'big')
      return { kind: 'decimal', node: wholeNode(sheet, whole, type), digits, peak };
  }
  const fixed = (whole: Whole): SqlNode => {
    const type = typeFor(sheet, peakOf(whole)) ?? 'wide';
    const fits = type === 'wide' ? fitsWide(sheet, [whole, constantWhole(0n)]) : undefined;
    const node = whereFits(sheet, fits, wholeNode(sheet, whole, type));
    return type === 'double' ? sheet.make('cast', 'big', [node]) : node;
  };
  return { kind: 'fraction', above: fixed(n), below: fixed(d) };
}

// How many decimals a fraction with this denominator ends after; undefined where it does not.
function digitsFor(d: bigint): number | undefined {
  for (let digits = 0; digits <= 18; digits++) if (10n ** BigInt(digits) % d === 0n) return digits;
  return undefined;
}
