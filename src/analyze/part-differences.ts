// The published scores inside a group or the total, or read by it, that differ from the recomputed
// ones, and how far they explain its own difference.
import type { Group } from '../model/framework.ts';
import { placeKey, scoreUses } from '../model/score-uses.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, negate, signOf, subtract } from '../number/rational.ts';
import { nearFigure } from '../types/enclosure.ts';
import type { PartDifference } from './audit-result.ts';
import type { AuditCase, AuditedPlace } from './audited-places.ts';
import { liesWithin, named } from './audited-places.ts';
import { agreement, targetOf } from './published.ts';
import { createSubject, rescore } from './subject.ts';

export interface PartDifferences {
  readonly parts: readonly PartDifference[];
  readonly explained: Rational;
}

/**
 * The outermost published parts of a place whose scores differ from the recomputed ones; where its
 * rules ask for other scores, those too.
 */
export function partDifferences(audit: AuditCase, place: AuditedPlace): PartDifferences {
  const parts: (PartDifference & { readonly published: Rational })[] = [];
  let explained = ZERO;
  let covered: (readonly string[])[] = [];
  const asked = scoresAsked(audit, place);
  for (const part of audit.places) {
    if (part === place) continue;
    const isInside = part.path.length > place.path.length && liesWithin(part.path, place.path);
    const isRead = asked.has(placeKey(part.path));
    const published = part.reported?.score;
    if (!(isInside || isRead) || published === undefined || part.reported === undefined) continue;
    if (covered.some((outer) => liesWithin(part.path, outer))) continue;
    covered = [...covered, part.path];
    const recomputed = nearFigure(part.given);
    if (recomputed === undefined) continue;
    const agrees = agreement(part.given, targetOf(published, part.reported.text, false));
    const difference = subtract(published, recomputed);
    if (agrees === 'all' || signOf(difference) === 0) continue;
    parts.push({ ...named(part), difference, published });
    explained = add(explained, isPenalty(audit, part, place) ? negate(difference) : difference);
  }
  const isAdded = asked.size === 0;
  return {
    parts: parts.map(({ path, node, difference }) => ({ path, node, difference })),
    explained: isAdded || parts.length === 0 ? explained : effectOf(audit, place, parts),
  };
}

// The keys of the scores that the rules of a place, or of anything in it, ask for.
function scoresAsked({ framework }: AuditCase, { path, node }: AuditedPlace): ReadonlySet<string> {
  const { combine, children, vetoes, totalCaps, lets } = framework;
  const own = path.length === 0 ? [combine, children, vetoes, totalCaps] : node;
  return new Set(scoreUses(own, lets).map((use) => placeKey(use.path)));
}

// What the published parts change where the rules put them to more use than adding them up.
function effectOf(
  audit: AuditCase,
  place: AuditedPlace,
  parts: readonly { readonly path: readonly string[]; readonly published: Rational }[],
): Rational {
  const scores = new Map(parts.map(({ path, published }) => [placeKey(path), published]));
  const { score } = rescore(createSubject(audit, place.path))({ scores });
  const [before, after] = [nearFigure(place.given), nearFigure(score)];
  return before && after ? subtract(after, before) : ZERO;
}

// A penalty group is subtracted from the total; inside it, scores add up as everywhere.
function isPenalty({ framework }: AuditCase, part: AuditedPlace, place: AuditedPlace): boolean {
  if (place.path.length > 0) return false;
  const top = framework.children.find(
    (node): node is Group => node.kind === 'group' && node.name === part.path[0],
  );
  return top?.standing === 'penalty';
}
