// Years and months of day numbers, and words that targets and actual values stand for.
import { rational } from '../../../number/rational.ts';
import type { Rational } from '../../../number/rational.ts';
import { monthOf, yearOf } from '../../../types/date.ts';
import { achievementOf, isMet, parseActual, parseTarget } from '../../../types/target.ts';
import { undecided } from './undecided.ts';

export function yearOfDay(day: Rational): Rational {
  return rational(yearOf(Number(day.n)));
}

export function monthOfDay(day: Rational): Rational {
  return rational(monthOf(Number(day.n)));
}

/** Whether an actual value reaches its target, where that can be told. */
export function met(target: string, actual: string): boolean {
  const found = isMet(parseTarget(target), parseActual(actual));
  if (found === undefined)
    throw undecided(`only a person can say whether ${actual} meets ${target}`);
  return found;
}

/** Whether a target and an actual value can be compared without a person. */
export function comparable(target: string, actual: string): boolean {
  return isMet(parseTarget(target), parseActual(actual)) !== undefined;
}

/** How far an actual value reaches its target, as a ratio that stops at `most`. */
export function achieved(target: string, actual: string, most: Rational | undefined): Rational {
  const found = achievementOf(parseTarget(target), parseActual(actual), most);
  if (found === undefined)
    throw undecided(`only a person can say how far ${actual} reaches ${target}`);
  return found;
}
