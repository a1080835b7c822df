// The grades that a total may earn: every band that some total in the range falls into, as far as the
// conditions of grades allow, and then what strikes the grade.
import type { Framework, Grade } from '../model/framework.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import * as Q from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import { between, intersect, pointOf } from '../types/range.ts';
import type { GradeStrikes } from './grade-strikes.ts';
import { struckPlaces } from './grade-strikes.ts';

/** For each grade whether its condition holds; undefined where it has none. */
export type GradeConditions = ScoreSheet['gradeConditions'];

/** Best first; empty where the framework awards no grades or the total lies below every band. */
export function gradesOf(
  framework: Framework,
  total: Range,
  strikes: GradeStrikes,
  conditions: GradeConditions,
): string[] {
  const { grades } = framework;
  const reached = placesReached(framework, total);
  // Mostly one band is reached, and nothing keeps a department from it.
  const [only] = reached;
  if (only !== undefined && reached.length === 1 && isFree(strikes) && !conditions[only])
    return grades.slice(only, only + 1).map(({ name }) => name);
  const earned = [...new Set(reached.flatMap((place) => satisfiedFrom(grades, place, conditions)))];
  const places = struckPlaces(earned, grades, strikes);
  return [...new Set(places)].sort((a, b) => a - b).flatMap((place) => grades[place]?.name ?? []);
}

function isFree({ ceilings, gradeDowns }: GradeStrikes): boolean {
  return ceilings.length === 0 && gradeDowns.length === 0;
}

/** The bands that some total in the range falls into, by their places. */
export function placesReached({ grades, roundings }: Framework, total: Range): number[] {
  const step = roundings.total?.step;
  const known = pointOf(total);
  if (known) {
    if (step !== undefined && !Q.isInteger(Q.divide(known, step))) return [];
    const places: number[] = [];
    let isBetter = false;
    for (const [place, grade] of grades.entries()) {
      const isReached = reaches(known, grade);
      if (isReached && !isBetter) places.push(place);
      isBetter = isReached;
    }
    return places;
  }
  return grades.flatMap((_, place) => (isReached(grades, place, total, step) ? [place] : []));
}

function reaches(total: Q.Rational, { from, exclusive }: Grade): boolean {
  const order = Q.compare(total, from);
  return order > 0 || (order === 0 && !exclusive);
}

// The grade at a place, or the next ones below it while its condition may fail.
function satisfiedFrom(
  grades: readonly Grade[],
  start: number,
  conditions: GradeConditions,
): number[] {
  const places: number[] = [];
  for (let place = start; place < grades.length; place++) {
    const condition = conditions[place];
    if (condition === undefined || condition.canBeTrue) places.push(place);
    if (!condition?.canBeFalse) break;
  }
  return places;
}

function isReached(
  grades: readonly Grade[],
  place: number,
  total: Range,
  step: Q.Rational | undefined,
): boolean {
  const [grade, better] = [grades[place], grades[place - 1]];
  if (grade === undefined) return false;
  const low: End = { value: grade.from, open: grade.exclusive };
  const high: End | undefined = better && { value: better.from, open: !better.exclusive };
  const band = between(low, high);
  const common = band && intersect(band, total);
  return common !== undefined && (step === undefined || holdsMultiple(common, step));
}

// Rounded totals lie on multiples of the step; a band between two of them is reached by none.
function holdsMultiple(range: Range, step: Q.Rational): boolean {
  const { low, high } = range;
  if (low === undefined || high === undefined) return true;
  const scaled = (end: End): End => ({ value: Q.divide(end.value, step), open: end.open });
  return between(scaled(low), scaled(high), true) !== undefined;
}
