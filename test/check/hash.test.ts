import { describe, expect, test } from 'vitest';
import { frameworkOf } from './checking.ts';

const hashOf = (...texts: readonly string[]) => frameworkOf(...texts).hash;

const ENGLISH = `ruleset 评价 for 2022 {
  total 10 points
  input 实际, 计划 : money in 万元 above 0
  let 率 = 实际 / 计划
  indicator 执行 6 points at most 6 { score 率 * 6 }
  indicator 规范 4 points { item 一 4 points { judged } veto "违规" when 实际 > 100 万元 : 0 }
}`;

describe('the hash of a framework', () => {
  test('is 64 hex digits', () => {
    expect(hashOf(ENGLISH)).toMatch(/^[0-9a-f]{64}$/);
  });

  test('does not depend on comments, white space or punctuation', () => {
    const other = ENGLISH.replace('total', '// 说明\n total')
      .replace('实际, 计划 :', '实际、计划：')
      .replace(/\n/g, '\r\n\t');
    expect(hashOf(other)).toBe(hashOf(ENGLISH));
  });

  test('does not depend on the language of the keywords', () => {
    const chinese = `规则集 评价 适用 2022 {
      总分 10 分
      输入 实际, 计划 : 金额 万元 高于 0
      定义 率 = 实际 / 计划
      指标 执行 6 分 至多 6 { 得分 率 * 6 }
      指标 规范 4 分 { 得分项 一 4 分 { 评定 } 一票否决 "违规" 当 实际 > 100 万元 : 0 }
    }`;
    expect(hashOf(chinese)).toBe(hashOf(ENGLISH));
  });

  test('does not depend on how the ruleset is split over files', () => {
    const parent = `ruleset 共性 { total 10 points
      input 计划 : money in 万元 above 0
      indicator 执行 5 points { judged }
      indicator 规范 4 points { item 一 4 points { judged } veto "违规" when 实际 > 100 万元 : 0 }
      input 实际 : money in 万元 above 0 }`;
    const child = `ruleset 评价 for 2022 amends "0.chi" {
      let 率 = 实际 / 计划
      replace indicator 执行 6 points at most 6 { score 率 * 6 } }`;
    expect(hashOf(parent, child)).toBe(hashOf(ENGLISH));
  });

  test('does not depend on how a figure or a choice is written', () => {
    const other = ENGLISH.replace('100 万元', '1000000 元').replace(
      'score 率 * 6',
      'score 率 * 6.0',
    );
    expect(hashOf(other)).toBe(hashOf(ENGLISH));
  });

  test.each([
    ['points', 'score 率 * 6', 'score 率 * 5'],
    ['a cap', 'at most 6', 'at most 5'],
    ['a unit', 'money in 万元', 'money in 元'],
    ['a bound', 'above 0', 'at least 0'],
    ['a comparison', '实际 > 100', '实际 >= 100'],
    ['a name', 'indicator 执行', 'indicator 执行甲'],
  ])('changes with %s', (_what, from, to) => {
    expect(ENGLISH).toContain(from);
    expect(hashOf(ENGLISH.replace(from, to))).not.toBe(hashOf(ENGLISH));
  });

  const comparing = (rule: string) =>
    hashOf(`ruleset 比较 for 2022 { total 9 points  input 报价 : number from 1 to 9
      input 类 : one of { 甲类, 乙类 }  indicator 价 9 points { score ${rule} at most 9 } }`);
  const rank = 'rank of 报价 over cohort where 类 = own 类 lowest first ties share best rank';
  const mean = 'mean of 报价 over cohort without highest 0 without lowest 0';

  test.each([
    ['the order of a rank', rank, 'lowest first', 'highest first'],
    ['the rule for ties', rank, 'best', 'worst'],
    ['a filter by the department’s own figure', rank, 'own 类', '甲类'],
    ['what is left out', mean, 'lowest 0', 'lowest (0 + 0)'],
    ['who is compared', 'count of cohort', 'cohort', 'others'],
    ['a quantile', 'quantile of 报价 over cohort at 25% nearest', 'nearest', 'interpolated'],
  ])('changes with %s', (_what, rule, from, to) => {
    expect(comparing(rule.replace(from, to))).not.toBe(comparing(rule));
  });

  test('does not depend on the language of the words for departments', () => {
    const chinese = '名次 报价 于 全体单位 其中 类 = 本单位 类 从低到高 并列取前';
    expect(comparing(chinese)).toBe(comparing(rank));
  });
});
