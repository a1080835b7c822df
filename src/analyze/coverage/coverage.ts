// A framework, departments and its own examples in, out: which branches are taken by whom, which by nobody,
// and which nobody can take.
import { prepare } from '../../evaluate/cohort.ts';
import type { EvaluateSettings } from '../../evaluate/data.ts';
import type { Department } from '../../input/department.ts';
import type { Framework } from '../../model/framework.ts';
import type { Span } from '../../text/span.ts';
import type { Branch } from './branch.ts';
import { branchesOf } from './branches.ts';
import { seenDepartment, seenExample, takes } from './exercised.ts';
import { createStudies, isUnreachable } from './unreachable.ts';

/** A branch and who takes it. */
export interface CoveredBranch {
  readonly branch: Branch;
  /** Names of departments. */
  readonly departments: readonly string[];
  /** How many of the ruleset's examples. */
  readonly examples: number;
  /** Proved: nobody can take it. */
  readonly unreachable: boolean;
}

export interface Coverage {
  readonly branches: readonly CoveredBranch[];
  /** Tables inside of what is worked out for each entry of a list; they are not counted. */
  readonly notFollowed: readonly Span[];
}

export interface CoverageRequest {
  readonly settings?: EvaluateSettings;
  readonly onProgress?: (done: number, of: number) => void;
}

/** Which branches the departments and the ruleset's examples take. */
export function coverage(
  framework: Framework,
  departments: readonly Department[],
  { settings = {}, onProgress }: CoverageRequest = {},
): Coverage {
  const { branches, notFollowed } = branchesOf(framework);
  const prepared = prepare(framework);
  const all = [...departments, ...(settings.cohort ?? [])];
  const seen = departments.map((department) =>
    seenDepartment(
      prepared,
      department,
      settings.cohort === undefined
        ? settings
        : { ...settings, cohort: all.filter((each) => each !== department) },
    ),
  );
  const examples = framework.examples.map((example) => seenExample(prepared, example));
  const studies = createStudies(framework);
  const covered = branches.map((branch, at): CoveredBranch => {
    const taking = seen.filter((each) => takes(each, branch));
    const count = examples.filter((each) => takes(each, branch)).length;
    onProgress?.(at, branches.length);
    return {
      branch,
      departments: taking.map(({ department }) => department.name),
      examples: count,
      unreachable: taking.length === 0 && count === 0 && isUnreachable(branch, studies),
    };
  });
  return { branches: covered, notFollowed };
}

/** Whether somebody takes it. */
export function isTaken({ departments, examples }: CoveredBranch): boolean {
  return departments.length > 0 || examples > 0;
}
