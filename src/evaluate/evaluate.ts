// A framework and one department's data in, a score sheet out: exact scores, or ranges that are exact
// at both ends where something is missing, with the reasons for each. Read `scoreSheet` from top
// to bottom: it is the order in which a framework is scored.
import type { Department } from '../input/department.ts';
import type { Framework, OpenTerm } from '../model/framework.ts';
import type { ScoreSheet, Step } from '../model/sheet.ts';
import { point } from '../types/range.ts';
import { limit, limitsOf, roundScore, strike, strikesOn } from './adjust.ts';
import { sharesOf } from './applicability.ts';
import { checkResult } from './check-results.ts';
import { coverageOf } from './coverage.ts';
import { createCohort, prepare } from './cohort.ts';
import type { EvaluateSettings } from './data.ts';
import type { PossibleCeiling } from './grade.ts';
import { gradesOf } from './grade.ts';
import { missingInputs } from './missing.ts';
import { openSums, totalOf } from './open-sums.ts';
import { finishNode, scoreNode } from './score-node.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';

export type { EvaluateSettings } from './data.ts';

/** Scores departments against one framework. */
export type Evaluator = (department: Department, settings?: EvaluateSettings) => ScoreSheet;

/** Scores one department. The framework must have no missing terms. */
export function evaluate(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings = {},
): ScoreSheet {
  return createEvaluator(framework)(department, settings);
}

/** What an amending ruleset must still supply before anything can be scored. */
export function missingTerms(framework: Framework): readonly OpenTerm[] {
  return framework.openTerms;
}

/** Prepares a framework once for any number of departments. */
export function createEvaluator(framework: Framework): Evaluator {
  const prepared = prepare(framework);
  return (department, settings = {}) => {
    const { cohort = [] } = settings;
    const isOpen = settings.cohort === undefined;
    const scorings = createCohort(prepared, [department, ...cohort], settings, isOpen);
    return scoreSheet(scorings(department.name), department);
  };
}

/**
 * Scores departments that are compared with each other, in their order, and with those of
 * `settings.cohort`, which are not scored themselves. Their names differ.
 */
export function evaluateTogether(
  framework: Framework,
  departments: readonly Department[],
  settings: Omit<EvaluateSettings, 'inputs'> = {},
): ScoreSheet[] {
  const all = [...departments, ...(settings.cohort ?? [])];
  const scorings = createCohort(prepare(framework), all, settings, false);
  return departments.map((department) => scoreSheet(scorings(department.name), department));
}

function scoreSheet(scoring: Scoring, department: Department): ScoreSheet {
  const { framework, data, compared } = scoring;
  // 1. Which parts apply, and where the points of the others go.
  const shares = sharesOf(scoring);
  // 2. Items, and indicators before points are moved.
  const scored = framework.children.map((node) => scoreNode(scoring, node, shares));
  // 3. Points moved, scores rounded and struck, groups added up.
  const sums = openSums(scoring, scored, shares);
  const children = scored.map((node) => finishNode(scoring, node, shares, sums));
  const nodes = scored.flatMap((node, place) => {
    const sheet = children[place];
    return sheet ? [{ scored: node, sheet }] : [];
  });
  // 4. The total.
  const totalReads = new Set<string>();
  const totalSteps: Step[] = [];
  const limits = scoring.noting(totalReads, () => limitsOf(scoring, framework.totalCaps));
  const sum = sums?.get(undefined)?.score ?? totalOf(children);
  const limited = limit(limits, sum, totalSteps);
  const standingTotal = roundScore(framework.roundings.total, limited, totalSteps);
  const strikes = strikesOn(scoring, framework);
  const total = strike(strikes, point(framework.total), standingTotal, totalSteps);
  // 5. The grades it earns.
  const ceilings = scoring.noting(totalReads, () => ceilingsOn(scoring));
  // 6. What it all rests on.
  const reads = new Set([...totalReads, ...strikes.reads]);
  for (const child of children) for (const name of child.reads) reads.add(name);
  return {
    frameworkHash: framework.hash,
    departmentName: department.name,
    departmentYear: department.year,
    departmentHash: department.hash,
    total,
    standingTotal,
    totalSteps,
    grades: gradesOf(framework, total, ceilings),
    ceilings,
    children,
    missing: missingInputs(scoring, nodes, { strikes, score: total }, reads),
    defaulted: framework.inputs
      .filter((input) => reads.has(input.name) && data.isDefaulted(input))
      .map((input) => input.name),
    checks: framework.checks.map((check) => checkResult(scoring, check)),
    coverage: coverageOf(scoring, nodes, { strikes, score: total }, framework.total),
    cohort: compared.happened() ? (compared.cohort.known ?? 'unknown') : 'not-needed',
  };
}

function ceilingsOn(scoring: Scoring): PossibleCeiling[] {
  return scoring.framework.ceilings.flatMap((ceiling) => {
    const certainty = certaintyOf(scoring, ceiling.condition);
    return certainty ? [{ ceiling, certainty }] : [];
  });
}
