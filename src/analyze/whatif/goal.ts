// What a department is to come to: a total, a grade, or the score of one part; and whether the results
// that a change leaves possible reach it.
import type { Changed } from '../../evaluate/change-inputs.ts';
import { placeAt, placesIn } from '../../evaluate/sheet-places.ts';
import type { Framework } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { add, compare, equal, rational, subtract } from '../../number/rational.ts';
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

const A_LITTLE = rational(1, 1_000_000);

/** What a result is to be. */
export interface Aim {
  /** Whether a result is as wanted. */
  readonly judge: (result: Changed) => Answer;
  /** How many points more, or fewer, may bring it about where one indicator alone changes: only a guess. */
  readonly lacking: readonly Rational[];
}

/** Whether results reach the goal; `now` is what the department comes to as it is. */
export function reaching(framework: Framework, goal: Goal, now: Changed): Aim {
  const lackingOf = (least: Rational) => {
    const { high } = measured(now, goal);
    return high === undefined ? [] : [subtract(least, high.value)];
  };
  switch (goal.kind) {
    case 'total':
      return { judge: ({ total }) => atLeast(total, goal.least), lacking: lackingOf(goal.least) };
    case 'score':
      return {
        judge: (result) => atLeast(scoreAt(result, goal.path), goal.least),
        lacking: lackingOf(goal.least),
      };
    case 'grade': {
      const place = framework.grades.findIndex(({ name }) => name === goal.grade);
      const enough = new Set(framework.grades.slice(0, place + 1).map(({ name }) => name));
      const { from, exclusive = false } = framework.grades[place] ?? {};
      return {
        judge: ({ grades }) => answerOf(grades.map((grade) => enough.has(grade))),
        lacking: from ? lackingOf(exclusive ? add(from, A_LITTLE) : from) : [],
      };
    }
    default:
      return goal satisfies never;
  }
}

/** Whether the score at a path is another than this one. */
export function differing(path: readonly string[], score: Rational): Aim['judge'] {
  return (result) => {
    const range = scoreAt(result, path);
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
