// The places of a framework that have a score, each with what was published for it and what is
// recomputed: with everything that the department's file gives, and without assumed figures.
import type { EvaluateSettings } from '../evaluate/evaluate.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import type { SheetPlace } from '../evaluate/sheet-places.ts';
import { placeAt, placeNamed, placesIn } from '../evaluate/sheet-places.ts';
import type { Department, ReportedScore } from '../input/department.ts';
import type { Framework } from '../model/framework.ts';
import type { Absence, MissingInput, ScoreSheet, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { point } from '../types/range.ts';
import type { ScoredPlace } from './audit-result.ts';

/** A place with its scores. */
export interface AuditedPlace extends ScoredPlace {
  /** Undefined where nothing was published; a blank cell is published. */
  readonly reported: ReportedScore | undefined;
  readonly given: Range;
  readonly disclosed: Range;
  /** The points that count, after points were moved. */
  readonly points: Range;
  /** A veto or an exemption set the score, or may have. */
  readonly struck: boolean;
  /** Why the department certainly does not have it; undefined where it has, or may have. */
  readonly absence: Absence | undefined;
}

/** A department under audit. */
export interface AuditCase {
  readonly framework: Framework;
  readonly department: Department;
  /** With whom it is compared; part of the settings of every recomputation. */
  readonly compared: Pick<EvaluateSettings, 'cohort'>;
  readonly given: ScoreSheet;
  readonly disclosed: ScoreSheet;
  /** In the framework's order, outer before inner, the total last. */
  readonly places: readonly AuditedPlace[];
  /** Names of published scores that the framework does not know. */
  readonly unknown: readonly string[];
}

/** Recomputes a department and puts the published scores beside it. */
export function openCase(
  framework: Framework,
  department: Department,
  cohort: readonly Department[] | undefined,
): AuditCase {
  const compared = cohort === undefined ? {} : { cohort };
  const given = evaluate(framework, department, compared);
  const disclosed = evaluate(framework, department, {
    ...compared,
    without: new Set(['assumed']),
  });
  const places = placesIn(given);
  const published = new Map<SheetPlace, ReportedScore>();
  const unknown: string[] = [];
  for (const [name, reported] of department.reported.scores) {
    const place = placeNamed(places, name);
    if (place) published.set(place, reported);
    else unknown.push(name);
  }
  const others = placesIn(disclosed);
  const audited = places.map((place): AuditedPlace => {
    const { path, score } = place;
    return {
      path,
      node:
        score.kind === 'group'
          ? score.group
          : score.kind === 'indicator'
            ? score.indicator
            : undefined,
      reported: published.get(place),
      given: score.score,
      // An indicator that may not apply without an assumption has no items there.
      disclosed: placeAt(others, path)?.score.score ?? score.score,
      points: score.points,
      struck: score.steps.some(isStrike),
      absence: absenceOf(score),
    };
  });
  const total: AuditedPlace = {
    path: [],
    node: undefined,
    reported: department.reported.total,
    given: given.total,
    disclosed: disclosed.total,
    points: point(framework.total),
    struck: given.totalSteps.some(isStrike),
    absence: undefined,
  };
  return {
    framework,
    department,
    compared,
    given,
    disclosed,
    places: [...audited, total],
    unknown,
  };
}

function isStrike({ kind }: Step): boolean {
  return kind === 'veto' || kind === 'exemption';
}

function absenceOf({ applicability, steps }: SheetPlace['score']): Absence | undefined {
  if (applicability !== 'absent') return undefined;
  return steps.flatMap((step) => (step.kind === 'absent' ? [step.absence] : []))[0];
}

/** True when the score still hangs on a missing input. */
export function isDecisive({ decides }: MissingInput): boolean {
  return decides?.n !== 0n;
}

/** True when `path` is `outer` or lies inside it. */
export function liesWithin(path: readonly string[], outer: readonly string[]): boolean {
  return outer.every((name, at) => path[at] === name);
}

/** The place, without its scores, as a finding names it. */
export function named({ path, node }: ScoredPlace): ScoredPlace {
  return { path, node };
}
