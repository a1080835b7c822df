// Figures as people expect them: percentages, money, signs, the digits of a rounding, words in order.
import { expect, it } from 'vitest';
import { reasonsOf } from '../../src/report/reason.ts';
import { outputText } from '../../src/report/outputs.ts';
import { scoresJson } from '../../src/report/json.ts';
import { indicatorScores, judgedInputs } from '../../src/report/scored.ts';
import type { Scored } from '../../src/report/scored.ts';
import { score } from './scoring.ts';

const shown = (scored: Scored) =>
  Object.fromEntries(
    scored.sheet.outputs.map((each): [string, string] => [
      each.output.name,
      outputText(each, each.value, { language: 'en', lets: scored.framework.lets }),
    ]),
  );
const outputs = (text: string, inputs: object) =>
  shown(score(inputs, {}, `ruleset R for 2024 { ${text} }`));
const stepsOf = (scored: Scored) =>
  scoresJson(scored.framework, [scored], 'en').results[0]?.indicators.flatMap((each) => [
    ...each.items.flatMap((item) => item.steps),
    ...each.steps,
  ]);

it('shows a percentage of a plain figure as a plain figure, of a ratio as a ratio', () => {
  expect(
    outputs(
      `input a, b : number from 0 to 4
      input x, y : money in 元 above 0
      output mark = 60% * a + 40% * b rounded to 0.01 half up
      output share = 60% * (x / y)
      output weighted = x / y * 0.5`,
      { a: '3.1234', b: '2.5', x: 1, y: 2 },
    ),
  ).toEqual({ mark: '2.87', share: '30%', weighted: '25%' });
});

it('shows every digit of an output that ends, and of the rounding of its own', () => {
  expect(
    outputs(
      `input x, y : number above 0
      output rate : percent = x / y rounded to 0.001% half up
      output exact = x / 10000000
      output third = x / 3`,
      { x: '1.2345', y: 7 },
    ),
  ).toEqual({ rate: '17.636%', exact: '0.00000012345', third: '0.4115' });
});

it('names words that are still open in the order of their declaration', () => {
  const scored = score(
    {},
    {},
    `ruleset R for 2024 {
      input x : number from 0 to 1
      output letter : one of { A > B > C } = when x < 0.3 : C  otherwise when x < 0.6 : A otherwise : B
    }`,
  );
  expect(shown(scored)).toEqual({ letter: 'open (A or B or C)' });
  const [output] = scoresJson(scored.framework, [scored], 'en').results[0]?.outputs ?? [];
  expect(output?.value).toEqual(['A', 'B', 'C']);
});

it('shows money worked out per thing in the unit it was given in', () => {
  expect(
    outputs(
      `input cost, base : money in 万元
      input heads, used : count of 人 at least 1
      let each_head = cost / heads
      output spent = each_head * used
      output debt = -base`,
      { cost: 300, base: -150, heads: 10, used: 3 },
    ),
  ).toEqual({ spent: '90 万元', debt: '150 万元' });
});

it('never writes two signs side by side, and a rounding of money with its unit', () => {
  const scored = score(
    { base: -150 },
    {},
    `ruleset R for 2024 {
      input base : money in 万元
      output debt = -base
      output more = 5 万元 - base rounded to 0.01 万元 half up
    }`,
  );
  const texts = scoresJson(scored.framework, [scored], 'en').results[0]?.outputs.flatMap(
    ({ steps }) => steps,
  );
  expect(texts).toEqual([
    'debt = −base = −(−150 万元) = 150 万元',
    'more = round(5 万元 − base, 0.01 万元, half up) = round(5 万元 − (−150 万元), 0.01 万元, half up) = 155 万元',
  ]);
});

it('names the fields of a record among the reasons for lost points', () => {
  const scored = score(
    { m: { done: 3, planned: 4 } },
    {},
    `ruleset R for 2024 {
      total 10 points
      input m : { done : number from 0 to 10, planned : number from 1 to 10 }
      indicator I 10 points { score min(10, m.done / m.planned * 10) }
    }`,
  );
  const wording = { language: 'en', lets: scored.framework.lets } as const;
  const [indicator] = indicatorScores(scored.sheet.children);
  expect(
    indicator && reasonsOf(indicator, scored, { wording, judged: judgedInputs(scored.framework) }),
  ).toEqual(['m.done 3, m.planned 4']);
});

const RULES = `ruleset R for 2024 {
  total 20 points
  input bad, none : yes or no = no
  group G 20 points {
    indicator X 10 points { deduct 2 points when bad }
    indicator Y 5 points { judged  not applicable when none award 4 points }
    indicator Z 5 points { checklist { entry 2..5 }  not applicable when bad redistribute within group }
  }
}`;

it('says of a deduction that does not fire that it does not', () => {
  const steps = stepsOf(score({ Y: 5, Z: { entries: { entry: 5 } } }, {}, RULES));
  expect(steps?.[0]).toBe('deduct: nothing, as bad (bad = no) does not hold');
});

it('shows an award and the points that it takes over one after the other', () => {
  const steps = stepsOf(score({ bad: true, none: true }, {}, RULES));
  expect(steps?.slice(2, 5)).toEqual([
    'not applicable, its points are awarded as the rule says',
    'formula: 4 points',
    'takes over points of parts that do not apply: × ≈1.3333: 4 points → ≈5.3333 points',
  ]);
});

it('does not call an entry unmet of which some points were awarded', () => {
  const steps = stepsOf(score({ Y: 5, Z: { entries: { entry: 3 }, reason: 'late' } }, {}, RULES));
  expect(steps?.at(-1)).toBe('awarded 3 of 5 points, entry 3 of 5, reason: late');
});

it('says whose rows they are, with the parameters by their names', () => {
  const scored = score(
    { kind: 'retail', rate: '75%' },
    {},
    `ruleset R for 2024 {
      total 10 points
      input kind : one of { retail, mining }
      input rate : percent from 0% to 100%
      let factor(value : percent, marks : list of 2 percent) = interpolate of value {
        < marks[2] : 0  marks[2] : 0.5  marks[1] : 1  > marks[1] : 1
      }
      indicator I 10 points {
        score factor(rate, (tiers of kind { retail : [80%, 50%]  mining : [90%, 40%] })) * full points
      }
    }`,
  );
  expect(stepsOf(scored)?.[1]).toBe(
    'factor: value 75% lies between the points marks[2] 50% (0.5) and marks[1] 80% (1): 0.5 + (value − marks[2]) / (marks[1] − marks[2]) × (1 − 0.5) = 0.5 + (75% − 50%) / (80% − 50%) × (1 − 0.5) ≈ 91.67%',
  );
});
