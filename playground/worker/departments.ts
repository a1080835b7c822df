// Department files to departments, each read once for as long as its text and what the ruleset asks for
// stay the same.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Department } from '../../src/input/department.ts';
import { createFileReader } from '../../src/input/read-cohort.ts';
import type { Framework, Node } from '../../src/model/framework.ts';
import { createNumbering, fingerprintsIn } from '../../src/prove/fingerprint.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';
import { createSource } from '../../src/text/source.ts';
import type { Source } from '../../src/text/source.ts';
import type { DepartmentFile } from '../protocol.ts';
import { createLenientReader } from './read-leniently.ts';

/** One department as it stands in the project. */
export interface Member {
  /** The file's place in the project, and the department's place in the file where it lists several. */
  readonly file: number;
  readonly member: number | undefined;
  readonly path: string;
  /** Undefined where the file cannot be read. */
  readonly department: Department | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Inputs in the file that a ruleset which it was not written for does not use. */
  readonly left: readonly string[];
  /** Inputs whose values such a ruleset does not take. */
  readonly unfit: readonly string[];
  readonly source: Source;
}

/** What is remembered of files that were read. */
export interface DepartmentMemory {
  readonly numbering: Numbering;
  /** By what the ruleset asks for, the readers and what they read by path. */
  readonly readers: Map<string, Reader>;
}

interface Reader {
  readonly read: ReadFile;
  readonly kept: Map<string, { readonly text: string; readonly members: readonly Member[] }>;
}

type ReadFile = (file: number, source: Source) => readonly Member[];

export function createDepartmentMemory(): DepartmentMemory {
  return { numbering: createNumbering(), readers: new Map() };
}

/** Reads all files of a project for one framework. */
export function readMembers(
  framework: Framework,
  files: readonly DepartmentFile[],
  memory: DepartmentMemory,
): Member[] {
  const key = declarationsKey(framework, memory.numbering);
  return readAll(
    readerFor(memory, key, () => strictly(framework)),
    files,
  );
}

/** The same for a ruleset that the files were not written for; what it cannot use is left out. */
export function readMembersLeniently(
  framework: Framework,
  files: readonly DepartmentFile[],
  memory: DepartmentMemory,
): Member[] {
  const key = `leniently ${declarationsKey(framework, memory.numbering)}`;
  return readAll(
    readerFor(memory, key, () => leniently(framework)),
    files,
  );
}

function readAll({ read, kept }: Reader, files: readonly DepartmentFile[]): Member[] {
  return files.flatMap(({ path, text }, file) => {
    const key = `${file}\n${path}`;
    const known = kept.get(key);
    if (known?.text === text) return known.members;
    const members = read(file, createSource(path, text));
    kept.set(key, { text, members });
    return members;
  });
}

function strictly(framework: Framework): ReadFile {
  const read = createFileReader(framework);
  return (file, source) => {
    const { departments, isCohort, diagnostics } = read(source);
    const base = { file, path: source.file, source, left: [], unfit: [] };
    if (!departments || departments.length === 0)
      return [{ ...base, member: undefined, department: undefined, diagnostics }];
    return departments.map((department, index) => ({
      ...base,
      member: isCohort ? index : undefined,
      department,
      // What is said of a file that lists several is said once.
      diagnostics: index === 0 ? diagnostics : [],
    }));
  };
}

function leniently(framework: Framework): ReadFile {
  const read = createLenientReader(framework);
  return (file, source) => {
    const { members, isCohort } = read(source);
    return members.map(({ department, left, unfit }, index) => ({
      file,
      path: source.file,
      source,
      member: isCohort ? index : undefined,
      department,
      left,
      unfit,
      diagnostics: [],
    }));
  };
}

// Two for the ruleset and its baseline, the others for going back and forth between versions.
const MOST_READERS = 6;

function readerFor({ readers }: DepartmentMemory, key: string, make: () => ReadFile): Reader {
  const reader = readers.get(key) ?? { read: make(), kept: new Map() };
  readers.delete(key);
  readers.set(key, reader);
  for (const oldest of readers.keys()) {
    if (readers.size <= MOST_READERS) break;
    readers.delete(oldest);
  }
  return reader;
}

/** Equal for frameworks that read every file alike: whatever reading asks of one is in it. */
export function declarationsKey(framework: Framework, numbering: Numbering): string {
  const { meaning } = fingerprintsIn(numbering);
  const { name, period, inputs, grades, outputs, lets, scored } = framework;
  const letNames = [...lets.values()].map((each) => [
    each.id,
    each.name,
    each.scope,
    each.value.type,
  ]);
  const outputNames = outputs.map((output) => [output.name, output.value.type]);
  const gradeNames = grades.map((grade) => grade.name);
  const paths = framework.children.map(pathsOf);
  return String(meaning([name, period, scored, inputs, gradeNames, outputNames, letNames, paths]));
}

function pathsOf(node: Node): unknown {
  return node.kind === 'group'
    ? [node.path, node.children.map(pathsOf)]
    : [node.path, node.items.map(({ path, implicit }) => [path, implicit])];
}
