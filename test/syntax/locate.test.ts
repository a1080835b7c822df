import { describe, expect, test } from 'vitest';
import { nodeAt } from '../../src/syntax/locate.ts';
import { createSource, textOf } from '../../src/text/source.ts';
import { read } from './reading-text.ts';

const text = 'ruleset 甲 {\n  let 率 = 实际 / 计划\n  input A, B : number\n}\n';
const { file } = read(text);

/** The texts of the parts around the place where `needle` begins, plus some. */
function around(needle: string, plus = 0): readonly string[] {
  const source = createSource('test.chi', text);
  return nodeAt(file, text.indexOf(needle) + plus).map(
    ({ span }) => textOf(source, span).split('\n')[0] ?? '',
  );
}

describe('the parts around an offset', () => {
  test('lead from the file to the smallest', () => {
    expect(around('计划').slice(1)).toEqual([
      'ruleset 甲 {',
      'let 率 = 实际 / 计划',
      '实际 / 计划',
      '计划',
      '计划',
    ]);
  });

  test('hold a word also from just behind it', () => {
    expect(around('计划', 2).at(-1)).toBe('计划');
    expect(around('A, B', 1).at(-1)).toBe('A');
  });

  test('are the statement where only its keyword stands', () => {
    expect(around('let', 1).at(-1)).toBe('let 率 = 实际 / 计划');
  });

  test('are only the file outside the ruleset', () => {
    expect(nodeAt(file, text.length)).toEqual([file]);
  });
});
