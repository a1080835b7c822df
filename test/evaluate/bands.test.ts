// Awards in ranges from the text to the sheet: what the row that fires leaves open, what an assessor's
// number makes of it, and what is refused.
import { describe, expect, test } from 'vitest';
import { fc, test as law } from '@fast-check/vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { refusedAwards } from '../../src/evaluate/refused.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { encloses } from '../../src/types/range.ts';
import { compiled, departmentWith, scoreIn, sheetOf } from './scored-text.ts';

const CHOICE = `ruleset R for 2024 { total 10 points
  indicator A 10 points { judged one of { 达成 : 8..10  部分达成 : 6..8 "一半以上"  未达成 : 0 } }
}`;
const TIERS = `ruleset R for 2024 { total 10 points
  input 率 : percent from 0% to 100%
  indicator A 10 points {
    judged tiers of 率 { >= 90% : 80% * full points .. full points  >= 60% : 6..8  otherwise : 0..6 }
  }
}`;
const WHEN = `ruleset R for 2024 { total 10 points
  input 上限 : points from 5 to 10
  input 有整改 : yes or no
  indicator A 10 points { judged when 有整改 : 5..上限  otherwise : 0 }
}`;
const awarded = (award: string) => ({ award, reason: 'x' });

describe('a choice with ranges', () => {
  test.each([
    [{}, '0..10'],
    [{ A: '部分达成' }, '6..8'],
    [{ A: { choice: '达成' } }, '8..10'],
    [{ A: { choice: '达成', award: null } }, '8..10'],
    [{ A: { choice: '部分达成', ...awarded('7.5') } }, '7.5'],
    [{ A: { choice: '部分达成', award: '8' } }, '8'],
    [{ A: '未达成' }, '0'],
  ])('%j gives %s', (inputs, score) => {
    expect(scoreIn(sheetOf(CHOICE, inputs), 'A')).toBe(score);
  });

  test.each([
    ['{ "choice": "部分达成", "award": "8.5", "reason": "x" }', 'award-outside-choice', '"8.5"'],
    ['{ "choice": "达成", "award": "9" }', 'reason-missing', '{ "choice": "达成", "award": "9" }'],
    ['{ "award": "7", "reason": "x" }', 'choice-missing', '"7"'],
    ['{ "choice": "未达成", "award": "1", "reason": "x" }', 'award-outside-choice', '"1"'],
  ])('%s is refused: %s', (given, code, at) => {
    const text = `{ "department": "甲", "year": 2024, "inputs": { "A": ${given} } }`;
    const source = createSource('d.json', text);
    const { department, diagnostics } = readDepartment(compiled(CHOICE), source);
    expect(department).toBeUndefined();
    const said = diagnostics.map((each) => [each.code, text.slice(each.span.start, each.span.end)]);
    expect(said).toContainEqual([code, at]);
  });
});

describe('a checklist with ranges', () => {
  const CHECKLIST = `ruleset R for 2024 { total 3 points
    indicator A 3 points { checklist { 制度 1 point  执行 1..2 points } } }`;

  test.each([
    [{ 制度: true, 执行: true }, '2..3'],
    [{ 制度: true, 执行: '1.5' }, '2.5'],
    [{ 制度: true, 执行: false }, '1'],
    [{ 制度: true }, '1..3'],
  ])('%j gives %s', (entries, score) => {
    const given = { A: { entries, reason: 'x' } };
    expect(scoreIn(sheetOf(CHECKLIST, given), 'A')).toBe(score);
  });

  test('what is met earns at least the lower figure', () => {
    const text = '{ "inputs": { "A": { "entries": { "执行": "0.5" }, "reason": "x" } } }';
    const { diagnostics } = readDepartment(compiled(CHECKLIST), createSource('d.json', text));
    expect(diagnostics.map(({ code }) => code)).toContain('award-outside-choice');
  });
});

describe('a judged table', () => {
  test.each([
    [TIERS, { 率: '95%' }, '8..10'],
    [TIERS, { 率: '95%', A: awarded('8') }, '8'],
    [TIERS, { 率: '70%', A: awarded('7') }, '7'],
    [TIERS, { A: awarded('7') }, '0..10'],
    [TIERS, {}, '0..10'],
    [WHEN, { 有整改: true, 上限: '7' }, '5..7'],
    [WHEN, { 有整改: true, 上限: '7', A: awarded('6') }, '6'],
    [WHEN, { 有整改: false, 上限: '7' }, '0'],
    [WHEN, { 有整改: true }, '5..10'],
  ])('of %s with %j gives %s', (text, inputs, score) => {
    expect(scoreIn(sheetOf(text, inputs), 'A')).toBe(score);
  });

  test('an award outside the row that fires counts as not given and is said', () => {
    const framework = compiled(TIERS);
    const department = departmentWith(framework, { 率: '95%', A: awarded('7') });
    const sheet = evaluate(framework, department);
    expect(scoreIn(sheet, 'A')).toBe('8..10');
    expect(sheet.missing.map(({ name, decides }) => [name, decides])).toEqual([
      ['A', { n: 2n, d: 1n }],
    ]);
    const [refused, ...others] = refusedAwards(department, sheet);
    expect(others).toEqual([]);
    expect(refused?.code).toBe('award-outside-row');
    expect(refused?.facts).toEqual({
      name: 'A',
      award: '7',
      rows: [{ number: 1, low: '8', high: '10' }],
    });
  });

  test('an award that fits one of the rows that may fire is not refused', () => {
    expect(sheetOf(TIERS, { A: awarded('7') }).refused).toEqual([]);
    expect(sheetOf(WHEN, { 有整改: true, A: awarded('3') }).refused).toHaveLength(1);
  });

  test('examples award by number', () => {
    const text = TIERS.replace(
      'judged tiers',
      'example { 率 = 70%; A = 6.5 } gives 6.5 judged tiers',
    );
    expect(compiled(text).examples).toHaveLength(1);
  });
});

law.prop([fc.constantFrom('95%', '70%', '10%'), fc.integer({ min: 0, max: 20 })])(
  'the interval of a judged table holds every award that its row allows',
  (rate, halves) => {
    const framework = compiled(TIERS);
    const award = awarded(String(halves / 2));
    const full = evaluate(framework, departmentWith(framework, { 率: rate, A: award }));
    for (const inputs of [{ 率: rate }, { A: award }, {}]) {
      const open = evaluate(framework, departmentWith(framework, inputs));
      expect(encloses(open.total, full.total)).toBe(true);
    }
  },
);
