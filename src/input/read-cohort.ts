// A file with any number of departments: one department's own file, or a cohort file whose list
// `departments` holds several that are scored together, with the year, the ruleset and the inputs that
// are `common` to all of them once for all.
// Whatever is wrong with one of them keeps the whole list from being used, because a comparison
// without that department would be another comparison.
import { diagnose, hasErrors } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../model/framework.ts';
import { nearest } from '../text/nearest.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Department } from './department.ts';
import type { DocumentEntry, DocumentNode, DocumentObject, Reading } from './document.ts';
import { brief, entryOf, partName, shown } from './document.ts';
import { readRemark } from './evidence.ts';
import { checkRuleset, createPartReader, readYear, readingOf } from './read-department.ts';
import { readDocument } from './read-document.ts';
import { quote } from './read-figure.ts';

/** What reading a file gives. */
export interface ReadDepartments {
  /** Missing when there is any error. */
  readonly departments: readonly Department[] | undefined;
  /** Whether the file lists departments that are scored together. */
  readonly isCohort: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

const LIST = 'departments';
const COMMON = 'common';
const KNOWN: readonly string[] = ['$schema', 'year', 'ruleset', 'note', COMMON, LIST];

/** Whether a document is a cohort file, well formed or not. */
export function isCohortDocument(root: DocumentNode | undefined): root is DocumentObject {
  return root?.kind === 'object' && root.entries.has(LIST);
}

/** Reads one department's file or a cohort file. For many files, make a reader once. */
export function readDepartments(framework: Framework, source: Source): ReadDepartments {
  return createFileReader(framework)(source);
}

/** Makes a reader for files of one department and cohort files alike. */
export function createFileReader(framework: Framework): (source: Source) => ReadDepartments {
  const readPart = createPartReader(framework);
  return (source) => {
    const { root, diagnostics: before } = readDocument(source);
    if (root === undefined) return { departments: undefined, isCohort: false, diagnostics: before };
    if (!isCohortDocument(root)) {
      const { department, diagnostics } = readPart(source, root, before);
      diagnostics.sort((a, b) => a.span.start - b.span.start);
      return { departments: department && [department], isCohort: false, diagnostics };
    }
    const shared: Diagnostic[] = [...before];
    const reading = readingOf(source, shared);
    const year = readShared(reading, root, framework);
    const common = commonOf(reading, root);
    const members = membersOf(reading, root);
    for (const member of members) {
      checkShared(reading, member, year);
      refuseOwn(reading, member, common);
    }
    refuseTwins(reading, members);
    const reads = members.map((member) =>
      readPart(source, withCommon(withShared(member, year), common), shared),
    );
    const ofMembers = onceEach(reads.flatMap((read) => read.diagnostics.slice(shared.length)));
    const diagnostics = [...shared, ...ofMembers].sort((a, b) => a.span.start - b.span.start);
    const departments = reads.flatMap(({ department }) => department ?? []);
    const isFine = !hasErrors(diagnostics);
    return { departments: isFine ? departments : undefined, isCohort: true, diagnostics };
  };
}

// What stands once for all departments: here the year comes back, as an entry for each of them.
function readShared(reading: Reading, root: DocumentObject, framework: Framework): DocumentEntry {
  for (const { name, nameSpan } of root.entries.values()) {
    if (KNOWN.includes(name)) continue;
    const suggestion = nearest(name, KNOWN);
    const fix = suggestion === undefined ? undefined : quote(nameSpan, suggestion);
    const facts = { name: brief(name), place: '', known: KNOWN, suggestion };
    reading.report(diagnose('unknown-entry', nameSpan, facts, { fix }));
  }
  readRemark(reading, entryOf(root, '$schema'), '$schema');
  readRemark(reading, entryOf(root, 'note'), 'note');
  checkRuleset(reading, entryOf(root, 'ruleset'), framework);
  const year = root.entries.get('year');
  if (year === undefined) {
    const span = startOf(root.span);
    reading.report(diagnose('missing-entry', span, { name: 'year', place: '' }));
    // Said once for the file, it need not be said again for each department.
    return { name: 'year', nameSpan: span, value: { kind: 'null', span } };
  }
  readYear(reading, year.value, framework);
  return year;
}

function startOf({ file, start, end }: Span): Span {
  return { file, start, end: Math.min(start + 1, end) };
}

function membersOf(reading: Reading, root: DocumentObject): DocumentObject[] {
  const list = entryOf(root, LIST);
  if (list?.kind !== 'list') {
    const span = list?.span ?? root.span;
    reading.report(diagnose('shape-wrong', span, { name: LIST, expected: 'list' }));
    return [];
  }
  if (list.entries.length === 0) reading.report(diagnose('no-departments', list.span, {}));
  return list.entries.flatMap((entry, place) => {
    if (entry.kind === 'object') return [entry];
    const name = partName(LIST, place);
    reading.report(diagnose('shape-wrong', entry.span, { name, expected: 'department' }));
    return [];
  });
}

// A department may repeat what stands for all, but not contradict it.
function checkShared(reading: Reading, member: DocumentObject, { name, value }: DocumentEntry) {
  const node = entryOf(member, name);
  if (node === undefined) return;
  const [own, shared] = [shown(reading, node), shown(reading, value)];
  if (own !== shared)
    reading.report(diagnose('shared-entry-differs', node.span, { name, own, shared }));
}

function withShared(member: DocumentObject, shared: DocumentEntry): DocumentObject {
  return { ...member, entries: new Map([[shared.name, shared], ...member.entries]) };
}

/** The inputs that stand once for all departments; undefined where there are none. */
export function commonOf(reading: Reading, root: DocumentObject): DocumentObject | undefined {
  const node = entryOf(root, COMMON);
  if (node === undefined || node.kind === 'null') return undefined;
  if (node.kind === 'object') return node;
  reading.report(diagnose('shape-wrong', node.span, { name: COMMON, expected: 'entries' }));
  return undefined;
}

// Which of the two would count nobody could see from the department alone.
function refuseOwn(reading: Reading, member: DocumentObject, common: DocumentObject | undefined) {
  const inputs = entryOf(member, 'inputs');
  if (inputs?.kind !== 'object' || common === undefined) return;
  for (const { name, nameSpan, value } of inputs.entries.values()) {
    const shared = common.entries.get(name);
    if (shared === undefined) continue;
    const facts = {
      name: brief(name),
      own: shown(reading, value),
      shared: shown(reading, shared.value),
    };
    const note = { en: 'common to all departments here', zh: '在这里对所有单位写明' };
    const related = [{ span: shared.nameSpan, note }];
    reading.report(diagnose('common-input-repeated', nameSpan, facts, { related }));
  }
}

/** A department's document with the inputs that stand once for all. */
export function withCommon(
  member: DocumentObject,
  common: DocumentObject | undefined,
): DocumentObject {
  if (common === undefined) return member;
  const own = member.entries.get('inputs');
  if (own !== undefined && own.value.kind !== 'object' && own.value.kind !== 'null') return member;
  const entries = own?.value.kind === 'object' ? own.value.entries : [];
  const inputs: DocumentObject = {
    ...common,
    span: own?.value.span ?? member.span,
    entries: new Map([...common.entries, ...entries]),
  };
  const entry = { name: 'inputs', nameSpan: own?.nameSpan ?? member.span, value: inputs };
  return { ...member, entries: new Map([...member.entries, ['inputs', entry]]) };
}

// What is wrong with a common input is found with every department.
function onceEach(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, span }: Diagnostic) => `${code} ${span.start} ${span.end}`;
  return [...new Map(diagnostics.map((each) => [keyOf(each), each])).values()];
}

function refuseTwins(reading: Reading, members: readonly DocumentObject[]): void {
  const first = new Map<string, Span>();
  for (const member of members) {
    const node = entryOf(member, 'department');
    const name = node?.kind === 'text' ? node.text.trim() : '';
    if (node === undefined || name === '') continue;
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, node.span);
    else {
      const note = { en: 'given here first', zh: '第一次出现在这里' };
      const related = [{ span: earlier, note }];
      reading.report(diagnose('department-twice', node.span, { name: brief(name) }, { related }));
    }
  }
}
