import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import * as Q from '../../src/number/rational.ts';
import { isSingle, nearFigure } from '../../src/types/enclosure.ts';
import { powerOfRange, rootOfRange } from '../../src/types/powers.ts';
import {
  addRanges,
  contains,
  divideRanges,
  encloses,
  hull,
  intersect,
  maximumOfRanges,
  minimumOfRanges,
  multiplyRanges,
  point,
  pointOf,
  roundRange,
  subtractRanges,
} from '../../src/types/range.ts';
import { q, r, showRange } from '../model-builder.ts';

const root2 = rootOfRange(point(q(2)), 2);
const root8 = rootOfRange(point(q(8)), 2);
const cents = { step: q('0.01'), mode: 'half-up' } as const;

describe('roots of ranges', () => {
  it.each([
    ['[4, 9]', 2, '[2, 3]'],
    ['(0.25, )', 2, '(1/2, )'],
    ['[-1, 8]', 3, '[0, 2]'],
    ['(, )', 2, '[0, )'],
  ])('the roots of %s of degree %i are %s', (range, degree, roots) => {
    expect(showRange(rootOfRange(r(range), degree))).toBe(roots);
  });

  it('an end that is irrational is never reached', () => {
    const { low, high } = rootOfRange(r('[2, 9]'), 2);
    expect(low?.open).toBe(true);
    expect(high).toEqual({ value: q(3), open: false });
    expect(low && Q.compare(Q.multiply(low.value, low.value), q(2))).toBe(-1);
  });

  test.prop([
    fc.bigInt(0n, 99n),
    fc.bigInt(0n, 99n),
    fc.bigInt(0n, 100n),
    fc.integer({ min: 2, max: 4 }),
  ])('hold the root of every member', (a, width, share, degree) => {
    const range = r(`[${a}, ${a + width}]`);
    const member = Q.add(Q.rational(a), Q.multiply(Q.rational(width), Q.rational(share, 100n)));
    expect(encloses(rootOfRange(range, degree), rootOfRange(point(member), degree))).toBe(true);
  });
});

describe('powers of ranges', () => {
  it.each([
    ['[-2, 3]', 2, '[0, 9]'],
    ['[-2, 3)', 3, '[-8, 27)'],
    ['[2, 4]', -1, '[1/4, 1/2]'],
    ['(, -1)', 2, '(1, )'],
    ['[5, 6]', 0, '[1, 1]n'],
  ])('the powers of %s with exponent %i are %s', (range, exponent, powers) => {
    expect(showRange(powerOfRange(r(range), exponent))).toBe(powers);
  });
});

describe('a known irrational figure', () => {
  it('is known, although no fraction equals it', () => {
    expect(isSingle(root2)).toBe(true);
    expect(pointOf(root2)).toBeUndefined();
    expect(contains(root2, nearFigure(root2) ?? q(0))).toBe(false);
    expect(isSingle(r('[1, 2]'))).toBe(false);
  });

  it('stays known through arithmetic, and becomes a fraction where it is one', () => {
    expect(isSingle(addRanges(root2, point(q(1))))).toBe(true);
    expect(pointOf(multiplyRanges(root2, root8))).toEqual(q(4));
    expect(pointOf(divideRanges(root8, root2) ?? root2)).toEqual(q(2));
    expect(pointOf(subtractRanges(root2, root2))).toEqual(q(0));
    expect(isSingle(addRanges(root2, r('[0, 1]')))).toBe(false);
  });

  it('rounds to one figure', () => {
    expect(pointOf(roundRange(root2, cents))).toEqual(q('1.41'));
    expect(pointOf(roundRange(root2, { step: q('0.01'), mode: 'up' }))).toEqual(q('1.42'));
  });

  it('is compared as what it is, not by its ends', () => {
    const near = nearFigure(root2) ?? q(0);
    expect(minimumOfRanges(root2, point(near))).toEqual(point(near));
    expect(maximumOfRanges(root2, point(near))).toBe(root2);
    expect(
      intersect(root2, { low: undefined, high: { value: near, open: false }, integer: false }),
    ).toBeUndefined();
    expect(intersect(r('[1, 2]'), root2)).toBe(root2);
    expect(hull(root2, rootOfRange(point(q(2)), 2))).toBe(root2);
  });
});
