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
