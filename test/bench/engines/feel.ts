// FEEL, the expression language of DMN, as feelin interprets it: one context whose entries are the scores, the
// total and the grade, each of which may read those before it. feelin parses the text in every evaluation.
import { evaluate } from 'feelin';
import type { Contender } from '../contender.ts';
import { oneByOne } from '../contender.ts';
import type { Doubles, Scored, Steps } from '../ten/department.ts';
import { SCORES, doublesOf } from '../ten/department.ts';
import { toldInPoints } from '../ten/told.ts';

const control = (rate: string) => `if ${rate} < 0.9 then 10 else if ${rate} <= 1 then 7 else 0`;

const DECISION = `{
  procurement: if procured > procurementPlan then 0
    else round half up(procured / procurementPlan * 10, 2),
  change: abs(budgetAdjusted - budgetInitial) / budgetInitial,
  adjustment: if change <= 0.1 then 10 else round half up(max(0, 10 - (change - 0.1) / 0.01), 2),
  use: assetsInUse / assets,
  assetUse: if use >= 0.9 then 10 else if use >= 0.75 then 7 else if use >= 0.6 then 4 else 0,
  staffing: if staff / posts <= 1 then 5 else 0,
  outside: contractors / (staff + contractors),
  contracting: if outside < 0.05 then 5 else if outside <= 0.1 then 2.5 else 0,
  hospitalityControl: ${control('hospitality / hospitalityBudget')},
  officeControl: ${control('office / officeBudget')},
  rates: spent1 / budget1 / 0.25 + spent2 / budget2 / 0.5 + spent3 / budget3 / 0.75 + spent4 / budget4,
  execution: round half up(min(rates * 3 + rates / 4 * 6, 18), 2),
  timeliness: if projectsDone >= projects then 12 else round half up(projectsDone / projects * 12, 2),
  satisfactionScore: if satisfaction >= 0.95 then 10 else if satisfaction >= 0.9 then 7
    else if satisfaction >= 0.8 then 4 else 1,
  total: round half up(${SCORES.join(' + ')}, 2),
  grade: if total >= 90 then "优" else if total >= 80 then "良" else if total >= 60 then "中" else "差"
}`;

export const FEEL: readonly Contender<Steps>[] = [
  {
    name: 'feelin (FEEL)',
    family: 'rule engine',
    judged: 500,
    timed: 5,
    prepare: (departments) =>
      oneByOne(
        departments.map(doublesOf),
        (doubles: Doubles) => evaluate(DECISION, doubles).value as Scored,
        toldInPoints,
      ),
  },
];
