// decimal.js, the usual cure for doubles: the formulas as written, with its default of 20 digits, and
// cross-multiplied, so that at most one division is made for a score and none decides a comparison.
import { Decimal } from 'decimal.js';
import type { Contender } from '../contender.ts';
import { oneByOne } from '../contender.ts';
import type { Figure, Scored, Steps } from '../ten/department.ts';
import { FIGURES } from '../ten/department.ts';
import { gradeOf } from '../ten/truth.ts';
import { toldInCents, toldInPoints } from '../ten/told.ts';

type Decimals = Readonly<Record<Figure, Decimal>>;

export const DECIMAL: readonly Contender<Steps>[] = [
  {
    name: 'decimal.js, formulas as written',
    family: 'by hand',
    prepare: (departments) => oneByOne(departments.map(decimalsOf), scoreAsWritten, toldInPoints),
  },
  {
    name: 'decimal.js, cross-multiplied',
    family: 'by hand',
    prepare: (departments) => oneByOne(departments.map(decimalsOf), scoreMultiplied, toldInCents),
  },
];

function decimalsOf(steps: Steps): Decimals {
  const scale = { money: 100, count: 1, percent: 10_000 };
  return Object.fromEntries(
    FIGURES.map(([name, , form]) => [name, new Decimal(steps[name]).div(scale[form])]),
  ) as Decimals;
}

const D = (figure: number) => new Decimal(figure);
const rounded = (points: Decimal) => points.toDecimalPlaces(2, Decimal.ROUND_HALF_UP);

function scoreAsWritten(d: Decimals): Scored {
  const procurement = d.procured.gt(d.procurementPlan)
    ? D(0)
    : rounded(d.procured.div(d.procurementPlan).mul(10));
  const change = d.budgetAdjusted.sub(d.budgetInitial).abs().div(d.budgetInitial);
  const excess = Decimal.max(0, change.sub('0.1')).div('0.01');
  const adjustment = rounded(Decimal.max(0, D(10).sub(excess)));
  const use = d.assetsInUse.div(d.assets);
  const assetUse = use.gte('0.9') ? 10 : use.gte('0.75') ? 7 : use.gte('0.6') ? 4 : 0;
  const staffing = d.staff.div(d.posts).lte(1) ? 5 : 0;
  const contractors = d.contractors.div(d.staff.add(d.contractors));
  const contracting = contractors.lt('0.05') ? 5 : contractors.lte('0.1') ? 2.5 : 0;
  const hospitalityControl = control(d.hospitality.div(d.hospitalityBudget));
  const officeControl = control(d.office.div(d.officeBudget));
  const rates = [
    d.spent1.div(d.budget1).div('0.25'),
    d.spent2.div(d.budget2).div('0.5'),
    d.spent3.div(d.budget3).div('0.75'),
    d.spent4.div(d.budget4),
  ];
  const sum = rates.reduce((before, rate) => before.add(rate));
  const execution = rounded(Decimal.min(sum.mul(3).add(sum.div(4).mul(6)), 18));
  const timeliness = d.projectsDone.gte(d.projects)
    ? D(12)
    : rounded(d.projectsDone.div(d.projects).mul(12));
  return finished(d, {
    procurement,
    adjustment,
    assetUse: D(assetUse),
    staffing: D(staffing),
    contracting: D(contracting),
    hospitalityControl,
    officeControl,
    execution,
    timeliness,
  });
}

function control(rate: Decimal): Decimal {
  return D(rate.lt('0.9') ? 10 : rate.lte(1) ? 7 : 0);
}

type Rows = Readonly<
  Record<Exclude<keyof Scored, 'satisfactionScore' | 'total' | 'grade'>, Decimal>
>;

function finished(d: Decimals, rows: Rows): Scored {
  const { satisfaction } = d;
  const satisfactionScore = D(
    satisfaction.gte('0.95') ? 10 : satisfaction.gte('0.9') ? 7 : satisfaction.gte('0.8') ? 4 : 1,
  );
  const total = Object.values(rows).reduce((sum, score) => sum.add(score), satisfactionScore);
  return {
    procurement: rows.procurement.toNumber(),
    adjustment: rows.adjustment.toNumber(),
    assetUse: rows.assetUse.toNumber(),
    staffing: rows.staffing.toNumber(),
    contracting: rows.contracting.toNumber(),
    hospitalityControl: rows.hospitalityControl.toNumber(),
    officeControl: rows.officeControl.toNumber(),
    execution: rows.execution.toNumber(),
    timeliness: rows.timeliness.toNumber(),
    satisfactionScore: satisfactionScore.toNumber(),
    total: total.toNumber(),
    grade: total.gte(90) ? '优' : total.gte(80) ? '良' : total.gte(60) ? '中' : '差',
  };
}

// Products of four budgets take up to 60 digits, which must all be kept.
const Long = Decimal.clone({ precision: 80 });
const L = (figure: number) => new Long(figure);

/** Hundredths of a point, n/d rounded half up. */
const cents = (n: Decimal, d: Decimal) => n.mul(2).add(d).divToInt(d.mul(2)).toNumber();

const controlled = (spent: Decimal, budget: Decimal) =>
  spent.mul(10).lt(budget.mul(9)) ? 1000 : spent.lte(budget) ? 700 : 0;

function scoreMultiplied(d: Decimals): Scored {
  const { assets, assetsInUse, satisfaction } = d;
  const procurement = d.procured.gt(d.procurementPlan)
    ? 0
    : cents(d.procured.mul(1000), d.procurementPlan);
  const left = d.budgetInitial.mul(20).sub(d.budgetAdjusted.sub(d.budgetInitial).abs().mul(100));
  const adjustment = left.lte(0) ? 0 : Math.min(1000, cents(left.mul(100), d.budgetInitial));
  const assetUse = assetsInUse.mul(10).gte(assets.mul(9))
    ? 1000
    : assetsInUse.mul(4).gte(assets.mul(3))
      ? 700
      : assetsInUse.mul(5).gte(assets.mul(3))
        ? 400
        : 0;
  const staffing = d.staff.lte(d.posts) ? 500 : 0;
  const people = d.staff.add(d.contractors);
  const contracting = d.contractors.mul(20).lt(people)
    ? 500
    : d.contractors.mul(10).lte(people)
      ? 250
      : 0;
  const hospitalityControl = controlled(d.hospitality, d.hospitalityBudget);
  const officeControl = controlled(d.office, d.officeBudget);
  const [a, b, c, e] = [
    L(12).mul(d.spent1),
    L(6).mul(d.spent2),
    L(4).mul(d.spent3),
    L(3).mul(d.spent4),
  ];
  const [k, l, m, n] = [L(1).mul(d.budget1), d.budget2, d.budget3, d.budget4];
  const halves = [k.mul(l), L(1).mul(m).mul(n)] as const;
  const over = a
    .mul(l)
    .add(b.mul(k))
    .mul(halves[1])
    .add(c.mul(n).add(e.mul(m)).mul(halves[0]));
  const under = halves[0].mul(halves[1]).mul(3);
  const execution = Math.min(1800, cents(over.mul(450), under));
  const timeliness = d.projectsDone.gte(d.projects)
    ? 1200
    : cents(d.projectsDone.mul(1200), d.projects);
  const satisfactionScore = satisfaction.gte('0.95')
    ? 1000
    : satisfaction.gte('0.9')
      ? 700
      : satisfaction.gte('0.8')
        ? 400
        : 100;
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
    grade: gradeOf(total),
  };
}
