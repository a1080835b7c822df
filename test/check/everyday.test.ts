// What people write by habit, and what checking says instead of it: records handed to definitions,
// bounds on named types, functions of spreadsheets, points left out beside counts.
import { describe, expect, test } from 'vitest';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { showExpression } from '../model-builder.ts';
import { checkTexts, frameworkOf, withRule } from './checking.ts';

const said = (body: string, head = '') => checkTexts(withRule(body, head)).said;
const first = (body: string, head = '') => checkTexts(withRule(body, head)).diagnostics[0];

describe('a record as an argument', () => {
  const head = `type 成效 = { 本期 : number  上期 : number }
    input 甲成效 : 成效
    input 乙成效 : { 本期 : percent  上期 : percent }
    input 丙成效 : { 本期 : number  基期 : number }
    let 较好(成 : 成效) = max(成.本期, 成.上期)`;

  test('stands for its fields', () => {
    const [node] = frameworkOf(withRule('score 较好(甲成效)', head)).children;
    const rule = node?.kind === 'indicator' ? node.items[0]?.rule : undefined;
    if (rule?.kind !== 'formula') throw new Error('the rule is no formula');
    expect(showExpression(rule.value)).toBe(
      showExpression(
        (() => {
          const [other] = frameworkOf(
            withRule('score max(甲成效.本期, 甲成效.上期)', head.replace(/let .*/, '')),
          ).children;
          const inline = other?.kind === 'indicator' ? other.items[0]?.rule : undefined;
          if (inline?.kind !== 'formula') throw new Error('the rule is no formula');
          return inline.value;
        })(),
      ),
    );
  });

  test('may have percentages for plain numbers, but no other fields', () => {
    expect(said('score 较好(乙成效)', head)).toEqual([]);
    expect(said('score 较好(丙成效)', head)).toEqual([['wrong-argument', '丙成效']]);
    expect(said('score 较好(完成率)', head)).toEqual([['wrong-argument', '完成率']]);
  });
});

describe('a type with bounds', () => {
  const named = `type 档 = integer from 0 to 4
    input a : 档  input b : list of 3 档  input c : { 一 : 档  二 : 档 at most 3 }  input d : 档 above 1`;
  const inline = `input a : integer from 0 to 4  input b : list of 3 integer from 0 to 4
    input c : { 一 : integer from 0 to 4  二 : integer from 0 to 3 }  input d : integer above 1 at most 4`;

  test('is what the bounds beside each input would be', () => {
    const [one, other] = [named, inline].map((head) => frameworkOf(withRule('judged', head)));
    expect(one?.hash).toBe(other?.hash);
  });

  test('may build on another one, and cannot contradict it', () => {
    const narrower = 'type 档 = integer from 0 to 4 type 高档 = 档 at least 3 input a : 高档';
    const [input] = frameworkOf(withRule('judged', narrower)).inputs.filter(
      ({ name }) => name === 'a',
    );
    expect(input).toMatchObject({
      range: { low: { value: { n: 3n } }, high: { value: { n: 4n } } },
    });
    expect(said('judged', 'type 档 = integer from 0 to 4 input a : 档 at least 5')).toEqual([
      ['range-empty', 'at least 5'],
    ]);
    expect(said('judged', 'type 词 = one of { 优, 良 } at least 1')).toEqual([]);
    expect(said('judged', 'type 词 = one of { 优, 良 } at least 1 input a : 词')).toEqual([
      ['bound-not-applicable', 'at least 1'],
    ]);
  });
});

describe('what to write instead', () => {
  test.each([
    ['score IF(完成率 > 50%, 10, 5)', '若 C 则 a 否则 b', 'if C then a else b'],
    ['score MAX(完成率, 50%)', '较大值(a, b)', 'max(a, b)'],
    ['score ROUND(完成率, 1)', '保留到 0.1 四舍五入', 'rounded to 0.1 half up'],
    ['score AVERAGE(季度)', '平均 L', 'mean of L'],
  ])('%s', (body, chinese, english) => {
    const diagnostic = first(body);
    expect(diagnostic?.code).toBe('unknown-function');
    if (!diagnostic) return;
    expect(sentence(diagnostic, 'zh')).toContain(chinese);
    expect(sentence(diagnostic, 'en')).toContain(english);
  });

  test('the functions are listed in the language of the message', () => {
    const diagnostic = first('score 某函数(完成率)');
    if (!diagnostic) throw new Error('nothing was said');
    expect(sentence(diagnostic, 'zh')).toContain('较小值、较大值');
    expect(sentence(diagnostic, 'en')).toContain('min, max');
  });

  test('the points of the part around are `full points`', () => {
    for (const [word, meant] of [
      ['分值', '满分'],
      ['points', 'full points'],
    ]) {
      const diagnostic = first(`score 完成率 * ${word}`);
      expect(diagnostic).toMatchObject({ code: 'unknown-name', facts: { suggestion: meant } });
      expect(diagnostic?.fix?.edits[0]?.text).toBe(meant);
    }
  });

  test.each([
    ['score full points - (人数 - 1) * 0.3', ['0.3'], 1],
    ['score 完成率 * 40 - 人数 * 2', ['40', '2'], 2],
    ['score full points - 支出 * 2', [], 0],
    ['score 人数 - 面积', [], 0],
  ])('figures that have to be points are named: %s', (body, points, edits) => {
    const diagnostic = first(body);
    expect(diagnostic).toMatchObject({ code: 'units-differ', facts: { points } });
    expect(diagnostic?.fix?.edits ?? []).toHaveLength(edits);
  });

  test('the parentheses around an aggregate', () => {
    const text = withRule('score mean of 季度 * 2');
    const edits = [...(checkTexts(text).diagnostics[0]?.fix?.edits ?? [])];
    const mended = edits
      .sort((a, b) => b.span.start - a.span.start)
      .reduce(
        (now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end),
        text,
      );
    expect(mended).toContain('score (mean of 季度) * 2');
  });

  test('the type of words that nothing declares', () => {
    const diagnostic = first('judged', 'output 结论 = when 完成率 > 50% : 通过 otherwise : 废标');
    expect(diagnostic).toMatchObject({
      code: 'words-need-type',
      facts: { name: '结论', statement: 'output', words: ['通过', '废标'] },
      fix: { edits: [{ text: ' : one of { 通过, 废标 }' }] },
    });
    // A name that is merely misspelt stays one.
    expect(said('judged', 'let 值 = when 违规 : 完成律 otherwise : 完成律')[0]?.[0]).toBe(
      'unknown-name',
    );
    expect(said('judged', 'let 值 = when 违规 : 通过 otherwise : 0')[0]?.[0]).toBe('unknown-name');
  });
});

describe('points that are still to come', () => {
  test('are no reason to give all of them to one part', () => {
    const incomplete = `ruleset 甲 { total 100 points
      group 乙 40 points { indicator 丙 10 points { judged } indicator 丁 10 points { judged } } }`;
    const [whole] = checkTexts(incomplete).diagnostics;
    expect(whole).toMatchObject({ code: 'points-not-conserved', fix: undefined });
  });

  test('a slip is mended as before', () => {
    const slip = 'ruleset 甲 { total 10 points indicator 丙 9 points { judged } }';
    expect(checkTexts(slip).diagnostics[0]?.fix?.edits[0]?.text).toBe('10');
  });
});
