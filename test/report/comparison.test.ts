// Comparisons with other departments in words: traces, reasons, notes, the summary and JSON.
import { describe, expect, it } from 'vitest';
import { evaluate, evaluateTogether } from '../../src/evaluate/evaluate.ts';
import { explain } from '../../src/report/explanation.ts';
import { scoresJson } from '../../src/report/json.ts';
import { scoreSheet } from '../../src/report/score-sheet.ts';
import type { Scored } from '../../src/report/scored.ts';
import { summary } from '../../src/report/summary.ts';
import { compiled, departmentsOf } from '../evaluate/comparing.ts';
import { en, zh } from './scoring.ts';

const framework = compiled(`ruleset 比较 for 2024 {
  total 20 points
  scores rounded to 0.01 half up
  grades { 优 from 15  差 from 0 }
  input 报价 : money in 万元 above 0
  input 满意度 : percent from 0% to 100%
  indicator 价格 10 points { score (min of 报价 over cohort) / 报价 * 10 points }
  indicator 名次 10 points {
    tiers of (rank of 满意度 over cohort highest first ties share best rank) { 1 : 10  2 : 8  otherwise : 5 }
  }
}`);

const ALL = {
  甲局: { 报价: '120', 满意度: '90%' },
  乙局: { 报价: '90', 满意度: '90%' },
  丙局: { 报价: '100', 满意度: '95%' },
};

function scored(all: Readonly<Record<string, object>>): Scored[] {
  const departments = departmentsOf(framework, all);
  const sheets = evaluateTogether(framework, departments);
  return departments.flatMap((department, place): Scored[] => {
    const sheet = sheets[place];
    return sheet ? [{ framework, department, sheet, options: new Map() }] : [];
  });
}

function first(all: Readonly<Record<string, object>>): Scored {
  const [one] = scored(all);
  if (!one) throw new Error('no department');
  return one;
}

const sources = new Map<string, never>();

describe('the explanation of a comparison', () => {
  it('says whose figure decided and how many took part', () => {
    const lines = explain(first(ALL), { ...en, sources }, [['价格']]);
    expect(lines).toContain(
      '  · min(报价 over cohort) = 90 万元 (its own 120 万元; that of 乙局; 3 departments)',
    );
    expect(lines).toContain(
      '  · formula: min(报价 over cohort) / 报价 × 10 points = 90 万元 / 120 万元 × 10 points = 7.5 points',
    );
  });

  it('says who shares a place', () => {
    const lines = explain(first(ALL), { ...zh, sources }, [['名次']]).join('');
    expect(lines).toContain('= 2（本单位 90%；与乙局并列；共 3 个单位）');
  });

  it('says what stays open', () => {
    const open = { ...ALL, 乙局: { 报价: '90' } };
    const lines = explain(first(open), { ...en, width: 160, sources }, [['名次']]).join('\n');
    expect(lines).toContain('= open (2–3) (its own 90%; 3 departments)');
  });
});

describe('the sheet of a department that is compared', () => {
  it('gives places and the figures of others as reasons', () => {
    const text = scoreSheet(first(ALL), en).join('\n');
    expect(text).toContain('min(报价 over cohort) = 90 万元 (that of 乙局)');
    expect(text).toContain('place 2 of 3 (tied with 乙局)');
  });

  it('says with whom it was compared, and hashes their data', () => {
    const lines = scoreSheet(first(ALL), zh);
    expect(lines.slice(lines.indexOf('与 2 个其他单位比较')).slice(0, 2)).toEqual([
      '与 2 个其他单位比较',
      '  乙局、丙局',
    ]);
    expect(lines.at(-1)).toMatch(/^规则集 [0-9a-f]{12} {3}数据 [0-9a-f]{12} {3}比较 [0-9a-f]{12}$/);
  });

  it('says whose input is missing', () => {
    const lines = scoreSheet(first({ ...ALL, 乙局: { 报价: '90' } }), zh);
    expect(lines).toContain('  乙局的满意度  最多影响 3 分  名次');
  });

  it('says that nobody named the others', () => {
    const [department] = departmentsOf(framework, ALL);
    if (!department) throw new Error('no department');
    const sheet = evaluate(framework, department);
    const text = scoreSheet({ framework, department, sheet, options: new Map() }, en).join('\n');
    expect(text).toContain('Compares with other departments, and none were given');
    expect(text).toContain('  报价 of the other departments    up to 10 points  价格');
  });
});

describe('the summary of a cohort', () => {
  const places = (all: Readonly<Record<string, object>>) =>
    summary(scored(all), en).map((line) => line.split(/\s+/).at(-1));

  it('gives the place of each total, equal totals the same', () => {
    expect(places({ ...ALL, 丁局: ALL.甲局 })).toEqual([
      'Summary',
      expect.stringMatching('─') as string,
      'Place',
      expect.stringMatching('─') as string,
      '3',
      '2',
      '1',
      '3',
      expect.stringMatching('─') as string,
    ]);
  });

  it('gives no places while a total is open', () => {
    expect(summary(scored({ ...ALL, 乙局: { 报价: '90' } }), en).join('\n')).not.toContain('Place');
  });
});

describe('the JSON of a cohort', () => {
  it('lists the departments that were compared once', () => {
    const { cohort, results } = scoresJson(framework, scored(ALL), 'en');
    expect(cohort?.departments).toEqual(['甲局', '乙局', '丙局']);
    expect(results.map((result) => result.cohort)).toEqual(['known', 'known', 'known']);
  });

  it('says whose input is missing', () => {
    const { results } = scoresJson(framework, scored({ ...ALL, 乙局: { 报价: '90' } }), 'en');
    expect(results[0]?.missing).toEqual([
      { name: '满意度', department: '乙局', decides: '3', indicators: [['名次']], rows: [] },
    ]);
    expect(results[1]?.missing).toEqual([
      { name: '满意度', decides: '5', indicators: [['名次']], rows: [] },
    ]);
  });
});
