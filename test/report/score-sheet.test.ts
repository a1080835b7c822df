import { describe, expect, it } from 'vitest';
import type { Paint } from '../../src/report/paint.ts';
import { scoreSheet } from '../../src/report/score-sheet.ts';
import { widthOf } from '../../src/report/wrap.ts';
import { COMPLETE, en, score, zh, without } from './scoring.ts';

const LINE = '─'.repeat(100);
const WITHOUT_RATE = without(COMPLETE, '调整率');

function table(lines: readonly string[]): string[] {
  return lines.slice(lines.indexOf(LINE), lines.lastIndexOf(LINE) + 1);
}

function section(lines: readonly string[], title: string): string[] {
  const start = lines.indexOf(title);
  const end = lines.indexOf('', start);
  return start === -1 ? [] : lines.slice(start + 1, end === -1 ? undefined : end);
}

describe('a complete score sheet', () => {
  it('has the shape of the official table', () => {
    expect(table(scoreSheet(score(COMPLETE), zh))).toEqual([
      LINE,
      '一级指标  二级指标  三级指标     分值   得分   扣分  原因',
      LINE,
      '管理      资金      执行率       6.00   2.61   3.39  采购：比率 ≈15.18%',
      '                    合规         6.00   3.46   2.54  调整：调整率 15.4% 高于 10%',
      '                                                     核算：差错 2 项',
      '          人员      编外控制率   4.00   0.00   4.00  编外 / （在编 + 编外） ≈23.53%',
      '                    公开         4.00   2.00   2.00  预算公开：不合要求，迟了十天',
      '                                                     制度：未得：已执行，没有记录',
      '小计                            20.00   8.07  11.93',
      LINE,
      '                    满意度      10.00   9.50   0.50  两次投诉',
      LINE,
      '总分                            30.00  17.57  12.43  等级 差',
      LINE,
    ]);
  });

  it('says whose it is and by which rules', () => {
    expect(scoreSheet(score(COMPLETE), zh).slice(0, 2)).toEqual([
      '示范局  2024 年度',
      '依据  示范区绩效评价（2024），评价办法 附表',
    ]);
    expect(scoreSheet(score(COMPLETE), en).slice(0, 2)).toEqual([
      '示范局  2024',
      'Rules  示范区绩效评价 (2024), 评价办法 附表',
    ]);
  });

  it('lists assumptions, defaults, readings and what the points rest on', () => {
    const lines = scoreSheet(score(COMPLETE), zh);
    expect(section(lines, '采用的假定')).toEqual(['  调整率  15.4%  由得分倒推']);
    expect(section(lines, '未报送、按规则集默认值')).toEqual(['  违规 = 否、无采购 = 否']);
    expect(section(lines, '采用的读法')).toEqual(['  零头  照实']);
    expect(section(lines, '得分依据')).toEqual(['  按披露数据计算 11.00，评定 16.00，假定 3.00']);
  });

  it('ends with the hashes that make it reproducible', () => {
    const { sheet, ...scored } = score(COMPLETE);
    const last = scoreSheet({ sheet, ...scored }, en).at(-1);
    expect(last).toBe(
      `ruleset ${sheet.frameworkHash.slice(0, 12)}   data ${sheet.departmentHash.slice(0, 12)}`,
    );
  });

  it('marks a reading that was chosen for this run', () => {
    const options = new Map([['零头', '舍去']]);
    expect(section(scoreSheet(score(COMPLETE, { options }), en), 'Readings chosen')).toEqual([
      '  零头  舍去 (for this run)',
    ]);
  });
});

describe('a score sheet with something missing', () => {
  const lines = scoreSheet(score(WITHOUT_RATE), zh);

  it('shows intervals, what is lost in any case, and what is missing', () => {
    expect(lines).toContain(
      '                    合规         6.00    1.00–4.00   ≥2.00  核算：差错 2 项',
    );
    expect(lines).toContain(
      '                                                            缺：调整率',
    );
    expect(lines).toContain('总分                            30.00  15.11–18.11  ≥11.89  等级 差');
  });

  it('lists the missing inputs with the points they decide', () => {
    expect(section(lines, '缺少的数据：1 项，下列分值尚不能确定')).toEqual([
      '  调整率  最多影响 3 分  合规',
    ]);
  });

  it('treats rejected figures as missing and says so', () => {
    const rejected = scoreSheet(
      score({ ...COMPLETE, 调整率: { ...COMPLETE.调整率, status: 'rejected' } }),
      en,
    );
    expect(section(rejected, 'Rejected, so counted as missing')).toEqual([
      '  调整率  15.4%  由得分倒推',
    ]);
    expect(section(rejected, 'Missing: 1 input decides points that are still open')).toEqual([
      '  调整率  up to 3 points  合规',
    ]);
  });

  it('names all grades that are still possible', () => {
    expect(scoreSheet(score({}), en)).toContain(
      'Total                         30.00  0.00–30.00        Grade 优 or 良 or 差',
    );
  });
});

describe('what strikes a score', () => {
  it('shows the veto and the score that would have stood', () => {
    const lines = scoreSheet(score({ ...COMPLETE, 违规: true }), zh);
    expect(lines).toContain(
      '                    合规         6.00   0.00   6.00  一票否决“挪用资金”，否则为 3.46 分',
    );
  });

  it('shows where the points of an indicator that does not apply went', () => {
    const lines = scoreSheet(score({ ...COMPLETE, 无采购: true }), zh);
    expect(lines).toContain(
      '管理      资金      执行率       0.00  不适用         不适用，分值由组内其他部分分摊',
    );
    expect(lines).toContain(
      '                                                      分摊不适用部分的分值：× 2',
    );
  });

  it('lists checks that fail with both figures', () => {
    const lines = scoreSheet(score({ ...COMPLETE, 支出: '20' }), zh);
    expect(section(lines, '核对不符（不影响得分）')).toEqual([
      '  支出不超过计划  20 万元 > 19.50 万元',
    ]);
  });
});

describe('the layout of a score sheet', () => {
  it.each([80, 100, 140])('keeps within %i columns', (width) => {
    for (const language of ['zh', 'en'] as const)
      for (const line of scoreSheet(score(WITHOUT_RATE), { ...zh, language, width }))
        expect(widthOf(line)).toBeLessThanOrEqual(width);
  });

  it('colours only through the painters it is given', () => {
    const paint: Paint = {
      strong: (t) => `<b>${t}</b>`,
      faint: (t) => t,
      good: (t) => t,
      warn: (t) => t,
      bad: (t) => `<r>${t}</r>`,
    };
    const painted = scoreSheet(score(COMPLETE), { ...zh, paint });
    const bare = painted.map((line) => line.replace(/<\/?[br]>/g, ''));
    expect(bare).toEqual(scoreSheet(score(COMPLETE), zh));
    expect(painted).toContain(
      '                    合规         6.00   <r>3.46</r>   <r>2.54</r>  调整：调整率 15.4% 高于 10%',
    );
  });

  it('disarms control characters in the names of a file', () => {
    const bell = scoreSheet(
      { ...score(COMPLETE), sheet: { ...score(COMPLETE).sheet, departmentName: '局\u001b[2J' } },
      zh,
    );
    expect(bell[0]).toBe('局·[2J  2024 年度');
  });

  it('counts bonus groups on top and shows penalties as negative', () => {
    const text = `ruleset 加减 { total 10 points at most 15 at least 0
      indicator 基础 10 points { judged }
      bonus group 奖励 5 points at most 5 { indicator 创新 5 points { judged } }
      penalty group 处罚 3 points at most 3 { indicator 通报 3 points { judged } } }`;
    const inputs = {
      基础: 10,
      创新: { award: 2, reason: '一项' },
      通报: { award: 1, reason: '一次' },
    };
    const lines = scoreSheet(score(inputs, {}, text), zh);
    expect(lines).toContain('加分                 5.00   2.00');
    expect(lines).toContain('减分                 3.00  −1.00');
    expect(lines).toContain('总分                10.00  11.00');
  });
});
