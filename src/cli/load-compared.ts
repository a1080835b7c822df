// Department files for a comparison: each is read by the ruleset that it belongs to, and taken over to the
// other one. A department with a file for each is taken as each of them says.
import { resolve } from 'node:path';
import type { Compared } from '../analyze/compare/effect.ts';
import { createTransfer } from '../analyze/compare/transfer.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Department } from '../input/department.ts';
import { createFileReader } from '../input/read-cohort.ts';
import type { Source } from '../text/source.ts';
import { rulesetOf } from './find-tests.ts';
import { EXIT } from './io.ts';
import { complain } from './load-ruleset.ts';
import type { RulesetPair } from './load-pair.ts';
import type { Session } from './session.ts';
import { readTextFile } from './text-file.ts';

type Side = 'before' | 'after';

/** The departments as both rulesets take them; what cannot be read is said on standard error. */
export function loadCompared(
  { before, after, paths }: RulesetPair,
  files: readonly string[],
  session: Session,
): { readonly departments: readonly Compared[]; readonly exit: number } {
  const { folder } = session.io;
  const frameworks = { before, after };
  const readers = { before: createFileReader(before), after: createFileReader(after) };
  const read: Record<Side, Department[]> = { before: [], after: [] };
  let exit: number = EXIT.fine;
  for (const path of files) {
    const file = readTextFile(folder, path);
    if (file.kind === 'problem') {
      exit = Math.max(exit, session.refuse(session.words.file(path, file.problem)));
      continue;
    }
    const own = ownSide(file.source, folder, paths);
    const sides: readonly Side[] = own === 'after' ? ['after', 'before'] : ['before', 'after'];
    const readings = sides.map((side) => ({ side, ...readers[side](file.source) }));
    const fitting = readings.find(({ departments }) => departments !== undefined);
    if (fitting?.departments) {
      read[fitting.side].push(...fitting.departments);
      continue;
    }
    // Neither takes it: what the ruleset it belongs to, or the one that minds it less, says.
    const chosen =
      own === undefined
        ? readings.reduce((one, other) => (errorsIn(other) < errorsIn(one) ? other : one))
        : readings[0];
    complain(chosen?.diagnostics ?? [], new Map([[path, file.source]]), session);
    exit = Math.max(exit, EXIT.findings);
  }
  const forward = createTransfer(frameworks.before, frameworks.after);
  const backward = createTransfer(frameworks.after, frameworks.before);
  const others = new Map(read.after.map((department) => [department.name, department]));
  const departments = read.before.map((department): Compared => {
    const other = others.get(department.name);
    others.delete(department.name);
    return { before: department, after: other ?? forward(department) };
  });
  const only = read.after.filter((department) => others.get(department.name) === department);
  return {
    departments: [
      ...departments,
      ...only.map((department) => ({ before: backward(department), after: department })),
    ],
    exit,
  };
}

function ownSide(source: Source, folder: string, paths: RulesetPair['paths']): Side | undefined {
  const belongs = rulesetOf(folder, source);
  if (belongs.kind !== 'to') return undefined;
  const file = resolve(folder, belongs.ruleset);
  if (file === resolve(folder, paths.before)) return 'before';
  return file === resolve(folder, paths.after) ? 'after' : undefined;
}

function errorsIn({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }): number {
  return diagnostics.filter(({ severity }) => severity === 'error').length;
}
