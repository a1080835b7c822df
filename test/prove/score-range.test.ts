import { describe, expect, test } from 'vitest';
import { INPUTS, oneRule, proveText } from './proving.ts';

describe('the range of a score', () => {
  test('a ratio that may exceed its points is refused, with a case and the inputs that make it', () => {
    const proved = proveText(oneRule('score 实际 / 计划 * 1 point', INPUTS));
    expect(proved.said).toEqual([['score-leaves-range', 'score 实际 / 计划 * 1 point']]);
    expect(proved.facts('score-leaves-range')).toMatchObject({
      name: 'A',
      points: '1',
      side: 'above',
      high: undefined,
      causes: ['实际', '计划'],
    });
    expect(proved.witness('score-leaves-range')).toBe('实际 = 2 万元, 计划 = 1 万元');
    expect(proved.facts('score-leaves-range').score).toBe('2');
  });

  test('either mend that it offers makes it provable', () => {
    const text = oneRule('score 实际 / 计划 * 1 point', INPUTS);
    const capped = proveText(text).mended('score-leaves-range', 0);
    expect(capped).toContain('* 1 point at most 1 }');
    expect(proveText(capped).said).toEqual([]);
    const uncapped = proveText(text).mended('score-leaves-range', 1);
    expect(uncapped).toContain('* 1 point uncapped }');
    // The indicator may leave its points now; the total has not said so.
    expect(proveText(uncapped).said).toEqual([['score-leaves-range', 'R']]);
  });

  test('a row that excludes the rest needs no limit', () => {
    expect(
      proveText(
        oneRule(
          'when 实际 > 计划 : 0  otherwise : 实际 / 计划 * 1 point  not monotone "beyond the plan"',
          INPUTS,
        ),
      ).said,
    ).toEqual([]);
  });

  test('the same when the ratio has a name and is rounded', () => {
    const lets = `${INPUTS} let 率 = 实际 / 计划 rounded to 0.1% half up`;
    const rule = 'when 率 > 100% : 0  otherwise : 率 * 1 point  not monotone "beyond the plan"';
    expect(proveText(oneRule(rule, lets)).said).toEqual([]);
  });

  test('a score that may fall below 0 names that side', () => {
    const proved = proveText(oneRule('score 1 - (实际 - 计划) / 计划', INPUTS));
    expect(proved.facts('score-leaves-range')).toMatchObject({
      side: 'both',
      low: undefined,
      high: '2',
    });
    const low = proveText(oneRule('score 1 - 实际 / 计划', INPUTS));
    expect(low.facts('score-leaves-range')).toMatchObject({ side: 'below' });
    expect(low.mended('score-leaves-range', 0)).toContain('at least 0');
    expect(proveText(low.mended('score-leaves-range', 0)).said).toEqual([]);
  });

  test('a range only at the open end is no leaving', () => {
    const declared = 'input 率 : percent at least 0 below 100%';
    expect(proveText(oneRule('score 率 * 1 point', declared)).said).toEqual([]);
  });

  test('deductions stop at 0 by themselves, but must not add points', () => {
    const declared = 'input 次数 : count of 次 at least 0  input 差额 : number';
    expect(
      proveText(oneRule('deduct 0.1 per 次数', declared.replace(/ {2}input 差额.*/, ''))).said,
    ).toEqual([]);
    const proved = proveText(oneRule('deduct 差额', 'input 差额 : number'));
    expect(proved.said).toEqual([['deduction-negative', 'deduct 差额']]);
    expect(proved.witness('deduction-negative')).toBe('差额 = -1');
  });

  test('a deduction by steps is bounded by its points', () => {
    const declared = `${INPUTS} let 率 = 实际 / 计划`;
    expect(
      proveText(oneRule('deduct 0.1 per 1% of 率 above 10% per started step', declared)).said,
    ).toEqual([]);
    expect(
      proveText(oneRule('deduct 0.1 per 1% of 率 below 95% prorated at most 0.5', declared)).said,
    ).toEqual([]);
  });

  test('rounding up past the points is a leaving too', () => {
    const text = `ruleset R { total 1.005 points scores rounded to 0.01 up
      input 率 : percent from 0% to 100%
      indicator A 1.005 points { score 率 * 1.005 points } }`;
    expect(proveText(text).said).toEqual([['score-leaves-range', 'R']]);
  });

  test('a limit beyond the points that is just reached lets the score go there', () => {
    const declared = 'input 率 : percent from -300% to 100%';
    const codes = (limit: string) =>
      proveText(`ruleset R { total 1 points uncapped ${declared}
        indicator A 1 points { score 率 * 1 point ${limit} } }`).said.map(([code]) => code);
    expect(codes('')).toEqual(['score-leaves-range']);
    expect(codes('at least -3')).toEqual([]);
    expect(codes('at least -4')).toEqual(['limit-never-acts']);
  });

  test('a limit that never acts is pointed out', () => {
    const declared = 'input 率 : percent from 0% to 100%';
    const proved = proveText(oneRule('score 率 * 1 point at most 1 point', declared));
    expect(proved.said).toEqual([['limit-never-acts', '1 point']]);
    expect(proveText(oneRule('score 率 * 1 point uncapped', declared)).said).toEqual([
      ['limit-never-acts', 'A'],
    ]);
    expect(proveText(oneRule('score 率 * 1 point at least 0', declared)).said).toEqual([
      ['limit-never-acts', '0'],
    ]);
  });

  test('an option that would leave the range is a warning that names it', () => {
    const declared = `${INPUTS} option 封顶否 : yes or no = yes`;
    const proved = proveText(
      oneRule('score if 封顶否 then min(实际 / 计划, 1) else 实际 / 计划', declared),
    );
    expect(proved.said).toEqual([
      ['score-leaves-range', 'score if 封顶否 then min(实际 / 计划, 1) else 实际 / 计划'],
    ]);
    expect(proved.severity('score-leaves-range')).toBe('warning');
    expect(proved.facts('score-leaves-range').under).toEqual([{ name: '封顶否', value: 'no' }]);
  });

  test('what a group leaves is said once, where it starts', () => {
    const text = `ruleset R { total 2 points scores rounded to 0.01 half up
      ${INPUTS}
      group G 2 points {
        indicator A 1 point { item I 1 point { score 实际 / 计划 uncapped } }
        indicator B 1 point { judged } } }`;
    const proved = proveText(text);
    expect(proved.said).toEqual([['score-leaves-range', 'A']]);
    expect(proved.facts('score-leaves-range')).toMatchObject({ causes: ['I'], witness: undefined });
  });

  test('a bonus may carry the total past its points only where that is said', () => {
    const text = (limit: string) => `ruleset R { total 1 point ${limit}
      indicator A 1 point { judged }
      bonus group B 1 point at most 1 { indicator C 1 point { judged } } }`;
    expect(proveText(text('')).said).toEqual([['score-leaves-range', 'R']]);
    expect(proveText(text('')).facts('score-leaves-range')).toMatchObject({
      side: 'above',
      high: '2',
      causes: ['B'],
    });
    expect(proveText(text('at most 1')).said).toEqual([]);
  });

  test('a penalty may carry the total below 0 only where that is said', () => {
    const text = (limit: string) => `ruleset R { total 1 point ${limit}
      indicator A 1 point { judged }
      penalty group B 1 point at most 1 { indicator C 1 point { judged } } }`;
    expect(proveText(text('')).facts('score-leaves-range')).toMatchObject({
      side: 'below',
      low: '-1',
    });
    expect(proveText(text('at least 0')).said).toEqual([]);
  });

  test('points that move keep every whole within its points, but rounding may not', () => {
    const text = (
      limit: string,
    ) => `ruleset R { total 3 points ${limit} scores rounded to 0.01 half up
      input 无 : yes or no
      group G 3 points {
        indicator A 1 point { judged not applicable when 无 redistribute within group }
        indicator B 2 points { judged } } }`;
    expect(proveText(text('')).said).toEqual([['rounding-may-exceed-total', 'R']]);
    expect(proveText(text('at most 3')).said).toEqual([]);
  });
});

describe('division', () => {
  test('a divisor that can be 0 is refused with the case', () => {
    const declared = 'input 实际, 计划 : money in 万元 at least 0';
    const proved = proveText(oneRule('score min(实际 / 计划, 1)', declared));
    expect(proved.said).toEqual([['division-by-zero', '计划']]);
    expect(proved.witness('division-by-zero')).toBe('实际 = 0 万元, 计划 = 0 万元');
    expect(proved.facts('division-by-zero').causes).toEqual(['计划']);
  });

  test('a guard makes it safe', () => {
    const declared = 'input 实际, 计划 : money in 万元 at least 0';
    for (const guard of ['计划 = 0', '计划 <= 0', 'not (计划 > 0)', '实际 < 0 or 计划 = 0'])
      expect(
        proveText(oneRule(`when ${guard} : 0  otherwise : min(实际 / 计划, 1)`, declared)).said,
      ).toEqual([]);
  });

  test('a guard on the wrong side is not enough', () => {
    const declared = 'input 实际, 计划 : money in 万元 at least 0';
    const proved = proveText(
      oneRule('when 实际 = 0 : 0  otherwise : min(实际 / 计划, 1)', declared),
    );
    expect(proved.said).toEqual([['division-by-zero', '计划']]);
    expect(proved.witness('division-by-zero')).toBe('实际 = 1 万元, 计划 = 0 万元');
  });

  test('a division in a let is found where the let is used, and once', () => {
    const declared = 'input 实际, 计划 : money in 万元 at least 0  let 率 = 实际 / 计划';
    const proved = proveText(
      oneRule('tiers of 率 { >= 90% : 1 point  otherwise : 率 * 1 point }', declared),
    );
    expect(proved.said).toEqual([['division-by-zero', '计划']]);
  });

  test('where no case is found it says that it cannot be shown', () => {
    const declared = 'input a, b : number';
    const proved = proveText(
      oneRule('score max(0, min(1, 1 / (a * a * a + b * b + 17)))', declared),
    );
    expect(proved.said).toEqual([['division-by-zero', '(a * a * a + b * b + 17)']]);
    expect(proved.witness('division-by-zero')).toBe('');
  });

  test('a mean over entries that may not pass its filter', () => {
    const declared = 'input 目标 : list of { 率 : percent from 0% to 100%, 重要 : yes or no }';
    const rule = 'score mean of 率 over 目标 where 重要';
    const proved = proveText(oneRule(rule, declared));
    expect(proved.said).toEqual([['possibly-empty', 'mean of 率 over 目标 where 重要']]);
    expect(proved.witness('possibly-empty')).not.toBe('');
    const guarded =
      'when (count of 目标 where 重要) = 0 : 0  otherwise : mean of 率 over 目标 where 重要';
    expect(proveText(oneRule(guarded, declared)).said).toEqual([]);
  });

  test('a sum of the best few of any number, of which there may be none', () => {
    const declared = 'input 成果 : list of { 星 : integer from 0 to 4, 有效 : yes or no }';
    const best = (number: string) =>
      `score sum of 星 over 成果 without lowest max(0, (count of 成果) - ${number})`;
    const proved = (rule: string) => proveText(oneRule(rule, declared, '20')).said;
    expect(proved(`${best('5')} example { 成果 = [] } gives 0`).map(([code]) => code)).toEqual([]);
    expect(proved(best('6')).map(([code]) => code)).toEqual(['score-leaves-range']);
    const mean = 'score mean of 星 over 成果 without lowest max(0, (count of 成果) - 5)';
    expect(proved(mean).map(([code]) => code)).toEqual(['possibly-empty']);
  });
});
