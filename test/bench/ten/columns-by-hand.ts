// Plain doubles in columns by hand, without branches: what the speed of typed arrays is worth before exactness.
import type { Contender } from '../contender.ts';
import type { Figure, ScoreName, Steps } from './department.ts';
import { FIGURES, SCORES, doublesOf } from './department.ts';
import type { scoreBranchFree } from './branch-free.ts';
import { toldInPoints } from './told.ts';

type Given = Readonly<Record<Figure, Float64Array>>;
type Scores = Readonly<Record<ScoreName | 'total', Float64Array>>;

const GRADES = ['差', '中', '良', '优'];

export const PLAIN_COLUMNS: Contender<Steps> = {
  name: 'plain doubles in columns, branch-free',
  family: 'by hand',
  prepare: (departments) => {
    const doubles = departments.map(doublesOf);
    const given = Object.fromEntries(
      FIGURES.map(([name]) => [name, Float64Array.from(doubles, (each) => each[name])]),
    ) as Given;
    const rows = departments.length;
    const scores = Object.fromEntries(
      [...SCORES, 'total'].map((name) => [name, new Float64Array(rows)]),
    ) as Scores;
    const grades = new Uint8Array(rows);
    return {
      scored: rows,
      pass: () => scoreColumns(given, scores, grades),
      told: () => {
        scoreColumns(given, scores, grades);
        return doubles.map((_, row) => {
          const points = SCORES.map((name) => [name, scores[name][row]]);
          const scored = Object.fromEntries(points) as ReturnType<typeof scoreBranchFree>;
          const total = scores.total[row] ?? 0;
          return toldInPoints({ ...scored, total, grade: GRADES[grades[row] ?? 0] ?? '' });
        });
      },
    };
  },
};

const rounded = (points: number) => Math.floor(points * 100 + 0.5) / 100;
const control = (rate: number) => 10 - 3 * +(rate >= 0.9) - 7 * +(rate > 1);

function scoreColumns(given: Given, scores: Scores, grades: Uint8Array): void {
  const { budgetInitial, budgetAdjusted, procured, procurementPlan } = given;
  const { spent1, spent2, spent3, spent4, budget1, budget2, budget3, budget4 } = given;
  const { hospitality, hospitalityBudget, office, officeBudget, assetsInUse, assets } = given;
  const { staff, posts, contractors, projects, projectsDone, satisfaction } = given;
  const { procurement, adjustment, assetUse, staffing, contracting } = scores;
  const { hospitalityControl, officeControl, execution, timeliness, satisfactionScore } = scores;
  const { total } = scores;
  const at = (column: Float64Array, row: number) => column[row] ?? Number.NaN;
  for (let row = 0; row < grades.length; row++) {
    const plan = at(procurementPlan, row);
    const spent = at(procured, row);
    const first = rounded((spent / plan) * 10) * +(spent <= plan);
    const initial = at(budgetInitial, row);
    const change = Math.abs(at(budgetAdjusted, row) - initial) / initial;
    const second = rounded(Math.max(0, Math.min(10, 10 - (change - 0.1) * 100)));
    const use = at(assetsInUse, row) / at(assets, row);
    const third = 4 * +(use >= 0.6) + 3 * +(use >= 0.75) + 3 * +(use >= 0.9);
    const fourth = 5 * +(at(staff, row) <= at(posts, row));
    const outside = at(contractors, row) / (at(staff, row) + at(contractors, row));
    const fifth = 5 - 2.5 * +(outside >= 0.05) - 2.5 * +(outside > 0.1);
    const sixth = control(at(hospitality, row) / at(hospitalityBudget, row));
    const seventh = control(at(office, row) / at(officeBudget, row));
    const rates =
      (at(spent1, row) / at(budget1, row)) * 4 +
      (at(spent2, row) / at(budget2, row)) * 2 +
      (at(spent3, row) / at(budget3, row)) * (4 / 3) +
      at(spent4, row) / at(budget4, row);
    const eighth = rounded(Math.min(rates * 4.5, 18));
    const ninth = rounded(Math.min(at(projectsDone, row) / at(projects, row), 1) * 12);
    const rate = at(satisfaction, row);
    const tenth = 1 + 3 * (+(rate >= 0.8) + +(rate >= 0.9) + +(rate >= 0.95));
    const sum = rounded(
      first + second + third + fourth + fifth + sixth + seventh + eighth + ninth + tenth,
    );
    procurement[row] = first;
    adjustment[row] = second;
    assetUse[row] = third;
    staffing[row] = fourth;
    contracting[row] = fifth;
    hospitalityControl[row] = sixth;
    officeControl[row] = seventh;
    execution[row] = eighth;
    timeliness[row] = ninth;
    satisfactionScore[row] = tenth;
    total[row] = sum;
    grades[row] = +(sum >= 60) + +(sum >= 80) + +(sum >= 90);
  }
}
