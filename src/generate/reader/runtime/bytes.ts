// Steps over bytes of JSON. Each takes a place and gives the place behind what it found, or UNUSUAL where
// there is none; none of them looks at what a text means.

export const UNUSUAL = -1;

export const QUOTE = 0x22;
export const COMMA = 0x2c;
export const COLON = 0x3a;
export const OPEN = 0x7b;
export const CLOSE = 0x7d;
export const OPEN_LIST = 0x5b;
export const CLOSE_LIST = 0x5d;
export const BACKSLASH = 0x5c;
export const LINE_FEED = 0x0a;

/** Values nest no deeper than this. */
export const DEEPEST = 200;

const ENCODER = new TextEncoder();

export function utf8(text: string): Uint8Array {
  return ENCODER.encode(text);
}

/** The byte at a place; 0 behind the last, where no JSON goes on. */
export function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** Behind white space. */
export function afterSpace(bytes: Uint8Array, at: number, end: number): number {
  let place = at;
  for (; place < end; place++) {
    const byte = byteAt(bytes, place);
    if (byte !== 0x20 && byte !== LINE_FEED && byte !== 0x0d && byte !== 0x09) break;
  }
  return place;
}

/** Behind a token that stands there, byte for byte. */
export function afterToken(bytes: Uint8Array, at: number, token: Uint8Array): number {
  const { length } = token;
  for (let index = 0; index < length; index++)
    if (bytes[at + index] !== token[index]) return UNUSUAL;
  return at + length;
}

/** Whether the same bytes stand at both places; the caller knows that there are so many. */
export function isSame(view: DataView, one: number, other: number, length: number): boolean {
  let index = 0;
  for (; index + 4 <= length; index += 4)
    if (view.getInt32(one + index, true) !== view.getInt32(other + index, true)) return false;
  for (; index < length; index++)
    if (view.getInt8(one + index) !== view.getInt8(other + index)) return false;
  return true;
}

/** How many bytes a character beyond ASCII takes; 0 where they are no UTF-8. */
export function characterLength(bytes: Uint8Array, at: number): number {
  const first = byteAt(bytes, at);
  const second = byteAt(bytes, at + 1);
  const isNext = (byte: number) => (byte & 0xc0) === 0x80;
  if (!isNext(second) || first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  if (!isNext(byteAt(bytes, at + 2))) return 0;
  // Overlong forms and surrogates.
  if (first < 0xf0)
    return (first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f) ? 0 : 3;
  if (!isNext(byteAt(bytes, at + 3))) return 0;
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? 0 : 4;
}

function isHex(byte: number): boolean {
  return isDigit(byte) || (byte >= 0x41 && byte <= 0x46) || (byte >= 0x61 && byte <= 0x66);
}

/** Behind an escape, whose backslash stands there. */
export function afterEscape(bytes: Uint8Array, at: number): number {
  const mark = byteAt(bytes, at + 1);
  if (mark === 0x75) {
    for (let index = 2; index < 6; index++) if (!isHex(byteAt(bytes, at + index))) return UNUSUAL;
    return at + 6;
  }
  return '"\\/bfnrt'.includes(String.fromCharCode(mark)) ? at + 2 : UNUSUAL;
}

/** Behind the closing quote of a text, from behind its opening one. */
export function afterText(bytes: Uint8Array, at: number): number {
  let place = at;
  for (;;) {
    const byte = byteAt(bytes, place);
    if (byte === QUOTE) return place + 1;
    if (byte < 0x20) return UNUSUAL;
    if (byte === BACKSLASH) {
      place = afterEscape(bytes, place);
      if (place === UNUSUAL) return UNUSUAL;
    } else if (byte < 0x80) place++;
    else {
      const length = characterLength(bytes, place);
      if (length === 0) return UNUSUAL;
      place += length;
    }
  }
}

function afterDigits(bytes: Uint8Array, at: number): number {
  let place = at;
  while (isDigit(byteAt(bytes, place))) place++;
  return place > at ? place : UNUSUAL;
}

/** Behind a number, as JSON writes it. */
export function afterNumber(bytes: Uint8Array, at: number): number {
  const first = byteAt(bytes, at) === 0x2d ? at + 1 : at;
  let place = byteAt(bytes, first) === 0x30 ? first + 1 : afterDigits(bytes, first);
  if (place !== UNUSUAL && byteAt(bytes, place) === 0x2e) place = afterDigits(bytes, place + 1);
  if (place !== UNUSUAL && (byteAt(bytes, place) | 0x20) === 0x65) {
    const sign = byteAt(bytes, place + 1);
    place = afterDigits(bytes, sign === 0x2b || sign === 0x2d ? place + 2 : place + 1);
  }
  return place;
}

const TRUE = utf8('true');
const FALSE = utf8('false');
const NULL = utf8('null');

export function afterTrue(bytes: Uint8Array, at: number): number {
  return afterToken(bytes, at, TRUE);
}

export function afterFalse(bytes: Uint8Array, at: number): number {
  return afterToken(bytes, at, FALSE);
}

export function afterNull(bytes: Uint8Array, at: number): number {
  return afterToken(bytes, at, NULL);
}

/** Behind any value that nobody reads; it must be JSON all the same. */
export function afterValue(bytes: Uint8Array, at: number, end: number, depth = 0): number {
  switch (byteAt(bytes, at)) {
    case QUOTE:
      return afterText(bytes, at + 1);
    case OPEN:
      return depth < DEEPEST ? afterEntries(bytes, at, end, depth, true) : UNUSUAL;
    case OPEN_LIST:
      return depth < DEEPEST ? afterEntries(bytes, at, end, depth, false) : UNUSUAL;
    case 0x74:
      return afterTrue(bytes, at);
    case 0x66:
      return afterFalse(bytes, at);
    case 0x6e:
      return afterNull(bytes, at);
    default:
      return afterNumber(bytes, at);
  }
}

function afterEntries(
  bytes: Uint8Array,
  at: number,
  end: number,
  depth: number,
  hasKeys: boolean,
): number {
  const closing = hasKeys ? CLOSE : CLOSE_LIST;
  let place = afterSpace(bytes, at + 1, end);
  if (byteAt(bytes, place) === closing) return place + 1;
  for (;;) {
    if (hasKeys) {
      if (byteAt(bytes, place) !== QUOTE) return UNUSUAL;
      place = afterColon(bytes, afterText(bytes, place + 1), end);
      if (place === UNUSUAL) return UNUSUAL;
    }
    place = afterValue(bytes, place, end, depth + 1);
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
    const byte = byteAt(bytes, place);
    if (byte === closing) return place + 1;
    if (byte !== COMMA) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
  }
}

/** At a value, from behind its key. */
export function afterColon(bytes: Uint8Array, at: number, end: number): number {
  if (at === UNUSUAL) return UNUSUAL;
  const place = afterSpace(bytes, at, end);
  return byteAt(bytes, place) === COLON ? afterSpace(bytes, place + 1, end) : UNUSUAL;
}
