// Department files to departments as two rulesets take them. A file is read by the ruleset that takes it
// and carried over to the other one; what neither takes whole is read by each as far as it goes.
import type { Compared } from '../../src/analyze/compare/effect.ts';
import { createTransfer } from '../../src/analyze/compare/transfer.ts';
import type { Department } from '../../src/input/department.ts';
import { createFileReader } from '../../src/input/read-cohort.ts';
import { createSource } from '../../src/text/source.ts';
import type { DepartmentFile } from '../protocol.ts';
import type { CompareWords } from './compare-words.ts';
import type { Side } from './compared-parts.ts';
import { createLenientReader } from './read-leniently.ts';
import type { LenientDepartment } from './read-leniently.ts';

/** The departments of a project under both rulesets. */
export interface ReadTwice {
  readonly departments: readonly (Compared & { readonly notes: readonly string[] })[];
  /** Files that neither ruleset can read. */
  readonly notes: readonly string[];
}

/** Reads all files; `prefersRight` where they were written for the right ruleset first of all. */
export function readTwice(
  [left, right]: readonly [Side, Side],
  files: readonly DepartmentFile[],
  prefersRight: boolean,
  words: CompareWords,
): ReadTwice {
  const readers = {
    before: createFileReader(left.framework),
    after: createFileReader(right.framework),
  };
  const order = prefersRight ? (['after', 'before'] as const) : (['before', 'after'] as const);
  const own: Record<'before' | 'after', Department[]> = { before: [], after: [] };
  const partly: ReadTwice['departments'][number][] = [];
  const notes: string[] = [];
  let lenient: ReturnType<typeof lenientReader> | undefined;
  for (const { path, text } of files) {
    const source = createSource(path, text);
    const fitting = order
      .map((side) => ({ side, departments: readers[side](source).departments ?? [] }))
      .find(({ departments }) => departments.length > 0);
    if (fitting) {
      own[fitting.side].push(...fitting.departments);
      continue;
    }
    lenient ??= lenientReader(left, right, words);
    const found = lenient(path, text);
    partly.push(...found);
    if (found.length === 0) notes.push(words.unreadable(path));
  }
  return { departments: [...carriedOver(left, right, own), ...partly], notes };
}

// A department with a file for each ruleset is taken as each of them says.
function carriedOver(
  { framework: left }: Side,
  { framework: right }: Side,
  { before, after }: Readonly<Record<'before' | 'after', readonly Department[]>>,
): ReadTwice['departments'] {
  const forward = createTransfer(left, right);
  const backward = createTransfer(right, left);
  const others = new Map(after.map((department) => [department.name, department]));
  const both = before.map((department) => {
    const other = others.get(department.name);
    others.delete(department.name);
    return { before: department, after: other ?? forward(department), notes: [] };
  });
  const only = after.filter((department) => others.get(department.name) === department);
  return [
    ...both,
    ...only.map((department) => ({ before: backward(department), after: department, notes: [] })),
  ];
}

function lenientReader(left: Side, right: Side, words: CompareWords) {
  const readers = [createLenientReader(left.framework), createLenientReader(right.framework)];
  return (path: string, text: string): ReadTwice['departments'] => {
    const [ones = [], others = []] = readers.map((read) => read(createSource(path, text)).members);
    return ones.flatMap((one, at) => {
      const other = others[at];
      if (!one.department || !other?.department) return [];
      return [
        {
          before: one.department,
          after: other.department,
          notes: [...unusedNotes(one, left, words), ...unusedNotes(other, right, words)],
        },
      ];
    });
  };
}

function unusedNotes(
  { left, unfit }: LenientDepartment,
  { framework: { name } }: Side,
  words: CompareWords,
): string[] {
  return [
    ...(left.length > 0 ? [words.left(name, left)] : []),
    ...(unfit.length > 0 ? [words.unfit(name, unfit)] : []),
  ];
}
