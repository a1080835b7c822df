// Documents of departments: a list, one department in each line, or a cohort file whose `departments` are
// listed in it. Bytes that are no JSON give no department, except that lines are each on their own.
import {
  COMMA,
  LINE_FEED,
  OPEN,
  OPEN_LIST,
  QUOTE,
  UNUSUAL,
  afterColon,
  afterSpace,
  afterText,
  afterToken,
  afterValue,
  byteAt,
  utf8,
} from './bytes.ts';
import { afterCohort } from './cohort.ts';
import { carefulAt, carefulValue } from './careful.ts';
import type { Flaw } from './careful.ts';
import type { Reading } from './reading.ts';
import { afterDepartment, afterList, dropRow } from './lists.ts';
import { takeFlaw } from './slow.ts';

const DEPARTMENTS = utf8('"departments"');
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf);

/** Where the text starts, behind a byte order mark. */
export function textStart(bytes: Uint8Array): number {
  return Math.max(afterToken(bytes, 0, BYTE_ORDER_MARK), 0);
}

/** Reads all departments; `flaw` says why there are none. */
export function readAll(reading: Reading, lines: boolean | undefined): void {
  const { bytes } = reading;
  const start = afterSpace(bytes, textStart(bytes), bytes.length);
  if (start === bytes.length) {
    if (lines !== true) reading.flaw = { offset: start, code: 'syntax', message: 'is empty' };
  } else if (lines ?? isInLines(reading, start)) readLines(reading, start);
  else if (byteAt(bytes, start) === OPEN_LIST) readWhole(reading, afterList(reading, start));
  else if (isCohort(reading, start)) readWhole(reading, afterCohort(reading, start));
  else readWhole(reading, afterDepartment(reading, start));
}

// Nothing may follow a document, and what is no JSON has no departments.
function readWhole(reading: Reading, next: number): void {
  const { bytes, end } = reading;
  if (next !== UNUSUAL && afterSpace(bytes, next, end) === end) return;
  reading.flaw ??= flawOf(reading, textStart(bytes));
  reading.row = 0;
}

// What is wrong with bytes that are no JSON document.
function flawOf({ bytes, end }: Reading, at: number): Flaw {
  const careful = carefulAt(bytes, at, end);
  carefulValue(careful);
  const offset = afterSpace(bytes, careful.at, end);
  return careful.flaw ?? { offset, code: 'syntax', message: 'goes on behind its end' };
}

// A line that is a document by itself and not the last one; or a later line that begins like one.
function isInLines({ bytes }: Reading, start: number): boolean {
  const lineEnd = bytes.indexOf(LINE_FEED, start);
  if (byteAt(bytes, start) !== OPEN || lineEnd < 0) return false;
  if (afterSpace(bytes, lineEnd, bytes.length) === bytes.length) return false;
  const next = afterValue(bytes, start, lineEnd);
  if (next !== UNUSUAL) return afterSpace(bytes, next, lineEnd) === lineEnd;
  for (let at = lineEnd; at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
    if (byteAt(bytes, at + 1) === OPEN) return true;
  return false;
}

function readLines(reading: Reading, start: number): void {
  const { bytes } = reading;
  for (let at = start; at < bytes.length; at = reading.end + 1) {
    const lineEnd = bytes.indexOf(LINE_FEED, at);
    reading.end = lineEnd < 0 ? bytes.length : lineEnd;
    const place = afterSpace(bytes, at, reading.end);
    if (place === reading.end) continue;
    const next = afterDepartment(reading, place);
    if (next !== UNUSUAL && afterSpace(bytes, next, reading.end) === reading.end) continue;
    if (next !== UNUSUAL) reading.row--;
    reading.flaw ??= flawOf(reading, place);
    dropRow(reading);
    takeFlaw(reading, reading.flaw);
    reading.flaw = undefined;
    reading.row++;
  }
}

// Whether a document lists departments: what is before that list is passed over.
function isCohort({ bytes, end, byName }: Reading, start: number): boolean {
  if (byteAt(bytes, start) !== OPEN || byName.has('departments')) return false;
  let place = afterSpace(bytes, start + 1, end);
  while (byteAt(bytes, place) === QUOTE) {
    if (afterToken(bytes, place, DEPARTMENTS) !== UNUSUAL) return true;
    place = afterColon(bytes, afterText(bytes, place + 1), end);
    if (place !== UNUSUAL) place = afterValue(bytes, place, end);
    if (place === UNUSUAL) return false;
    place = afterSpace(bytes, place, end);
    if (byteAt(bytes, place) !== COMMA) return false;
    place = afterSpace(bytes, place + 1, end);
  }
  return false;
}
