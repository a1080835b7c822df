// The place of one figure among others that may be known in part only.
import type { RankOrder, RankTies } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import { negateRange, point, pointOf } from '../types/range.ts';

export interface Rivals {
  readonly certain: readonly Range[];
  /** May be left out of the comparison. */
  readonly possible: readonly Range[];
  /** What any number of further ones may have. */
  readonly further: Range | undefined;
}

/** Every place that a figure in `own` can have among its rivals. */
export function placeRange(own: Range, rivals: Rivals, order: RankOrder, ties: RankTies): Range {
  // The higher figure goes ahead; where the lowest comes first, everything is turned round.
  const turn = order === 'highest' ? (range: Range) => range : negateRange;
  const mine = turn(own);
  const certain = rivals.certain.map(turn);
  const open = rivals.possible.map(turn);
  const further = rivals.further && turn(rivals.further);
  const low = ties === 'dense' ? fewestAhead(mine, certain) : leastWeight(mine, certain, ties);
  const least = Q.add(Q.ONE, low);
  const integer = ties !== 'average';
  const unlimited = further !== undefined && Q.signOf(highestWeight(mine, further, ties)) > 0;
  if (unlimited) return { low: closedEnd(least), high: undefined, integer };
  const all = [...certain, ...open];
  const high = ties === 'dense' ? mostAhead(mine, all) : mostWeight(mine, all, ties);
  const most = Q.add(Q.ONE, high);
  return Q.equal(least, most) ? point(least) : { low: closedEnd(least), high: closedEnd(most), integer };
}

const HALF = Q.rational(1, 2);

// How far a rival pushes one down: fully when ahead, by the tie rule when level.
function pushOf(relation: 'ahead' | 'level' | 'behind', ties: RankTies): Rational {
  if (relation !== 'level') return relation === 'ahead' ? Q.ONE : Q.ZERO;
  return ties === 'worst' ? Q.ONE : ties === 'average' ? HALF : Q.ZERO;
}

function sumOf(figures: readonly Rational[]): Rational {
  return figures.reduce(Q.add, Q.ZERO);
}

function leastWeight(own: Range, rivals: readonly Range[], ties: RankTies): Rational {
  return sumOf(rivals.map((rival) => lowestWeight(own, rival, ties)));
}

function mostWeight(own: Range, rivals: readonly Range[], ties: RankTies): Rational {
  return sumOf(rivals.map((rival) => highestWeight(own, rival, ties)));
}

// All rivals are at their worst, and the department at its best, at the same time.
function lowestWeight(own: Range, rival: Range, ties: RankTies): Rational {
  return pushOf(standing(rival.low, own.high), ties);
}

function highestWeight(own: Range, rival: Range, ties: RankTies): Rational {
  const seen = standing(negated(rival.high), negated(own.low));
  return pushOf(seen === 'level' ? 'level' : seen === 'ahead' ? 'behind' : 'ahead', ties);
}

// Where a figure stands that comes down to `low` against one that comes up to `high`.
function standing(low: End | undefined, high: End | undefined): 'ahead' | 'level' | 'behind' {
  if (low === undefined || high === undefined) return 'behind';
  const order = Q.compare(low.value, high.value);
  if (order !== 0) return order < 0 ? 'behind' : 'ahead';
  return low.open || high.open ? 'ahead' : 'level';
}

function negated(end: End | undefined): End | undefined {
  return end && { value: Q.negate(end.value), open: end.open };
}

function closedEnd(value: Rational): End {
  return { value, open: false };
}

// Different figures that are certainly ahead: as few as there are when those that can share one do.
function fewestAhead(own: Range, rivals: readonly Range[]): Rational {
  const ahead = rivals.filter((rival) => standing(rival.low, own.high) === 'ahead');
  const byHigh = [...ahead].sort((a, b) => compareHighs(a.high, b.high));
  let shared: End | undefined;
  let count = 0;
  for (const { low, high } of byHigh) {
    if (count > 0 && (shared === undefined || reaches(low, shared))) continue;
    count++;
    shared = high;
    if (shared === undefined) break;
  }
  return Q.rational(count);
}

function compareHighs(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return Q.compare(a.value, b.value) || Number(b.open) - Number(a.open);
}

// A range that begins at `low` and does not end before `high` holds the figure chosen at or just
// below `high`.
function reaches(low: End | undefined, high: End): boolean {
  if (low === undefined) return true;
  const order = Q.compare(low.value, high.value);
  return order < 0 || (order === 0 && !low.open && !high.open);
}

// Known figures that are equal count once, others may all differ.
function mostAhead(own: Range, rivals: readonly Range[]): Rational {
  const known = new Set<string>();
  let count = 0;
  for (const rival of rivals) {
    if (Q.signOf(highestWeight(own, rival, 'best')) === 0) continue;
    const figure = pointOf(rival);
    if (figure === undefined) count++;
    else known.add(`${figure.n}/${figure.d}`);
  }
  return Q.rational(count + known.size);
}
