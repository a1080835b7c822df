// The 21 indicators of Futian 2022 as a programmer writes them in plain doubles, formulas as written.
import type { Told } from '../contender.ts';
import type { Doubles } from './department.ts';

const rounded = (points: number) => Math.round(points * 100) / 100;

export type Scored = ReturnType<typeof scoreInDoubles>;

export function scoreInDoubles(d: Doubles) {
  const budgetCompliance = Math.max(0, 5 - d.budgetFaults);
  const goalCompleteness = Math.max(0, 3 - d.goalFaults);

  const procurementRate = d.procured / d.procurementPlan;
  const procurement = rounded((procurementRate > 1 ? 0 : procurementRate) + d.procurementPolicy);

  let adjustment = 1;
  if (d.adjustedShare > 0.1) adjustment = Math.max(0, 1 - ((d.adjustedShare - 0.1) / 0.01) * 0.1);
  const compliance = d.unlawful ? 0 : rounded(d.spending + adjustment + d.accounting);

  const publication = d.classified ? 3 : d.budgetPublished + d.accountsPublished;
  const supervision = rounded(d.monitoring + (d.noRecords || d.poorFunds ? 0 : d.inspection));

  let assetUse = 0;
  if (d.assetUse >= 0.9) assetUse = 1;
  else if (d.assetUse >= 0.75) assetUse = 0.7;
  else if (d.assetUse >= 0.6) assetUse = 0.4;

  const staffing = d.staff / d.posts <= 1 ? 1 : 0;
  const outside = d.contractors / (d.staff + d.contractors);
  let contracting = 0;
  if (outside < 0.05) contracting = 1;
  else if (outside <= 0.1) contracting = 0.5;

  const economy = control(d.hospitality / d.hospitalityBudget) + control(d.office / d.officeBudget);

  const timeliness = d.projectsDone >= d.projects ? 6 : rounded((d.projectsDone / d.projects) * 6);
  const tasks = Math.max(0, 8 - 4 * d.tasksMissed);

  const rate1 = d.spent1 / d.budget1 / 0.25;
  const rate2 = d.spent2 / d.budget2 / 0.5;
  const rate3 = d.spent3 / d.budget3 / 0.75;
  const rate4 = d.spent4 / d.budget4 / 1;
  const mean = (rate1 + rate2 + rate3 + rate4) / 4;
  const execution = rounded(Math.min(rate1 + rate2 + rate3 + rate4 + mean * 2, 6));

  let satisfaction = 1;
  if (d.satisfaction >= 0.95) satisfaction = 6;
  else if (d.satisfaction >= 0.9) satisfaction = 4;
  else if (d.satisfaction >= 0.8) satisfaction = 2;

  const total = rounded(
    Math.min(
      100,
      budgetCompliance +
        d.budgeting +
        goalCompleteness +
        d.goalClarity +
        procurement +
        compliance +
        publication +
        supervision +
        d.procedure +
        assetUse +
        d.assetSafety +
        staffing +
        contracting +
        d.regulations +
        economy +
        timeliness +
        tasks +
        execution +
        d.benefits +
        satisfaction +
        d.petitions,
    ),
  );
  let grade = '差';
  if (total >= 90) grade = '优';
  else if (total >= 80) grade = '良';
  else if (total >= 60) grade = '中';

  return {
    budgetCompliance,
    budgeting: d.budgeting,
    goalCompleteness,
    goalClarity: d.goalClarity,
    procurement,
    compliance,
    publication,
    supervision,
    procedure: d.procedure,
    assetUse,
    assetSafety: d.assetSafety,
    staffing,
    contracting,
    regulations: d.regulations,
    economy,
    timeliness,
    tasks,
    execution,
    benefits: d.benefits,
    satisfaction,
    petitions: d.petitions,
    total,
    grade,
  };
}

function control(rate: number): number {
  if (rate < 0.9) return 3;
  return rate <= 1 ? 2 : 0;
}

/** Scores in the order of the ruleset, as told; `scale` is how many hundredths a point of theirs has. */
export function toldOf({ total, grade, ...scores }: Scored, scale: 1 | 100): Told {
  const shown = (points: number) => Math.round(points * scale);
  return { scores: Object.values(scores).map(shown), total: shown(total), grade };
}
