import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/interpret/interpreter.ts';
import type { AggregateFunction, Expression } from '../../src/model/expression.ts';
import type { Type } from '../../src/types/type.ts';
import { BOOLEAN, NUMBER } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';
import { FALSE, TRUE, UNDECIDED, numberValue, rangeValue } from '../../src/types/value.ts';
import {
  aggregate,
  each,
  eq,
  field,
  gt,
  interpreterOver,
  mul,
  q,
  r,
  ref,
  showRange,
  sub,
} from '../model-builder.ts';

const NUMBERS: Type = { kind: 'list', of: NUMBER, least: 0, most: undefined };
const RECORD: Type = {
  kind: 'record',
  fields: new Map<string, Type>([
    ['数', NUMBER],
    ['真', BOOLEAN],
  ]),
};
const RECORDS: Type = { kind: 'list', of: RECORD, least: 0, most: undefined };

const figure = (text: string): Value =>
  text.startsWith('[') || text.startsWith('(') ? rangeValue(r(text)) : numberValue(q(text));
const list = (entries: readonly Value[], further?: Value): Value => ({
  kind: 'list',
  entries,
  further,
});
const record = (number: string, flag: Value): Value => ({
  kind: 'record',
  fields: new Map([
    ['数', figure(number)],
    ['真', flag],
  ]),
});

function over(
  entries: Value,
  name: AggregateFunction,
  of?: Expression,
  where?: Expression,
  type = NUMBERS,
) {
  const problems: Problem[] = [];
  const interpreter = interpreterOver({
    values: { L: entries },
    onProblem: (problem) => problems.push(problem),
  });
  const value = interpreter.value(aggregate(name, ref('L', type), of, where));
  return {
    shown: value.kind === 'number' ? showRange(value.range) : value,
    problems: problems.map((problem) => problem.kind),
  };
}
const numbers = (texts: readonly string[], further?: string) =>
  list(texts.map(figure), further === undefined ? undefined : figure(further));

describe('aggregates over known lists', () => {
  const known = numbers(['1', '2', '6']);
  test.each([
    ['sum', '[9, 9]n'],
    ['mean', '[3, 3]n'],
    ['min', '[1, 1]n'],
    ['max', '[6, 6]n'],
    ['count', '[3, 3]n'],
  ] as const)('the %s is exact', (name, expected) => {
    expect(over(known, name).shown).toBe(expected);
  });

  test('a filter and a formula over each entry', () => {
    expect(over(known, 'sum', mul(each(), 2), gt(each(), 1)).shown).toBe('[16, 16]n');
    expect(over(known, 'mean', each(), gt(each(), 1)).shown).toBe('[4, 4]n');
  });

  test('of nothing the sum is 0, the count 0, all hold and none holds', () => {
    const nothing = list([]);
    expect(over(nothing, 'sum').shown).toBe('[0, 0]n');
    expect(over(nothing, 'count').shown).toBe('[0, 0]n');
    expect(over(nothing, 'all', gt(each(), 1)).shown).toEqual(TRUE);
    expect(over(nothing, 'any', gt(each(), 1)).shown).toEqual(FALSE);
    expect(over(nothing, 'mean').problems).toEqual(['possibly-empty']);
  });
});

describe('aggregates over lists known in part', () => {
  test('an unknown entry widens the result by itself', () => {
    const partly = numbers(['1', '[0, 10)']);
    expect(over(partly, 'sum').shown).toBe('[1, 11)');
    expect(over(partly, 'mean').shown).toBe('[1/2, 11/2)');
    expect(over(partly, 'min').shown).toBe('[0, 1]');
    expect(over(partly, 'max').shown).toBe('[1, 10)');
    expect(over(partly, 'count').shown).toBe('[2, 2]n');
  });

  test('further entries may come without limit', () => {
    const open = numbers(['4'], '[0, 2]');
    expect(over(open, 'sum').shown).toBe('[4, )');
    expect(over(open, 'count').shown).toBe('[1, )n');
    expect(over(open, 'mean').shown).toBe('(0, 4]');
    expect(over(open, 'min').shown).toBe('[0, 4]');
    expect(over(open, 'max').shown).toBe('[4, 4]');
    expect(over(numbers([], '[0, 2]'), 'mean')).toEqual({
      shown: '[0, 2]',
      problems: ['possibly-empty'],
    });
  });

  test('an entry that may or may not pass the filter counts for either', () => {
    const records = list([record('3', TRUE), record('5', UNDECIDED), record('7', FALSE)]);
    const number = field(each(RECORD), '数');
    const flag = field(each(RECORD), '真', BOOLEAN);
    const result = (name: AggregateFunction) => over(records, name, number, flag, RECORDS).shown;
    expect(result('sum')).toBe('[3, 8]n');
    expect(result('mean')).toBe('[3, 4]');
    expect(result('max')).toBe('[3, 5]n');
    expect(result('min')).toBe('[3, 3]n');
    expect(over(records, 'count', undefined, flag, RECORDS).shown).toBe('[1, 2]n');
    expect(over(records, 'all', flag, undefined, RECORDS).shown).toEqual(FALSE);
    expect(over(records, 'any', eq(number, 5), flag, RECORDS).shown).toEqual(UNDECIDED);
  });

  test('what the filter tests is known of the entries that pass it', () => {
    const partly = numbers(['[0, 10]', '[0, 2]']);
    expect(over(partly, 'sum', sub(each(), 3), gt(each(), 3)).shown).toBe('[0, 7]');
    expect(over(partly, 'count', undefined, gt(each(), 3)).shown).toBe('[0, 1]n');
  });

  test('the mean of optional entries takes in what lowers or raises it', () => {
    const flag = field(each(RECORD), '真', BOOLEAN);
    const records = list([record('6', TRUE), record('0', UNDECIDED), record('9', UNDECIDED)]);
    expect(over(records, 'mean', field(each(RECORD), '数'), flag, RECORDS).shown).toBe('[3, 15/2]');
  });
});
