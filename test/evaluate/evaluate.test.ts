// Scores: the order in which rules, limits, rounding, exemptions and vetoes act, exact thresholds,
// and what stays visible of a struck score.
import { describe, expect, it } from 'vitest';
import { evaluate, missingTerms } from '../../src/evaluate/evaluate.ts';
import type { IndicatorScore, NodeScore } from '../../src/model/sheet.ts';
import type { Framework } from '../../src/model/framework.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import {
  add,
  deduct,
  div,
  formula,
  framework,
  gt,
  group,
  indicator,
  input,
  item,
  mul,
  ge,
  nextSpan,
  num,
  optionOf,
  optionRef,
  q,
  ref,
  sub,
  tiers,
  when,
} from '../model-builder.ts';
import { department } from './department-builder.ts';
import type { Given } from './department-builder.ts';
import {
  GRADES,
  build,
  ceiling,
  exemption,
  judged,
  judgedItem,
  rounding,
  show,
  veto,
} from './framework-builder.ts';

const yesNo = (name: string) => input(name, '(, )', BOOLEAN);
const is = (name: string) => ref(name, BOOLEAN);

function totalOf(framework: Framework, given: Given = {}): string {
  return show(evaluate(framework, department(given)).total);
}

function first(nodes: readonly NodeScore[]): IndicatorScore {
  const node = nodes[0];
  if (node?.kind !== 'indicator') throw new Error('no indicator');
  return node;
}

describe('exact scores', () => {
  it('finds a third three times to be one', () => {
    const third = mul(div(1, 3), 3);
    const rule = formula(when([[ge(third, 1), 5]], 0));
    expect(totalOf(framework([indicator('及时性', 5, rule)]))).toBe('5');
  });

  it('rounds 47 of 48 projects, times 6 points, to 5.88', () => {
    const rule = formula(mul(div(ref('已完成'), ref('计划')), 6));
    const model = build(
      [indicator('项目完成及时性', 6, rule)],
      [input('已完成', '[0, )n'), input('计划', '(0, )n')],
      {
        roundings: {
          items: undefined,
          indicators: rounding('0.01'),
          groups: undefined,
          total: undefined,
        },
      },
    );
    expect(totalOf(model, { values: { 已完成: 47, 计划: 48 } })).toBe('5.88');
    const unrounded: Framework = {
      ...model,
      roundings: { ...model.roundings, indicators: undefined },
    };
    expect(totalOf(unrounded, { values: { 已完成: 47, 计划: 48 } })).toBe('5.875');
  });

  it.each([
    ['>= 90%', '1'],
    ['> 90%', '0'],
    ['< 90%', '0'],
    ['<= 90%', '1'],
  ])('decides a rate of exactly 90%% against %s', (row, score) => {
    const rule = formula(tiers(div(ref('在用'), ref('总额')), [[row, 1]], 0));
    const model = build(
      [indicator('利用率', 1, rule)],
      [input('在用', '[0, )'), input('总额', '(0, )')],
    );
    expect(totalOf(model, { values: { 在用: '2.7', 总额: 3 } })).toBe(score);
  });
});

describe('the order within an item', () => {
  const rule = formula(mul(ref('率'), 2));
  const inputs = [input('率', '[0, 3]'), yesNo('涉密'), yesNo('违规')];
  const model = build(
    [
      indicator('A', 2, [
        item('a', 2, rule, {
          caps: { atLeast: undefined, atMost: num('1.005'), uncapped: false },
          rounding: rounding('0.01'),
          exemptions: [exemption('涉密单位', is('涉密'))],
          vetoes: [veto('违规', is('违规'), '0.5')],
        }),
      ]),
    ],
    inputs,
  );
  const scoreWith = (涉密: boolean, 违规: boolean) =>
    first(evaluate(model, department({ values: { 率: '0.9', 涉密, 违规 } })).children).items[0];

  it('limits before it rounds', () => {
    const scored = scoreWith(false, false);
    expect(scored && show(scored.score)).toBe('1.01');
    expect(scored?.steps.map((step) => step.kind)).toEqual(['formula', 'cap', 'rounding']);
  });

  it('awards in full what is exempt, whatever the limit', () => {
    const scored = scoreWith(true, false);
    expect(scored && [show(scored.score), show(scored.standing)]).toEqual(['2', '1.01']);
  });

  it('lets a veto beat an exemption and keeps the struck score visible', () => {
    const scored = scoreWith(true, true);
    expect(scored && [show(scored.score), show(scored.standing)]).toEqual(['0.5', '1.01']);
    const last = scored?.steps.at(-1);
    expect(last?.kind === 'veto' && last.veto.about).toBe('违规');
    expect(last?.kind === 'veto' && [show(last.before), show(last.after)]).toEqual(['2', '0.5']);
  });
});

describe('vetoes', () => {
  const model = build(
    [
      indicator('合规', 3, [judgedItem('甲', 3)], {
        vetoes: [veto('一', is('一'), 1), veto('二', is('二'), 0), veto('三', is('三'), 2)],
      }),
    ],
    [yesNo('一'), yesNo('二'), yesNo('三')],
  );

  it('let the lowest of several stand', () => {
    const values = { 一: true, 二: true, 三: true };
    expect(totalOf(model, { values, awards: { 甲: 3 } })).toBe('0');
  });

  it('leave both outcomes open while undecided', () => {
    expect(totalOf(model, { values: { 一: false, 三: false }, awards: { 甲: 3 } })).toBe('[0, 3]');
  });

  it('that hold set the upper end for those that may', () => {
    expect(totalOf(model, { values: { 一: true, 三: false }, awards: { 甲: 3 } })).toBe('[0, 1]');
    expect(totalOf(model, { values: { 一: true, 二: false }, awards: { 甲: 3 } })).toBe('1');
  });

  it('of the total strike the total and leave the standing one', () => {
    const struck: Framework = { ...model, vetoes: [veto('弄虚作假', is('一'), 0)] };
    const sheet = evaluate(
      struck,
      department({ values: { 一: true, 二: false, 三: false }, awards: { 甲: 3 } }),
    );
    expect([show(sheet.total), show(sheet.standingTotal)]).toEqual(['0', '1']);
    expect(sheet.totalSteps.map((step) => step.kind)).toEqual(['veto']);
  });
});

describe('deductions', () => {
  const over = (reading: 'prorated' | 'full-step' | 'started-step') =>
    deduct({
      kind: 'step',
      amount: num('0.1'),
      step: num('1%'),
      subject: ref('调整率'),
      side: 'above',
      limit: num('10%'),
      reading,
      condition: undefined,
      atMost: undefined,
      span: nextSpan(),
    });
  const scored = (reading: 'prorated' | 'full-step' | 'started-step', rate: string) =>
    totalOf(build([indicator('规范性', 1, over(reading))], [input('调整率', '[0, )')]), {
      values: { 调整率: rate },
    });

  it.each([
    ['prorated', '15.4%', '0.46'],
    ['full-step', '15.4%', '0.5'],
    ['started-step', '15.4%', '0.4'],
    ['prorated', '19.92%', '0.008'],
    ['prorated', '10%', '1'],
    ['prorated', '226.8%', '0'],
  ] as const)('%s at %s leave %s', (reading, rate, left) => {
    expect(scored(reading, rate)).toBe(left);
  });

  it('count things and add up before the floor', () => {
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
      [indicator('重点工作', 8, deduct(each('未完成', 4), each('迟报', 1)))],
      [input('未完成', '[0, )n'), input('迟报', '[0, )n')],
    );
    expect(totalOf(model, { values: { 未完成: 1, 迟报: 2 } })).toBe('2');
    expect(totalOf(model, { values: { 未完成: 2, 迟报: 2 } })).toBe('0');
    expect(totalOf(model, { values: { 未完成: 1 } })).toBe('[0, 4]');
  });

  it('under an undecided condition may or may not be taken', () => {
    const conditional = deduct({
      kind: 'each',
      amount: num(2),
      count: undefined,
      condition: is('迟报'),
      atMost: undefined,
      span: nextSpan(),
    });
    const model = build([indicator('公开', 3, conditional)], [yesNo('迟报')]);
    expect(totalOf(model)).toBe('[1, 3]');
    expect(totalOf(model, { values: { 迟报: false } })).toBe('3');
  });

  it('stop at their own limit', () => {
    const limited = deduct({
      kind: 'each',
      amount: num(1),
      count: ref('次'),
      condition: undefined,
      atMost: num(2),
      span: nextSpan(),
    });
    expect(
      totalOf(build([indicator('信访', 5, limited)], [input('次', '[0, )n')]), {
        values: { 次: 4 },
      }),
    ).toBe('3');
  });
});

describe('groups and the total', () => {
  const parts = [
    indicator('A', 60, [judgedItem('甲', 60)]),
    indicator('B', 40, [judgedItem('乙', 40)]),
  ];

  it('add a bonus and subtract a penalty outside the sum', () => {
    const cap = { atLeast: undefined, atMost: num(5), uncapped: false };
    const model = build(
      [
        group('基本', 100, parts),
        group('加分', 5, [indicator('创新', 5, judged('创新', 5))], {
          standing: 'bonus',
          caps: cap,
        }),
        group('减分', 5, [indicator('通报', 5, judged('通报', 5))], {
          standing: 'penalty',
          caps: cap,
        }),
      ],
      [],
      { totalCaps: { atLeast: undefined, atMost: num(100), uncapped: false } },
    );
    expect(totalOf(model, { awards: { 甲: 50, 乙: 40, 创新: 3, 通报: '1.5' } })).toBe('91.5');
    expect(totalOf(model, { awards: { 甲: 60, 乙: 40, 创新: 3, 通报: 0 } })).toBe('100');
    expect(totalOf(model, { awards: { 甲: 60, 乙: 40, 创新: 3 } })).toBe('[98, 100]');
  });

  it('earn the grade of the rounded total', () => {
    const model = build(parts, [], {
      grades: GRADES,
      roundings: {
        items: undefined,
        indicators: undefined,
        groups: undefined,
        total: rounding('0.1'),
      },
    });
    const gradesFor = (甲: string) =>
      evaluate(model, department({ awards: { 甲, 乙: 40 } })).grades;
    expect(gradesFor('49.95')).toEqual(['优']);
    expect(gradesFor('49.94')).toEqual(['良']);
  });

  it('list every grade that some total in the range reaches, on the rounding grid', () => {
    const model = build(parts, [], {
      grades: [
        ...GRADES.slice(0, 1),
        { name: '准优', from: q('89.95'), exclusive: true, condition: undefined, span: nextSpan() },
        ...GRADES.slice(1),
      ],
      roundings: {
        items: undefined,
        indicators: undefined,
        groups: undefined,
        total: rounding('0.1'),
      },
    });
    const sheet = evaluate(model, department({ awards: { 甲: '[40, 60]', 乙: 40 } }));
    expect(sheet.grades).toEqual(['优', '良']);
  });

  it('lower the grade under a ceiling and keep both while it is undecided', () => {
    const model = build(parts, [yesNo('通报')], {
      grades: GRADES,
      ceilings: [ceiling('中', is('通报'))],
    });
    const awards = { 甲: 60, 乙: 35 };
    const gradesFor = (values: Given['values']) =>
      evaluate(model, department({ awards, values: values ?? {} })).grades;
    expect(gradesFor({ 通报: true })).toEqual(['中']);
    expect(gradesFor({ 通报: false })).toEqual(['优']);
    expect(gradesFor({})).toEqual(['优', '中']);
  });

  it('round items, indicators, groups and the total where each is asked for', () => {
    const share = (name: string, points: number) =>
      item(name, points, formula(mul(ref('率'), points)));
    const model = build(
      [
        group('G', 3, [
          indicator('A', 2, [share('a', 1), share('b', 1)]),
          indicator('B', 1, [share('c', 1)]),
        ]),
      ],
      [input('率', '[0, 1]')],
      {
        roundings: {
          items: rounding('0.1'),
          indicators: undefined,
          groups: rounding('0.5', 'down'),
          total: rounding('1', 'up'),
        },
      },
    );
    const sheet = evaluate(model, department({ values: { 率: '0.55' } }));
    const top = sheet.children[0];
    expect(top?.kind === 'group' && top.children.map((child) => show(child.score))).toEqual([
      '1.2',
      '0.6',
    ]);
    expect([top && show(top.score), show(sheet.total)]).toEqual(['1.5', '2']);
  });
});

it('rounding of items leaves alone an indicator whose rule stands directly in it', () => {
  const model = build([indicator('A', 1, formula(ref('率')))], [input('率', '[0, 1]')], {
    roundings: {
      items: rounding('0.1'),
      indicators: undefined,
      groups: undefined,
      total: undefined,
    },
  });
  expect(totalOf(model, { values: { 率: '0.55' } })).toBe('0.55');
});

describe('settings', () => {
  const quarter = when(
    [[gt(ref('进度'), 1), when([[optionRef('封顶'), 1]], ref('进度'))]],
    ref('进度'),
  );
  const model = build(
    [
      indicator('执行率', 2, formula(quarter), {
        caps: { atLeast: undefined, atMost: undefined, uncapped: true },
      }),
    ],
    [input('进度', '[0, 2]')],
    {
      options: [optionOf('封顶', 'no')],
    },
  );

  it('let another choice of an option take the place of the ruleset’s', () => {
    const given = department({ values: { 进度: '1.35' } });
    expect(show(evaluate(model, given).total)).toBe('1.35');
    expect(show(evaluate(model, given, { options: new Map([['封顶', 'yes']]) }).total)).toBe('1');
  });

  it('count rejected figures as missing, and those of other statuses when asked to', () => {
    const rejected = department({ values: { 进度: ['0.5', 'rejected'] } });
    const assumed = department({ values: { 进度: ['0.5', 'assumed'] } });
    expect(show(evaluate(model, rejected).total)).toBe('[0, 2]');
    expect(show(evaluate(model, assumed).total)).toBe('0.5');
    expect(show(evaluate(model, assumed, { without: new Set(['assumed']) }).total)).toBe('[0, 2]');
  });

  it('score with other values in place of the department’s', () => {
    const given = department({ values: { 进度: '0.5' } });
    const inputs = new Map([
      [
        '进度',
        {
          kind: 'number',
          range: {
            low: { value: q('0.5'), open: false },
            high: { value: q('0.75'), open: true },
            integer: false,
          },
        } as const,
      ],
    ]);
    expect(show(evaluate(model, given, { inputs }).total)).toBe('[0.5, 0.75)');
  });
});

describe('gaps', () => {
  it('leave ranges that are exact at both ends', () => {
    const model = build(
      [
        indicator('采购', 2, [
          item(
            '执行率',
            1,
            formula(when([[gt(ref('实际'), ref('计划')), 0]], div(ref('实际'), ref('计划')))),
          ),
          judgedItem('政策落实', 1),
        ]),
      ],
      [input('实际', '[0, )'), input('计划', '(0, )')],
    );
    expect(totalOf(model, { values: { 计划: '19.50' }, awards: { 政策落实: 1 } })).toBe('[1, 2]');
    expect(totalOf(model, { values: { 实际: '2.96', 计划: '19.50' } })).toBe('[148/975, 1123/975]');
  });

  it('do not matter where a table gives the same in every row that may fire', () => {
    const rule = formula(
      tiers(
        ref('率'),
        [
          ['>= 5%', 0],
          ['>= 3%', 0],
        ],
        1,
      ),
    );
    const model = build([indicator('编外', 1, rule)], [input('率', '[3%, 1]')]);
    expect(totalOf(model)).toBe('0');
  });

  it('let a declared default stand and report it', () => {
    const violated = {
      ...yesNo('违规'),
      default: { kind: 'boolean', canBeTrue: false, canBeFalse: true } as const,
    };
    const model = build(
      [indicator('合规', 3, [judgedItem('甲', 3)], { vetoes: [veto('违规', is('违规'))] })],
      [violated],
    );
    const sheet = evaluate(model, department({ awards: { 甲: 2 } }));
    expect([show(sheet.total), sheet.defaulted]).toEqual(['2', ['违规']]);
    expect(
      evaluate(model, department({ awards: { 甲: 2 }, values: { 违规: true } })).defaulted,
    ).toEqual([]);
  });
});

it('hands on what an amending ruleset must still supply', () => {
  const open = { kind: 'let', name: '折算系数', path: ['折算系数'], span: nextSpan() } as const;
  expect(missingTerms(framework([], { openTerms: [open] }))).toEqual([open]);
  expect(missingTerms(framework([]))).toEqual([]);
});

it('refuses an award above its item’s points, which reading a file would not let through', () => {
  const model = build([indicator('A', 1, [judgedItem('甲', 1)])], []);
  expect(() => evaluate(model, department({ awards: { 甲: 2 } }))).toThrow('甲');
});

it('adds and subtracts operands of several inputs exactly', () => {
  const rule = formula(sub(add(ref('甲'), ref('乙')), '0.1'));
  const model = build([indicator('A', 1, rule)], [input('甲', '[0, 1]'), input('乙', '[0, 1]')]);
  expect(totalOf(model, { values: { 甲: '0.1', 乙: '0.2' } })).toBe('0.2');
});
