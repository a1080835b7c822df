// A reader gives what `JSON.parse` and `decode` give, however a department is written.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frameworkOf } from '../generating.ts';
import { inputsOf } from '../random-department.ts';
import { rulesetNamed } from '../rulesets.ts';
import { expectSame } from './beside-decode.ts';
import { READABLE, bytesOf, loadedReader } from './loaded-reader.ts';
import { choicesOf, spelt, styleOf } from './spelling.ts';

test('most rulesets have a reader', () => {
  expect(READABLE.length).toBeGreaterThan(8);
});

// Every kind of input, with defaults.
const KINDS = frameworkOf(`ruleset 种类 {
  total 2 points
  input 日期 : date = 2023-12-31
  input 评分 : list of at least 1 number from 0 to 10
  input 各年 : list of 3 percent from 0% to 100%
  input 类别 : one of { 甲, 乙 } = 乙
  input 数 : number at least 0 = 1.5
  input 人 : count of 人 = 3
  input 名称, 备注 : text
  input 明细 : list of at least 1 { 名 : text  日 : date  数 : number  类 : one of { 丙, 丁 } }
  indicator 一 1 point { score (min of 评分) / 10 * 1 point at most 1 point at least 0 points }
  indicator 二 1 point {
    when 日期 >= 2023-01-01 and 类别 = 甲 : (max of 各年) * 1 point
    otherwise : 0 points
  }
}
`);

const FRAMEWORKS = [
  ...READABLE.map((file) => [file, rulesetNamed(file)] as const),
  ['every kind of input', KINDS] as const,
];

describe.each(FRAMEWORKS)('%s', (_, framework) => {
  test('reads departments as decode does, however they are written', async () => {
    const reader = await loadedReader(framework);
    const batches = fc.tuple(
      fc.array(inputsOf(framework), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 0, max: 2 ** 31 }),
    );
    fc.assert(
      fc.property(batches, ([batch, seed]) => {
        const choices = choicesOf(seed);
        const style = styleOf(choices);
        const texts = batch.map((inputs) => spelt(inputs, style, choices));
        const departments = texts.map((text) => JSON.parse(text) as unknown);
        expectSame(reader, reader.readJson(bytesOf(`[${texts.join(',')}]`)), departments);
        // A line break is white space in a document, and the end of one in lines.
        const lines = texts.map((text) => text.replace(/[\r\n]/g, '')).join('\n');
        expectSame(reader, reader.readJson(bytesOf(lines), { lines: true }), departments);
      }),
      { numRuns: 8 },
    );
  });
});
