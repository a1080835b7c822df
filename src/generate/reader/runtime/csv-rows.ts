// Rows of CSV into columns. A cell of the usual kind goes straight into its column; any other becomes the
// value that a department's file would have, for `decode` to look at.
import { UNUSUAL, afterToken, byteAt, utf8 } from './bytes.ts';
import { makeRoom } from './columns.ts';
import { afterRow, cellText, noCells } from './csv-cells.ts';
import type { Cells } from './csv-cells.ts';
import { headerOf } from './csv-header.ts';
import type { Binding, Header } from './csv-header.ts';
import { valueIn } from './csv-values.ts';
import { textStart } from './documents.ts';
import { afterFigure } from './figures.ts';
import type { Figures, Reading, Slot } from './reading.ts';
import { takeFlaw, takeInputs } from './slow.ts';
import { storeAbsent, storeDecoded } from './store.ts';
import { storeUnknown } from './values.ts';

/** Reads all rows. */
export function readRows(reading: Reading, separator: number): void {
  const { bytes } = reading;
  const cells = noCells();
  let place = textStart(bytes);
  if (place === bytes.length) {
    reading.flaw = { offset: place, code: 'syntax', message: 'is empty' };
    return;
  }
  place = afterRow(bytes, place, separator, cells);
  if (cells.flaw !== undefined) {
    reading.flaw = { offset: 0, code: 'syntax', message: cells.flaw };
    return;
  }
  const header = headerOf(reading, cells);
  if (header === undefined) return;
  while (place < bytes.length) {
    const start = place;
    place = afterRow(bytes, start, separator, cells);
    // A blank line.
    if (cells.count === 1 && cells.from[0] === cells.to[0] && header.count > 1) continue;
    if (reading.row === reading.room) makeRoom(reading, start / bytes.length);
    readRow(reading, header, cells, start);
    reading.row++;
  }
}

function readRow(reading: Reading, header: Header, cells: Cells, offset: number): void {
  const { names, row } = reading;
  reading.turn++;
  names[2 * row] = 0;
  names[2 * row + 1] = 0;
  if (cells.flaw !== undefined) takeFlaw(reading, { offset, code: 'syntax', message: cells.flaw });
  else if (cells.count !== header.count) {
    const message = `has ${cells.count} cells, not ${header.count}`;
    takeFlaw(reading, { offset, code: 'syntax', message });
  } else {
    const isRead = header.bindings.every((binding) => readBinding(reading, binding, cells));
    if (!isRead || (header.bindings.length < reading.slots.length && !storeAbsent(reading)))
      takeSlowRow(reading, header, cells, offset);
    else readName(reading, header, cells, offset);
  }
}

function readName(reading: Reading, { name }: Header, cells: Cells, offset: number): void {
  if (name < 0 || cells.from[name] === cells.to[name]) return;
  const text = cellText(reading.bytes, cells, name);
  if (text === undefined) takeFlaw(reading, { offset, code: 'encoding', message: 'is not UTF-8' });
  else reading.spelt.set(reading.row, text);
}

function takeSlowRow(reading: Reading, header: Header, cells: Cells, offset: number): void {
  const inputs = new Map<string, unknown>();
  for (const binding of header.bindings) {
    const { name } = binding.slot.field;
    const value = valueIn(reading, binding, cells);
    if (value === undefined) {
      takeFlaw(reading, { offset, code: 'encoding', message: `has a “${name}” that is not UTF-8` });
      return;
    }
    inputs.set(name, value);
  }
  takeInputs(reading, Object.fromEntries(inputs), offset);
  readName(reading, header, cells, offset);
}

// Whether an input went straight into its column.
function readBinding(reading: Reading, binding: Binding, cells: Cells): boolean {
  const { slot, whole, entries } = binding;
  slot.turn = reading.turn;
  const said = remarksSaid(reading, binding, cells);
  if (said !== 'more' && whole >= 0 && readCell(reading, slot, cells, whole, said)) return true;
  if (said === 'nothing' && slot.kind === 'figures' && entries.size === slot.figures.length) {
    let isRead = true;
    for (const [entry, index] of entries) {
      const column = slot.figures[Number(entry) - 1] as Figures;
      isRead &&= readFigure(reading, slot, cells, index, column);
    }
    if (isRead) return true;
  }
  const { name } = slot.field;
  const value = valueIn(reading, binding, cells);
  if (value === undefined) return false;
  const decoded = reading.decode(Object.fromEntries([[name, value]]));
  return decoded.ok && storeDecoded(reading, slot, decoded.input[name]);
}

type Said = 'nothing' | 'reason' | 'more';

// What is said of an input beside its value, as far as it matters here.
function remarksSaid({ bytes }: Reading, { slot, remarks }: Binding, cells: Cells): Said {
  let said: Said = 'nothing';
  for (const [name, index] of remarks) {
    if (cells.from[index] === cells.to[index]) continue;
    const isReason = name === 'reason' && (slot.kind === 'award' || slot.kind === 'checklist');
    if (!isReason || !cellText(bytes, cells, index)?.trim()) return 'more';
    said = 'reason';
  }
  return said;
}

function readCell(reading: Reading, slot: Slot, cells: Cells, index: number, said: Said): boolean {
  const { row } = reading;
  const { kind, figures, full } = slot;
  if (cells.from[index] === cells.to[index]) {
    storeUnknown(reading, slot);
    return true;
  }
  switch (kind) {
    case 'figure':
      return readFigure(reading, slot, cells, index, figures[0] as Figures);
    case 'award':
    case 'checklist':
      // Less than all points needs a reason.
      return (
        readFigure(reading, slot, cells, index, figures[0] as Figures) &&
        (said === 'reason' || figures[0]?.[row] === full)
      );
    case 'word':
    case 'choice':
      return readWord(reading, slot, cells, index);
    case 'truth':
      return readTruth(reading, slot, cells, index);
    case 'figures':
    case 'value':
      return false;
    default:
      return kind satisfies never;
  }
}

function readFigure(
  { bytes, row }: Reading,
  slot: Slot,
  cells: Cells,
  index: number,
  column: Figures,
): boolean {
  const [from, to] = [cells.from[index] ?? 0, cells.to[index] ?? 0];
  let behind = to;
  // What is no ASCII digit at the end of the cell is its unit.
  while (behind > from && (byteAt(bytes, behind - 1) < 0x30 || byteAt(bytes, behind - 1) > 0x39))
    behind--;
  for (const { mark, scales } of slot.units) {
    if (mark.length - 1 !== to - behind || !isMark(bytes, behind, mark)) continue;
    return afterFigure(bytes, from, slot, scales, column, row) === behind;
  }
  return false;
}

// The mark of a unit without the quote behind it.
function isMark(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
  for (let index = 0; index < mark.length - 1; index++)
    if (bytes[at + index] !== mark[index]) return false;
  return true;
}

function readWord(reading: Reading, slot: Slot, cells: Cells, index: number): boolean {
  const { bytes, row } = reading;
  const [from, to] = [cells.from[index] ?? 0, cells.to[index] ?? 0];
  for (const { plain, code } of slot.words) {
    if (plain.length !== to - from || Number.isNaN(code)) continue;
    if (afterToken(bytes, from, plain) === UNUSUAL) continue;
    if (slot.kind === 'word') slot.codes[row] = code;
    else (slot.figures[0] as Figures)[row] = code;
    return true;
  }
  return false;
}

const TRUTHS = [
  ...['true', 'TRUE', '是', 'yes'].map((word) => ({ plain: utf8(word), code: 1 })),
  ...['false', 'FALSE', '否', 'no'].map((word) => ({ plain: utf8(word), code: 0 })),
];

function readTruth({ bytes, row }: Reading, slot: Slot, cells: Cells, index: number): boolean {
  const [from, to] = [cells.from[index] ?? 0, cells.to[index] ?? 0];
  for (const { plain, code } of TRUTHS)
    if (plain.length === to - from && afterToken(bytes, from, plain) !== UNUSUAL) {
      slot.codes[row] = code;
      return true;
    }
  return false;
}
