// A framework and one department's data in, a score sheet out: exact scores, or ranges that are exact
// at both ends where something is missing, with the reasons for each. Read `scoreSheet` from top
// to bottom: it is the order in which a framework is scored.
import type { Department } from '../input/department.ts';
import type { Framework, OpenTerm } from '../model/framework.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import { checkResult } from './check-results.ts';
import type { Prepared } from './cohort.ts';
import { createCohort, prepare } from './cohort.ts';
import { coverageOf } from './coverage.ts';
import type { EvaluateSettings } from './data.ts';
import { missingInputs } from './missing.ts';
import { throughOpenChoices } from './open-choices.ts';
import { openRowsOf } from './open-rows.ts';
import { outputsOf } from './outputs.ts';
import { joinedReads } from './score-node.ts';
import type { Scores } from './scores.ts';
import { createScores } from './scores.ts';
import type { Scoring } from './scoring.ts';

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

/**
 * Prepares a framework once for any number of departments. Where it is a part of `around` taken by
 * itself, rules inside may still ask for scores outside.
 */
export function createEvaluator(framework: Framework, around?: Framework): Evaluator {
  const prepared = prepare(framework);
  const preparedAround = around && prepare(around);
  return (department, settings = {}) => {
    const departments = [department, ...(settings.cohort ?? [])];
    const isOpen = settings.cohort === undefined;
    let outside: ReturnType<typeof createCohort> | undefined;
    const scoresAround = (whole: Prepared, name: string): Scores => {
      outside ??= createCohort(whole, departments, settings, isOpen);
      return outside(name).scores();
    };
    const scorings = createCohort(prepared, departments, settings, isOpen, (name, own) =>
      createScores(own, preparedAround && (() => scoresAround(preparedAround, name))),
    );
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
  settings: Omit<EvaluateSettings, 'inputs' | 'scores'> = {},
): ScoreSheet[] {
  const all = [...departments, ...(settings.cohort ?? [])];
  const scorings = createCohort(prepare(framework), all, settings, false);
  return departments.map((department) => scoreSheet(scorings(department.name), department));
}

const NO_READS: ReadonlySet<string> = new Set();

function scoreSheet(scoring: Scoring, department: Department): ScoreSheet {
  const { framework, data, compared } = scoring;
  const scores = scoring.scores();
  // 1. Every part from the outside in; each asks for what it needs, in whatever order.
  const parts = framework.children.map((node) => ({
    scored: scores.scored(node),
    sheet: scores.sheet(node),
  }));
  // 2. The total, the grades it earns, and what follows from it.
  const earned = scoring.earned();
  const separately = {
    nodes: parts,
    total: scores.total(),
    grades: earned.grades,
    outputs: outputsOf(scoring),
  };
  // 3. All of it once more for each choice that is open and on which several rules hang.
  const { nodes, total, grades, outputs } = throughOpenChoices(scoring, separately);
  // 4. What it all rests on.
  const reads = joinedReads([total.reads, earned.reads, ...outputs.map((part) => part.reads)]);
  const openRows = openRowsOf(
    scoring,
    nodes.map(({ scored }) => scored),
    outputs,
  );
  return {
    frameworkHash: framework.hash,
    departmentName: department.name,
    departmentYear: department.year,
    departmentHash: department.hash,
    total: total.score,
    standingTotal: total.standing,
    totalSteps: total.steps,
    grades,
    gradeConditions: earned.conditions,
    forgone: earned.forgone,
    ...earned.strikes,
    children: nodes.map(({ sheet }) => sheet),
    outputs,
    refused: [...scoring.refused.values()],
    missing: missingInputs(
      scoring,
      {
        nodes,
        total,
        outputs,
        gradeReads: earned.grades.length > 1 ? earned.reads : NO_READS,
        reads,
      },
      openRows,
    ),
    defaulted: framework.inputs
      .filter((input) => data.isDefaulted(input) && reads.has(input.name))
      .map((input) => input.name),
    checks: framework.checks.map((check) => checkResult(scoring, check)),
    coverage: coverageOf(scoring, nodes, total),
    cohort: compared.happened() ? (compared.cohort.known ?? 'unknown') : 'not-needed',
  };
}
