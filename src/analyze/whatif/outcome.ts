// What a department comes to after changes, and which cross-checks of its data no longer hold then.
import type { Changed } from '../../evaluate/change-inputs.ts';
import type { CheckResult } from '../../model/sheet.ts';
import type { Range } from '../../types/range.ts';
import { measured } from './goal.ts';
import type { Goal } from './goal.ts';

/** What a department comes to. */
export interface Outcome {
  readonly total: Range;
  readonly grades: readonly string[];
  /** The figure that the goal is about. */
  readonly measured: Range;
}

/** What the department comes to, with the figure that the goal is about. */
export function outcomeOf(result: Changed, goal: Goal): Outcome {
  return { total: result.total, grades: result.grades, measured: measured(result, goal) };
}

/** The cross-checks that did not fail before and fail now. */
export function brokenChecks(before: Changed, after: Changed): readonly string[] {
  const failing = (checks: readonly CheckResult[]) =>
    new Set(checks.filter(({ outcome }) => outcome === 'fails').map(({ check }) => check));
  const known = failing(before.checks());
  return [...failing(after.checks())].filter((check) => !known.has(check)).map(({ name }) => name);
}
