import { expect, it } from 'vitest';
import { summary } from '../../src/report/summary.ts';
import { COMPLETE, en, score, zh, without } from './scoring.ts';

const WITHOUT_RATE = without(COMPLETE, '调整率');

it('shows one line for each department', () => {
  const line = '─'.repeat(43);
  expect(summary([score(COMPLETE), score(WITHOUT_RATE)], zh)).toEqual([
    '汇总',
    line,
    '部门                   总分  等级  缺少数据',
    line,
    '示范局 2024        17.57/30  差',
    '示范局 2024  15.11–18.11/30  差           1',
    line,
  ]);
});

it('names every grade that is still possible', () => {
  expect(summary([score({})], en).at(-2)).toBe(
    '示范局 2024  0.00–30.00/30  优 or 良 or 差       10',
  );
});

const SIX = `ruleset R {
  input a : number from 0 to 9
  output o1 = a  output o2 = a  output o3 = a  output o4 = a  output o5 = a  output o6 = a
}`;

it('says which outputs it has no room for', () => {
  const lines = summary([score({ a: 1 }, {}, SIX), score({ a: 2 }, {}, SIX)], en);
  expect(lines[2]).toMatch(/o1 +o2 +o3 +o4 +Missing/);
  expect(lines.at(-1)).toBe('2 more outputs stand in the sheets: o5, o6');
});

it('counts only what can still change something', () => {
  const text = `ruleset R {
    total 10 points
    input a, b : number from 0 to 1
    indicator x 10 points { when a > 0.5 : 10 otherwise : b * 10 }
  }`;
  const rows = summary([score({ a: 1 }, {}, text), score({ b: 0 }, {}, text)], en);
  expect(rows.slice(4, 6).map((line) => line.trimEnd().split(/ {2,}/))).toEqual([
    ['示范局 2024', '10.00/10'],
    ['示范局 2024', '0.00–10.00/10', '1'],
  ]);
});
