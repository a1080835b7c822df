// The laws of scoring over random rulesets of the whole language: what the checker accepts never fails
// while scoring, a range holds whatever the gaps turn out to be, and complete data give one figure.
import { describe, expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { compile } from '../../src/compile.ts';
import { createLookUp } from '../../src/evaluate/look-up.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { ZERO, rational } from '../../src/number/rational.ts';
import { createSource } from '../../src/text/source.ts';
import { point, pointOf } from '../../src/types/range.ts';
import { broken, departmentNamed, inconsistent, outside } from './laws.ts';
import { figures, inputsFrom, rulesets } from './random-rulesets.ts';
import { compiled, departmentWith, scoreIn, sheetOf, shown } from './scored-text.ts';

const gaps = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 });
const member = fc.tuple(figures, gaps);

test.prop([rulesets, member, fc.array(member, { maxLength: 2 })], { numRuns: 8 })(
  'a random department keeps every law under a random ruleset that the checker accepts',
  (text, own, others) => {
    const files = { read: () => undefined, resolve: (_: string, path: string) => path };
    const { framework, diagnostics } = compile(createSource('r.chi', text), files);
    fc.pre(framework !== undefined && diagnostics.every(({ severity }) => severity !== 'error'));
    const filled = ([chosen, gone]: readonly [readonly number[], readonly boolean[]]) => ({
      complete: inputsFrom(framework, chosen),
      open: inputsFrom(framework, chosen, gone),
    });
    expect(broken(framework, { own: filled(own), others: others.map(filled) })).toEqual([]);
  },
);

/** Scores the inputs as they are, and with some of them left out; the one must hold the other. */
function expectHeld(text: string, inputs: Record<string, unknown>, gone: readonly string[]): void {
  const known = Object.fromEntries(Object.entries(inputs).filter(([name]) => !gone.includes(name)));
  const [open, complete] = [sheetOf(text, known), sheetOf(text, inputs)];
  expect(outside(open, complete)).toEqual([]);
  expect(inconsistent(compiled(text), open)).toEqual([]);
  expect(pointOf(complete.total)).toBeDefined();
}

describe('While it is open what is out', () => {
  test('what a part is awarded grows with the points that move to it', () => {
    const text = `ruleset R { total 10 points at most 10
      scores rounded to 0.01 half up
      input 无, 有 : yes or no
      input 率 : percent from 0% to 100%
      group G 10 points {
        indicator 甲 5 points { not applicable when 无 award in full score 率 * 5 }
        indicator 乙 5 points { not applicable when 无 redistribute within group score 率 * 5 } } }`;
    const open = sheetOf(text, { 率: '50%' });
    expect(scoreIn(open, '甲')).toBe('2.5..10');
    expect(scoreIn(open, 'G')).toBe('5..10');
    expectHeld(text, { 无: true, 有: false, 率: '50%' }, ['无']);
  });

  const flags = Array.from({ length: 9 }, (_, at) => `免${at}`);
  const many = (parts: string) => `ruleset R { total 29 points at most 29
    input ${flags.join(', ')}, 外, 内 : yes or no
    input 率 : percent from 0% to 100%
    ${parts}
    ${flags.map((flag) => `indicator 项${flag} 1 point { not applicable when ${flag} redistribute over all score 率 * 1 }`).join('\n')}
    indicator 余 10 points { score 率 * 10 } }`;
  const all = Object.fromEntries(flags.map((flag) => [flag, false]));

  test('a part that is awarded in full is out with its group as well, however much is open', () => {
    const text = many(`group G 10 points { not applicable when 外 redistribute within group
      indicator 甲 5 points { not applicable when 内 award in full score 率 * 5 }
      indicator 乙 5 points { score 率 * 5 } }`);
    expectHeld(text, { ...all, 外: false, 内: true, 率: '20%' }, [...flags, '外']);
    expectHeld(text, { ...all, 外: true, 内: true, 率: '20%' }, [...flags, '外']);
  });

  test('a group of which nothing may be left may have no points, however much is open', () => {
    const text = many(`group G 10 points { chosen by department
      indicator 甲 10 points { not applicable when 内 redistribute within group score 率 * 10 }
      indicator 乙 10 points { score 率 * 10 } }`);
    const inputs = { ...all, 外: false, 内: true, 率: '20%', G: ['甲'] };
    expectHeld(text, inputs, [...flags, '内', 'G']);
  });
});

describe('A group', () => {
  test('that is emptied is not awarded what it is awarded where it does not apply', () => {
    const sheet = sheetOf(
      `ruleset R { total 20 points at most 20
        input 无, 有 : yes or no
        group G 10 points { not applicable when 有 award 1
          indicator 甲 10 points { not applicable when 无 redistribute over all score 10 } }
        indicator 乙 10 points { score 5 } }`,
      { 无: true, 有: false },
    );
    expect(scoreIn(sheet, 'G')).toBe('0');
    expect(scoreIn(sheet, '乙')).toBe('10');
  });

  test('that is awarded in full has its own points where only some of its parts exist', () => {
    const text = `ruleset R { total 20 points at most 20
      input 无, 大 : yes or no
      group G 10 points { not applicable when 无 award in full
        indicator 甲 10 points { applies when 大 judged }
        indicator 乙 10 points { applies when not 大 judged } }
      indicator 丙 10 points { score 5 } }`;
    const sheet = sheetOf(text, { 无: true, 大: true, 甲: { award: '1', reason: '…' } });
    expect(scoreIn(sheet, 'G')).toBe('10');
    expect(shown(sheet.total)).toBe('15');
    expect(inconsistent(compiled(text), sheet)).toEqual([]);
  });

  test('that is awarded a figure counts among the covered points', () => {
    const text = `ruleset R { total 20 points
      input 无 : yes or no
      group G 10 points { not applicable when 无 award 1 indicator 甲 10 points { judged } }
      indicator 丙 10 points { score 5 } }`;
    const { coverage } = sheetOf(text, { 无: true });
    expect(coverage).toEqual({
      computed: rational(20),
      judged: ZERO,
      assumed: ZERO,
      missing: ZERO,
    });
  });
});

describe('The score of an item', () => {
  const text = `ruleset R { total 10 points at most 20
    scores rounded to 0.01 half up
    input 受理, 办结 : count of 件
    indicator 甲 10 points {
      item 一 10 points { applies when 受理 > 0 件 score min(1, 办结 / 受理) * 10 }
      item 二 10 points { applies when 受理 = 0 件 score 10 } }
    bonus group B 10 points at most 10 {
      indicator 读 10 points { score score of (甲 / 一) } } }`;

  test('that does not exist is 0, and its rule is not tried', () => {
    expect(scoreIn(sheetOf(text, { 受理: 0, 办结: 3 }), '读')).toBe('0');
    expect(scoreIn(sheetOf(text, { 受理: 4, 办结: 3 }), '读')).toBe('7.5');
    expect(scoreIn(sheetOf(text, { 办结: 3 }), '读')).toBe('0..10');
  });

  test('whose indicator is awarded in full is all its points', () => {
    const sheet = sheetOf(
      `ruleset R { total 10 points at most 20
        input 无 : yes or no
        indicator 甲 10 points { not applicable when 无 award in full
          item 一 4 points { judged } item 二 6 points { judged } }
        bonus group B 10 points at most 10 { indicator 读 10 points { score score of (甲 / 一) } } }`,
      { 无: true },
    );
    expect(scoreIn(sheet, '读')).toBe('4');
  });
});

test('scores of others that rest on further departments name whose input is missing', () => {
  const framework = compiled(`ruleset R { total 20 points
    input 率 : percent from 0% to 100%
    group G 10 points { indicator 甲 10 points { score (max of 率 over cohort) * 10 } }
    indicator 乙 10 points { score (mean of score of G over cohort) } }`);
  const [own, one, other] = ['甲', '乙', '丙'].map((name) =>
    departmentNamed(framework, name, name === '丙' ? {} : { 率: '40%' }),
  );
  if (!own || !one || !other) throw new Error('the files should be readable');
  const { missing } = evaluate(framework, own, { cohort: [one, other] });
  expect(missing.map(({ name, department }) => [name, department])).toEqual([['率', '丙']]);
});

test('a total that is given reaches the grade that is looked up', () => {
  const framework = compiled(`ruleset R { total 10 points
    grades { 优 from 9 良 from 5 差 from 0 }
    indicator 甲 10 points { judged }
    output 级 = total grade }`);
  const department = departmentWith(framework, { 甲: { award: '6', reason: '…' } });
  const [output] = framework.outputs;
  if (!output) throw new Error('there is an output');
  const { value } = createLookUp(framework, department, {}, point(rational(9)));
  expect(value(output.value).value).toEqual({ kind: 'enumeration', possible: new Set(['优']) });
});
