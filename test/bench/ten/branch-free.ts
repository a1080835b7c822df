// The ten indicators in doubles without a branch: rows of tables are found by counting the thresholds that are
// passed, limits are minima and maxima. As inexact as the formulas as written, and faster on mixed data.
import type { Doubles, Scored } from './department.ts';

const ASSETS = [0, 4, 7, 10];
const STAFFING = [5, 0];
const CONTRACTING = [5, 2.5, 0];
const CONTROL = [10, 7, 0];
const SATISFACTION = [1, 4, 7, 10];
const GRADES = ['差', '中', '良', '优'];

const rounded = (points: number) => Math.floor(points * 100 + 0.5) / 100;
const control = (rate: number) => CONTROL[+(rate >= 0.9) + +(rate > 1)] ?? 0;

export function scoreBranchFree(d: Doubles): Scored {
  const procurement =
    rounded((d.procured / d.procurementPlan) * 10) * +(d.procured <= d.procurementPlan);
  const change = Math.abs(d.budgetAdjusted - d.budgetInitial) / d.budgetInitial;
  const adjustment = rounded(Math.max(0, Math.min(10, 10 - (change - 0.1) * 100)));
  const use = d.assetsInUse / d.assets;
  const assetUse = ASSETS[+(use >= 0.6) + +(use >= 0.75) + +(use >= 0.9)] ?? 0;
  const staffing = STAFFING[+(d.staff > d.posts)] ?? 0;
  const contractors = d.contractors / (d.staff + d.contractors);
  const contracting = CONTRACTING[+(contractors >= 0.05) + +(contractors > 0.1)] ?? 0;
  const hospitalityControl = control(d.hospitality / d.hospitalityBudget);
  const officeControl = control(d.office / d.officeBudget);
  const rates =
    (d.spent1 / d.budget1) * 4 +
    (d.spent2 / d.budget2) * 2 +
    (d.spent3 / d.budget3) * (4 / 3) +
    d.spent4 / d.budget4;
  const execution = rounded(Math.min(rates * 4.5, 18));
  const timeliness = rounded(Math.min(d.projectsDone / d.projects, 1) * 12);
  const { satisfaction } = d;
  const satisfactionScore =
    SATISFACTION[+(satisfaction >= 0.8) + +(satisfaction >= 0.9) + +(satisfaction >= 0.95)] ?? 0;
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
    grade: GRADES[+(total >= 60) + +(total >= 80) + +(total >= 90)] ?? '',
  };
}
