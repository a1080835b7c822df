import { describe, expect, test } from 'vitest';
import type { BuiltinName } from '../../src/builtins/builtins.ts';
import { builtins } from '../../src/builtins/builtins.ts';
import { parseDate } from '../../src/types/date.ts';
import { parseActual, parseTarget } from '../../src/types/target.ts';
import type { Value } from '../../src/types/value.ts';
import { dateValue, numberValue, rangeValue } from '../../src/types/value.ts';
import { q, r, showRange } from '../model-builder.ts';

function rangeFrom(name: BuiltinName, ...values: Value[]): string {
  const result = builtins[name].apply(values);
  if (result.kind !== 'number') throw new Error('a number was expected');
  return showRange(result.range);
}
const span = (text: string) => rangeValue(r(text));
const date = (text: string) => dateValue(parseDate(text) ?? Number.NaN);
const target = (text?: string): Value => ({
  kind: 'target',
  target: text === undefined ? undefined : parseTarget(text),
});
const actual = (text?: string): Value => ({
  kind: 'actual',
  actual: text === undefined ? undefined : parseActual(text),
});
const reading = (text: string): Value => ({ kind: 'text', text });

describe('built-in functions', () => {
  test('minimum and maximum keep open ends', () => {
    expect(rangeFrom('min', span('(0, 5)'), span('[0, 3]'), numberValue(q(9)))).toBe('[0, 3]');
    expect(rangeFrom('max', span('(0, 5)'), span('[0, 3]'))).toBe('(0, 5)');
  });

  test('floor and ceiling never reach what an open end excludes', () => {
    expect(rangeFrom('floor', span('[0.5, 3)'))).toBe('[0, 2]n');
    expect(rangeFrom('floor', span('(1, 3]'))).toBe('[1, 3]n');
    expect(rangeFrom('ceiling', span('(1, 3.5]'))).toBe('[2, 4]n');
    expect(rangeFrom('ceiling', span('[1, 3)'))).toBe('[1, 3]n');
    expect(rangeFrom('floor', span('(, 0)'))).toBe('(, -1]n');
  });

  test('years and months of dates', () => {
    expect(rangeFrom('year', date('2023-12-31'))).toBe('[2023, 2023]n');
    expect(rangeFrom('month', date('2023-12-31'))).toBe('[12, 12]n');
    expect(rangeFrom('month', { kind: 'date', range: r('(, )n') })).toBe('[1, 12]n');
    expect(
      rangeFrom('year', {
        kind: 'date',
        range: r(`[${parseDate('2022-03-01') ?? ''}, ${parseDate('2024-01-01') ?? ''}]n`),
      }),
    ).toBe('[2022, 2024]n');
    expect(
      rangeFrom('year', { kind: 'date', range: r(`[${10n ** 40n}, ${10n ** 40n}]n`) }),
    ).toMatch(/^\[\d{38}, /);
  });

  test('the degree of achievement lies where its reading says', () => {
    expect(rangeFrom('achievement', target('≥8家'), actual('6家'), reading('capped'))).toBe(
      '[3/4, 3/4]',
    );
    expect(rangeFrom('achievement', target('≥8家'), actual('10家'), reading('uncapped'))).toBe(
      '[5/4, 5/4]',
    );
    expect(rangeFrom('achievement', target(), actual('6家'), reading('capped'))).toBe('[0, 1]');
    expect(rangeFrom('achievement', target(), actual(), reading('uncapped'))).toBe('[0, )');
    expect(rangeFrom('achievement', target('有效'), actual('较好'), reading('uncapped'))).toBe(
      '[0, 1]',
    );
  });

  test('whether a target is met stays open where only a person can say', () => {
    expect(builtins.met.apply([target('≥8家'), actual('8家')])).toMatchObject({
      canBeFalse: false,
    });
    expect(builtins.met.apply([target('有效'), actual('较好')])).toMatchObject({
      canBeTrue: true,
      canBeFalse: true,
    });
  });

  test('every function says what it does in both languages and has a name in both', () => {
    const names = Object.values(builtins).map((builtin) => builtin.zhName);
    expect(new Set(names).size).toBe(names.length);
    for (const { about } of Object.values(builtins))
      expect(about.en.length * about.zh.length).toBeGreaterThan(0);
  });
});
