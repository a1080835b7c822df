// What a trace says of comparisons: how many took part, and whose figures decided.
import { describe, expect, it } from 'vitest';
import { evaluateTogether } from '../../src/evaluate/evaluate.ts';
import { placeNamed, placesIn } from '../../src/evaluate/sheet-places.ts';
import type { Step } from '../../src/model/sheet.ts';
import { compiled, departmentsOf } from './comparing.ts';

type Comparison = Extract<Step, { kind: 'comparison' }>;

function ruleset(rule: string): string {
  return `ruleset 比较 for 2024 {
    total 10 points
    scores rounded to 0.01 half up
    input 率 : percent from 0% to 100%
    input 类别 : one of { 甲类, 乙类 }
    input 达标 : yes or no
    indicator 甲 10 points { ${rule} }
    check "用到全部数据" : 率 >= 0% and (类别 = 甲类 or 达标)
  }`;
}

const ALL = {
  一局: { 率: '90%', 类别: '甲类', 达标: '是' },
  二局: { 率: '90%', 类别: '乙类', 达标: '否' },
  三局: { 率: '60%', 类别: '甲类', 达标: '是' },
  四局: { 率: '75%', 类别: '甲类', 达标: '是' },
};

/** The comparisons behind the score of the first department. */
function comparisons(rule: string, all: Readonly<Record<string, object>> = ALL): Comparison[] {
  const framework = compiled(ruleset(rule));
  const [sheet] = evaluateTogether(framework, departmentsOf(framework, all));
  const place = sheet && placeNamed(placesIn(sheet), '甲')?.score;
  if (place?.kind !== 'indicator') throw new Error('nothing was scored');
  return place.items
    .flatMap(({ steps }) => steps)
    .filter((step): step is Comparison => step.kind === 'comparison');
}

describe('the trace of a comparison', () => {
  it.each([
    ['the lowest figure', 'score (min of 率 over cohort) * 10 points', ['三局'], 4],
    [
      'a highest figure that two share',
      'score (max of 率 over cohort) * 10 points',
      ['一局', '二局'],
      4,
    ],
    [
      'those that pass the filter',
      'score (min of 率 over cohort where 类别 = own 类别) * 10 points',
      ['三局'],
      3,
    ],
    ['a mean, which all decide alike', 'score (mean of 率 over cohort) * 10 points', [], 4],
    ['a median between two figures', 'score (median of 率 over cohort) * 10 points', [], 4],
    [
      'a place, and who shares it',
      'score max(0, 11 - (rank of 率 over cohort highest first ties share best rank))',
      ['二局'],
      4,
    ],
    [
      'what not all do, and who does not',
      'when all of 达标 over cohort : 10  otherwise : 0',
      ['二局'],
      4,
    ],
  ])('names %s', (_, rule, deciding, certain) => {
    expect(comparisons(rule)).toMatchObject([{ deciding, certain, possible: 0, further: false }]);
  });

  it('leaves the department itself out of `others`', () => {
    const rule = 'when (count of others) = 0 : 0  otherwise : (max of 率 over others) * 10 points';
    const guarded =
      'when (count of others) > 0 : (max of 率 over others) * 10 points  otherwise : 0';
    expect(comparisons(guarded).map(({ deciding, certain }) => [deciding, certain])).toEqual([
      [[], 3],
      [['二局'], 3],
    ]);
    expect(comparisons(rule).at(-1)?.certain).toBe(3);
  });

  it('names nobody while a figure is open, and counts who may take part', () => {
    const open = { ...ALL, 四局: { 率: '75%' } };
    expect(
      comparisons('score (min of 率 over cohort where 类别 = own 类别) * 10 points', open),
    ).toMatchObject([{ deciding: [], certain: 2, possible: 1 }]);
  });

  it('shows only the comparison of the row that fired', () => {
    const rule = `let 线 = when (count of cohort) >= 9 : mean of 率 over cohort
        otherwise : min of 率 over cohort
      score 线 * 10 points`;
    const functions = comparisons(rule).map(({ expression }) =>
      expression.kind === 'rank' ? 'rank' : expression.function,
    );
    expect(functions).toEqual(['count', 'min']);
  });
});
