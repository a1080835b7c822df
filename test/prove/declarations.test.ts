import { describe, expect, test } from 'vitest';
import { INPUTS, oneRule, proveText } from './proving.ts';

const graded = (grades: string, header = 'scores rounded to 0.01 half up') =>
  proveText(
    `ruleset R { total 100 points ${header} grades { ${grades} } indicator A 100 points { judged } }`,
  );

describe('grades', () => {
  test('bands down to 0 are complete', () => {
    expect(graded('优 from 90  良 from 80  差 from 0').said).toEqual([]);
  });

  test('a total below the lowest band has no grade', () => {
    const proved = graded('优 from 90  差 from 60');
    expect(proved.said).toEqual([['grades-leave-gap', '差']]);
    expect(proved.facts('grades-leave-gap')).toEqual({
      total: '0',
      name: '差',
      from: '60',
      exclusive: false,
    });
    expect(graded('优 from 90  差 above 0').facts('grades-leave-gap')).toMatchObject({
      exclusive: true,
    });
  });

  test('a band that no total reaches is pointed out', () => {
    expect(graded('特优 above 100  优 from 90  差 from 0').facts('grade-unreachable')).toEqual({
      name: '特优',
      low: '0',
      high: '100',
    });
  });

  test('a band between two rounded totals is reached by none', () => {
    const proved = graded('优 from 90  边缘 from 89.995  差 from 0');
    expect(proved.said).toEqual([['grade-unreachable', '边缘']]);
  });

  test('a bound between two rounded totals acts as the next one', () => {
    const proved = graded('优 from 89.995  差 from 0');
    expect(proved.facts('grade-bound-between-steps')).toEqual({
      name: '优',
      from: '89.995',
      step: '0.01',
      acts: '90',
    });
    expect(graded('优 from 89.995  差 from 0', 'scores rounded to 0.001 half up').said).toEqual([]);
    expect(
      graded('优 from 89.5  差 from 0', 'total rounded to 1 half up').facts(
        'grade-bound-between-steps',
      ).acts,
    ).toBe('90');
  });

  test('their order in the text says nothing', () => {
    expect(graded('差 from 0  优 from 90').said).toEqual([]);
  });
});

describe('conditions beside the rules', () => {
  const withInput = (extra: string) =>
    proveText(oneRule(`judged ${extra}`, 'input 率 : percent from 0% to 100%'));

  test('a veto that can never or always strike is pointed out', () => {
    expect(withInput('veto "过高" when 率 > 100% : 0').said).toEqual([
      ['condition-never-holds', 'veto "过高" when 率 > 100% : 0'],
    ]);
    expect(withInput('veto "过高" when 率 <= 100% : 0').facts('condition-always-holds')).toEqual({
      role: 'veto',
      name: '过高',
    });
    expect(withInput('veto "过高" when 率 > 99% : 0').said).toEqual([]);
  });

  test('the score that a veto sets lies within the points', () => {
    const proved = withInput('veto "过高" when 率 > 99% : 2');
    expect(proved.said).toEqual([['strike-outside-points', '2']]);
    expect(proved.facts('strike-outside-points')).toMatchObject({
      name: 'A',
      points: '1',
      score: '2',
    });
  });

  test('a part that never applies is pointed out', () => {
    const proved = withInput('not applicable when 率 >= 0% award in full');
    expect(proved.facts('condition-always-holds')).toEqual({ role: 'not-applicable', name: 'A' });
  });

  test('a check may not divide by 0', () => {
    const proved = proveText(
      oneRule('score min(率, 1)', 'input 率, 数 : number at least 0  check "比" : 率 / 数 = 1'),
    );
    expect(proved.said).toEqual([['division-by-zero', '数']]);
  });
});

describe('what is declared in vain', () => {
  test('inputs, options and definitions that nothing reads', () => {
    const declared = `${INPUTS} input 备用 : number  option 口径 : yes or no = no  let 闲 = 计划 * 2`;
    const proved = proveText(oneRule('when 实际 > 计划 : 0 otherwise : 1', declared));
    expect(proved.said.map(([code]) => code)).toEqual([
      'unused-input',
      'unused-option',
      'unused-let',
    ]);
    expect(proved.facts('unused-input')).toEqual({ name: '备用' });
    expect(proved.severity('unused-let')).toBe('warning');
  });

  test('what only a check reads is used', () => {
    const declared = 'input a, b : number  check "相等" : a = b';
    expect(proveText(oneRule('judged', declared)).said).toEqual([]);
  });
});

describe('decimals without end', () => {
  const unrounded = (rule: string) =>
    proveText(
      `ruleset R { total 1 point ${INPUTS} input 率 : percent from 0% to 100% indicator A 1 point { ${rule} } check "用" : 实际 + 计划 > 率 * 1 万元 }`,
    );

  test('a ratio that nothing rounds may have them', () => {
    expect(unrounded('score min(1, 实际 / 计划)').said).toEqual([['score-may-not-end', 'A']]);
    expect(unrounded('score 率 / 3').said).toEqual([['score-may-not-end', 'A']]);
  });

  test('sums, tiers and rounded figures have not', () => {
    expect(unrounded('score 率 / 4 * 3').said).toEqual([]);
    expect(unrounded('tiers of 实际 / 计划 { >= 1 : 1 otherwise : 0.5 }').said).toEqual([]);
    expect(unrounded('score min(1, 实际 / 计划) rounded to 0.01 half up').said).toEqual([]);
    expect(unrounded('score min(1, 实际 / 计划) rounded to 0.001 down').said).toEqual([]);
  });

  test('any rounding of scores settles it', () => {
    expect(proveText(oneRule('score min(1, 实际 / 计划)', INPUTS)).said).toEqual([]);
  });
});
