// Which inputs and which weights move the total of a department, and how near it is to where a score
// changes: a tornado, break points, and what one point more would mean, all as exact data.
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import type { Framework } from '../../model/framework.ts';
import type { Rational } from '../../number/rational.ts';
import { absolute, add, compare, multiply, subtract } from '../../number/rational.ts';
import type { End, Range } from '../../types/range.ts';
import { between, hull, intersect, point, pointOf, sameRange } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { resultOver } from '../whatif/alone.ts';
import type { Fixed, Lever } from '../whatif/lever.ts';
import { leversOf } from '../whatif/levers.ts';
import { createSetting } from '../whatif/setting.ts';
import type { Setting } from '../whatif/setting.ts';
import type { BreakPoint } from './break-points.ts';
import { breakPointsOf } from './break-points.ts';
import type { Extremes } from './extremes.ts';
import { extremesOf } from './extremes.ts';
import type { Weight } from './weights.ts';
import { weightsOf } from './weights.ts';

/** How far figures are varied. */
export interface SensitivityLimits {
  /** By this share of what they are; over all that is declared, without it. */
  readonly by?: Rational | undefined;
  /** Told after each thing that was tried. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** How sensitive the scores of a department are. */
export interface Sensitivity {
  readonly framework: Framework;
  readonly department: Department;
  readonly by: Rational | undefined;
  readonly now: { readonly total: Range; readonly grades: readonly string[] };
  /** What moves the total, the most first. */
  readonly tornado: readonly Bar[];
  /** The nearest first, by the share of the figure as it is. */
  readonly breakPoints: readonly BreakPoint[];
  readonly weights: readonly Weight[];
  /** What can be varied and moves no score. */
  readonly idle: readonly Lever[];
  readonly fixed: readonly Fixed[];
  /** Things of which it could not be told where the score of an indicator changes. */
  readonly open: readonly { readonly lever: Lever; readonly path: readonly string[] }[];
}

/** What one thing does to the total while all else is as it is. */
export interface Bar {
  readonly lever: Lever;
  /** The values that it takes, for figures; every alternative otherwise. */
  readonly values: Range | undefined;
  readonly total: Extremes;
  /** The totals at the ends of the values, where these belong to them. */
  readonly atLow: Range | undefined;
  readonly atHigh: Range | undefined;
}

/** Asks how sensitive the scores of a department are. */
export function sensitivity(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings = {},
  { by, onProgress }: SensitivityLimits = {},
): Sensitivity {
  const setting = createSetting(framework, department, settings, ({ total }) => total);
  const open: Sensitivity['open'][number][] = [];
  const known: Setting = { ...setting, atWorst: undefined };
  const { levers, fixed } = leversOf(framework, department, settings);
  const tornado: Bar[] = [];
  const breakPoints: BreakPoint[] = [];
  const idle: Lever[] = [];
  for (const [place, lever] of levers.entries()) {
    const over = resultOver(setting, lever);
    const found = breakPointsOf(known, lever, over);
    breakPoints.push(...found.found);
    open.push(...found.open.map((path) => ({ lever, path })));
    const bar = barOf(setting, lever, by);
    if (bar && !sameRange(bar.total.range, setting.now.total)) tornado.push(bar);
    if (found.found.length === 0 && sameRange(over.total, setting.now.total)) idle.push(lever);
    onProgress?.(place + 1, levers.length);
  }
  const { total, grades, children } = setting.now;
  return {
    framework,
    department,
    by,
    now: { total, grades },
    tornado: tornado.sort((a, b) => compare(widthOf(b), widthOf(a))),
    breakPoints: breakPoints.sort(byNearness),
    weights: framework.combine ? [] : weightsOf(framework, children),
    idle,
    fixed,
    open,
  };
}

function barOf(setting: Setting, lever: Lever, by: Rational | undefined): Bar | undefined {
  const { moves, input, put } = lever;
  const total = (value: Value) => setting.score(new Map([[input.name, put(value)]])).total;
  if (moves.kind === 'alternatives') {
    const totals = moves.values.map(({ value }) => total(value));
    const range = totals.reduce(hull, setting.now.total);
    const exact = totals.every((each) => pointOf(each) !== undefined);
    const all = { range, exact };
    return { lever, values: undefined, total: all, atLow: undefined, atHigh: undefined };
  }
  const values = by === undefined ? moves.range : around(moves.at, moves.range, by);
  if (values === undefined) return undefined;
  const figure = (each: Range) => total({ kind: moves.of, range: each });
  const at = (end: End | undefined) => (end && !end.open ? figure(point(end.value)) : undefined);
  return {
    lever,
    values,
    total: extremesOf(figure, values),
    atLow: at(values.low),
    atHigh: at(values.high),
  };
}

// So much more or less, as far as it is declared; dates and figures that are 0 have no share.
function around(at: Rational | undefined, declared: Range, by: Rational): Range | undefined {
  if (at === undefined) return undefined;
  const reach = multiply(absolute(at), by);
  const ends = between(
    { value: subtract(at, reach), open: false },
    { value: add(at, reach), open: false },
    declared.integer,
  );
  return ends && intersect(ends, declared);
}

function widthOf({ total: { range } }: Bar): Rational {
  const { low, high } = range;
  return low && high ? subtract(high.value, low.value) : ENDLESS;
}

const ENDLESS: Rational = { n: 10n ** 30n, d: 1n };

function byNearness(a: BreakPoint, b: BreakPoint): number {
  if (a.isJump !== b.isJump) return a.isJump ? -1 : 1;
  return compare(a.share ?? ENDLESS, b.share ?? ENDLESS);
}
