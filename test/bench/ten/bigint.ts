// The ten indicators in BigInt throughout: exact without a thought, at the price of a heap object for every
// figure on the way. Scores come as hundredths of a point.
import type { Figure, Scored, Steps } from './department.ts';
import { FIGURES } from './department.ts';

type BigInts = Readonly<Record<Figure, bigint>>;

export function bigintsOf(steps: Steps): BigInts {
  return Object.fromEntries(FIGURES.map(([name]) => [name, BigInt(steps[name])])) as BigInts;
}

const halfUp = (n: bigint, d: bigint) => Number((2n * n + d) / (2n * d));
const control = (spent: bigint, budget: bigint) =>
  10n * spent < 9n * budget ? 1000 : spent <= budget ? 700 : 0;

export function scoreInBigInt(d: BigInts): Scored {
  const procurement =
    d.procured > d.procurementPlan ? 0 : halfUp(1000n * d.procured, d.procurementPlan);
  const difference = d.budgetAdjusted - d.budgetInitial;
  const left = 20n * d.budgetInitial - 100n * (difference < 0n ? -difference : difference);
  const adjustment = left <= 0n ? 0 : Math.min(1000, halfUp(100n * left, d.budgetInitial));
  const assetUse =
    10n * d.assetsInUse >= 9n * d.assets
      ? 1000
      : 4n * d.assetsInUse >= 3n * d.assets
        ? 700
        : 5n * d.assetsInUse >= 3n * d.assets
          ? 400
          : 0;
  const staffing = d.staff <= d.posts ? 500 : 0;
  const people = d.staff + d.contractors;
  const contracting = 20n * d.contractors < people ? 500 : 10n * d.contractors <= people ? 250 : 0;
  const hospitalityControl = control(d.hospitality, d.hospitalityBudget);
  const officeControl = control(d.office, d.officeBudget);
  const { budget1, budget2, budget3, budget4 } = d;
  const under = 3n * budget1 * budget2 * budget3 * budget4;
  const rates =
    12n * d.spent1 * budget2 * budget3 * budget4 +
    6n * budget1 * d.spent2 * budget3 * budget4 +
    4n * budget1 * budget2 * d.spent3 * budget4 +
    3n * budget1 * budget2 * budget3 * d.spent4;
  const execution = Math.min(1800, halfUp(450n * rates, under));
  const timeliness =
    d.projectsDone >= d.projects ? 1200 : halfUp(1200n * d.projectsDone, d.projects);
  const { satisfaction } = d;
  const satisfactionScore =
    satisfaction >= 9500n ? 1000 : satisfaction >= 9000n ? 700 : satisfaction >= 8000n ? 400 : 100;
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
    grade: total >= 9000 ? '优' : total >= 8000 ? '良' : total >= 6000 ? '中' : '差',
  };
}
