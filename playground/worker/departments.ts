// Department files to departments, each read once for as long as its text and what the ruleset asks for
// stay the same.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { Department } from '../../src/input/department.ts';
import { createFileReader } from '../../src/input/read-cohort.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createNumbering } from '../../src/prove/fingerprint.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';
import { createSource } from '../../src/text/source.ts';
import type { Source } from '../../src/text/source.ts';
import type { DepartmentFile } from '../protocol.ts';
import { declarationsKey } from './declarations-key.ts';
import { createLenientReader } from './read-leniently.ts';
import { rereader } from './reread.ts';
import type { Reread } from './reread.ts';

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
  /** What was read last for the ruleset that is written: most of it holds for its next version. */
  latest: { readonly framework: Framework; readonly reader: Reader } | undefined;
}

interface Reader {
  readonly read: ReadFile;
  readonly kept: Map<string, Kept>;
}

interface Kept {
  readonly text: string;
  readonly members: readonly Member[];
}

type ReadFile = (file: number, source: Source) => readonly Member[];

export function createDepartmentMemory(): DepartmentMemory {
  return { numbering: createNumbering(), readers: new Map(), latest: undefined };
}

/** Reads all files of a project for one framework; `onReread` hears of what was read in part only. */
export function readMembers(
  framework: Framework,
  files: readonly DepartmentFile[],
  memory: DepartmentMemory,
  onReread: Rereading = () => undefined,
): Member[] {
  const key = declarationsKey(framework, memory.numbering);
  const reader = readerFor(memory, key, () => ({ read: onDemand(framework), kept: new Map() }));
  const { latest } = memory;
  if (latest && latest.reader !== reader && reader.kept.size === 0) {
    const again = rereader(latest.framework, framework, memory.numbering);
    if (again) takeOver(latest.reader, reader, files, again, onReread);
  }
  memory.latest = { framework, reader };
  return readAll(reader, files);
}

/** Called with a department as it was and as it was read again. */
export type Rereading = (before: Department, after: Department) => void;

// Files that were clean keep all but the inputs that mean something else now.
function takeOver(
  from: Reader,
  to: Reader,
  files: readonly DepartmentFile[],
  again: Reread,
  onReread: Rereading,
): void {
  files.forEach(({ path, text }, file) => {
    const key = `${file}\n${path}`;
    const before = from.kept.get(key);
    const [member] = before?.members ?? [];
    if (before?.text !== text || !member?.department || before.members.length !== 1) return;
    if (member.member !== undefined || member.diagnostics.length > 0) return;
    const department = again(member.department, member.source);
    if (!department) return;
    to.kept.set(key, { text, members: [{ ...member, department }] });
    onReread(member.department, department);
  });
}

/** The same for a ruleset that the files were not written for; what it cannot use is left out. */
export function readMembersLeniently(
  framework: Framework,
  files: readonly DepartmentFile[],
  memory: DepartmentMemory,
): Member[] {
  const key = `leniently ${declarationsKey(framework, memory.numbering)}`;
  const make = () => ({ read: leniently(framework), kept: new Map<string, Kept>() });
  return readAll(readerFor(memory, key, make), files);
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

// Making a reader takes long; where everything could be taken over it is not needed.
function onDemand(framework: Framework): ReadFile {
  let read: ReadFile | undefined;
  return (file, source) => {
    read ??= strictly(framework);
    return read(file, source);
  };
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

function readerFor({ readers }: DepartmentMemory, key: string, make: () => Reader): Reader {
  const reader = readers.get(key) ?? make();
  readers.delete(key);
  readers.set(key, reader);
  for (const oldest of readers.keys()) {
    if (readers.size <= MOST_READERS) break;
    readers.delete(oldest);
  }
  return reader;
}
