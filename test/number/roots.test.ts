import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import * as Q from '../../src/number/rational.ts';
import { integerRoot, powerOf, rationalRoot } from '../../src/number/roots.ts';
import { q } from '../model-builder.ts';

const degrees = fc.integer({ min: 2, max: 7 });

describe('roots of whole numbers', () => {
  test.prop([fc.bigInt(0n, 10n ** 60n), degrees])(
    'lie below the value and their next neighbour above it',
    (value, degree) => {
      const root = integerRoot(value, degree);
      const power = BigInt(degree);
      expect(root ** power <= value && value < (root + 1n) ** power).toBe(true);
    },
  );
});

describe('roots of fractions', () => {
  it.each([
    ['4/9', 2, '2/3'],
    ['0.125', 3, '0.5'],
    ['0', 5, '0'],
    ['1', 64, '1'],
  ] as const)('the root of %s of degree %i is %s', (value, degree, root) => {
    expect(rationalRoot(q(value), degree)).toEqual(q(root));
  });

  it.each([
    ['2', 2],
    ['4/3', 2],
    ['4', 3],
    ['-8', 3],
  ] as const)('the root of %s of degree %i is no fraction', (value, degree) => {
    expect(rationalRoot(q(value), degree)).toBeUndefined();
  });

  test.prop([fc.bigInt(0n, 999n), fc.bigInt(1n, 999n), degrees])('undo powers', (n, d, degree) => {
    const value = Q.rational(n, d);
    expect(rationalRoot(powerOf(value, degree), degree)).toEqual(value);
  });

  it('a negative power is one over the power', () => {
    expect(powerOf(q('-2/3'), -3)).toEqual(q('-27/8'));
  });
});
