// The ten indicators as SQL by hand, over a table `departments`: formulas as written, and exact over whole
// numbers of steps with scores in hundredths, either in HUGEINT throughout or only where a double is near a tie.
import { SCORES } from '../ten/department.ts';

const control = (spent: string, budget: string) =>
  `CASE WHEN ${spent} / ${budget} < 0.9 THEN 10 WHEN ${spent} / ${budget} <= 1 THEN 7 ELSE 0 END`;

/** The total of some scores and its grade, whose first points are given. */
const finished = (scores: string, total: string, [best, good, fair]: readonly number[]) => `
  SELECT *, CASE WHEN total >= ${best} THEN '优' WHEN total >= ${good} THEN '良'
    WHEN total >= ${fair} THEN '中' ELSE '差' END AS grade
  FROM (SELECT *, ${total} AS total FROM (${scores}))`;

export const AS_WRITTEN = finished(
  `SELECT id,
    CASE WHEN procured > procurementPlan THEN 0
      ELSE round(procured / procurementPlan * 10, 2) END AS procurement,
    CASE WHEN change > 0.1 THEN round(greatest(0, 10 - (change - 0.1) / 0.01), 2)
      ELSE 10 END AS adjustment,
    CASE WHEN used >= 0.9 THEN 10 WHEN used >= 0.75 THEN 7 WHEN used >= 0.6 THEN 4
      ELSE 0 END AS assetUse,
    CASE WHEN staff / posts <= 1 THEN 5 ELSE 0 END AS staffing,
    CASE WHEN outside < 0.05 THEN 5 WHEN outside <= 0.1 THEN 2.5 ELSE 0 END AS contracting,
    ${control('hospitality', 'hospitalityBudget')} AS hospitalityControl,
    ${control('office', 'officeBudget')} AS officeControl,
    round(least(rates * 3 + rates / 4 * 6, 18), 2) AS execution,
    CASE WHEN projectsDone >= projects THEN 12
      ELSE round(projectsDone / projects * 12, 2) END AS timeliness,
    CASE WHEN satisfaction >= 0.95 THEN 10 WHEN satisfaction >= 0.9 THEN 7
      WHEN satisfaction >= 0.8 THEN 4 ELSE 1 END AS satisfactionScore
  FROM (SELECT *, abs(budgetAdjusted - budgetInitial) / budgetInitial AS change,
    assetsInUse / assets AS used, contractors / (staff + contractors) AS outside,
    spent1 / budget1 / 0.25 + spent2 / budget2 / 0.5 + spent3 / budget3 / 0.75 + spent4 / budget4 AS rates
  FROM departments)`,
  `round(${SCORES.join(' + ')}, 2)`,
  [90, 80, 60],
);

const halfUp = (n: string, d: string) => `(2 * ${n} + ${d}) // (2 * ${d})`;
const controlled = (spent: string, budget: string) =>
  `CASE WHEN 10 * ${spent} < 9 * ${budget} THEN 1000 WHEN ${spent} <= ${budget} THEN 700 ELSE 0 END`;

const wholes = (departments: string, execution: string) =>
  finished(
    `SELECT id,
    CASE WHEN procured > procurementPlan THEN 0
      ELSE ${halfUp('1000 * procured', 'procurementPlan')} END AS procurement,
    CASE WHEN points <= 0 THEN 0 WHEN points >= 10 * budgetInitial THEN 1000
      ELSE ${halfUp('100 * points', 'budgetInitial')} END AS adjustment,
    CASE WHEN 10 * assetsInUse >= 9 * assets THEN 1000 WHEN 4 * assetsInUse >= 3 * assets THEN 700
      WHEN 5 * assetsInUse >= 3 * assets THEN 400 ELSE 0 END AS assetUse,
    CASE WHEN staff <= posts THEN 500 ELSE 0 END AS staffing,
    CASE WHEN 20 * contractors < staff + contractors THEN 500
      WHEN 10 * contractors <= staff + contractors THEN 250 ELSE 0 END AS contracting,
    ${controlled('hospitality', 'hospitalityBudget')} AS hospitalityControl,
    ${controlled('office', 'officeBudget')} AS officeControl,
    ${execution} AS execution,
    CASE WHEN projectsDone >= projects THEN 1200
      ELSE ${halfUp('1200 * projectsDone', 'projects')} END AS timeliness,
    CASE WHEN satisfaction >= 9500 THEN 1000 WHEN satisfaction >= 9000 THEN 700
      WHEN satisfaction >= 8000 THEN 400 ELSE 100 END AS satisfactionScore
  FROM (SELECT *, 20 * budgetInitial - 100 * abs(budgetAdjusted - budgetInitial) AS points,
    CAST(spent1 AS DOUBLE) * 4 / budget1 + CAST(spent2 AS DOUBLE) * 2 / budget2
      + CAST(spent3 AS DOUBLE) * 4 / (budget3 * 3) + CAST(spent4 AS DOUBLE) / budget4 AS rates
  FROM ${departments})`,
    SCORES.join(' + '),
    [9000, 8000, 6000],
  );

const wide = (name: string) => `CAST(${name} AS HUGEINT)`;
const [k, l, m, n] = ['budget1', 'budget2', 'budget3', 'budget4'].map(wide) as [
  string,
  string,
  string,
  string,
];
const under = `(3 * (${k} * ${l}) * (${m} * ${n}))`;
const over = `(3 * (4 * spent1 * ${l} + 2 * spent2 * ${k}) * (${m} * ${n})
      + (${k} * ${l}) * (4 * spent3 * ${n} + 3 * spent4 * ${m}))`;
const exactly = `least(1800, ${halfUp(`(450 * ${over})`, under)})`;

export const FILTERED = wholes(
  'departments',
  `CASE WHEN rates > 4.001 THEN 1800
      WHEN rates < 3.999 AND abs(rates * 450 + 0.5 - round(rates * 450 + 0.5)) > 1e-9
      THEN CAST(floor(rates * 450 + 0.5) AS BIGINT) ELSE ${exactly} END`,
);

const inHugeint = [...new Set([...FILTERED.matchAll(/\b(?:spent|budget)\d\b/g)].map(String))];

/** The same with every quarter's figure as a HUGEINT from the start, and no double anywhere. */
export const WIDE = wholes(
  `(SELECT * REPLACE (${inHugeint.map((name) => `${wide(name)} AS ${name}`).join(', ')}) FROM departments)`,
  exactly,
);
