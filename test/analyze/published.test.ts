// What published numbers can stand for.
import { describe, expect, it } from 'vitest';
import {
  agreement,
  decimalsIn,
  roundingTo,
  roundsTo,
  stepOf,
  targetOf,
} from '../../src/analyze/published.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { show } from '../evaluate/framework-builder.ts';
import { q, r } from '../model-builder.ts';

describe('the decimals of a published text', () => {
  it.each([
    ['24.56%', 2],
    ['5.10', 2],
    ['98%', 0],
    ['１２．５％', 1],
    ['1,234.5 万元', 1],
  ])('%s has %i', (text, decimals) => {
    expect(decimalsIn(text)).toBe(decimals);
  });

  it.each([
    ['24.56%', '0.2456', '0.0001'],
    ['2.96 万元', '29600', '100'],
    ['12', '12', '1'],
    ['0.0%', '0', '0.001'],
    ['0‰', '0', '0.001'],
    ['-3.5%', '-0.035', '0.001'],
    ['1,234.5 万元', '12345000', '1000'],
  ])('%s is exact to %s → %s', (text, value, step) => {
    expect(formatExact(stepOf(text, q(value)))).toBe(step);
  });
});

describe('the exact figures behind a rounded one', () => {
  it('begin at the half below and end before the half above', () => {
    expect(show(roundingTo(q('2.46'), q('0.01')))).toBe('[2.455, 2.465)');
    expect(show(roundingTo(q('-2.46'), q('0.01')))).toBe('(-2.465, -2.455]');
    expect(show(roundingTo(q(0), q('0.01')))).toBe('(-0.005, 0.005)');
  });

  it('round to it', () => {
    expect(roundsTo(q('14/57'), q('0.2456'), q('0.0001'))).toBe(true);
    expect(roundsTo(q('14/71'), q('0.1971'), q('0.0001'))).toBe(false);
  });
});

describe('agreement', () => {
  it('is exact where the rules round', () => {
    const target = targetOf(q('5.88'), '5.88', true);
    expect([agreement(r('[5.875, 5.875]'), target), agreement(r('[5.88, 5.88]'), target)]).toEqual([
      'none',
      'all',
    ]);
    expect([agreement(r('[5, 6]'), target), agreement(r('[0, 5]'), target)]).toEqual([
      'some',
      'none',
    ]);
  });

  it('is to two decimals, or as many as were printed, where they do not', () => {
    const score = r('[5.875, 5.875]');
    expect(agreement(score, targetOf(q('5.88'), '5.88', false))).toBe('all');
    expect(agreement(score, targetOf(q('5.875'), '5.875', false))).toBe('all');
    expect(agreement(score, targetOf(q('5.874'), '5.874', false))).toBe('none');
    expect(agreement(score, targetOf(q(6), '6', false))).toBe('none');
  });
});
