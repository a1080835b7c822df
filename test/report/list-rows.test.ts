// Rules over lists, row by row: in explanations every row, in sheets those that lost points.
import { expect, it } from 'vitest';
import { evaluateTogether } from '../../src/evaluate/evaluate.ts';
import { explain } from '../../src/report/explanation.ts';
import { reasonsOf } from '../../src/report/reason.ts';
import { indicatorScores, judgedInputs } from '../../src/report/scored.ts';
import type { Scored } from '../../src/report/scored.ts';
import { compiled, departmentsOf } from '../evaluate/comparing.ts';
import { en, score, zh } from './scoring.ts';

const GOALS = `ruleset R for 2024 {
  total 20 points
  type Goal = {
    kind : one of { output, benefit }
    name : text
    weight : points from 0 to 4
    rate : percent from 0% to 100%
  }
  input goals : list of at least 1 Goal
  indicator Output 20 points { score sum of weight * rate over goals where kind = output at most full points }
}`;
const goal = (name: string, rate: string, kind = 'output') => ({ kind, name, weight: 4, rate });

const TRIMMED = `ruleset R for 2024 {
  total 10 points
  input marks : list of at least 3 number from 0 to 10
  indicator Experts 10 points { score (mean of marks without highest 1 without lowest 1) at most full points }
}`;

function lines(scored: Scored, settings = en): string[] {
  const text = explain(scored, { ...settings, width: 200, sources: new Map() });
  return text.flatMap((line) => (line.startsWith('  · ') ? [line.slice(4)] : []));
}

function reasons(scored: Scored, language: 'en' | 'zh' = 'en'): string[] {
  const wording = { language, lets: scored.framework.lets };
  const [first] = indicatorScores(scored.sheet.children);
  if (!first) throw new Error('there is an indicator');
  return reasonsOf(first, scored, { wording, judged: judgedInputs(scored.framework) });
}

it('has a line for every row that counts: what the rule read, its term and what it lost', () => {
  const goals = [goal('roads', '50%'), goal('jobs', '10%', 'benefit'), goal('schools', '100%')];
  const scored = score({ goals }, {}, GOALS);
  expect(lines(scored).slice(0, 2)).toEqual([
    'row 1 roads: weight 4 points, rate 50%, kind output = 2 points, 2 points lost',
    'row 3 schools: weight 4 points, rate 100%, kind output = 4 points',
  ]);
  expect(lines(scored, zh)[0]).toBe(
    '第 1 行 roads：weight 4 分，rate 50%，kind output = 2 分，扣 2 分',
  );
});

it('gives as reasons at most three rows that lost points', () => {
  const goals = [1, 2, 3, 4, 5].map((number) => goal(`g${number}`, number === 3 ? '100%' : '75%'));
  const scored = score({ goals }, {}, GOALS);
  expect(reasons(scored)).toEqual([
    'row 1 g1: 1 point lost',
    'row 2 g2: 1 point lost',
    'row 4 g4: 1 point lost',
    'and 1 more',
  ]);
  expect(reasons(scored, 'zh').at(-1)).toBe('另有 1 行');
});

it('names the figures that a mean leaves out', () => {
  const scored = score({ marks: [9, 4, 7, 8] }, {}, TRIMMED);
  expect(reasons(scored)).toEqual(['left out: 9, 4']);
  expect(lines(scored).slice(0, 4)).toEqual([
    'row 1 = 9, left out',
    'row 2 = 4, left out',
    'row 3 = 7',
    'row 4 = 8',
  ]);
});

it('leaves out no row by name while a figure is open', () => {
  const scored = score({ marks: [9, null, 7, 8] }, {}, TRIMMED);
  expect(lines(scored).slice(0, 2)).toEqual(['row 1 = 9', 'row 2 = open (0–10)']);
});

it('says once what several parts of a rule compare', () => {
  const rules = compiled(`ruleset R for 2024 {
    total 10 points
    scores rounded to 0.01 half up
    input x : number from 0 to 10
    let standard(v : number, top : number, low : number) = when top = low : 1  otherwise : (v - low) / (top - low)
    indicator I 10 points { score standard(x, max of x over cohort, min of x over cohort) * full points }
  }`);
  const departments = departmentsOf(rules, { A: { x: 2 }, B: { x: 4 }, C: { x: 3 } });
  const sheet = evaluateTogether(rules, departments)[2];
  const [, , department] = departments;
  if (!sheet || !department) throw new Error('C should be scored');
  expect(reasons({ framework: rules, department, sheet, options: new Map() })).toEqual([
    'max(x over cohort) = 4 (that of B)',
    'min(x over cohort) = 2 (that of A)',
    'x 3',
  ]);
});
