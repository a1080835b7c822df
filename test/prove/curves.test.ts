// What is proved of curves, moving bounds, roots and growth.
import { describe, expect, test } from 'vitest';
import { oneRule, proveText } from './proving.ts';

const CODES = (rule: string, declarations: string, points = '10') =>
  proveText(oneRule(rule, declarations, points)).said.map(([code]) => code);

describe('a curve', () => {
  test('gives what lies between its points and no more', () => {
    const rule = 'interpolate of 率 { < 60% : 0  60% : 6  80% : 2  100% : 10  > 100% : 10 }';
    const meant = `${rule} not monotone "两段"`;
    expect(CODES(meant, 'input 率 : percent at least 0%')).toEqual([]);
  });

  test('must reach to the ends of its figure', () => {
    const proved = proveText(
      oneRule(
        'interpolate of 率 { 60% : 6  100% : 10 }',
        'input 率 : percent from 0% to 100%',
        '10',
      ),
    );
    expect(proved.said.map(([code]) => code)).toEqual(['tier-gap']);
    expect(proved.facts('tier-gap').stretch?.en).toBe('from 0% and below 60%');
  });

  test('leaves its points where a point does', () => {
    const rule = 'interpolate of 率 { 0% : 0  50% : 12  100% : 10 } not monotone "过半即可"';
    expect(CODES(rule, 'input 率 : percent from 0% to 100%')).toEqual(['score-leaves-range']);
  });

  test('has no row beyond the range of its figure', () => {
    const rule = 'interpolate of 率 { 0% : 0  100% : 10  > 100% : 10 }';
    expect(CODES(rule, 'input 率 : percent from 0% to 100%')).toEqual(['row-never-fires']);
  });
});

describe('a curve through points that move', () => {
  const inputs = 'input 率, 差值, 均值, 优值 : percent at least 0%';
  const points = '差值 : 2  均值 : 6  优值 : 10';

  test('divides by nothing that is 0, and covers everything', () => {
    expect(CODES(`interpolate of 率 { < 差值 : 0  ${points}  > 优值 : 10 }`, inputs)).toEqual([]);
  });

  test('may fall', () => {
    const falling = '> 优值 : 0  优值 : 2  均值 : 6  差值 : 10  < 差值 : 10';
    expect(CODES(`interpolate of 率 { ${falling} }`, inputs)).toEqual([]);
  });

  test('may run over a quotient', () => {
    const more = `input 差值, 均值, 优值 : number  input 甲, 乙 : money in 元 above 0`;
    expect(CODES(`interpolate of 甲 / 乙 { < 差值 : 0  ${points}  > 优值 : 10 }`, more)).toEqual(
      [],
    );
  });

  test('needs the rows outside', () => {
    const open = proveText(oneRule(`interpolate of 率 { < 差值 : 0  ${points} }`, inputs, '10'));
    expect(open.said.map(([code]) => code)).toEqual(['rows-leave-gap']);
  });

  test('may come from a list for each industry', () => {
    const lists = `input 业 : one of { 工, 商 }  input 率 : percent
      let 标准 = tiers of 业 { 工 : [1%, 2%, 3%]  商 : [-4%, 5%, 6%] }`;
    const rows = '< 标准[1] : 0  标准[1] : 2  标准[2] : 6  标准[3] : 10  > 标准[3] : 10';
    expect(CODES(`interpolate of 率 { ${rows} }`, lists)).toEqual([]);
  });
});

describe('a table with moving bounds', () => {
  const inputs = 'input 实际, 目标 : money in 万元 above 0';

  test('is read from the top: later rows need not say what earlier ones took', () => {
    const rule = 'tiers of 实际 { >= 目标 : 10  >= 目标 / 2 : 实际 / 目标 * 5  otherwise : 0 }';
    expect(CODES(rule, inputs)).toEqual([]);
  });

  test('must cover every case', () => {
    const rule = 'tiers of 实际 { >= 目标 : 10  >= 目标 / 2 : 5 }';
    expect(CODES(rule, inputs)).toEqual(['rows-leave-gap']);
  });

  test('has no row that never fires', () => {
    const rule = 'tiers of 实际 { >= 目标 / 2 : 5  >= 目标 : 10  otherwise : 0 }';
    expect(CODES(rule, inputs)).toEqual(['row-never-fires']);
  });
});

describe('a root', () => {
  test('is taken of nothing that may be negative', () => {
    const proved = proveText(
      oneRule('score min(10, root(结余 / 1 元, 2))', 'input 结余 : money in 元', '10'),
    );
    expect(proved.said).toEqual([['root-of-negative', '结余 / 1 元']]);
    expect(proved.witness('root-of-negative')).toMatch(/^结余 = -\d/);
    expect(proved.facts('root-of-negative').causes).toEqual(['结余']);
  });

  test('is content with a row that tests it', () => {
    const rule = 'when 结余 < 0 元 : 0  otherwise : min(10, root(结余 / 1 元, 2))';
    expect(CODES(rule, 'input 结余 : money in 元')).toEqual([]);
  });

  test('has the bounds of its figure', () => {
    const rule = 'score root(率, 2) * 10';
    expect(CODES(rule, 'input 率 : percent from 0% to 100%')).toEqual([]);
    expect(CODES(rule, 'input 率 : percent from 0% to 101%')).toEqual(['score-leaves-range']);
  });

  test('cancels itself', () => {
    const rule = 'score 5 + root(量, 2) - root(量 * 2 / 2, 2)';
    expect(CODES(rule, 'input 量 : number at least 0')).toEqual([]);
  });

  test('that is irrational must be rounded somewhere', () => {
    const text = (rounding: string, body: string) =>
      `ruleset R { total 10 points ${rounding} input 率 : percent from 0% to 100%
        let 根 = root(率, 2)
        group G 10 points { indicator A 10 points { ${body} } } }`;
    const codes = (rounding: string, body = 'score 根 * 10') =>
      proveText(text(rounding, body)).said;
    expect(codes('')).toEqual([['irrational-score', 'root(率, 2)']]);
    for (const rounding of ['scores', 'groups', 'total'])
      expect(codes(`${rounding} rounded to 0.01 half up`)).toEqual([]);
    expect(codes('', 'score 根 * 10 rounded to 0.1 half up')).toEqual([]);
    expect(codes('', 'score 根 * 10  rounded to 0.1 half up')).toEqual([]);
    expect(codes('', 'when 根 >= 50% : 10  otherwise : 0')).toEqual([]);
    expect(codes('', 'score floor(根 * 10)')).toEqual([]);
    expect(codes('', 'score root(9, 2) + 率').map(([code]) => code)).toEqual(['unused-let']);
    expect(codes('', 'score 率  at most 率 * root(2, 2)').map(([code]) => code)).toContain(
      'irrational-score',
    );
  });
});

describe('a power', () => {
  test('has the bounds of its base', () => {
    const inputs = 'input 差 : percent from -100% to 50%';
    expect(CODES('score power(差, 2) * 10 not monotone "两边都扣"', inputs)).toEqual([]);
    expect(CODES('score (power(差, 3) + 1) * 8', inputs)).toEqual([]);
    expect(CODES('score power(差, 3) * 10', inputs)).toEqual(['score-leaves-range']);
  });

  test('with a negative exponent divides', () => {
    expect(CODES('score min(10, power(量, -2))', 'input 量 : number at least 0')).toEqual([
      'division-by-zero',
    ]);
    expect(CODES('score min(10, power(量, -2))', 'input 量 : number at least 1')).toEqual([]);
  });
});

describe('growth', () => {
  const rule = 'when growth(今, 昔) >= 10% : 10  otherwise : 0';

  test('needs a base above 0', () => {
    const proved = proveText(oneRule(rule, 'input 今, 昔 : money in 元 at least 0', '10'));
    expect(proved.said).toEqual([['growth-base', '昔']]);
    expect(proved.witness('growth-base')).toContain('昔 = 0 元');
  });

  test('has one after a row that takes the others', () => {
    const inputs = 'input 今, 昔 : money in 元';
    expect(CODES(`when 昔 <= 0 元 : 0  otherwise ${rule}`, inputs)).toEqual([]);
    const turning = 'when growth(今, 昔) >= 50% : 0  otherwise when growth(今, 昔) >= 10% : 10';
    expect(CODES(`when 昔 <= 0 元 : 0  otherwise ${turning}  otherwise : 0`, inputs)).toEqual([
      'score-not-monotone',
    ]);
  });

  test('is known to be what it is worked out from', () => {
    const inputs = 'input 今, 昔 : money in 元 above 0';
    const body =
      'when 今 < 昔 : 0  otherwise when 今 > 昔 * 2 : 10  otherwise : growth(今, 昔) * 10';
    expect(CODES(body, inputs)).toEqual([]);
  });
});

describe('a definition with parameters', () => {
  test('is proved for each call with what it was given', () => {
    const inputs = `input 甲, 乙 : count of 个
      let 比(a : number, b : number) = a / b`;
    const body = 'when 乙 = 0 : 0  otherwise : min(10, 比(甲 / 1 个, 乙 / 1 个))';
    expect(CODES(body, inputs)).toEqual([]);
    expect(CODES('score min(10, 比(甲 / 1 个, 乙 / 1 个))', inputs)).toEqual(['division-by-zero']);
  });
});
