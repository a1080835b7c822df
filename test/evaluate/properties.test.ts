// Laws of scoring over small random frameworks: scores stay in their limits, ranges hold every
// completion of the data, and where each input occurs once both ends are reached.
import { expect } from 'vitest';
import { fc, test } from '@fast-check/vitest';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { placesIn } from '../../src/evaluate/sheet-places.ts';
import type { Framework, Input, Item, StepReading, Veto } from '../../src/model/framework.ts';
import type { ScoreSheet } from '../../src/model/sheet.ts';
import { compare, maximum, minimum } from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import type { Range } from '../../src/types/range.ts';
import { contains, encloses, intersect, pointOf } from '../../src/types/range.ts';
import { BOOLEAN } from '../../src/types/type.ts';
import {
  deduct,
  formula,
  group,
  gt,
  indicator,
  input,
  item,
  judgedInput,
  mul,
  nextSpan,
  num,
  q,
  ref,
  tiers,
  when,
} from '../model-builder.ts';
import { department } from './department-builder.ts';
import { build, exemption, notApplicable, rounding, veto } from './framework-builder.ts';

/** A rule over one input of its own, and values of the input among which its extremes lie. */
interface Part {
  readonly input: Input;
  readonly item: Item;
  readonly candidates: readonly string[];
}

const points = fc.integer({ min: 1, max: 6 });
const readings = fc.constantFrom<StepReading>('prorated', 'full-step', 'started-step');

const makers: fc.Arbitrary<(name: string) => Part>[] = [
  points.map((own) => (name) => ({
    input: input(name, '[0, 1]'),
    item: item(name, own, formula(mul(ref(name), own))),
    candidates: ['0', '1/3', '1'],
  })),
  fc.tuple(points, fc.nat(6), fc.nat(6)).map(([own, high, middle]) => (name) => ({
    input: input(name, '[0, 2]'),
    item: item(
      name,
      own,
      formula(
        tiers(
          ref(name),
          [
            ['>= 90%', Math.min(own, high)],
            ['>= 60%', Math.min(own, middle)],
          ],
          0,
        ),
      ),
    ),
    candidates: ['0', '0.6', '0.9', '2'],
  })),
  fc.tuple(points, readings).map(([own, reading]) => (name) => ({
    input: input(name, '[0, 1]'),
    item: item(
      name,
      own,
      deduct({
        kind: 'step',
        amount: num('0.5'),
        step: num('5%'),
        subject: ref(name),
        side: 'above',
        limit: num('10%'),
        reading,
        condition: undefined,
        atMost: undefined,
        span: nextSpan(),
      }),
    ),
    candidates: ['0', '0.101', '0.33', '1'],
  })),
  points.map((own) => (name) => ({
    input: input(name, '[0, 2]'),
    item: item(name, own, formula(when([[gt(ref(name), 1), 0]], mul(ref(name), own)))),
    candidates: ['0', '0.5', '1', '2'],
  })),
  points.map((own) => (name) => ({
    input: input(name, '[0, 3]'),
    item: item(name, own, formula(mul(ref(name), own)), {
      caps: { atLeast: undefined, atMost: num(own), uncapped: false },
    }),
    candidates: ['0', '0.7', '1', '3'],
  })),
  points.map((own) => (name) => {
    const judgement = judgedInput(name, own);
    const judged = item(name, own, { kind: 'judged', input: judgement, span: nextSpan() });
    return { input: judgement, item: judged, candidates: ['0', String(own)] };
  }),
];

const yesNo = (name: string) => input(name, '(, )', BOOLEAN);

interface Random {
  readonly framework: Framework;
  readonly candidates: ReadonlyMap<string, readonly (string | boolean)[]>;
}

/** Two indicators in a group: some parts, and perhaps a veto, an exemption or an applicability. */
const frameworks: fc.Arbitrary<Random> = fc
  .record({
    parts: fc.array(fc.oneof(...makers), { minLength: 2, maxLength: 3 }),
    strikes: fc.constantFrom('none', 'veto', 'exemption'),
    policy: fc.constantFrom(undefined, 'within-group', 'over-all', 'in-full'),
    grid: fc.constantFrom(undefined, '0.1', '0.25'),
    vetoScore: fc.constantFrom(0, '0.5'),
  })
  .map(({ parts, strikes, policy, grid, vetoScore }) => {
    const made = parts.map((make, at) => make(`x${at}`));
    const [first, ...rest] = made;
    if (!first) throw new Error('no part');
    const vetoes: Veto[] =
      strikes === 'veto' ? [veto('否决', ref('否决', BOOLEAN), vetoScore)] : [];
    const exemptions = strikes === 'exemption' ? [exemption('免评', ref('免评', BOOLEAN))] : [];
    const sum = (items: readonly Item[]) =>
      String(items.reduce((all, each) => all + Number(each.points.n), 0));
    const items = rest.map((part) => part.item);
    const children = [
      indicator('A', sum([first.item]), [first.item], {
        path: ['G', 'A'],
        notApplicable: policy && notApplicable(ref('不适用', BOOLEAN), policy),
      }),
      indicator('B', sum(items), items, { path: ['G', 'B'], vetoes, exemptions }),
    ];
    const flags = [
      ...(strikes === 'veto' ? ['否决'] : strikes === 'exemption' ? ['免评'] : []),
      ...(policy ? ['不适用'] : []),
    ];
    const own = made.flatMap((part) => (part.input.kind === 'value' ? [part.input] : []));
    return {
      framework: build(
        [group('G', sum([first.item, ...items]), children)],
        [...own, ...flags.map(yesNo)],
        {
          roundings: {
            items: undefined,
            indicators: grid ? rounding(grid) : undefined,
            groups: undefined,
            total: undefined,
          },
        },
      ),
      candidates: new Map<string, readonly (string | boolean)[]>([
        ...made.map((part) => [part.input.name, part.candidates] as const),
        ...flags.map((flag) => [flag, [true, false]] as const),
      ]),
    };
  });

function scored({ framework }: Random, given: ReadonlyMap<string, string | boolean>): ScoreSheet {
  const judged = new Set(
    framework.inputs.filter((each) => each.kind === 'judged').map((each) => each.name),
  );
  const awards = [...given].flatMap(([name, value]) =>
    judged.has(name) ? [[name, String(value)] as const] : [],
  );
  const values = [...given].filter(([name]) => !judged.has(name));
  return evaluate(
    framework,
    department({ values: Object.fromEntries(values), awards: Object.fromEntries(awards) }),
  );
}

function completions(
  random: Random,
  known: ReadonlyMap<string, string | boolean>,
): Map<string, string | boolean>[] {
  let all = [new Map(known)];
  for (const [name, values] of random.candidates)
    if (!known.has(name))
      all = all.flatMap((given) => values.map((value) => new Map([...given, [name, value]])));
  return all;
}

/** What a department gives: for each input an index into its candidates, or nothing. */
const gaps = fc.array(fc.option(fc.nat(3), { nil: undefined }), { minLength: 5, maxLength: 5 });

function knownOf(
  random: Random,
  choice: readonly (number | undefined)[],
): Map<string, string | boolean> {
  const known = new Map<string, string | boolean>();
  [...random.candidates].forEach(([name, values], at) => {
    const index = choice[at];
    const value = index === undefined ? undefined : values[index % values.length];
    if (value !== undefined) known.set(name, value);
  });
  return known;
}

test.prop([frameworks, gaps], { numRuns: 300 })(
  'every completion lies in the ranges of its score, parts and total',
  (random, choice) => {
    const known = knownOf(random, choice);
    const open = scored(random, known);
    const ranges = placesIn(open).map((place) => place.score);
    for (const completion of completions(random, known).slice(0, 40)) {
      const complete = scored(random, completion);
      expect(encloses(open.total, complete.total)).toBe(true);
      const by = new Map(placesIn(complete).map((place) => [place.path.join(), place.score]));
      for (const { path, score } of placesIn(open)) {
        const inside = by.get(path.join());
        // An item of an indicator that turned out not to apply is not scored.
        if (inside) expect(encloses(score.score, inside.score)).toBe(true);
      }
    }
    expect(ranges.length).toBeGreaterThan(0);
  },
);

test.prop([frameworks, gaps], { numRuns: 150 })(
  'both ends are reached where each input occurs once',
  (random, choice) => {
    const known = knownOf(random, choice);
    const open = scored(random, known);
    let [lowest, highest]: (Rational | undefined)[] = [undefined, undefined];
    for (const completion of completions(random, known)) {
      const total = pointOf(scored(random, completion).total);
      if (!total) throw new Error('a complete department has a total');
      lowest = lowest ? minimum(lowest, total) : total;
      highest = highest ? maximum(highest, total) : total;
    }
    expect(open.total.low?.value).toEqual(lowest);
    expect(open.total.high?.value).toEqual(highest);
  },
);

test.prop([frameworks, gaps], { numRuns: 200 })(
  'scores stay between 0 and the points that count',
  (random, choice) => {
    const sheet = scored(random, knownOf(random, choice));
    for (const { score } of placesIn(sheet)) {
      expect(score.score.low && compare(score.score.low.value, q(0))).toBeGreaterThanOrEqual(0);
      const most = score.points.high?.value ?? q(0);
      expect(score.score.high && compare(score.score.high.value, most)).toBeLessThanOrEqual(0);
    }
    expect(contains(sheet.total, sheet.total.low?.value ?? q(-1))).toBe(
      sheet.total.low?.open === false,
    );
  },
);

test.prop([frameworks, gaps, gaps], { numRuns: 150 })(
  'knowing more never widens a score',
  (random, choice, more) => {
    const less = knownOf(random, choice);
    const both = new Map([...knownOf(random, more), ...less]);
    const [open, narrower]: Range[] = [scored(random, less).total, scored(random, both).total];
    if (!open || !narrower) throw new Error('no totals');
    expect(encloses(open, narrower) && intersect(open, narrower) !== undefined).toBe(true);
  },
);

test.prop([frameworks, gaps], { numRuns: 150 })(
  'missing inputs come in falling order of what they decide',
  (random, choice) => {
    const known = knownOf(random, choice);
    const { missing, total } = scored(random, known);
    expect(new Set(missing.map(({ name }) => name))).toEqual(
      new Set([...random.candidates.keys()].filter((name) => !known.has(name))),
    );
    const decides = missing.map((each) => each.decides ?? q(1000));
    expect(
      decides.every((value, at) => at === 0 || compare(decides[at - 1] ?? value, value) >= 0),
    ).toBe(true);
    if (pointOf(total)) expect(decides.every((value) => value.n === 0n)).toBe(true);
  },
);
