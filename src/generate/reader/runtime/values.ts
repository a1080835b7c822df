// The usual ways of writing a value, read straight into its column: figures, truths, words, lists of fixed
// length, awards, each plain or with its evidence. UNUSUAL leaves a value to `decode`.
import {
  BACKSLASH,
  CLOSE,
  CLOSE_LIST,
  COMMA,
  OPEN,
  OPEN_LIST,
  QUOTE,
  UNUSUAL,
  afterColon,
  afterFalse,
  afterNull,
  afterSpace,
  afterText,
  afterToken,
  afterTrue,
  byteAt,
  utf8,
} from './bytes.ts';
import { afterWrittenFigure } from './figures.ts';
import type { Figures, Reading, Slot, Word } from './reading.ts';

/** Stands in a column of codes where something is not known. */
export const NO_CODE = 255;

const YES = ['"是"', '"yes"'].map(utf8);
const NO = ['"否"', '"no"'].map(utf8);

/** Reads a value into its column; gives the place behind it. */
export function afterInput(reading: Reading, at: number, slot: Slot): number {
  const { bytes } = reading;
  const first = byteAt(bytes, at);
  if (first === 0x6e) {
    storeUnknown(reading, slot);
    return afterNull(bytes, at);
  }
  if (first === OPEN) return afterStated(reading, at, slot);
  return afterPlain(reading, at, slot);
}

/** Writes that an input is not known. */
export function storeUnknown({ row }: Reading, slot: Slot): void {
  if (slot.kind === 'truth' || slot.kind === 'word') slot.codes[row] = NO_CODE;
  else if (slot.kind === 'value') slot.values[row] = undefined;
  else for (const column of slot.figures) column[row] = slot.none;
}

function afterPlain(reading: Reading, at: number, slot: Slot): number {
  const { bytes, row } = reading;
  const { kind } = slot;
  switch (kind) {
    case 'figure':
      return afterWrittenFigure(bytes, at, slot, slot.figures[0] as Figures, row);
    case 'figures':
      return afterFigures(reading, at, slot);
    case 'truth': {
      const next = afterTruth(bytes, at);
      if (next === UNUSUAL) return UNUSUAL;
      slot.codes[row] = isTrue(bytes, at) ? 1 : 0;
      return next;
    }
    case 'word': {
      const word = wordAt(bytes, at, slot.words);
      if (word === undefined) return UNUSUAL;
      slot.codes[row] = word.code;
      return at + word.quoted.length;
    }
    case 'award':
    case 'checklist': {
      const next = afterWrittenFigure(bytes, at, slot, slot.figures[0] as Figures, row);
      // Less than all points needs a reason.
      return next !== UNUSUAL && isFull(reading, slot) ? next : UNUSUAL;
    }
    case 'choice':
      return afterChoice(reading, at, slot);
    case 'value':
      return UNUSUAL;
    default:
      return kind satisfies never;
  }
}

function afterTruth(bytes: Uint8Array, at: number): number {
  const first = byteAt(bytes, at);
  if (first === 0x74) return afterTrue(bytes, at);
  if (first === 0x66) return afterFalse(bytes, at);
  for (const word of [...YES, ...NO]) {
    const next = afterToken(bytes, at, word);
    if (next !== UNUSUAL) return next;
  }
  return UNUSUAL;
}

// Of what `afterTruth` has passed.
function isTrue(bytes: Uint8Array, at: number): boolean {
  return byteAt(bytes, at) === 0x74 || YES.some((word) => afterToken(bytes, at, word) !== UNUSUAL);
}

function wordAt(bytes: Uint8Array, at: number, words: readonly Word[]): Word | undefined {
  for (const word of words) if (afterToken(bytes, at, word.quoted) !== UNUSUAL) return word;
  return undefined;
}

function afterFigures({ bytes, end, row }: Reading, at: number, slot: Slot): number {
  if (byteAt(bytes, at) !== OPEN_LIST) return UNUSUAL;
  let place = at;
  for (const column of slot.figures) {
    if (byteAt(bytes, place) !== (place === at ? OPEN_LIST : COMMA)) return UNUSUAL;
    place = afterWrittenFigure(bytes, afterSpace(bytes, place + 1, end), slot, column, row);
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
  }
  return byteAt(bytes, place) === CLOSE_LIST ? place + 1 : UNUSUAL;
}

function afterChoice({ bytes, row }: Reading, at: number, slot: Slot): number {
  const word = wordAt(bytes, at, slot.words);
  if (word === undefined || Number.isNaN(word.code)) return UNUSUAL;
  (slot.figures[0] as Figures)[row] = word.code;
  return at + word.quoted.length;
}

function isFull({ row }: Reading, { figures, full }: Slot): boolean {
  return figures[0]?.[row] === full;
}

/** An entry of an object that states a value or an award. */
interface StatedEntry {
  readonly of: 'value' | 'award' | 'choice' | 'entries' | 'status' | 'reason' | 'remark';
  readonly quoted: Uint8Array;
  readonly bit: number;
}

const STATED: readonly StatedEntry[] = (
  [
    ['value', 'value'],
    ['status', 'status'],
    ['remark', 'source'],
    ['remark', 'note'],
    ['award', 'award'],
    ['reason', 'reason'],
    ['choice', 'choice'],
    ['entries', 'entries'],
  ] as const
).map(([of, name], index) => ({ of, quoted: utf8(`"${name}"`), bit: 1 << index }));

const REJECTED = utf8('"rejected"');
const STATUSES = ['"disclosed"', '"verified"', '"judged"', '"assumed"'].map(utf8);

// An object that states a value or an award with evidence for it; no entry may stand in it twice.
function afterStated(reading: Reading, at: number, slot: Slot): number {
  const { bytes, end } = reading;
  const isAward = slot.kind === 'award' || slot.kind === 'checklist' || slot.kind === 'choice';
  let isRead = false;
  let isRejected = false;
  let hasReason = slot.kind === 'choice';
  let seen = 0;
  let place = afterSpace(bytes, at + 1, end);
  for (;;) {
    const entry = statedAt(bytes, place);
    if (entry === undefined || (seen & entry.bit) !== 0) return UNUSUAL;
    seen |= entry.bit;
    place = afterColon(bytes, place + entry.quoted.length, end);
    if (place === UNUSUAL) return UNUSUAL;
    if (entry.of === 'status') {
      const rejected = afterToken(bytes, place, REJECTED);
      isRejected = rejected !== UNUSUAL;
      place = isRejected ? rejected : afterOne(bytes, place, STATUSES);
    } else if (entry.of === 'remark') place = afterRemark(bytes, place);
    else if (entry.of === 'reason') {
      if (!isAward || !isReason(bytes, place)) return UNUSUAL;
      hasReason = true;
      place = afterRemark(bytes, place);
    } else {
      if (isRead || (entry.of === 'value') === isAward) return UNUSUAL;
      isRead = true;
      place = afterGiven(reading, place, slot, entry.of);
    }
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
    const byte = byteAt(bytes, place);
    if (byte === CLOSE) break;
    if (byte !== COMMA) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
  }
  if (!isRead || (isAward && !hasReason && !isFull(reading, slot))) return UNUSUAL;
  if (isRejected) storeUnknown(reading, slot);
  return place + 1;
}

function statedAt(bytes: Uint8Array, at: number): StatedEntry | undefined {
  for (const entry of STATED) if (afterToken(bytes, at, entry.quoted) !== UNUSUAL) return entry;
  return undefined;
}

function afterOne(bytes: Uint8Array, at: number, words: readonly Uint8Array[]): number {
  for (const word of words) {
    const next = afterToken(bytes, at, word);
    if (next !== UNUSUAL) return next;
  }
  return UNUSUAL;
}

function afterRemark(bytes: Uint8Array, at: number): number {
  return byteAt(bytes, at) === QUOTE ? afterText(bytes, at + 1) : UNUSUAL;
}

// Whether a text begins with what surely is no white space: a Chinese character, an ASCII letter or digit.
function isReason(bytes: Uint8Array, at: number): boolean {
  const first = byteAt(bytes, at + 1);
  if (first === QUOTE || first === BACKSLASH) return false;
  return (first >= 0xe4 && first <= 0xe9) || (first > 0x20 && first < 0x7f);
}

function afterGiven(
  reading: Reading,
  at: number,
  slot: Slot,
  of: 'value' | 'award' | 'choice' | 'entries',
): number {
  const { bytes, row } = reading;
  switch (of) {
    case 'value':
      if (byteAt(bytes, at) !== 0x6e) return afterPlain(reading, at, slot);
      storeUnknown(reading, slot);
      return afterNull(bytes, at);
    case 'award':
      if (slot.kind === 'choice') return UNUSUAL;
      return afterWrittenFigure(bytes, at, slot, slot.figures[0] as Figures, row);
    case 'choice':
      return slot.kind === 'choice' ? afterChoice(reading, at, slot) : UNUSUAL;
    case 'entries':
      return slot.kind === 'checklist' ? afterChecklist(reading, at, slot) : UNUSUAL;
    default:
      return of satisfies never;
  }
}

// Every entry of a checklist, each met or not.
function afterChecklist({ bytes, end, row }: Reading, at: number, slot: Slot): number {
  const { words, figures } = slot;
  if (byteAt(bytes, at) !== OPEN) return UNUSUAL;
  let sum = 0;
  let seen = 0;
  let place = at;
  for (let index = 0; index < words.length; index++) {
    if (byteAt(bytes, place) !== (index === 0 ? OPEN : COMMA)) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
    // Nearly always they stand in the order of the ruleset.
    let found = index;
    let next = afterToken(bytes, place, words[index]?.quoted as Uint8Array);
    if (next === UNUSUAL) {
      found = words.findIndex(({ quoted }) => afterToken(bytes, place, quoted) !== UNUSUAL);
      next = place + (words[found]?.quoted.length ?? 0);
    }
    if (found < 0 || (seen & (1 << found)) !== 0) return UNUSUAL;
    seen |= 1 << found;
    place = afterColon(bytes, next, end);
    if (place === UNUSUAL) return UNUSUAL;
    if (isTrue(bytes, place)) sum += words[found]?.code ?? Number.NaN;
    place = afterTruth(bytes, place);
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
  }
  if (byteAt(bytes, place) !== CLOSE || !(sum <= slot.most)) return UNUSUAL;
  (figures[0] as Figures)[row] = sum;
  return place + 1;
}
