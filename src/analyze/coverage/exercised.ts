// Departments and examples → the branches that each of them takes: those whose conditions certainly hold.
// What is not known takes no branch.
import type { Prepared } from '../../evaluate/cohort.ts';
import { createCohort } from '../../evaluate/cohort.ts';
import type { EvaluateSettings } from '../../evaluate/data.ts';
import { exampleDepartment } from '../../evaluate/run-examples.ts';
import type { Scoring } from '../../evaluate/scoring.ts';
import type { Department } from '../../input/department.ts';
import type { Example, Framework } from '../../model/framework.ts';
import { scoreUses } from '../../model/score-uses.ts';
import * as Q from '../../number/rational.ts';
import { pointOf } from '../../types/range.ts';
import type { Branch, Guard } from './branch.ts';

/** Something that is scored: its data, and the scoring that looks into it. */
export interface Seen {
  readonly department: Department;
  readonly scoring: Scoring;
  /** Whether it says anything of this part or output. */
  readonly speaksOf: (branch: Pick<Branch, 'place' | 'output'>) => boolean;
}

/** A department, beside those it is compared with. */
export function seenDepartment(
  prepared: Prepared,
  department: Department,
  settings: EvaluateSettings,
): Seen {
  const others = settings.cohort ?? [];
  const scorings = createCohort(
    prepared,
    [department, ...others],
    settings,
    settings.cohort === undefined,
  );
  return { department, scoring: scorings(department.name), speaksOf: () => true };
}

/** An example, of the part whose score it states, or of the parts that its output reads. */
export function seenExample(prepared: Prepared, example: Example): Seen {
  const { framework } = prepared;
  const { department, settings } = exampleDepartment(framework, example);
  const seen = seenDepartment(prepared, department, settings);
  const stated = example.output?.name;
  if (stated === undefined)
    return { ...seen, speaksOf: ({ place, output }) => !output && isWithin(place, example.path) };
  const parts = partsBehind(framework, stated);
  return {
    ...seen,
    speaksOf: ({ place, output }) =>
      output === undefined ? parts.some((path) => isWithin(place, path)) : output === stated,
  };
}

function partsBehind({ outputs, lets }: Framework, name: string): (readonly string[])[] {
  const output = outputs.find((each) => each.name === name);
  return scoreUses(output?.value, lets).map((use) =>
    use.kind === 'score' && use.path === 'total' ? [] : (use.path as readonly string[]),
  );
}

function isWithin(place: readonly string[], path: readonly string[]): boolean {
  return path.every((name, at) => place[at] === name);
}

/** Whether the branch is taken for certain. */
export function takes({ department, scoring, speaksOf }: Seen, branch: Branch): boolean {
  if (!speaksOf(branch)) return false;
  const { test } = branch;
  switch (test.kind) {
    case 'ways':
      return (
        isThere(scoring, branch.place, branch.kind) && test.ways.some((way) => holds(scoring, way))
      );
    case 'choice':
      return awardOf(scoring, department, test.input)?.choice === test.choice;
    case 'entry': {
      const award = awardOf(scoring, department, test.input);
      const points = award?.entries.get(test.entry);
      if (points) return Q.signOf(points) > 0 === test.met;
      // Nothing at all, or all there is, says it of every entry.
      const known = award?.entries.size === 0 ? pointOf(award.points) : undefined;
      const input = scoring.framework.inputs.find(({ name }) => name === test.input);
      const full = input?.kind === 'judged' ? input.points : undefined;
      return known !== undefined && full !== undefined && Q.equal(known, test.met ? full : Q.ZERO);
    }
    case 'grade': {
      const { grades } = scoring.earned();
      return grades.length === 1 && grades[0] === test.grade;
    }
    default:
      return test satisfies never;
  }
}

function awardOf({ data }: Scoring, department: Department, input: string) {
  return department.awards.has(input) ? data.award(input) : undefined;
}

/** Whether every guard certainly has its outcome. */
export function holds(
  { interpreter }: Pick<Scoring, 'interpreter'>,
  guards: readonly Guard[],
): boolean {
  return guards.every(({ condition, outcome }) => {
    const truth = interpreter.truth(condition);
    return outcome ? !truth.canBeFalse : !truth.canBeTrue;
  });
}

// The rule of a part that does not exist or apply takes no way.
function isThere(
  { scores, framework }: Scoring,
  place: readonly string[],
  kind: Branch['kind'],
): boolean {
  if (kind === 'exists' || kind === 'absent' || kind === 'not-applicable') return true;
  let nodes = framework.children;
  for (const name of place) {
    const node = nodes.find((each) => each.name === name);
    if (!node) return true;
    const { applicability } = scores().shares.of(node);
    if (applicability === 'absent' || applicability === 'not-applicable') return false;
    if (node.kind === 'indicator') return true;
    nodes = node.children;
  }
  return true;
}
