// publicodes, the language of French public simulators: a rule for each figure and score, tables as variations,
// evaluated from the total downwards for one situation after another.
import Engine from 'publicodes';
import type { Contender } from '../contender.ts';
import { oneByOne } from '../contender.ts';
import type { Doubles, Scored, Steps } from '../ten/department.ts';
import { FIGURES, SCORES, doublesOf } from '../ten/department.ts';
import { toldInPoints } from '../ten/told.ts';

type Row = { readonly si: string; readonly alors: string } | { readonly sinon: string };

const table = (...rows: readonly (readonly [condition: string, value: string])[]) =>
  rows.map(([si, alors]): Row => (si === '' ? { sinon: alors } : { si, alors }));

const control = (rate: string) => ({
  variations: table([`${rate} < 0.9`, '10'], [`${rate} <= 1`, '7'], ['', '0']),
});

const RULES = {
  ...Object.fromEntries(FIGURES.map(([name]) => [name, { valeur: 0 }])),
  procurementRate: 'procured / procurementPlan',
  procurementPoints: {
    variations: table(['procured > procurementPlan', '0'], ['', 'procurementRate * 10']),
  },
  procurement: { valeur: 'procurementPoints', arrondi: '2 décimales' },
  difference: 'budgetAdjusted - budgetInitial',
  size: { variations: table(['difference < 0', '0 - difference'], ['', 'difference']) },
  change: 'size / budgetInitial',
  adjustmentPoints: { valeur: '10 - (change - 0.1) / 0.01', plafond: 10, plancher: 0 },
  adjustment: { valeur: 'adjustmentPoints', arrondi: '2 décimales' },
  use: 'assetsInUse / assets',
  assetUse: {
    variations: table(['use >= 0.9', '10'], ['use >= 0.75', '7'], ['use >= 0.6', '4'], ['', '0']),
  },
  staffing: { variations: table(['staff / posts <= 1', '5'], ['', '0']) },
  outside: 'contractors / (staff + contractors)',
  contracting: {
    variations: table(['outside < 0.05', '5'], ['outside <= 0.1', '2.5'], ['', '0']),
  },
  hospitalityRate: 'hospitality / hospitalityBudget',
  hospitalityControl: control('hospitalityRate'),
  officeRate: 'office / officeBudget',
  officeControl: control('officeRate'),
  rates: {
    somme: [
      'spent1 / budget1 / 0.25',
      'spent2 / budget2 / 0.5',
      'spent3 / budget3 / 0.75',
      'spent4 / budget4',
    ],
  },
  executionPoints: { valeur: 'rates * 3 + rates / 4 * 6', plafond: 18 },
  execution: { valeur: 'executionPoints', arrondi: '2 décimales' },
  timelinessPoints: { valeur: 'projectsDone / projects * 12', plafond: 12 },
  timeliness: { valeur: 'timelinessPoints', arrondi: '2 décimales' },
  satisfactionScore: {
    variations: table(
      ['satisfaction >= 0.95', '10'],
      ['satisfaction >= 0.9', '7'],
      ['satisfaction >= 0.8', '4'],
      ['', '1'],
    ),
  },
  sum: { somme: [...SCORES] },
  total: { valeur: 'sum', arrondi: '2 décimales' },
  grade: {
    variations: table(
      ['total >= 90', "'优'"],
      ['total >= 80', "'良'"],
      ['total >= 60', "'中'"],
      ['', "'差'"],
    ),
  },
};

export const PUBLICODES: readonly Contender<Steps>[] = [
  {
    name: 'publicodes',
    family: 'rule engine',
    judged: 1000,
    timed: 10,
    prepare: (departments) => {
      const quiet = { log: () => undefined, warn: () => undefined, error: () => undefined };
      const engine = new Engine<string>(RULES, { logger: quiet });
      const score = (doubles: Doubles): Scored => {
        engine.setSituation(doubles);
        const scored: Record<string, unknown> = {};
        for (const name of [...SCORES, 'total', 'grade'])
          scored[name] = engine.evaluate(name).nodeValue;
        return scored as Scored;
      };
      return oneByOne(departments.map(doublesOf), score, toldInPoints);
    },
  },
];
