import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decimalsOf,
  endsWithin,
  formatApproximate,
  formatExact,
  parseDecimal,
  significantDigits,
} from '../../src/number/decimal.ts';
import { rational } from '../../src/number/rational.ts';
import { q } from '../model-builder.ts';

describe('decimal text', () => {
  it.each([
    ['12.50', 25n, 2n],
    ['-0.5', -1n, 2n],
    ['.25', 1n, 4n],
    ['5.', 5n, 1n],
    ['+3', 3n, 1n],
    ['1e3', 1000n, 1n],
    ['1.5E-3', 3n, 2000n],
    ['-0', 0n, 1n],
    ['007', 7n, 1n],
    [
      '0.1234567890123456789012345678901234567890',
      1234567890123456789012345678901234567890n,
      10n ** 40n,
    ],
  ])('%s reads exactly', (text, n, d) => {
    expect(parseDecimal(text)).toEqual(rational(n, d));
  });

  it.each([
    '',
    '.',
    '-',
    '1,234',
    '0x10',
    '1e',
    'NaN',
    'Infinity',
    '١٢',
    '1 000',
    '1e99999',
    '--1',
    '1.2.3',
  ])('“%s” is no number', (text) => {
    expect(parseDecimal(text)).toBeUndefined();
  });

  test('an expansion that never ends is written as a fraction', () => {
    expect(formatExact(q('5/3'))).toBe('5/3');
    expect(formatApproximate(q('5/3'), 2)).toBe('≈1.67');
    expect(formatApproximate(q('1.25'), 2)).toBe('1.25');
    expect(decimalsOf(q('5/3'))).toBeUndefined();
    expect(endsWithin(q('1.255'), 2)).toBe(false);
  });

  test('padding keeps the zeros that a published figure has', () => {
    expect(formatExact(q('5.1'), 2)).toBe('5.10');
    expect(formatExact(q('-0.05'), 1)).toBe('-0.05');
    expect(formatExact(q('100'), 2)).toBe('100.00');
  });

  test('significant digits leave leading zeros out', () => {
    expect(['0.0012', '120', '1.50', '0', '1.23e5'].map(significantDigits)).toEqual([
      2, 3, 3, 1, 3,
    ]);
  });

  test.prop([fc.bigInt(-(10n ** 25n), 10n ** 25n), fc.integer({ min: 0, max: 12 })])(
    'what is written reads back exactly',
    (n, decimals) => {
      const value = rational(n, 10n ** BigInt(decimals));
      expect(parseDecimal(formatExact(value))).toEqual(value);
      expect(parseDecimal(formatExact(value, 15))).toEqual(value);
    },
  );
});
