// Worked examples beside the rules, and what a department's file expects.
import { describe, expect, it } from 'vitest';
import { runExample, runExamples } from '../../src/evaluate/run-examples.ts';
import { runExpected } from '../../src/evaluate/run-expected.ts';
import type { Example, ExampleGiven } from '../../src/model/framework.ts';
import type { Expected } from '../../src/input/department.ts';
import type { Rational } from '../../src/number/rational.ts';
import { rational } from '../../src/number/rational.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import { TRUE, numberValue } from '../../src/types/value.ts';
import { compiled } from './comparing.ts';
import {
  div,
  formula,
  group,
  indicator,
  input,
  item,
  judgedInput,
  nextSpan,
  optionOf,
  optionRef,
  q,
  ref,
  when,
} from '../model-builder.ts';
import { department } from './department-builder.ts';
import { GRADES, build, judgedItem, notApplicable, rounding, show } from './framework-builder.ts';

const value = (text: string): ExampleGiven => ({ kind: 'value', value: numberValue(q(text)) });

function example(
  path: string[],
  givens: Record<string, ExampleGiven>,
  low: string,
  high = low,
): Example {
  return {
    name: undefined,
    path,
    givens: new Map(Object.entries(givens)),
    low: q(low),
    high: q(high),
    output: undefined,
    span: nextSpan(),
  };
}

const entries = [
  { name: '制度健全', points: q('0.5'), about: undefined, span: nextSpan() },
  { name: '执行有效', points: q('1.5'), about: undefined, span: nextSpan() },
];
const choices = [
  { name: '按要求公开', points: q('1.5'), about: undefined, span: nextSpan() },
  { name: '未公开', points: q(0), about: undefined, span: nextSpan() },
];
const checklist = judgedInput('制度', 2, { kind: 'checklist', entries });
const choice = judgedInput('公开', '1.5', { kind: 'choice', choices });

const purchase = indicator(
  '采购',
  2,
  [
    item('执行率', 1, formula(when([[optionRef('不计'), 0]], div(ref('实际'), ref('计划')))), {
      path: ['管理', '采购', '执行率'],
    }),
    judgedItem('落实', 1),
  ],
  { path: ['管理', '采购'] },
);
const model = build(
  [
    group('管理', '5.5', [
      purchase,
      indicator(
        '制度',
        2,
        { kind: 'judged', input: checklist, span: nextSpan() },
        { path: ['管理', '制度'], notApplicable: notApplicable(ref('新设', BOOLEAN)) },
      ),
      indicator(
        '公开',
        '1.5',
        { kind: 'judged', input: choice, span: nextSpan() },
        { path: ['管理', '公开'] },
      ),
    ]),
  ],
  [input('实际', '[0, 1]'), input('计划', '[1, )'), input('新设', '(, )', BOOLEAN)],
  {
    options: [optionOf('不计', 'no')],
    grades: GRADES,
    roundings: {
      items: undefined,
      indicators: rounding('0.01'),
      groups: undefined,
      total: undefined,
    },
  },
);
const run = (each: Example) => {
  const { agrees, actual } = runExample(model, each);
  return [agrees, show(actual)];
};
const bought = {
  实际: value('0.296'),
  计划: value('1.95'),
  落实: { kind: 'award', points: q(1) },
} as const;

describe('an example', () => {
  it('agrees when its node scores exactly what it says', () => {
    expect(run(example(['管理', '采购'], bought, '1.15'))).toEqual([true, '1.15']);
    expect(run(example(['管理', '采购'], bought, '1.16'))).toEqual([false, '1.15']);
  });

  it('knows nothing but its givens', () => {
    const rest = { 实际: bought.实际, 计划: bought.计划 };
    expect(run(example(['管理', '采购'], rest, '1.15'))).toEqual([false, '[0.15, 1.15]']);
    expect(run(example(['管理', '采购'], rest, '0.15', '1.15'))).toEqual([true, '[0.15, 1.15]']);
  });

  it('may speak of an item, a group or the total', () => {
    expect(
      run(example(['管理', '采购', '执行率'], { ...bought, 计划: value('1.85') }, '0.16')),
    ).toEqual([true, '0.16']);
    const whole = {
      ...bought,
      制度: {
        kind: 'entries',
        met: new Map([
          ['制度健全', true],
          ['执行有效', false],
        ]),
      },
      公开: { kind: 'choice', choice: '按要求公开' },
      新设: { kind: 'value', value: TRUE },
    } as const;
    // 制度 does not apply: (1.15 + 1.5) points out of 3.5 count 5.5, each part rounded after moving.
    expect(run(example(['管理'], whole, '4.17'))).toEqual([true, '4.17']);
    expect(run(example([], whole, '4.17'))).toEqual([true, '4.17']);
  });

  it('scores its node by itself, whatever else may not apply', () => {
    expect(
      run(example(['管理', '公开'], { 公开: { kind: 'choice', choice: '未公开' } }, '0')),
    ).toEqual([true, '0']);
  });

  it('leaves checklist entries open that it does not speak of', () => {
    const half = {
      制度: { kind: 'entries', met: new Map([['执行有效', true]]) },
      新设: { kind: 'value', value: { ...TRUE, canBeTrue: false, canBeFalse: true } },
    } as const;
    expect(run(example(['管理', '制度'], half, '1.5', '2'))).toEqual([true, '[1.5, 2]']);
  });

  it('takes what is awarded for an entry as it is', () => {
    const awarded = {
      制度: {
        kind: 'entries',
        met: new Map<string, boolean | Rational>([
          ['制度健全', rational(1, 4)],
          ['执行有效', true],
        ]),
      },
      新设: { kind: 'value', value: { ...TRUE, canBeTrue: false, canBeFalse: true } },
    } as const;
    expect(run(example(['管理', '制度'], awarded, '1.75'))).toEqual([true, '1.75']);
  });

  it('may choose a reading', () => {
    const read = { ...bought, 不计: { kind: 'option', choice: 'yes' } } as const;
    expect(run(example(['管理', '采购'], read, '1'))).toEqual([true, '1']);
  });
});

it('every example of a framework is run in order', () => {
  const examples = [
    example(['管理', '采购'], bought, '1.15'),
    example(['管理', '采购'], bought, '2'),
  ];
  expect(runExamples({ ...model, examples }).map(({ agrees }) => agrees)).toEqual([true, false]);
});

describe('what a department expects', () => {
  const expected = (more: Partial<Expected>): Expected => ({
    without: [],
    total: undefined,
    grades: undefined,
    scores: new Map(),
    outputs: new Map(),
    span: nextSpan(),
    ...more,
  });
  const point = (text: string) => ({ low: q(text), high: q(text) });
  const given = {
    values: { 实际: ['0.296', 'assumed'], 计划: '1.95', 新设: false },
    awards: { 落实: 1, 制度: 2, 公开: '1.5' },
  } as const;
  const results = (...blocks: Expected[]) =>
    runExpected(model, department({ ...given, expected: blocks })).map((result) => [
      result.kind,
      result.agrees,
    ]);

  it('is compared statement by statement', () => {
    const block = expected({
      total: point('4.65'),
      grades: ['差'],
      scores: new Map([
        ['管理 / 采购', point('1.15')],
        ['管理', point('4.65')],
        ['落实', point('0.9')],
        ['没有', point('1')],
      ]),
    });
    expect(results(block)).toEqual([
      ['total', true],
      ['grades', true],
      ['score', true],
      ['score', true],
      ['score', false],
      ['score', false],
    ]);
  });

  it('is compared without the evidence that its block leaves out', () => {
    const block = expected({ without: ['assumed'], total: { low: q('4.5'), high: q('5.01') } });
    expect(results(block)).toEqual([['total', true]]);
    expect(results(expected({ total: { low: q('4.5'), high: q('5.01') } }))).toEqual([
      ['total', false],
    ]);
  });

  it('does not take a set of grades for one of them', () => {
    expect(results(expected({ grades: ['差', '中'] }))).toEqual([['grades', false]]);
  });
});

it('a score may be named by the end of its path', () => {
  const block: Expected = {
    without: [],
    total: undefined,
    grades: undefined,
    scores: new Map([['采购 / 执行率', { low: q('0.5'), high: q('0.5') }]]),
    outputs: new Map(),
    span: nextSpan(),
  };
  const [result] = runExpected(
    model,
    department({ values: { 实际: 1, 计划: 2 }, expected: [block] }),
  );
  expect(result?.agrees).toBe(true);
});

describe('examples with other departments', () => {
  const outcomes = (examples: string) =>
    runExamples(
      compiled(`ruleset 比较 for 2024 {
        total 10 points
        scores rounded to 0.01 half up
        option 从严 : yes or no = no
        input 报价 : money in 万元 above 0
        input 有效 : yes or no = yes
        indicator 价格 6 points {
          let 基准 = if (count of cohort where 有效) > 0 then min of 报价 over cohort where 有效 else 报价
          score 基准 / 报价 * (if 从严 then 3 points else 6 points)
          at most 6 points
          ${examples}
        }
        indicator 方案 4 points {
          judged one of { 优 : 4  良 : 3  差 : 0 }
        }
      }`),
    ).map(({ actual }) => show(actual));

  it('give them values in the order in which they stand', () => {
    expect(
      outcomes('example { 报价 = 100; others = [{ 报价 = 80 }, { 报价 = 90 }] } gives 4.8'),
    ).toEqual(['4.8']);
  });

  it('take what is not given by default', () => {
    expect(
      outcomes(
        'example { 报价 = 100; others = [{ 报价 = 80; 有效 = no }, { 报价 = 90 }] } gives 5.4',
      ),
    ).toEqual(['5.4']);
  });

  it('leave open what another department does not give', () => {
    expect(outcomes('example { 报价 = 100; others = [{ 有效 = yes }] } gives 0 to 6')).toEqual([
      '[0, 6]',
    ]);
  });

  it('may say that there are none, and know nothing of them otherwise', () => {
    expect(
      outcomes(`example { 报价 = 100; others = [] } gives 6
          example { 报价 = 100 } gives 0 to 6`),
    ).toEqual(['6', '[0, 6]']);
  });

  it('read the ruleset for all departments alike', () => {
    expect(
      outcomes('example { 报价 = 100; 从严 = yes; others = [{ 报价 = 50; 方案 = 良 }] } gives 1.5'),
    ).toEqual(['1.5']);
  });
});
