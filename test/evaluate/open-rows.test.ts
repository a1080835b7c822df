// Goal tables that are given and still leave a score open: which row, which field, and why.
import { describe, expect, test } from 'vitest';
import { scoreIn, sheetOf } from './scored-text.ts';

const RULESET = `ruleset R for 2024 { total 10 points
  scores rounded to 0.01 half up
  input 目标 : list of at least 1 {
    权重 : percent from 0% to 100%
    目标值 : target
    实际值 : actual
    完成程度 : percent from 0% to 100%
  }
  indicator A 10 points {
    score (sum of 权重 * (
      if decided(目标值, 实际值) then achievement(目标值, 实际值, capped) else 完成程度
    ) over 目标) * full points
    at most full points
  }
}`;
const PLAIN = RULESET.replace(
  /\(\s*if decided[^)]*\) then (achievement\([^)]*\)) else 完成程度\s*\)/,
  '$1',
);
const row = (target: string, actual: string | null, more: object = {}) => ({
  权重: '50%',
  目标值: target,
  实际值: actual,
  ...more,
});
const openRows = (text: string, rows: readonly object[]) =>
  sheetOf(text, { 目标: rows }).missing.map(({ name, rows: open }) => [name, open]);

describe('a row that cannot be decided', () => {
  test('of units that do not convert is named with both texts', () => {
    expect(openRows(PLAIN, [row('8家', '8家'), row('8家', '7个')])).toEqual([
      [
        '目标',
        [
          {
            row: 2,
            why: {
              kind: 'units',
              target: { name: '目标值', text: '8家' },
              actual: { name: '实际值', text: '7个' },
            },
          },
        ],
      ],
    ]);
  });

  test('of words, or of a date against a figure, says so', () => {
    const kinds = openRows(PLAIN, [row('有效', '基本有效'), row('2024年6月30日前', '3天')]).map(
      ([, rows]) => (rows as readonly { why: { kind: string } }[]).map(({ why }) => why.kind),
    );
    expect(kinds).toEqual([['words', 'kinds']]);
  });

  test('is settled by the figure that the department states for it', () => {
    const rows = [row('8家', '8家'), row('有效', '基本有效', { 完成程度: '70%' })];
    const sheet = sheetOf(RULESET, { 目标: rows });
    expect([scoreIn(sheet, 'A'), sheet.missing]).toEqual(['8.5', []]);
  });

  test('names the field that would settle it', () => {
    const [found] = openRows(RULESET, [row('有效', '基本有效'), row('8家', '4家')]);
    const rows = found?.[1] as readonly { row: number; why: { kind: string; field?: string } }[];
    expect(rows.map((each) => [each.row, each.why.kind, each.why.field])).toEqual([
      [1, 'words', undefined],
      [1, 'not-given', '完成程度'],
    ]);
    expect(
      scoreIn(sheetOf(RULESET, { 目标: [row('有效', '基本有效'), row('8家', '4家')] }), 'A'),
    ).toBe('2.5..7.5');
  });

  test('of which the actual value is left out names that field', () => {
    const [found] = openRows(PLAIN, [row('8家', null)]);
    expect(found?.[1]).toEqual([{ row: 1, why: { kind: 'not-given', field: '实际值' } }]);
  });
});

test('a target and an actual value that stand alone are named too', () => {
  const text = `ruleset R for 2024 { total 10 points
    input 甲 : target
    input 乙 : actual
    indicator A 10 points { score achievement(甲, 乙, capped) * full points } }`;
  expect(sheetOf(text, { 甲: '8家', 乙: '7个' }).missing).toMatchObject([
    { name: '甲', rows: [{ row: undefined, why: { kind: 'units', actual: { name: '乙' } } }] },
  ]);
});
