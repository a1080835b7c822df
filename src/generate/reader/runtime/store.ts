// Values into columns: as they are decoded, as they were in a record before, or as they are where an input
// is left out.
import { UNUSUAL, isSame } from './bytes.ts';
import type { Reading, Remembered, Slot } from './reading.ts';
import { NO_CODE, storeUnknown } from './values.ts';

/** So many different entries of an input are remembered. */
const MEMORY = 6;

/** Keeps in mind what an entry looked like, for the records behind it. */
export function remember({ row, isLast }: Reading, from: number, to: number, slot: Slot): void {
  const { figures, found, kind } = slot;
  const code = (kind === 'truth' || kind === 'word' ? slot.codes[row] : figures[0]?.[row]) ?? 0;
  if (kind === 'figure' || kind === 'figures') {
    if (slot.holes === figures.length && !Object.is(code, slot.none)) {
      found[0] = from;
      found[2 * figures.length + 1] = to;
      [slot.around, slot.found] = [found, slot.around];
      [slot.isLearnt, slot.isLast] = [true, isLast];
      return;
    }
    // A list comes back as one code, so it must not be known at all.
    if (kind === 'figures' && !figures.every((column) => Object.is(column[row], slot.none))) return;
  }
  const value = kind === 'value' ? slot.values[row] : undefined;
  const entry: Remembered = { start: from, length: to - from, code, value, isLast };
  slot.remembered = [entry, ...slot.remembered.slice(0, MEMORY - 1)];
}

/** Behind an entry that stood just so in a record before. */
export function recall(reading: Reading, at: number, slot: Slot): number {
  const { view, end, row } = reading;
  for (const { start, length, code, value, isLast } of slot.remembered) {
    if (at + length > end || !isSame(view, start, at, length)) continue;
    reading.isLast = isLast;
    if (slot.kind === 'truth' || slot.kind === 'word') slot.codes[row] = code;
    else if (slot.kind === 'value') slot.values[row] = value;
    else for (const column of slot.figures) column[row] = code;
    return at + length;
  }
  return UNUSUAL;
}

/** Writes what stands for inputs that a record leaves out; false where only `decode` can say. */
export function storeAbsent(reading: Reading): boolean {
  for (const slot of reading.slots) {
    if (slot.turn === reading.turn) continue;
    const { absent } = slot.field;
    if (absent === null) return false;
    if (absent === undefined) storeUnknown(reading, slot);
    else storeCode(reading, slot, absent);
  }
  return true;
}

function storeCode({ row }: Reading, slot: Slot, code: number): void {
  if (slot.kind === 'truth' || slot.kind === 'word') slot.codes[row] = code;
  else if (slot.kind === 'value') slot.values[row] = undefined;
  else for (const column of slot.figures) column[row] = code;
}

/** Writes a decoded value; false where it is finer or larger than its column holds. */
export function storeDecoded(reading: Reading, slot: Slot, value: unknown): boolean {
  const { row } = reading;
  const { kind, field } = slot;
  if (value === undefined || field.columns.length === 0) {
    storeUnknown(reading, slot);
    return true;
  }
  switch (kind) {
    case 'truth':
      slot.codes[row] = value === true ? 1 : 0;
      return true;
    case 'word':
      slot.codes[row] = field.words?.find(([word]) => word === value)?.[1] ?? NO_CODE;
      return true;
    case 'value':
      slot.values[row] = value;
      return true;
    case 'figures': {
      const entries = value as readonly unknown[];
      for (const [index, column] of slot.figures.entries()) {
        const entry = entries[index];
        column[row] = isHeld(entry, slot) ? entry : slot.none;
      }
      return entries.every((entry) => entry === undefined || isHeld(entry, slot));
    }
    default:
      if (!isHeld(value, slot)) return false;
      for (const column of slot.figures) column[row] = value;
      return true;
  }
}

function isHeld(value: unknown, { least, most }: Slot): value is number {
  return typeof value === 'number' && value >= least && value <= most;
}
