// Published scores against each other: do they add up, what do published sums force on a blank cell,
// and does the published grade go with the published total?
import { gradesOf } from '../evaluate/grade.ts';
import { createLookUp } from '../evaluate/look-up.ts';
import type { Caps, Node } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, equal, maximum, minimum, negate, subtract } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import { round } from '../number/rounding.ts';
import { contains, point, pointOf } from '../types/range.ts';
import type { BlankScore, Finding, ForcedScore, ScoredPlace } from './audit-result.ts';
import type { AuditCase, AuditedPlace } from './audited-places.ts';
import { liesWithin, named } from './audited-places.ts';

/** A published score that goes into a sum, as it counts there. */
interface Part extends ScoredPlace {
  readonly score: Rational;
}

/** Published sums that their published parts do not add up to. */
export function sumFindings(audit: AuditCase): Finding[] {
  return audit.places.flatMap((place): Finding[] => {
    const published = place.reported?.score;
    const inside = childrenOf(audit, place);
    if (place.reported === undefined || published === undefined || inside === undefined) return [];
    // A struck sum is not what its parts add up to, nor meant to be.
    if (place.struck) return [];
    const parts = publishedParts(audit, inside, undefined);
    const sum = parts && sumOf(audit, place, parts);
    if (parts === undefined || sum === undefined || equal(sum, published)) return [];
    const difference = subtract(published, sum);
    return [
      {
        kind: 'sum-differs',
        severity: 'error',
        ...named(place),
        reported: place.reported,
        published,
        sum,
        difference,
        parts,
      },
    ];
  });
}

/** What is implied for a cell that was left blank. */
export function blankFinding(audit: AuditCase, place: AuditedPlace): BlankScore | undefined {
  if (place.reported === undefined || place.reported.score !== undefined) return undefined;
  // Where there is nothing to score, a cell is rightly blank.
  if (place.absence) return undefined;
  const forced = [...forcedByParts(audit, place), ...forcedBySums(audit, place)];
  const [first, ...rest] = forced;
  const consistent =
    forced.every(({ score }) => contains(place.disclosed, score)) &&
    rest.every(({ score }) => first && equal(score, first.score));
  return {
    kind: 'blank-score',
    severity: consistent ? 'warning' : 'error',
    ...named(place),
    reported: place.reported,
    recomputed: place.disclosed,
    forced,
    consistent,
  };
}

// The sum of the published parts of a place is what its own blank cell must hold.
function forcedByParts(audit: AuditCase, place: AuditedPlace): ForcedScore[] {
  const inside = childrenOf(audit, place);
  const parts = inside && publishedParts(audit, inside, undefined);
  const sum = parts && sumOf(audit, place, parts);
  return sum === undefined ? [] : [{ by: named(place), sum, others: ZERO, score: sum }];
}

// A published sum around a place, less everything else that goes into it; the innermost first.
function forcedBySums(audit: AuditCase, place: AuditedPlace): ForcedScore[] {
  const around = audit.places.filter(
    ({ path }) => path.length < place.path.length && liesWithin(place.path, path),
  );
  const inwards = [...around].sort((a, b) => b.path.length - a.path.length);
  return inwards.flatMap((by): ForcedScore[] => {
    const sum = by.reported?.score;
    const inside = childrenOf(audit, by);
    if (sum === undefined || inside === undefined || by.struck) return [];
    const parts = publishedParts(audit, inside, place.path);
    if (parts === undefined) return [];
    const others = parts.map(({ score }) => score).reduce(add, ZERO);
    const left = subtract(sum, others);
    return [
      { by: named(by), sum, others, score: countsAgainst(audit, by, place) ? negate(left) : left },
    ];
  });
}

function childrenOf(
  { framework }: AuditCase,
  { path, node }: ScoredPlace,
): readonly Node[] | undefined {
  if (path.length === 0) return framework.children;
  return node?.kind === 'group' ? node.children : undefined;
}

// The published scores that make up a sum, the outermost that were published; undefined with a gap.
function publishedParts(
  audit: AuditCase,
  nodes: readonly Node[],
  except: readonly string[] | undefined,
): Part[] | undefined {
  const parts: Part[] = [];
  for (const node of nodes) {
    if (except && samePath(node.path, except)) continue;
    if (placeOf(audit, node)?.absence) continue;
    const holdsException = except !== undefined && liesWithin(except, node.path);
    const published = placeOf(audit, node)?.reported?.score;
    const sign =
      node.kind === 'group' && node.standing === 'penalty' ? negate : (score: Rational) => score;
    if (published !== undefined && !holdsException) {
      parts.push({ path: node.path, node, score: sign(published) });
      continue;
    }
    const inside = node.kind === 'group' ? publishedParts(audit, node.children, except) : undefined;
    if (inside === undefined) return undefined;
    parts.push(...inside.map((part) => ({ ...part, score: sign(part.score) })));
  }
  return parts;
}

// Adds parts up as the rules of the place do: within its limits and rounded as it is.
function sumOf(
  audit: AuditCase,
  place: AuditedPlace,
  parts: readonly Part[],
): Rational | undefined {
  const { framework } = audit;
  const isTotal = place.path.length === 0;
  const caps = isTotal ? framework.totalCaps : place.node?.caps;
  const rounding: Rounding | undefined = isTotal
    ? framework.roundings.total
    : (place.node?.rounding ?? framework.roundings.groups);
  const sum = parts.map(({ score }) => score).reduce(add, ZERO);
  const limited = caps ? withinCaps(audit, caps, sum) : sum;
  return limited && rounding ? round(limited, rounding) : limited;
}

function withinCaps(
  audit: AuditCase,
  { atLeast, atMost }: Caps,
  sum: Rational,
): Rational | undefined {
  if (atLeast === undefined && atMost === undefined) return sum;
  const lookUp = createLookUp(audit.framework, audit.department, audit.compared);
  let limited = sum;
  for (const [limit, pick] of [
    [atLeast, maximum],
    [atMost, minimum],
  ] as const) {
    if (limit === undefined) continue;
    const { value } = lookUp.value(limit);
    const known = value.kind === 'number' ? pointOf(value.range) : undefined;
    if (known === undefined) return undefined;
    limited = pick(limited, known);
  }
  return limited;
}

function countsAgainst(
  { framework }: AuditCase,
  by: AuditedPlace,
  { path }: AuditedPlace,
): boolean {
  if (by.path.length > 0) return false;
  const top = framework.children.find(({ name }) => name === path[0]);
  return top?.kind === 'group' && top.standing === 'penalty';
}

function placeOf({ places }: AuditCase, node: Node): AuditedPlace | undefined {
  return places.find(({ path }) => samePath(path, node.path));
}

function samePath(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && liesWithin(a, b);
}

/** The published grade against the published total, and against the recomputed one. */
export function gradeFindings(audit: AuditCase): Finding[] {
  const { framework, given } = audit;
  const { grade, total } = audit.department.reported;
  if (grade === undefined) return [];
  if (!framework.grades.some(({ name }) => name === grade))
    return [{ kind: 'unknown-name', severity: 'error', name: grade, of: 'grade' }];
  const findings: Finding[] = [];
  const base = { kind: 'grade-differs', severity: 'error', published: grade } as const;
  if (total?.score !== undefined) {
    const range = point(total.score);
    const earned = gradesOf(framework, range, given.ceilings);
    if (!earned.includes(grade))
      findings.push({ ...base, basis: 'reported-total', earned, total: range });
  }
  if (!given.grades.includes(grade))
    findings.push({ ...base, basis: 'recomputed-total', earned: given.grades, total: given.total });
  return findings;
}
