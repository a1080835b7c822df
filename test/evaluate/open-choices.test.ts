// A choice that is open and on which several rules hang: the whole is no wider than the choices allow.
import { describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { ZERO } from '../../src/number/rational.ts';
import { encloses } from '../../src/types/range.ts';
import { q } from '../model-builder.ts';
import { compiled, departmentsOf, scoreOf } from './comparing.ts';
import { show } from './framework-builder.ts';

const together = compiled(`ruleset 甲 for 2024 { total 20 points
  input 类 : one of { 街道, 部门, 园区 }
  input 达标, 通报 : yes or no
  input 率 : percent from 0% to 100%
  grades { 优 from 15  良 from 8  差 from 0 }
  group 一 10 points {
    indicator 子 6 points { tiers of 类 { 街道 : 6  部门 : 2  园区 : 4 } }
    indicator 丑 4 points { tiers of 类 { 街道 : 0  部门 : 4  园区 : 2 } }
  }
  indicator 寅 5 points { when 达标 : 5  otherwise : 0 }
  indicator 卯 5 points { when 达标 : 0  otherwise : 率 * 5 }
  veto total "通报" when 通报 and 类 = 园区 : 0
  output 系数 : percent = if 达标 then 80% else 60%
  output 奖励 = if 类 = 街道 then total score * 1 else total score * 2
}`);

function sheetOf(inputs: object): ScoreSheet {
  const [department] = departmentsOf(together, { 甲: inputs });
  if (!department) throw new Error('one department was written');
  return evaluate(together, department);
}

const outputsOf = ({ outputs }: ScoreSheet) =>
  outputs.map(({ value }) => (value.kind === 'number' ? show(value.range) : value.kind));

describe('an open choice', () => {
  it('gives the whole what each choice gives it, and leaves the parts open', () => {
    const sheet = sheetOf({ 达标: true, 通报: false, 率: '50%' });
    expect(['子', '丑', '一'].map((name) => scoreOf(sheet, name))).toEqual([
      '[2, 6]',
      '[0, 4]',
      '6',
    ]);
    expect([show(sheet.total), sheet.grades]).toEqual(['11', ['良']]);
    expect(sheet.missing).toMatchObject([{ name: '类', decides: ZERO }]);
    expect(show(sheet.total)).toBe('11');
    expect(outputsOf(sheet)).toEqual(['0.8', '[11, 22]']);
  });

  it('goes together with other choices, and with what strikes the total', () => {
    // 街道, 部门: 6 and 5 (达标) or 6 and 2.5; 园区 likewise or, reported, nothing.
    expect(show(sheetOf({ 率: '50%' }).total)).toBe('[0, 11]');
    expect(show(sheetOf({ 率: '50%', 通报: false }).total)).toBe('[8.5, 11]');
    expect(show(sheetOf({ 率: '50%', 通报: true, 类: '部门' }).total)).toBe('[8.5, 11]');
  });

  it('leaves other unknown figures open in each case', () => {
    expect(show(sheetOf({ 通报: false }).total)).toBe('[6, 11]');
    expect(outputsOf(sheetOf({ 通报: false, 类: '街道' }))).toEqual(['[0.6, 0.8]', '[6, 11]']);
  });

  it('counts what rests on it as missing as far as it is open', () => {
    const { coverage } = sheetOf({ 达标: true, 通报: false, 率: '50%' });
    const shown = { computed: q(10), judged: ZERO, assumed: ZERO, missing: q(10) };
    expect(coverage).toEqual(shown);
  });

  const answers = fc.record({
    类: fc.constantFrom('街道', '部门', '园区'),
    达标: fc.boolean(),
    通报: fc.boolean(),
    率: fc.constantFrom('0%', '50%', '100%'),
  });
  const gaps = fc.subarray(['类', '达标', '通报', '率']);

  test.prop([answers, gaps], { numRuns: 200 })('holds whatever is chosen', (all, missing) => {
    const exact = sheetOf(all);
    const known = Object.fromEntries(
      Object.entries(all).filter(([name]) => !missing.includes(name)),
    );
    const open = sheetOf(known);
    expect(encloses(open.total, exact.total)).toBe(true);
    for (const [place, { score, points }] of exact.children.entries()) {
      const before = open.children[place];
      expect(before && encloses(before.score, score) && encloses(before.points, points)).toBe(true);
    }
    for (const [place, { value }] of exact.outputs.entries()) {
      const before = open.outputs[place]?.value;
      const holds =
        before?.kind === 'number' && value.kind === 'number' && encloses(before.range, value.range);
      expect(holds).toBe(true);
    }
    for (const grade of exact.grades) expect(open.grades).toContain(grade);
  });
});
