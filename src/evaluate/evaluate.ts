// A framework and one department's data in, a score sheet out: exact scores, or ranges that are exact
// at both ends where something is missing, with the reasons for each. Read `createEvaluator` from top
// to bottom: it is the order in which a framework is scored.
import type { Department } from '../input/department.ts';
import type { Framework, OpenTerm } from '../model/framework.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import { checkResult } from './check-results.ts';
import { coverageOf } from './coverage.ts';
import type { Data, EvaluateSettings } from './data.ts';
import { dataOf, declarationsOf } from './data.ts';
import { missingInputs } from './missing.ts';
import { createReferences } from './operands.ts';
import { outputsOf } from './outputs.ts';
import type { Scores } from './scores.ts';
import { createScores } from './scores.ts';
import { createScoring } from './scoring.ts';

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
  const declarations = declarationsOf(framework);
  const references = createReferences(framework.lets);
  return (department, settings = {}) => {
    const data = dataOf(declarations, department, settings);
    const scoring = createScoring(framework, data, references, (own) =>
      createScores(own, around && (() => scoresAround(around, data))),
    );
    const { scores } = scoring;

    // 1. Every part from the outside in; each asks for what it needs, in whatever order.
    const nodes = framework.children.map((node) => ({
      scored: scores.scored(node),
      sheet: scores.sheet(node),
    }));
    const children = nodes.map(({ sheet }) => sheet);
    // 2. The total.
    const total = scores.total();
    // 3. The grades it earns.
    const { earned } = scoring;
    // 4. What follows from it.
    const outputs = outputsOf(scoring);
    // 5. What it all rests on.
    const reads = new Set([...total.reads, ...earned.reads]);
    for (const part of outputs) for (const name of part.reads) reads.add(name);
    return {
      frameworkHash: framework.hash,
      departmentName: department.name,
      departmentYear: department.year,
      departmentHash: department.hash,
      total: total.score,
      standingTotal: total.standing,
      totalSteps: total.steps,
      grades: earned.grades,
      gradeConditions: earned.conditions,
      forgone: earned.forgone,
      ceilings: earned.ceilings,
      children,
      outputs,
      missing: missingInputs(framework, data, nodes, total, reads),
      defaulted: framework.inputs
        .filter((input) => reads.has(input.name) && data.isDefaulted(input))
        .map((input) => input.name),
      checks: framework.checks.map((check) => checkResult(scoring, check)),
      coverage: coverageOf(framework, declarations.inputs, data, nodes, total),
    };
  };
}

/** The scores of a whole framework, for a part of it that is scored by itself. */
function scoresAround(framework: Framework, data: Data): Scores {
  return createScoring(framework, data, createReferences(framework.lets), createScores).scores;
}
