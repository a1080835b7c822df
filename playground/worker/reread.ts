// A department that was read without a complaint, read again after some inputs were declared otherwise:
// only those are read, and the rest stays. Where anything is wrong with them the whole file is read anew.
import { departmentHash } from '../../src/input/department-hash.ts';
import type { Department } from '../../src/input/department.ts';
import type { DocumentEntry, DocumentObject } from '../../src/input/document.ts';
import { entryOf } from '../../src/input/document.ts';
import { createPartReader } from '../../src/input/read-department.ts';
import { readDocument } from '../../src/input/read-document.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';
import type { Source } from '../../src/text/source.ts';
import { inputKeys, restKey } from './declarations-key.ts';

/** The department as the new framework reads it; undefined where the whole file must be read. */
export type Reread = (before: Department, source: Source) => Department | undefined;

/** Undefined where so much has changed that files are better read anew. */
export function rereader(
  before: Framework,
  after: Framework,
  numbering: Numbering,
): Reread | undefined {
  if (restKey(before, numbering) !== restKey(after, numbering)) return undefined;
  const [old, now] = [inputKeys(before, numbering), inputKeys(after, numbering)];
  if (old.size !== now.size || [...old.keys()].some((name) => !now.has(name))) return undefined;
  const changed = after.inputs.filter(({ name }) => old.get(name) !== now.get(name));
  if (changed.length * 2 > after.inputs.length) return undefined;
  if (changed.length === 0) return (department) => department;
  // Only these inputs, and nothing that a file could say of anything else.
  const reduced: Framework = {
    ...after,
    inputs: changed,
    children: [],
    outputs: [],
    grades: [],
    lets: new Map(),
  };
  const read = createPartReader(reduced);
  const names = new Set(changed.map(({ name }) => name));
  return (department, source) => {
    const { root } = readDocument(source);
    if (root?.kind !== 'object') return undefined;
    const { department: part, diagnostics } = read(source, only(root, names), []);
    if (!part || diagnostics.length > 0) return undefined;
    const values = merged(department.values, part.values, names);
    const awards = merged(department.awards, part.awards, names);
    return { ...department, values, awards, hash: departmentHash(values, awards) };
  };
}

function only(root: DocumentObject, names: ReadonlySet<string>): DocumentObject {
  const entries = new Map<string, DocumentEntry>();
  for (const name of ['department', 'year']) {
    const entry = root.entries.get(name);
    if (entry) entries.set(name, entry);
  }
  const inputs = root.entries.get('inputs');
  const given = entryOf(root, 'inputs');
  if (inputs && given?.kind === 'object') {
    const kept = new Map([...given.entries].filter(([name]) => names.has(name)));
    entries.set('inputs', { ...inputs, value: { ...given, entries: kept } });
  }
  return { ...root, entries };
}

function merged<Given>(
  before: ReadonlyMap<string, Given>,
  now: ReadonlyMap<string, Given>,
  names: ReadonlySet<string>,
): Map<string, Given> {
  return new Map([...[...before].filter(([name]) => !names.has(name)), ...now]);
}
