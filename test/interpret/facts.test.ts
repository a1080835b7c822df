import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/interpret/interpreter.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { Input, Let } from '../../src/model/framework.ts';
import {
  add,
  aggregate,
  and,
  call,
  div,
  each,
  eq,
  field,
  ge,
  gt,
  input,
  interpreterOver,
  le,
  letOf,
  letRef,
  lt,
  mul,
  ne,
  not,
  or,
  ref,
  rounded,
  showRange,
  sub,
  tiers,
  when,
  without,
} from '../model-builder.ts';
import type { Type } from '../../src/types/type.ts';
import { INTEGER, NUMBER } from '../../src/types/type.ts';

function rangeOf(expression: Expression, inputs: readonly Input[], lets: readonly Let[] = []) {
  const problems: Problem[] = [];
  const interpreter = interpreterOver({
    inputs,
    lets,
    onProblem: (problem) => problems.push(problem),
  });
  return {
    range: showRange(interpreter.range(expression)),
    problems: problems.map((problem) => problem.kind),
  };
}

const actual = input('实际', '[0, )');
const plan = input('计划', '(0, )');
const list = (least: number, of: Type = NUMBER, most?: number): Type => ({
  kind: 'list',
  of,
  least,
  most,
});

describe('facts between expressions', () => {
  test('a ratio is at most 1 where a test has excluded more', () => {
    const rate = div(ref('实际'), ref('计划'));
    const rule = when([[gt(ref('实际'), ref('计划')), 0]], mul(rate, 5));
    expect(rangeOf(rule, [actual, plan])).toEqual({ range: '[0, 5]', problems: [] });
  });

  test('the same through a let', () => {
    const lets = [letOf('率', div(ref('实际'), ref('计划')))];
    const rule = when([[gt(ref('实际'), ref('计划')), 0]], mul(letRef('率'), 5));
    expect(rangeOf(rule, [actual, plan], lets)).toEqual({ range: '[0, 5]', problems: [] });
  });

  test('a test of the ratio narrows the ratio and what it is made of', () => {
    const lets = [letOf('率', div(ref('实际'), ref('计划')))];
    const rule = when([[gt(letRef('率'), 1), 0]], div(sub(ref('计划'), ref('实际')), ref('计划')));
    expect(rangeOf(rule, [actual, plan], lets)).toEqual({ range: '[0, 1]', problems: [] });
  });

  test('a share of the whole lies between 0 and 1', () => {
    const share = div(ref('实际'), add(ref('实际'), ref('计划')));
    expect(rangeOf(share, [actual, plan])).toEqual({ range: '[0, 1)', problems: [] });
  });

  test('the distance from a ratio to 1, tested by its absolute value', () => {
    const rate = call('abs', div(sub(ref('实际'), ref('计划')), ref('计划')));
    const rule = when([[gt(rate, '30%'), 0]], sub(1, div(rate, '30%')));
    expect(rangeOf(rule, [actual, plan])).toEqual({ range: '[0, 1]', problems: [] });
  });

  test('division is safe after the divisor was tested', () => {
    const total = input('计划', '[0, )');
    const rate = div(ref('实际'), ref('计划'));
    expect(rangeOf(when([[eq(ref('计划'), 0), 0]], rate), [actual, total]).problems).toEqual([]);
    expect(rangeOf(when([[gt(ref('计划'), 0), rate]], 0), [actual, total]).problems).toEqual([]);
    expect(rangeOf(when([[ge(ref('计划'), 0), rate]], 0), [actual, total]).problems).toEqual([
      'division-by-zero',
    ]);
    const condition = or(eq(ref('计划'), 0), gt(rate, 1));
    expect(rangeOf(when([[condition, 0]], rate), [actual, total])).toEqual({
      range: '[0, 1]',
      problems: [],
    });
  });

  test('a divisor that spans 0 is safe once it is not 0', () => {
    const spread = input('a', '[-5, 5]');
    expect(rangeOf(when([[ne(ref('a'), 0), div(1, ref('a'))]], 0), [spread]).problems).toEqual([]);
    expect(
      rangeOf(when([[ne(ref('a'), 1), div(1, sub(ref('a'), 1))]], 0), [spread]).problems,
    ).toEqual([]);
    expect(
      rangeOf(when([[ne(ref('a'), 2), div(1, sub(ref('a'), 1))]], 0), [spread]).problems,
    ).toEqual(['division-by-zero']);
  });

  test('a negated conjunction leaves the alternatives', () => {
    const [a, b] = [input('a', '[0, 10]'), input('b', '[0, 10]')];
    const rule = when(
      [[and(gt(ref('a'), 4), gt(ref('b'), 4)), 0]],
      call('min', ref('a'), ref('b')),
    );
    expect(rangeOf(rule, [a, b]).range).toBe('[0, 4]');
    const other = when(
      [[not(or(le(ref('a'), 4), le(ref('b'), 4))), 0]],
      call('min', ref('a'), ref('b')),
    );
    expect(rangeOf(other, [a, b]).range).toBe('[0, 4]');
  });

  test('facts add up over chains of comparisons', () => {
    const inputs = ['a', 'b', 'c'].map((name) => input(name, '(, )'));
    const chain = and(le(ref('a'), ref('b')), lt(ref('b'), ref('c')));
    expect(rangeOf(when([[chain, sub(ref('c'), ref('a'))]], 1), inputs).range).toBe('(0, )');
  });

  test('whole numbers keep whole ends', () => {
    const [a, b] = [input('a', '[0, )n', INTEGER), input('b', '[0, )n', INTEGER)];
    expect(rangeOf(when([[gt(ref('a', INTEGER), '2.5'), ref('a', INTEGER)]], 3), [a]).range).toBe(
      '[3, )n',
    );
    expect(
      rangeOf(when([[lt(ref('a'), ref('b')), sub(ref('b'), ref('a'))]], 7), [a, b]).range,
    ).toBe('[1, )n');
  });

  test('a sum that cancels is exact', () => {
    const a = ref('a');
    expect(rangeOf(sub(add(a, 3), ref('a')), [input('a')]).range).toBe('[3, 3]n');
    expect(rangeOf(div(mul(ref('a'), 2), ref('a')), [input('a', '(0, )')]).range).toBe('[2, 2]n');
  });

  test('what a cap says of its arguments is known', () => {
    const rule = when([[le(call('max', ref('a'), ref('b')), 3), add(ref('a'), ref('b'))]], 0);
    expect(rangeOf(rule, [input('a', '[0, )'), input('b', '[0, )')]).range).toBe('[0, 6]');
    expect(rangeOf(sub(ref('a'), call('min', ref('a'), 3)), [input('a', '[0, )')]).range).toBe(
      '[0, )',
    );
  });

  test('a rounded figure stays near its original', () => {
    const rule = when([[ge(rounded(ref('a'), 1), 90), ref('a')]], 100);
    expect(rangeOf(rule, [input('a', '[0, 100]')]).range).toBe('[179/2, 100]');
  });

  test('tier rows know where their subject lies', () => {
    const rate = div(ref('实际'), ref('计划'));
    const table = tiers(
      rate,
      [
        ['>= 90%', 1],
        ['>= 60%', mul(rate, 1)],
      ],
      0,
    );
    expect(rangeOf(table, [actual, plan]).range).toBe('[0, 1]');
    const exact = tiers(
      rate,
      [
        ['>= 90%', '1'],
        ['>= 60% and < 90%', rate],
      ],
      '0.7',
    );
    expect(rangeOf(exact, [actual, plan]).range).toBe('[3/5, 1]');
  });
});

describe('aggregates', () => {
  const record: Type = {
    kind: 'record',
    fields: new Map<string, Type>([
      ['权重', NUMBER],
      ['率', NUMBER],
      ['合规', { kind: 'boolean' }],
    ]),
  };
  const goals = {
    ...input('目标', '(, )', list(1, record)),
    fieldRanges: new Map([
      ['权重', { ...input('', '(0, )').range }],
      ['率', input('', '[0, 1]').range],
    ]),
  };
  const over = ref('目标', list(1, record));
  const weight = () => field(each(record), '权重');
  const rate = () => field(each(record), '率');
  const compliant = () => field(each(record), '合规', { kind: 'boolean' });

  test('the share of entries that pass a filter lies between 0 and 1', () => {
    const share = div(aggregate('count', over, undefined, compliant()), aggregate('count', over));
    expect(rangeOf(share, [goals])).toEqual({ range: '[0, 1]', problems: [] });
    const weighed = div(
      aggregate('sum', over, weight(), compliant()),
      aggregate('sum', over, weight()),
    );
    expect(rangeOf(weighed, [goals])).toEqual({ range: '[0, 1]', problems: [] });
  });

  test('a weighted mean lies where its figures lie', () => {
    const mean = div(
      aggregate('sum', over, mul(weight(), rate())),
      aggregate('sum', over, weight()),
    );
    expect(rangeOf(mul(mean, 10), [goals])).toEqual({ range: '[0, 10]', problems: [] });
  });

  test('a mean over entries that may not pass is a problem until a guard excludes it', () => {
    const mean = aggregate('mean', over, rate(), compliant());
    expect(rangeOf(mean, [goals]).problems).toEqual(['possibly-empty']);
    const count = () => aggregate('count', over, undefined, compliant());
    expect(rangeOf(when([[eq(count(), 0), 0]], mean), [goals]).problems).toEqual([]);
    expect(rangeOf(when([[ge(count(), 1), mean]], 0), [goals]).problems).toEqual([]);
    expect(
      rangeOf(when([[gt(aggregate('sum', over, rate(), compliant()), 1), mean]], 0), [goals])
        .problems,
    ).toEqual(['possibly-empty']);
    const some = aggregate('any', over, compliant());
    expect(rangeOf(when([[some, mean]], 0), [goals]).problems).toEqual([]);
  });

  test('that not all are left out does not mean that not more than all are', () => {
    const two = list(2, NUMBER, 2);
    const inputs = [input('二', '[0, 5]', two), input('去掉', '[0, 6]n', INTEGER)];
    const cut = ref('去掉', INTEGER);
    const trimmed = aggregate('mean', ref('二', two), each(), undefined, without(0, cut));
    expect(rangeOf(when([[eq(cut, 2), 0]], trimmed), inputs).problems).toEqual(['possibly-empty']);
    expect(rangeOf(when([[ge(cut, 2), 0]], trimmed), inputs).problems).toEqual([]);
  });

  test('inside an aggregate the filter is known to hold', () => {
    const safe = aggregate('sum', over, div(1, rate()), gt(rate(), 0));
    expect(rangeOf(safe, [goals])).toEqual({ range: '[0, )', problems: [] });
    expect(rangeOf(aggregate('sum', over, div(1, rate())), [goals]).problems).toContain(
      'division-by-zero',
    );
  });
});
