// One figure of a department's file as steps of its input: whole numbers where the steps are fine
// enough, fractions where they are not, and a sentence where it cannot be taken.
import type { Rational } from '../../../number/rational.ts';
import { compare, divide, multiply, rational } from '../../../number/rational.ts';
import { parseDate } from '../../../types/date.ts';
import { parseDecimal } from './decimal.ts';
import type { Figure } from './figure.ts';
import type { NumberSpec } from './input-spec.ts';

/** What is wrong with a part of a file, and where. */
export interface InputError {
  readonly path: string;
  readonly message: string;
}

export type Report = (path: string, message: string) => undefined;

/** `3/4` as a fraction. */
export function fraction(text: string): Rational {
  const [n = '0', d = '1'] = text.split('/');
  return rational(BigInt(n), BigInt(d));
}

/** Full-width digits and signs as their half-width twins, white space around the text removed. */
export function halfWidth(text: string): string {
  const twin = (mark: string) =>
    mark === '−' ? '-' : String.fromCodePoint((mark.codePointAt(0) ?? 0) - 0xfee0);
  return text.trim().replace(/[０-９．％＋－−，]/gu, twin);
}

/** Reads a figure in base units. */
export function readAmount(
  value: unknown,
  { units, bare }: Pick<NumberSpec, 'units' | 'bare'>,
  path: string,
  report: Report,
): Rational | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') {
    report(path, 'is no figure');
    return undefined;
  }
  const text = typeof value === 'number' ? String(value) : halfWidth(value);
  if (text.length > 10_000) {
    report(path, 'has too many digits');
    return undefined;
  }
  const [, decimal = '', suffix = ''] =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?)\s*(.*)$/su.exec(text) ?? [];
  const figure = parseDecimal(decimal);
  if (figure === undefined) {
    report(path, `“${text}” is no figure`);
    return undefined;
  }
  const digits = decimal
    .replace(/[eE].*$/u, '')
    .replace(/\D/gu, '')
    .replace(/^0+/u, '');
  if (typeof value === 'number' && digits.length > 15) {
    report(path, 'has more digits than a number in JSON keeps: put it in quotes');
    return undefined;
  }
  const scale =
    suffix === '' ? bare : units && Object.hasOwn(units, suffix) ? units[suffix] : undefined;
  if (scale !== undefined) return multiply(figure, fraction(scale));
  const accepted = Object.keys(units ?? {}).join(', ');
  report(
    path,
    suffix === ''
      ? `needs a unit behind it: ${accepted}`
      : `takes ${accepted || 'no unit'}, not “${suffix}”`,
  );
  return undefined;
}

/** Why a figure lies outside what is declared; undefined where it does not. */
export function outside(
  value: Rational,
  spec: Omit<NumberSpec, 'kind' | 'step'>,
): string | undefined {
  const { whole, least, above, most, below } = spec;
  if (whole === true && value.d !== 1n) return 'is no whole number';
  if (least !== undefined && compare(value, fraction(least)) < 0) return 'is too low';
  if (above !== undefined && compare(value, fraction(above)) <= 0) return 'is too low';
  if (most !== undefined && compare(value, fraction(most)) > 0) return 'is too high';
  if (below !== undefined && compare(value, fraction(below)) >= 0) return 'is too high';
  return undefined;
}

/** A figure in base units as a whole number of steps, or as it is where it is finer or too large. */
export function inSteps(value: Rational, step: string): Figure {
  const { n, d } = divide(value, fraction(step));
  return d === 1n && Number.isSafeInteger(Number(n)) ? Number(n) : value;
}

/** Reads a figure within its declared range. */
export function readFigure(
  value: unknown,
  spec: NumberSpec,
  path: string,
  report: Report,
): Figure | undefined {
  return withinRange(readAmount(value, spec, path, report), spec, path, report);
}

/** Reads a date within its declared range, as a day number. */
export function readDate(
  value: unknown,
  spec: NumberSpec,
  path: string,
  report: Report,
): Figure | undefined {
  const day = typeof value === 'string' ? parseDate(halfWidth(value)) : undefined;
  if (day === undefined) {
    report(path, 'is no date');
    return undefined;
  }
  return withinRange(rational(day), spec, path, report);
}

function withinRange(
  amount: Rational | undefined,
  spec: NumberSpec,
  path: string,
  report: Report,
): Figure | undefined {
  if (amount === undefined) return undefined;
  const wrong = outside(amount, spec);
  if (wrong === undefined) return inSteps(amount, spec.step);
  report(path, wrong);
  return undefined;
}
