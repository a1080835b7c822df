// Values as far as they are known. A known figure is a range of one point; an unknown one is the
// range its declaration allows; a truth value may be undecided; an enumeration is the set of what is
// still possible. One representation serves exact scoring, scoring with gaps, and proofs over all
// departments.
import type { Rational } from '../number/rational.ts';
import type { DayNumber } from './date.ts';
import type { Range } from './range.ts';
import { isSingle } from './enclosure.ts';
import { EVERYTHING, between, hull, point, sameRange } from './range.ts';
import type { Actual, Target } from './target.ts';
import type { Type } from './type.ts';

export type Value =
  /** In base units: 元, single things, points. */
  | { readonly kind: 'number'; readonly range: Range }
  | { readonly kind: 'boolean'; readonly canBeTrue: boolean; readonly canBeFalse: boolean }
  | { readonly kind: 'enumeration'; readonly possible: ReadonlySet<string> }
  /** Day numbers; an integer range. */
  | { readonly kind: 'date'; readonly range: Range }
  | { readonly kind: 'text'; readonly text: string | undefined }
  | { readonly kind: 'target'; readonly target: Target | undefined }
  | { readonly kind: 'actual'; readonly actual: Actual | undefined }
  | ListValue
  | RecordValue;

/** Entries that exist, and, where the length is not known, what any further entry may be. */
export interface ListValue {
  readonly kind: 'list';
  readonly entries: readonly Value[];
  readonly further: Value | undefined;
}

export interface RecordValue {
  readonly kind: 'record';
  readonly fields: ReadonlyMap<string, Value>;
}

export type NumberValue = Extract<Value, { kind: 'number' }>;
export type BooleanValue = Extract<Value, { kind: 'boolean' }>;

export function numberValue(value: Rational): NumberValue {
  return { kind: 'number', range: point(value) };
}

export function rangeValue(range: Range): NumberValue {
  return { kind: 'number', range };
}

export const TRUE: BooleanValue = { kind: 'boolean', canBeTrue: true, canBeFalse: false };
export const FALSE: BooleanValue = { kind: 'boolean', canBeTrue: false, canBeFalse: true };
export const UNDECIDED: BooleanValue = { kind: 'boolean', canBeTrue: true, canBeFalse: true };

export function booleanValue(known: boolean): BooleanValue {
  return known ? TRUE : FALSE;
}

export function dateValue(day: DayNumber): Value {
  return { kind: 'date', range: point({ n: BigInt(day), d: 1n }) };
}

export function enumerationValue(value: string): Value {
  return { kind: 'enumeration', possible: new Set([value]) };
}

/** Everything a type allows, narrowed by a declared range of numbers where there is one. */
export function unknownOf(type: Type, range: Range = EVERYTHING): Value {
  switch (type.kind) {
    case 'number':
      return { kind: 'number', range: type.integer ? wholeNumbersIn(range) : range };
    case 'boolean':
      return UNDECIDED;
    case 'enumeration':
      return { kind: 'enumeration', possible: new Set(type.values) };
    case 'date':
      return { kind: 'date', range: wholeNumbersIn(range) };
    case 'text':
      return { kind: 'text', text: undefined };
    case 'target':
      return { kind: 'target', target: undefined };
    case 'actual':
      return { kind: 'actual', actual: undefined };
    case 'list': {
      const entry = unknownOf(type.of, range);
      const further = type.most === type.least ? undefined : entry;
      return { kind: 'list', entries: Array.from({ length: type.least }, () => entry), further };
    }
    case 'record':
      return {
        kind: 'record',
        fields: new Map([...type.fields].map(([name, field]) => [name, unknownOf(field)])),
      };
    case 'error':
      return { kind: 'number', range: EVERYTHING };
    default:
      return type satisfies never;
  }
}

// A declared range without a whole number in it is refused before; here it is left as it is.
function wholeNumbersIn(range: Range): Range {
  return between(range.low, range.high, true) ?? range;
}

/** True when nothing about the value is open. */
export function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'number':
    case 'date':
      return isSingle(value.range);
    case 'boolean':
      return value.canBeTrue !== value.canBeFalse;
    case 'enumeration':
      return value.possible.size === 1;
    case 'text':
      return value.text !== undefined;
    case 'target':
      return value.target !== undefined;
    case 'actual':
      return value.actual !== undefined;
    case 'list':
      return value.further === undefined && value.entries.every(isKnown);
    case 'record':
      for (const field of value.fields.values()) if (!isKnown(field)) return false;
      return true;
    default:
      return value satisfies never;
  }
}

/** The smallest value that holds both; both must be of one kind. */
export function joinValues(a: Value, b: Value): Value {
  if (a === b) return a;
  switch (a.kind) {
    case 'number':
      if (b.kind === a.kind) return { kind: a.kind, range: hull(a.range, b.range) };
      break;
    case 'date':
      if (b.kind === a.kind) return { kind: a.kind, range: hull(a.range, b.range) };
      break;
    case 'boolean':
      if (b.kind !== a.kind) break;
      return {
        kind: a.kind,
        canBeTrue: a.canBeTrue || b.canBeTrue,
        canBeFalse: a.canBeFalse || b.canBeFalse,
      };
    case 'enumeration':
      if (b.kind !== a.kind) break;
      return { kind: a.kind, possible: new Set([...a.possible, ...b.possible]) };
    case 'text':
      if (b.kind !== a.kind) break;
      return a.text === b.text ? a : { kind: a.kind, text: undefined };
    case 'target':
      if (b.kind !== a.kind) break;
      return a.target?.text === b.target?.text ? a : { kind: a.kind, target: undefined };
    case 'actual':
      if (b.kind !== a.kind) break;
      return a.actual?.text === b.actual?.text ? a : { kind: a.kind, actual: undefined };
    case 'list':
      if (b.kind === a.kind) return joinLists(a, b);
      break;
    case 'record':
      if (b.kind === a.kind) return joinRecords(a, b);
      break;
    default:
      return a satisfies never;
  }
  throw new Error(`cannot join a ${a.kind} with a ${b.kind}`);
}

// Entries that only one of the lists has may or may not exist.
function joinLists(a: ListValue, b: ListValue): ListValue {
  const shared = Math.min(a.entries.length, b.entries.length);
  const entries = a.entries
    .slice(0, shared)
    .map((entry, index) => joinValues(entry, b.entries[index] ?? entry));
  const loose = [...a.entries.slice(shared), ...b.entries.slice(shared), a.further, b.further];
  const [first, ...rest] = loose.filter((value) => value !== undefined);
  return { kind: 'list', entries, further: first && rest.reduce(joinValues, first) };
}

function joinRecords(a: RecordValue, b: RecordValue): RecordValue {
  const fields = [...a.fields].map(([name, field]) => {
    return [name, joinValues(field, b.fields.get(name) ?? field)] as const;
  });
  return { kind: 'record', fields: new Map(fields) };
}

/** True when both say the same of a single value, known or not; lists and records are never the same. */
export function sameValue(a: Value, b: Value): boolean {
  switch (a.kind) {
    case 'number':
    case 'date':
      return b.kind === a.kind && sameRange(a.range, b.range);
    case 'boolean':
      return b.kind === a.kind && a.canBeTrue === b.canBeTrue && a.canBeFalse === b.canBeFalse;
    case 'enumeration':
      return (
        b.kind === a.kind &&
        a.possible.size === b.possible.size &&
        [...a.possible].every((word) => b.possible.has(word))
      );
    case 'text':
      return b.kind === a.kind && a.text === b.text;
    case 'target':
      return b.kind === a.kind && a.target?.text === b.target?.text;
    case 'actual':
      return b.kind === a.kind && a.actual?.text === b.actual?.text;
    case 'list':
    case 'record':
      return false;
    default:
      return a satisfies never;
  }
}
