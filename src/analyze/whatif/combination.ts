// The cheapest changes of several things together that reach the goal, with at most one change in what
// one rule reads: found from what each brings alone, checked by scoring them together, and where gains
// add up, shown to be the cheapest. Where that finds nothing, changes are put together until they reach it.
import type { Rational } from '../../number/rational.ts';
import {
  ZERO,
  add,
  ceiling,
  compare,
  floor,
  minimum,
  multiply,
  rational,
  signOf,
  subtract,
} from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { anyValue, waysOf } from './alone.ts';
import { blocksOf, doubtsOf, grainOf } from './blocks.ts';
import type { Block, Doubt } from './blocks.ts';
import type { Prices } from './cost.ts';
import { costOf } from './cost.ts';
import type { Course, Courses, Point, Stretch } from './course.ts';
import { courseOf, lookInto, scored } from './course.ts';
import type { Aim, Goal } from './goal.ts';
import { measured } from './goal.ts';
import type { Offer } from './knapsack.ts';
import { cheapestChoices } from './knapsack.ts';
import { inputsWith } from './lever.ts';
import type { Change, Lever } from './lever.ts';
import type { Outcome } from './outcome.ts';
import { brokenChecks, outcomeOf } from './outcome.ts';
import type { Setting } from './setting.ts';
import { judgeChanges } from './setting.ts';

/** One of several changes that are made together. */
export interface JointChange extends Change {
  readonly words: readonly string[];
  readonly cost: Rational;
}

/** What changing several things can do. */
export type Combination =
  | {
      readonly kind: 'found';
      readonly changes: readonly JointChange[];
      readonly cost: Rational;
      readonly after: Outcome;
      readonly breaks: readonly string[];
      /** No changes that cost less reach the goal, of those with one change in what one rule reads. */
      readonly isCheapest: boolean;
      /** Those that do cost at least this; undefined where nothing is known of that. */
      readonly atLeast: Rational | undefined;
      /** Whether at most one thing is changed in what one rule reads. */
      readonly isOnePerRule: boolean;
      readonly doubts: readonly Doubt[];
    }
  /** Whatever is changed, the figure that the goal is about lies in this range. */
  | { readonly kind: 'impossible'; readonly over: Range }
  | { readonly kind: 'not-found'; readonly over: Range };

/** The cheapest changes of these things that reach the goal. */
export function cheapest(
  setting: Setting,
  goal: Goal,
  aim: Aim,
  levers: readonly { readonly lever: Lever; readonly over: Range }[],
  prices: Prices,
  onLook: (looks: number) => void = () => undefined,
): Combination {
  const all = levers.map(({ lever }) => ({ lever, value: anyValue(lever) }));
  const everything = setting.score(inputsWith(all));
  const over = measured(everything, goal);
  if (aim.judge(everything) === 'none') return { kind: 'impossible', over };
  const { high: now } = measured(scored(setting, new Map()), goal);
  const [lacking] = aim.lacking;
  if (now === undefined || lacking === undefined) return { kind: 'not-found', over };
  const doubts = doubtsOf(setting, goal);
  const courses: Courses = {
    setting,
    prices,
    measure: (result) => measured(result, goal),
    now: now.value,
    grain: grainOf(setting, goal, doubts),
  };
  const known = new Map<Lever, Course>();
  for (const { lever, over: range } of levers) {
    const course = courseOf(courses, lever, range);
    if (course) known.set(lever, course);
  }
  const blocks = blocksOf(setting, [...known.keys()]);
  const gap = subtract(add(deficitBase(setting, goal), lacking), now.value);
  const search = searchCheapest(
    { courses, blocks, known, gap, left: MOST_LOOKS, onLook },
    (changes) => judgeChanges(setting, aim.judge, inputsWith(changes)),
  );
  const changes = search.changes ?? pileUp(courses, aim, known);
  if (changes === undefined) return { kind: 'not-found', over };
  const after = setting.score(inputsWith(changes));
  const cost = changes.reduce((sum, change) => add(sum, change.cost), ZERO);
  const isOnePerRule = search.changes !== undefined;
  const isSure = isOnePerRule && doubts.length === 0;
  const atLeast = isSure ? search.atLeast : undefined;
  const isCheapest = atLeast !== undefined && compare(atLeast, cost) >= 0;
  const isCut = isSure && !isCheapest;
  return {
    kind: 'found',
    changes,
    cost,
    after: outcomeOf(after, goal),
    breaks: brokenChecks(setting.now, after),
    isCheapest,
    atLeast: isCheapest ? cost : atLeast,
    isOnePerRule,
    doubts: isCut ? [...doubts, 'search-cut-short'] : doubts,
  };
}

// What `lacking` was counted from.
function deficitBase(setting: Setting, goal: Goal): Rational {
  return measured(setting.now, goal).high?.value ?? ZERO;
}

interface Search {
  readonly changes: readonly JointChange[] | undefined;
  /** What changes that reach the goal cost at least; undefined where that is not known. */
  readonly atLeast: Rational | undefined;
}

interface Part {
  readonly lever: Lever;
  readonly of: Point | Stretch;
}

/** What is known of each course; it grows. */
interface Known {
  readonly courses: Courses;
  readonly blocks: readonly Block[];
  readonly known: Map<Lever, Course>;
  /** How much must be gained. */
  readonly gap: Rational;
  /** How many stretches may still be looked into. */
  left: number;
  readonly onLook: (looks: number) => void;
}

const HALF = rational(1, 2);
/** How often a search looks closer at what a change can bring. */
export const MOST_LOOKS = 400;
/** Gains in millionths of a point, rounded up; costs in thousand millionths, rounded down. */
const GAIN_UNIT = rational(1_000_000);
const COST_UNIT = rational(1_000_000_000);

// What is chosen by what is known of each course is the cheapest; with the slack of sums that are rounded
// nothing cheaper can be left out.
function searchCheapest(
  known: Known,
  judge: (changes: readonly Change[]) => 'all' | 'some' | 'none',
): Search {
  const bound = lookUntilKnown(known, false, undefined);
  const best = cheapestChoices(offersOf(known, false, true), wholeUp(known.gap));
  const changes = best?.chosen.map(({ of }) => jointChange(of));
  if (best === undefined || changes === undefined || judge(changes) !== 'all')
    return { changes: undefined, atLeast: undefined };
  const cost = changes.reduce((sum, change) => add(sum, change.cost), ZERO);
  const hasSlack = known.blocks.some(({ slack }) => signOf(slack) > 0);
  const least = hasSlack ? lookUntilKnown(known, true, cost) : bound;
  const atLeast = least === undefined ? undefined : fromUnits(least);
  const isCost = least !== undefined && least >= best.cost;
  return { changes, atLeast: isCost ? cost : atLeast };
}

// Chooses by what is known, looks into what is only bounded in the choice, and chooses again, until the
// choice is made of changes that are known, or costs as much as one that is. Everything else costs more.
function lookUntilKnown(
  known: Known,
  withSlack: boolean,
  enough: Rational | undefined,
): number | undefined {
  for (;;) {
    const best = cheapestChoices(offersOf(known, withSlack, false), wholeUp(known.gap));
    if (best === undefined) return undefined;
    const bounded = best.chosen.filter(({ of }) => of.of.kind === 'stretch');
    if (bounded.length === 0 || known.left <= 0) return best.cost;
    if (enough && best.cost >= wholeDown(enough)) return best.cost;
    for (const { of, gain } of bounded) {
      const others = best.chosen.reduce((sum, each) => sum + each.gain, -gain);
      lookAt(known, of, bounded.length === 1 ? others : undefined);
    }
  }
}

// Where all else is known, what is lacking is asked for; otherwise the stretch is halved.
function lookAt(search: Known, { lever, of }: Part, others: number | undefined): void {
  const { courses, known, gap } = search;
  const course = known.get(lever);
  if (of.kind !== 'stretch' || course === undefined) return;
  search.left--;
  search.onLook(MOST_LOOKS - search.left);
  const before = course.points.filter(({ cost }) => compare(cost, of.above) <= 0).at(-1);
  const [low, high] = [before?.gain ?? ZERO, minimum(of.most, gap)];
  const lacking = others === undefined ? undefined : subtract(gap, inPoints(others));
  const isLacking = lacking && compare(lacking, low) > 0 && compare(lacking, of.most) <= 0;
  const middle = multiply(add(low, high), HALF);
  const asked = isLacking ? lacking : compare(high, low) > 0 ? middle : of.most;
  known.set(lever, lookInto(courses, course, of, asked));
}

function offersOf(
  { blocks, known }: Known,
  withSlack: boolean,
  onlyKnown: boolean,
): readonly (readonly Offer<Part>[])[] {
  return blocks.map(({ levers, slack }) =>
    levers.flatMap((lever) => {
      const course = known.get(lever);
      if (course === undefined) return [];
      const more = withSlack ? slack : ZERO;
      const points = course.points.map((point) => ({
        gain: wholeUp(add(point.gain, more)),
        cost: wholeDown(point.cost),
        of: { lever, of: point },
      }));
      const stretches = (onlyKnown ? [] : course.stretches).map((stretch) => ({
        gain: wholeUp(add(stretch.most, more)),
        cost: wholeDown(stretch.above),
        of: { lever, of: stretch },
      }));
      return [...points, ...stretches];
    }),
  );
}

function jointChange({ lever, of }: Part): JointChange {
  if (of.kind !== 'point') throw new Error('only a known change can be made');
  return { lever, value: of.way.value, words: of.way.words, cost: of.cost };
}

function wholeUp(gain: Rational): number {
  return Number(ceiling(multiply(gain, GAIN_UNIT)).n);
}

function wholeDown(cost: Rational): number {
  return Number(floor(multiply(cost, COST_UNIT)).n);
}

function inPoints(gain: number): Rational {
  return rational(BigInt(gain), GAIN_UNIT.n);
}

function fromUnits(cost: number): Rational {
  return rational(BigInt(cost), COST_UNIT.n);
}

// Everything at its best, the least expensive for what it brings first, until that reaches the goal; then
// each is brought back as far as the others allow.
function pileUp(
  courses: Courses,
  aim: Aim,
  known: ReadonlyMap<Lever, Course>,
): readonly JointChange[] | undefined {
  const { setting, prices } = courses;
  const best = [...known.values()].flatMap((course) => {
    const point = largestGain(courses, course);
    return point ? [{ lever: course.lever, point }] : [];
  });
  best.sort((a, b) =>
    compare(multiply(a.point.cost, b.point.gain), multiply(b.point.cost, a.point.gain)),
  );
  const reaches = (changes: readonly Change[]) =>
    judgeChanges(setting, aim.judge, inputsWith(changes)) === 'all';
  let piled: JointChange[] = [];
  for (const { lever, point } of best) {
    piled.push(jointChange({ lever, of: point }));
    if (reaches(piled)) break;
  }
  if (!reaches(piled)) return undefined;
  for (const { lever } of [...piled].sort((a, b) => compare(b.cost, a.cost))) {
    const others = piled.filter((change) => change.lever !== lever);
    if (reaches(others)) {
      piled = others;
      continue;
    }
    const [way] = waysOf(setting, lever, aim, { others: inputsWith(others) }).ways;
    const cost = way && costOf(lever, way, prices);
    const now = piled.find((change) => change.lever === lever);
    if (way && cost && now && compare(cost, now.cost) < 0)
      piled = [...others, { lever, value: way.value, words: way.words, cost }];
  }
  return piled;
}

const HALVES = 8;

// The change that brings the most, or nearly so where that cannot be told.
function largestGain(courses: Courses, course: Course): Point | undefined {
  let looked = course;
  for (let half = 0; half < HALVES; half++) {
    const last = looked.stretches.at(-1);
    if (last === undefined) break;
    const asked = multiply(last.most, rational(1, 2n ** BigInt(half)));
    looked = lookInto(courses, looked, last, asked);
    if (looked.points.length > course.points.length) break;
  }
  return looked.points.at(-1);
}
