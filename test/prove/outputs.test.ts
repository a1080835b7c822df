// Proofs about what follows from the total: outputs that fall, conditions on grades, tables of words.
import { describe, expect, it } from 'vitest';
import { proveText } from './proving.ts';

const ruleset = (body: string, grades = '') => `ruleset R {
  total 100 points
  scores rounded to 0.1 half up
  ${grades}
  indicator 甲 60 points { judged }
  group 乙 40 points { indicator 丙 40 points { judged } }
  ${body}
}`;

describe('an output of the total', () => {
  it.each([
    'output 比例 = tiers of total score { >= 90 : 100%  >= 60 : 80%  otherwise : 0% }',
    'output 比例 = tiers of total score { >= 60 : 70% + (total score - 60 points) / (40 points) * 30%  otherwise : 70% }',
    'output 档 : one of { A > B } = when total score > 80 : A otherwise : B',
    'output 档 : one of { A, B } = when total score > 80 : B otherwise : A',
    'output 好 = total score >= 80',
    'output 定额 = 3',
  ])('that never falls needs no warning: %s', (body) => {
    expect(proveText(ruleset(body)).said).toEqual([]);
  });

  it('that falls is warned of with the two totals beside each other', () => {
    const { facts, said, severity } = proveText(
      ruleset('output 比例 = tiers of total score { >= 90 : 80%  >= 60 : 90%  otherwise : 0% }'),
    );
    expect(said).toEqual([['output-not-monotone', '比例']]);
    expect(severity('output-not-monotone')).toBe('warning');
    expect(facts('output-not-monotone')).toMatchObject({
      lower: '89.9',
      higher: '90',
      before: { en: '90%' },
      after: { en: '80%' },
    });
  });

  it('that falls within a row is found between its limits', () => {
    const { said } = proveText(
      ruleset(
        'output 比例 = tiers of total score { >= 60 : 60 points / total score  otherwise : 0 }',
      ),
    );
    expect(said).toEqual([['output-not-monotone', '比例']]);
  });

  it('shows the other inputs under which it falls', () => {
    const { witness } = proveText(
      ruleset(`input 合同额 : money in 万元 above 0
        output 应付 = 合同额 * (if total score > 95 then 0.5 else 1)`),
    );
    expect(witness('output-not-monotone')).toBe('合同额 = 1 万元');
  });

  it('is looked at through other outputs, and through the grade', () => {
    const grades = 'grades { 优 from 90 良 from 60 差 from 0 }';
    const through = ruleset(
      'output 扣减 = if total score >= 80 then 10% else 0%  output 净额 = 1 - 2 * 扣减',
    );
    expect(proveText(through).said).toEqual([['output-not-monotone', '净额']]);
    const byGrade = 'output 比例 = tiers of total grade { 优 : 1  良 : 2  差 : 0 }';
    expect(proveText(ruleset(byGrade, grades)).said).toEqual([['output-not-monotone', '比例']]);
  });

  it('falls where a ranked word gets worse', () => {
    const { facts } = proveText(
      ruleset('output 档 : one of { A > B } = when total score > 80 : B otherwise : A'),
    );
    expect(facts('output-not-monotone')).toMatchObject({ before: { en: 'A' }, after: { en: 'B' } });
  });
});

describe('any output', () => {
  it('must not divide by 0', () => {
    expect(proveText(ruleset('output 倍数 = 1 point / total score')).said).toEqual([
      ['division-by-zero', 'total score'],
    ]);
  });

  it('divides by a total that a row has shown to be above 0', () => {
    const body = 'output 占比 = if total score > 0 then score of 甲 / total score else 0';
    expect(proveText(ruleset(body)).said).toEqual([]);
  });

  it('covers every total, and has no row that no total reaches', () => {
    const { said } = proveText(
      ruleset('output 比例 = tiers of total score { > 100 : 2  >= 60 : 1  0..50 : 0 }'),
    );
    expect(said.map(([code]) => code).sort()).toEqual(['row-never-fires', 'tier-gap']);
  });

  it('counts as reading what it reads, and needs no reader itself', () => {
    expect(proveText(ruleset('input 数 : integer  let 双 = 数 * 2  output 出 = 双')).said).toEqual(
      [],
    );
  });
});

describe('a table over ranked words', () => {
  const letters = (rows: string) => `ruleset R {
    input 等第 : one of { A > B > C > D }
    output 出 = tiers of 等第 { ${rows} }
  }`;

  it('takes bounds from the top, and knows what they leave', () => {
    expect(proveText(letters('>= B : 1  >= C : 2  D : 3')).said).toEqual([]);
    expect(proveText(letters('>= B : 1  C : 2')).said).toEqual([
      ['tier-gap', 'tiers of 等第 { >= B : 1  C : 2 }'],
    ]);
  });

  it('finds rows that earlier ones have taken', () => {
    expect(proveText(letters('>= C : 1  B : 2  otherwise : 3')).said.map(([code]) => code)).toEqual(
      ['tier-overlap', 'row-never-fires'],
    );
  });

  it('narrows what rows further down can be', () => {
    const text = `ruleset R {
      input 等第 : one of { A > B > C }
      output 出 = when 等第 > B : 1 otherwise when 等第 = B : 2 otherwise when 等第 = C : 3
    }`;
    expect(proveText(text).said).toEqual([]);
  });
});

describe('a condition on a grade', () => {
  const graded = (grades: string) =>
    proveText(ruleset('input 通报 : yes or no', `grades { ${grades} }`));

  it('that some departments of the band meet and others do not is sound', () => {
    expect(
      graded('优 from 90 when score of 乙 >= 38 and not 通报 良 from 60 when not 通报 差 from 0')
        .said,
    ).toEqual([]);
  });

  it('is looked at for the totals of its own band', () => {
    const { said } = graded('优 from 90 when total score > 85 良 from 60 when 通报 差 from 0');
    expect(said).toEqual([['condition-always-holds', 'total score > 85']]);
    const never = graded('优 from 90 when 通报 良 from 60 when score of 甲 > 60 差 from 0');
    expect(never.said).toEqual([['condition-never-holds', 'score of 甲 > 60']]);
  });

  it('lets departments fall to a grade whose own band no total reaches', () => {
    const { said } = graded('优 from 99.95 when 通报 良 from 99.93 差 from 0');
    expect(said.map(([code]) => code)).not.toContain('grade-unreachable');
  });
});
