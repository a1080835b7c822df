// Values as far as they are known. A known figure is a range of one point; an unknown one is the
// range its declaration allows; a truth value may be undecided; an enumeration is the set of what is
// still possible. One representation serves exact scoring, scoring with gaps, and proofs over all
// departments.
import type { Rational } from '../number/rational.ts';
import type { DayNumber } from './date.ts';
import type { Range } from './range.ts';
import { EVERYTHING, hull, point, pointOf } from './range.ts';
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
      return { kind: 'number', range: type.integer ? { ...range, integer: true } : range };
    case 'boolean':
      return UNDECIDED;
    case 'enumeration':
      return { kind: 'enumeration', possible: new Set(type.values) };
    case 'date':
      return { kind: 'date', range: { ...range, integer: true } };
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

/** True when nothing about the value is open. */
export function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'number':
    case 'date':
      return pointOf(value.range) !== undefined;
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
      return [...value.fields.values()].every(isKnown);
    default:
      return value satisfies never;
  }
}

/** The smallest value that holds both; both must be of one kind. */
export function joinValues(a: Value, b: Value): Value {
  if (a.kind === 'number' && b.kind === 'number') return { kind: 'number', range: hull(a.range, b.range) };
  if (a.kind === 'date' && b.kind === 'date') return { kind: 'date', range: hull(a.range, b.range) };
  if (a.kind === 'boolean' && b.kind === 'boolean')
    return { kind: 'boolean', canBeTrue: a.canBeTrue || b.canBeTrue, canBeFalse: a.canBeFalse || b.canBeFalse };
  if (a.kind === 'enumeration' && b.kind === 'enumeration')
    return { kind: 'enumeration', possible: new Set([...a.possible, ...b.possible]) };
  if (a.kind === 'text' && b.kind === 'text') return a.text === b.text ? a : { kind: 'text', text: undefined };
  if (a.kind === 'target' && b.kind === 'target') return a.target === b.target ? a : { kind: 'target', target: undefined };
  if (a.kind === 'actual' && b.kind === 'actual') return a.actual === b.actual ? a : { kind: 'actual', actual: undefined };
  throw new Error(`cannot join a ${a.kind} with a ${b.kind}`);
}
