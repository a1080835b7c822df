// One figure of a department's file as steps of its input: whole numbers where the steps are fine
// enough, fractions where they are not.
import type { Rational } from '../../../number/rational.ts';
import { compare, multiply, rational } from '../../../number/rational.ts';
import { parseDate } from '../../../types/date.ts';
import type { Figure } from './figure.ts';
import { fraction, stepped } from './figure.ts';
import type { NumberSpec, PoolSpec } from './input-spec.ts';
import type { Reading, Spec } from './reading.ts';
import { wrong } from './reading.ts';

/** Full-width digits and signs as their half-width twins, white space around the text removed. */
export function halfWidth(text: string): string {
  return text
    .trim()
    .replace(/[０-９．％＋－，]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('−', '-');
}

/** Reads a figure in base units. */
export function readAmount(
  value: unknown,
  { units = {}, bare }: Pick<NumberSpec, 'units' | 'bare'>,
  path: string,
  reading: Reading,
): Rational | undefined {
  const isNumber = typeof value === 'number';
  const text = isNumber ? String(value) : typeof value === 'string' ? halfWidth(value) : '';
  const [, sign = '', whole = '', part = '', power = 0, unit = ''] =
    /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d{1,3}))?\s*(.*)$/su.exec(text) ?? [];
  const digits = whole + part;
  if (digits === '' || text.length > 10_000) return wrong(path, 'wrong-kind', reading);
  if (isNumber && digits.replace(/^0+/u, '').length > 15) return wrong(path, 'imprecise', reading);
  const scale = unit === '' ? bare : Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (scale === undefined) return wrong(path, 'wrong-unit', reading);
  const [amount, tens] = [BigInt(sign + digits), Number(power) - part.length];
  const shift = 10n ** BigInt(Math.abs(tens));
  return multiply(tens < 0 ? rational(amount, shift) : rational(amount * shift), fraction(scale));
}

/** What limits a figure. */
export type Limits = Omit<NumberSpec, 'kind' | 'step'> & { readonly points?: string };

/** Whether a figure is what is declared; an award has its full points for a limit. */
export function isWithin(
  value: Rational,
  { points, whole, least = points && '0', above, most = points, below }: Limits,
): boolean {
  const side = (limit: string | undefined, inside: number) =>
    limit === undefined ? inside : compare(value, fraction(limit));
  return (
    (!whole || value.d === 1n) &&
    side(least, 0) >= 0 &&
    side(above, 1) > 0 &&
    side(most, 0) <= 0 &&
    side(below, -1) < 0
  );
}

function readWithin(
  amount: Rational | undefined,
  spec: NumberSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  if (amount && !isWithin(amount, spec)) return wrong(path, 'out-of-range', reading);
  return amount && stepped(amount, fraction(spec.step));
}

/** Reads a figure within its declared range. */
export function readFigure(
  value: unknown,
  spec: NumberSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  return readWithin(readAmount(value, spec, path, reading), spec, path, reading);
}

/** Reads a date within its declared range, as a day number. */
export function readDate(
  value: unknown,
  spec: NumberSpec,
  path: string,
  reading: Reading,
): Figure | undefined {
  const day = typeof value === 'string' ? parseDate(halfWidth(value)) : undefined;
  if (day === undefined) return wrong(path, 'wrong-kind', reading);
  return readWithin(rational(day), spec, path, reading);
}

/** Whether an input is an award. */
export function isAward(spec: Spec): spec is Exclude<Spec, PoolSpec> & { points: string } {
  return 'points' in spec && spec.kind !== 'pool';
}
