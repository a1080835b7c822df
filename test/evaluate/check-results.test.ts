// Cross-checks: both sides, the difference, the tolerance, and what gaps leave undecided.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Expression } from '../../src/model/expression.ts';
import type { CheckResult } from '../../src/model/sheet.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import { point } from '../../src/types/range.ts';
import { numberValue } from '../../src/types/value.ts';
import { add, eq, ge, gt, input, le, lt, ne, q, ref } from '../model-builder.ts';
import { department } from './department-builder.ts';
import type { Given } from './department-builder.ts';
import { build, check, show } from './framework-builder.ts';

function run(
  condition: Expression,
  tolerance: string | undefined,
  values: Given['values'],
): CheckResult {
  const inputs = [
    input('基本', '[0, )'),
    input('项目', '[0, )'),
    input('总额', '[0, )'),
    input('属实', '(, )', BOOLEAN),
  ];
  const model = build([], inputs, { checks: [check('相加', condition, tolerance)] });
  const [result] = evaluate(model, department({ values: values ?? {} })).checks;
  if (!result) throw new Error('no check');
  return result;
}

const sum = add(ref('基本'), ref('项目'));
const total = ref('总额');
const off = { 基本: '44350', 项目: '0.01', 总额: '44350' };

describe('a comparison of two figures', () => {
  it('shows both and how far they lie apart', () => {
    const { outcome, left, right, difference } = run(eq(sum, total), undefined, off);
    expect(outcome).toBe('fails');
    const shown = [left, right].map((side) => (side?.kind === 'number' ? show(side.range) : side));
    expect([...shown, difference && show(difference)]).toEqual(['44350.01', '44350', '0.01']);
  });

  it.each([
    [eq(sum, total), '0.01', 'holds'],
    [eq(sum, total), '0.009', 'fails'],
    [eq(total, sum), '0.01', 'holds'],
    [le(sum, total), '0.01', 'holds'],
    [lt(sum, total), '0.01', 'fails'],
    [ge(total, sum), '0.01', 'holds'],
    [gt(total, sum), '0.01', 'fails'],
    [ne(sum, total), '0.01', 'fails'],
    [ne(sum, total), '0.009', 'holds'],
  ] as const)('reads its tolerance on the right side (%#)', (condition, tolerance, outcome) => {
    expect(run(condition, tolerance, off).outcome).toBe(outcome);
  });

  it('is undecided while a gap leaves both possible, and decided where it does not', () => {
    expect(run(eq(sum, total), '1', { 基本: 10, 总额: 12 }).outcome).toBe('undecided');
    expect(run(eq(sum, total), '1', { 基本: 14, 总额: 12 }).outcome).toBe('fails');
  });
});

it('a condition that compares no figures has no sides', () => {
  const { outcome, left, difference } = run(ref('属实', BOOLEAN), undefined, { 属实: true });
  expect([outcome, left, difference]).toEqual(['holds', undefined, undefined]);
});

it('looking at an input for a check alone does not make it decide anything', () => {
  const model = build([], [input('基本', '[0, )')], {
    checks: [check('非零', gt(ref('基本'), 0))],
  });
  const sheet = evaluate(model, department());
  expect(sheet.missing.map(({ name, decides }) => [name, decides?.n])).toEqual([['基本', 0n]]);
});

it('what is said of one department says nothing of the next', () => {
  const inputs = [input('基本', '[0, )'), input('项目', '[0, )'), input('总额', '[0, 9]')];
  const model = build([], inputs, { checks: [check('相加', eq(sum, total), '1')] });
  const outcomes = (given: Given, settings = {}) =>
    evaluate(model, department(given), settings).checks.map(({ outcome }) => outcome);
  const nothing = outcomes({});
  expect(nothing).toEqual(['undecided']);
  expect(outcomes({ values: { 基本: 20 } })).toEqual(['fails']);
  expect(outcomes({ values: { 基本: 2, 项目: 3, 总额: 5 } })).toEqual(['holds']);
  expect(outcomes({})).toEqual(nothing);
  const supposed = new Map([['基本', { kind: 'number', range: point(q(20)) } as const]]);
  expect(outcomes({}, { inputs: supposed })).toEqual(['fails']);
  // Given and not counted is not the same as not given: a default would not stand for it.
  const withDefault = build([], [{ ...input('基本', '[0, 9]'), default: numberValue(q(5)) }], {
    checks: [check('至多', le(ref('基本'), 5))],
  });
  const sheets = [{}, { values: { 基本: [7, 'rejected'] as const } }, {}].map((given) =>
    evaluate(withDefault, department(given)),
  );
  expect(sheets.map(({ checks }) => checks[0]?.outcome)).toEqual(['holds', 'undecided', 'holds']);
});

it('a check of nothing that was said comes out as it does for a framework made anew', () => {
  const anew = () =>
    build([], [input('基本', '[0, 9]'), input('项目', '[1, 2]')], {
      checks: [check('不超', le(ref('基本'), ref('项目')), '0.5')],
    });
  const model = anew();
  const resultIn = (framework: typeof model) => {
    const [result] = evaluate(framework, department()).checks;
    return { ...result, check: undefined };
  };
  const [first, again] = [resultIn(model), resultIn(model)];
  expect(again).toEqual(first);
  expect(resultIn(anew())).toEqual(first);
});
