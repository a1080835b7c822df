// Bytes in, columns out: what reading gives, whatever the bytes were.
import { LINE_FEED, byteAt } from './bytes.ts';
import { textOf } from './careful.ts';
import { cut, makeRoom } from './columns.ts';
import { readRows } from './csv-rows.ts';
import { readAll } from './documents.ts';
import { marksOf } from './marks.ts';
import type { ColumnsByName, Decode, Field, ReadError, Reading } from './reading.ts';
import { hashesOf, slotsOf } from './slots.ts';

/** What reading gives. */
export interface ReadRows {
  readonly columns: ColumnsByName;
  readonly rows: number;
  /** The names of the departments, where they have one. */
  readonly names: readonly (string | undefined)[];
  /** Departments with a figure that is finer or larger than columns hold, as `decode` gives them. */
  readonly apart: readonly { readonly row: number; readonly input: object }[];
  readonly errors: readonly ReadError[];
}

/** Where columns come from, given how many rows they must hold. */
export interface ReadOptions {
  readonly allocate?: (rows: number) => object;
}

/** Whether each line is a document by itself; left out, the bytes tell. */
export interface JsonOptions extends ReadOptions {
  readonly lines?: boolean;
}

/** Starts to read. */
export function startReading(
  bytes: Uint8Array,
  fields: readonly Field[],
  decode: Decode,
  { allocate }: ReadOptions,
): Reading {
  const slots = slotsOf(fields);
  return {
    bytes,
    view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    decode,
    slots,
    byName: new Map(slots.map((slot) => [slot.field.name, slot])),
    marks: marksOf(fields),
    byHash: hashesOf(slots),
    allocate,
    end: bytes.length,
    row: 0,
    room: 0,
    turn: 0,
    isLast: false,
    first: slots[0],
    columns: {},
    names: [],
    spelt: new Map(),
    apart: [],
    errors: [],
    common: undefined,
    flaw: undefined,
  };
}

/** Reads departments from JSON. */
export function readDepartments(
  bytes: Uint8Array,
  fields: readonly Field[],
  decode: Decode,
  { lines, ...options }: JsonOptions,
): ReadRows {
  const reading = startReading(bytes, fields, decode, options);
  makeRoom(reading, 0);
  readAll(reading, lines);
  return finished(reading);
}

/** How a table is written. */
export interface CsvOptions extends ReadOptions {
  /** What stands between two cells: a comma where it is left out. */
  readonly separator?: ',' | ';' | '\t';
}

/** Reads departments from CSV. */
export function readTable(
  bytes: Uint8Array,
  fields: readonly Field[],
  decode: Decode,
  { separator = ',', ...options }: CsvOptions,
): ReadRows {
  const reading = startReading(bytes, fields, decode, options);
  makeRoom(reading, 0);
  readRows(reading, separator.charCodeAt(0));
  return finished(reading);
}

/** What was read, in the form in which it is handed out. */
export function finished(reading: Reading): ReadRows {
  const { bytes, apart, errors, flaw } = reading;
  const rows = flaw ? 0 : reading.row;
  const found = flaw ? [{ row: undefined, path: '', ...flaw }] : errors;
  return {
    columns: cut(reading, rows),
    rows,
    names: namesOf(reading, rows),
    apart: flaw ? [] : apart,
    errors: withLines(bytes, found),
  };
}

// All names in one go: a decoder takes longer to start than to read.
function namesOf({ bytes, names, spelt }: Reading, rows: number): (string | undefined)[] {
  let length = rows;
  for (let row = 0; row < rows; row++) length += (names[2 * row + 1] ?? 0) - (names[2 * row] ?? 0);
  const joined = new Uint8Array(length);
  let place = 0;
  for (let row = 0; row < rows; row++) {
    const to = names[2 * row + 1] ?? 0;
    for (let at = names[2 * row] ?? 0; at < to; at++) joined[place++] = byteAt(bytes, at);
    joined[place++] = LINE_FEED;
  }
  const texts = textOf(joined, 0, length).split('\n');
  return Array.from({ length: rows }, (_, row) => {
    if (spelt.has(row)) return spelt.get(row);
    return names[2 * row] === 0 ? undefined : texts[row];
  });
}

// Lines are counted once, from one error to the next.
function withLines(bytes: Uint8Array, errors: Reading['errors']): ReadError[] {
  let line = 1;
  let counted = 0;
  return [...errors]
    .sort((a, b) => a.offset - b.offset)
    .map((error) => {
      for (;;) {
        const next = bytes.indexOf(LINE_FEED, counted);
        if (next < 0 || next >= error.offset) break;
        line++;
        counted = next + 1;
      }
      return { ...error, line };
    });
}
