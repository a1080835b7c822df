// Deductions from the text to the sheet: tables as amounts, scores below 0, and intervals that know
// which deductions exclude each other.
import { describe, expect, test } from 'vitest';
import { scoreIn, sheetOf, shown } from './scored-text.ts';

const ruleset = (body: string, total = '') => `ruleset R for 2024 {
  total 10 points ${total}
  scores rounded to 0.01 half up
  input 率 : percent from 0% to 200%
  input 次数 : count of 次
  input 程度 : one of { 轻, 重 }
  indicator A 10 points { ${body} }
}`;
const FULL = { 率: '100%', 次数: 0, 程度: '轻' };

describe('what a deduction takes', () => {
  test.each([
    ['deduct (tiers of 率 { < 60% : 6  < 80% : 3  otherwise : 0 })', { 率: '70%' }, '7'],
    ['deduct (if 程度 = 重 then 4 else 1) per 次数', { 次数: 2, 程度: '重' }, '2'],
    ['deduct 1 per (if 次数 > 3 then 次数 - 3 次 else 0 次)', { 次数: 5 }, '8'],
    ['deduct (when 程度 = 轻 : 1  otherwise : 3) when 次数 >= 1', { 次数: 1, 程度: '重' }, '7'],
    ['deduct 2 when 次数 = 1  deduct full points when 次数 >= 2', { 次数: 2 }, '0'],
    ['deduct 1 per 5% of 率 above 100% per full step', { 率: '114%' }, '8'],
  ])('%s with %j leaves %s', (body, inputs, score) => {
    expect(scoreIn(sheetOf(ruleset(body), { ...FULL, ...inputs }), 'A')).toBe(score);
  });
});

describe('a score below 0', () => {
  test.each([
    ['deduct 3 per 次数', '', '0'],
    ['deduct 3 per 次数  at least 0', '', '0'],
    ['deduct 3 per 次数  at least -5', 'at least -5', '-5'],
    ['deduct 3 per 次数  uncapped', 'uncapped', '-8'],
    ['deduct 3 per 次数  at least 1', '', '1'],
  ])('%s may leave %s … %s', (body, total, score) => {
    const text = ruleset(body, total);
    expect(scoreIn(sheetOf(text, { ...FULL, 次数: 6 }), 'A')).toBe(score);
  });

  test('is carried into the total, and stays open as far down as it may go', () => {
    const text = ruleset('deduct 3 per 次数  at least -5', 'at least -4');
    expect(shown(sheetOf(text, { ...FULL, 次数: 6 }).total)).toBe('-4');
    const open = sheetOf(text, { 率: '100%', 程度: '轻' });
    expect([scoreIn(open, 'A'), shown(open.total)]).toEqual(['-5..10', '-4..10']);
  });
});

describe('an open deduction', () => {
  test('two rates on one figure never both apply', () => {
    const text = ruleset(
      'deduct 5 per 100% of 率 above 100% prorated  deduct 4 per 100% of 率 below 100% prorated',
    );
    expect(scoreIn(sheetOf(text, { 次数: 0, 程度: '轻' }), 'A')).toBe('5..10');
  });

  test('a condition on the figure that it counts narrows it', () => {
    const text = ruleset('deduct 0.1 per 1% of 率 above 100% prorated when 率 <= 120%');
    expect(scoreIn(sheetOf(text, { 次数: 0, 程度: '轻' }), 'A')).toBe('8..10');
  });
});
