import { describe, expect, it } from 'vitest';
import { scoresJson } from '../../src/report/json.ts';
import { COMPLETE, score, without } from './scoring.ts';

const WITHOUT_RATE = without(COMPLETE, '调整率');

function resultOf(inputs: object, text?: string) {
  const scored = text === undefined ? score(inputs) : score(inputs, {}, text);
  const [result] = scoresJson(scored.framework, [scored], 'zh').results;
  if (!result) throw new Error('a result was expected');
  return result;
}

describe('scores as JSON', () => {
  it('names the ruleset with its hash and files', () => {
    const scored = score(COMPLETE);
    const { name, year, hash, files } = scoresJson(scored.framework, [scored], 'zh').ruleset;
    expect({ name, year, files }).toEqual({
      name: '示范区绩效评价',
      year: '2024',
      files: ['rules.chi'],
    });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('writes known scores as decimal text', () => {
    const { department, year, total, standing, grade, coverage } = resultOf(COMPLETE);
    expect({ department, year, total, standing, grade, coverage }).toEqual({
      department: '示范局',
      year: '2024',
      total: '17.57',
      standing: '17.57',
      grade: '差',
      coverage: { computed: '11', judged: '16', assumed: '3', missing: '0' },
    });
  });

  it('gives each indicator its path, score, loss and reasons', () => {
    const [first] = resultOf(COMPLETE).indicators;
    expect(first).toMatchObject({
      path: ['管理', '资金', '执行率'],
      name: '执行率',
      points: '6',
      score: '2.61',
      standing: '2.61',
      deducted: '3.39',
      applicability: 'applicable',
      why: ['采购：比率 ≈15.18%'],
      steps: ['保留到 0.01，四舍五入：≈2.6072 分 → 2.61 分'],
    });
    expect(first?.items.map(({ name, points, score: got }) => [name, points, got])).toEqual([
      ['采购', '4', '592/975'],
      ['落实', '2', '2'],
    ]);
  });

  it('lists groups outside in', () => {
    expect(
      resultOf(COMPLETE).groups.map(({ path, kind, score: got }) => [path.join('/'), kind, got]),
    ).toEqual([
      ['管理', 'counted', '8.07'],
      ['管理/资金', 'counted', '6.07'],
      ['管理/人员', 'counted', '2.00'],
    ]);
  });

  it('writes both ends while something is missing, and what it decides', () => {
    const { total, missing, indicators } = resultOf(WITHOUT_RATE);
    expect(total).toEqual({ low: '15.11', high: '18.11' });
    expect(missing).toEqual([
      { name: '调整率', decides: '3', indicators: [['管理', '资金', '合规']], rows: [] },
    ]);
    expect(indicators[1]?.score).toEqual({ low: '1.00', high: '4.00' });
  });

  it('lists the grades that are still possible', () => {
    expect(resultOf({}).grade).toEqual(['优', '良', '差']);
  });

  it('has null for what does not exist: no grades, no upper end', () => {
    const text = `ruleset 无界 { total 2 points uncapped input 数 : number at least 0 indicator 指标 2 points uncapped { score 数 } }`;
    const { grade, total, missing } = resultOf({}, text);
    expect({ grade, total, decides: missing[0]?.decides }).toEqual({
      grade: null,
      total: { low: '0', high: null },
      decides: null,
    });
  });

  it('reports checks and the score that a veto struck', () => {
    const result = resultOf({ ...COMPLETE, 支出: '20', 违规: true });
    expect(result.checks).toEqual([
      { name: '支出不超过计划', outcome: 'fails', difference: '0.5', unit: '万元' },
    ]);
    expect(result.indicators[1]).toMatchObject({
      score: '0.00',
      standing: '3.46',
      deducted: '6.00',
      why: ['一票否决“挪用资金”，否则为 3.46 分'],
    });
  });

  it('survives names that objects treat specially', () => {
    const text = `ruleset 特殊 { total 1 point option __proto__ : yes or no = yes indicator constructor 1 point { when __proto__ : 1 otherwise : 0 } }`;
    const result = resultOf({}, text);
    expect(Object.entries(result.options)).toEqual([['__proto__', 'yes']]);
    const [indicator] = (JSON.parse(JSON.stringify(result)) as typeof result).indicators;
    expect(indicator?.name).toBe('constructor');
  });
});
