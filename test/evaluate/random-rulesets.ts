// Random rulesets that use everything that decides scores, and random departments for them: groups that
// add up, are combined or are pools, parts that may not exist or apply, strikes, grades, outputs,
// figures of other departments. Written as text, so that a failing case can be read and pasted.
import fc from 'fast-check';
import type { Framework, Input } from '../../src/model/framework.ts';
import { admissibleChoices } from '../../src/model/pool.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { divide, rational } from '../../src/number/rational.ts';
import { unknownInput } from '../../src/interpret/unknown-input.ts';

const INPUTS = `
  input 甲率, 乙率, 丙率 : percent from 0% to 100%
  input 类别 : one of { 街道, 部门 }
  input 型 : one of { 大, 小 }
  input 有, 无 : yes or no
  input 次 : count of 次 at most 6`;

const policies = [
  'redistribute within group',
  'redistribute over all',
  'award in full',
  'award 1',
  'award 甲率 * 2',
];
const flags = ['有', '无', '类别 = 街道', '甲率 < 50%'];

const pick = fc.constantFrom<string[]>;
const rarely = (some: readonly string[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 2, arbitrary: pick(...some) });

const out = fc
  .tuple(pick(...flags), pick(...policies))
  .map(([flag, policy]) => `not applicable when ${flag} ${policy}`);
const there = pick(...flags).map((flag) => `applies when ${flag}`);
const maybeOut = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 1, arbitrary: out });
const outAlone = out.filter((text) => !text.includes('over all'));
const maybeOutAlone = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: outAlone },
);
const inCombined = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: outAlone },
  { weight: 1, arbitrary: there },
);

const strikes = rarely([
  'veto "v" when 有 : 0',
  'veto "v" when 无 : min(standing, 1)',
  'veto "v" when 有 : standing * 50% priority 1',
  'exempt "e" when 无',
  'exempt "e" when 有 priority 2 veto "v" when 无 : 1',
  'veto "v" when 次 > 3 : standing * 50% veto "w" when 有 : min(standing, 2)',
]);

type Body = (name: string, points: number) => string;
const bodies: readonly Body[] = [
  (_, p) => `score 甲率 * ${p}`,
  (_, p) => `score 乙率 * ${p} rounded to 0.1 half up`,
  () => 'judged',
  () => 'deduct 1 per 次',
  (_, p) => `tiers of 丙率 { >= 60% : ${p}  >= 30% : 1  otherwise : 0 }`,
  (_, p) => `when 有 : 1 otherwise : 丙率 * ${p}`,
  (_, p) => `interpolate of 乙率 { < 20% : 0  20% : 1  80% : ${p}  > 80% : ${p} }`,
  (_, p) => `judged tiers of 甲率 { >= 60% : 1..${p}  otherwise : 0..1 }`,
  (n, p) => `item ${n}一 1 point { score 甲率 * 1 ITEMSTRIKES }
    item ${n}二 ${p - 1} points { score 乙率 * ${p - 1} }`,
  (n, p) => `item ${n}一 ${p} points { applies when 有 score 甲率 * ${p} ITEMSTRIKES }
    item ${n}二 ${p} points { applies when not 有 score 乙率 * ${p} }`,
  (n, p) => `score max of scores of parts
    item ${n}一 ${p} points { applies when 类别 = 街道 score 甲率 * ${p} }
    item ${n}二 ${p} points { score 乙率 * ${p} ITEMSTRIKES }`,
];
const comparing: readonly Body[] = [
  (_, p) => `score (min of 甲率 over cohort) * ${p}`,
  (_, p) => `score (mean of 乙率 over cohort) * ${p}`,
  (_, p) =>
    `score max(0, ${p + 1} - (rank of 甲率 over cohort highest first ties share best rank))`,
  (_, p) => `when 丙率 >= (mean of 丙率 over cohort) : ${p} otherwise : 1`,
  (_, p) => `when (count of cohort where 乙率 > own 乙率) >= 1 : 0 otherwise : ${p}`,
  (_, p) =>
    `when (rank of 丙率 over cohort where 类别 = own 类别 lowest first ties share worst rank) <= 1 : ${p} otherwise : 0`,
  (_, p) => `score (median of 乙率 over cohort) * ${p}`,
];

const indicator = (name: string, points: number, conditions: fc.Arbitrary<string>) =>
  fc
    .record({
      condition: conditions,
      body: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...bodies) },
        { weight: 1, arbitrary: fc.constantFrom(...comparing) },
      ),
      struck: strikes,
      inside: strikes,
    })
    .map(({ condition, body, struck, inside }) => {
      const written = body(name, points).replaceAll(
        'ITEMSTRIKES',
        inside.replace(/, 2\)| : 1$/, (end) => end),
      );
      return `indicator ${name} ${points} points at least 0 at most ${points} { ${condition} ${struck} ${written} }`;
    });

const none = fc.constant('');
const combining = (name: string) =>
  pick(
    'score sum of scores of parts',
    'score min of rates of parts * full points',
    'score max of rates of parts * full points',
    'score (mean of rates of parts) * full points',
    'score max of scores of parts',
    `score score of (${name} / ${name}甲) * 40% + score of (${name} / ${name}乙) * 60%`,
    'score (count of rates of parts where each >= 60%) / 3 * full points',
    `when score of (${name} / ${name}丙) >= 1 : sum of scores of parts otherwise : 1`,
  );

/** The parts of a group of 10 points and what it says of them, by what kind of group it is. */
const inside = (name: string): fc.Arbitrary<string> => {
  const [a, b, c] = [`${name}甲`, `${name}乙`, `${name}丙`];
  const words = (...parts: fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((all) => all.join('\n      '));
  return fc.oneof(
    words(indicator(a, 4, maybeOut), indicator(b, 6, maybeOut)),
    words(indicator(a, 4, none), indicator(b, 3, maybeOut), indicator(c, 3, maybeOut)),
    words(
      indicator(a, 4, maybeOut),
      indicator(b, 6, fc.constant('applies when 类别 = 街道')),
      indicator(c, 6, fc.constant('applies when 类别 = 部门')),
    ),
    words(
      indicator(a, 2, none),
      indicator(b, 8, fc.constant('applies when 甲率 < 50%')),
      indicator(
        c,
        8,
        out.map((each) => `applies when 甲率 >= 50% ${each}`),
      ),
    ),
    words(
      fc.constant('chosen by department'),
      indicator(a, 5, maybeOut),
      indicator(b, 5, none),
      indicator(c, 10, maybeOut),
    ),
    words(
      fc.constant('chosen by department redistribute'),
      indicator(a, 4, none),
      indicator(b, 5, maybeOut),
      indicator(c, 6, maybeOut),
    ),
    words(
      indicator(a, 4, maybeOut),
      words(
        maybeOut.map((own) => `group ${b} 6 points { ${own}`),
        indicator(`${name}子`, 3, maybeOut),
        indicator(`${name}丑`, 3, maybeOut),
        fc.constant('}'),
      ),
    ),
    words(
      combining(name),
      indicator(a, 4, inCombined),
      indicator(b, 5, inCombined),
      indicator(c, 6, inCombined),
    ),
    words(
      combining(name),
      indicator(a, 5, inCombined),
      indicator(b, 5, inCombined),
      indicator(c, 5, none),
    ),
    words(
      fc.constant('chosen by department redistribute score max of rates of parts * full points'),
      indicator(a, 5, maybeOutAlone),
      indicator(b, 3, none),
      indicator(c, 4, none),
    ),
  );
};

const readers: readonly string[] = [
  'score score of G / 10 * 6',
  'when score of (G / G甲) >= 2 : 6 otherwise : min(6, score of H)',
  'score min(6, score of (G / G甲) + score of H)',
  'score min(6, score of (H / H甲) + score of ITEM)',
  'score min(6, (mean of score of G over cohort))',
  'score max(0, 7 - (rank of score of G over cohort highest first ties share best rank))',
];
const group = (name: string, own: fc.Arbitrary<string>) =>
  fc
    .tuple(own, strikes, inside(name), rarely(['rounded to 0.5 half up']))
    .map(
      ([condition, struck, parts, rounded]) =>
        `group ${name} 10 points at least 0 at most 10 { ${rounded} ${condition} ${struck}\n      ${parts} }`,
    );

/** The whole text of a ruleset. Some are refused by the checker. */
export const rulesets: fc.Arbitrary<string> = fc
  .record({
    top: rarely([
      'score sum of scores of parts',
      'score min of rates of parts * 26',
      'score (mean of rates of parts) * full points',
    ]),
    rounded: rarely(['scores rounded to 0.01 half up', 'total rounded to 0.1 half up']),
    g: group('G', maybeOut),
    h: fc.oneof(
      group('H', maybeOut),
      group('H', fc.constant('applies when 型 = 大')).chain((first) =>
        group('I', fc.constant('applies when 型 = 小')).map((other) => `${first}\n    ${other}`),
      ),
    ),
    reader: fc.tuple(fc.constantFrom(...readers), maybeOut),
    extra: rarely(['b', 'p', 'bp']),
    bonus: indicator('奖', 3, maybeOut),
    penalty: indicator('罚', 3, maybeOut),
    struck: strikes.map((text) =>
      text.replaceAll('veto', 'veto total').replaceAll('exempt', 'exempt total'),
    ),
    graded: fc.subarray([
      'veto grade down 1 "d" when 有',
      'veto grade down 次 "d" when 次 > 2 priority 1',
      'veto grade at most 中 "c" when 无',
    ]),
    outputs: fc.subarray([
      'output 比例 = tiers of total score { >= 20 : 100%  >= 10 : 50% + 甲率 * 10%  otherwise : 0% }',
      'output 级 = total grade',
      'output 均 = mean of total score over cohort',
      'output 名次 = rank of total score over cohort highest first ties share average rank',
      'output 强 = total grade >= 良 and score of H > 3',
      'output 差额 = max of score of H over cohort',
    ]),
  })
  .map(
    ({
      top,
      rounded,
      g,
      h,
      reader: [asks, own],
      extra,
      bonus,
      penalty,
      struck,
      graded,
      outputs,
    }) => {
      const item = /group (.)[^]*?indicator (..)[^]*?item (...)/.exec(g)?.slice(1).join(' / ');
      const reads = asks.replace('ITEM', item ? `(${item})` : 'G');
      return `
ruleset R { total 26 points at least 0 at most 26 ${rounded}
    grades { 优 from 20 when score of G >= 5  良 from 14 when not 有  中 from 8  差 from 0 }
    ${INPUTS}
    ${top} ${struck} ${graded.join(' ')}
    indicator 读 6 points at least 0 at most 6 { ${own} ${reads} }
    ${h}
    ${g}
    ${extra.includes('b') ? `bonus group B 3 points at least 0 at most 3 { ${bonus} }` : ''}
    ${extra.includes('p') ? `penalty group P 3 points at least 0 at most 3 { ${penalty} }` : ''}
    ${outputs.join('\n    ')}
}`;
    },
  );

/** What a department gives, by the place of the input: turned into a value by `inputsFrom`. */
export const figures: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(59), {
  minLength: 24,
  maxLength: 24,
});

/** The inputs of a department's file; those at the places in `gone` are left out. */
export function inputsFrom(
  { inputs }: Framework,
  chosen: readonly number[],
  gone: readonly boolean[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    inputs.flatMap((input, place) => {
      const candidates = candidatesOf(input);
      const value = candidates[(chosen[place % chosen.length] ?? 0) % candidates.length];
      return gone[place % Math.max(1, gone.length)] === true ? [] : [[input.name, value]];
    }),
  );
}

function candidatesOf(input: Input): readonly unknown[] {
  if (input.kind === 'judged') {
    if (input.form.kind === 'banded') return [{ award: '1', reason: '…' }];
    const half = divide(input.points, rational(2));
    const awards = [rational(0), rational(1), half, input.points];
    return awards.map((award) => ({ award: formatExact(award), reason: '…' }));
  }
  if (input.pool) return admissibleChoices(input.pool, unknownInput(input), 100) ?? [[]];
  const { type } = input;
  if (type.kind === 'boolean') return [true, false];
  if (type.kind === 'enumeration') return type.values;
  if (input.name === '次') return [0, 1, 2, 3, 4, 6];
  return ['0%', '25%', '33%', '50%', '60%', '100%'];
}
