// Department files read for a ruleset that they were not written for: what it does not know is left out,
// and a value that it cannot read is unknown. So a department can be scored under two rulesets.
import type { Department } from '../../src/input/department.ts';
import type { DocumentEntry, DocumentNode, DocumentObject } from '../../src/input/document.ts';
import { entryOf } from '../../src/input/document.ts';
import { commonOf, isCohortDocument, withCommon } from '../../src/input/read-cohort.ts';
import { createPartReader, readingOf } from '../../src/input/read-department.ts';
import { readDocument } from '../../src/input/read-document.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Source } from '../../src/text/source.ts';

/** A department as far as a ruleset understands its file. */
export interface LenientDepartment {
  readonly department: Department | undefined;
  /** Inputs that the file gives and the ruleset does not know. */
  readonly left: readonly string[];
  /** Inputs that it knows, but not with such values. */
  readonly unfit: readonly string[];
}

/** The departments of one file. */
export interface LenientFile {
  readonly isCohort: boolean;
  readonly members: readonly LenientDepartment[];
}

/** Makes a reader for one ruleset; a file that is no document gives one department without data. */
export function createLenientReader(framework: Framework): (source: Source) => LenientFile {
  const readPart = createPartReader(framework);
  const known = new Set(framework.inputs.map(({ name }) => name));
  return (source) => {
    const { root } = readDocument(source);
    const isCohort = isCohortDocument(root);
    const found = departmentsIn(source, root);
    if (found.length === 0)
      return { isCohort, members: [{ department: undefined, left: [], unfit: [] }] };
    const members = found.map((member): LenientDepartment => {
      const given = entryOf(member, 'inputs');
      const names = given?.kind === 'object' ? [...given.entries.keys()] : [];
      const left = names.filter((name) => !known.has(name));
      const out = new Set(left);
      const unfit = () => [...out].filter((name) => known.has(name));
      // What is wrong with a value takes that value out; more than one round finds what hid behind it.
      for (let round = 0; round < 3; round++) {
        const { department, diagnostics } = readPart(source, without(member, out), []);
        if (department) return { department, left, unfit: unfit() };
        if (given?.kind !== 'object') break;
        for (const { severity, span } of diagnostics)
          for (const { name, nameSpan, value } of given.entries.values())
            if (severity === 'error' && span.start < value.span.end && span.end > nameSpan.start)
              out.add(name);
      }
      return { department: undefined, left, unfit: unfit() };
    });
    return { isCohort, members };
  };
}

function departmentsIn(source: Source, root: DocumentNode | undefined): DocumentObject[] {
  if (root?.kind !== 'object') return [];
  if (!isCohortDocument(root)) return [root];
  const list = entryOf(root, 'departments');
  const common = commonOf(readingOf(source, []), root);
  const year = root.entries.get('year');
  return (list?.kind === 'list' ? list.entries : []).flatMap((entry) => {
    if (entry.kind !== 'object') return [];
    const dated = {
      ...entry,
      entries: new Map([...(year ? [['year', year] as const] : []), ...entry.entries]),
    };
    return [withCommon(dated, common)];
  });
}

// Published and expected scores belong to the ruleset that the file was written for, and so does its year.
function without(member: DocumentObject, left: ReadonlySet<string>): DocumentObject {
  const entries = new Map<string, DocumentEntry>();
  for (const [name, entry] of member.entries) {
    if (name === 'department' || name === 'year') entries.set(name, entry);
    if (name !== 'inputs') continue;
    const { value } = entry;
    if (value.kind !== 'object') continue;
    const kept = new Map([...value.entries].filter(([input]) => !left.has(input)));
    entries.set(name, { ...entry, value: { ...value, entries: kept } });
  }
  return { ...member, entries };
}
