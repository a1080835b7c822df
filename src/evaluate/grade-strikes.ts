// What strikes the grade: downgrades and ceilings whose conditions hold or may hold. Of each kind, one
// that holds overrules those of lower priority.
import type { Expression } from '../model/expression.ts';
import type { Grade, Priority } from '../model/framework.ts';
import type { Certainty, ScoreSheet } from '../model/sheet.ts';
import { ceiling, compare, floor, rational } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';

export type GradeStrikes = Pick<ScoreSheet, 'ceilings' | 'gradeDowns'>;

const NOTHING: GradeStrikes = { ceilings: [], gradeDowns: [] };

/** Tries the conditions of everything that could strike the grade. */
export function gradeStrikesOn(scoring: Scoring): GradeStrikes {
  const { framework, interpreter } = scoring;
  if (framework.ceilings.length === 0 && framework.gradeDowns.length === 0) return NOTHING;
  return {
    ceilings: holding(scoring, framework.ceilings).map(({ strike, ...rest }) => ({
      ceiling: strike,
      ...rest,
    })),
    gradeDowns: holding(scoring, framework.gradeDowns).map(({ strike, ...rest }) => ({
      down: strike,
      bands: interpreter.range(strike.bands),
      ...rest,
    })),
  };
}

interface Holding<S> {
  readonly strike: S;
  readonly certainty: Certainty;
  readonly overruled: boolean;
}

function holding<S extends { readonly condition: Expression; readonly priority: Priority }>(
  scoring: Scoring,
  strikes: readonly S[],
): Holding<S>[] {
  if (strikes.length === 0) return [];
  const found = strikes.flatMap((strike) => {
    const certainty = certaintyOf(scoring, strike.condition);
    return certainty ? [{ strike, certainty }] : [];
  });
  const certain = found.filter(({ certainty }) => certainty === 'certain');
  const highest = Math.max(0, ...certain.map(({ strike }) => strike.priority ?? 0));
  return found.map((each) => ({ ...each, overruled: (each.strike.priority ?? 0) < highest }));
}

/** Places among the bands, best first, after downgrades were added up and ceilings put over them. */
export function struckPlaces(
  earned: readonly number[],
  grades: readonly Grade[],
  { ceilings, gradeDowns }: GradeStrikes,
): readonly number[] {
  if (ceilings.length === 0 && gradeDowns.length === 0) return earned;
  const last = grades.length - 1;
  const falls = effects(
    gradeDowns.map(({ down, bands, certainty }) => ({
      priority: down.priority ?? 0,
      certainty,
      values: wholeIn(bands, grades.length),
    })),
    (a, b) => Math.min(a + b, grades.length),
  );
  const tops = effects(
    ceilings.map(({ ceiling: strike, certainty }) => ({
      priority: strike.priority ?? 0,
      certainty,
      values: [grades.findIndex(({ name }) => name === strike.grade)],
    })),
    Math.max,
  );
  return earned.flatMap((place) =>
    falls.flatMap((by) => tops.map((top) => Math.max(Math.min(place + by, last), top))),
  );
}

interface Effect {
  readonly priority: number;
  readonly certainty: Certainty;
  /** What it may do when it holds. */
  readonly values: readonly number[];
}

// Everything that strikes may come to together: the highest priority that holds, joined among equals;
// 0 where none need hold.
function effects(strikes: readonly Effect[], join: (a: number, b: number) => number): number[] {
  const certain = strikes.filter(({ certainty }) => certainty === 'certain');
  const least = Math.max(-1, ...certain.map(({ priority }) => priority));
  const outcomes = new Set<number>(least < 0 ? [0] : []);
  for (const priority of new Set(strikes.map((strike) => strike.priority))) {
    if (priority < least) continue;
    let joined = new Set<number | undefined>([undefined]);
    for (const { certainty, values } of strikes.filter((strike) => strike.priority === priority)) {
      const held = [...joined].flatMap((sofar) =>
        values.map((value) => (sofar === undefined ? value : join(sofar, value))),
      );
      joined = new Set(certainty === 'certain' ? held : [...joined, ...held]);
    }
    for (const outcome of joined) if (outcome !== undefined) outcomes.add(outcome);
  }
  return [...outcomes];
}

/** The whole numbers in a range that is not below 0, as far as there are bands to fall. */
function wholeIn({ low, high }: Range, most: number): number[] {
  const bound = (value: Rational) => (compare(value, rational(most)) > 0 ? most : Number(value.n));
  const from = low ? bound(ceiling(low.value)) : 0;
  const to = high ? bound(floor(high.value)) : most;
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
