import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import type { Algebraic } from '../../src/number/algebraic.ts';
import {
  asRational,
  compareAlgebraic,
  enclosureOf,
  imageOf,
  negated,
  ofRational,
  productOf,
  quotientOf,
  rootOf,
  signOfAlgebraic,
  sumOf,
} from '../../src/number/algebraic.ts';
import * as Q from '../../src/number/rational.ts';
import { powerOf } from '../../src/number/roots.ts';
import { round } from '../../src/number/rounding.ts';
import { q } from '../model-builder.ts';

const of = (value: string | number) => ofRational(q(value));
const root = (value: string | number, degree = 2) => rootOf(of(value), degree);
const sum = (...parts: Algebraic[]) => parts.reduce(sumOf);
const fractions = fc
  .tuple(fc.bigInt(1n, 5000n), fc.bigInt(1n, 300n))
  .map(([n, d]) => Q.rational(n, d));
const degrees = fc.integer({ min: 2, max: 5 });

describe('an irrational figure', () => {
  test.prop([fractions, degrees, fractions])(
    'compares with a fraction as their powers do',
    (value, degree, other) => {
      const expected = Q.compare(value, powerOf(other, degree));
      expect(compareAlgebraic(rootOf(ofRational(value), degree), ofRational(other))).toBe(expected);
    },
  );

  it('compares right with a fraction that shares its first hundred digits', () => {
    // (p/10^100)² < 2 < ((p+1)/10^100)²
    const scale = 10n ** 100n;
    const below = Q.rational(
      14142135623730950488016887242096980785696718753769480731766797379907324784621070388503875343276415727n,
      scale,
    );
    expect(compareAlgebraic(root(2), ofRational(below))).toBe(1);
    expect(compareAlgebraic(root(2), ofRational(Q.add(below, Q.rational(1n, scale))))).toBe(-1);
  });

  test.prop([fractions, degrees, fc.constantFrom('half-up', 'half-even', 'up', 'down')])(
    'rounds to the multiple whose bounds its power lies between',
    (value, degree, mode) => {
      const step = q('0.01');
      const number = rootOf(ofRational(value), degree);
      const rounded = imageOf(number, (each) => round(each, { step, mode }));
      if (rounded === undefined) throw new Error('a root rounds');
      const reach = mode === 'up' || mode === 'down' ? step : q('0.005');
      const low = Q.maximum(Q.ZERO, Q.subtract(rounded, mode === 'down' ? Q.ZERO : reach));
      const high = Q.add(rounded, mode === 'up' ? Q.ZERO : reach);
      expect(Q.compare(powerOf(low, degree), value)).toBeLessThanOrEqual(0);
      expect(Q.compare(value, powerOf(high, degree))).toBeLessThanOrEqual(0);
    },
  );

  it('is told from 0 however it is put together', () => {
    expect(signOfAlgebraic(sum(root(2), root(8), negated(root(18))))).toBe(0);
    expect(signOfAlgebraic(sum(root(2), root(3), negated(root(10))))).toBe(-1);
    expect(signOfAlgebraic(sum(root(5, 3), negated(root(25, 6))))).toBe(0);
    // √(5 + 2√6) = √2 + √3
    const nested = rootOf(sumOf(of(5), productOf(of(2), root(6))), 2);
    expect(compareAlgebraic(nested, sumOf(root(2), root(3)))).toBe(0);
    // 1 / (√2 + 1) = √2 − 1
    expect(compareAlgebraic(quotientOf(of(1), sumOf(root(2), of(1))), sumOf(root(2), of(-1)))).toBe(
      0,
    );
  });

  it('is recognised where it is a fraction after all', () => {
    expect(asRational(productOf(root(2), root(8)))).toEqual(q(4));
    expect(asRational(quotientOf(root(8), root('9/2')))).toEqual(q('4/3'));
    expect(asRational(sumOf(root('1/3'), negated(root('4/12'))))).toEqual(q(0));
    expect(asRational(root(2))).toBeUndefined();
    expect(asRational(sumOf(root(2), root(3)))).toBeUndefined();
  });

  test.prop([fractions, degrees])('lies between its ends, sixty digits apart', (value, degree) => {
    const { low, high } = enclosureOf(rootOf(ofRational(value), degree));
    expect(Q.compare(powerOf(low, degree), value)).toBeLessThanOrEqual(0);
    expect(Q.compare(value, powerOf(high, degree))).toBeLessThanOrEqual(0);
    const width = Q.subtract(high, low);
    expect(Q.compare(Q.multiply(width, Q.rational(10n ** 60n)), high)).toBeLessThanOrEqual(0);
  });

  it('a sum of many roots is worked out in passing', () => {
    const many = Array.from({ length: 400 }, (_, index) => root(index + 2));
    const total = sum(...many);
    expect(compareAlgebraic(total, of(5000))).toBe(1);
    expect(compareAlgebraic(total, of(6000))).toBe(-1);
  });
});
