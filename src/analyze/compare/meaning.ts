// Whether two rules say the same of every department: shown by their form, by going through every case of
// both, or refuted by a department of which they say different things. Where none of these succeeds, that
// is said, with how far apart they can be at most.
import type { Expression } from '../../model/expression.ts';
import type { Input } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Study } from '../../prove/study.ts';
import { findDifference } from './difference.ts';
import { hull, intersect, pointOf, subtractRanges } from '../../types/range.ts';
import type { Range } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { piecesOf } from './pieces.ts';
import type { Piece } from './pieces.ts';

/** A department of which two rules say different things. */
export interface Witness {
  readonly givens: readonly { readonly input: Input; readonly value: Value }[];
  readonly before: Rational;
  readonly after: Rational;
}

export type Meaning =
  | { readonly kind: 'equal'; readonly shownBy: 'form' }
  | { readonly kind: 'equal'; readonly shownBy: 'cases'; readonly cases: number }
  | {
      readonly kind: 'different';
      /** Of all found, one with the largest difference and few digits. */
      readonly witness: Witness;
      /** After less before: holds every difference that there is. */
      readonly change: Range;
    }
  | {
      readonly kind: 'open';
      /** After less before: holds every difference that there may be. */
      readonly change: Range;
    };

const MOST_PIECES = 600;
/** Pieces in which a department is looked for, those with the widest difference first. */
const MOST_SEARCHED = 24;

/** Compares what two expressions over the same inputs say. */
export function compareMeaning(study: Study, before: Expression, after: Expression): Meaning {
  if (isZero(study.interpreter.range(lessOf(after, before))))
    return { kind: 'equal', shownBy: 'form' };
  const pieces = piecesOf(study, before, after, MOST_PIECES) ?? [{ study, before, after }];
  const changed = pieces.flatMap((piece) => {
    const change = piece.study.interpreter.range(lessOf(piece.after, piece.before));
    return isZero(change) ? [] : [{ piece, change }];
  });
  const [first, ...rest] = changed;
  if (first === undefined) return { kind: 'equal', shownBy: 'cases', cases: pieces.length };
  const whole = rest.reduce((joined, other) => hull(joined, other.change), first.change);
  const { interpreter } = study;
  const apart = subtractRanges(interpreter.range(after), interpreter.range(before));
  const change = intersect(whole, apart) ?? whole;
  const witness = largestOf(
    [...changed].sort((a, b) => compareWidth(b.change, a.change)).map(({ piece }) => piece),
  );
  return witness ? { kind: 'different', witness, change } : { kind: 'open', change };
}

function largestOf(pieces: readonly Piece[]): Witness | undefined {
  let largest: Witness | undefined;
  for (const piece of pieces.slice(0, MOST_SEARCHED)) {
    const found = findDifference(piece.study, piece.before, piece.after);
    if (found && (largest === undefined || isLarger(found, largest))) largest = found;
  }
  return largest;
}

function isLarger(one: Witness, other: Witness): boolean {
  return Q.compare(differenceOf(one), differenceOf(other)) > 0;
}

function differenceOf({ before, after }: Witness): Rational {
  return Q.absolute(Q.subtract(after, before));
}

/** The largest change that a range of changes holds; undefined where it is endless. */
export function largestIn({ low, high }: Range): Rational | undefined {
  if (low === undefined || high === undefined) return undefined;
  return Q.maximum(Q.absolute(low.value), Q.absolute(high.value));
}

function compareWidth(a: Range, b: Range): number {
  const [one, other] = [largestIn(a), largestIn(b)];
  if (one === undefined || other === undefined)
    return Number(one === undefined) - Number(other === undefined);
  return Q.compare(one, other);
}

function isZero(range: Range): boolean {
  const figure = pointOf(range);
  return figure !== undefined && Q.signOf(figure) === 0;
}

/** `left − right`. */
export function lessOf(left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator: '-', left, right, type: left.type, span: left.span };
}
