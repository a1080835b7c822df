// Outputs as a file publishes or expects them: each read in the notation of the output's type. An
// expected figure may be an interval, and an expected word a list of those that remain possible.
import { diagnose } from '../diagnostics/diagnose.ts';
import { closed } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { joinValues, rangeValue } from '../types/value.ts';
import type { ReportedOutput } from './department.ts';
import type { Declared } from './declared.ts';
import type { DocumentNode, Reading } from './document.ts';
import { entryOf, partName, shown } from './document.ts';
import { readRemark } from './evidence.ts';
import { derivedNotationOf } from './figure-notation.ts';
import type { Names, OutputSubject } from './names.ts';
import { readFigure } from './read-figure.ts';
import { readLimits } from './read-limits.ts';
import { readValue } from './read-value.ts';

/** Reads `reported.outputs`. */
export function readReportedOutputs(
  reading: Reading,
  node: DocumentNode,
  name: string,
  names: Names,
): ReportedOutput[] {
  return entriesOf(reading, node, name, names).flatMap(({ output, part, whole }) => {
    const source = readRemark(reading, entryOf(part, 'source'), partName(whole, 'source'));
    readRemark(reading, entryOf(part, 'note'), partName(whole, 'note'));
    const given = part.kind === 'object' ? entryOf(part, 'value') : part;
    if (given === undefined || given.kind === 'null') return [];
    const value = readOne(reading, given, output.type, whole);
    if (value === undefined) return [];
    return [{ name: output.name, value, text: shown(reading, given), source, span: part.span }];
  });
}

/** Reads `expected.outputs`. */
export function readExpectedOutputs(
  reading: Reading,
  node: DocumentNode | undefined,
  name: string,
  names: Names,
): ReadonlyMap<string, Value> {
  const expected = new Map<string, Value>();
  if (node === undefined) return expected;
  for (const { output, part, whole } of entriesOf(reading, node, name, names)) {
    const value = readExpected(reading, part, output.type, whole);
    if (value) expected.set(output.name, value);
  }
  return expected;
}

interface OutputEntry {
  readonly output: OutputSubject;
  readonly part: DocumentNode;
  /** Where it stands, for messages. */
  readonly whole: string;
}

// Names that mean nothing have been reported before and are passed over.
function entriesOf(
  reading: Reading,
  node: DocumentNode,
  name: string,
  { outputs }: Names,
): OutputEntry[] {
  if (node.kind === 'null') return [];
  if (node.kind !== 'object') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'entries' }));
    return [];
  }
  return [...node.entries.values()].flatMap((entry) => {
    const output = outputs.get(entry.name);
    return output ? [{ output, part: entry.value, whole: partName(name, entry.name) }] : [];
  });
}

function readOne(
  reading: Reading,
  node: DocumentNode,
  type: Type,
  name: string,
): Value | undefined {
  if (type.kind === 'number') {
    const figure = readFigure(reading, node, name, derivedNotationOf(type.unit));
    return figure && rangeValue(closed(figure.value, figure.value));
  }
  const declared: Declared = { type, range: ANY, fieldRanges: new Map() };
  return readValue(reading, node, declared, name)?.value;
}

const ANY = { low: undefined, high: undefined, integer: false };

function readExpected(
  reading: Reading,
  node: DocumentNode,
  type: Type,
  name: string,
): Value | undefined {
  if (type.kind !== 'number') return readPossible(reading, node, type, name);
  const limits = readLimits(reading, node, name, derivedNotationOf(type.unit));
  return limits && rangeValue(closed(limits.low, limits.high));
}

function readPossible(
  reading: Reading,
  node: DocumentNode,
  type: Type,
  name: string,
): Value | undefined {
  const parts = node.kind === 'list' ? node.entries : [node];
  const values = parts.flatMap((part) => {
    // Nothing can be expected to be unknown; what must be written instead depends on the type.
    const written = part.kind === 'null' && type.kind !== 'text' ? asText(part) : part;
    return readOne(reading, written, type, name) ?? [];
  });
  const [first, ...rest] = values;
  return first && values.length === parts.length ? rest.reduce(joinValues, first) : undefined;
}

function asText({ span }: DocumentNode): DocumentNode {
  return { kind: 'text', text: 'null', span };
}
