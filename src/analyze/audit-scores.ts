// Each published score beside the recomputed one: does it agree, differ, or rest on figures that the
// document does not disclose?
import { nearFigure } from '../types/enclosure.ts';
import type { ReportedScore } from '../input/department.ts';
import type { Caps } from '../model/framework.ts';
import { readOfOther } from '../model/reads.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, compare, signOf, subtract } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import type { Finding, ImpliedValue, ScoreComparison, ScoreDiffers } from './audit-result.ts';
import type { AuditCase, AuditedPlace } from './audited-places.ts';
import { isDecisive, liesWithin, named } from './audited-places.ts';
import { explainDifference } from './explain-difference.ts';
import { impliedValue, ownRounding } from './implied-value.ts';
import { partDifferences } from './part-differences.ts';
import type { Target } from './published.ts';
import { agreement, targetOf } from './published.ts';
import { readingsOf } from './readings.ts';
import type { Subject } from './subject.ts';
import { createSubject, rescore } from './subject.ts';

/** A published score compared, and what there is to say about it. */
export interface ComparedScore {
  readonly comparison: ScoreComparison;
  readonly findings: readonly Finding[];
}

/** A place with a published score that is not blank. */
interface Published {
  readonly audit: AuditCase;
  readonly place: AuditedPlace;
  readonly reported: ReportedScore;
  readonly subject: Subject;
  readonly target: Target;
}

/** Compares the score that was published for a place. */
export function compareScore(
  audit: AuditCase,
  place: AuditedPlace,
  reported: ReportedScore,
): ComparedScore {
  const compared = (
    outcome: ScoreComparison['outcome'],
    recomputed: Range,
    ...findings: Finding[]
  ) => ({
    comparison: { ...named(place), reported, recomputed, outcome },
    findings,
  });
  if (reported.score === undefined) return compared('blank', place.disclosed);
  const { absence } = place;
  if (absence) {
    const published = reported.score;
    // A table that has a row for everyone may well hold a 0 where there is nothing.
    if (signOf(published) === 0) return compared('agrees', place.disclosed);
    return compared('differs', place.given, {
      kind: 'part-absent',
      severity: 'error',
      ...named(place),
      reported,
      published,
      absence,
    });
  }
  const subject = createSubject(audit, place.path);
  const target = targetOf(reported.score, reported.text, ownRounding(subject) !== undefined);
  const published: Published = { audit, place, reported, subject, target };
  const bounds = outOfBounds(published);
  const agrees = agreement(place.disclosed, target);
  if (agrees === 'all')
    return compared('agrees', place.disclosed, ...bounds, ...readingConfirmed(published));
  if (agrees === 'some')
    return compared('not-derivable', place.disclosed, ...bounds, notDerivable(published));
  const known = nearFigure(place.given);
  if (known) return compared('differs', place.given, ...bounds, differs(published, known));
  return compared('differs', place.disclosed, ...bounds, {
    kind: 'score-outside-range',
    severity: 'error',
    ...named(place),
    reported,
    published: target.published,
    recomputed: place.disclosed,
    missing: missingAt(audit, place.path),
  });
}

function differs(published: Published, recomputed: Rational): ScoreDiffers {
  const { audit, place, reported, subject, target } = published;
  const difference = subtract(target.published, recomputed);
  const { parts, explained } = partDifferences(audit, place);
  const unexplained = subtract(difference, explained);
  // What differs further down is explained there.
  const isOwn = parts.length === 0;
  const scored = rescore(subject);
  const tried = isOwn ? readingsOf(subject, scored, target) : { readings: [], cut: false };
  return {
    kind: 'score-differs',
    severity: isOwn || signOf(unexplained) !== 0 ? 'error' : 'warning',
    ...named(place),
    reported,
    published: target.published,
    recomputed,
    difference,
    readings: tried.readings,
    readingsCut: tried.cut,
    explanations: isOwn ? explainDifference(subject, scored, target, tried) : [],
    parts,
    unexplained,
  };
}

// Only where one rule was read: for a sum, its parts say so.
function readingConfirmed({ place, reported, subject, target }: Published): Finding[] {
  if (place.path.length === 0 || place.node?.kind === 'group') return [];
  const { readings, cut } = readingsOf(subject, rescore(subject), target);
  if (readings.every(({ reproduces }) => reproduces !== 'no')) return [];
  const base = { kind: 'reading-confirmed', severity: 'note', ...named(place), reported } as const;
  return [{ ...base, published: target.published, readings, readingsCut: cut }];
}

function notDerivable(published: Published): Finding {
  const { audit, place, reported, target } = published;
  const missing = missingAt(audit, place.path);
  const { values, awards } = audit.department;
  const assumed = missing.filter((name) => values.has(name) || awards.has(name));
  return {
    kind: 'score-not-derivable',
    severity: 'note',
    ...named(place),
    reported,
    published: target.published,
    recomputed: place.disclosed,
    missing,
    assumed,
    implied: impliedBy(published, missing),
  };
}

// The one input that is missing must have been what makes the published score come out. Where scores
// inside were published too, they say so, and more narrowly.
function impliedBy(
  { audit, place, subject, target }: Published,
  missing: readonly string[],
): ImpliedValue | undefined {
  const { path } = place;
  const isInside = (part: AuditedPlace) => part !== place && liesWithin(part.path, path);
  if (audit.places.some((part) => isInside(part) && part.reported?.score)) return undefined;
  const [only, ...others] = missing;
  const input = audit.framework.inputs.find(({ name }) => name === only);
  if (input === undefined || others.length > 0) return undefined;
  return impliedValue(subject, input, target, { without: new Set(['assumed']) });
}

/** The inputs that are not disclosed and that the score of the place still hangs on, as reads. */
function missingAt(audit: AuditCase, path: readonly string[]): string[] {
  const { missing } = audit.disclosed;
  const decisive = missing.filter(
    (each) =>
      isDecisive(each) &&
      each.indicators.some((place) => liesWithin(place, path) || liesWithin(path, place)),
  );
  return decisive.map(({ name, department }) =>
    department === undefined ? name : readOfOther(department, name),
  );
}

function outOfBounds({ audit, place, reported, target }: Published): Finding[] {
  const { published } = target;
  const caps = capsOf(audit, place);
  const [low, high] = [place.given.low?.value, place.given.high?.value];
  const most = place.points.high?.value;
  const finding = (side: 'above-points' | 'below-zero'): Finding => ({
    kind: 'score-out-of-bounds',
    severity: 'error',
    ...named(place),
    reported,
    published,
    side,
    points: place.points,
  });
  if (most && compare(published, most) > 0 && !caps.uncapped && high && compare(high, most) <= 0)
    return [finding('above-points')];
  if (signOf(published) < 0 && !caps.uncapped && low && compare(low, ZERO) >= 0)
    return [finding('below-zero')];
  return [];
}

function capsOf({ framework }: AuditCase, { path, node }: AuditedPlace): Caps {
  return path.length === 0 ? framework.totalCaps : (node?.caps ?? UNSAID);
}

const UNSAID: Caps = { atLeast: undefined, atMost: undefined, uncapped: false };
