import { describe, expect, test } from 'vitest';
import { oneRule, proveText } from './proving.ts';

const DECLARED = `
  input 报价 : money in 万元 above 0
  input 率 : percent from 0% to 100%
  input 类 : one of { 街道, 部门 }
`;
const proved = (rule: string, points = '30') => proveText(oneRule(rule, DECLARED, points));
// No rule reads all of the inputs.
const said = (rule: string, points?: string) =>
  proved(rule, points).said.filter(([code]) => code !== 'unused-input');

describe('a department that need not be among those compared', () => {
  test.each([
    'score min(30, (min of 报价 over cohort where 率 >= 75%) / 报价 * 30)',
    'when 率 < 75% : 0  otherwise : (min of 报价 over cohort where 率 >= 80%) / 报价 * 30',
    'when 率 >= 75% : 0  otherwise : (min of 报价 over cohort where 率 >= 75%) / 报价 * 30',
  ])('may be cheaper than the cheapest of them: %s', (rule) => {
    expect(said(rule)).not.toEqual([]);
  });
});

describe('rules over a cohort that hold for every cohort', () => {
  test.each([
    ['the lowest price over one’s own', 'score (min of 报价 over cohort) / 报价 * 30'],
    ['one’s own price over the highest', 'score 报价 / (max of 报价 over cohort) * 30'],
    [
      'a place among the range of all',
      `let 高 = max of 率 over cohort  let 低 = min of 率 over cohort
       when 高 > 低 : (率 - 低) / (高 - 低) * 30  otherwise : 30`,
    ],
    [
      'a share by rank',
      `score ((count of cohort) - (rank of 率 over cohort highest first ties share worst rank) + 1)
       / (count of cohort) * 30`,
    ],
    [
      'the same among one’s own kind',
      `score (rank of 率 over cohort where 类 = own 类 lowest first ties without gaps)
       / (count of cohort where 类 = own 类) * 30`,
    ],
    [
      'a mean over the maximum',
      `when (max of 率 over cohort) > 0
       : (median of 率 over cohort) / (max of 率 over cohort) * 30  otherwise : 0`,
    ],
    [
      'a mean of the others, if there are any',
      'when (count of others) > 0 : (mean of 率 over others) * 30  otherwise : 30',
    ],
    [
      'a trimmed mean where enough are left',
      `when (count of cohort) >= 3
       : (mean of 率 over cohort without highest 1 without lowest 1) * 30  otherwise : 率 * 30`,
    ],
    [
      'a trimmed mean by how many there are',
      `let 去 = if (count of cohort) >= 5 then 1 else 0
       score (mean of 率 over cohort without highest 去 without lowest 去) * 30`,
    ],
    [
      'the lowest price of those that qualify, where one’s own does',
      `when 率 < 75% : 0
       otherwise : (min of 报价 over cohort where 率 >= 75%) / 报价 * 30`,
    ],
    [
      'a place among those that qualify, where one’s own does',
      `let 及格 = 率 >= 60%
       when 及格 : (rank of 报价 over cohort where 及格 lowest first ties share worst rank)
         / (count of cohort where 及格) * 30  otherwise : 0`,
    ],
    [
      'a mean of those up to a quantile, of whom there is one',
      `let 下限 = quantile of 率 over cohort at 10% nearest
       score (mean of 率 over cohort where 率 <= 下限) * 30`,
    ],
    ['one’s own share in the whole', 'score 报价 / (sum of 报价 over cohort) * 30'],
    [
      'one’s own share among those that qualify, where one’s own does',
      `when 率 < 75% : 0
       otherwise : 报价 / (sum of 报价 over cohort where 率 >= 75%) * 30`,
    ],
    [
      'the share of departments that one’s own figure beats',
      'score (count of cohort where 率 <= own 率) / (count of cohort) * 30',
    ],
    [
      'two passes: a figure worked out from the cohort, ranked in the cohort',
      `let 相对 = 报价 / (mean of 报价 over cohort)
       score 30 / (rank of 相对 over cohort lowest first ties share average rank)`,
    ],
    [
      'a quartile',
      'when 率 >= (quantile of 率 over cohort at 75% interpolated) : 30  otherwise : 率 * 30',
    ],
  ])('%s', (_what, rule) => {
    expect(said(rule)).toEqual([]);
  });
});

describe('rules over a cohort that do not', () => {
  test('others of whom there may be none', () => {
    const rule = 'score (mean of 率 over others) * 30';
    expect(said(rule)).toEqual([['possibly-empty', '(mean of 率 over others)']]);
    expect(proved(rule).facts('possibly-empty')).toMatchObject({ over: 'cohort', trimmed: false });
  });

  test('a mean of departments of one’s own kind among the others only', () => {
    const rule = 'score (mean of 率 over others where 类 = own 类) * 30';
    expect(said(rule).map(([code]) => code)).toEqual(['possibly-empty']);
    const guarded = `when (count of others where 类 = own 类) = 0 : 30
      otherwise : (mean of 率 over others where 类 = own 类) * 30`;
    expect(said(guarded)).toEqual([]);
  });

  test('a filter that nobody may pass is shown', () => {
    const { diagnostics } = proved('score (mean of 率 over cohort where 率 > 50%) * 30');
    const [found] = diagnostics.filter(({ code }) => code === 'possibly-empty');
    expect(found?.facts).toMatchObject({ filtered: true });
    expect(found?.related).toHaveLength(1);
  });

  test('only figures that may be 0 are to be declared above it', () => {
    const declared = `${DECLARED} input 单 : list of 3 number`;
    const rule = 'score min(30, 报价 / (报价 * 率 + 1 万元 * (sum of 单)))';
    const found = proveText(oneRule(rule, declared, '30')).facts('division-by-zero');
    expect(found.causes).toEqual(['率']);
  });

  test.each([
    'score (mean of 率 over cohort where 率 < (mean of 率 over cohort)) * 30',
    'score (mean of 率 over others where 率 <= (median of 率 over cohort)) * 30',
    'score (mean of 率 over cohort where 率 <= (median of 率 over cohort where 类 = 街道)) * 30',
    'score min(30, mean of 率 over cohort where 报价 / 1 万元 <= (mean of 率 over cohort)) at least 0',
  ])('figures up to a middle that none may reach: %s', (rule) => {
    expect(said(rule).map(([code]) => code)).toContain('possibly-empty');
  });

  test('a trimmed mean of which nothing may be left', () => {
    const rule = 'score (mean of 率 over cohort without highest 1 without lowest 1) * 30';
    expect(proved(rule).facts('possibly-empty')).toMatchObject({ function: 'mean', trimmed: true });
  });

  test('a number to leave out that may be negative', () => {
    const declared = `${DECLARED} input 数 : integer from -1 to 1`;
    const rule = 'score min(30, sum of 率 over cohort without lowest 数) at least 0';
    const { said: found } = proveText(oneRule(rule, declared, '30'));
    expect(found.map(([code]) => code)).toContain('trimming-negative');
  });

  test('a price above the mean, with the other department that shows it', () => {
    const rule = 'score 率 / (max of 率 over others) * 30';
    expect(said(rule).map(([code]) => code)).toContain('possibly-empty');
    const above = `score 报价 / (mean of 报价 over cohort) * 30`;
    expect(said(above).map(([code]) => code)).toEqual(['score-leaves-range']);
    expect(proved(above).witness('score-leaves-range')).toMatch(/another has 报价 = /);
  });

  test('a division by what only this department’s figure guards', () => {
    const rule =
      'when 率 > 0 : (min of 率 over cohort) / (min of 率 over cohort) * 30  otherwise : 0';
    expect(said(rule).map(([code]) => code)).toEqual(['division-by-zero']);
  });
});

describe('what is known of one department', () => {
  test('says nothing of another’s', () => {
    // Both have the same minimum over this department alone, not over any cohort.
    const rule = `when 率 = 50% : (if (min of 率 over cohort) = 50% then 30 else 0)  otherwise : 30`;
    expect(said(rule)).toEqual([]);
  });
});
