// One thing changed and all else as it is: the nearest values on both sides at which a result is as
// wanted, found by judging whole stretches of values, so that nothing nearer can have been missed.
import type { Changed } from '../../evaluate/change-inputs.ts';
import type { Rational } from '../../number/rational.ts';
import {
  absolute,
  ceiling,
  compare,
  divide,
  floor,
  isInteger,
  multiply,
  subtract,
} from '../../number/rational.ts';
import type { End, Range } from '../../types/range.ts';
import { between, closed, contains, pointOf } from '../../types/range.ts';
import type { Unit } from '../../types/unit.ts';
import { isMoney } from '../../types/unit.ts';
import type { Value } from '../../types/value.ts';
import { joinValues } from '../../types/value.ts';
import { solve } from '../solve.ts';
import type { Aim, Answer } from './goal.ts';
import { createGuess } from './guess.ts';
import type { Guess } from './guess.ts';
import type { Alternatives, Grid, Lever } from './lever.ts';
import { firstWanted } from './nearest.ts';
import type { Setting } from './setting.ts';
import { judgeChanges } from './setting.ts';

/** A change of one thing after which the result is as wanted. */
export interface Way {
  readonly side: Side | 'other';
  readonly value: Value;
  /** What is chosen, or which findings are met besides. */
  readonly words: readonly string[];
  /** New less old, where both are figures. */
  readonly change: Rational | undefined;
  /** The value one step nearer, at which the result is not as wanted yet. */
  readonly short: Value | undefined;
  /** Where the result turns between the two; undefined where that is at `value`, or in money. */
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

/** Where figures lie to the current one. */
export type Side = 'more' | 'less';

const SIDES: readonly Side[] = ['more', 'less'];

/** What to look for besides the nearest values. */
export interface Manner {
  /** What is changed besides; nothing, without it. */
  readonly others?: ReadonlyMap<string, Value>;
  /** Where to look; on both sides, without it. */
  readonly sides?: readonly Side[];
  /** Whether to work out where exactly results turn. */
  readonly borders?: boolean;
}

/** The nearest values at which the result is as wanted. */
export function waysOf(setting: Setting, lever: Lever, aim: Aim, manner: Manner = {}): Ways {
  const { others = NO_OTHERS } = manner;
  const judge = (value: Value): Answer =>
    judgeChanges(setting, aim.judge, withChange(others, lever, value));
  return lever.moves.kind === 'alternatives'
    ? amongAlternatives(setting, lever, lever.moves, judge, others)
    : onGrid(setting, lever, lever.moves, aim, judge, manner);
}

const NO_OTHERS: ReadonlyMap<string, Value> = new Map();

function withChange(
  others: ReadonlyMap<string, Value>,
  { input: { name }, put }: Lever,
  value: Value,
): ReadonlyMap<string, Value> {
  return new Map(others).set(name, put(value, others.get(name)));
}

/** The result where this takes any of its values, all else as it is. */
export function resultOver(setting: Setting, lever: Lever): Changed {
  return setting.score(new Map([[lever.input.name, lever.put(anyValue(lever))]]));
}

/** All the values that it may take, the current one among them. */
export function anyValue({ moves, current }: Lever): Value {
  if (moves.kind === 'grid') return { kind: moves.of, range: moves.range };
  const values = [...moves.values.map(({ value }) => value), ...(current ? [current] : [])];
  const [first, ...rest] = values;
  if (first === undefined) throw new Error('there is nothing to choose from');
  return rest.reduce(joinValues, first);
}

/** The values on one side of the current one. */
export function valuesOn({ range, at, of }: Grid, side: Side): Value | undefined {
  const end = at && { value: at, open: true };
  const { low, high, integer } = range;
  const values = side === 'more' ? between(end, high, integer) : between(low, end, integer);
  return values && { kind: of, range: values };
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
  lever: Lever,
  value: Value,
  others: ReadonlyMap<string, Value>,
): boolean {
  const { input } = lever;
  if (input.kind !== 'judged' || input.form.kind !== 'banded') return true;
  return !score(withChange(others, lever, value)).refused.has(input.name);
}

function onGrid(
  setting: Setting,
  lever: Lever,
  grid: Grid,
  aim: Aim,
  judge: (value: Value) => Answer,
  { others = NO_OTHERS, sides = SIDES, borders = false }: Manner,
): Ways {
  let guesses: readonly Rational[] | undefined;
  const ways: Way[] = [];
  const open: Way['side'][] = [];
  for (const side of sides) {
    const row = rowOf(grid, side);
    if (row === undefined) continue;
    const valueAt = (position: bigint): Rational =>
      multiply({ n: row.start + row.direction * position, d: 1n }, grid.step);
    const stretch = (first: bigint, last: bigint | undefined): Value => ({
      kind: grid.of,
      range: rangeBetween(
        valueAt(first),
        last === undefined ? undefined : valueAt(last),
        grid,
        side,
      ),
    });
    const judgeRow = (first: bigint, last: bigint | undefined) => judge(stretch(first, last));
    // Mostly nothing on a side will do, which one judgement tells.
    if (judgeRow(0n, row.last) === 'none') continue;
    guesses ??= guessIn(setting, lever, grid, others)(aim.lacking);
    const found = firstWanted(judgeRow, row.last, MOST_JUDGEMENTS, positionsOf(guesses, grid, row));
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
      border:
        borders && before
          ? borderBetween(grid, lever.unit, before, value, judge, guesses)
          : undefined,
    });
  }
  return { ways: ways.sort(byDistance), open };
}

// What a score looks like around the current value is the same for every question about it.
function guessIn(
  setting: Setting,
  lever: Lever,
  grid: Grid,
  others: ReadonlyMap<string, Value>,
): Guess {
  if (others.size > 0) return createGuess(setting, lever, grid, others);
  let guess = setting.guesses.get(lever.name);
  if (guess === undefined)
    setting.guesses.set(lever.name, (guess = createGuess(setting, lever, grid, others)));
  return guess;
}

interface Row {
  readonly start: bigint;
  readonly direction: 1n | -1n;
  /** The position of the last value; undefined where there is none. */
  readonly last: bigint | undefined;
}

// The multiples of the step beyond the current value, or from the end of what is declared.
function rowOf({ step, range, at }: Grid, side: Side): Row | undefined {
  const [lowest, highest] = [firstIndex(range.low, step), lastIndex(range.high, step)];
  const isUp = side === 'more';
  const direction = isUp ? 1n : -1n;
  let start: bigint | undefined;
  if (at === undefined)
    start = isUp ? (lowest ?? (highest === undefined ? 0n : undefined)) : highest;
  else {
    const place = divide(at, step);
    start = isUp ? floor(place).n + 1n : ceiling(place).n - 1n;
  }
  if (start === undefined) return undefined;
  const end = isUp ? highest : lowest;
  const last = end === undefined ? undefined : (end - start) * direction;
  return last !== undefined && last < 0n ? undefined : { start, direction, last };
}

// The first positions at or beyond guessed figures.
function positionsOf(
  guesses: readonly Rational[],
  { step }: Grid,
  { start, direction }: Row,
): readonly bigint[] {
  return guesses
    .flatMap((guess) => {
      const place = divide(guess, step);
      const position = ((direction > 0n ? ceiling(place) : floor(place)).n - start) * direction;
      // A border that does not belong to what is wanted is passed by one step.
      return [position, position + 1n];
    })
    .filter((position) => position >= 0n)
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
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
  side: Side,
): Range {
  const [near, far] = [closedEnd(first), last && closedEnd(last)];
  const { integer } = range;
  return side === 'more' ? { low: near, high: far, integer } : { low: far, high: near, integer };
}

function closedEnd(value: Rational): End {
  return { value, open: false };
}

// Between a value that is not as wanted and the next one that is, the figure where it turns. Nobody asks
// for parts of a fen.
function borderBetween(
  { of, range, step }: Grid,
  unit: Unit | undefined,
  short: Rational,
  reached: Rational,
  judge: (value: Value) => Answer,
  guesses: readonly Rational[],
): Border | undefined {
  if (of === 'date' || range.integer || (unit && isMoney(unit))) return undefined;
  const isUp = compare(short, reached) < 0;
  const domain = isUp ? closed(short, reached) : closed(reached, short);
  const inside = judge({ kind: of, range: withoutEnds(domain) });
  if (inside === 'none') return undefined;
  if (inside === 'all') return { value: short, included: false };
  const solutions = solve({
    judge: (values) => judge({ kind: of, range: values }),
    exact: () => undefined,
    thresholds: [],
    domain,
    scale: step,
    guesses: guesses.filter((guess) => contains(domain, guess)),
  });
  const nearest = isUp ? solutions[0] : solutions.at(-1);
  const end = isUp ? nearest?.range.low : nearest?.range.high;
  if (nearest?.exact !== true || end === undefined) return undefined;
  return { value: end.value, included: !end.open };
}

function withoutEnds({ low, high, integer }: Range): Range {
  const opened = (end: End | undefined) => end && { value: end.value, open: true };
  return { low: opened(low), high: opened(high), integer };
}
