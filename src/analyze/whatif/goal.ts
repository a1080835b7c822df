// What a department is to come to: a total, a grade, or the score of one part; and whether the results
// that a change leaves possible reach it.
import type { Changed } from '../../evaluate/change-inputs.ts';
import { placeAt, placesIn } from '../../evaluate/sheet-places.ts';
import type { Framework } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { compare, equal } from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { pointOf } from '../../types/range.ts';

/** What is to be reached. */
export type Goal =
  | { readonly kind: 'total'; readonly least: Rational }
  /** This grade or a better one. */
  | { readonly kind: 'grade'; readonly grade: string }
  /** Of a group, an indicator or an item. */
  | { readonly kind: 'score'; readonly path: readonly string[]; readonly least: Rational };

/** Whether all, some or none of the results that are possible are as wanted. */
export type Answer = 'all' | 'some' | 'none';

/** Whether a result is as wanted. */
export type Wanted = (result: Changed) => Answer;

/** Whether results reach the goal. */
export function reaching(framework: Framework, goal: Goal): Wanted {
  switch (goal.kind) {
    case 'total':
      return ({ total }) => atLeast(total, goal.least);
    case 'score':
      return (result) => atLeast(scoreAt(result, goal.path), goal.least);
    case 'grade': {
      const names = framework.grades.map(({ name }) => name);
      const enough = new Set(names.slice(0, names.indexOf(goal.grade) + 1));
      return ({ grades }) => answerOf(grades.map((grade) => enough.has(grade)));
    }
    default:
      return goal satisfies never;
  }
}

/** Whether the score at a path is another than the one it has. */
export function differing(path: readonly string[], score: Rational): Wanted {
  return (result) => {
    const range = path.length === 0 ? result.total : scoreAt(result, path);
    const known = pointOf(range);
    if (known) return equal(known, score) ? 'none' : 'all';
    const { low, high } = range;
    const isAbove = low !== undefined && compare(low.value, score) > 0;
    const isBelow = high !== undefined && compare(high.value, score) < 0;
    return isAbove || isBelow ? 'all' : 'some';
  };
}

/** The figure that the goal is about: the score of its part, or the total. */
export function measured(result: Changed, goal: Goal): Range {
  return goal.kind === 'score' ? scoreAt(result, goal.path) : result.total;
}

/** The score of the part with this path. */
export function scoreAt(result: Pick<Changed, 'children'>, path: readonly string[]): Range {
  const place = placeAt(placesIn(result), path);
  if (place === undefined) throw new Error(`the framework holds no “${path.join(' / ')}”`);
  return place.score.score;
}

function atLeast({ low, high }: Range, least: Rational): Answer {
  if (low && compare(low.value, least) >= 0) return 'all';
  const isBelow =
    high !== undefined &&
    (compare(high.value, least) < 0 || (high.open && equal(high.value, least)));
  return isBelow ? 'none' : 'some';
}

function answerOf(outcomes: readonly boolean[]): Answer {
  if (outcomes.length > 0 && outcomes.every((outcome) => outcome)) return 'all';
  return outcomes.some((outcome) => outcome) ? 'some' : 'none';
}
