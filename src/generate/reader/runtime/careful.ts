// JSON read with care: any value as `JSON.parse` gives it, or the first thing that is wrong with it, with
// its place and a reason. What stands twice in one object is remembered, since one of the two would be lost.
import {
  CLOSE,
  CLOSE_LIST,
  COLON,
  COMMA,
  DEEPEST,
  OPEN,
  OPEN_LIST,
  QUOTE,
  UNUSUAL,
  BACKSLASH,
  afterEscape,
  afterFalse,
  afterNull,
  afterNumber,
  afterSpace,
  afterText,
  afterTrue,
  byteAt,
  characterLength,
} from './bytes.ts';

/** What is wrong with a document, and at which byte. */
export interface Flaw {
  readonly offset: number;
  readonly code: 'syntax' | 'encoding' | 'depth' | 'twice';
  readonly message: string;
}

/** Where reading stands. */
export interface Careful {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;
  /** The first flaw; reading goes no further, except behind an entry that stands twice. */
  flaw: Flaw | undefined;
  /** The first entry that stands twice. */
  twice: Flaw | undefined;
}

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes that are known to be UTF-8. */
export function textOf(bytes: Uint8Array, from: number, to: number): string {
  return DECODER.decode(bytes.subarray(from, to));
}

/** Starts to read a value at a place. */
export function carefulAt(bytes: Uint8Array, at: number, end: number): Careful {
  return { bytes, end, at, flaw: undefined, twice: undefined };
}

function flawed(
  reading: Careful,
  offset: number,
  message: string,
  code: Flaw['code'] = 'syntax',
): undefined {
  reading.flaw ??= { offset, code, message };
  return undefined;
}

/** The value that stands there; undefined where it is flawed. */
export function carefulValue(reading: Careful, depth = 0): unknown {
  const { bytes, end } = reading;
  reading.at = afterSpace(bytes, reading.at, end);
  const { at } = reading;
  if (at >= end) {
    flawed(reading, at, 'ends where a value must stand');
    return;
  }
  if (depth > DEEPEST) {
    flawed(reading, at, `nests deeper than ${DEEPEST}`, 'depth');
    return;
  }
  switch (byteAt(bytes, at)) {
    case QUOTE:
      return carefulText(reading);
    case OPEN:
      return carefulObject(reading, depth);
    case OPEN_LIST:
      return carefulList(reading, depth);
    case 0x74:
      return carefulWord(reading, afterTrue(bytes, at), true);
    case 0x66:
      return carefulWord(reading, afterFalse(bytes, at), false);
    case 0x6e:
      return carefulWord(reading, afterNull(bytes, at), null);
    default: {
      const next = afterNumber(bytes, at);
      if (next === UNUSUAL) {
        flawed(reading, at, `has ${shownByte(reading)} where a value must stand`);
        return;
      }
      return carefulWord(reading, next, Number(textOf(bytes, at, next)));
    }
  }
}

function shownByte({ bytes, at, end }: Careful): string {
  if (at >= end) return 'its end';
  const byte = byteAt(bytes, at);
  if (byte > 0x20 && byte < 0x7f) return `“${String.fromCharCode(byte)}”`;
  const length = byte < 0x80 ? 0 : characterLength(bytes, at);
  if (length > 0) return `“${textOf(bytes, at, at + length)}”`;
  return `the byte ${byte.toString(16).padStart(2, '0')}`;
}

function carefulWord<Value>(reading: Careful, next: number, value: Value): Value | undefined {
  if (next === UNUSUAL) {
    flawed(reading, reading.at, `has ${shownByte(reading)} where a value must stand`);
    return;
  }
  reading.at = next;
  return value;
}

function carefulText(reading: Careful): string | undefined {
  const { bytes, at } = reading;
  const next = afterText(bytes, at + 1);
  // A text without its closing quote may run into the next line's.
  if (next === UNUSUAL || next > reading.end) {
    textFlaw(reading);
    return;
  }
  reading.at = next;
  const text = textOf(bytes, at, next);
  return text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1);
}

function textFlaw(reading: Careful): undefined {
  const { bytes, end } = reading;
  let place = reading.at + 1;
  for (;;) {
    if (place >= end) {
      flawed(reading, end, 'ends within a text');
      return;
    }
    const byte = byteAt(bytes, place);
    if (byte < 0x20) {
      flawed(reading, place, 'has a line break or another control character within a text');
      return;
    }
    if (byte === BACKSLASH) {
      const next = afterEscape(bytes, place);
      if (next === UNUSUAL) {
        flawed(reading, place, 'has an escape that JSON does not know');
        return;
      }
      place = next;
    } else if (byte < 0x80) place++;
    else {
      const length = characterLength(bytes, place);
      if (length === 0) {
        flawed(reading, place, 'is not UTF-8', 'encoding');
        return;
      }
      place += length;
    }
  }
}

function carefulList(reading: Careful, depth: number): unknown[] | undefined {
  const { bytes, end } = reading;
  const list: unknown[] = [];
  reading.at = afterSpace(bytes, reading.at + 1, end);
  if (byteAt(bytes, reading.at) === CLOSE_LIST) {
    reading.at++;
    return list;
  }
  for (;;) {
    const value = carefulValue(reading, depth + 1);
    if (value === undefined) return undefined;
    list.push(value);
    const more = carefulComma(reading, CLOSE_LIST);
    if (more === undefined) return undefined;
    if (!more) return list;
  }
}

// Whether another entry follows; undefined where neither a comma nor the end does.
function carefulComma(reading: Careful, closing: number): boolean | undefined {
  const { bytes, end } = reading;
  reading.at = afterSpace(bytes, reading.at, end);
  const byte = reading.at < end ? byteAt(bytes, reading.at) : 0;
  if (byte !== COMMA && byte !== closing) {
    const mark = String.fromCharCode(closing);
    flawed(reading, reading.at, `has ${shownByte(reading)} where “,” or “${mark}” must stand`);
    return;
  }
  reading.at++;
  return byte === COMMA;
}

function carefulObject(reading: Careful, depth: number): object | undefined {
  const { bytes, end } = reading;
  const entries = new Map<string, unknown>();
  reading.at = afterSpace(bytes, reading.at + 1, end);
  if (byteAt(bytes, reading.at) === CLOSE) {
    reading.at++;
    return {};
  }
  for (;;) {
    reading.at = afterSpace(bytes, reading.at, end);
    const { at } = reading;
    if (at >= end || byteAt(bytes, at) !== QUOTE) {
      flawed(reading, at, `has ${shownByte(reading)} where a name in quotes must stand`);
      return;
    }
    const name = carefulText(reading);
    if (name === undefined) return undefined;
    reading.at = afterSpace(bytes, reading.at, end);
    if (reading.at >= end || byteAt(bytes, reading.at) !== COLON) {
      flawed(reading, reading.at, `has ${shownByte(reading)} where “:” must stand`);
      return;
    }
    reading.at++;
    const value = carefulValue(reading, depth + 1);
    if (value === undefined) return undefined;
    if (entries.has(name))
      reading.twice ??= { offset: at, code: 'twice', message: `has “${name}” twice` };
    entries.set(name, value);
    const more = carefulComma(reading, CLOSE);
    if (more === undefined) return undefined;
    // Unlike assignments, this makes an entry of `__proto__` too.
    if (!more) return Object.fromEntries(entries);
  }
}
