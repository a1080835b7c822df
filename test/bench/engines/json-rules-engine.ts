// json-rules-engine: ratios as facts that are worked out when a rule asks for them, a rule for each row of a
// table, and the points as parameters of the events that fire; total and grade are taken from the events.
import type { Almanac, RuleProperties } from 'json-rules-engine';
import { Engine } from 'json-rules-engine';
import type { Contender } from '../contender.ts';
import { oneByOneLater } from '../contender.ts';
import type { Doubles, Scored, ScoreName, Steps } from '../ten/department.ts';
import { SCORES, doublesOf } from '../ten/department.ts';
import { toldInPoints } from '../ten/told.ts';

type Bound = readonly [operator: 'lessThan' | 'lessThanInclusive' | 'greaterThanInclusive', number];
type Row = readonly [points: number, ...bounds: Bound[]];

const below = (figure: number): Bound => ['lessThan', figure];
const upTo = (figure: number): Bound => ['lessThanInclusive', figure];
const from = (figure: number): Bound => ['greaterThanInclusive', figure];

const TABLES: readonly (readonly [ScoreName, fact: string, ...Row[]])[] = [
  ['assetUse', 'use', [10, from(0.9)], [7, from(0.75), below(0.9)], [4, from(0.6), below(0.75)]],
  ['staffing', 'staffRate', [5, upTo(1)]],
  ['contracting', 'outside', [5, below(0.05)], [2.5, from(0.05), upTo(0.1)]],
  ['hospitalityControl', 'hospitalityRate', [10, below(0.9)], [7, from(0.9), upTo(1)]],
  ['officeControl', 'officeRate', [10, below(0.9)], [7, from(0.9), upTo(1)]],
  [
    'satisfactionScore',
    'satisfaction',
    [10, from(0.95)],
    [7, from(0.9), below(0.95)],
    [4, from(0.8), below(0.9)],
    [1, below(0.8)],
  ],
];

const COMPUTED: readonly ScoreName[] = ['procurement', 'adjustment', 'execution', 'timeliness'];

export const JSON_RULES_ENGINE: readonly Contender<Steps>[] = [
  {
    name: 'json-rules-engine',
    family: 'rule engine',
    judged: 2000,
    timed: 100,
    prepare: (departments) => {
      const engine = engineWithFacts();
      const score = async (doubles: Doubles) => {
        const { events } = await engine.run(doubles);
        return gathered(events.map(({ params }) => params as Fired));
      };
      return oneByOneLater(departments.map(doublesOf), score, toldInPoints);
    },
  },
];

interface Fired {
  readonly score: ScoreName;
  readonly points: number;
}

function gathered(events: readonly Fired[]): Scored {
  const scored: Record<string, number | string> = Object.fromEntries(
    SCORES.map((name) => [name, 0]),
  );
  let sum = 0;
  for (const { score, points } of events) {
    scored[score] = points;
    sum += points;
  }
  const total = rounded(sum);
  scored['total'] = total;
  scored['grade'] = total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差';
  return scored as Scored;
}

const rounded = (points: number) => Math.round(points * 100) / 100;

function engineWithFacts(): Engine {
  const rules: RuleProperties[] = TABLES.flatMap(([score, fact, ...rows]) =>
    rows.map(([points, ...bounds]) => ({
      conditions: { all: bounds.map(([operator, value]) => ({ fact, operator, value })) },
      event: { type: 'scored', params: { score, points } },
    })),
  );
  for (const score of COMPUTED)
    rules.push({
      conditions: { all: [{ fact: score, operator: 'greaterThanInclusive', value: 0 }] },
      event: { type: 'scored', params: { score, points: { fact: score } } },
    });
  const engine = new Engine(rules, { replaceFactsInEventParams: true });
  const fact = (name: string, needs: readonly string[], work: (...figures: number[]) => number) =>
    engine.addFact(name, async (_: unknown, almanac: Almanac) =>
      work(...(await Promise.all(needs.map((need) => almanac.factValue<number>(need))))),
    );
  const ratio = (a = 0, b = 0) => a / b;
  fact('use', ['assetsInUse', 'assets'], ratio);
  fact('staffRate', ['staff', 'posts'], ratio);
  fact('outside', ['contractors', 'staff'], (a = 0, b = 0) => a / (a + b));
  fact('hospitalityRate', ['hospitality', 'hospitalityBudget'], ratio);
  fact('officeRate', ['office', 'officeBudget'], ratio);
  fact('procurement', ['procured', 'procurementPlan'], (a = 0, b = 0) =>
    a > b ? 0 : rounded((a / b) * 10),
  );
  fact('change', ['budgetAdjusted', 'budgetInitial'], (a = 0, b = 0) => Math.abs(a - b) / b);
  fact('adjustment', ['change'], (change = 0) =>
    change > 0.1 ? rounded(Math.max(0, 10 - (change - 0.1) / 0.01)) : 10,
  );
  const quarters = [1, 2, 3, 4].flatMap((quarter) => [`spent${quarter}`, `budget${quarter}`]);
  fact('execution', quarters, (a = 0, k = 0, b = 0, l = 0, c = 0, m = 0, d = 0, n = 0) => {
    const rates = a / k / 0.25 + b / l / 0.5 + c / m / 0.75 + d / n;
    return rounded(Math.min(rates * 3 + (rates / 4) * 6, 18));
  });
  fact('timeliness', ['projectsDone', 'projects'], (a = 0, b = 0) =>
    a >= b ? 12 : rounded((a / b) * 12),
  );
  return engine;
}
