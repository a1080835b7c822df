// A department's file, JSON or YAML, to exact data for one framework: document, structure, values,
// in that order. Whatever is wrong is collected; a department comes out only when nothing is.
import { diagnose, hasErrors } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../model/framework.ts';
import { choiceFault } from '../model/pool.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { declaredOf, saysNothing } from './declared.ts';
import { departmentHash } from './department-hash.ts';
import type { Department, GivenAward, GivenValue } from './department.ts';
import type { DocumentNode, Reading } from './document.ts';
import { brief, entryOf } from './document.ts';
import { combineEvidence, readRemark } from './evidence.ts';
import type { Names } from './names.ts';
import { namesOf } from './names.ts';
import { readAward } from './read-award.ts';
import { readDocument } from './read-document.ts';
import { readExpected } from './read-expected.ts';
import { readReported } from './read-reported.ts';
import { readValue } from './read-value.ts';
import type { StructureFaults } from './validate.ts';
import { createStructureCheck } from './validate.ts';

/** What reading a file gives; the department is missing when there is any error. */
export interface ReadDepartment {
  readonly department: Department | undefined;
  readonly diagnostics: Diagnostic[];
}

const readers = new WeakMap<Framework, (source: Source) => ReadDepartment>();

/** Reads one department's file; what that needs of the framework is made ready once. */
export function readDepartment(framework: Framework, source: Source): ReadDepartment {
  let read = readers.get(framework);
  if (read === undefined) readers.set(framework, (read = createDepartmentReader(framework)));
  return read(source);
}

/** Makes a reader for the files of one framework. */
export function createDepartmentReader(framework: Framework): (source: Source) => ReadDepartment {
  const read = createPartReader(framework);
  return (source) => {
    const { root, diagnostics } = readDocument(source);
    if (root === undefined) return { department: undefined, diagnostics };
    return inOrder(read(source, root, diagnostics));
  };
}

function inOrder({ department, diagnostics }: ReadDepartment): ReadDepartment {
  return { department, diagnostics: diagnostics.sort((a, b) => a.span.start - b.span.start) };
}

/**
 * Makes a reader for departments wherever they stand in a file; `before` is what has already been
 * said of the file; it stands first in what comes back.
 */
export function createPartReader(
  framework: Framework,
): (source: Source, root: DocumentNode, before: readonly Diagnostic[]) => ReadDepartment {
  const names = namesOf(framework);
  const faultsOf = createStructureCheck(framework, names);
  return (source, root, before) => {
    const diagnostics = [...before];
    const reading = readingOf(source, diagnostics);
    if (root.kind !== 'object') {
      reading.report(diagnose('shape-wrong', root.span, { name: source.file, expected: 'file' }));
      return { department: undefined, diagnostics };
    }
    const faults = faultsOf(root);
    for (const diagnostic of faults.diagnostics) reading.report(diagnostic);
    const department = readParts(reading, root, framework, names);
    explainRefusals(faults, diagnostics);
    return { department: hasErrors(diagnostics) ? undefined : department, diagnostics };
  };
}

/** What was already wrong as a document is not said again for what is missing in its place. */
export function readingOf(source: Source, diagnostics: Diagnostic[]): Reading {
  const said = new Set(diagnostics.map(placeKey));
  const report = (diagnostic: Diagnostic) => {
    if (!said.has(placeKey(diagnostic))) diagnostics.push(diagnostic);
  };
  return { source, report };
}

function placeKey({ span }: { readonly span: Span }): string {
  return `${span.start}:${span.end}`;
}

// Nothing that the schema refuses may pass, whether or not the reader found words for it. What is
// wrong with a whole also stands for its parts, which the reader then did not look at.
function explainRefusals({ refused }: StructureFaults, diagnostics: Diagnostic[]): void {
  const said = new Set(diagnostics.map(placeKey));
  const starts = diagnostics.map(({ span }) => span.start).sort((a, b) => a - b);
  for (const { node, nodes, name } of refused) {
    const next = starts[firstAtOrAfter(starts, node.span.start)];
    const within = next !== undefined && next < node.span.end;
    if (!within && !nodes.some((around) => said.has(placeKey(around))))
      diagnostics.push(diagnose('part-not-accepted', node.span, { name }));
  }
}

/** The index of the first of the ascending figures that is not below `least`. */
function firstAtOrAfter(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function readParts(
  reading: Reading,
  root: DocumentNode,
  framework: Framework,
  names: Names,
): Department {
  const { values, awards } = readInputs(reading, entryOf(root, 'inputs'), framework);
  readRemark(reading, entryOf(root, '$schema'), '$schema');
  readRemark(reading, entryOf(root, 'note'), 'note');
  checkRuleset(reading, entryOf(root, 'ruleset'), framework);
  return {
    name: readName(reading, entryOf(root, 'department')),
    year: readYear(reading, entryOf(root, 'year'), framework),
    values,
    awards,
    reported: readReported(reading, entryOf(root, 'reported'), names),
    expected: readExpected(reading, entryOf(root, 'expected'), names),
    hash: departmentHash(values, awards),
  };
}

function readInputs(reading: Reading, node: DocumentNode | undefined, framework: Framework) {
  const values = new Map<string, GivenValue>();
  const awards = new Map<string, GivenAward>();
  if (node !== undefined && node.kind !== 'object' && node.kind !== 'null')
    reading.report(diagnose('shape-wrong', node.span, { name: 'inputs', expected: 'entries' }));
  for (const input of framework.inputs) {
    const part = entryOf(node, input.name);
    if (part === undefined) continue;
    if (input.kind === 'judged') {
      const award = readAward(reading, part, input);
      if (award) awards.set(input.name, award);
      continue;
    }
    const read = readValue(reading, part, declaredOf(input), input.name);
    // Saying that a figure is not known is something where silence would mean the default.
    const mayBeLeftOut = input.default === undefined;
    if (read === undefined || (mayBeLeftOut && saysNothing(read.value, input.type))) continue;
    const fault = choiceFault(input, read.value);
    if (fault) reading.report(diagnose('choice-not-admissible', part.span, fault));
    const evidence = combineEvidence(read.evidence, 'disclosed');
    values.set(input.name, { value: read.value, evidence, span: part.span });
  }
  return { values, awards };
}

/** Warns where a file is meant for another ruleset than it is read with. */
export function checkRuleset(
  reading: Reading,
  node: DocumentNode | undefined,
  framework: Framework,
): void {
  const named = readRemark(reading, node, 'ruleset');
  if (node === undefined || named === undefined || named === framework.name) return;
  // A path is for finding the ruleset, which whoever reads with it has done.
  if (named.endsWith('.chi')) return;
  reading.report(diagnose('other-ruleset', node.span, { named, ruleset: framework.name }));
}

/** A department's name. */
export function readName(reading: Reading, node: DocumentNode | undefined): string {
  if (node === undefined) return '';
  if (node.kind === 'null')
    reading.report(diagnose('text-blank', node.span, { name: 'department' }));
  const name = readRemark(reading, node, 'department') ?? '';
  if (node.kind === 'text' && name.trim() === '')
    reading.report(diagnose('text-blank', node.span, { name: 'department' }));
  return name.trim();
}

/** A year, as a number or as text; says so where the ruleset is for another one. */
export function readYear(
  reading: Reading,
  node: DocumentNode | undefined,
  framework: Framework,
): string {
  if (node === undefined) return '';
  const year = yearIn(node);
  if (year === undefined) {
    reading.report(diagnose('shape-wrong', node.span, { name: 'year', expected: 'year' }));
    return '';
  }
  const { name: ruleset, period } = framework;
  const [own, allowed] = [yearsOf(year), yearsOf(period)];
  if (own && allowed && (own.first < allowed.first || own.last > allowed.last))
    reading.report(diagnose('other-year', node.span, { year: brief(year), period, ruleset }));
  return year;
}

function yearIn(node: DocumentNode): string | undefined {
  if (node.kind === 'number' && /^\d{1,4}$/.test(node.written)) return node.written;
  return node.kind === 'text' && node.text.trim() !== '' ? node.text.trim() : undefined;
}

/** `2024` or `2023–2024`; undefined for a period in other words. */
function yearsOf(text: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d{4})(?:\s*(?:[-–—~～至]|to)\s*(\d{4}))?\s*(?:年|年度)?$/.exec(text.trim());
  if (!match) return undefined;
  return { first: Number(match[1]), last: Number(match[2] ?? match[1]) };
}
