// Which values of one figure give a wanted score: exact ranges, found without looking into the rules.
// Whole ranges of the figure are judged at once; where the answer differs within one, its end is
// computed from the shape of the score there, and proved by judging both of its sides.
import type { Rational } from '../number/rational.ts';
import {
  ZERO,
  absolute,
  add,
  compare,
  equal,
  multiply,
  negate,
  rational,
  signOf,
  subtract,
} from '../number/rational.ts';
import { simplestBetween } from '../number/simplest.ts';
import type { End, Range } from '../types/range.ts';
import { between, point, pointOf } from '../types/range.ts';
import { fittedPreimages } from './fit.ts';
import { roundestIn } from './roundest.ts';

/** What to solve for. */
export interface Question {
  /** Whether all, some or none of these values give the wanted score; `some` where it is not clear. */
  readonly judge: (values: Range) => 'all' | 'some' | 'none';
  /** The score before its last rounding at one value, where it is known. */
  readonly exact: (value: Rational) => Rational | undefined;
  /** The unrounded scores at which the answer can change. */
  readonly thresholds: readonly Rational[];
  readonly domain: Range;
  /** What one written unit is worth: ranges are cut at figures that are round in it. */
  readonly scale: Rational;
  /** Figures at which the answer may change, ascending, where any are known beforehand. */
  readonly guesses?: readonly Rational[];
}

/** Values that give the score; where not `exact`, an end is only enclosed. */
export interface Solution {
  readonly range: Range;
  readonly exact: boolean;
}

interface Cell {
  readonly range: Range;
  readonly answer: 'all' | 'some' | 'none';
}

const MOST_JUDGEMENTS = 600;
const MOST_CUTS = 44;
const CUTS_BEFORE_FITTING = 3;
const CUTS_BEFORE_GUESSING = 20;
/** From here on a cell is so narrow that a score in it has one shape. */
const CUTS_BEFORE_TRUSTING = 30;

/** All values that give the wanted score, ascending and apart from each other. */
export function solve(question: Question): Solution[] {
  let left = MOST_JUDGEMENTS;
  const judge = (range: Range): Cell => {
    left--;
    return { range, answer: question.judge(range) };
  };
  const search = (cell: Cell, cuts: number): Cell[] => {
    if (cell.answer !== 'some' || cuts >= MOST_CUTS || left <= 0) return [cell];
    const ended =
      cuts >= CUTS_BEFORE_FITTING ? endsWithin(question, cell.range, judge, cuts) : undefined;
    if (ended) return ended;
    const at = cutOf(cell.range, question.scale);
    return partsAt(cell.range, [at]).flatMap((part) => search(judge(part), cuts + 1));
  };
  const whole = judge(question.domain);
  const guessed = whole.answer === 'some' ? partsAt(question.domain, guessesIn(question)) : [];
  const cells = guessed.length > 1 ? guessed.map(judge) : [whole];
  return joined(
    cells.flatMap((cell) => search(cell, 0)),
    question,
  );
}

// Strictly inside the domain, ascending and apart from each other.
function guessesIn({ guesses = [], domain: { low, high } }: Question): readonly Rational[] {
  const inside = guesses.filter(
    (at) => low && high && compare(low.value, at) < 0 && compare(at, high.value) < 0,
  );
  const sorted = [...inside].sort(compare);
  return sorted.filter((at, place) => place === 0 || !equal(at, sorted[place - 1] ?? at));
}

// Cuts a range at figures inside it: what lies before, the figure, what lies after.
function partsAt(range: Range, cuts: readonly Rational[]): Range[] {
  const parts: (Range | undefined)[] = [];
  let low = range.low;
  for (const cut of cuts) {
    const open: End = { value: cut, open: true };
    parts.push(between(low, open, range.integer), point(cut));
    low = open;
  }
  parts.push(between(low, range.high, range.integer));
  return parts.filter((part) => part !== undefined);
}

// Near the middle, at a round figure: rules speak of round figures, so ends often lie on them.
function cutOf({ low, high, integer }: Range, scale: Rational): Rational {
  if (low === undefined || high === undefined) {
    if (low === undefined && high === undefined) return ZERO;
    const end = (low ?? high)?.value ?? ZERO;
    const outward = low === undefined ? negate(scale) : scale;
    const isBeyond = signOf(end) === signOf(outward) && compare(absolute(end), scale) >= 0;
    return isBeyond ? multiply(end, rational(100)) : add(end, outward);
  }
  const quarter = multiply(subtract(high.value, low.value), rational(1, 4));
  const [from, to] = [add(low.value, quarter), subtract(high.value, quarter)];
  const inner = between({ value: from, open: false }, { value: to, open: false }, integer);
  return roundestIn(inner ?? { low, high, integer }, integer ? rational(1) : scale);
}

// The cells around the ends of the answer within a range, if they can be computed and proved.
function endsWithin(
  question: Question,
  range: Range,
  judge: (range: Range) => Cell,
  cuts: number,
): Cell[] | undefined {
  const { low, high, integer } = range;
  if (integer || low === undefined || high === undefined) return undefined;
  let ends = fittedPreimages(question.exact, low.value, high.value, question.thresholds);
  if (ends.length === 0 && cuts >= CUTS_BEFORE_GUESSING)
    ends = [simplestBetween(low.value, high.value)];
  if (ends.length === 0) return undefined;
  const cells = partsAt(range, ends).map(judge);
  if (cells.every((cell) => cell.answer !== 'some')) return cells;
  if (cuts < CUTS_BEFORE_TRUSTING) return undefined;
  const onThreshold = ends.every((end) => {
    const score = question.exact(end);
    return score !== undefined && question.thresholds.some((threshold) => equal(score, threshold));
  });
  if (!onThreshold) return undefined;
  return cells.map(({ range: part, answer }) =>
    answer === 'some'
      ? { range: part, answer: judge(point(insideOf(part))).answer }
      : { range: part, answer },
  );
}

function insideOf(range: Range): Rational {
  const { low, high } = range;
  if (low === undefined || high === undefined) return ZERO;
  return pointOf(range) ?? multiply(add(low.value, high.value), rational(1, 2));
}

// Cells that stayed undecided hold an end: they belong to the answer where it reaches them.
function joined(cells: readonly Cell[], question: Question): Solution[] {
  const solutions: { low: End | undefined; high: End | undefined; exact: boolean }[] = [];
  let open = false;
  for (const [place, { range, answer }] of cells.entries()) {
    const besideAll = cells[place - 1]?.answer === 'all' || cells[place + 1]?.answer === 'all';
    const reaches = () => besideAll || question.judge(point(insideOf(range))) === 'all';
    const belongs = answer === 'all' || (answer === 'some' && reaches());
    const last = solutions.at(-1);
    if (belongs && open && last) {
      last.high = range.high;
      last.exact &&= answer === 'all';
    } else if (belongs) {
      solutions.push({ low: range.low, high: range.high, exact: answer === 'all' });
    }
    open = belongs;
  }
  const { integer } = question.domain;
  return solutions.map(({ low, high, exact }) => ({ range: { low, high, integer }, exact }));
}
