// One thing changed and all else as it is: the nearest values on both sides at which a result is as
// wanted, found by judging whole stretches of values, so that nothing nearer can have been missed.
import type { Changed } from '../../evaluate/change-inputs.ts';
import type { Rational } from '../../number/rational.ts';
import {
  ZERO,
  absolute,
  add,
  ceiling,
  compare,
  divide,
  floor,
  isInteger,
  multiply,
  subtract,
} from '../../number/rational.ts';
import type { End, Range } from '../../types/range.ts';
import { closed, pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { joinValues } from '../../types/value.ts';
import { solve } from '../solve.ts';
import type { Answer, Wanted } from './goal.ts';
import type { Alternatives, Grid, Lever } from './lever.ts';
import { firstWanted } from './nearest.ts';
import type { Setting } from './setting.ts';
import { judgeChanges } from './setting.ts';

/** A change of one thing after which the result is as wanted. */
export interface Way {
  readonly side: 'more' | 'less' | 'other';
  readonly value: Value;
  /** What is chosen, or which findings are met besides. */
  readonly words: readonly string[];
  /** New less old, where both are figures. */
  readonly change: Rational | undefined;
  /** The value one step nearer, at which the result is not as wanted yet. */
  readonly short: Value | undefined;
  /** Where the result turns, when that lies between the two. */
  readonly border: Border | undefined;
}

/** The exact figure at which a result turns into what is wanted; by itself it is or is not. */
export interface Border {
  readonly value: Rational;
  readonly included: boolean;
}

/** What came of changing one thing alone. */
export interface Ways {
  readonly ways: readonly Way[];
  /** Sides on which it could not be told whether anything further away is as wanted. */
  readonly open: readonly Way['side'][];
}

const MOST_JUDGEMENTS = 1500;

/** The nearest values at which the result is as wanted; `others` are changed besides. */
export function waysOf(
  setting: Setting,
  lever: Lever,
  wanted: Wanted,
  others: ReadonlyMap<string, Value> = NO_OTHERS,
  most = MOST_JUDGEMENTS,
): Ways {
  const judge = (value: Value): Answer =>
    judgeChanges(setting, wanted, new Map([...others, [lever.input.name, lever.put(value)]]));
  return lever.moves.kind === 'alternatives'
    ? amongAlternatives(setting, lever, lever.moves, judge, others)
    : onGrid(setting, lever, lever.moves, judge, others, most);
}

const NO_OTHERS: ReadonlyMap<string, Value> = new Map();

/** The result where this takes any of its values, all else as it is. */
export function resultOver(setting: Setting, lever: Lever): Changed {
  return setting.score(new Map([[lever.input.name, lever.put(anyValue(lever))]]));
}

// Alternatives of one kind; the current value, where it is known, is one more.
function anyValue({ moves, current }: Lever): Value {
  if (moves.kind === 'grid') return { kind: moves.of, range: moves.range };
  const values = [...moves.values.map(({ value }) => value), ...(current ? [current] : [])];
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('there is nothing to choose from');
  return rest.reduce(joinValues, first);
}

function amongAlternatives(
  setting: Setting,
  lever: Lever,
  { values }: Alternatives,
  judge: (value: Value) => Answer,
  others: ReadonlyMap<string, Value>,
): Ways {
  const ways = values
    .filter(({ value }) => judge(value) === 'all' && isAllowed(setting, lever, value, others))
    .map(({ value, words }): Way => {
      const change = changeOf(lever.current, value);
      return { side: 'other', value, words, change, short: undefined, border: undefined };
    });
  return { ways: ways.sort(byDistance), open: [] };
}

function byDistance(a: Way, b: Way): number {
  if (a.words.length !== b.words.length) return a.words.length - b.words.length;
  return a.change && b.change ? compare(absolute(a.change), absolute(b.change)) : 0;
}

/** New less old, where both are figures. */
export function changeOf(before: Value | undefined, after: Value): Rational | undefined {
  const [old, now] = [before && figureOf(before), figureOf(after)];
  return old && now && subtract(now, old);
}

export function figureOf(value: Value): Rational | undefined {
  return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
}

// An award that its table does not allow counts as not given, and is no answer.
function isAllowed(
  { score }: Setting,
  { input, put }: Lever,
  value: Value,
  others: ReadonlyMap<string, Value>,
): boolean {
  if (input.kind !== 'judged' || input.form.kind !== 'banded') return true;
  return !score(new Map([...others, [input.name, put(value)]])).refused.has(input.name);
}

function onGrid(
  setting: Setting,
  lever: Lever,
  grid: Grid,
  judge: (value: Value) => Answer,
  others: ReadonlyMap<string, Value>,
  most: number,
): Ways {
  const ways: Way[] = [];
  const open: Way['side'][] = [];
  for (const side of ['more', 'less'] as const) {
    const row = rowOf(grid, side);
    if (row === undefined) continue;
    const valueAt = (position: bigint): Rational =>
      multiply({ n: row.start + row.direction * position, d: 1n }, grid.step);
    const stretch = (first: bigint, last: bigint | undefined): Value => ({
      kind: grid.of,
      range: rangeBetween(valueAt(first), last === undefined ? undefined : valueAt(last), grid, side),
    });
    const found = firstWanted((first, last) => judge(stretch(first, last)), row.last, most);
    if (found.kind === 'open') open.push(side);
    if (found.kind !== 'found') continue;
    const value = valueAt(found.at);
    if (!isAllowed(setting, lever, stretch(found.at, found.at), others)) {
      open.push(side);
      continue;
    }
    const before = found.at === 0n ? grid.at : valueAt(found.at - 1n);
    const isEnd = before === undefined && ways.length > 0;
    if (isEnd) continue;
    ways.push({
      side,
      value: stretch(found.at, found.at),
      words: [],
      change: grid.at && subtract(value, grid.at),
      short: before && { kind: grid.of, range: closed(before, before) },
      border: before && borderBetween(grid, before, value, judge),
    });
  }
  return { ways: ways.sort(byDistance), open };
}

interface Row {
  readonly start: bigint;
  readonly direction: 1n | -1n;
  /** The position of the last value; undefined where there is none. */
  readonly last: bigint | undefined;
}

// The multiples of the step beyond the current value, or from the end of what is declared.
function rowOf({ step, range, at }: Grid, side: 'more' | 'less'): Row | undefined {
  const [lowest, highest] = [firstIndex(range.low, step), lastIndex(range.high, step)];
  const isUp = side === 'more';
  const direction = isUp ? 1n : -1n;
  let start: bigint | undefined;
  if (at === undefined) start = isUp ? (lowest ?? (highest === undefined ? 0n : undefined)) : highest;
  else {
    const place = divide(at, step);
    start = isUp ? floor(place).n + 1n : ceiling(place).n - 1n;
  }
  if (start === undefined) return undefined;
  const end = isUp ? highest : lowest;
  const last = end === undefined ? undefined : (end - start) * direction;
  return last !== undefined && last < 0n ? undefined : { start, direction, last };
}

function firstIndex(low: End | undefined, step: Rational): bigint | undefined {
  if (low === undefined) return undefined;
  const place = divide(low.value, step);
  return ceiling(place).n + (low.open && isInteger(place) ? 1n : 0n);
}

function lastIndex(high: End | undefined, step: Rational): bigint | undefined {
  if (high === undefined) return undefined;
  const place = divide(high.value, step);
  return floor(place).n - (high.open && isInteger(place) ? 1n : 0n);
}

function rangeBetween(
  first: Rational,
  last: Rational | undefined,
  { range }: Grid,
  side: 'more' | 'less',
): Range {
  const [near, far] = [closedEnd(first), last && closedEnd(last)];
  const { integer } = range;
  return side === 'more' ? { low: near, high: far, integer } : { low: far, high: near, integer };
}

function closedEnd(value: Rational): End {
  return { value, open: false };
}

// Between a value that is not as wanted and the next one that is, the figure where it turns.
function borderBetween(
  { of, range, step }: Grid,
  short: Rational,
  reached: Rational,
  judge: (value: Value) => Answer,
): Border | undefined {
  if (of === 'date' || range.integer) return undefined;
  const isUp = compare(short, reached) < 0;
  const solutions = solve({
    judge: (values) => judge({ kind: of, range: values }),
    exact: () => undefined,
    thresholds: [],
    domain: isUp ? closed(short, reached) : closed(reached, short),
    scale: step,
  });
  const nearest = isUp ? solutions[0] : solutions.at(-1);
  const end = isUp ? nearest?.range.low : nearest?.range.high;
  if (nearest?.exact !== true || end === undefined) return undefined;
  return { value: end.value, included: !end.open };
}
