// Department files and cohort files as data for one framework. One bad file does not hide the
// others: each is read, complained about and set aside on its own, unless departments are compared.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Department } from '../input/department.ts';
import { createFileReader } from '../input/read-cohort.ts';
import type { Sources } from '../report/diagnostics.ts';
import { isComparative } from '../model/comparative.ts';
import type { Framework } from '../model/framework.ts';
import { EXIT } from './io.ts';
import { complain } from './load-ruleset.ts';
import type { Source } from '../text/source.ts';
import type { Session } from './session.ts';
import { readTextFile } from './text-file.ts';

/** The files that a command was given. */
export interface DepartmentFiles {
  /** Of departments that are asked about. */
  readonly departments: readonly string[];
  /** Of departments that they are only compared with. */
  readonly cohort: readonly string[];
  /** Leaves diagnostics to the caller's result instead of printing them. */
  readonly quiet: boolean;
}

export interface LoadedDepartments {
  readonly departments: readonly Department[];
  /** Departments that they are only compared with. */
  readonly others: readonly Department[];
  /** Whether the ruleset compares departments and all of them are here. */
  readonly isCohort: boolean;
  /** The worst of what went wrong, 0 when nothing did. */
  readonly exit: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Reads departments from their own files and from cohort files. */
export function loadDepartments(
  framework: Framework,
  files: DepartmentFiles,
  session: Session,
): LoadedDepartments {
  const read = createFileReader(framework);
  const all: Diagnostic[] = [];
  const sources = new Map<string, Source>();
  let exit: number = EXIT.fine;
  let hasCohortFile = false;
  const load = (path: string): readonly Named[] => {
    const file = readTextFile(session.io.folder, path);
    if (file.kind === 'problem') {
      exit = Math.max(exit, session.refuse(session.words.file(path, file.problem)));
      return [];
    }
    const { departments, isCohort, diagnostics } = read(file.source);
    if (!files.quiet) complain(diagnostics, new Map([[path, file.source]]), session);
    all.push(...diagnostics);
    sources.set(path, file.source);
    hasCohortFile ||= isCohort;
    if (!departments) exit = Math.max(exit, EXIT.findings);
    return (departments ?? []).map((department) => ({ department, path }));
  };
  const departments = files.departments.flatMap(load);
  const others = files.cohort.flatMap(load);
  const isCohort =
    isComparative(framework) &&
    (hasCohortFile || files.cohort.length > 0 || files.departments.length > 1);
  const result = { diagnostics: all, sources, isCohort };
  const fault = isCohort ? faultOf([...departments, ...others], exit, session) : undefined;
  if (fault !== undefined) {
    exit = Math.max(exit, session.refuse(fault));
    return { ...result, departments: [], others: [], exit };
  }
  const data = (named: readonly Named[]) => named.map(({ department }) => department);
  return { ...result, departments: data(departments), others: data(others), exit };
}

interface Named {
  readonly department: Department;
  readonly path: string;
}

// A comparison without one of the departments, or with one of them twice, would be another one.
function faultOf(all: readonly Named[], exit: number, { words }: Session): string | undefined {
  if (exit !== EXIT.fine) return words.cohortIncomplete;
  const paths = new Map<string, string>();
  for (const { department, path } of all) {
    const earlier = paths.get(department.name);
    if (earlier !== undefined) return words.departmentTwice(department.name, earlier, path);
    paths.set(department.name, path);
  }
  return undefined;
}
