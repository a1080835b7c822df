// Decimal text as a fraction, with BigInt alone.
import type { Rational } from '../../../number/rational.ts';
import { rational } from '../../../number/rational.ts';

/** The exact value of decimal text such as `-12.50` or `1e3`; undefined when it is not a number. */
export function parseDecimal(text: string): Rational | undefined {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!match) return undefined;
  const [, sign = '', whole = '', fraction = '', power = '0'] = match;
  if (whole + fraction === '') return undefined;
  const exponent = Number(power) - fraction.length;
  const digits = BigInt(sign + whole + fraction || '0');
  return exponent < 0
    ? rational(digits, 10n ** BigInt(-exponent))
    : rational(digits * 10n ** BigInt(exponent));
}
