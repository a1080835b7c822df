// Where scores change: for everything that can be varied and every indicator that reads it, the nearest
// value above and below the current one at which the score of the indicator is another.
import { absolute, divide, equal, signOf, subtract } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Changed } from '../../evaluate/change-inputs.ts';
import type { Indicator } from '../../model/framework.ts';
import { indicatorsOf } from '../../model/framework.ts';
import { nearFigure } from '../../types/enclosure.ts';
import { pointOf } from '../../types/range.ts';
import type { Range } from '../../types/range.ts';
import { waysOf } from '../whatif/alone.ts';
import type { Way } from '../whatif/alone.ts';
import { differing, scoreAt } from '../whatif/goal.ts';
import type { Lever } from '../whatif/lever.ts';
import type { Setting } from '../whatif/setting.ts';

/** A value at which the score of an indicator changes. */
export interface BreakPoint {
  readonly lever: Lever;
  readonly path: readonly string[];
  readonly way: Way;
  /** How far it lies, as a share of the figure as it is; undefined from 0, for dates and for words. */
  readonly share: Rational | undefined;
  readonly before: Rational;
  readonly after: Range;
  /** The score jumps there; otherwise it only moves on by the step to which it is rounded. */
  readonly isJump: boolean;
  readonly total: Range;
  readonly grades: readonly string[];
}

/** The break points of one thing, and the indicators of which it could not be told. */
export interface BreakPoints {
  readonly found: readonly BreakPoint[];
  readonly open: readonly (readonly string[])[];
}

/** Where the scores of indicators change as this one thing does; `over` is what it can bring about. */
export function breakPointsOf(setting: Setting, lever: Lever, over: Changed): BreakPoints {
  const found: BreakPoint[] = [];
  const open: (readonly string[])[] = [];
  for (const indicator of indicatorsOf(setting.framework.children)) {
    const { path } = indicator;
    const before = pointOf(scoreAt(setting.now, path));
    const range = scoreAt(over, path);
    const same = nearFigure(range);
    if (before === undefined || (same && equal(same, before))) continue;
    const step = stepOf(setting, indicator);
    const aim = {
      judge: differing(path, before),
      lacking: step ? [step, { n: -step.n, d: step.d }] : [],
    };
    const { ways, open: sides } = waysOf(setting, lever, aim, { borders: true });
    if (sides.length > 0) open.push(path);
    for (const way of ways) {
      const result = setting.score(new Map([[lever.input.name, lever.put(way.value)]]));
      const after = scoreAt(result, path);
      const isJump = isJumpTo(setting, lever, indicator, way, before, after);
      const { total, grades } = result;
      found.push({
        lever,
        path,
        way,
        share: shareOf(lever, way),
        before,
        after,
        isJump,
        total,
        grades,
      });
    }
  }
  return { found, open };
}

function stepOf({ framework }: Setting, indicator: Indicator): Rational | undefined {
  return (indicator.rounding ?? framework.roundings.indicators)?.step;
}

// Where the score is not rounded, it jumps if it is nowhere in between one step before.
function isJumpTo(
  setting: Setting,
  lever: Lever,
  indicator: Indicator,
  way: Way,
  before: Rational,
  after: Range,
): boolean {
  const isCounted = lever.moves.kind === 'alternatives' || lever.moves.range.integer;
  const now = pointOf(after);
  // What a person awards moves on by as little as that person likes.
  if (lever.input.kind === 'judged' && lever.moves.kind === 'grid') return false;
  if (isCounted || way.short === undefined || now === undefined) return true;
  const moved = subtract(now, before);
  const step = stepOf(setting, indicator);
  if (step && moved.n * moved.n * step.d * step.d > step.n * step.n * moved.d * moved.d)
    return true;
  const at = (value: Way['value']) =>
    nearFigure(
      scoreAt(setting.unrounded(new Map([[lever.input.name, lever.put(value)]])), indicator.path),
    );
  const [short, reached] = [at(way.short), at(way.value)];
  if (short === undefined || reached === undefined) return false;
  const gap = subtract(reached, short);
  // More than half of the whole change within one step of the figure is no gradual movement.
  return 4n * gap.n * gap.n * moved.d * moved.d > moved.n * moved.n * gap.d * gap.d;
}

function shareOf({ moves }: Lever, { change }: Way): Rational | undefined {
  if (moves.kind !== 'grid' || moves.of === 'date' || change === undefined) return undefined;
  const { at } = moves;
  return at === undefined || signOf(at) === 0 ? undefined : absolute(divide(change, at));
}
