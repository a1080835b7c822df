// A project ↔ the part of a link behind `#`: the whole state compressed, so that no server ever sees it.
// Whoever has the link can read it. Reading sets limits before it unpacks, and trusts nothing.
import { Inflate, deflateSync, strFromU8, strToU8 } from 'fflate';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { fileWords } from './file-words.ts';
import type { ProjectState, ReadState } from './project-state.ts';
import { faultOf, stateFrom } from './project-state.ts';

/** Before the data; a change that older pages cannot read gets another number. */
const MARK = 's=';
const VERSION = '1';

/** Longer links do not get through mail and chat whole. */
const LONGEST_LINK = 4_000_000;
const LARGEST_STATE = 48_000_000;

/** Links beyond this are cut by some programs; a page can say so and offer the zip file. */
export const COMFORTABLE_LINK = 30_000;

export type Shared =
  | { readonly kind: 'hash'; readonly hash: string }
  | { readonly kind: 'refused'; readonly message: string };

/** The hash of a link, without the `#`. */
export function writeLink(state: ProjectState, language: Language): Shared {
  const fault = faultOf(state, language);
  if (fault !== undefined) return { kind: 'refused', message: fault };
  const packed = deflateSync(strToU8(JSON.stringify(state)), { level: 9 });
  const hash = `${MARK}${VERSION}.${toBase64Url(packed)}`;
  if (hash.length > LONGEST_LINK) return { kind: 'refused', message: fileWords[language].tooLarge };
  return { kind: 'hash', hash };
}

/** The project in the part of a link behind `#`. */
export function readLink(hash: string, language: Language): ReadState {
  const words = fileWords[language];
  const refuse = (message: string): ReadState => ({ kind: 'refused', message });
  if (hash.length > LONGEST_LINK) return refuse(words.tooLarge);
  const parts = /^#?s=(\d{1,4})\.([\s\S]*)$/.exec(hash);
  if (!parts) return refuse(words.cutLink);
  const [, version = '', body = ''] = parts;
  if (version !== VERSION) return refuse(words.newerLink(version));
  const packed = fromBase64Url(body);
  if (packed === undefined) return refuse(words.notLink);
  const bytes = unpacked(packed);
  if (bytes === undefined) return refuse(words.cutLink);
  if (bytes === 'too-large') return refuse(words.tooLarge);
  let data: unknown;
  try {
    data = JSON.parse(strFromU8(bytes));
  } catch {
    return refuse(words.cutLink);
  }
  return stateFrom(data, language);
}

// In small bites, so that a few bytes that stand for very many are found out early.
const BITE = 4096;

function unpacked(packed: Uint8Array): Uint8Array | 'too-large' | undefined {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const ended = { isWhole: false };
  const inflate = new Inflate((piece, isLast) => {
    pieces.push(piece);
    size += piece.length;
    ended.isWhole ||= isLast;
  });
  try {
    for (let at = 0; at < packed.length && size <= LARGEST_STATE; at += BITE)
      inflate.push(packed.subarray(at, at + BITE), at + BITE >= packed.length);
  } catch {
    return undefined;
  }
  if (size > LARGEST_STATE) return 'too-large';
  if (!ended.isWhole) return undefined;
  const all = new Uint8Array(size);
  let place = 0;
  for (const piece of pieces) {
    all.set(piece, place);
    place += piece.length;
  }
  return all;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES: ReadonlyMap<string, number> = new Map(
  Array.from(DIGITS, (digit, value) => [digit, value]),
);

/** Bytes as base64 without signs that mean something in links. */
export function toBase64Url(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const bits = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let digit = 0; digit < Math.min(4, left + 1); digit++)
      pieces.push(DIGITS[(bits >> (18 - 6 * digit)) & 63] ?? '');
  }
  return pieces.join('');
}

/** The bytes; undefined where there is any other sign. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  const plain = text.replace(/=+$/, '');
  if (plain.length % 4 === 1) return undefined;
  const bytes = new Uint8Array(Math.floor((plain.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let place = 0;
  for (const sign of plain) {
    const value = VALUES.get(sign);
    if (value === undefined) return undefined;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes[place++] = (bits >> held) & 255;
  }
  return bytes;
}
