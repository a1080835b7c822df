// JsonLogic, interpreted by json-logic-js and compiled by json-logic-engine: a list of ten rules with one added
// operation for rounding, then rules for the total and the grade over the list of scores.
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import type { Contender, Running } from '../contender.ts';
import { oneByOne } from '../contender.ts';
import type { Doubles, Steps } from '../ten/department.ts';
import { doublesOf } from '../ten/department.ts';

type Logic = number | string | boolean | readonly Logic[] | { readonly [operation: string]: Logic };

const of = (name: string): Logic => ({ var: name });
const divide = (a: Logic, b: Logic): Logic => ({ '/': [a, b] });
const ratio = (a: string, b: string): Logic => divide(of(a), of(b));
const rounded = (points: Logic): Logic => ({ round: [points] });
const control = (rate: Logic): Logic => ({
  if: [{ '<': [rate, 0.9] }, 10, { '<=': [rate, 1] }, 7, 0],
});

const difference: Logic = { '-': [of('budgetAdjusted'), of('budgetInitial')] };
const change = divide({ max: [difference, { '-': [difference] }] }, of('budgetInitial'));
const use = ratio('assetsInUse', 'assets');
const outside = divide(of('contractors'), { '+': [of('staff'), of('contractors')] });
const rates: Logic = {
  '+': [
    divide(ratio('spent1', 'budget1'), 0.25),
    divide(ratio('spent2', 'budget2'), 0.5),
    divide(ratio('spent3', 'budget3'), 0.75),
    ratio('spent4', 'budget4'),
  ],
};
const satisfied = (from: number): Logic => ({ '>=': [of('satisfaction'), from] });

const RULES: readonly Logic[] = [
  {
    if: [
      { '>': [of('procured'), of('procurementPlan')] },
      0,
      rounded({ '*': [ratio('procured', 'procurementPlan'), 10] }),
    ],
  },
  {
    if: [
      { '<=': [change, 0.1] },
      10,
      rounded({ max: [0, { '-': [10, divide({ '-': [change, 0.1] }, 0.01)] }] }),
    ],
  },
  { if: [{ '>=': [use, 0.9] }, 10, { '>=': [use, 0.75] }, 7, { '>=': [use, 0.6] }, 4, 0] },
  { if: [{ '<=': [ratio('staff', 'posts'), 1] }, 5, 0] },
  { if: [{ '<': [outside, 0.05] }, 5, { '<=': [outside, 0.1] }, 2.5, 0] },
  control(ratio('hospitality', 'hospitalityBudget')),
  control(ratio('office', 'officeBudget')),
  rounded({ min: [{ '+': [{ '*': [rates, 3] }, { '*': [divide(rates, 4), 6] }] }, 18] }),
  {
    if: [
      { '>=': [of('projectsDone'), of('projects')] },
      12,
      rounded({ '*': [ratio('projectsDone', 'projects'), 12] }),
    ],
  },
  { if: [satisfied(0.95), 10, satisfied(0.9), 7, satisfied(0.8), 4, 1] },
];

const TOTAL: Logic = { round: [{ '+': RULES.map((_, at) => of(String(at))) }] };

const from = (points: number): Logic => ({ '>=': [of('total'), points] });
const GRADE: Logic = { if: [from(90), '优', from(80), '良', from(60), '中', '差'] };

type Rule = (data: unknown) => unknown;

export const JSON_LOGIC: readonly Contender<Steps>[] = [
  {
    name: 'json-logic-js',
    family: 'rule engine',
    timed: 500,
    prepare: (departments) => {
      jsonLogic.add_operation('round', toCents);
      return running(departments, (logic) => (data) => jsonLogic.apply(logic, data));
    },
  },
  {
    name: 'json-logic-engine, compiled',
    family: 'rule engine',
    prepare: (departments) => {
      const engine = new LogicEngine();
      engine.addMethod('round', ([points]: number[]) => toCents(points ?? Number.NaN));
      return running(departments, (logic) => engine.build(logic) as Rule);
    },
  },
];

const toCents = (points: number) => Math.round(points * 100) / 100;

interface Result {
  readonly scores: readonly number[];
  readonly total: number;
  readonly grade: string;
}

function running(departments: readonly Steps[], made: (logic: Logic) => Rule): Running {
  const [rules, totalOf, gradeOf] = [made(RULES), made(TOTAL), made(GRADE)];
  const score = (doubles: Doubles): Result => {
    const scores = rules(doubles) as number[];
    const total = totalOf(scores) as number;
    return { scores, total, grade: gradeOf({ total }) as string };
  };
  return oneByOne(departments.map(doublesOf), score, ({ scores, total, grade }) => ({
    scores: scores.map((points) => Math.round(points * 100)),
    total: Math.round(total * 100),
    grade,
  }));
}
