// What is left of a score when its part does not apply, or does not exist for the department: its full
// points, what it is awarded, or nothing.
import type { NotApplicable } from '../model/framework.ts';
import type { Certainty, Step } from '../model/sheet.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { addRanges, hull, point } from '../types/range.ts';
import type { Share } from './applicability.ts';
import type { Scoring } from './scoring.ts';

export const NOTHING = point(ZERO);

/** Adds scores up; nothing adds up to 0. */
export function sumOf(ranges: readonly Range[]): Range {
  const [first, ...rest] = ranges;
  if (first === undefined) return NOTHING;
  return rest.length === 0 ? first : rest.reduce(addRanges, first);
}

/** A part that is or may be left out. */
export interface Leaving {
  readonly share: Share;
  /** Its own statement, where it has one; `share.because` may be that of a group around it. */
  readonly own: NotApplicable | undefined;
  /** Its points while it is there, after points were moved. */
  readonly points: Range;
  /** Its points while it does not apply and is awarded something. */
  readonly pointsOut: Range;
  /** What it is awarded while it does not apply. */
  readonly award: { readonly score: Range; readonly steps: readonly Step[] } | undefined;
}

/** The points that count and the score, with the steps that say why. */
export function takeOut(
  scoring: Scoring,
  { share, own, points, pointsOut, award }: Leaving,
  asked: Certainty,
  before: Range,
  steps: Step[],
): { readonly points: Range; readonly score: Range } {
  const { because, orBecause, absence, applicability } = share;
  // It is out of it in two ways, and which one is open.
  const certainty = because && (absence ?? orBecause[0]) ? 'possible' : asked;
  let left: { points: Range; score: Range } | undefined;
  const join = (counting: Range, score: Range) => {
    left = left
      ? { points: hull(left.points, counting), score: hull(left.score, score) }
      : { points: counting, score };
  };
  if (applicability === 'undecided') join(points, before);
  for (const notApplicable of because ? [because, ...orBecause] : []) {
    const { policy } = notApplicable;
    const isAwarded = policy === 'award' && notApplicable === own;
    if (policy === 'in-full') join(pointsOut, pointsOut);
    else if (isAwarded) join(pointsOut, award?.score ?? pointsOut);
    else join(NOTHING, NOTHING);
    const after = left?.score ?? NOTHING;
    steps.push({ kind: 'not-applicable', notApplicable, certainty, before, after });
    if (isAwarded && award) steps.push(...award.steps);
  }
  if (absence) {
    const condition = absence.kind === 'condition' ? [absence.applies.condition] : [];
    const operands = scoring.operands(condition);
    const earlier = left?.score ?? before;
    join(NOTHING, NOTHING);
    const after = left?.score ?? NOTHING;
    steps.push({ kind: 'absent', absence, operands, certainty, before: earlier, after });
  }
  return left ?? { points: NOTHING, score: NOTHING };
}
