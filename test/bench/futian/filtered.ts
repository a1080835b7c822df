// The 21 indicators of Futian 2022 by hand, exact and fast: whole numbers of steps in doubles, scores in
// hundredths of a point, and BigInt where the execution rate lies within a bound of half a cent.
import type { Scored } from './by-hand.ts';
import type { Steps } from './department.ts';

const GRADES = ['差', '中', '良', '优'];

/** n/d rounded half up to a whole number, both whole and not negative. */
const halfUp = (n: number, d: number) => Math.floor((2 * n + d) / (2 * d));

const control = (spent: number, budget: number) =>
  10 * spent < 9 * budget ? 300 : spent <= budget ? 200 : 0;

export function scoreFiltered(d: Steps): Scored {
  const budgetCompliance = Math.max(0, 500 - 100 * d.budgetFaults);
  const goalCompleteness = Math.max(0, 300 - 100 * d.goalFaults);
  const plan = d.procurementPlan;
  const procurement =
    d.procurementPolicy + (d.procured > plan ? 0 : halfUp(100 * d.procured, plan));
  // In ten-thousandths of a point, of which each hundredth of a percent above ten costs ten.
  const adjustment = Math.max(0, 10_000 - 10 * Math.max(0, d.adjustedShare - 1000));
  const compliance = d.unlawful ? 0 : d.spending + d.accounting + halfUp(adjustment, 100);
  const publication = d.classified ? 300 : d.budgetPublished + d.accountsPublished;
  const supervision = d.monitoring + (d.noRecords || d.poorFunds ? 0 : d.inspection);
  const assetUse = d.assetUse >= 9000 ? 100 : d.assetUse >= 7500 ? 70 : d.assetUse >= 6000 ? 40 : 0;
  const staffing = d.staff <= d.posts ? 100 : 0;
  const people = d.staff + d.contractors;
  const contracting = 20 * d.contractors < people ? 100 : 10 * d.contractors <= people ? 50 : 0;
  const economy = control(d.hospitality, d.hospitalityBudget) + control(d.office, d.officeBudget);
  const timeliness = d.projectsDone >= d.projects ? 600 : halfUp(600 * d.projectsDone, d.projects);
  const tasks = Math.max(0, 800 - 400 * d.tasksMissed);
  const execution = executionOf(d);
  const satisfaction =
    d.satisfaction >= 9500
      ? 600
      : d.satisfaction >= 9000
        ? 400
        : d.satisfaction >= 8000
          ? 200
          : 100;
  const total = Math.min(
    10_000,
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
  );
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
    grade: GRADES[+(total >= 6000) + +(total >= 8000) + +(total >= 9000)] ?? '',
  };
}

function executionOf(d: Steps): number {
  const rates =
    (4 * d.spent1) / d.budget1 +
    (2 * d.spent2) / d.budget2 +
    (4 * d.spent3) / (3 * d.budget3) +
    d.spent4 / d.budget4;
  if (rates > 4.001) return 600;
  const raised = 150 * rates + 0.5;
  // Each quotient is off by 2^-53 of itself at most, each of the five steps after it by as much of its result.
  const near = Math.abs(raised - Math.round(raised)) <= 7 * 2 ** -52 * raised;
  return near ? exactly(d) : Math.min(600, Math.floor(raised));
}

function exactly(d: Steps): number {
  const budget1 = BigInt(d.budget1);
  const budget2 = BigInt(d.budget2);
  const budget3 = BigInt(d.budget3);
  const budget4 = BigInt(d.budget4);
  const first = 4n * BigInt(d.spent1) * budget2 + 2n * BigInt(d.spent2) * budget1;
  const second = 4n * BigInt(d.spent3) * budget4 + 3n * BigInt(d.spent4) * budget3;
  const before = budget1 * budget2;
  const after = budget3 * budget4;
  const over = 3n * first * after + second * before;
  const under = 3n * before * after;
  return Math.min(Number((300n * over + under) / (2n * under)), 600);
}
