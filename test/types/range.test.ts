import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import type { RoundingMode } from '../../src/number/rounding.ts';
import { round } from '../../src/number/rounding.ts';
import type { End, Range } from '../../src/types/range.ts';
import {
  absoluteRange,
  addRanges,
  between,
  contains,
  divideRanges,
  encloses,
  hull,
  intersect,
  maximumOfRanges,
  memberOf,
  minimumOfRanges,
  multiplyRanges,
  negateRange,
  point,
  pointOf,
  roundRange,
  subtractRanges,
} from '../../src/types/range.ts';
import { q, r, showRange } from '../model-builder.ts';

const end = fc.option(
  fc.record({
    value: fc.constantFrom('-10', '-3', '-1', '-1/2', '0', '1/3', '1', '2', '2.5', '7').map(q),
    open: fc.boolean(),
  }),
  { nil: undefined, freq: 6 },
);
const ranges = fc
  .tuple(end, end, fc.boolean())
  .map(([a, b, integer]) => {
    const swap = a && b && Q.compare(a.value, b.value) > 0;
    return between(swap ? b : a, swap ? a : b, integer);
  })
  .filter((range) => range !== undefined);

const figures = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => Q.rational(n, d));

const NEAR = Q.rational(1n, 10n ** 9n);
const FAR = Q.rational(10n ** 9n);

// Members at or next to every end, at 0, and far out where there is no end.
function members(range: Range): Rational[] {
  const [low, high] = [range.low, range.high];
  const inside = (e: End, towards: 1n | -1n) =>
    e.open ? Q.add(e.value, Q.multiply(NEAR, Q.rational(towards))) : e.value;
  return [
    low ? inside(low, 1n) : Q.negate(FAR),
    high ? inside(high, -1n) : FAR,
    Q.ZERO,
    NEAR,
    Q.negate(NEAR),
    Q.ONE,
    Q.negate(Q.ONE),
    memberOf(range),
    ...(low ? [Q.add(low.value, Q.ONE)] : []),
  ].filter((value) => contains(range, value));
}

function isTight(range: Range, results: readonly Rational[]): boolean {
  const least = results.reduce(Q.minimum);
  const most = results.reduce(Q.maximum);
  const close = (reached: Rational, limit: End | undefined) => {
    if (limit === undefined) return Q.compare(Q.absolute(reached), Q.rational(10n ** 7n)) > 0;
    if (!limit.open) return Q.equal(reached, limit.value);
    const gap = Q.absolute(Q.subtract(reached, limit.value));
    return Q.signOf(gap) > 0 && Q.compare(gap, Q.rational(1n, 10_000n)) < 0;
  };
  return close(least, range.low) && close(most, range.high);
}

const operations = {
  add: [addRanges, Q.add],
  subtract: [subtractRanges, Q.subtract],
  multiply: [multiplyRanges, Q.multiply],
  minimum: [minimumOfRanges, Q.minimum],
  maximum: [maximumOfRanges, Q.maximum],
} as const;

describe('arithmetic on ranges', () => {
  for (const [name, [onRanges, onFigures]] of Object.entries(operations))
    test.prop([ranges, ranges])(
      `${name}: holds every result, and no more than its ends say`,
      (a, b) => {
        const range = onRanges(a, b);
        const results = members(a).flatMap((x) => members(b).map((y) => onFigures(x, y)));
        for (const result of results) expect(contains(range, result)).toBe(true);
        expect(isTight(range, results)).toBe(true);
      },
    );

  test.prop([figures, figures])('sums and differences of figures are figures', (x, y) => {
    const integer = Q.isInteger(x) && Q.isInteger(y);
    expect(addRanges(point(x), point(y))).toEqual({ ...point(Q.add(x, y)), integer });
    expect(subtractRanges(point(x), point(y))).toEqual({ ...point(Q.subtract(x, y)), integer });
  });

  test.prop([figures])('a figure that was added up rounds as any other', (x) => {
    const rounding = { step: q('0.1'), mode: 'half-up' } as const;
    const { low, high } = roundRange(addRanges(point(x), point(Q.ZERO)), rounding);
    expect([low, high]).toEqual([point(round(x, rounding)).low, point(round(x, rounding)).high]);
  });

  test.prop([ranges, ranges])('divide: holds every quotient by something other than 0', (a, b) => {
    const range = divideRanges(a, b);
    const divisors = members(b).filter((y) => Q.signOf(y) !== 0);
    if (range === undefined) {
      expect(divisors).toEqual([]);
      return;
    }
    const results = members(a).flatMap((x) => divisors.map((y) => Q.divide(x, y)));
    for (const result of results) expect(contains(range, result)).toBe(true);
    expect(isTight(range, results)).toBe(true);
  });

  test.prop([ranges])('negation and absolute value are exact', (a) => {
    expect(negateRange(negateRange(a))).toEqual(a);
    const results = members(a).map(Q.absolute);
    for (const result of results) expect(contains(absoluteRange(a), result)).toBe(true);
    expect(isTight(absoluteRange(a), results)).toBe(true);
  });

  test.prop([
    ranges,
    fc.constantFrom('1', '0.1', '1/3', '2.5'),
    fc.constantFrom<RoundingMode>('half-up', 'half-even', 'up', 'down'),
  ])('rounding a range gives the range of rounded figures', (a, step, mode) => {
    const rounding = { step: q(step), mode };
    const range = roundRange(a, rounding);
    const results = members(a).map((value) => round(value, rounding));
    for (const result of results) expect(contains(range, result)).toBe(true);
    expect(isTight(range, results)).toBe(true);
  });
});

describe('sets of figures', () => {
  test.prop([
    ranges,
    ranges,
    fc.constantFrom('-3', '-1', '-1/4', '0', '1/3', '1', '2', '3', '8').map(q),
  ])('intersection, hull and enclosure agree with membership', (a, b, value) => {
    const common = intersect(a, b);
    expect(common !== undefined && contains(common, value)).toBe(
      contains(a, value) && contains(b, value),
    );
    if (contains(a, value) || contains(b, value)) expect(contains(hull(a, b), value)).toBe(true);
    expect(encloses(hull(a, b), a)).toBe(true);
    if (encloses(a, b) && contains(b, value)) expect(contains(a, value)).toBe(true);
  });

  test.prop([ranges])('a witness is a member', (a) => {
    expect(contains(a, memberOf(a))).toBe(true);
  });

  test('whole numbers have closed whole ends', () => {
    expect(showRange(r('(0, 10)n'))).toBe('[1, 9]n');
    expect(showRange(r('[0.5, 2.5]n'))).toBe('[1, 2]n');
    expect(
      between({ value: q('0.2'), open: false }, { value: q('0.8'), open: false }, true),
    ).toBeUndefined();
    expect(showRange(multiplyRanges(r('[0, 3]n'), r('[2, 5]n')))).toBe('[0, 15]n');
  });

  test('an open range of one figure is empty', () => {
    expect(between({ value: Q.ONE, open: true }, { value: Q.ONE, open: false })).toBeUndefined();
    expect(pointOf(point(q('2.5')))).toEqual(q('2.5'));
  });

  test('the roundest witness inside open ends', () => {
    expect(memberOf(r('(2.5%, 5%)'))).toEqual(q('3%'));
    expect(memberOf(r('(0, 100)'))).toEqual(q('1'));
    expect(memberOf(r('(0.301, 0.302)'))).toEqual(q('0.3011'));
  });
});
