// Departments of Futian 2022: figures and judgements as bureaus report them, every second department with one to
// three figures put exactly on a threshold, a half cent, the cap of the execution rate or a grade.
import type { Four } from '../quarters.ts';
import { beside, divisible, tiedQuarters } from '../quarters.ts';
import type { Random } from '../seeded.ts';
import { seeded } from '../seeded.ts';
import type { Steps } from './department.ts';
import { CHECKLISTS } from './department.ts';
import { truthOf } from './truth.ts';

type Draft = { -readonly [Name in keyof Steps]: Steps[Name] };

/** The same departments for the same seed; every second one has planted boundaries. */
export function departmentsOf(count: number, seed: number): Steps[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => {
    const draft = ordinary(random);
    if (at % 2 === 1)
      for (let times = random.whole(1, 3); times > 0; times--)
        random.pick(random.pick(PLANTS))(draft, random);
    return draft;
  });
}

function ordinary(random: Random): Draft {
  const { unit, whole, pick } = random;
  const money = (least: number, most: number) => Math.round(100 * least * (most / least) ** unit());
  const share = (of: number, low: number, high: number) =>
    Math.round(of * (low + unit() * (high - low)));
  const seldom = (often: number) => unit() < often;
  const award = (points: number) => (seldom(0.6) ? points : (points / 20) * whole(10, 20));
  const ticked = (name: keyof typeof CHECKLISTS) =>
    Object.values(CHECKLISTS[name].entries).reduce(
      (sum, points) => sum + (seldom(0.08) ? 0 : points),
      0,
    );
  const budget = money(100, 500_000);
  const procurementPlan = money(5, 20_000);
  const hospitalityBudget = money(1, 200);
  const officeBudget = money(10, 5_000);
  const posts = whole(8, 400);
  const staff = Math.max(1, share(posts, 0.8, 1.02));
  const projects = whole(3, 120);
  return {
    spent1: share(budget, 0.1, 0.3),
    spent2: share(budget, 0.35, 0.55),
    spent3: share(budget, 0.55, 0.8),
    spent4: share(budget, 0.85, 1),
    budget1: budget,
    budget2: budget,
    budget3: share(budget, 1, 1.1),
    budget4: share(budget, 1, 1.1),
    procured: share(procurementPlan, 0.3, 1.05),
    procurementPlan,
    hospitality: share(hospitalityBudget, 0.2, 1.05),
    hospitalityBudget,
    office: share(officeBudget, 0.6, 1.04),
    officeBudget,
    adjustedShare: whole(0, 2500),
    assetUse: whole(5000, 10_000),
    satisfaction: whole(7500, 10_000),
    staff,
    posts,
    contractors: share(staff, 0, 0.16),
    projects,
    projectsDone: share(projects, 0.8, 1),
    tasksMissed: pick([0, 0, 0, 0, 0, 1, 2, 3]),
    budgetFaults: pick([0, 0, 0, 0, 1, 2]),
    goalFaults: pick([0, 0, 0, 0, 1, 4]),
    budgeting: ticked('budgeting'),
    goalClarity: ticked('goalClarity'),
    procurementPolicy: award(100),
    spending: award(100),
    accounting: award(100),
    budgetPublished: pick([150, 150, 150, 100, 0]),
    accountsPublished: pick([150, 150, 150, 100, 0]),
    monitoring: award(100),
    inspection: award(100),
    procedure: ticked('procedure'),
    assetSafety: ticked('assetSafety'),
    regulations: ticked('regulations'),
    benefits: award(2500),
    petitions: ticked('petitions'),
    classified: seldom(0.03),
    unlawful: seldom(0.03),
    noRecords: seldom(0.03),
    poorFunds: seldom(0.03),
  };
}

type Plant = (draft: Draft, random: Random) => void;

const PLANTS: readonly (readonly Plant[])[] = [
  [
    // Half a cent: 100·n/d = k + 1/2.
    (draft, { whole }) => {
      draft.procurementPlan = divisible(draft.procurementPlan, 200);
      draft.procured = (draft.procurementPlan / 200) * (2 * whole(20, 99) + 1);
    },
    (draft, random) => {
      draft.procured = draft.procurementPlan + beside(random);
    },
  ],
  [
    (draft, random) => {
      draft.adjustedShare = 1000 + beside(random);
    },
    // Half a cent: a tenth of a point for each percent above ten, for 0.05 %.
    (draft, { whole }) => {
      draft.adjustedShare = 1000 + 5 * (2 * whole(0, 99) + 1);
    },
  ],
  [
    (draft, random) => {
      draft.assetUse = random.pick([9000, 7500, 6000]) + beside(random);
    },
  ],
  [
    (draft, { pick }) => {
      draft.staff = draft.posts + pick([0, 0, 1]);
    },
    (draft, random) => {
      draft.contractors = random.whole(1, 20);
      draft.staff = draft.contractors * random.pick([19, 9]) + Math.max(0, beside(random));
      draft.posts = draft.staff;
    },
  ],
  [
    (draft, random) => {
      draft.hospitalityBudget = divisible(draft.hospitalityBudget, 10);
      draft.hospitality = (draft.hospitalityBudget / 10) * random.pick([9, 10]) + beside(random);
    },
    (draft, random) => {
      draft.officeBudget = divisible(draft.officeBudget, 10);
      draft.office = (draft.officeBudget / 10) * random.pick([9, 10]) + beside(random);
    },
  ],
  [
    // Half a cent: 50·(12a + 6b + 4c + 3d)/budget = k + 1/2.
    (draft, random) => {
      const budget = divisible(draft.budget1, 100);
      const spent = tiedQuarters(budget, 100, random);
      if (spent) setQuarters(draft, budget, spent);
    },
    // All quarters just in time: the cap is reached exactly, or missed by a step.
    (draft, random) => {
      const budget = divisible(draft.budget1, 4);
      const spent = [budget / 4, budget / 2, (budget / 4) * 3, budget + beside(random)] as const;
      setQuarters(draft, budget, spent);
    },
  ],
  [
    // Half a cent: 600·n/d = k + 1/2.
    (draft, { whole, pick }) => {
      draft.projects = pick([16, 48, 80, 240]);
      draft.projectsDone = draft.projects - 2 * whole(1, 4) + 1;
    },
  ],
  [
    (draft, random) => {
      draft.satisfaction = random.pick([9500, 9000, 8000]) + beside(random);
    },
  ],
  [gradeBoundary],
];

function setQuarters(draft: Draft, budget: number, spent: Four): void {
  [draft.spent1, draft.spent2, draft.spent3, draft.spent4] = spent;
  draft.budget1 = draft.budget2 = draft.budget3 = draft.budget4 = budget;
}

/** The award for benefits chosen so that the total is a grade's first point, or a cent less. */
function gradeBoundary(draft: Draft, { pick }: Random): void {
  const others = truthOf(draft).total - draft.benefits;
  for (const from of [9000, 8000, 6000]) {
    const needed = from - others - pick([0, 0, 1]);
    if (needed < 0 || needed > 2500) continue;
    draft.benefits = needed;
    return;
  }
}
