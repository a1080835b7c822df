// The bands that a total falls into: those of a known total are those that hold it.
import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { expect } from 'vitest';
import { placesReached } from '../../src/evaluate/grade.ts';
import * as Q from '../../src/number/rational.ts';
import { closed, intersect, between, point } from '../../src/types/range.ts';
import { framework, nextSpan, q } from '../model-builder.ts';

const STEP = q('0.5');
const froms = ['90', '80', '79.5', '60', '60', '0'];

function model(exclusive: readonly boolean[], isRounded: boolean) {
  const plain = framework([]);
  return {
    ...plain,
    grades: froms.map((from, place) => ({
      name: String(place),
      from: q(from),
      exclusive: exclusive[place] === true,
      span: nextSpan(),
      condition: undefined,
    })),
    roundings: {
      ...plain.roundings,
      total: isRounded ? ({ step: STEP, mode: 'half-up' } as const) : undefined,
    },
  };
}

const totals = fc.integer({ min: -4, max: 400 }).map((quarters) => Q.rational(quarters, 4));

test.prop([totals, fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), fc.boolean()])(
  'a known total lies in the bands that have it in common with its range',
  (total, exclusive, isRounded) => {
    const { grades, roundings } = model(exclusive, isRounded);
    const isOnStep = roundings.total === undefined || Q.isInteger(Q.divide(total, STEP));
    const held = grades.flatMap((grade, place) => {
      const better = grades[place - 1];
      const band = between(
        { value: grade.from, open: grade.exclusive },
        better && { value: better.from, open: !better.exclusive },
      );
      return isOnStep && band && intersect(band, point(total)) ? [place] : [];
    });
    expect(placesReached(model(exclusive, isRounded), point(total))).toEqual(held);
  },
);

test('a total that is open lies in every band that it may fall into', () => {
  const open = closed(q(79), q(85));
  expect(placesReached(model([], false), open)).toEqual([1, 2, 3]);
});
