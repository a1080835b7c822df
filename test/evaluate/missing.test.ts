// What is missing, in the order of what it decides, and which points rest on which evidence.
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { formatExact } from '../../src/number/decimal.ts';
import type { Framework } from '../../src/model/framework.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import {
  div,
  formula,
  group,
  gt,
  indicator,
  input,
  item,
  mul,
  num,
  ref,
  when,
} from '../model-builder.ts';
import { department } from './department-builder.ts';
import type { Given } from './department-builder.ts';
import { build, exemption, judgedItem, notApplicable, show, veto } from './framework-builder.ts';

const yesNo = (name: string) => input(name, '(, )', BOOLEAN);
const is = (name: string) => ref(name, BOOLEAN);

function missing(model: Framework, given: Given = {}): [string, string | undefined, string[]][] {
  return evaluate(model, department(given)).missing.map(({ name, decides, indicators }) => [
    name,
    decides && formatExact(decides),
    indicators.map((path) => path.join('/')),
  ]);
}

const rate = (name: string, points: number) => formula(mul(ref(name), points));

describe('missing inputs', () => {
  it('come in the order of the points that they decide', () => {
    const model = build(
      [
        indicator('A', 2, [item('a', 2, rate('甲', 2))]),
        indicator('B', 6, [item('b', 6, rate('乙', 6))]),
        indicator('C', 3, [item('c1', 1, rate('甲', 1)), judgedItem('丙', 2)]),
      ],
      [input('甲', '[0, 1]'), input('乙', '[0, 1]'), input('丁', '[0, 1]')],
    );
    expect(missing(model)).toEqual([
      ['乙', '6', ['B']],
      ['甲', '3', ['A', 'C']],
      ['丙', '2', ['C']],
      ['丁', '0', []],
    ]);
  });

  it('without limit come first', () => {
    const model = build(
      [
        indicator('A', 2, [
          item('a', 2, rate('甲', 2), {
            caps: { atLeast: undefined, atMost: undefined, uncapped: true },
          }),
        ]),
        indicator('B', 6, [item('b', 6, rate('乙', 6))]),
      ],
      [input('乙', '[0, 1]'), input('甲', '[0, )')],
    );
    expect(missing(model).map(([name, decides]) => [name, decides])).toEqual([
      ['甲', undefined],
      ['乙', '6'],
    ]);
  });

  it('that a branch did not look at decide nothing', () => {
    const model = build(
      [
        indicator('采购', 1, [
          item(
            '执行率',
            1,
            formula(when([[gt(ref('实际'), 100), 0]], div(ref('实际'), ref('计划')))),
          ),
        ]),
      ],
      [input('计划', '[200, )'), input('实际', '[0, 200]')],
    );
    expect(missing(model, { values: { 实际: 150 } })).toEqual([['计划', '0', []]]);
    expect(missing(model, { values: { 实际: 50 } })).toEqual([['计划', '0.25', ['采购']]]);
  });

  it('decide nothing below a veto that has struck', () => {
    const model = build(
      [indicator('合规', 3, [judgedItem('甲', 3)], { vetoes: [veto('违规', is('违规'))] })],
      [yesNo('违规')],
    );
    expect(missing(model, { values: { 违规: true } })).toEqual([['甲', '0', []]]);
    expect(missing(model, { awards: { 甲: 3 } })).toEqual([['违规', '3', ['合规']]]);
  });

  it('decide nothing inside a group that is struck as a whole', () => {
    const inside = indicator('A', 3, [judgedItem('甲', 3)], { path: ['G', 'A'] });
    const model = build(
      [group('G', 3, [inside], { vetoes: [veto('违规', is('违规'))] })],
      [yesNo('违规')],
    );
    expect(missing(model, { values: { 违规: true } })).toEqual([['甲', '0', []]]);
    expect(missing(model, { values: { 违规: false } })).toEqual([['甲', '3', ['G/A']]]);
  });

  it('of an undecided veto over the total decide all of it', () => {
    const model = build([indicator('A', 10, [judgedItem('甲', 10)])], [yesNo('造假')], {
      vetoes: [veto('弄虚作假', is('造假'))],
    });
    expect(missing(model, { awards: { 甲: 8 } })).toEqual([['造假', '8', ['']]]);
    expect(missing(model)).toEqual([
      ['造假', '10', ['']],
      ['甲', '10', ['A']],
    ]);
  });

  it('of an undecided applicability decide what its indicator and the others may gain', () => {
    const model = build(
      [
        group('G', 4, [
          indicator('A', 2, [judgedItem('甲', 2)], {
            path: ['G', 'A'],
            notApplicable: notApplicable(is('无甲')),
          }),
          indicator('B', 2, [judgedItem('乙', 2)], { path: ['G', 'B'] }),
        ]),
      ],
      [yesNo('无甲')],
    );
    const sheet = evaluate(model, department({ awards: { 甲: 2, 乙: 1 } }));
    expect(show(sheet.total)).toBe('[2, 3]');
    expect(
      sheet.missing.map(({ name, decides }) => [name, decides && formatExact(decides)]),
    ).toEqual([['无甲', '1']]);
  });

  it('name a checklist of which an entry is open', () => {
    const model = build([indicator('A', 5, [judgedItem('甲', 5)])], []);
    expect(missing(model, { awards: { 甲: '[3, 4]' } })).toEqual([['甲', '1', ['A']]]);
    expect(missing(model, { awards: { 甲: 4 } })).toEqual([]);
  });
});

describe('evidence coverage', () => {
  const model = build(
    [
      indicator('A', 4, [item('a1', 3, rate('甲', 3)), item('a2', 1, rate('乙', 1))]),
      indicator('B', 5, [judgedItem('丙', 5)]),
      indicator('C', 2, [item('c', 2, rate('丁', 2))], {
        exemptions: [exemption('涉密', is('涉密'))],
      }),
    ],
    [
      input('甲', '[0, 1]'),
      input('乙', '[0, 1]'),
      input('丁', '[0, 1]'),
      { ...yesNo('涉密'), default: { kind: 'boolean', canBeTrue: false, canBeFalse: true } },
    ],
  );
  const coverage = (given: Given) => {
    const { computed, judged, assumed, missing } = evaluate(model, department(given)).coverage;
    return [computed, judged, assumed, missing].map((points) => formatExact(points));
  };

  it('sorts the points of every item by what it rests on', () => {
    const values = { 甲: ['0.5', 'verified'], 乙: ['0.5', 'assumed'] } as const;
    expect(coverage({ values, awards: { 丙: 4 } })).toEqual(['3', '5', '1', '2']);
  });

  it('counts a score that a strike settled by the strike’s own evidence', () => {
    const values = { 甲: '0.5', 乙: '0.5', 涉密: true } as const;
    expect(coverage({ values, awards: { 丙: [4, 'assumed'] } })).toEqual(['6', '0', '5', '0']);
  });

  it('leaves out rejected figures', () => {
    const values = { 甲: ['0.5', 'rejected'], 乙: '0.5', 丁: 1 } as const;
    expect(coverage({ values, awards: { 丙: 4 } })).toEqual(['3', '5', '0', '3']);
  });

  it('covers the points of indicators after they were moved', () => {
    const moved = build(
      [
        indicator('A', 2, [judgedItem('甲', 2)], { notApplicable: notApplicable(is('无甲')) }),
        indicator('B', 2, [item('b', 2, rate('率', 2))]),
      ],
      [yesNo('无甲'), input('率', '[0, 1]')],
    );
    const { coverage } = evaluate(moved, department({ values: { 无甲: true, 率: 1 } }));
    expect([formatExact(coverage.computed), formatExact(coverage.missing)]).toEqual(['4', '0']);
  });
});

it('keeps a limit’s own input among those that decide', () => {
  const model = build(
    [
      indicator('A', 4, [item('a', 4, formula(num(4)))], {
        caps: { atLeast: undefined, atMost: ref('上限'), uncapped: false },
      }),
    ],
    [input('上限', '[1, 3]')],
  );
  expect(missing(model)).toEqual([['上限', '2', ['A']]]);
});
