import { describe, expect, it } from 'vitest';
import { explain } from '../../src/report/explanation.ts';
import type { ExplanationSettings } from '../../src/report/explanation.ts';
import type { Scored } from '../../src/report/scored.ts';
import { widthOf } from '../../src/report/wrap.ts';
import { COMPLETE, en, framework, score, zh, without } from './scoring.ts';

const sources = new Map([['rules.chi', framework().source]]);
const inChinese: ExplanationSettings = { ...zh, sources };
const inEnglish: ExplanationSettings = { ...en, sources };
const WITHOUT_RATE = without(COMPLETE, '调整率');

// The explanation of one indicator without the title.
function about(
  scored: Scored,
  settings: ExplanationSettings,
  ...path: readonly string[]
): string[] {
  return explain(scored, settings, [path]).slice(2);
}

describe('the explanation of an indicator', () => {
  it('leads from the rule to the score and on to the evidence and the source', () => {
    expect(about(score(COMPLETE), inChinese, '管理', '资金', '执行率')).toEqual([
      '管理 / 资金 / 执行率',
      '  得 2.61，满分 6 分，扣 3.39',
      '  采购  ≈0.6072 / 4',
      '    · 比率 = 支出 / 计划 = 2.96 万元 / 19.50 万元 ≈ 15.18%',
      '    · 适用“其余”，因 支出 > 计划（2.96 万元 > 19.50 万元）不成立：比率 × 4 分 ≈ 15.18% × 4 分 ≈',
      '      0.6072 分',
      '  落实  2 / 2',
      '    · 评定得 2，满分 2 分',
      '  各得分项之和：≈0.6072 + 2 ≈ 2.6072 分',
      '  · 保留到 0.01，四舍五入：≈2.6072 分 → 2.61 分',
      '  所用数据',
      '    计划    19.50 万元  已披露',
      '    支出    2.96 万元   已核实，报告 一（四）',
      '    无采购  否          默认值',
      '    落实    2 分        评定',
      '  规则出处',
      '    评价办法 附表',
      '    写于 rules.chi:16',
    ]);
  });

  it('says the same in English', () => {
    expect(about(score(COMPLETE), inEnglish, '管理', '资金', '执行率').slice(0, 10)).toEqual([
      '管理 / 资金 / 执行率',
      '  scores 2.61 of 6 points, 3.39 lost',
      '  采购  ≈0.6072 / 4',
      '    · 比率 = 支出 / 计划 = 2.96 万元 / 19.50 万元 ≈ 15.18%',
      '    · otherwise applies, as 支出 > 计划 (2.96 万元 > 19.50 万元) does not hold: 比率 × 4 points ≈',
      '      15.18% × 4 points ≈ 0.6072 points',
      '  落实  2 / 2',
      '    · awarded 2 of 2 points',
      '  items together: ≈0.6072 + 2 ≈ 2.6072 points',
      '  · rounded to 0.01, half up: ≈2.6072 points → 2.61 points',
    ]);
  });

  it('shows the row that fired', () => {
    expect(
      about(score({ ...COMPLETE, 支出: '20' }), inEnglish, '管理', '资金', '执行率'),
    ).toContain('    · row 1 applies, as 支出 > 计划 (20 万元 > 19.50 万元): 0 points');
    expect(about(score(COMPLETE), inChinese, '管理', '人员', '编外控制率')).toContain(
      '  · 编外 / （在编 + 编外） ≈23.53%，不在以上各档，按“其余”：0 分',
    );
    expect(
      about(score({ ...COMPLETE, 编外: 5 }), inChinese, '管理', '人员', '编外控制率'),
    ).toContain('  · 编外 / （在编 + 编外） ≈8.77%，属于“5%–10%”一档：2 分');
  });

  it('shows what a veto struck and what would have stood', () => {
    const lines = about(score({ ...COMPLETE, 违规: true }), inChinese, '管理', '资金', '合规');
    expect(lines[1]).toBe('  得 0，满分 6 分，扣 6，否则为 3.46');
    expect(lines).toContain('  · 一票否决“挪用资金”：3.46 分 → 0 分');
  });

  it('shows each deduction with its steps and how parts of a step count', () => {
    const lines = about(score(COMPLETE), inChinese, '管理', '资金', '合规');
    expect(lines).toContain(
      '    · 扣分：0.1 × 5.4（调整率 15.4%，高于 10%，每 1% 为一步；零头按比例） = 0.54 分',
    );
    expect(lines).toContain('    · 扣分：1 分 × 2 项（差错） = 2 分');
  });

  it('gives the reason of an award, the choice and the entries that were not met', () => {
    const lines = about(score(COMPLETE), inEnglish, '管理', '人员', '公开');
    expect(lines).toContain('    · awarded 1 of 2 points, 不合要求, reason: 迟了十天');
    expect(lines).toContain('    · awarded 1 of 2 points, not met: 已执行, reason: 没有记录');
  });

  it('says what is open where an input is missing', () => {
    const lines = about(score(WITHOUT_RATE), inEnglish, '管理', '资金', '合规');
    expect(lines.slice(1, 4)).toEqual([
      '  scores 1–4 of 6 points, 2–5 lost',
      '  调整  0–3 / 3',
      '    · deduct: 0.1 × open (调整率 is above 10%; one step is 1%; prorated) = open (≥ 0 points)',
    ]);
    expect(lines).toContain('    调整率  missing  ≥ 0%');
  });

  it('says that an indicator does not apply and where its points went', () => {
    const scored = score({ ...COMPLETE, 无采购: true });
    expect(about(scored, inEnglish, '管理', '资金', '执行率').slice(1, 3)).toEqual([
      '  not applicable',
      '  · not applicable, its points go to the rest of the group',
    ]);
    expect(about(scored, inEnglish, '管理', '资金', '合规')).toContain(
      '  · takes over points of parts that do not apply: × 2: 3.46 points → 6.92 points',
    );
  });
});

describe('the explanation of everything', () => {
  const lines = explain(score(COMPLETE), inChinese);

  it('explains every indicator in the order of the framework', () => {
    const heads = [
      '管理 / 资金 / 执行率',
      '管理 / 资金 / 合规',
      '管理 / 人员 / 编外控制率',
      '管理 / 人员 / 公开',
      '满意度',
      '总分',
    ];
    expect(lines.filter((line) => heads.includes(line))).toEqual(heads);
  });

  it('ends with how the total comes about', () => {
    expect(lines.slice(-4)).toEqual([
      '总分',
      '  管理 8.07 + 满意度 9.5 = 17.57 分',
      '  等级 差',
      '  读法 零头 = 照实',
    ]);
  });

  it('works out a definition once, though several items use it', () => {
    const text = `ruleset 共用 { total 2 points scores rounded to 0.01 half up
      input 数 : number from 0 to 9
      indicator 指标 2 points { let 半数 = 数 / 9
        item 甲 1 point { score 半数 * 1 point } item 乙 1 point { score 半数 * 1 point } } }`;
    const shared = explain(score({ 数: 3 }, {}, text), inChinese);
    expect(shared.filter((line) => line.includes('半数 = '))).toEqual([
      '    · 半数 = 数 / 9 = 3 / 9 ≈ 0.3333',
    ]);
    expect(shared.filter((line) => line.startsWith('    · 计算'))).toHaveLength(2);
  });

  it('joins a table with the definition that it decides', () => {
    const text = `ruleset 定义 { total 2 points scores rounded to 0.01 half up
      option 封顶 : yes or no = yes
      input 数 : number from 0 to 9
      indicator 指标 2 points { let 计分 = if 封顶 then min(数, 2) else 数  score 计分 at most 2 } }`;
    expect(explain(score({ 数: 3 }, {}, text), inChinese)).toContain(
      '  · 计分：适用第 1 行，因 封顶 = 是：较小值（数，2） = 较小值（3，2） = 2',
    );
  });

  it('shows a cap', () => {
    const text = `ruleset 封顶 { total 2 points input 数 : number from 0 to 9 indicator 指标 2 points at most 2 { score 数 } }`;
    expect(explain(score({ 数: 3 }, {}, text), inEnglish)).toContain(
      '  · at most 2 points: 3 points → 2 points',
    );
  });

  it('keeps within the width', () => {
    for (const width of [60, 80])
      for (const line of explain(score(COMPLETE), { ...inEnglish, width }))
        expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

describe('the reason why a row fires', () => {
  const explained = (rule: string, inputs: object) => {
    const text = `ruleset 行 { total 2 points
      input 公开, 及时 : yes or no  input 次数 : integer from 0 to 9
      indicator 指标 2 points { ${rule} } }`;
    return explain(score(inputs, {}, text), { ...inEnglish, width: 160 }).filter((line) =>
      line.startsWith('  · '),
    );
  };
  const rule = 'when not 公开 : 0 otherwise when 及时 or 次数 < 3 : 2 otherwise : 1';

  it('is the facts alone where only yes-or-no facts decide', () => {
    expect(explained(rule, { 公开: false, 及时: true, 次数: 5 })).toEqual([
      '  · row 1 applies, as 公开 = no: 0 points',
    ]);
    expect(
      explained('when 公开 : 2 otherwise when 及时 : 1 otherwise : 次数 / 10', {
        公开: false,
        及时: false,
        次数: 0,
      }),
    ).toEqual(['  · otherwise applies, as 公开 = no, 及时 = no: 次数 / 10 = 0 / 10 = 0 points']);
  });

  it('shows the comparison where figures decide', () => {
    expect(explained(rule, { 公开: true, 及时: false, 次数: 5 })).toEqual([
      '  · otherwise applies, as none of not 公开, 及时 or 次数 < 3 (公开 = yes, no or 5 < 3) holds: 1 point',
    ]);
  });

  it('lists every row that may apply while a fact is missing', () => {
    expect(explained(rule, { 公开: true, 次数: 5 })).toEqual([
      '  · row 2 may apply, as 及时 or 次数 < 3 (及时 or 5 < 3): 2 points',
      '  · otherwise may apply, as none of not 公开, 及时 or 次数 < 3 (公开 = yes, 及时 or 5 < 3) holds: 1 point',
    ]);
  });
});
