// Vetoes and exemptions from the text to the sheet: what they read, what they reach, and which of them
// acts when several hold.
import { describe, expect, test } from 'vitest';
import { fc, test as law } from '@fast-check/vitest';
import { createEvaluator } from '../../src/evaluate/evaluate.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { encloses } from '../../src/types/range.ts';
import { frameworkOf } from '../check/checking.ts';
import { departmentWith, scoreIn, sheetOf, shown } from './scored-text.ts';

const ruleset = (strikes: string, rest = '') => `ruleset R for 2024 {
  total 20 points
  scores rounded to 0.01 half up
  grades { 优 from 18  良 from 16  中 from 12  差 from 0 }
  input 一, 二, 三 : yes or no
  input 次数 : count of 次
  ${strikes}
  group G 20 points {
    indicator A 12 points { judged }
    indicator B 8 points { judged }
    ${rest}
  }
}`;
const AWARDS = { A: { award: '10.5', reason: 'x' }, B: { award: '7', reason: 'y' }, 次数: 0 };
const NONE = { 一: false, 二: false, 三: false };

function total(strikes: string, facts: object): string {
  return shown(sheetOf(ruleset(strikes), { ...AWARDS, ...NONE, ...facts }).total);
}

describe('what a veto leaves of a score', () => {
  test.each([
    ['min(standing, 12)', '12'],
    ['standing * 50%', '8.75'],
    ['max(standing - 10, 0)', '7.5'],
    ['max(standing - 18, 0)', '0'],
    ['(if standing >= 15 then 15 else standing)', '15'],
  ])('%s of 17.5 leaves %s', (score, left) => {
    expect(total(`veto total "x" when 一 : ${score}`, { 一: true })).toBe(left);
    expect(total(`veto total "x" when 一 : ${score}`, {})).toBe('17.5');
  });

  test('a share of a score is rounded as the score is', () => {
    const text = ruleset('', 'veto on A "x" when 一 : standing * 33%');
    expect(scoreIn(sheetOf(text, { ...AWARDS, ...NONE, 一: true }), 'A')).toBe('3.47');
  });

  test('while the score is open the share of it is open too', () => {
    const text = ruleset('veto total "x" when 一 : min(standing, 12)');
    const sheet = sheetOf(text, { A: '12', 次数: 0, ...NONE, 一: true });
    expect(shown(sheet.total)).toBe('12');
    const half = ruleset('veto total "x" when 一 : standing * 50%');
    expect(shown(sheetOf(half, { A: '12', 次数: 0, ...NONE, 一: true }).total)).toBe('6..10');
  });

  test('an input that only the standing score rests on is still missing', () => {
    const half = ruleset('veto total "x" when 一 : standing * 50%');
    const open = sheetOf(half, { A: '12', 次数: 0, ...NONE, 一: true });
    expect(open.missing.map(({ name, decides }) => [name, decides])).toEqual([
      ['B', { n: 4n, d: 1n }],
    ]);
  });
});

describe('what a veto reaches', () => {
  const facts = { ...AWARDS, ...NONE, 一: true };

  test('a named part elsewhere, in brackets or not, in either language', () => {
    for (const aim of ['on (G / A)', 'on A', '针对 (G / A)', '针对 A']) {
      const sheet = sheetOf(ruleset(`veto ${aim} "x" when 一 : standing - standing`), facts);
      expect([scoreIn(sheet, 'A'), shown(sheet.total)]).toEqual(['0', '7']);
    }
  });

  test('a named group, and an exemption of a named part', () => {
    expect(total('veto on G "x" when 一 : standing / 2', { 一: true })).toBe('8.75');
    expect(total('exempt on (G / B) "x" when 一', { 一: true })).toBe('18.5');
  });
});

describe('which strike acts', () => {
  const three = `
    veto total "少" when 一 : 5 priority 2
    exempt total "满" when 二 priority 3
    veto total "更少" when 三 : 1`;

  test.each([
    [{ 一: true }, '5'],
    [{ 二: true }, '20'],
    [{ 三: true }, '1'],
    [{ 一: true, 三: true }, '5'],
    [{ 一: true, 二: true, 三: true }, '20'],
    [{ 二: true, 三: true }, '20'],
  ])('%j gives %s', (facts, expected) => {
    expect(total(three, facts)).toBe(expected);
  });

  test('among equals a veto beats an exemption and the lowest veto stands', () => {
    const equal = `
      veto total "甲" when 一 : max(standing - 5, 0) priority 2
      veto total "乙" when 二 : standing / 2 priority 2
      exempt total "丙" when 三 priority 2`;
    expect(total(equal, { 一: true, 二: true, 三: true })).toBe('8.75');
    expect(total(equal, { 一: true, 三: true })).toBe('12.5');
    expect(total(equal, { 三: true })).toBe('20');
  });

  test('the sheet says what was overruled', () => {
    const sheet = sheetOf(ruleset(three), { ...AWARDS, 一: true, 二: true, 三: true });
    const steps = sheet.totalSteps.map((step) =>
      step.kind === 'veto' || step.kind === 'exemption'
        ? [step.kind === 'veto' ? step.veto.about : step.exemption.about, step.overruled]
        : [],
    );
    expect(steps).toEqual([
      ['更少', true],
      ['少', true],
      ['满', false],
    ]);
  });

  test('one that may hold leaves both outcomes open unless it is overruled', () => {
    const facts = { ...AWARDS, 二: false, 三: true };
    expect(shown(sheetOf(ruleset(three), facts).total)).toBe('1..5');
    expect(shown(sheetOf(ruleset(three), { ...AWARDS, 二: true, 三: true }).total)).toBe('20');
    expect(sheetOf(ruleset(three), { ...AWARDS, 二: true }).missing).toMatchObject([
      { name: '一', decides: { n: 0n } },
      { name: '三', decides: { n: 0n } },
    ]);
  });
});

describe('strikes on the grade', () => {
  const grades = (strikes: string, facts: object): readonly string[] =>
    sheetOf(ruleset(strikes), { ...AWARDS, ...NONE, ...facts }).grades;

  test('downgrades add up and end at the lowest grade', () => {
    const strikes = 'veto grade down 1 "a" when 一  veto grade down 次数 "b" when 次数 >= 1';
    expect(grades(strikes, {})).toEqual(['良']);
    expect(grades(strikes, { 一: true })).toEqual(['中']);
    expect(grades(strikes, { 一: true, 次数: 1 })).toEqual(['差']);
    expect(grades(strikes, { 一: true, 次数: 1_000_000 })).toEqual(['差']);
  });

  test('a ceiling comes after the downgrades', () => {
    const strikes = 'veto grade down 1 "a" when 一  veto grade at most 中 "b" when 二';
    expect(grades(strikes, { 二: true })).toEqual(['中']);
    expect(grades(strikes, { 一: true, 二: true })).toEqual(['中']);
  });

  test('of several only the highest priority acts', () => {
    const strikes = `
      veto grade down 2 "a" when 一 priority 1
      veto grade down 1 "b" when 二 priority 2
      veto grade at most 差 "c" when 三 priority 1
      veto grade at most 中 "d" when 二 priority 2`;
    expect(grades(strikes, { 一: true })).toEqual(['差']);
    expect(grades(strikes, { 一: true, 二: true })).toEqual(['中']);
    expect(grades(strikes, { 二: true, 三: true })).toEqual(['中']);
  });

  test('one that may hold leaves every grade open that it may lead to', () => {
    const strikes = 'veto grade down 次数 "a" when 一';
    const sheet = sheetOf(ruleset(strikes), { ...AWARDS, 次数: 2, 二: false, 三: false });
    expect(sheet.grades).toEqual(['良', '差']);
  });
});

const strikeTexts = fc.constantFrom(
  'veto total "x" when F : min(standing, 9)',
  'veto total "x" when F : standing * 40%',
  'veto on A "x" when F : max(standing - 3, 0)',
  'veto on G "x" when F : 6',
  'exempt on B "x" when F',
  'exempt total "x" when F',
  'veto grade down 1 "x" when F',
  'veto grade at most 中 "x" when F',
);
const priority = fc.constantFrom('', ' priority 1', ' priority 2');

law.prop(
  [
    fc.tuple(strikeTexts, strikeTexts, strikeTexts),
    fc.tuple(priority, priority, priority),
    fc.nat(26),
    fc.boolean(),
  ],
  { numRuns: 20 },
)('what is known of a score holds every completion', (texts, priorities, pick, withB) => {
  const names = ['一', '二', '三'];
  const strikes = texts.map(
    (text, at) =>
      text.replace('F', names[at] ?? '').replace('"x"', `"${names[at] ?? ''}"`) +
      (priorities[at] ?? ''),
  );
  const framework = frameworkOf(ruleset(strikes.join('\n')));
  const score = createEvaluator(framework);
  const facts = names.map((_, at) => [null, true, false][Math.floor(pick / 3 ** at) % 3] ?? null);
  const awards = withB ? AWARDS : { A: AWARDS.A, 次数: 0 };
  const given = Object.fromEntries(names.map((name, at) => [name, facts[at] ?? null]));
  const open = score(departmentWith(framework, { ...awards, ...given }));
  for (let bits = 0; bits < 8; bits++) {
    const full = Object.fromEntries(
      names.map((name, at) => [name, facts[at] ?? Math.floor(bits / 2 ** at) % 2 === 1]),
    );
    for (const b of withB
      ? [AWARDS.B]
      : ['0', '4.25', '8'].map((award) => ({ award, reason: 'z' }))) {
      const sheet: ScoreSheet = score(
        departmentWith(framework, { A: AWARDS.A, B: b, 次数: 0, ...full }),
      );
      expect(encloses(open.total, sheet.total)).toBe(true);
      for (const grade of sheet.grades) expect(open.grades).toContain(grade);
    }
  }
});
