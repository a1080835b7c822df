// The columns that are being filled: made for as many rows as the bytes seem to hold, made longer where
// there are more, and cut to the rows that were read.
import type { ColumnsByName, Field, Figures, Reading, Slot } from './reading.ts';

const isCoded = ({ kind }: Field) => kind === 'truth' || kind === 'word';

/** Makes room for at least one more row. */
export function makeRoom(reading: Reading, part: number): void {
  const { row, slots, allocate } = reading;
  // As many as there will be if the rest is like what was read.
  const room = row === 0 ? 256 : Math.max(Math.ceil((row / part) * 1.05), row + (row >> 2)) + 16;
  const given = (allocate?.(room) ?? {}) as ColumnsByName;
  const columns: ColumnsByName = {};
  const aside = new Float64Array(room);
  const codesAside = new Uint8Array(room);
  for (const slot of slots) {
    const made = slot.field.columns.map((name) => {
      const column = given[name] ?? newColumn(slot, room);
      if (column.length < room)
        throw new RangeError(`the column “${name}” holds fewer than ${room} rows`);
      keep(reading.columns[name], column, row);
      return [name, column] as const;
    });
    for (const [name, column] of made) columns[name] = column;
    const [first] = made;
    if (slot.kind === 'value') slot.values = first ? (first[1] as unknown[]) : [];
    else if (isCoded(slot.field)) slot.codes = first ? (first[1] as Uint8Array) : codesAside;
    else if (first)
      takeFigures(
        slot,
        made.map(([, column]) => column as Figures),
      );
    else slot.figures = slot.figures.map(() => aside);
  }
  reading.columns = columns;
  reading.room = room;
}

// Narrow columns say by their last number that a figure is not known, and hold none beyond it.
function takeFigures(slot: Slot, figures: readonly Figures[]): void {
  const [first] = figures;
  slot.figures = figures;
  if (first instanceof Float64Array || first === undefined) return;
  slot.none = first instanceof Uint16Array ? 2 ** 16 - 1 : -(2 ** 31);
  slot.least = Math.max(slot.least, first instanceof Uint16Array ? 0 : 1 - 2 ** 31);
  slot.most = Math.min(slot.most, first instanceof Uint16Array ? 2 ** 16 - 2 : 2 ** 31 - 1);
}

function newColumn({ field, values }: Slot, room: number): ColumnsByName[string] {
  if (field.kind === 'value') {
    // Lists grow by themselves.
    values.length = Math.max(values.length, room);
    return values;
  }
  return isCoded(field) ? new Uint8Array(room) : new Float64Array(room);
}

function keep(
  from: ColumnsByName[string] | undefined,
  to: ColumnsByName[string],
  rows: number,
): void {
  if (from === undefined || from === to) return;
  if (Array.isArray(from) || Array.isArray(to))
    for (let row = 0; row < rows; row++) to[row] = from[row] as never;
  else to.set(from.subarray(0, rows));
}

/** The columns, cut to so many rows. */
export function cut({ columns }: Reading, rows: number): ColumnsByName {
  const entries = Object.entries(columns).map(([name, column]) => {
    if (!Array.isArray(column)) return [name, column.subarray(0, rows)] as const;
    column.length = rows;
    return [name, column] as const;
  });
  return Object.fromEntries(entries);
}
