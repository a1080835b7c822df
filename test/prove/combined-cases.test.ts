// Proofs about combining rules over parts that exist only for some departments, are chosen, or are out.
import { describe, expect, test } from 'vitest';
import { proveText } from './proving.ts';

const ruleset = (body: string, total = '10') => `ruleset R { total ${total} points
  scores rounded to 0.01 half up
  input 甲率, 乙率 : percent from 0% to 100%
  input 类别 : one of { 街道, 部门 }
  input 无 : yes or no
  ${body}
  check "用到" : 甲率 + 乙率 >= 0% and (无 or 类别 in { 街道, 部门 }) }`;
const said = (body: string, total?: string) =>
  proveText(ruleset(body, total)).said.filter(([code]) => code !== 'condition-always-holds');

const part = (name: string, rate: string, points: number, statement = '') =>
  `indicator ${name} ${points} points { ${statement} score ${rate} * ${points} }`;
const only = (category: string) => `applies when 类别 = ${category}`;

describe('a combining rule over parts of which some exist', () => {
  test('meets one of two alternatives in every case', () => {
    const parts = part('甲', '甲率', 10, only('街道')) + part('乙', '乙率', 10, only('部门'));
    for (const rule of [
      'max of scores of parts',
      'min of rates of parts * 10',
      'sum of scores of parts',
      'mean of rates of parts * 10',
    ])
      expect([rule, said(`group G 10 points { score ${rule} ${parts} }`)]).toEqual([rule, []]);
  });

  test('is told of the case in which there is none', () => {
    const parts =
      part('甲', '甲率', 5, only('街道')) +
      part('乙', '乙率', 5, `applies when 类别 = 街道 and 无`);
    const group = proveText(
      ruleset(`group G 10 points { score (max of scores of parts) * 2 ${parts} }`),
    );
    expect(group.facts('points-not-conserved-in-case')).toMatchObject({
      path: 'G',
      cases: [{ sum: '0' }],
    });
    const items = `indicator I 10 points { score sum of scores of parts
      item 甲 5 points { applies when 无 score 甲率 * 5 } item 乙 5 points { applies when 无 and 类别 = 街道 score 乙率 * 5 } }`;
    expect(said(items).map(([code]) => code)).toEqual(['points-not-conserved-in-case']);
  });

  test('leaves its points in one case only, which is shown', () => {
    const parts = part('甲', '甲率', 4, only('街道')) + part('乙', '乙率', 6);
    expect(said(`group G 10 points { score sum of scores of parts ${parts} }`)).toEqual([]);
    const proved = proveText(
      ruleset(`group G 10 points { score (sum of scores of parts) * 1.5 ${parts} }`),
    );
    expect(proved.facts('score-leaves-range')).toMatchObject({ high: '15', score: '15' });
    expect(proved.witness('score-leaves-range')).toContain('类别 = 街道');
  });

  test('adds up to the total beside parts of other departments', () => {
    const parts = part('甲', '甲率', 5) + part('乙', '乙率', 5);
    const body = `group G 10 points { ${only('街道')} score min of rates of parts * 10 ${parts} }
      ${part('丙', '甲率', 10, only('部门'))}`;
    expect(said(body)).toEqual([]);
  });

  test('at the top is proved case by case', () => {
    const body = `score (sum of scores of parts) / (if 类别 = 街道 then 4 else 6) * 10
      ${part('甲', '甲率', 4, only('街道'))} ${part('乙', '乙率', 6, only('部门'))}`;
    expect(said(body)).toEqual([]);
  });

  test('with points that move besides', () => {
    const out = 'not applicable when 无 redistribute within group';
    const parts =
      part('甲', '甲率', 4, only('街道')) + part('乙', '乙率', 4, out) + part('丙', '乙率', 2);
    expect(said(`group G 10 points { score sum of scores of parts ${parts} }`)).toEqual([
      ['score-leaves-range', 'sum of scores of parts'],
    ]);
    const limited = 'score sum of scores of parts at most 10';
    expect(said(`group G 10 points { ${limited} ${parts} }`)).toEqual([]);
    const found = proveText(
      ruleset(`group G 10 points { score (max of scores of parts) / 4 * 10 ${parts} }`),
    );
    expect(found.facts('score-leaves-range')).toMatchObject({ side: 'above' });
  });

  test('counts what is awarded to a part that is out', () => {
    const award = 'not applicable when 无 award 5';
    const parts = part('甲', '甲率', 5, award);
    expect(
      said(
        `group G 10 points { score (max of scores of parts) * 2 ${parts} ${part('乙', '乙率', 5)} }`,
      ),
    ).toEqual([]);
  });
});

describe('a combining rule over chosen parts', () => {
  test('is proved for every choice', () => {
    const parts = part('甲', '甲率', 5) + part('乙', '乙率', 5) + part('丙', '甲率', 5);
    const pool = (rule: string) =>
      `group G 10 points { chosen by department score ${rule} ${parts} }`;
    expect(said(pool('sum of scores of parts'))).toEqual([]);
    expect(said(pool('min of rates of parts * 10'))).toEqual([]);
    expect(said(pool('(max of scores of parts) * 3')).map(([code]) => code)).toEqual([
      'score-leaves-range',
    ]);
  });
});

describe('a score that is read', () => {
  test('is 0 for departments that do not have it', () => {
    const body = `${part('甲', '甲率 * 50% + 50%', 4, only('街道'))} ${part('丁', '甲率', 4, only('部门'))}
      indicator B 6 points { score score of 甲 / score of 甲 * 6 }`;
    expect(said(body).map(([code]) => code)).toContain('division-by-zero');
  });

  test('of another department is one that any department may have', () => {
    const body = `${part('甲', '甲率', 4)}
      indicator B 6 points { score (mean of score of 甲 over cohort) * 1.5 }`;
    expect(said(body)).toEqual([]);
    const proved = said(body.replace('* 1.5', '* 2'));
    expect(proved.map(([code]) => code)).toEqual(['score-leaves-range']);
  });

  test('of the total over the cohort decides a grade', () => {
    const body = `${part('甲', '甲率', 10)}
      grades { 优 from 9 when (rank of total score over cohort highest first ties share worst rank) <= 20% * (count of cohort)  良 from 0 }`;
    expect(said(body)).toEqual([]);
  });

  test('of a part of some departments decides an output', () => {
    const body = `${part('甲', '甲率', 10, only('街道'))} ${part('乙', '乙率', 10, only('部门'))}
      output 系数 : percent = when 类别 = 街道 : score of 甲 / 10 points otherwise : score of 乙 / 10 points`;
    expect(said(body)).toEqual([]);
  });
});
