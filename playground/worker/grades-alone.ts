// Departments that were scored before, under a ruleset in which nothing but the bounds of its grades is
// another: their totals stay, and only what they earn is looked up again.
import type { Brief } from '../../src/evaluate/brief.ts';
import { gradesOf } from '../../src/evaluate/grade.ts';
import type { Framework } from '../../src/model/framework.ts';
import { within } from '../../src/model/expression-parts.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';
import { fingerprintsIn } from '../../src/prove/fingerprint.ts';
import { isSingle } from '../../src/types/enclosure.ts';

/** What a department scores now, from what it scored before; undefined where that is to be worked out. */
export type Regrade = (before: Brief) => Brief | undefined;

const NO_STRIKES = { ceilings: [], gradeDowns: [] };

/** Undefined where more is another than the grades, or where more than the total decides them. */
export function regraded(
  before: Framework,
  after: Framework,
  numbering: Numbering,
): Regrade | undefined {
  if (!isDecidedByTotal(before) || !isDecidedByTotal(after)) return undefined;
  if (restKey(before, numbering) !== restKey(after, numbering)) return undefined;
  const conditions = after.grades.map(() => undefined);
  return ({ total, grades, outputs, missing }) => {
    // While something is open, what is missing hangs on the grades that it may lead to.
    if (!isSingle(total) || grades.length > 1 || missing.length > 0) return undefined;
    return {
      total,
      grades: gradesOf(after, total, NO_STRIKES, conditions),
      outputs: outputs.flatMap((result, place) => {
        const output = after.outputs[place];
        return output ? [{ ...result, output }] : [];
      }),
      missing,
    };
  };
}

function isDecidedByTotal({ scored, grades, ceilings, gradeDowns, lets }: Framework): boolean {
  return (
    scored &&
    ceilings.length === 0 &&
    gradeDowns.length === 0 &&
    grades.every(({ condition }) => condition === undefined) &&
    // Outputs are among them.
    [...lets.values()].every(({ value }) => within(value).every(({ kind }) => kind !== 'grade'))
  );
}

// A number for everything but the grades.
function restKey(framework: Framework, numbering: Numbering): number {
  const { meaning } = fingerprintsIn(numbering);
  return meaning({ ...framework, grades: undefined, hash: undefined });
}
