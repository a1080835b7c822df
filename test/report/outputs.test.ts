// Outputs and forgone grades in words and for programs.
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/analyze/audit.ts';
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { auditText } from '../../src/report/audit.ts';
import { auditsJson } from '../../src/report/audit-json.ts';
import { explain } from '../../src/report/explanation.ts';
import { scoresJson } from '../../src/report/json.ts';
import { scoreSheet } from '../../src/report/score-sheet.ts';
import type { Scored } from '../../src/report/scored.ts';
import { summary } from '../../src/report/summary.ts';
import { createSource } from '../../src/text/source.ts';
import { en, zh } from './scoring.ts';

function scoredBy(text: string, file: object): Scored {
  const source = createSource('test.chi', text);
  const { framework } = compile(source, { read: () => undefined, resolve: (_, path) => path });
  if (!framework) throw new Error('the ruleset should compile');
  const written = JSON.stringify({ department: '甲局', year: 2024, ...file });
  const { department, diagnostics } = readDepartment(framework, createSource('a.json', written));
  if (!department) throw new Error(diagnostics.map(({ code }) => code).join());
  return { framework, department, sheet: evaluate(framework, department), options: new Map() };
}

const PAID = `ruleset 付款 for 2024 {
  total 10 points
  grades { 优 from 9 when not 通报  差 from 0 }
  input 通报 : yes or no
  input 合同额 : money in 万元 at least 0
  indicator 甲 10 points { judged }
  output 比例 : percent = tiers of total score { >= 9 : 100%  otherwise : 80% } "按得分"
  output 应付 : money in 万元 = 合同额 * 比例
  output 到期 : date = 2024-12-31
  output 档 : one of { 上, 下 } = when total grade = 优 : 上 otherwise : 下
}`;
const GIVEN = { 甲: { award: '9.5', reason: '迟' }, 通报: true, 合同额: '120' };
const paid = (inputs: object, more: object = {}) => scoredBy(PAID, { inputs, ...more });

const LETTERS = `ruleset 字母 for 2024 {
  input 一, 二 : one of { A > B > C }
  output 总评 = min(一, 二)
}`;

describe('a score sheet', () => {
  it('lists the outputs under the total, and says why a better grade was not given', () => {
    const lines = scoreSheet(paid(GIVEN), zh);
    const at = lines.indexOf('输出');
    expect(lines.slice(at, at + 5).map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['输出'],
      ['比例', '100%', '按得分'],
      ['应付', '120 万元'],
      ['到期', '2024-12-31'],
      ['档', '下'],
    ]);
    expect(lines).toContain('未评为更高等级的原因');
    expect(lines.join('\n')).toContain('优：总分已达到，但 非 通报');
  });

  it('says what remains possible, and for want of what', () => {
    const text = scoreSheet(paid({ ...GIVEN, 通报: null, 合同额: null }), zh).join('\n');
    expect(text).toMatch(/应付 +未定（≥ 0 万元）\s+缺：合同额/);
    expect(text).toMatch(/档 +未定（上或下）\s+缺：通报/);
    // What an output waits for is not without effect.
    expect(text).not.toContain('缺少但不影响得分的数据');
  });

  it('has no table, no total and no evidence of points without a total', () => {
    const lines = scoreSheet(scoredBy(LETTERS, { inputs: { 一: 'B', 二: 'A' } }), en);
    expect(lines.slice(0, 5)).toEqual([
      '甲局  2024',
      'Rules  字母 (2024)',
      '',
      'Outputs',
      '  总评  B',
    ]);
    expect(lines.join('\n')).not.toMatch(/Total|Points|points rest/);
  });
});

describe('a summary', () => {
  it('has a column for each output, and none for a total where there is none', () => {
    const [first, second] = [paid(GIVEN), paid({ ...GIVEN, 合同额: null })];
    const lines = summary([first, second], en).map((line) => line.trim().split(/ {2,}/));
    expect(lines.slice(2, 3)).toEqual([
      ['Department', 'Total', 'Grade', '比例', '应付', '到期', '档', 'Missing'],
    ]);
    expect(lines[4]).toEqual([
      '甲局 2024',
      '9.50/10',
      '差',
      '100%',
      '120 万元',
      '2024-12-31',
      '下',
    ]);
    const letters = scoredBy(LETTERS, { inputs: { 一: 'B' } });
    expect(summary([letters], en)[4]).toBe('甲局 2024   open (B or C)        1');
  });
});

describe('an explanation', () => {
  it('works an output out from its row to its figure', () => {
    const scored = paid(GIVEN);
    const lines = explain(scored, { ...zh, sources: new Map() }, [['应付']]);
    expect(lines.map((line) => line.trim())).toEqual([
      '甲局  2024 年度',
      '',
      '输出 应付',
      '应付 = 120 万元',
      '· 比例：总得分 9.5 分，属于“≥ 9 分”一档：100%',
      '· 应付 = 合同额 × 比例 = 120 万元 × 100% = 120 万元',
      '所用数据',
      '合同额  120 万元  已披露',
      '甲      9.5 分    评定',
      '规则出处',
      '写于 test.chi',
    ]);
  });

  it('ends with the outputs where everything is explained', () => {
    const lines = explain(paid(GIVEN), { ...en, sources: new Map() });
    expect(lines.filter((line) => line.startsWith('Output '))).toEqual([
      'Output 比例',
      'Output 应付',
      'Output 到期',
      'Output 档',
    ]);
  });
});

describe('JSON', () => {
  it('gives figures as text in their unit, and what is open as ends or words', () => {
    const scored = paid({ ...GIVEN, 通报: null, 合同额: null });
    const [result] = scoresJson(scored.framework, [scored], 'en').results;
    expect(result?.outputs.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['比例', '100', '%'],
      ['应付', { low: '0', high: null }, '万元'],
      ['到期', '2024-12-31', null],
      ['档', ['上', '下'], null],
    ]);
    expect(result?.forgone).toEqual([
      { grade: '优', certain: false, why: expect.stringContaining('may not hold') as string },
    ]);
  });

  it('has neither total nor grade where the ruleset gives none', () => {
    const scored = scoredBy(LETTERS, { inputs: { 一: 'B', 二: 'A' } });
    const [result] = scoresJson(scored.framework, [scored], 'en').results;
    expect([result?.total, result?.standing, result?.grade]).toEqual([null, null, null]);
    expect(result?.outputs.map(({ value }) => value)).toEqual(['B']);
  });
});

describe('an audit of published outputs', () => {
  const audited = (outputs: object, inputs: object = GIVEN, total?: string) => {
    const { framework, department } = paid(inputs, { reported: { outputs, total } });
    return { framework, result: audit(framework, department) };
  };

  it('compares figures as they were rounded, and words as they are', () => {
    const { result } = audited({ 比例: '100%', 应付: '120.0 万元', 到期: '2024-12-31', 档: '下' });
    expect(result.outputs.map(({ outcome }) => outcome)).toEqual(Array(4).fill('agrees'));
    expect(result.findings).toEqual([]);
  });

  it('finds what differs, and whether the published total explains it', () => {
    const { framework, result } = audited({ 比例: '80%', 档: '上' }, GIVEN, '8.5');
    expect(result.outputs.map(({ outcome }) => outcome)).toEqual(['differs', 'differs']);
    const differing = result.findings.filter(({ kind }) => kind === 'output-differs');
    expect(differing).toMatchObject([{ fromPublishedTotal: true }, { fromPublishedTotal: false }]);
    const text = auditText(result, framework, zh).join('\n');
    expect(text).toContain('比例 公布为 80%，按规则应为 100%');
    expect(text).toContain('公布的值是按公布的总分得出的');
    const [json] = auditsJson(framework, [result], 'zh').results;
    expect(json?.outputs).toEqual([
      { name: '比例', reported: '80%', recomputed: '100', unit: '%', outcome: 'differs' },
      { name: '档', reported: '上', recomputed: '下', unit: null, outcome: 'differs' },
    ]);
  });

  it('cannot derive what data are missing for, unless it is impossible whatever they are', () => {
    const { result } = audited({ 比例: '90%', 应付: '100 万元' }, { ...GIVEN, 合同额: null });
    expect(result.outputs.map(({ outcome }) => outcome)).toEqual(['differs', 'not-derivable']);
  });
});
