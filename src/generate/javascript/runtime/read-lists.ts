// Lists, pools and records of a department's file.
import type { Rational } from '../../../number/rational.ts';
import { ZERO, add, equal } from '../../../number/rational.ts';
import { decodeValue } from './decode.ts';
import { fraction } from './figure.ts';
import type { ListSpec, PoolSpec, RecordSpec } from './input-spec.ts';
import type { Reading } from './reading.ts';
import { isObject, wrong } from './reading.ts';

export function isLength(length: number, { fewest, longest = Infinity }: ListSpec): boolean {
  return length >= fewest && length <= longest;
}

export function readList(
  given: unknown,
  spec: ListSpec,
  path: string,
  reading: Reading,
): unknown[] | undefined {
  if (!Array.isArray(given)) return wrong(path, 'wrong-kind', reading);
  if (!isLength(given.length, spec)) return wrong(path, 'out-of-range', reading);
  // A hole in an array is an entry that is not known.
  return Array.from(given, (entry, at) =>
    decodeValue(entry ?? null, spec.of, `${path}[${at + 1}]`, reading),
  );
}

/** The parts that are chosen from a pool. */
export function readPool(
  given: unknown,
  spec: PoolSpec,
  path: string,
  reading: Reading,
): unknown[] | undefined {
  const entries = readList(given, spec, path, reading);
  if (entries === undefined || entries.includes(undefined)) return entries;
  let sum: Rational = ZERO;
  for (const [name, points] of spec.parts)
    if (entries.includes(name)) sum = add(sum, fraction(points));
  const points = fraction(spec.points);
  const fits = spec.scaled ? sum.n !== 0n || points.n === 0n : equal(sum, points);
  if (fits && new Set(entries).size === entries.length) return entries;
  return wrong(path, 'out-of-range', reading);
}

export function readRecord(
  given: unknown,
  { fields }: RecordSpec,
  path: string,
  reading: Reading,
): unknown {
  if (!isObject(given)) return wrong(path, 'wrong-kind', reading);
  for (const name of Object.keys(given))
    if (!fields.some(([field]) => field === name))
      wrong(`${path}.${name}`, 'unknown-name', reading);
  return Object.fromEntries(
    fields.map(([field, spec]) => {
      const place = `${path}.${field}`;
      if (!Object.hasOwn(given, field)) wrong(place, 'incomplete', reading);
      return [field, decodeValue(given[field] ?? null, spec, place, reading)];
    }),
  );
}
