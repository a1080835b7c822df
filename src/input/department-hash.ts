// The hash of a department's data: two files that give scoring the same values and awards have the
// same hash, however they write them, and whatever sources, notes and reasons they add.
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { formatExact } from '../number/decimal.ts';
import { pointOf } from '../types/range.ts';
import type { Range } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import type { GivenAward, GivenValue } from './department.ts';

/** Texts and lists of texts only, so that JSON writes it in one way. */
type Canonical = string | null | readonly Canonical[];

/** SHA-256 (hex) of the values and awards with their statuses. */
export function departmentHash(
  values: ReadonlyMap<string, GivenValue>,
  awards: ReadonlyMap<string, GivenAward>,
): string {
  const canonical: Canonical = [
    inOrder(values).map(([name, given]) => [
      name,
      given.evidence.status,
      canonicalValue(given.value),
    ]),
    inOrder(awards).map(([name, given]) => [
      name,
      given.evidence.status,
      canonicalRange(given.points),
      given.choice ?? null,
      inOrder(given.entries).map(([entry, points]) => [entry, formatExact(points)]),
    ]),
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical))));
}

/** SHA-256 (hex) of the data of departments that are compared, in whatever order they come. */
export function cohortHash(
  departments: readonly { readonly name: string; readonly hash: string }[],
): string {
  const canonical: Canonical = inOrder(new Map(departments.map(({ name, hash }) => [name, hash])));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(canonical))));
}

// By code units, which no locale can change.
function inOrder<T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function canonicalRange(range: Range): Canonical {
  return [range.low, range.high].map((end) => (end === undefined ? null : formatExact(end.value)));
}

// What is not known is null, whatever its declaration allows.
function canonicalValue(value: Value): Canonical {
  switch (value.kind) {
    case 'number':
    case 'date': {
      const known = pointOf(value.range);
      return known === undefined ? null : formatExact(known);
    }
    case 'boolean':
      return value.canBeTrue === value.canBeFalse ? null : value.canBeTrue ? 'yes' : 'no';
    case 'enumeration':
      return value.possible.size === 1 ? [...value.possible] : null;
    case 'text':
      return value.text ?? null;
    case 'target':
      return value.target?.text ?? null;
    case 'actual':
      return value.actual?.text ?? null;
    case 'list':
      return value.entries.map(canonicalValue);
    case 'record':
      return inOrder(value.fields).map(([name, field]) => [name, canonicalValue(field)]);
    default:
      return value satisfies never;
  }
}
