// Scores of the ten indicators, as contenders give them, in the form in which they are judged.
import type { Told } from '../contender.ts';
import type { Scored } from './department.ts';
import { SCORES } from './department.ts';

/** From whole hundredths. */
export function toldInCents(scored: Scored): Told {
  return {
    scores: SCORES.map((name) => scored[name]),
    total: scored.total,
    grade: scored.grade,
  };
}

/** From points, which are shown with two decimals. */
export function toldInPoints(scored: Scored): Told {
  return {
    scores: SCORES.map((name) => shown(scored[name])),
    total: shown(scored.total),
    grade: scored.grade,
  };
}

const shown = (points: number) => Math.round(points * 100);
