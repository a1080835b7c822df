// Words of forms and spreadsheets in the place of types, functions and points: each message says what
// is written here for them.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { createSource } from '../../src/text/source.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';

function first(text: string) {
  const source = createSource('a.chi', text);
  const { diagnostics } = compile(source, { read: () => undefined, resolve: (_, path) => path });
  const [only] = diagnostics.filter(({ severity }) => severity === 'error');
  if (!only) throw new Error('something is wrong');
  return { ...only, said: { en: sentence(only, 'en'), zh: sentence(only, 'zh') } };
}

const withInput = (type: string) =>
  first(`ruleset R { total 1 point input 数 : ${type} indicator 甲 1 point { judged } }`);
const withScore = (score: string) =>
  first(`ruleset R { total 1 point input 率 : percent from 0% to 100%
    indicator 甲 1 point { score ${score} } }`);

describe('a unit or a familiar word where a type belongs', () => {
  test.each([
    ['万元', '金额 万元'],
    ['次', '计数 次'],
    ['平方米', '数值 平方米'],
    ['是否', '是或否'],
    ['百分数', '百分比'],
    ['boolean', 'yes or no'],
  ])('%s', (type, meant) => {
    const { code, fix, said } = withInput(type);
    expect(code).toBe('unknown-type');
    expect(fix?.edits.map(({ text }) => text)).toEqual([meant]);
    expect(said.en).toContain(meant);
    expect(said.zh).toContain(meant);
  });

  test('a word that nobody knows is to be declared', () => {
    expect(withInput('等第').facts).toMatchObject({ name: '等第', meant: undefined });
  });
});

describe('a function of a spreadsheet', () => {
  test.each([
    ['MIN(率, 1)', 'min'],
    ['最小值(率, 1)', '较小值'],
    ['SQRT(率)', 'root'],
  ])('%s', (score, suggestion) => {
    const { code, facts } = withScore(score);
    expect(code).toBe('unknown-function');
    expect(facts).toMatchObject({ suggestion });
  });

  test('for which there is another form says which', () => {
    expect(withScore('IF(率 > 0.9, 1, 0)').said.zh).toContain('若 C 则 a 否则 b');
    expect(withScore('ROUND(率, 2)').said.en).toContain('rounded to 0.01 half up');
  });
});

test('a share is no number of points', () => {
  const text = 'ruleset R { total 100% indicator 甲 100% { judged } }';
  const { code, said } = first(text);
  expect(code).toBe('points-as-share');
  expect(said.en).toContain('100 points');
  expect(said.zh).toContain('100 分');
});
