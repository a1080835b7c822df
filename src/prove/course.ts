// How a score runs as one figure grows: from exact scores at ascending figures to whether it both
// rises and falls, and the two neighbouring figures that show each best.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';

/** A figure and the score that goes with it. */
export interface Spot {
  readonly at: Rational;
  readonly score: Rational;
}

/** Two figures, the smaller first, of which the score differs. */
export interface Change {
  readonly from: Spot;
  readonly to: Spot;
}

/** A course that both rises and falls. */
export interface Course {
  /** The direction in which the score goes at fewer places. */
  readonly rarer: 'rises' | 'falls';
  /** The largest change in that direction, and the largest in the other one. */
  readonly change: Change;
  readonly contrast: Change;
  /** The highest place, where the score first only rises and then only falls. */
  readonly peak: Spot | undefined;
}

/** The course of scores at ascending figures; undefined where it does not both rise and fall. */
export function courseOf(spots: readonly Spot[]): Course | undefined {
  const changes = spots.slice(1).flatMap((to, index): Change[] => {
    const from = spots[index];
    return from && !Q.equal(from.score, to.score) ? [{ from, to }] : [];
  });
  const rising = changes.filter((change) => isRise(change));
  const falling = changes.filter((change) => !isRise(change));
  const [rise, fall] = [largest(rising), largest(falling)];
  if (!rise || !fall) return undefined;
  const firstFall = changes.findIndex((change) => !isRise(change));
  const isPeak = firstFall > 0 && changes.slice(firstFall).every((change) => !isRise(change));
  const peak = isPeak ? changes[firstFall]?.from : undefined;
  return rising.length < falling.length
    ? { rarer: 'rises', change: rise, contrast: fall, peak }
    : { rarer: 'falls', change: fall, contrast: rise, peak };
}

function isRise({ from, to }: Change): boolean {
  return Q.compare(from.score, to.score) < 0;
}

function largest(changes: readonly Change[]): Change | undefined {
  const size = ({ from, to }: Change) => Q.absolute(Q.subtract(to.score, from.score));
  return changes.reduce<Change | undefined>(
    (best, change) => (best && Q.compare(size(best), size(change)) >= 0 ? best : change),
    undefined,
  );
}
