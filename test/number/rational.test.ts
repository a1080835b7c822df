import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import * as Q from '../../src/number/rational.ts';
import { q } from '../model-builder.ts';

export const rationals = fc
  .tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 20n))
  .map(([n, d]) => Q.rational(n, d));

// Few denominators, so that figures have them in common, wholly or in part.
const ordinary = fc
  .tuple(
    fc.oneof(fc.bigInt(-60n, 60n), fc.bigInt(-(10n ** 25n), 10n ** 25n)),
    fc.constantFrom(1n, 2n, 3n, 12n, 100n, 360n, 10n ** 12n),
  )
  .map(([n, d]) => Q.rational(n, d));

describe('exact arithmetic', () => {
  test('a third times three is one', () => {
    expect(Q.multiply(q('1/3'), q(3))).toEqual(Q.ONE);
    expect(Q.compare(Q.multiply(Q.divide(Q.ONE, q(3)), q(3)), Q.ONE)).toBe(0);
  });

  test('one tenth added ten times is one', () => {
    expect(Q.sum(Array.from({ length: 10 }, () => q('0.1')))).toEqual(Q.ONE);
  });

  test.prop([rationals, rationals, rationals])(
    'addition and multiplication obey their laws',
    (a, b, c) => {
      expect(Q.add(a, b)).toEqual(Q.add(b, a));
      expect(Q.add(Q.add(a, b), c)).toEqual(Q.add(a, Q.add(b, c)));
      expect(Q.multiply(a, b)).toEqual(Q.multiply(b, a));
      expect(Q.multiply(a, Q.add(b, c))).toEqual(Q.add(Q.multiply(a, b), Q.multiply(a, c)));
      expect(Q.subtract(Q.add(a, b), b)).toEqual(a);
      expect(Q.signOf(b) === 0 || Q.equal(Q.divide(Q.multiply(a, b), b), a)).toBe(true);
    },
  );

  test.prop([rationals, rationals])(
    'results are in lowest terms with a positive denominator',
    (a, b) => {
      for (const result of [Q.add(a, b), Q.subtract(a, b), Q.multiply(a, b)]) {
        expect(result.d > 0n).toBe(true);
        expect(Q.gcd(result.n, result.d)).toBe(1n);
      }
    },
  );

  test.prop([rationals, rationals])('order agrees with the sign of the difference', (a, b) => {
    expect(Q.compare(a, b)).toBe(Q.signOf(Q.subtract(a, b)));
    expect(Q.equal(a, b)).toBe(Q.compare(a, b) === 0);
    expect([Q.minimum(a, b), Q.maximum(a, b)]).toEqual(Q.compare(a, b) <= 0 ? [a, b] : [b, a]);
  });

  test.prop([rationals])('floor and ceiling enclose a figure within one', (a) => {
    const [low, high] = [Q.floor(a), Q.ceiling(a)];
    expect(Q.isInteger(low) && Q.isInteger(high)).toBe(true);
    expect(Q.compare(low, a) <= 0 && Q.compare(a, high) <= 0).toBe(true);
    expect(Q.subtract(high, low)).toEqual(Q.isInteger(a) ? Q.ZERO : Q.ONE);
  });

  test.prop([ordinary, ordinary])('results are those of fractions as they are taught', (a, b) => {
    expect(Q.add(a, b)).toEqual(Q.rational(a.n * b.d + b.n * a.d, a.d * b.d));
    expect(Q.subtract(a, b)).toEqual(Q.rational(a.n * b.d - b.n * a.d, a.d * b.d));
    expect(Q.multiply(a, b)).toEqual(Q.rational(a.n * b.n, a.d * b.d));
    if (b.n !== 0n) expect(Q.divide(a, b)).toEqual(Q.rational(a.n * b.d, a.d * b.n));
  });

  test('a denominator of 0 is refused', () => {
    expect(() => Q.rational(1, 0)).toThrow(RangeError);
    expect(() => Q.divide(Q.ONE, Q.ZERO)).toThrow(RangeError);
  });
});
