// Department files as data for one framework. One bad file does not hide the others: each is read,
// complained about and set aside on its own.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Department } from '../input/department.ts';
import { createDepartmentReader } from '../input/read-department.ts';
import type { Sources } from '../report/diagnostics.ts';
import type { Framework } from '../model/framework.ts';
import { EXIT } from './io.ts';
import { complain } from './load-ruleset.ts';
import type { Source } from '../text/source.ts';
import type { Session } from './session.ts';
import { readTextFile } from './text-file.ts';

export interface LoadedDepartments {
  readonly departments: readonly Department[];
  /** The worst of what went wrong, 0 when nothing did. */
  readonly exit: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Reads department files; `quiet` leaves their diagnostics to the caller's result. */
export function loadDepartments(
  framework: Framework,
  paths: readonly string[],
  session: Session,
  quiet: boolean,
): LoadedDepartments {
  const read = createDepartmentReader(framework);
  const departments: Department[] = [];
  const all: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  let exit: number = EXIT.fine;
  for (const path of paths) {
    const file = readTextFile(session.io.folder, path);
    if (file.kind === 'problem') {
      exit = Math.max(exit, session.refuse(session.words.file(path, file.problem)));
      continue;
    }
    const { department, diagnostics } = read(file.source);
    const named = new Map([[path, file.source]]);
    if (!quiet) complain(diagnostics, named, session);
    all.push(...diagnostics);
    sources.set(path, file.source);
    if (department) departments.push(department);
    else exit = Math.max(exit, EXIT.findings);
  }
  return { departments, exit, diagnostics: all, sources };
}
