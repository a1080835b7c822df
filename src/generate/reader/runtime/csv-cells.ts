// Bytes of CSV into cells, as RFC 4180 has them: separated, in quotes where need be, quotes doubled within.
import { LINE_FEED, QUOTE, byteAt, characterLength } from './bytes.ts';
import { textOf } from './careful.ts';

/** The cells of one row: where each starts and ends, quotes left out. */
export interface Cells {
  readonly from: number[];
  readonly to: number[];
  /** 1 where quotes stand doubled within it. */
  readonly doubled: number[];
  count: number;
  /** What is wrong with the row. */
  flaw: string | undefined;
}

export function noCells(): Cells {
  return { from: [], to: [], doubled: [], count: 0, flaw: undefined };
}

const RETURN = 0x0d;

/** Finds the cells of a row; gives the place behind its line break. */
export function afterRow(bytes: Uint8Array, at: number, separator: number, cells: Cells): number {
  const { length } = bytes;
  let place = at;
  let count = 0;
  cells.flaw = undefined;
  for (;;) {
    let byte = byteAt(bytes, place);
    cells.doubled[count] = 0;
    if (byte === QUOTE && place < length) {
      cells.from[count] = place + 1;
      place = afterQuoted(bytes, place + 1, count, cells);
      cells.to[count] = place - 1;
      byte = byteAt(bytes, place);
    } else {
      cells.from[count] = place;
      while (place < length && byte !== separator && byte !== LINE_FEED && byte !== QUOTE)
        byte = byteAt(bytes, ++place);
      cells.to[count] = place;
      if (byte === QUOTE && place < length) {
        cells.flaw ??= 'has a quote within a cell that is not in quotes';
        while (place < length && byte !== LINE_FEED) byte = byteAt(bytes, ++place);
      }
      // A carriage return belongs to the line break.
      else if (byte !== separator && place > at && byteAt(bytes, place - 1) === RETURN)
        cells.to[count] = Math.max(cells.from[count] ?? 0, place - 1);
    }
    count++;
    if (byte === RETURN && byteAt(bytes, place + 1) === LINE_FEED) byte = byteAt(bytes, ++place);
    cells.count = count;
    if (place >= length) return length;
    if (byte === LINE_FEED) return place + 1;
    if (byte !== separator) {
      cells.flaw ??= 'has something behind a closing quote';
      const next = bytes.indexOf(LINE_FEED, place);
      return next < 0 ? length : next + 1;
    }
    place++;
  }
}

function afterQuoted(bytes: Uint8Array, at: number, count: number, cells: Cells): number {
  let place = at;
  for (;;) {
    const quote = bytes.indexOf(QUOTE, place);
    if (quote < 0) {
      cells.flaw ??= 'has a quote that is never closed';
      return bytes.length + 1;
    }
    if (byteAt(bytes, quote + 1) !== QUOTE) return quote + 1;
    cells.doubled[count] = 1;
    place = quote + 2;
  }
}

/** The text of a cell; undefined where it is not UTF-8. */
export function cellText(bytes: Uint8Array, cells: Cells, index: number): string | undefined {
  const [from, to] = [cells.from[index] ?? 0, cells.to[index] ?? 0];
  for (let place = from; place < to;) {
    const length = byteAt(bytes, place) < 0x80 ? 1 : characterLength(bytes, place);
    if (length === 0 || place + length > to) return undefined;
    place += length;
  }
  const text = textOf(bytes, from, to);
  return cells.doubled[index] === 1 ? text.replaceAll('""', '"') : text;
}
