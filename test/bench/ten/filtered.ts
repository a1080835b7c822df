// The ten indicators by hand, exact and fast: figures are whole numbers of a step in doubles, ratios are
// compared by cross-multiplying and rounded in one division; only the sum over four quarters leaves the whole
// numbers, and there BigInt decides within a bound of half a cent. Scores come as hundredths of a point.
// It relies on figures below 2^42 that were checked when they were decoded, as a program by hand would.
import type { Scored, Steps } from './department.ts';

const GRADES = ['差', '中', '良', '优'];

/** n/d rounded half up to a whole number, both whole and not negative. */
const halfUp = (n: number, d: number) => Math.floor((2 * n + d) / (2 * d));

/** Hundredths of a point for less than 90 %, up to 100 %, and more. */
const control = (spent: number, budget: number) =>
  10 * spent < 9 * budget ? 1000 : spent <= budget ? 700 : 0;

export function scoreFiltered(d: Steps): Scored {
  const procurement =
    d.procured > d.procurementPlan ? 0 : halfUp(1000 * d.procured, d.procurementPlan);
  // 20 points less 100 times the change, in hundredths, between 0 and 10 points.
  const change = Math.abs(d.budgetAdjusted - d.budgetInitial);
  const initial = d.budgetInitial;
  const adjustment = halfUp(
    Math.max(0, Math.min(1000 * initial, 2000 * initial - 10_000 * change)),
    initial,
  );
  const { assets, assetsInUse } = d;
  const assetUse =
    10 * assetsInUse >= 9 * assets
      ? 1000
      : 4 * assetsInUse >= 3 * assets
        ? 700
        : 5 * assetsInUse >= 3 * assets
          ? 400
          : 0;
  const staffing = d.staff <= d.posts ? 500 : 0;
  const people = d.staff + d.contractors;
  const contracting = 20 * d.contractors < people ? 500 : 10 * d.contractors <= people ? 250 : 0;
  const hospitalityControl = control(d.hospitality, d.hospitalityBudget);
  const officeControl = control(d.office, d.officeBudget);
  const execution = executionOf(d);
  const timeliness =
    d.projectsDone >= d.projects ? 1200 : halfUp(1200 * d.projectsDone, d.projects);
  const { satisfaction } = d;
  const satisfactionScore =
    satisfaction >= 9500 ? 1000 : satisfaction >= 9000 ? 700 : satisfaction >= 8000 ? 400 : 100;
  const total =
    procurement +
    adjustment +
    assetUse +
    staffing +
    contracting +
    hospitalityControl +
    officeControl +
    execution +
    timeliness +
    satisfactionScore;
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
    grade: GRADES[+(total >= 6000) + +(total >= 8000) + +(total >= 9000)] ?? '',
  };
}

function executionOf(d: Steps): number {
  const rates =
    (4 * d.spent1) / d.budget1 +
    (2 * d.spent2) / d.budget2 +
    (4 * d.spent3) / (3 * d.budget3) +
    d.spent4 / d.budget4;
  const raised = 450 * rates + 0.5;
  // Each quotient is off by 2^-53 of itself at most, each of the five steps after it by as much of its result.
  const near = Math.abs(raised - Math.round(raised)) <= 7 * 2 ** -52 * raised;
  if (near || rates > 4) return rates > 4.001 ? 1800 : exactly(d);
  return Math.floor(raised);
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
  return Math.min(Number((900n * over + under) / (2n * under)), 1800);
}
