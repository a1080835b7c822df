import { describe, expect, test } from 'vitest';
import { achievementOf, isMet, parseActual, parseTarget } from '../../src/types/target.ts';
import { q } from '../model-builder.ts';

const met = (target: string, actual: string) => isMet(parseTarget(target), parseActual(actual));
const degree = (target: string, actual: string, capped = true) =>
  achievementOf(parseTarget(target), parseActual(actual), capped ? q(1) : undefined);

describe('targets', () => {
  test.each([
    ['≥95%', '96%', true],
    ['≥95%', '94.99%', false],
    ['95%', '95%', true],
    ['8家', '7家', false],
    ['不少于8家', '8', true],
    ['>5', '5', false],
    ['≤10天', '12天', false],
    ['低于3‰', '0.2%', true],
    ['2023年12月31日前', '2023-12-31', true],
    ['2023年12月底前', '2023-12-31', undefined],
    ['2023年11月30日之前', '2023年12月1日', false],
    ['有效', '有效', true],
    ['有效', '基本有效', undefined],
    ['8家', '8人', undefined],
    ['≥95%', '96', undefined],
    ['≥95%', '0.96', true],
    ['0.95', '94%', false],
    ['≥95%', '1', true],
    ['≥95%', '1.2', undefined],
    ['≥95%', '-0.5', undefined],
    ['≥500万元', '0.05亿元', true],
    ['500万元', '4999999元', false],
    ['≤2亿元', '20000万元', true],
    ['8万人', '80000人', true],
    ['8万', '79999人', false],
    ['8万元', '8万人', undefined],
    ['8', '7万人', false],
    ['100%优化', '100%', undefined],
  ])('%s reached with %s: %s', (target, actual, expected) => {
    expect(met(target, actual)).toBe(expected);
  });

  test('from below the degree is actual over target', () => {
    expect(degree('≥8家', '6家')).toEqual(q('0.75'));
    expect(degree('8家', '10家')).toEqual(q(1));
    expect(degree('8家', '10家', false)).toEqual(q('1.25'));
    expect(degree('≥5%', '-3%')).toEqual(q(0));
    expect(degree('≥0', '-1')).toEqual(q(0));
  });

  test('figures of one kind are converted before they are divided', () => {
    expect(degree('500万元', '4000000元')).toEqual(q('0.8'));
    expect(degree('≥95%', '0.76')).toEqual(q('0.8'));
    expect(degree('≤1亿元', '12500万元')).toEqual(q('0.8'));
  });

  test('a stated cap lets a target be exceeded so far', () => {
    const upTo = (actual: string, most: string) =>
      achievementOf(parseTarget('100人'), parseActual(actual), q(most));
    expect(upTo('120人', '1.3')).toEqual(q('1.2'));
    expect(upTo('150人', '1.3')).toEqual(q('1.3'));
  });

  test('a target of 0 is met or not', () => {
    expect(degree('0', '0', false)).toEqual(q(1));
    expect(degree('0', '5', false)).toEqual(q(1));
    expect(degree('≤0', '0')).toEqual(q(1));
  });

  test('from above the degree is target over actual', () => {
    expect(degree('≤10天', '12.5天')).toEqual(q('0.8'));
    expect(degree('≤10天', '5天', false)).toEqual(q(1));
    expect(degree('≤0', '4')).toEqual(q(0));
  });

  test('dates and words are met or not', () => {
    expect(degree('2023年6月30日前', '2023-07-01')).toEqual(q(0));
    expect(degree('有效', '有效', false)).toEqual(q(1));
    expect(degree('有效', '较好')).toBeUndefined();
  });
});
