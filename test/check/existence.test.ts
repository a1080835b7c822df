// Parts that exist for some departments, as the checker reads them: model, places, amendments, hash.
import { describe, expect, test } from 'vitest';
import { checkTexts, frameworkOf } from './checking.ts';

const POOL = `ruleset 上级 {
  total 20 points
  input 类别 : one of { 甲, 乙 }
  group 自选 10 points {
    chosen by department
    indicator A 5 points { judged }
    locked indicator B 5 points { judged }
    indicator C 5 points { judged }
  }
  indicator 甲项 10 points { applies when 类别 = 甲
    judged }
  indicator 乙项 10 points { 仅当 类别 = 乙
    judged }
}`;
const amended = (body: string) => checkTexts(POOL, `ruleset 下级 amends "0.chi" { ${body} }`);

describe('a pool', () => {
  test('becomes an input that lists the names of its parts', () => {
    const { inputs, children } = frameworkOf(POOL);
    expect(children[0]).toMatchObject({ pool: { inputName: '自选', redistribute: false } });
    expect(inputs.find(({ name }) => name === '自选')).toMatchObject({
      kind: 'value',
      type: { kind: 'list', of: { kind: 'enumeration', values: ['A', 'B', 'C'] }, least: 0 },
      pool: { points: { n: 10n, d: 1n }, parts: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] },
    });
  });

  test('has a path for a name where its own means something else', () => {
    const group = (name: string) => `group ${name} 5 points {
      group 自选 5 points { chosen by department redistribute
        indicator A 5 points { judged } } }`;
    const text = `ruleset R { total 10 points ${group('一')} ${group('二')} }`;
    expect(frameworkOf(text).inputs.map(({ name }) => name)).toEqual([
      '一 / 自选',
      '二 / 自选',
      '一 / 自选 / A',
      '二 / 自选 / A',
    ]);
  });

  test('grows and shrinks with amendments', () => {
    const { framework, said } = amended(`
      add indicator D 2.5 points to 自选 { judged }
      add indicator E 2.5 points to 自选 { judged }
      remove A
      points 自选 = 7.5
      points 甲项 = 12.5
      points 乙项 = 12.5`);
    expect(said).toEqual([]);
    const choice = framework?.inputs.find(({ name }) => name === '自选');
    expect(choice).toMatchObject({
      pool: { points: { n: 15n, d: 2n } },
      type: { of: { values: ['B', 'C', 'D', 'E'] } },
    });
  });

  test('says so when an amendment leaves it nothing to choose', () => {
    expect(amended('points 自选 = 8  points 甲项 = 12  points 乙项 = 12').said).toEqual([
      ['pool-never-adds-up', 'chosen by department'],
    ]);
    expect(amended('remove B').said).toEqual([['locked-by-parent', 'B']]);
  });
});

describe('a condition', () => {
  test('is the same in both languages', () => {
    const { children } = frameworkOf(POOL);
    expect(children.map(({ applies }) => applies?.condition.kind)).toEqual([
      undefined,
      'compare',
      'compare',
    ]);
  });

  test('belongs to the meaning of a ruleset', () => {
    const after = POOL.replace('仅当 类别 = 乙', '仅当 类别 != 甲');
    expect(frameworkOf(POOL).hash).not.toBe(frameworkOf(after).hash);
    const scaled = POOL.replace('chosen by department', 'chosen by department redistribute');
    expect(frameworkOf(POOL).hash).not.toBe(frameworkOf(scaled).hash);
  });

  test('stands once in a part, and in parts only', () => {
    const rules = (body: string) => `ruleset R { total 1 point input 违规 : yes or no
      indicator A 1 point { ${body}\n judged } }`;
    expect(checkTexts(rules('applies when 违规\n applies when not 违规')).said).toMatchObject([
      ['duplicate-statement', 'applies when not 违规'],
    ]);
    expect(checkTexts(rules('chosen by department')).said).toEqual([
      ['misplaced-statement', 'chosen by department'],
    ]);
    expect(checkTexts('ruleset R { total 0 points applies when 1 = 1 }').said).toEqual([
      ['misplaced-statement', 'applies when 1 = 1'],
    ]);
    expect(checkTexts(rules('applies when 1')).said).toEqual([['not-a-condition', '1']]);
  });

  test('lets the points of parts differ from the whole: proving adds them up', () => {
    const text = POOL.replace('indicator 乙项 10', 'indicator 乙项 9');
    expect(checkTexts(text).said).toEqual([]);
  });
});

describe('an example', () => {
  const given = (choice: string) =>
    checkTexts(POOL.replace(/\}$/u, `example { 自选 = ${choice} } gives 0 to 20 }`)).said;

  test('chooses from a pool as a department does', () => {
    expect(given('[A, C]')).toEqual([]);
    expect(given('[A]')).toEqual([['choice-not-admissible', '[A]']]);
    expect(given('[A, A]')).toEqual([['choice-not-admissible', '[A, A]']]);
    expect(given('[A, F]')).toEqual([['unknown-value', 'F']]);
  });
});
