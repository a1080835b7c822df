// One department from bytes: entry by entry, each expected where it stood in the record before. An entry
// that looks like the one before is only compared with it; any other is read anew.
import {
  BACKSLASH,
  CLOSE,
  COMMA,
  OPEN,
  QUOTE,
  UNUSUAL,
  afterColon,
  afterSpace,
  afterText,
  afterToken,
  afterValue,
  byteAt,
  isSame,
} from './bytes.ts';
import { afterFigure } from './figures.ts';
import type { Mark, Reading, Slot } from './reading.ts';
import { slotAt } from './slots.ts';
import { afterDecoded } from './slow.ts';
import { recall, remember, storeAbsent } from './store.ts';
import { afterInput } from './values.ts';

/** Reads a department: its file with `inputs`, or its inputs alone, with its name among them. */
export function afterRecord(reading: Reading, at: number): number {
  const { bytes, end, names, row } = reading;
  reading.turn++;
  names[2 * row] = 0;
  names[2 * row + 1] = 0;
  if (byteAt(bytes, at) !== OPEN) return UNUSUAL;
  let place = afterSpace(bytes, at + 1, end);
  let seen = 0;
  let hasInputs = false;
  let hasOthers = false;
  for (;;) {
    const mark = markAt(reading, place);
    // Its inputs stand in it directly.
    if (mark === undefined)
      return hasInputs || hasOthers ? UNUSUAL : afterInputs(reading, place, seen);
    if ((seen & mark.bit) !== 0) return UNUSUAL;
    seen |= mark.bit;
    place = afterColon(bytes, place + mark.quoted.length, end);
    if (place === UNUSUAL) return UNUSUAL;
    if (mark.of === 'inputs') {
      hasInputs = true;
      if (byteAt(bytes, place) !== OPEN) return UNUSUAL;
      place = afterInputs(reading, afterSpace(bytes, place + 1, end), -1);
    } else if (mark.of === 'name') place = afterName(reading, place);
    else {
      hasOthers = true;
      place = afterValue(bytes, place, end);
    }
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
    const byte = byteAt(bytes, place);
    if (byte === CLOSE) return hasInputs ? place + 1 : UNUSUAL;
    if (byte !== COMMA) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
  }
}

function markAt({ bytes, marks }: Reading, at: number): Mark | undefined {
  for (const mark of marks) if (afterToken(bytes, at, mark.quoted) !== UNUSUAL) return mark;
  return undefined;
}

function afterName(reading: Reading, at: number): number {
  const { bytes, names, row } = reading;
  if (byteAt(bytes, at) !== QUOTE || names[2 * row] !== 0) return UNUSUAL;
  const next = afterText(bytes, at + 1);
  if (next === UNUSUAL) return UNUSUAL;
  for (let place = at + 1; place < next; place++)
    if (byteAt(bytes, place) === BACKSLASH) return UNUSUAL;
  names[2 * row] = at + 1;
  names[2 * row + 1] = next - 1;
  return next;
}

// From the first key to behind the closing brace. `seen` are the marks before, where inputs and name stand
// side by side; -1 where no name may follow.
function afterInputs(reading: Reading, at: number, seen: number): number {
  const { bytes, slots } = reading;
  let place = at;
  let slot = reading.first;
  let previous: Slot | undefined;
  let count = 0;
  let marks = seen;
  let isLast = byteAt(bytes, place) === CLOSE;
  if (isLast) place++;
  while (!isLast) {
    if (slot === undefined) return UNUSUAL;
    let next = afterLikeBefore(reading, place, slot);
    if (next === UNUSUAL) {
      const found = slotAt(reading, place, slot);
      if (found === undefined) {
        // A name among the inputs.
        const mark = marks < 0 ? undefined : markAt(reading, place);
        if (mark?.of !== 'name' || (marks & mark.bit) !== 0) return UNUSUAL;
        marks |= mark.bit;
        const behind = afterColon(bytes, place + mark.quoted.length, reading.end);
        if (behind === UNUSUAL) return UNUSUAL;
        place = afterEntry(reading, afterName(reading, behind));
        if (place === UNUSUAL) return UNUSUAL;
        isLast = reading.isLast;
        continue;
      }
      if (previous) previous.next = found;
      else reading.first = found;
      if (found !== slot) next = afterLikeBefore(reading, place, found);
      slot = found;
      if (next === UNUSUAL) next = afterNew(reading, place, slot);
      if (next === UNUSUAL) return UNUSUAL;
    }
    place = next;
    if (slot.turn === reading.turn) return UNUSUAL;
    slot.turn = reading.turn;
    isLast = reading.isLast;
    count++;
    previous = slot;
    slot = slot.next;
  }
  if (count < slots.length && !storeAbsent(reading)) return UNUSUAL;
  return place;
}

// Behind an entry that differs from the one before in its digits only, or not at all.
function afterLikeBefore(reading: Reading, at: number, slot: Slot): number {
  if (!slot.isLearnt) return recall(reading, at, slot);
  const { bytes, view, row, end } = reading;
  const { around, scales, figures } = slot;
  let place = at;
  for (let index = 0; ; index++) {
    const from = around[2 * index] ?? 0;
    const length = (around[2 * index + 1] ?? 0) - from;
    const column = figures[index];
    if (place + length > end || !isSame(view, from, place, length)) break;
    place += length;
    if (column === undefined) {
      reading.isLast = slot.isLast;
      return place;
    }
    place = afterFigure(bytes, place, slot, scales, column, row);
    if (place === UNUSUAL) break;
  }
  return recall(reading, at, slot);
}

// Behind an entry whose key stands there.
function afterNew(reading: Reading, at: number, slot: Slot): number {
  const { bytes, end } = reading;
  slot.holes = 0;
  const start = afterColon(bytes, at + slot.key.length, end);
  if (start === UNUSUAL) return UNUSUAL;
  let value = afterInput(reading, start, slot);
  if (value === UNUSUAL) value = afterDecoded(reading, start, slot);
  const place = afterEntry(reading, value);
  if (place === UNUSUAL) return UNUSUAL;
  remember(reading, at, place, slot);
  return place;
}

// At the next key, or behind the closing brace.
function afterEntry(reading: Reading, at: number): number {
  if (at === UNUSUAL) return UNUSUAL;
  const { bytes, end } = reading;
  const place = afterSpace(bytes, at, end);
  const byte = byteAt(bytes, place);
  reading.isLast = byte === CLOSE;
  if (byte === CLOSE) return place + 1;
  return byte === COMMA ? afterSpace(bytes, place + 1, end) : UNUSUAL;
}
