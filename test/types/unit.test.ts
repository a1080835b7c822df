import { describe, expect, test } from 'vitest';
import {
  MONEY_UNITS,
  PERCENT,
  PLAIN,
  POINTS,
  combineUnits,
  countUnit,
  isCount,
  isMoney,
  isPlain,
  isScore,
  sameDimensions,
  toBase,
} from '../../src/types/unit.ts';
import { q } from '../model-builder.ts';

const money = (name: string) => MONEY_UNITS.get(name) ?? PLAIN;

describe('units', () => {
  test('money in any scale is money', () => {
    expect(sameDimensions(money('元'), money('亿元'))).toBe(true);
    expect(toBase(q('2.96'), money('万元'))).toEqual(q(29600));
    expect(isMoney(money('万元')) && !isMoney(PLAIN)).toBe(true);
  });

  test('money and people do not agree', () => {
    expect(sameDimensions(money('万元'), countUnit('人'))).toBe(false);
    expect(sameDimensions(countUnit('家'), countUnit('人'))).toBe(false);
  });

  test('a ratio of like units is a plain number', () => {
    expect(combineUnits(money('元'), money('万元'), -1)).toEqual(PLAIN);
    expect(isPlain(combineUnits(countUnit('人'), countUnit('人'), -1))).toBe(true);
  });

  test('other quotients and products name what they hold', () => {
    expect(combineUnits(money('万元'), countUnit('人'), -1).label).toBe('元/人');
    expect(combineUnits(PLAIN, countUnit('人'), -1).label).toBe('1/人');
    expect(combineUnits(countUnit('人'), countUnit('人'), 1).label).toBe('人^2');
    expect(
      combineUnits(combineUnits(money('元'), countUnit('人'), -1), countUnit('人'), 1),
    ).toMatchObject({ label: '元' });
  });

  test('a score is points, a plain number, or points for counted things', () => {
    expect(isScore(POINTS) && isScore(PLAIN) && isScore(PERCENT)).toBe(true);
    expect(isScore(combineUnits(POINTS, countUnit('家'), 1))).toBe(true);
    expect(isScore(money('万元')) || isScore(combineUnits(POINTS, money('元'), 1))).toBe(false);
    expect(isCount(countUnit('家')) && !isCount(POINTS)).toBe(true);
  });

  test('count words from a file are only names', () => {
    expect(sameDimensions(countUnit('__proto__'), countUnit('constructor'))).toBe(false);
  });
});
