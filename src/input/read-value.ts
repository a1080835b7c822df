// A part of the document as a value of its declared type: exact, in base units, within its declared
// range. A part that is null is unknown, which is a value too. Names inside objects have been
// checked before, so what is not looked for here has already been reported.
import { diagnose } from '../diagnostics/diagnose.ts';
import { dateValue, enumerationValue, booleanValue, numberValue } from '../types/value.ts';
import type { Value } from '../types/value.ts';
import { parseDate } from '../types/date.ts';
import { isInteger, rational } from '../number/rational.ts';
import { contains } from '../types/range.ts';
import type { ListType, NumberType, RecordType, Type } from '../types/type.ts';
import { nearest } from '../text/nearest.ts';
import type { Declared } from './declared.ts';
import { declaredEntry, declaredField, limitsOf, unknownDeclared } from './declared.ts';
import { describeLimits } from './describe-input.ts';
import type { DocumentNode, Reading } from './document.ts';
import { entryOf, partName, shown } from './document.ts';
import type { StatedEvidence } from './evidence.ts';
import { NO_EVIDENCE, inherit, readEvidence, readRemark } from './evidence.ts';
import { halfWidth, notationOf } from './figure-notation.ts';
import { quote, readFigure } from './read-figure.ts';
import { readAchieved } from './read-achieved.ts';
import { isDate, truthOf } from './word-notation.ts';

/** A value with what its known parts state as evidence. */
export interface ReadValue {
  readonly value: Value;
  readonly evidence: readonly StatedEvidence[];
}

/**
 * An object with `value` states evidence for what it holds. Records are objects themselves, so where
 * a record has a field of that name, the object is always the record.
 */
function isEvidence(node: DocumentNode, type: Type): boolean {
  if (node.kind !== 'object') return false;
  return type.kind !== 'record' || (node.entries.has('value') && !type.fields.has('value'));
}

/** Reads a value, plain or with its evidence; undefined after a report. */
export function readValue(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  name: string,
): ReadValue | undefined {
  if (!isEvidence(node, declared.type)) return readPlain(reading, node, declared, name);
  const own = readEvidence(reading, node, name);
  const value = entryOf(node, 'value');
  const read = value && readPlain(reading, value, declared, name);
  return read && { ...read, evidence: read.evidence.map((part) => inherit(part, own)) };
}

function readPlain(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  name: string,
): ReadValue | undefined {
  const { type } = declared;
  if (node.kind === 'null' || type.kind === 'error')
    return { value: unknownDeclared(declared), evidence: [] };
  if (type.kind === 'list') return readList(reading, node, declared, type, name);
  if (type.kind === 'record') return readRecord(reading, node, declared, type, name);
  const value = readSingle(reading, node, declared, name);
  return value && { value, evidence: [NO_EVIDENCE] };
}

function readSingle(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  name: string,
): Value | undefined {
  const { type } = declared;
  switch (type.kind) {
    case 'number':
      return readNumber(reading, node, declared, type, name);
    case 'boolean':
      return readTruth(reading, node, name);
    case 'enumeration': {
      const choice = readChoice(reading, node, type.values, name);
      return choice === undefined ? undefined : enumerationValue(choice);
    }
    case 'date':
      return readDate(reading, node, declared, name);
    case 'text': {
      const text = readRemark(reading, node, name);
      return text === undefined ? undefined : { kind: 'text', text };
    }
    case 'target':
    case 'actual':
      return readAchieved(reading, node, type.kind, name);
    case 'list':
    case 'record':
    case 'error':
      throw new Error(`a ${type.kind} is no single value`);
    default:
      return type satisfies never;
  }
}

function readNumber(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  type: NumberType,
  name: string,
): Value | undefined {
  const figure = readFigure(reading, node, name, notationOf(type.unit));
  if (figure === undefined) return undefined;
  const text = shown(reading, node);
  if (type.integer && !isInteger(figure.value)) {
    reading.report(diagnose('not-whole', node.span, { name, text }));
    return undefined;
  }
  if (contains(limitsOf(declared), figure.value)) return numberValue(figure.value);
  reading.report(
    diagnose('out-of-range', node.span, { name, text, limits: describeLimits(declared) }),
  );
  return undefined;
}

function readTruth(reading: Reading, node: DocumentNode, name: string): Value | undefined {
  const truth = truthOf(node);
  if (truth !== undefined) return booleanValue(truth);
  reading.report(diagnose('yes-or-no-expected', node.span, { name, text: shown(reading, node) }));
  return undefined;
}

/** Reads one of several words. */
export function readChoice(
  reading: Reading,
  node: DocumentNode,
  choices: readonly string[],
  name: string,
): string | undefined {
  if (node.kind === 'text' && choices.includes(node.text)) return node.text;
  const text = shown(reading, node);
  // An unquoted number or truth value may be the very word that is meant.
  const suggestion = choices.includes(text) ? text : nearest(text, choices);
  const fix = suggestion === undefined ? undefined : quote(node.span, suggestion);
  reading.report(
    diagnose('choice-unknown', node.span, { name, text, choices, suggestion }, { fix }),
  );
  return undefined;
}

function readDate(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  name: string,
): Value | undefined {
  const facts = { name, text: shown(reading, node) };
  if (node.kind !== 'text' || !isDate(node.text)) {
    reading.report(diagnose('date-expected', node.span, facts));
    return undefined;
  }
  const day = parseDate(halfWidth(node.text));
  if (day === undefined) reading.report(diagnose('no-such-day', node.span, facts));
  else if (contains(declared.range, rational(day))) return dateValue(day);
  else {
    const limits = describeLimits(declared);
    reading.report(diagnose('out-of-range', node.span, { ...facts, limits }));
  }
  return undefined;
}

function readList(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  type: ListType,
  name: string,
): ReadValue | undefined {
  if (node.kind !== 'list') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'list' }));
    return undefined;
  }
  const { least, most } = type;
  const given = node.entries.length;
  const fits = given >= least && (most === undefined || given <= most);
  if (!fits) reading.report(diagnose('list-length', node.span, { name, given, least, most }));
  const entry = declaredEntry(declared, type.of);
  const entries = node.entries.map((part, index) =>
    readValue(reading, part, entry, partName(name, index)),
  );
  const read = entries.filter((part) => part !== undefined);
  if (!fits || read.length < entries.length) return undefined;
  const values = read.map((part) => part.value);
  return {
    value: { kind: 'list', entries: values, further: undefined },
    evidence: read.flatMap((part) => part.evidence),
  };
}

function readRecord(
  reading: Reading,
  node: DocumentNode,
  declared: Declared,
  type: RecordType,
  name: string,
): ReadValue | undefined {
  if (node.kind !== 'object') {
    reading.report(diagnose('shape-wrong', node.span, { name, expected: 'record' }));
    return undefined;
  }
  const fields = new Map<string, Value>();
  const evidence: StatedEvidence[] = [];
  for (const [field, fieldType] of type.fields) {
    const part = declaredField(declared, field, fieldType);
    const given = entryOf(node, field);
    const read = given
      ? readValue(reading, given, part, partName(name, field))
      : { value: unknownDeclared(part), evidence: [] };
    if (read === undefined) continue;
    fields.set(field, read.value);
    for (const statement of read.evidence) evidence.push(statement);
  }
  if (fields.size < type.fields.size) return undefined;
  return { value: { kind: 'record', fields }, evidence };
}
