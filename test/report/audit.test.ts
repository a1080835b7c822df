import { describe, expect, it } from 'vitest';
import { auditsJson } from '../../src/report/audit-json.ts';
import { auditText } from '../../src/report/audit.ts';
import { widthOf } from '../../src/report/wrap.ts';
import { auditOf, compiled } from '../analyze/audited.ts';
import { en, without, zh } from './scoring.ts';

const PURCHASE = `ruleset 采购 for 2023 {
  total 3 points
  scores rounded to 0.01 half up
  grades { 优 from 2.5  差 from 0 }
  option 封顶 : yes or no = yes
  input 实际, 计划 : money in 万元 above 0
  input 完成, 任务 : count of 个 at least 1
  let 完成率 = 完成 / 任务
  indicator 采购执行 2 points {
    let 执行率 = 实际 / 计划
    score (if 封顶 then min(执行率, 100%) else 执行率) * 2 points
    at most 2 points
  }
  indicator 及时 1 point { score min(完成率, 100%) * 1 point }
  check "实际等于计划" : 实际 = 计划 within 0.01 万元
}`;

const INPUTS = { 实际: '611.29', 计划: '819.38', 完成: 47, 任务: 48 };

function lines(file: object, settings = zh): string[] {
  return auditText(auditOf(PURCHASE, file), compiled(PURCHASE), settings);
}

// The numbered findings, each with its further lines.
function findings(all: readonly string[], title: string): string[] {
  return all.slice(all.indexOf(title) + 1, all.lastIndexOf(''));
}

describe('the table of an audit', () => {
  it('sets what was published beside what the rules give', () => {
    const reported = {
      采购执行: '1.49',
      及时: '0.97',
      total: '2.46',
      figures: { 执行率: '74.60%', 完成率: '97.9%' },
    };
    const table = lines({ inputs: INPUTS, reported });
    const line = '─'.repeat(44);
    expect(table.slice(0, 12)).toEqual([
      '测试局  2023 年度',
      '',
      line,
      '指标            公布     核算   相差',
      line,
      '采购执行        1.49     1.49         一致',
      '及时            0.97     0.98  −0.01  不一致',
      '总分            2.46     2.47  −0.01  不一致',
      line,
      '执行率        74.60%  ≈74.60%         一致',
      '完成率         97.9%  ≈97.92%         一致',
      line,
    ]);
  });

  it('shows blank cells and ranges', () => {
    const inputs = without(INPUTS, '完成');
    const table = lines({ inputs, reported: { 采购执行: null, 及时: '0.97', total: '2.46' } }, en);
    expect(table.map((line) => line.replace(/ {2,}/g, ' | '))).toEqual(
      expect.arrayContaining([
        '采购执行 | (blank) | 1.49 | left blank',
        '及时 | 0.97 | 0.02–1.00 | cannot be derived',
        'Total | 2.46 | 1.51–2.49 | cannot be derived',
      ]),
    );
  });
});

describe('the findings of an audit', () => {
  it('say how a published score differs and what would explain it', () => {
    const said = findings(lines({ inputs: INPUTS, reported: { 及时: '0.97' } }), '审核意见');
    expect(said[0]).toBe(' 1. 矛盾  及时：公布 0.97，按规则应为 0.98（相差 −0.01）');
    expect(said).toContain('      准确得分为 ≈0.9792，若改按“0.01，舍去”取整，即得公布的得分');
  });

  it('say the same in English', () => {
    const said = findings(lines({ inputs: INPUTS, reported: { 及时: '0.97' } }, en), 'Findings');
    expect(said[0]).toBe(
      ' 1. contradiction  及时: published 0.97, but the rules give 0.98 (−0.01)',
    );
    expect(said).toContain(
      '      the published score comes out if the exact score ≈0.9792 is rounded differently (0.01, down)',
    );
  });

  it('list the readings of the rule with the scores they give', () => {
    const text = PURCHASE.replace('    at most 2 points\n', '    at most 3 points\n').replace(
      'total 3 points',
      'total 3 points at most 4',
    );
    const file = { inputs: { ...INPUTS, 实际: '900' }, reported: { 采购执行: '1.9' } };
    const said = findings(auditText(auditOf(text, file), compiled(text), en), 'Findings');
    expect(said.slice(0, 4)).toEqual([
      ' 1. contradiction  采购执行: published 1.9, but the rules give 2 (−0.1)',
      '      2 readings of the rule give:',
      '        封顶 = yes: 2 (chosen)',
      '        封顶 = no: 2.2',
    ]);
  });

  it('leave out readings that make no difference', () => {
    const said = findings(
      lines({ inputs: { ...INPUTS, 实际: '900' }, reported: { 采购执行: '1.9' } }, en),
      'Findings',
    );
    expect(said.join('\n')).not.toContain('readings');
  });

  it('name what is missing and what a published score implies', () => {
    const inputs = without({ ...INPUTS, 实际: '819.38' }, '完成');
    const said = findings(lines({ inputs, reported: { 及时: '0.50' } }), '审核意见');
    expect(said[0]).toBe(' 1. 说明  及时：公布 0.50，但没有披露 完成，按规则只能得出 0.02–1');
    expect(said[1]).toBe('      公布的得分意味着 完成 为 24 个，即 完成率 = 50%');
  });

  it('show failed checks with both figures', () => {
    const said = findings(lines({ inputs: INPUTS, reported: { 采购执行: '1.49' } }), '审核意见');
    expect(said).toEqual([
      ' 1. 矛盾  核对“实际等于计划”不符',
      '      611.29 万元 ≠ 819.38 万元，相差 208.09 万元',
    ]);
  });

  it('word grades, sums, blank cells, bounds and figures', () => {
    const reported = {
      采购执行: null,
      及时: '1.20',
      total: '2.47',
      grade: '差',
      figures: { 执行率: ['74.60%', '75.20%'] },
    };
    const said = findings(
      lines({ inputs: { ...INPUTS, 实际: '819.38' }, reported }),
      '审核意见',
    ).join('\n');
    expect(said).toContain('采购执行：没有填写，按规则为 2');
    expect(said).toContain('总分 2.47 减去其余公布得分 1.2，应为 1.27');
    expect(said).toContain('公布的 1.20 超过满分 1 分');
    expect(said).toContain('执行率 前后公布了不同的值：74.60%、75.20%');
    expect(said).toContain('公布等级为差，但核算的总分 2.98 应为优');
  });

  it('end with a tally', () => {
    expect(lines({ inputs: INPUTS, reported: { 及时: '0.97' } }).at(-1)).toMatch(
      /^矛盾 \d+ 处，存疑 \d+ 处，说明 \d+ 处$/,
    );
    expect(lines({ inputs: INPUTS, reported: { 采购执行: '1.49' } }, en).at(-1)).toBe(
      '1 contradiction, 0 doubtful, 0 notes',
    );
  });

  it('say so where there is nothing to find or to compare', () => {
    const same = { ...INPUTS, 实际: '819.38', 完成: 48 };
    expect(lines({ inputs: same, reported: { 及时: '1.00' } }).at(-1)).toBe(
      '没有发现问题：公布的 1 项得分和数据都与规则一致。',
    );
    expect(lines({ inputs: same }, en).at(-1)).toBe(
      'The department’s file reports no scores or figures, so there is nothing to compare.',
    );
  });

  it('keep within the width', () => {
    const file = {
      inputs: INPUTS,
      reported: { 及时: '0.97', 采购执行: '1.2', total: '2.2', grade: '优' },
    };
    for (const width of [80, 100])
      for (const line of lines(file, { ...en, width }))
        expect(widthOf(line)).toBeLessThanOrEqual(width);
  });
});

describe('an audit as JSON', () => {
  const file = {
    inputs: INPUTS,
    reported: { 采购执行: null, 及时: '0.97', figures: { 执行率: '74.60%' } },
  };
  const audit = auditOf(PURCHASE, file);
  const [json] = auditsJson(compiled(PURCHASE), [audit], 'en').results;

  it('has the scores and figures as text, figures in their own unit', () => {
    expect(json?.scores).toEqual([
      { path: ['采购执行'], reported: null, recomputed: '1.49', outcome: 'blank' },
      { path: ['及时'], reported: '0.97', recomputed: '0.98', outcome: 'differs' },
    ]);
    expect(json?.figures).toEqual([
      {
        name: '执行率',
        reported: '74.60%',
        recomputed: '3056450/40969',
        unit: '%',
        outcome: 'agrees',
      },
    ]);
  });

  it('has the findings with severity, kind, path and sentence', () => {
    const found = json?.findings.find(({ kind }) => kind === 'score-differs');
    expect(found).toMatchObject({
      severity: 'error',
      path: ['及时'],
      message: '及时: published 0.97, but the rules give 0.98 (−0.01)',
    });
    expect(found?.details.length).toBeGreaterThan(0);
    expect(json?.counts).toEqual({ error: 2, warning: 1, note: 0 });
  });
});
