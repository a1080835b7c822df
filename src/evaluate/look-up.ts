// The value of any expression of a framework for one department, outside of any score: what an audit
// asks when a document publishes a rate.
import type { Department } from '../input/department.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Input } from '../model/framework.ts';
import type { Range } from '../types/range.ts';
import { SCORE } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { createCohort, prepare } from './cohort.ts';
import type { EvaluateSettings } from './data.ts';
import { createScores } from './scores.ts';

export interface LookUp {
  readonly input: (name: string) => Value;
  /** The value, and the reads of inputs of which something is missing. */
  readonly value: (expression: Expression) => {
    readonly value: Value;
    readonly missing: readonly string[];
  };
}

/** Looks values up, under another total where one is given; the framework must have no missing terms. */
export function createLookUp(
  framework: Framework,
  department: Department,
  settings: EvaluateSettings = {},
  total?: Range,
): LookUp {
  const { cohort = [] } = settings;
  const isOpen = settings.cohort === undefined;
  const departments = [department, ...cohort];
  const scorings = createCohort(prepare(framework), departments, settings, isOpen, (name, own) => {
    const scores = createScores(own);
    if (total === undefined || name !== department.name) return scores;
    const given = { range: total, reads: new Set<string>() };
    return {
      ...scores,
      // Grades ask for the total itself.
      total: () => ({ ...scores.total(), score: total }),
      score: (of) => (of === 'total' ? given : scores.score(of)),
    };
  });
  const scoring = scorings(department.name);
  return {
    input: scoring.data.value,
    value: (expression) => {
      const reads = new Set<string>();
      const value = scoring.noting(reads, () => scoring.interpreter.value(expression));
      return { value, missing: [...reads].filter(scoring.isOpen) };
    },
  };
}

/** An expression that names an input, for looking it up. */
export function referenceTo(input: Input): Expression {
  const type = input.kind === 'value' ? input.type : SCORE;
  return { kind: 'input', name: input.name, type, span: input.span };
}
