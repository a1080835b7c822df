// Departments for the ten indicators: figures as bureaus report them, and in half of the departments one to
// three figures put exactly on a boundary, or a step beside it: a threshold, a half cent, the cap, a grade.
import type { Four } from '../quarters.ts';
import { beside, divisible, tiedQuarters } from '../quarters.ts';
import type { Random } from '../seeded.ts';
import { seeded } from '../seeded.ts';
import type { Figure, Steps } from './department.ts';
import { truthOf } from './truth.ts';

type Draft = Record<Figure, number>;

/** The same departments for the same seed; every second one has planted boundaries. */
export function departmentsOf(count: number, seed: number): Steps[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, at) => {
    const draft = ordinary(random);
    if (at % 2 === 1) plant(draft, random);
    return draft;
  });
}

function ordinary(random: Random): Draft {
  const { unit, whole } = random;
  // Hundredths of 万元, from 100 万元 to 50 亿元, as often small as large.
  const money = (least: number, most: number) => Math.round(100 * least * (most / least) ** unit());
  const share = (of: number, low: number, high: number) =>
    Math.round(of * (low + unit() * (high - low)));
  const budgetInitial = money(100, 500_000);
  const budgetAdjusted = share(budgetInitial, 0.85, 1.3);
  const procurementPlan = money(5, 20_000);
  const hospitalityBudget = money(1, 200);
  const officeBudget = money(10, 5_000);
  const assets = money(20, 100_000);
  const posts = whole(8, 400);
  const staff = Math.max(1, share(posts, 0.8, 1.02));
  const projects = whole(3, 120);
  return {
    budgetInitial,
    budgetAdjusted,
    spent1: share(budgetAdjusted, 0.1, 0.3),
    spent2: share(budgetAdjusted, 0.35, 0.55),
    spent3: share(budgetAdjusted, 0.55, 0.8),
    spent4: share(budgetAdjusted, 0.85, 1),
    budget1: budgetInitial,
    budget2: budgetInitial,
    budget3: budgetAdjusted,
    budget4: budgetAdjusted,
    procured: share(procurementPlan, 0.3, 1.05),
    procurementPlan,
    hospitality: share(hospitalityBudget, 0.2, 1.05),
    hospitalityBudget,
    office: share(officeBudget, 0.6, 1.04),
    officeBudget,
    assetsInUse: share(assets, 0.5, 1),
    assets,
    staff,
    posts,
    contractors: share(staff, 0, 0.16),
    projects,
    projectsDone: share(projects, 0.8, 1),
    satisfaction: whole(7_500, 10_000),
  };
}

type Plant = (draft: Draft, random: Random) => void;

// Every indicator has the same chance, and so has the grade.
const PLANTS: readonly (readonly Plant[])[] = [
  [
    // Half a cent: 1000·n/d = k + 1/2.
    (draft, { whole }) => {
      draft.procurementPlan = divisible(draft.procurementPlan, 2000);
      draft.procured = (draft.procurementPlan / 2000) * (2 * whole(200, 999) + 1);
    },
    (draft, random) => {
      draft.procured = draft.procurementPlan + beside(random);
    },
  ],
  [
    // A change of 10 %, up or down.
    (draft, random) => {
      draft.budgetInitial = divisible(draft.budgetInitial, 10);
      draft.budgetAdjusted = (draft.budgetInitial / 10) * random.pick([9, 11]) + beside(random);
    },
    // Half a cent: 2000 − 10000·change = k + 1/2.
    (draft, { whole, pick }) => {
      draft.budgetInitial = divisible(draft.budgetInitial, 20_000);
      const change = (draft.budgetInitial / 20_000) * (2 * whole(1001, 1999) + 1);
      draft.budgetAdjusted = draft.budgetInitial + change * pick([1, -1]);
    },
  ],
  [
    (draft, random) => {
      draft.assets = divisible(draft.assets, 20);
      draft.assetsInUse = (draft.assets / 20) * random.pick([18, 15, 12]) + beside(random);
    },
  ],
  [
    (draft, { pick }) => {
      draft.staff = draft.posts + pick([0, 0, 1]);
    },
  ],
  [
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
  ],
  [
    (draft, random) => {
      draft.officeBudget = divisible(draft.officeBudget, 10);
      draft.office = (draft.officeBudget / 10) * random.pick([9, 10]) + beside(random);
    },
  ],
  [
    tieExecution,
    // All quarters just in time: the cap is reached exactly, or missed by a step.
    (draft, random) => {
      const budget = divisible(draft.budgetAdjusted, 4);
      const spent = [budget / 4, budget / 2, (budget / 4) * 3, budget + beside(random)] as const;
      setQuarters(draft, budget, spent);
    },
  ],
  [
    // Half a cent: 1200·n/d = k + 1/2.
    (draft, { whole, pick }) => {
      draft.projects = pick([32, 96, 160, 480]);
      draft.projectsDone = draft.projects - 2 * whole(1, 8) + 1;
    },
  ],
  [
    (draft, random) => {
      draft.satisfaction = random.pick([9500, 9000, 8000]) + beside(random);
    },
  ],
  [gradeBoundary],
];

function plant(draft: Draft, random: Random): void {
  for (let count = random.whole(1, 3); count > 0; count--)
    random.pick(random.pick(PLANTS))(draft, random);
}

function setQuarters(draft: Draft, budget: number, spent: Four): void {
  [draft.spent1, draft.spent2, draft.spent3, draft.spent4] = spent;
  draft.budget1 = draft.budget2 = draft.budget3 = draft.budget4 = budget;
}

/** Half a cent: 150·(12a + 6b + 4c + 3d)/budget = k + 1/2 for the spending a, b, c, d of four quarters. */
function tieExecution(draft: Draft, random: Random): void {
  const budget = divisible(draft.budgetAdjusted, 300);
  const spent = tiedQuarters(budget, 300, random);
  if (spent) setQuarters(draft, budget, spent);
}

/** Procurement chosen so that the total is a grade's first point, or a cent less. */
function gradeBoundary(draft: Draft, { pick }: Random): void {
  const { scores, total } = truthOf(draft);
  const others = total - (scores[0] ?? 0);
  for (const from of [9000, 8000, 6000]) {
    const needed = from - others - pick([0, 0, 1]);
    if (needed < 0 || needed > 1000) continue;
    draft.procurementPlan = divisible(draft.procurementPlan, 1000);
    draft.procured = (draft.procurementPlan / 1000) * needed;
    return;
  }
}
