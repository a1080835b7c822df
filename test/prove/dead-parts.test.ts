// Parts and choices that can decide nothing: each is told of once, with what stands in its way.
import { describe, expect, test } from 'vitest';
import { proveText } from './proving.ts';

const group = (body: string) => `ruleset R { total 10 points
  input 率 : percent from 0% to 100%
  input 类别 : one of { 街道, 部门 }
  check "都有" : 率 >= 10% and 类别 = 街道
  group 甲 10 points { ${body} } }`;
const said = (body: string) => proveText(group(body)).said;

describe('a part that can never be the best', () => {
  const best = 'score max of scores of parts';

  test('is named with the one that always scores more', () => {
    const { said: found, facts } = proveText(
      group(`${best}
        indicator 乙 10 points { score 6 + 率 * 4 }
        indicator 丙 5 points { judged }
        indicator 丁 10 points { judged }`),
    );
    expect(found).toEqual([['part-never-decides', '丙']]);
    expect(facts('part-never-decides')).toMatchObject({ rival: '乙', takes: 'max', under: [] });
  });

  test('by its rate is another question', () => {
    const parts = `indicator 乙 10 points { score 6 + 率 * 4 }
      indicator 丙 5 points { judged }`;
    expect(said(`score (max of rates of parts) * full points ${parts}`)).toEqual([]);
  });

  test('may be the best where the other one is not there', () => {
    const parts = `indicator 乙 10 points { applies when 类别 = 街道 score 6 + 率 * 4 }
      indicator 丙 5 points { judged }`;
    expect(said(`${best} ${parts}`)).toEqual([]);
  });

  test('still counts where its score is read elsewhere', () => {
    const parts = `indicator 乙 10 points { score 6 + 率 * 4 }
      indicator 丙 5 points { judged }`;
    expect(said(`score max of scores of parts - score of 丙 * 0.1 ${parts}`)).toEqual([]);
  });

  test('is one of two that always tie', () => {
    const parts = `indicator 乙 10 points { score 5 } indicator 丙 10 points { score 5 }`;
    expect(said(`${best} ${parts}`)).toEqual([['part-never-decides', '乙']]);
  });

  test('or the worst', () => {
    const parts = `indicator 乙 10 points { score 6 + 率 * 4 }
      indicator 丙 5 points { judged }`;
    expect(said(`score (min of scores of parts) * 2 ${parts}`)).toEqual([
      ['part-never-decides', '乙'],
    ]);
  });
});

describe('an alternative that nobody has', () => {
  test('a pool from which no choice adds up', () => {
    const pool = `chosen by department
      indicator 乙 6 points { judged } indicator 丙 7 points { judged }`;
    expect(said(pool).map(([code]) => code)).toEqual(['pool-never-adds-up']);
  });

  test('a part whose condition never holds', () => {
    const parts = `indicator 乙 10 points { judged }
      indicator 丙 10 points { applies when 类别 = 街道 and 类别 = 部门 judged }`;
    expect(said(parts).map(([code]) => code)).toEqual(['part-never-exists']);
  });

  test('a row of a judgement that can never be chosen', () => {
    const row = `indicator 乙 10 points {
      judged tiers of 率 { >= 90% : 8..10  >= 95% : 9..10  otherwise : 0..8 } }`;
    expect(said(row)).toEqual([['row-never-fires', '>= 95% : 9..10']]);
  });
});

describe('an irrational score', () => {
  const ruleset = (first: string, second: string) => `ruleset R { total 20 points
    input 率 : percent from 0% to 100%
    indicator 甲 10 points { ${first} item 子 10 points { score root(率, 2) * 10 } }
    indicator 乙 10 points { ${second} } }`;
  const rounded = 'rounded to 0.01 half up';
  const reading = 'score score of (甲 / 子)';

  test('that is read before it is rounded must be rounded where it is read', () => {
    const found = proveText(ruleset(rounded, reading)).said;
    expect(found).toEqual([['irrational-score', 'root(率, 2)']]);
    expect(proveText(ruleset(rounded, `${reading} ${rounded}`)).said).toEqual([]);
    expect(proveText(ruleset(rounded, `score score of 甲`)).said).toEqual([]);
  });

  test('that nothing rounds is told of once, however often it is read', () => {
    expect(proveText(ruleset('', reading)).said).toEqual([['irrational-score', 'root(率, 2)']]);
  });

  test('is found in a list of parts', () => {
    const text = `ruleset R { total 10 points input 率 : percent from 0% to 100%
      indicator 甲 10 points { score max of scores of parts
        item 子 10 points { score root(率, 2) * 10 } item 丑 10 points { judged } } }`;
    expect(proveText(text).said).toEqual([['irrational-score', 'root(率, 2)']]);
  });
});
