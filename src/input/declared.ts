// What the framework says a part of an input may be: its type, and the range that belongs to it or
// to the numbers inside it.
import type { ValueInput } from '../model/framework.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { EVERYTHING, intersect } from '../types/range.ts';
import type { NumberType, Type } from '../types/type.ts';
import { isCount, isPlain } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import { isKnown, unknownOf } from '../types/value.ts';

export interface Declared {
  readonly type: Type;
  readonly range: Range;
  readonly fieldRanges: ReadonlyMap<string, Range>;
}

const NO_RANGES: ReadonlyMap<string, Range> = new Map();

export function declaredOf(input: ValueInput): Declared {
  return { type: input.type, range: input.range, fieldRanges: input.fieldRanges };
}

/** A list's range and field ranges are meant for each of its entries. */
export function declaredEntry(declared: Declared, of: Type): Declared {
  return { ...declared, type: of };
}

export function declaredField(declared: Declared, name: string, type: Type): Declared {
  return { type, range: declared.fieldRanges.get(name) ?? EVERYTHING, fieldRanges: NO_RANGES };
}

/** Everything that the declaration allows. */
export function unknownDeclared(declared: Declared): Value {
  const { type } = declared;
  if (type.kind === 'list') {
    const entry = unknownDeclared(declaredEntry(declared, type.of));
    const further = type.most === type.least ? undefined : entry;
    return { kind: 'list', entries: Array.from({ length: type.least }, () => entry), further };
  }
  if (type.kind === 'record') {
    const fields = [...type.fields].map(
      ([name, field]) => [name, unknownDeclared(declaredField(declared, name, field))] as const,
    );
    return { kind: 'record', fields: new Map(fields) };
  }
  return unknownOf(type, declared.range);
}

/** Things are counted in whole numbers from 0, whether or not the declaration says so. */
export function isCounted(type: NumberType): boolean {
  return type.integer && isCount(type.unit) && !isPlain(type.unit);
}

const COUNTS: Range = { low: { value: ZERO, open: false }, high: undefined, integer: false };

/** The limits that figures must keep. */
export function limitsOf(declared: Declared): Range {
  if (declared.type.kind !== 'number' || !isCounted(declared.type)) return declared.range;
  return intersect(declared.range, COUNTS) ?? declared.range;
}

/** True when a value says no more than that something was left open. */
export function saysNothing(value: Value, type: Type): boolean {
  if (value.kind === 'list' && type.kind === 'list') {
    // How many entries there are is something, where the declaration leaves it open.
    const countsEntries = value.further === undefined && type.least !== type.most;
    return !countsEntries && value.entries.every((entry) => saysNothing(entry, type.of));
  }
  if (value.kind === 'record' && type.kind === 'record')
    return [...value.fields].every(([name, field]) => {
      const fieldType = type.fields.get(name);
      return fieldType !== undefined && saysNothing(field, fieldType);
    });
  return !isKnown(value);
}
