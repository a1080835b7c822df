// Outputs, conditions on grades and rankings as the checker reads them: types, scopes, amendments.
import { describe, expect, it } from 'vitest';
import { checkTexts, frameworkOf } from './checking.ts';

const ruleset = (body: string) => `ruleset 样例 for 2024 {
  total 10 points
  grades { 优 from 9  良 from 6  差 from 0 }
  input 合同额 : money in 万元 at least 0
  input 通报 : yes or no = no
  group 管理 4 points { indicator 甲 4 points { judged } }
  indicator 乙 6 points { judged }
  ${body}
}`;

const outputsOf = (...texts: string[]) =>
  frameworkOf(...texts).outputs.map(({ name, value }) => [name, value.type]);

describe('an output', () => {
  it('has the type of its value, or the one that it declares', () => {
    const [share, amount, letter] = outputsOf(
      ruleset(`output 比例 = tiers of total score { >= 9 : 100%  otherwise : 50% }
        output 金额 : money in 元 = 合同额 * 比例
        output 档 : one of { 上, 下 } = when total score >= 6 : 上 otherwise : 下`),
    );
    expect(share).toMatchObject(['比例', { kind: 'number', unit: { label: '%' } }]);
    expect(amount).toMatchObject(['金额', { kind: 'number', unit: { label: '元' } }]);
    expect(letter).toEqual(['档', { kind: 'enumeration', values: ['上', '下'] }]);
  });

  it('reads the grade as a word that is ranked as the grades are', () => {
    const [grade] = outputsOf(ruleset('output 等级 = total grade'));
    expect(grade).toEqual([
      '等级',
      { kind: 'enumeration', values: ['优', '良', '差'], ranked: true },
    ]);
  });

  it('may read other outputs, wherever they stand, but not itself', () => {
    expect(outputsOf(ruleset('output 倍 = 2 * 基  output 基 = 1.5'))).toHaveLength(2);
    expect(checkTexts(ruleset('output 基 = 倍  output 倍 = 基')).said).toContainEqual([
      'cyclic-let',
      '基',
    ]);
  });

  it('cannot have the name of an input, a definition or another output', () => {
    for (const body of [
      'output 通报 = 1',
      'let 线 = 1 output 线 = 2',
      'output 重 = 1 output 重 = 2',
    ])
      expect(checkTexts(ruleset(body)).said.map(([code]) => code)).toContain('duplicate-name');
  });

  it('stands at the top of a ruleset and nowhere else', () => {
    expect(checkTexts(ruleset('indicator 丙 0 points { judged output 出 = 1 }')).said).toEqual([
      ['misplaced-statement', '出'],
    ]);
  });

  it('is not needed for the total, so that without one there must be a total', () => {
    const { said } = checkTexts('ruleset 空 { input 数 : integer  let 双 = 数 * 2 }');
    expect(said).toContainEqual(['total-missing', '空']);
    const letters = frameworkOf('ruleset 字母 { input 数 : integer  output 双 = 数 * 2 }');
    expect([letters.scored, letters.total.n]).toEqual([false, 0n]);
    const struck = checkTexts(
      'ruleset 字母 { input 假 : yes or no  output 出 = 1  veto "假" when 假 : 0 }',
    );
    expect(struck.said).toContainEqual(['total-missing', '字母']);
  });

  it('has no total to read where the ruleset gives none', () => {
    expect(checkTexts('ruleset 字母 { output 出 = total score }').said).toEqual([
      ['total-score-outside', 'total score'],
    ]);
    expect(checkTexts('ruleset 字母 { output 出 = total grade }').said).toEqual([
      ['total-grade-outside', 'total grade'],
    ]);
  });
});

describe('an amendment', () => {
  const parent = ruleset(`output 比例 = 100%
    locked output 底线 = 50%
    example { 甲 = 4; 乙 = 6 } gives 10
    example { 甲 = 4; 乙 = 6 } gives 比例 = 100%`);
  const child = (body: string) => `ruleset 下级 for 2024 amends "0.chi" { ${body} }`;

  it('replaces an output in its place and retires the examples that state outputs', () => {
    const framework = frameworkOf(parent, child('replace output 比例 = 80%'));
    expect(framework.outputs.map(({ name }) => name)).toEqual(['比例', '底线']);
    expect(framework.outputs[0]?.origins.map(({ act }) => act)).toEqual(['declared', 'replaced']);
    expect(framework.examples.map(({ output }) => output?.name)).toEqual([undefined]);
  });

  it('removes one and adds another', () => {
    const framework = frameworkOf(parent, child('remove 比例  output 上限 = 90%'));
    expect(framework.outputs.map(({ name }) => name)).toEqual(['底线', '上限']);
    expect(framework.examples.map(({ output }) => output?.name)).toEqual([undefined]);
  });

  it('cannot touch a locked one, nor declare one anew', () => {
    expect(checkTexts(parent, child('replace output 底线 = 0%')).said).toContainEqual([
      'locked-by-parent',
      '底线',
    ]);
    expect(checkTexts(parent, child('output 比例 = 0%')).said).toContainEqual([
      'duplicate-name',
      '比例',
    ]);
  });

  it('changes the hash with what an output says, not with what it is about', () => {
    const hash = (body: string) => frameworkOf(ruleset(body)).hash;
    expect(hash('output 出 = 1')).not.toBe(hash('output 出 = 2'));
    expect(hash('output 出 = 1')).not.toBe(hash(''));
    expect(hash('output 出 = 1 // 说明')).toBe(hash('output 出 = 1'));
  });
});

describe('a condition on a grade', () => {
  const graded = (grades: string) =>
    checkTexts(ruleset('').replace(/grades \{[^}]*\}/, `grades { ${grades} }`));

  it('reads scores, inputs and the total, but not the grade', () => {
    expect(
      graded('优 from 9 when score of 管理 >= 3 and not 通报 and total score > 9 差 from 0').said,
    ).toEqual([]);
    expect(graded('优 from 9 when total grade = 差 差 from 0').said).toEqual([
      ['total-grade-outside', 'total grade'],
    ]);
  });

  it('must be true or false', () => {
    expect(graded('优 from 9 when score of 管理 差 from 0').said).toEqual([
      ['not-a-condition', 'score of 管理'],
    ]);
  });
});

describe('a ranking', () => {
  const letters = (body: string) =>
    checkTexts(`ruleset 字母 {
      type 等第 = one of { A > B > C }
      type 别的 = one of { A > C > B }
      input 甲, 乙 : 等第
      input 丙 : 别的
      input 丁 : one of { A, B, C }
      input 各项 : list of at least 1 等第
      ${body}
    }`);

  it.each([
    'output 出 = 甲 >= B',
    'output 出 = C < 甲 <= 乙',
    'output 出 = min(甲, 乙)',
    'output 出 = max(甲, 乙, B) > B',
    'output 出 = min of 各项',
    'output 出 = count of 各项 where each > B',
    'output 出 = tiers of 甲 { >= B : 1  otherwise : 0 }',
  ])('orders what is compared: %s', (body) => {
    expect(letters(body).said).toEqual([]);
  });

  it.each([
    ['output 出 = 丁 >= B', 'not-ordered', '丁'],
    ['output 出 = 甲 >= 丙', 'not-ordered', '甲'],
    ['output 出 = min(丁, 丁)', 'not-a-number', '丁'],
    ['output 出 = mean of 各项', 'not-a-number', '各项'],
    ['output 出 = sum of 各项', 'not-a-number', '各项'],
  ])('orders nothing else: %s', (body, code, at) => {
    expect(letters(body).said[0]).toEqual([code, at]);
  });

  it('keeps its order when the values of rows are joined', () => {
    const { framework } = letters('output 出 = if 甲 = A then 甲 else 乙');
    expect(framework?.outputs[0]?.value.type).toEqual({
      kind: 'enumeration',
      values: ['A', 'B', 'C'],
      ranked: true,
    });
  });
});
