// Whether two rules say the same of every department: shown by their form, by going through every case of
// both, or refuted by a department of which they say different things. Cases in which they can be furthest
// apart are looked into first, until no other can hold a larger difference than the one that was found.
import type { Expression } from '../../model/expression.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Study } from '../../prove/study.ts';
import type { Witness } from './difference.ts';
import { createSearch } from './difference.ts';
import { limitBetween } from './limit.ts';
import { createLoosening } from './loosening.ts';
import type { Piece } from './pieces.ts';
import { cut, wholePiece } from './pieces.ts';

export type Meaning =
  | { readonly kind: 'equal'; readonly shownBy: 'form' }
  | { readonly kind: 'equal'; readonly shownBy: 'cases'; readonly cases: number }
  | {
      readonly kind: 'different';
      /** Of all found, one with the largest difference and few digits. */
      readonly witness: Witness;
      /** No department has a larger difference; undefined where no limit is known. */
      readonly largest: Rational | undefined;
      /** Whether the witness has it. */
      readonly isReached: boolean;
    }
  | {
      readonly kind: 'open';
      /** No department has a larger difference; undefined where no limit is known. */
      readonly largest: Rational | undefined;
    };

const MOST_CUTS = 1000;
/** Pieces in which a department is looked for. */
const MOST_SEARCHED = 12;

/** A piece with the most by which the rules can differ in it. */
interface Bounded extends Piece {
  readonly limit: Rational | undefined;
}

/** Compares what two expressions over the same inputs say. */
export function compareMeaning(study: Study, before: Expression, after: Expression): Meaning {
  const loosening = createLoosening(study.framework);
  const bounded = (piece: Piece): Bounded => ({
    ...piece,
    limit: limitBetween(piece.study, loosening, piece.before, piece.after),
  });
  const whole = bounded(wholePiece(study, before, after));
  if (isZero(whole.limit)) return { kind: 'equal', shownBy: 'form' };
  const search = createSearch(study, before, after);
  let best = search.within(study, whole.limit);
  let alike = 0;
  let [cuts, searched] = [0, 0];
  // Pieces that were looked into and not cut further, with what they may still hold.
  const left: Bounded[] = [];
  const open: Bounded[] = [whole];
  for (let piece = open.pop(); piece !== undefined; piece = open.pop()) {
    if (best && isWithin(piece.limit, sizeOf(best))) break;
    const parts = cuts < MOST_CUTS ? cut(piece, loosening) : undefined;
    if (parts === undefined) {
      if (searched++ < MOST_SEARCHED) best = larger(best, search.within(piece.study, piece.limit));
      left.push(piece);
      continue;
    }
    cuts++;
    for (const part of parts.map(bounded))
      if (isZero(part.limit)) alike++;
      else insert(open, part);
  }
  if (best === undefined && left.length === 0)
    return { kind: 'equal', shownBy: 'cases', cases: Math.max(alike, 1) };
  const limits = left.map(({ limit }) => limit);
  const largest = limits.includes(undefined) ? undefined : mostOf(limits, best && sizeOf(best));
  if (best === undefined) return { kind: 'open', largest };
  const isReached = largest !== undefined && Q.equal(largest, sizeOf(best));
  return { kind: 'different', witness: best, largest, isReached };
}

// The piece that may hold the largest difference stands last.
function insert(open: Bounded[], piece: Bounded): void {
  let at = open.length;
  while (at > 0 && isBelow(piece.limit, open[at - 1]?.limit)) at--;
  open.splice(at, 0, piece);
}

function isBelow(one: Rational | undefined, other: Rational | undefined): boolean {
  if (one === undefined) return false;
  return other === undefined || Q.compare(one, other) < 0;
}

function isWithin(limit: Rational | undefined, size: Rational): boolean {
  return limit !== undefined && Q.compare(limit, size) <= 0;
}

function larger(one: Witness | undefined, other: Witness | undefined): Witness | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Q.compare(sizeOf(other), sizeOf(one)) > 0 ? other : one;
}

function mostOf(limits: readonly (Rational | undefined)[], least: Rational | undefined): Rational {
  return limits.reduce<Rational>(
    (most, limit) => (limit ? Q.maximum(most, limit) : most),
    least ?? Q.ZERO,
  );
}

function sizeOf({ before, after }: Witness): Rational {
  return Q.absolute(Q.subtract(after, before));
}

function isZero(limit: Rational | undefined): boolean {
  return limit !== undefined && Q.signOf(limit) === 0;
}
