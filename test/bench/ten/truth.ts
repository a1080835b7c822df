// The ten indicators once more, straight from their wording, in exact fractions: what every contender is
// judged against. It shares nothing with the language, its evaluator or its compiled modules.
import type { Told } from '../contender.ts';
import type { Fraction } from '../fraction.ts';
import {
  atLeast,
  cents,
  distance,
  fraction,
  larger,
  minus,
  over,
  plus,
  smaller,
  times,
} from '../fraction.ts';
import type { Steps } from './department.ts';

const ZERO = fraction(0);
const ONE = fraction(1);
const percent = (figure: number) => fraction(figure, 100);

export function truthOf(steps: Steps): Told {
  const of = (figure: number) => fraction(figure);
  const ratio = (a: number, b: number) => over(of(a), of(b));

  const procurementRate = ratio(steps.procured, steps.procurementPlan);
  const procurement = atLeast(ONE, procurementRate) ? times(procurementRate, fraction(10)) : ZERO;

  const change = over(
    distance(of(steps.budgetAdjusted), of(steps.budgetInitial)),
    of(steps.budgetInitial),
  );
  const excess = over(larger(ZERO, minus(change, percent(10))), percent(1));
  const adjustment = larger(ZERO, minus(fraction(10), excess));

  const contracting = ratio(steps.contractors, steps.staff + steps.contractors);

  const rates = [
    over(ratio(steps.spent1, steps.budget1), percent(25)),
    over(ratio(steps.spent2, steps.budget2), percent(50)),
    over(ratio(steps.spent3, steps.budget3), percent(75)),
    ratio(steps.spent4, steps.budget4),
  ].reduce(plus);
  const execution = plus(times(rates, fraction(3)), times(over(rates, fraction(4)), fraction(6)));

  const timeliness = times(ratio(steps.projectsDone, steps.projects), fraction(12));
  const satisfaction = fraction(steps.satisfaction, 10_000);

  const scores = [
    procurement,
    adjustment,
    reached(ratio(steps.assetsInUse, steps.assets), [90, 10], [75, 7], [60, 4]) ?? ZERO,
    steps.staff <= steps.posts ? fraction(5) : ZERO,
    within(contracting, [5, 5], [10, 2.5]),
    within(ratio(steps.hospitality, steps.hospitalityBudget), [90, 10], [100, 7]),
    within(ratio(steps.office, steps.officeBudget), [90, 10], [100, 7]),
    smaller(execution, fraction(18)),
    smaller(timeliness, fraction(12)),
    reached(satisfaction, [95, 10], [90, 7], [80, 4]) ?? ONE,
  ].map(cents);
  const total = scores.reduce((sum, score) => sum + score, 0);
  return { scores, total, grade: gradeOf(total) };
}

/** The points of the first row whose percentage is reached. */
function reached(
  figure: Fraction,
  ...rows: readonly (readonly [number, number])[]
): Fraction | undefined {
  const row = rows.find(([from]) => atLeast(figure, percent(from)));
  return row && fraction(row[1]);
}

/** The points below the first percentage, or else up to the second. */
function within(
  figure: Fraction,
  [below, full]: readonly [number, number],
  [upTo, part]: readonly [number, number],
): Fraction {
  if (!atLeast(figure, percent(below))) return fraction(full);
  return atLeast(percent(upTo), figure) ? fraction(part * 10, 10) : ZERO;
}

/** The grade of a total in hundredths. */
export function gradeOf(total: number): string {
  if (total >= 9000) return '优';
  if (total >= 8000) return '良';
  return total >= 6000 ? '中' : '差';
}
