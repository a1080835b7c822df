// What it would take: a department and a goal in, for each thing that can be changed alone the nearest
// values that reach the goal, or the most that it can bring, and the cheapest changes of several together.
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import type { Framework } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { compare } from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { sameRange } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { resultOver, waysOf } from './alone.ts';
import type { Way, Ways } from './alone.ts';
import { MOST_LOOKS, cheapest } from './combination.ts';
import type { Combination } from './combination.ts';
import type { Prices } from './cost.ts';
import { costOf } from './cost.ts';
import type { Aim, Answer, Goal } from './goal.ts';
import { measured, reaching } from './goal.ts';
import type { Fixed, Lever } from './lever.ts';
import { leversOf } from './levers.ts';
import type { Outcome } from './outcome.ts';
import { brokenChecks, outcomeOf } from './outcome.ts';
import type { Setting } from './setting.ts';
import { createSetting } from './setting.ts';

/** Of what may be changed, and at which price. */
export interface WhatIfLimits {
  /** Names of inputs, or of their entries and fields, that stay as they are. */
  readonly keep?: ReadonlySet<string>;
  /** The only ones that may change; all without it. */
  readonly only?: ReadonlySet<string>;
  readonly prices?: Prices;
  /** Told after each thing that was tried. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What came of the question. */
export interface WhatIf {
  readonly framework: Framework;
  readonly department: Department;
  readonly goal: Goal;
  /** What it comes to as it is, and whether that reaches the goal: certainly, possibly or not. */
  readonly now: Outcome;
  readonly reached: Answer;
  /** Everything whose change alone can move the figure that the goal is about. */
  readonly alone: readonly Alone[];
  /** What can be changed and moves nothing here. */
  readonly idle: readonly Lever[];
  readonly fixed: readonly Fixed[];
  readonly together: Combination | undefined;
}

/** One thing changed, all else as it is. */
export interface Alone {
  readonly lever: Lever;
  readonly reached: readonly Reached[];
  readonly open: Ways['open'];
  /** Between which figures it can move what the goal is about. */
  readonly over: Range;
}

/** A change that reaches the goal. */
export interface Reached extends Way {
  readonly after: Outcome;
  readonly cost: Rational | undefined;
  /** Cross-checks of the ruleset that hold now and would not hold then. */
  readonly breaks: readonly string[];
}

/** Asks what it would take for a department to reach a goal. */
export function whatif(
  framework: Framework,
  department: Department,
  goal: Goal,
  settings: EvaluateSettings = {},
  limits: WhatIfLimits = {},
): WhatIf {
  const setting = createSetting(framework, department, settings, (result) =>
    measured(result, goal),
  );
  const { now } = setting;
  const aim = reaching(framework, goal, now);
  const reached = aim.judge(now);
  const outcome = outcomeOf(now, goal);
  const found = leversOf(framework, department, settings);
  const [free, kept] = parted(found.levers, (lever) => mayChange(lever, limits));
  const fixed: Fixed[] = [
    ...found.fixed,
    ...[...new Set(kept.map(({ input }) => input))].map((input): Fixed => ({ input, why: 'kept' })),
  ];
  const base = { framework, department, goal, now: outcome, reached, fixed };
  if (reached === 'all') return { ...base, alone: [], idle: [], together: undefined };
  const alone: Alone[] = [];
  const idle: Lever[] = [];
  const prices = limits.prices ?? new Map<string, Rational>();
  for (const [place, lever] of free.entries()) {
    const one = changeAlone(setting, lever, aim, goal, prices);
    if (one) alone.push(one);
    else idle.push(lever);
    limits.onProgress?.(place + 1, free.length + MOST_LOOKS);
  }
  const together = cheapest(setting, goal, aim, alone, prices, (looks) =>
    limits.onProgress?.(free.length + looks, free.length + MOST_LOOKS),
  );
  return { ...base, alone: alone.sort(byCost), idle, together };
}

function parted<Each>(
  all: readonly Each[],
  belongs: (each: Each) => boolean,
): readonly [Each[], Each[]] {
  return [all.filter(belongs), all.filter((each) => !belongs(each))];
}

function mayChange({ name, input }: Lever, { keep, only }: WhatIfLimits): boolean {
  const isNamed = (names: ReadonlySet<string>) => names.has(name) || names.has(input.name);
  return !(keep && isNamed(keep)) && (only === undefined || isNamed(only));
}

function changeAlone(
  setting: Setting,
  lever: Lever,
  aim: Aim,
  goal: Goal,
  prices: Prices,
): Alone | undefined {
  const over = resultOver(setting, lever);
  const range = measured(over, goal);
  // What leaves everything as it is, whatever it is, is no answer and no obstacle.
  const isIdle =
    sameRange(range, measured(setting.now, goal)) &&
    (goal.kind !== 'grade' || over.grades.join('\n') === setting.now.grades.join('\n'));
  if (isIdle && lever.current !== undefined) return undefined;
  const { ways, open } = waysOf(setting, lever, aim, { borders: true });
  const reached = ways.map((way) =>
    reachedBy(setting, goal, way, costOf(lever, way, prices), new Map([changeOfInput(lever, way)])),
  );
  if (isIdle && reached.length === 0) return undefined;
  return { lever, reached, open, over: range };
}

function changeOfInput({ input, put }: Lever, { value }: Way): readonly [string, Value] {
  return [input.name, put(value)];
}

function reachedBy(
  setting: Setting,
  goal: Goal,
  way: Way,
  cost: Rational | undefined,
  changes: ReadonlyMap<string, Value>,
): Reached {
  const after = setting.score(changes);
  return { ...way, after: outcomeOf(after, goal), cost, breaks: brokenChecks(setting.now, after) };
}

// Those that reach the goal first, from the cheapest on; then those that bring the most.
function byCost(a: Alone, b: Alone): number {
  if (a.reached.length === 0 || b.reached.length === 0)
    return a.reached.length === b.reached.length
      ? byMost(a, b)
      : b.reached.length - a.reached.length;
  const [cost, other] = [leastCost(a), leastCost(b)];
  if (cost && other) return compare(cost, other);
  return cost ? -1 : other ? 1 : 0;
}

function leastCost({ reached }: Alone): Rational | undefined {
  const costs = reached.flatMap(({ cost }) => cost ?? []).sort(compare);
  return costs[0];
}

function byMost(a: Alone, b: Alone): number {
  const [most, other] = [a.over.high?.value, b.over.high?.value];
  return most && other ? compare(other, most) : most ? 1 : other ? -1 : 0;
}
