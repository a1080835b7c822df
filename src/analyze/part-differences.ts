// The differences inside a group or the total that were published too, and what they add up to.
import { nearFigure } from '../types/enclosure.ts';
import type { Group } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, negate, signOf, subtract } from '../number/rational.ts';
import type { PartDifference } from './audit-result.ts';
import type { AuditCase, AuditedPlace } from './audited-places.ts';
import { liesWithin, named } from './audited-places.ts';
import { agreement, targetOf } from './published.ts';

export interface PartDifferences {
  readonly parts: readonly PartDifference[];
  readonly explained: Rational;
}

/** The outermost published parts of a place whose scores differ from the recomputed ones. */
export function partDifferences(audit: AuditCase, place: AuditedPlace): PartDifferences {
  const parts: PartDifference[] = [];
  let explained = ZERO;
  let covered: (readonly string[])[] = [];
  for (const part of audit.places) {
    const isInside = part.path.length > place.path.length && liesWithin(part.path, place.path);
    const published = part.reported?.score;
    if (!isInside || published === undefined || part.reported === undefined) continue;
    if (covered.some((outer) => liesWithin(part.path, outer))) continue;
    covered = [...covered, part.path];
    const recomputed = nearFigure(part.given);
    if (recomputed === undefined) continue;
    const agrees = agreement(part.given, targetOf(published, part.reported.text, false));
    const difference = subtract(published, recomputed);
    if (agrees === 'all' || signOf(difference) === 0) continue;
    parts.push({ ...named(part), difference });
    explained = add(explained, isPenalty(audit, part, place) ? negate(difference) : difference);
  }
  return { parts, explained };
}

// A penalty group is subtracted from the total; inside it, scores add up as everywhere.
function isPenalty({ framework }: AuditCase, part: AuditedPlace, place: AuditedPlace): boolean {
  if (place.path.length > 0) return false;
  const top = framework.children.find(
    (node): node is Group => node.kind === 'group' && node.name === part.path[0],
  );
  return top?.standing === 'penalty';
}
