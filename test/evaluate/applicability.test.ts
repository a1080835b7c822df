// Where the points of parts go that do not apply, and what is known while that is undecided.
import { describe, expect, it } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { placeAt, placesIn } from '../../src/evaluate/sheet-places.ts';
import type { Framework, NotApplicable } from '../../src/model/framework.ts';
import type { Node } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import { formula, group, indicator, input, item, mul, num, ref } from '../model-builder.ts';
import { department } from './department-builder.ts';
import { build, judgedItem, notApplicable, rounding, show, veto } from './framework-builder.ts';

type Policy = NotApplicable['policy'];
const yesNo = (name: string) => input(name, '(, )', BOOLEAN);

/** An indicator judged under its own name, out when `无<name>` holds. */
function leaf(name: string, points: number, policy?: Policy, group = 'G') {
  return indicator(name, points, [judgedItem(name, points)], {
    path: [group, name],
    notApplicable: policy && notApplicable(ref(`无${name}`, BOOLEAN), policy),
  });
}

function scoreOf(sheet: ScoreSheet, ...path: string[]) {
  const place = placeAt(placesIn(sheet), path);
  if (!place) throw new Error(`there is no ${path.join(' / ')}`);
  return place.score;
}

const model: Framework = build(
  [
    group('G', 60, [leaf('A', 30, 'within-group'), leaf('B', 20), leaf('C', 10, 'over-all')]),
    group('H', 40, [leaf('D', 25, 'in-full', 'H'), leaf('E', 15, 'within-group', 'H')]),
  ],
  ['A', 'C', 'D', 'E'].map((name) => yesNo(`无${name}`)),
);
const awards = { A: 24, B: 10, C: 8, D: 5, E: 15 };
const all = { 无A: false, 无C: false, 无D: false, 无E: false };
const score = (values: Record<string, boolean>) =>
  evaluate(model, department({ awards, values: { ...all, ...values } }));

describe('points of parts that do not apply', () => {
  it('stay where they are while everything applies', () => {
    expect(show(score({}).total)).toBe('62');
  });

  it('go to the siblings within the group', () => {
    const sheet = score({ 无A: true });
    expect(['A', 'B', 'C'].map((name) => show(scoreOf(sheet, 'G', name).points))).toEqual([
      '0',
      '40',
      '20',
    ]);
    expect(show(scoreOf(sheet, 'G', 'B').score)).toBe('20');
    expect(show(scoreOf(sheet, 'G').points)).toBe('60');
    expect(scoreOf(sheet, 'G', 'B').steps).toMatchObject([{ kind: 'redistribution' }]);
    expect(scoreOf(sheet, 'G', 'A').steps).toMatchObject([
      { kind: 'not-applicable', certainty: 'certain' },
    ]);
  });

  it('go over all counted indicators', () => {
    const sheet = score({ 无C: true });
    expect(show(scoreOf(sheet, 'G', 'B').points)).toBe('200/9');
    expect(show(scoreOf(sheet, 'H', 'E').score)).toBe('50/3');
    expect([show(scoreOf(sheet, 'G').points), show(scoreOf(sheet, 'H').points)]).toEqual([
      '500/9',
      '400/9',
    ]);
  });

  it('are awarded in full', () => {
    const sheet = score({ 无D: true });
    expect(show(scoreOf(sheet, 'H', 'D').score)).toBe('25');
    expect(show(sheet.total)).toBe('82');
  });

  it('move on with a group of which nothing is left', () => {
    const two = build(
      [
        group('G', 60, [leaf('A', 60, 'within-group')]),
        group('H', 40, [leaf('B', 40, undefined, 'H')]),
      ],
      [yesNo('无A')],
    );
    const sheet = evaluate(two, department({ values: { 无A: true }, awards: { B: 30 } }));
    expect([show(scoreOf(sheet, 'G').points), show(scoreOf(sheet, 'H').points)]).toEqual([
      '0',
      '100',
    ]);
    expect(scoreOf(sheet, 'G')).toMatchObject({ applicability: 'not-applicable' });
    expect(show(sheet.total)).toBe('75');
  });

  it('leave nothing to score when nothing applies', () => {
    const one = build(
      [
        indicator('A', 100, [judgedItem('A', 100)], {
          notApplicable: notApplicable(ref('无A', BOOLEAN)),
        }),
      ],
      [yesNo('无A')],
    );
    const sheet = evaluate(one, department({ values: { 无A: true } }));
    expect([show(sheet.total), sheet.missing.map(({ decides }) => decides?.n)]).toEqual([
      '0',
      [0n],
    ]);
  });

  it('are rounded after they moved and struck after that', () => {
    const third = build(
      [
        group('G', 3, [
          leaf('A', 1, 'within-group'),
          indicator('B', 2, [item('b', 2, formula(mul(ref('率'), 2)))], {
            path: ['G', 'B'],
            vetoes: [veto('违规', ref('违规', BOOLEAN), 1)],
          }),
        ]),
      ],
      [yesNo('无A'), yesNo('违规'), input('率', '[0, 1]')],
      {
        roundings: {
          items: undefined,
          indicators: rounding('0.01'),
          groups: undefined,
          total: undefined,
        },
      },
    );
    const scored = (违规: boolean) =>
      scoreOf(evaluate(third, department({ values: { 无A: true, 违规, 率: '1/9' } })), 'G', 'B');
    expect([show(scored(false).score), show(scored(false).points)]).toEqual(['0.33', '3']);
    expect([show(scored(true).score), show(scored(true).standing)]).toEqual(['1', '0.33']);
  });
});

describe('while applicability is undecided', () => {
  it('every outcome lies inside and the sum is as tight as the outcomes', () => {
    const rest = { 无C: false, 无D: false, 无E: false };
    const sheet = evaluate(model, department({ awards, values: rest }));
    expect(show(scoreOf(sheet, 'G', 'A').score)).toBe('[0, 24]');
    expect(show(scoreOf(sheet, 'G', 'B').score)).toBe('[10, 20]');
    // In: 24 + 10 + 8. Out: (10 + 8) × 2.
    expect(show(scoreOf(sheet, 'G').score)).toBe('[36, 42]');
    expect(show(scoreOf(sheet, 'G').points)).toBe('60');
    expect(scoreOf(sheet, 'G', 'A')).toMatchObject({ applicability: 'undecided' });
  });

  it('a group may be out whatever its own limit says', () => {
    const lifted = group('G', 4, [leaf('A', 4)], {
      notApplicable: notApplicable(ref('无G', BOOLEAN)),
      caps: { atLeast: num(1), atMost: undefined, uncapped: false },
    });
    const model = build([lifted, group('H', 4, [leaf('B', 4, undefined, 'H')])], [yesNo('无G')]);
    const given = { A: 0, B: 2 };
    expect(show(scoreOf(evaluate(model, department({ awards: given })), 'G').score)).toBe('[0, 1]');
    const out = evaluate(model, department({ awards: given, values: { 无G: true } }));
    expect([show(scoreOf(out, 'G').score), show(out.total)]).toEqual(['0', '4']);
  });

  it('outcomes that contradict each other are not counted', () => {
    const both = build(
      [
        group('G', 2, [
          indicator('A', 1, [judgedItem('A', 1)], {
            notApplicable: notApplicable(ref('涉密', BOOLEAN)),
            path: ['G', 'A'],
          }),
          indicator('B', 1, [judgedItem('B', 1)], {
            notApplicable: notApplicable(ref('涉密', BOOLEAN)),
            path: ['G', 'B'],
          }),
        ]),
        group('H', 2, [leaf('C', 2, undefined, 'H')]),
      ],
      [yesNo('涉密')],
    );
    // Either both stand, or both are out and C counts twice; never one of them alone.
    const sheet = evaluate(both, department({ awards: { A: 1, B: 0, C: 1 } }));
    expect(show(sheet.total)).toBe('2');
  });

  it('stays sound with more open conditions than are followed one by one', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const leaves = names.map((name) => leaf(name, 1, 'within-group'));
    const many = build(
      [group('G', 8, leaves)],
      names.map((name) => yesNo(`无${name}`)),
    );
    const given = Object.fromEntries(names.map((name, place) => [name, place % 2]));
    const sheet = evaluate(many, department({ awards: given }));
    expect(show(scoreOf(sheet, 'G', 'b').score)).toBe('[0, 8]');
    expect(show(scoreOf(sheet, 'G', 'a').score)).toBe('0');
    expect(sheet.total.low?.value.n).toBe(0n);
  });
});

const policies = fc.constantFrom<Policy>('within-group', 'over-all', 'in-full');

test.prop([
  fc.array(
    fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), policies, fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  ),
])('moving points conserves them as long as anything applies', (groups) => {
  const children: Node[] = groups.map((leaves, at) => {
    const points = leaves.reduce((sum, [own]) => sum + own, 0);
    const inside = leaves.map(([own, policy], place) =>
      leaf(`${at}_${place}`, own, policy, `G${at}`),
    );
    return group(`G${at}`, points, inside);
  });
  const names = groups.flatMap((leaves, at) => leaves.map((_, place) => `${at}_${place}`));
  const outs = groups.flatMap((leaves) => leaves.map(([, , out]) => out));
  const full = groups.flatMap((leaves) => leaves.map(([own]) => own));
  const random = build(
    children,
    names.map((name) => yesNo(`无${name}`)),
  );
  const sheet = evaluate(
    random,
    department({
      values: Object.fromEntries(names.map((name, at) => [`无${name}`, outs[at] ?? false])),
      awards: Object.fromEntries(names.map((name, at) => [name, full[at] ?? 0])),
    }),
  );
  const anything = sheet.children.some((child) => show(child.points) !== '0');
  const total = full.reduce((sum, own) => sum + own, 0);
  // Full awards everywhere: the total is the sum of the effective points.
  expect(show(sheet.total)).toBe(anything ? String(total) : '0');
});
