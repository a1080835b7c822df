import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Q from '../../src/number/rational.ts';
import type { RoundingMode } from '../../src/number/rounding.ts';
import { round } from '../../src/number/rounding.ts';
import { q } from '../model-builder.ts';

const cents = { step: q('0.01'), mode: 'half-up' } as const;
const modes = fc.constantFrom<RoundingMode>('half-up', 'half-even', 'up', 'down');
const steps = fc.constantFrom('1', '0.1', '0.01', '0.05', '0.25', '1/3', '0.1%').map(q);
const figures = fc
  .tuple(fc.bigInt(-100_000n, 100_000n), fc.bigInt(1n, 1200n))
  .map(([n, d]) => Q.rational(n, d));

describe('rounding', () => {
  test('47/48 of 6 is 5.875 and rounds half up to 5.88', () => {
    expect(round(Q.multiply(q('47/48'), q(6)), cents)).toEqual(q('5.88'));
  });

  it.each(['0.125', '12.5%', '1/8', '37/296'])(
    'the tie %s rounds up, whatever it was computed from',
    (tie) => {
      expect(round(q(tie), cents)).toEqual(q('0.13'));
      expect(round(Q.negate(q(tie)), cents)).toEqual(q('-0.13'));
    },
  );

  it.each([
    ['half-up', '2.5', '3'],
    ['half-even', '2.5', '2'],
    ['half-even', '3.5', '4'],
    ['half-even', '-2.5', '-2'],
    ['up', '2.01', '3'],
    ['up', '-2.01', '-3'],
    ['down', '2.99', '2'],
    ['down', '-2.99', '-2'],
    ['half-up', '-2.5', '-3'],
  ] as const)('%s takes %s to %s', (mode, from, to) => {
    expect(round(q(from), { step: q(1), mode })).toEqual(q(to));
  });

  test.prop([figures, steps, modes])(
    'the multiple is the one that the mode names',
    (figure, step, mode) => {
      const magnitude = Q.divide(Q.absolute(figure), step);
      const below = Q.floor(magnitude);
      const part = Q.compare(Q.subtract(magnitude, below), q('1/2'));
      const isOdd = below.n % 2n === 1n;
      const goesUp = {
        'half-up': part >= 0,
        'half-even': part > 0 || (part === 0 && isOdd),
        up: !Q.isInteger(magnitude),
        down: false,
      }[mode];
      const steps = goesUp ? Q.add(below, Q.ONE) : below;
      const expected = Q.multiply(steps, step);
      expect(round(figure, { step, mode })).toEqual(
        Q.signOf(figure) < 0 ? Q.negate(expected) : expected,
      );
    },
  );

  test('steps need not be powers of ten', () => {
    expect(round(q('0.88'), { step: q('0.25'), mode: 'half-up' })).toEqual(q('1'));
    expect(round(q('0.5'), { step: q('1/3'), mode: 'down' })).toEqual(q('1/3'));
  });

  test.prop([figures, steps, modes])(
    'gives a multiple of the step, less than one step away, and stays there',
    (value, step, mode) => {
      const result = round(value, { step, mode });
      const away = Q.absolute(Q.subtract(result, value));
      expect(Q.isInteger(Q.divide(result, step))).toBe(true);
      expect(Q.compare(away, step)).toBe(-1);
      expect(round(result, { step, mode })).toEqual(result);
      if (mode.startsWith('half')) expect(Q.compare(Q.add(away, away), step)).not.toBe(1);
    },
  );

  test.prop([figures, figures, steps, modes])(
    'never reverses the order of two figures',
    (a, b, step, mode) => {
      const [low, high] = [Q.minimum(a, b), Q.maximum(a, b)];
      expect(Q.compare(round(low, { step, mode }), round(high, { step, mode }))).not.toBe(1);
    },
  );

  test.prop([figures, steps, modes])(
    'treats a figure and its negative alike',
    (value, step, mode) => {
      expect(round(Q.negate(value), { step, mode })).toEqual(
        Q.negate(round(value, { step, mode })),
      );
    },
  );
});
