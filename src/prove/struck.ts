// What vetoes and exemptions can make of a score, in proofs: each strikes for the departments for which
// its condition holds, and leaves what stands under that.
import { readsStanding, withStanding } from '../interpret/rule-expression.ts';
import type { Caps, Veto } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { EVERYTHING, closed, hull, intersect, point } from '../types/range.ts';
import type { Study } from './study.ts';

/** Something with points and limits that can be struck. */
interface Strikable {
  readonly points: Rational;
  readonly caps: Caps;
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly unknown[];
}

/** Whether anything can strike it. */
export function hasStrikes({ vetoes, exemptions }: Omit<Strikable, 'points' | 'caps'>): boolean {
  return vetoes.length > 0 || exemptions.length > 0;
}

/** The range of a score after its strikes; `standingIn` is what a study makes of it before them. */
export function struckRange(
  study: Study,
  standingIn: (study: Study) => Range,
  { points, caps, vetoes, exemptions }: Strikable,
  standing = standingIn(study),
): Range {
  const full = exemptions.length > 0 ? hull(standing, point(points)) : standing;
  const allowed = allowedRange(study, points, caps);
  return vetoes.reduce((score, veto) => {
    const set = vetoRange(study, veto, standingIn);
    // One that sets a score outside what is allowed is reported on its own.
    return set ? hull(score, intersect(set, allowed) ?? allowed) : score;
  }, full);
}

/** What a veto may leave where its condition holds; undefined where it never does. */
export function vetoRange(
  study: Study,
  { condition, score }: Veto,
  standingIn: (study: Study) => Range,
): Range | undefined {
  const holding = study.assuming(condition, true);
  if (holding === undefined) return undefined;
  const { interpreter } = holding;
  if (!readsStanding(score)) return interpreter.range(score);
  const standing = study.aside(() => standingIn(holding));
  return interpreter.range(withStanding(score, standing));
}

/** Where a score must lie: from 0 to its points, or as far as its limits let it go. */
export function allowedRange(study: Study, points: Rational, caps: Caps): Range {
  if (caps.uncapped) return EVERYTHING;
  const { low, high } = closed(Q.ZERO, points);
  return {
    low: caps.atLeast ? study.interpreter.range(caps.atLeast).low : low,
    high: caps.atMost ? study.interpreter.range(caps.atMost).high : high,
    integer: false,
  };
}
