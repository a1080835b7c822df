// What changing one thing alone brings, by what it costs: single changes whose gain is known, and between
// them stretches of cost of which only the most is known that they can bring. A stretch is looked into
// where it matters.
import type { Changed } from '../../evaluate/change-inputs.ts';
import type { Rational } from '../../number/rational.ts';
import {
  ONE,
  ZERO,
  add,
  ceiling,
  compare,
  divide,
  multiply,
  rational,
  signOf,
  subtract,
} from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { between } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { valuesOn, waysOf } from './alone.ts';
import type { Side, Way } from './alone.ts';
import type { Prices } from './cost.ts';
import { costOf, rateOf } from './cost.ts';
import type { Aim } from './goal.ts';
import type { Grid, Lever } from './lever.ts';
import type { Setting } from './setting.ts';

/** Changes of one thing, from the cheapest on. */
export interface Course {
  readonly lever: Lever;
  /** On which sides figures bring anything. */
  readonly sides: readonly Side[];
  readonly points: readonly Point[];
  readonly stretches: readonly Stretch[];
}

/** A change with what it costs and brings. */
export interface Point {
  readonly kind: 'point';
  readonly way: Way;
  readonly cost: Rational;
  readonly gain: Rational;
}

/** Changes that cost more than `above` and less than `below`, and bring no more than `most`. */
export interface Stretch {
  readonly kind: 'stretch';
  readonly above: Rational;
  readonly below: Rational | undefined;
  readonly most: Rational;
}

/** What the courses of one question have in common. */
export interface Courses {
  readonly setting: Setting;
  readonly prices: Prices;
  /** The figure that is to grow. */
  readonly measure: (result: Changed) => Range;
  /** What it is now. */
  readonly now: Rational;
  /** The step of which every gain is a multiple, where there is one. */
  readonly grain: Rational | undefined;
}

/** What is known of changing one thing before anything was looked into; undefined where it brings nothing. */
export function courseOf(courses: Courses, lever: Lever, over: Range): Course | undefined {
  const { setting, measure, now, prices } = courses;
  if (lever.current === undefined) return undefined;
  if (lever.moves.kind === 'grid') {
    const most = over.high && subtract(over.high.value, now);
    if (most === undefined || signOf(most) <= 0) return undefined;
    const stretch: Stretch = { kind: 'stretch', above: ZERO, below: undefined, most };
    const grid = lever.moves;
    const sides = (['more', 'less'] as const).filter((side) => {
      const values = valuesOn(grid, side);
      const gain = values && mostAmong(courses, lever, values);
      return values && !(gain && signOf(gain) <= 0);
    });
    return { lever, sides, points: [], stretches: [stretch] };
  }
  const points = lever.moves.values.flatMap(({ value, words }): Point[] => {
    const way: Way = {
      side: 'other',
      value,
      words,
      change: undefined,
      short: undefined,
      border: undefined,
    };
    const { low } = measure(scored(setting, new Map([[lever.input.name, lever.put(value)]])));
    const cost = costOf(lever, way, prices);
    const gain = low && subtract(low.value, now);
    return cost && gain && signOf(gain) > 0 ? [{ kind: 'point', way, cost, gain }] : [];
  });
  return points.length === 0
    ? undefined
    : { lever, sides: [], points: growing(points), stretches: [] };
}

/** The department as it is scored for gains: with what is missing as bad as could be found. */
export function scored({ atWorst, score }: Setting, changes: Parameters<typeof score>[0]): Changed {
  return (atWorst ?? score)(changes);
}

// Cheapest first, each with more gain than all before it.
function growing(points: readonly Point[]): readonly Point[] {
  const kept: Point[] = [];
  const sorted = [...points].sort((a, b) => compare(a.cost, b.cost) || compare(b.gain, a.gain));
  for (const point of sorted) {
    const last = kept.at(-1);
    if (last === undefined || compare(point.gain, last.gain) > 0) kept.push(point);
  }
  return kept;
}

const SMALLEST_GAIN = rational(1, 1_000_000);

/** The course with the cheapest change that brings so much known, and what is cheaper bringing less. */
export function lookInto(
  courses: Courses,
  course: Course,
  stretch: Stretch,
  asked: Rational,
): Course {
  const { setting, measure, now, prices, grain } = courses;
  const gain = grain ? multiply(ceiling(divide(asked, grain)), grain) : asked;
  const { lever } = course;
  const least = add(now, gain);
  const aim: Aim = {
    judge: (result) => {
      const { low, high } = measure(result);
      if (low && compare(low.value, least) >= 0) return 'all';
      return high && compare(high.value, least) < 0 ? 'none' : 'some';
    },
    lacking: [gain],
  };
  const known: Setting = {
    ...setting,
    score: setting.atWorst ?? setting.score,
    atWorst: undefined,
  };
  const points = waysOf(known, lever, aim, { sides: course.sides }).ways.flatMap((way): Point[] => {
    const cost = costOf(lever, way, prices);
    const { low } = measure(known.score(new Map([[lever.input.name, lever.put(way.value)]])));
    return cost && low ? [{ kind: 'point', way, cost, gain: subtract(low.value, now) }] : [];
  });
  const [found] = points.sort((a, b) => compare(a.cost, b.cost));
  const others = course.stretches.filter((each) => each !== stretch);
  const isInside =
    found !== undefined &&
    compare(found.cost, stretch.above) > 0 &&
    (stretch.below === undefined || compare(found.cost, stretch.below) < 0);
  const end = isInside ? found.cost : stretch.below;
  // Cheaper changes bring less than was asked for, and perhaps much less.
  const bound = mostWithin(courses, lever, end);
  const less = subtract(gain, grain ?? SMALLEST_GAIN);
  const most = bound && compare(bound, less) < 0 ? bound : less;
  const before: Stretch = { ...stretch, below: end, most };
  if (!isInside) return pruned({ ...course, stretches: [...others, before] });
  const after: Stretch = { ...stretch, above: found.cost };
  return pruned({
    ...course,
    points: growing([...course.points, found]),
    stretches: [...others, before, after],
  });
}

// A stretch that brings no more than some change before it is of no use.
function pruned(course: Course): Course {
  const stretches = course.stretches.filter(
    ({ above, most }) =>
      signOf(most) > 0 &&
      !course.points.some(
        ({ cost, gain }) => compare(cost, above) <= 0 && compare(gain, most) >= 0,
      ),
  );
  return { ...course, stretches };
}

// The most that changes bring which cost less than this.
function mostWithin(
  courses: Courses,
  lever: Lever,
  cost: Rational | undefined,
): Rational | undefined {
  if (lever.moves.kind !== 'grid' || cost === undefined) return undefined;
  const range = valuesWithin(lever, lever.moves, courses.prices, cost);
  return range && mostAmong(courses, lever, { kind: lever.moves.of, range });
}

function mostAmong(
  { setting, measure, now }: Courses,
  lever: Lever,
  values: Value,
): Rational | undefined {
  const { high } = measure(scored(setting, new Map([[lever.input.name, lever.put(values)]])));
  return high && subtract(high.value, now);
}

function valuesWithin(
  lever: Lever,
  { at, range }: Grid,
  prices: Prices,
  cost: Rational,
): Range | undefined {
  const rate = rateOf(lever, prices);
  if (at === undefined || signOf(rate) === 0) return undefined;
  const reach = multiply(cost, divide(ONE, rate));
  const [low, high] = [subtract(at, reach), add(at, reach)];
  const { low: least, high: most, integer } = range;
  return between(
    least && compare(least.value, low) > 0 ? least : { value: low, open: true },
    most && compare(most.value, high) < 0 ? most : { value: high, open: true },
    integer,
  );
}
