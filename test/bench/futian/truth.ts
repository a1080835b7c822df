// The 21 indicators of Futian 2022 once more, straight from their wording, in exact fractions: what contenders
// are judged against. It shares nothing with the language, its evaluator or its compiled modules.
import type { Told } from '../contender.ts';
import type { Fraction } from '../fraction.ts';
import {
  atLeast,
  cents,
  fraction,
  larger,
  minus,
  over,
  plus,
  smaller,
  times,
} from '../fraction.ts';
import { gradeOf } from '../ten/truth.ts';
import type { Steps } from './department.ts';

const ZERO = fraction(0);
const ONE = fraction(1);
const percent = (figure: number) => fraction(figure, 100);
const ratio = (a: number, b: number) => fraction(a, b);
const points = (hundredths: number) => fraction(hundredths, 100);

export function truthOf(steps: Steps): Told {
  const scores = [
    larger(ZERO, fraction(5 - steps.budgetFaults)),
    points(steps.budgeting),
    larger(ZERO, fraction(3 - steps.goalFaults)),
    points(steps.goalClarity),
    procurement(steps),
    compliance(steps),
    steps.classified
      ? fraction(3)
      : plus(points(steps.budgetPublished), points(steps.accountsPublished)),
    plus(
      points(steps.monitoring),
      steps.noRecords || steps.poorFunds ? ZERO : points(steps.inspection),
    ),
    points(steps.procedure),
    assetUse(fraction(steps.assetUse, 10_000)),
    points(steps.assetSafety),
    steps.staff <= steps.posts ? ONE : ZERO,
    contracting(ratio(steps.contractors, steps.staff + steps.contractors)),
    points(steps.regulations),
    plus(
      control(ratio(steps.hospitality, steps.hospitalityBudget)),
      control(ratio(steps.office, steps.officeBudget)),
    ),
    smaller(times(ratio(steps.projectsDone, steps.projects), fraction(6)), fraction(6)),
    larger(ZERO, fraction(8 - 4 * steps.tasksMissed)),
    execution(steps),
    points(steps.benefits),
    satisfaction(fraction(steps.satisfaction, 10_000)),
    points(steps.petitions),
  ].map(cents);
  const total = Math.min(
    10_000,
    scores.reduce((sum, score) => sum + score, 0),
  );
  return { scores, total, grade: gradeOf(total) };
}

function procurement({ procured, procurementPlan, procurementPolicy }: Steps): Fraction {
  const rate = ratio(procured, procurementPlan);
  return plus(atLeast(ONE, rate) ? rate : ZERO, points(procurementPolicy));
}

function compliance({ spending, accounting, adjustedShare, unlawful }: Steps): Fraction {
  if (unlawful) return ZERO;
  const excess = over(
    larger(ZERO, minus(fraction(adjustedShare, 10_000), percent(10))),
    percent(1),
  );
  const adjustment = larger(ZERO, minus(ONE, times(excess, fraction(1, 10))));
  return plus(plus(points(spending), adjustment), points(accounting));
}

function assetUse(rate: Fraction): Fraction {
  if (atLeast(rate, percent(90))) return ONE;
  if (atLeast(rate, percent(75))) return fraction(7, 10);
  return atLeast(rate, percent(60)) ? fraction(4, 10) : ZERO;
}

function contracting(rate: Fraction): Fraction {
  if (!atLeast(rate, percent(5))) return ONE;
  return atLeast(percent(10), rate) ? fraction(1, 2) : ZERO;
}

function control(rate: Fraction): Fraction {
  if (!atLeast(rate, percent(90))) return fraction(3);
  return atLeast(ONE, rate) ? fraction(2) : ZERO;
}

function execution(steps: Steps): Fraction {
  const rates = [
    over(ratio(steps.spent1, steps.budget1), percent(25)),
    over(ratio(steps.spent2, steps.budget2), percent(50)),
    over(ratio(steps.spent3, steps.budget3), percent(75)),
    ratio(steps.spent4, steps.budget4),
  ].reduce(plus);
  return smaller(plus(rates, times(over(rates, fraction(4)), fraction(2))), fraction(6));
}

function satisfaction(rate: Fraction): Fraction {
  if (atLeast(rate, percent(95))) return fraction(6);
  if (atLeast(rate, percent(90))) return fraction(4);
  return atLeast(rate, percent(80)) ? fraction(2) : ONE;
}
