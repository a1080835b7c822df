// The ten indicators as programmers write them by hand, one department at a time: in plain doubles as the
// wording has them, in doubles without branches, in doubles whose figures are whole numbers of a step with
// exact arithmetic where rounding is close, and in BigInt throughout.
import type { Contender } from '../contender.ts';
import { oneByOne } from '../contender.ts';
import type { Doubles, Scored, Steps } from './department.ts';
import { doublesOf } from './department.ts';
import { scoreBranchFree } from './branch-free.ts';
import { scoreFiltered } from './filtered.ts';
import { bigintsOf, scoreInBigInt } from './bigint.ts';
import { toldInCents, toldInPoints } from './told.ts';

/** The yardstick of all ratios. */
export const YARDSTICK = 'plain doubles, formulas as written';

export const BY_HAND: readonly Contender<Steps>[] = [
  {
    name: YARDSTICK,
    family: 'by hand',
    prepare: (departments) => oneByOne(departments.map(doublesOf), scoreInDoubles, toldInPoints),
  },
  {
    name: 'plain doubles, branch-free',
    family: 'by hand',
    prepare: (departments) => oneByOne(departments.map(doublesOf), scoreBranchFree, toldInPoints),
  },
  {
    name: 'scaled integers, filter, BigInt near ties',
    family: 'by hand',
    prepare: (departments) => oneByOne(departments, scoreFiltered, toldInCents),
  },
  {
    name: 'BigInt throughout',
    family: 'by hand',
    prepare: (departments) => oneByOne(departments.map(bigintsOf), scoreInBigInt, toldInCents),
  },
];

const rounded = (points: number) => Math.round(points * 100) / 100;

/** Formulas as written. */
export function scoreInDoubles(d: Doubles): Scored {
  const procurement =
    d.procured > d.procurementPlan ? 0 : rounded((d.procured / d.procurementPlan) * 10);

  const change = Math.abs(d.budgetAdjusted - d.budgetInitial) / d.budgetInitial;
  const adjustment = change > 0.1 ? rounded(Math.max(0, 10 - ((change - 0.1) / 0.01) * 1)) : 10;

  const use = d.assetsInUse / d.assets;
  let assetUse = 0;
  if (use >= 0.9) assetUse = 10;
  else if (use >= 0.75) assetUse = 7;
  else if (use >= 0.6) assetUse = 4;

  const staffing = d.staff / d.posts <= 1 ? 5 : 0;

  const contractors = d.contractors / (d.staff + d.contractors);
  let contracting = 0;
  if (contractors < 0.05) contracting = 5;
  else if (contractors <= 0.1) contracting = 2.5;

  const hospitalityControl = control(d.hospitality / d.hospitalityBudget);
  const officeControl = control(d.office / d.officeBudget);

  const rate1 = d.spent1 / d.budget1 / 0.25;
  const rate2 = d.spent2 / d.budget2 / 0.5;
  const rate3 = d.spent3 / d.budget3 / 0.75;
  const rate4 = d.spent4 / d.budget4 / 1;
  const mean = (rate1 + rate2 + rate3 + rate4) / 4;
  const execution = rounded(Math.min(rate1 * 3 + rate2 * 3 + rate3 * 3 + rate4 * 3 + mean * 6, 18));

  const timeliness =
    d.projectsDone >= d.projects ? 12 : rounded((d.projectsDone / d.projects) * 12);

  let satisfactionScore = 1;
  if (d.satisfaction >= 0.95) satisfactionScore = 10;
  else if (d.satisfaction >= 0.9) satisfactionScore = 7;
  else if (d.satisfaction >= 0.8) satisfactionScore = 4;

  const total = rounded(
    procurement +
      adjustment +
      assetUse +
      staffing +
      contracting +
      hospitalityControl +
      officeControl +
      execution +
      timeliness +
      satisfactionScore,
  );
  let grade = '差';
  if (total >= 90) grade = '优';
  else if (total >= 80) grade = '良';
  else if (total >= 60) grade = '中';

  return {
    procurement,
    adjustment,
    assetUse,
    staffing,
    contracting,
    hospitalityControl,
    officeControl,
    execution,
    timeliness,
    satisfactionScore,
    total,
    grade,
  };
}

function control(rate: number): number {
  if (rate < 0.9) return 10;
  return rate <= 1 ? 7 : 0;
}
