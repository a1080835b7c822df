// What a score sheet says of scores that are taken from the total, or struck as a whole.
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { explain } from '../../src/report/explanation.ts';
import { pointOf } from '../../src/types/range.ts';
import { scoresJson } from '../../src/report/json.ts';
import type { Scored } from '../../src/report/scored.ts';
import { scoreSheet } from '../../src/report/score-sheet.ts';
import { createSource } from '../../src/text/source.ts';
import { en } from './scoring.ts';

const RULESET = `ruleset 加减分 for 2024 {
  total 10 points at most 10 points at least 0
  input 通报 : count of 次
  grades { 优 from 8  良 from 6  差 from 0 }
  input 事故, 全免 : yes or no = no
  group 绩效 10 points {
    indicator 工作 10 points { judged }
    exempt "全组免评" when 全免
  }
  penalty group 减分 6 points at most 6 points {
    indicator 通报批评 6 points { score 通报 * 1.5 points at most 6 points }
  }
  veto total "重大事故" when 事故 : 0
  veto grade down 1 "被点名" when 通报 >= 2
  veto grade at most 差 "屡次被点名" when 通报 >= 3
}`;

function score(inputs: Readonly<Record<string, unknown>>, ruleset = RULESET): Scored {
  const host = { read: () => undefined, resolve: (_from: string, path: string) => path };
  const { framework, diagnostics } = compile(createSource('r.chi', ruleset), host);
  if (framework === undefined) throw new Error(diagnostics.map(({ code }) => code).join(', '));
  const file = JSON.stringify({ department: '甲', year: 2024, inputs });
  const { department } = readDepartment(framework, createSource('d.json', file));
  if (department === undefined) throw new Error('no department');
  return { framework, department, sheet: evaluate(framework, department), options: new Map() };
}

const lineWith = (scored: Scored, text: string) =>
  scoreSheet(scored, en).find((line) => line.includes(text)) ?? '';

const WORK = { award: '9', reason: '一项未完成' };

describe('a penalty', () => {
  it('loses what it takes, not what it leaves', () => {
    const some = score({ 工作: WORK, 通报: 2 });
    expect(lineWith(some, '通报批评')).toMatch(/6\.00\s+−3\.00\s+3\.00/);
    expect(lineWith(score({ 工作: WORK, 通报: 0 }), '通报批评')).toMatch(/6\.00\s+0\.00\s*$/);
    const { results } = scoresJson(some.framework, [some], 'en');
    const penalty = results[0]?.indicators.find(({ name }) => name === '通报批评');
    expect(penalty?.deducted).toBe('3');
  });
});

describe('what strikes a whole', () => {
  it('is named beside the total and what would have stood', () => {
    const lines = scoreSheet(score({ 工作: WORK, 通报: 0, 事故: true }), en);
    expect(lines.filter((line) => line.includes('重大事故'))).toHaveLength(1);
  });

  it('is named beside the group that was exempted', () => {
    expect(lineWith(score({ 工作: WORK, 通报: 0, 全免: true }), '全组免评')).toContain('Subtotal');
  });
});

describe('a figure that is given but does not count', () => {
  it.each([{ value: true, status: 'rejected' }, { value: null }, null])(
    'is unknown and not the default: %j',
    (given) => {
      const { sheet } = score({ 工作: WORK, 通报: 0, 事故: given });
      expect([sheet.total.low?.value.n, sheet.total.high?.value.n]).toEqual([0n, 9n]);
      expect(sheet.defaulted).toEqual(['全免']);
      expect(sheet.missing.map(({ name }) => name)).toEqual(['事故']);
    },
  );

  it('is the default where nobody speaks of it', () => {
    const { sheet } = score({ 工作: WORK, 通报: 0 });
    expect(pointOf(sheet.total)?.n).toBe(9n);
  });
});

describe('what strikes a grade', () => {
  it('is explained beside the grade that is left', () => {
    const lines = explain(score({ 工作: '10', 通报: 3 }), {
      ...en,
      sources: new Map(),
    });
    const grade = lines.indexOf('  grade 差');
    expect(lines.slice(grade + 1, grade + 3)).toEqual([
      '  被点名: 1 lower than earned',
      '  屡次被点名: no better than 差',
    ]);
  });
});

describe('a total by a rule, with a penalty outside it', () => {
  it('is explained in the order in which it came about', () => {
    const ruleset = `ruleset 折算 for 2024 { total 10 points at least -1
      score sum of scores of parts / 2
      indicator 工作 20 points { judged }
      penalty group 减分 6 points at most 6 points { indicator 通报批评 6 points { judged } } }`;
    const lines = explain(score({ 工作: { ...WORK, award: '2' }, 通报批评: '6' }, ruleset), {
      ...en,
      sources: new Map(),
    });
    expect(lines.slice(lines.indexOf('Total') + 1)).toEqual([
      '  parts: 工作 2/20',
      '  · formula: sum(scores of parts) / 2 = sum(2 points) / 2 = 1 point',
      '  combined − 减分 6 = −5 points',
      '  · at least −1 points: −5 points → −1 points',
    ]);
  });
});
