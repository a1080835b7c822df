// Departments one after the other into rows: each in the usual way first, and with care where that fails.
import { CLOSE_LIST, COMMA, UNUSUAL, afterSpace, byteAt } from './bytes.ts';
import { makeRoom } from './columns.ts';
import type { Reading } from './reading.ts';
import { afterRecord } from './records.ts';
import { afterSlowRecord } from './slow.ts';

/** Behind one department; UNUSUAL where there is no JSON. */
export function afterDepartment(reading: Reading, at: number): number {
  if (reading.row === reading.room) makeRoom(reading, at / reading.bytes.length);
  // What is common to all stands in no column by itself.
  let next = reading.common === undefined ? afterRecord(reading, at) : UNUSUAL;
  if (next === UNUSUAL) next = afterSlowRecord(reading, at);
  if (next !== UNUSUAL) reading.row++;
  return next;
}

/** Behind a list of departments, which opens there. */
export function afterList(reading: Reading, at: number): number {
  const { bytes, end } = reading;
  let place = afterSpace(bytes, at + 1, end);
  if (byteAt(bytes, place) === CLOSE_LIST) return place + 1;
  for (;;) {
    place = afterDepartment(reading, place);
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
    const byte = byteAt(bytes, place);
    if (byte === CLOSE_LIST) return place + 1;
    if (byte !== COMMA) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
  }
}

/** Forgets what was read of the current row. */
export function dropRow({ row, errors, apart, spelt }: Reading): void {
  while (errors.at(-1)?.row === row) errors.pop();
  while (apart.at(-1)?.row === row) apart.pop();
  spelt.delete(row);
}
