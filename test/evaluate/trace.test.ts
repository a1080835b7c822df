// The steps of a trace: what was looked up, which row fired, and what acted on the score.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ItemScore, Operands, Step } from '../../src/model/sheet.ts';
import { pointOf } from '../../src/types/range.ts';
import {
  deduct,
  div,
  formula,
  gt,
  indicator,
  input,
  item,
  letOf,
  letRef,
  mul,
  num,
  or,
  nextSpan,
  ref,
  rounded,
  tiers,
  when,
} from '../model-builder.ts';
import { department } from './department-builder.ts';
import type { Given } from './department-builder.ts';
import { build, judgedItem, show } from './framework-builder.ts';

function stepsOf(model: Framework, given: Given): readonly Step[] {
  return itemOf(model, given).steps;
}

function itemOf(model: Framework, given: Given): ItemScore {
  const node = evaluate(model, department(given)).children[0];
  const scored = node?.kind === 'indicator' ? node.items[0] : undefined;
  if (!scored) throw new Error('no item');
  return scored;
}

function figures(operands: Operands): [string, string][] {
  return [...operands].map(([name, value]) => [
    name,
    value.kind === 'number' ? show(value.range) : value.kind,
  ]);
}

const actual = input('实际', '[0, )');
const planned = input('计划', '(0, )');
const rate = letOf('执行率', div(ref('实际'), ref('计划')));
const twice = letOf('两倍', mul(letRef('执行率'), 2));

describe('a formula', () => {
  const model = build(
    [indicator('A', 2, [item('a', 2, formula(mul(letRef('两倍'), 1)))])],
    [actual, planned],
    {
      named: [rate, twice],
    },
  );
  const steps = stepsOf(model, { values: { 实际: 3, 计划: 4 } });

  it('comes after the intermediate results that it rests on, earliest first', () => {
    expect(steps.map((step) => (step.kind === 'let' ? step.name : step.kind))).toEqual([
      '执行率',
      '两倍',
      'formula',
    ]);
  });

  it('shows what it was applied to', () => {
    expect(steps.map((step) => ('operands' in step ? figures(step.operands) : []))).toEqual([
      [
        ['实际', '3'],
        ['计划', '4'],
      ],
      [['执行率', '0.75']],
      [['两倍', '1.5']],
    ]);
  });

  it('shows a rounding that acted after it', () => {
    const roundedRule = formula(rounded(letRef('执行率'), '0.1'));
    const small = build([indicator('A', 1, [item('a', 1, roundedRule)])], [actual, planned], {
      named: [rate],
    });
    const kinds = (实际: string) =>
      stepsOf(small, { values: { 实际, 计划: 4 } }).map((step) => step.kind);
    expect(kinds('3')).toEqual(['let', 'formula', 'rounding']);
    expect(kinds('2')).toEqual(['let', 'formula']);
  });
});

describe('a decision', () => {
  const rule = formula(when([[gt(ref('实际'), ref('计划')), 0]], letRef('执行率')));
  const model = build([indicator('A', 1, [item('a', 1, rule)])], [actual, planned], {
    named: [rate],
  });

  it('shows the row that fired with the operands of the conditions up to it', () => {
    const steps = stepsOf(model, { values: { 实际: 743, 计划: '223.4' } });
    expect(steps).toMatchObject([{ kind: 'decision-row', number: 1, certainty: 'certain' }]);
    const [row] = steps;
    expect(row?.kind === 'decision-row' && figures(row.operands)).toEqual([
      ['实际', '743'],
      ['计划', '223.4'],
    ]);
  });

  it('shows otherwise as the row after the last', () => {
    const steps = stepsOf(model, { values: { 实际: 3, 计划: 4 } });
    expect(steps.map((step) => step.kind)).toEqual(['let', 'decision-row']);
    expect(steps[1]).toMatchObject({ row: undefined, number: 2, certainty: 'certain' });
  });

  it('shows every row that may fire', () => {
    const rows = stepsOf(model, { values: { 计划: 4 } }).filter(
      (step) => step.kind === 'decision-row',
    );
    expect(rows.map((row) => [row.number, row.certainty, show(row.value)])).toEqual([
      [1, 'possible', '0'],
      [2, 'possible', '[0, 1]'],
    ]);
  });

  it('inside an intermediate result is shown before it', () => {
    const chosen = letOf('取值', when([[gt(ref('实际'), 1), 1]], ref('实际')));
    const nested = build([indicator('A', 1, [item('a', 1, formula(letRef('取值')))])], [actual], {
      named: [chosen],
    });
    const kinds = stepsOf(nested, { values: { 实际: 2 } }).map((step) => step.kind);
    expect(kinds).toEqual(['decision-row', 'let', 'formula']);
  });
});

it('a tier table shows its subject and the row', () => {
  const rule = formula(
    tiers(
      letRef('执行率'),
      [
        ['>= 90%', 1],
        ['>= 75%', '0.7'],
      ],
      0,
    ),
  );
  const model = build([indicator('A', 1, [item('a', 1, rule)])], [actual, planned], {
    named: [rate],
  });
  const [, row] = stepsOf(model, { values: { 实际: 3, 计划: 4 } });
  if (row?.kind !== 'tier-row') throw new Error('no tier row');
  expect([row.number, show(row.value), figures(row.operands)]).toEqual([
    2,
    '0.7',
    [['执行率', '0.75']],
  ]);
  expect(row.subjectValue.kind === 'number' && show(row.subjectValue.range)).toBe('0.75');
});

it('deductions show their count and amount, and the floor where it acted', () => {
  const each = (name: string, amount: number) =>
    ({
      kind: 'each',
      amount: num(amount),
      count: ref(name),
      condition: undefined,
      atMost: undefined,
      span: nextSpan(),
    }) as const;
  const model = build(
    [indicator('A', 8, [item('a', 8, deduct(each('未完成', 4), each('迟报', 1)))])],
    [input('未完成', '[0, )n'), input('迟报', '[0, )n')],
  );
  const steps = stepsOf(model, { values: { 未完成: 2, 迟报: 1 } });
  expect(
    steps.map((step) =>
      step.kind === 'deduction' ? [step.count && show(step.count), show(step.amount)] : step.kind,
    ),
  ).toEqual([['2', '8'], ['1', '1'], 'floor']);
  expect(steps.at(-1)).toMatchObject({ kind: 'floor' });
});

it('awards show the award and whether it is known', () => {
  const model = build([indicator('A', 5, [judgedItem('甲', 5)])], []);
  expect(stepsOf(model, { awards: { 甲: 4 } })).toMatchObject([
    { kind: 'award', input: '甲', known: true },
  ]);
  const [open] = stepsOf(model, {});
  expect(open?.kind === 'award' && [show(open.award), open.known]).toEqual(['[0, 5]', false]);
});

describe('what was read', () => {
  const rule = formula(when([[gt(ref('实际'), 10), 0]], letRef('执行率')));
  const model = build(
    [
      indicator('A', 1, [item('a', 1, rule)]),
      indicator('B', 1, [item('b', 1, formula(letRef('执行率')))]),
    ],
    [actual, planned],
    { named: [rate] },
  );
  const reads = (实际: number) =>
    evaluate(model, department({ values: { 实际, 计划: 20 } })).children.map((child) =>
      [...child.reads].sort(),
    );

  it('leaves out what a decided branch did not look at', () => {
    expect(reads(15)[0]).toEqual(['实际']);
    expect(reads(5)[0]).toEqual(['实际', '计划']);
  });

  it('includes what a remembered intermediate result had read', () => {
    expect(reads(5)[1]).toEqual(['实际', '计划']);
  });

  it('leaves out what is only shown', () => {
    const either = formula(when([[or(gt(ref('实际'), 10), gt(ref('计划'), 10)), 0]], 1));
    const short = build([indicator('A', 1, [item('a', 1, either)])], [actual, planned]);
    const scored = itemOf(short, { values: { 实际: 15, 计划: 20 } });
    const [row] = scored.steps;
    expect(row?.kind === 'decision-row' && [...row.operands.keys()]).toEqual(['实际', '计划']);
    expect([...scored.reads]).toEqual(['实际']);
  });

  it('is not added to by showing operands', () => {
    const scored = itemOf(model, { values: { 实际: 15, 计划: 20 } });
    expect(pointOf(scored.score)).toEqual({ n: 0n, d: 1n });
    expect([...scored.reads]).toEqual(['实际']);
  });
});
