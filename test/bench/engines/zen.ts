// GoRules ZEN: a decision graph as its editor makes it, with an expression node for ratios, a decision table for
// each indicator in bands, an expression node for rounding and the total, and a table for the grade.
import { ZenEngine } from '@gorules/zen-engine';
import type { Contender, Running } from '../contender.ts';
import { oneByOneLater } from '../contender.ts';
import type { Doubles, Scored, Steps } from '../ten/department.ts';
import { SCORES, doublesOf } from '../ten/department.ts';
import { toldInPoints } from '../ten/told.ts';

interface Node {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content?: object;
}

function expressions(id: string, entries: Readonly<Record<string, string>>): Node {
  const list = Object.entries(entries).map(([key, value]) => ({ id: `${id}.${key}`, key, value }));
  const content = { expressions: list, passThrough: true, inputField: null, outputPath: null };
  return { id, name: id, type: 'expressionNode', content };
}

function decisionTable(
  field: string,
  score: string,
  ...rows: readonly (readonly [condition: string, value: string])[]
): Node {
  const content = {
    hitPolicy: 'first',
    inputs: [{ id: 'in', name: field, field }],
    outputs: [{ id: 'out', name: score, field: score }],
    rules: rows.map(([condition, value], at) => ({
      _id: `${score}.${at}`,
      in: condition,
      out: value,
    })),
    passThrough: true,
    inputField: null,
    outputPath: null,
  };
  return { id: score, name: score, type: 'decisionTableNode', content };
}

const NODES: readonly Node[] = [
  { id: 'request', name: 'request', type: 'inputNode' },
  expressions('ratios', {
    use: 'assetsInUse / assets',
    staffRate: 'staff / posts',
    outside: 'contractors / (staff + contractors)',
    hospitalityRate: 'hospitality / hospitalityBudget',
    officeRate: 'office / officeBudget',
    change: 'abs(budgetAdjusted - budgetInitial) / budgetInitial',
    rates:
      'spent1 / budget1 / 0.25 + spent2 / budget2 / 0.5 + spent3 / budget3 / 0.75 + spent4 / budget4',
  }),
  decisionTable('use', 'assetUse', ['>= 0.9', '10'], ['>= 0.75', '7'], ['>= 0.6', '4'], ['', '0']),
  decisionTable('staffRate', 'staffing', ['<= 1', '5'], ['', '0']),
  decisionTable('outside', 'contracting', ['< 0.05', '5'], ['<= 0.1', '2.5'], ['', '0']),
  decisionTable('hospitalityRate', 'hospitalityControl', ['< 0.9', '10'], ['<= 1', '7'], ['', '0']),
  decisionTable('officeRate', 'officeControl', ['< 0.9', '10'], ['<= 1', '7'], ['', '0']),
  decisionTable(
    'satisfaction',
    'satisfactionScore',
    ['>= 0.95', '10'],
    ['>= 0.9', '7'],
    ['>= 0.8', '4'],
    ['', '1'],
  ),
  expressions('points', {
    procurement: 'procured > procurementPlan ? 0 : round(procured / procurementPlan * 10, 2)',
    adjustment: 'change <= 0.1 ? 10 : round(max([0, 10 - (change - 0.1) / 0.01]), 2)',
    execution: 'round(min([rates * 3 + rates / 4 * 6, 18]), 2)',
    timeliness: 'projectsDone >= projects ? 12 : round(projectsDone / projects * 12, 2)',
  }),
  expressions('sum', { total: `round(${SCORES.join(' + ')}, 2)` }),
  decisionTable(
    'total',
    'grade',
    ['>= 90', "'优'"],
    ['>= 80', "'良'"],
    ['>= 60', "'中'"],
    ['', "'差'"],
  ),
  { id: 'response', name: 'response', type: 'outputNode' },
];

const GRAPH = {
  nodes: NODES.map((node, at) => ({ ...node, position: { x: at * 100, y: 0 } })),
  edges: NODES.slice(1).map(({ id }, at) => ({
    id: `to ${id}`,
    type: 'edge',
    sourceId: NODES[at]?.id,
    targetId: id,
  })),
};

/** How many departments are on their way at once. */
const IN_FLIGHT = 64;

export const ZEN: readonly Contender<Steps>[] = [
  {
    name: 'GoRules ZEN, awaited',
    family: 'rule engine',
    judged: 2000,
    timed: 64,
    prepare: (departments) => {
      const { score, close } = decision();
      return { ...oneByOneLater(departments.map(doublesOf), score, toldInPoints), close };
    },
  },
  {
    name: 'GoRules ZEN, 64 in flight',
    family: 'rule engine',
    judged: 2000,
    timed: 64,
    prepare: (departments) => inFlight(departments.map(doublesOf)),
  },
];

function decision() {
  const engine = new ZenEngine();
  const decision = engine.createDecision(GRAPH);
  const score = async (doubles: Doubles) => (await decision.evaluate(doubles)).result as Scored;
  return { score, close: () => engine.dispose() };
}

function inFlight(departments: readonly Doubles[]): Running {
  const { score, close } = decision();
  const all = async () => {
    const scored: Scored[] = [];
    for (let first = 0; first < departments.length; first += IN_FLIGHT)
      scored.push(...(await Promise.all(departments.slice(first, first + IN_FLIGHT).map(score))));
    return scored;
  };
  return {
    scored: departments.length,
    pass: async () => {
      await all();
    },
    told: async () => (await all()).map(toldInPoints),
    close,
  };
}
