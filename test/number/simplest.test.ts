import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Rational } from '../../src/number/rational.ts';
import { compare, rational } from '../../src/number/rational.ts';
import { simplestBetween, simplestWithin } from '../../src/number/simplest.ts';

const fractions = fc
  .tuple(fc.integer({ min: -60, max: 60 }), fc.integer({ min: 1, max: 25 }))
  .map(([n, d]) => rational(n, d));
const intervals = fc
  .tuple(fractions, fractions)
  .filter(([a, b]) => compare(a, b) !== 0)
  .map(([a, b]) => (compare(a, b) < 0 ? ([a, b] as const) : ([b, a] as const)));

/** The smallest denominator of a fraction that passes, by trying them all. */
function smallestDenominator(low: Rational, passes: (one: Rational) => boolean): number {
  for (let d = 1; ; d++) {
    const first = Math.floor((Number(low.n) / Number(low.d)) * d) - 1;
    for (let n = first; n <= first + d + 3; n++) if (passes(rational(n, d))) return d;
  }
}

describe('the simplest fraction', () => {
  test.prop([intervals])(
    'strictly between two others has the smallest denominator',
    ([low, high]) => {
      const inside = (one: Rational) => compare(low, one) < 0 && compare(one, high) < 0;
      const found = simplestBetween(low, high);
      expect(inside(found)).toBe(true);
      expect(Number(found.d)).toBe(smallestDenominator(low, inside));
      expect(found).toEqual(rational(found.n, found.d));
    },
  );

  test.prop([intervals])('from one to another may be either of them', ([low, high]) => {
    const inside = (one: Rational) => compare(low, one) <= 0 && compare(one, high) <= 0;
    const found = simplestWithin(low, high);
    expect(inside(found)).toBe(true);
    expect(Number(found.d)).toBe(smallestDenominator(low, inside));
  });

  test.prop([fractions])('of one figure is that figure', (figure) => {
    expect(simplestWithin(figure, figure)).toEqual(figure);
  });
});
