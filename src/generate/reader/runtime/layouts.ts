// Lists, records and texts that no score reads: they are looked at only to see that `decode` would take them.
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
  afterNull,
  afterSpace,
  afterText,
  afterToken,
  byteAt,
  utf8,
} from './bytes.ts';
import { afterWrittenFigure } from './figures.ts';
import type { Field, Layout, Reading, Slot } from './reading.ts';

/** A layout with its names and words as bytes. */
export type Laid =
  | { readonly kind: 'text' | 'achieved' }
  | { readonly kind: 'word'; readonly words: readonly Uint8Array[] }
  | { readonly kind: 'figure'; readonly slot: Slot; readonly aside: Float64Array }
  | { readonly kind: 'list'; readonly of: Laid; readonly fewest: number; readonly longest: number }
  | { readonly kind: 'record'; readonly fields: readonly (readonly [Uint8Array, Laid])[] };

/** Makes a layout ready; `slotOf` makes the slot of a figure. */
export function laidOut(layout: Layout, slotOf: (field: Field) => Slot): Laid {
  switch (layout.kind) {
    case 'text':
    case 'achieved':
      return { kind: layout.kind };
    case 'word':
      return { kind: 'word', words: layout.words.map((word) => utf8(JSON.stringify(word))) };
    case 'figure':
      return {
        kind: 'figure',
        slot: slotOf({ ...layout, name: '', columns: [] }),
        aside: new Float64Array(1),
      };
    case 'list': {
      const { fewest, longest = Infinity } = layout;
      return { kind: 'list', of: laidOut(layout.of, slotOf), fewest, longest };
    }
    case 'record':
      return {
        kind: 'record',
        fields: layout.fields.map(
          ([name, of]) => [utf8(JSON.stringify(name)), laidOut(of, slotOf)] as const,
        ),
      };
    default:
      return layout satisfies never;
  }
}

/** Behind a value that is laid out as declared. */
export function afterLaid(reading: Reading, at: number, laid: Laid): number {
  const { bytes } = reading;
  if (byteAt(bytes, at) === 0x6e) return afterNull(bytes, at);
  switch (laid.kind) {
    case 'text':
      return byteAt(bytes, at) === QUOTE ? afterText(bytes, at + 1) : UNUSUAL;
    case 'achieved':
      return afterAchieved(bytes, at);
    case 'word':
      for (const word of laid.words) {
        const next = afterToken(bytes, at, word);
        if (next !== UNUSUAL) return next;
      }
      return UNUSUAL;
    case 'figure':
      laid.slot.holes = -1;
      return afterWrittenFigure(bytes, at, laid.slot, laid.aside, 0);
    case 'list':
      return afterLaidList(reading, at, laid);
    case 'record':
      return afterLaidRecord(reading, at, laid);
    default:
      return laid satisfies never;
  }
}

/** Longer texts, and those with commas, which may separate digits, are looked at by `decode`. */
const LONGEST = 3000;

// A target or what was achieved: any text that is not blank.
function afterAchieved(bytes: Uint8Array, at: number): number {
  const [first, second] = [byteAt(bytes, at + 1), byteAt(bytes, at + 2)];
  const isSign = first === 0xe2 && second === 0x89;
  const isMark = isSign || (first > 0x20 && first < 0x7f) || (first >= 0xe4 && first <= 0xe9);
  if (byteAt(bytes, at) !== QUOTE || first === QUOTE || !isMark) return UNUSUAL;
  const next = afterText(bytes, at + 1);
  if (next - at > LONGEST) return UNUSUAL;
  for (let place = at + 1; place < next; place++) {
    const byte = byteAt(bytes, place);
    // Half-width, and the first byte of a full-width one.
    if (byte === COMMA || byte === BACKSLASH || byte === 0xef) return UNUSUAL;
  }
  return next;
}

function afterLaidList(
  reading: Reading,
  at: number,
  { of, fewest, longest }: Extract<Laid, { kind: 'list' }>,
): number {
  const { bytes, end } = reading;
  if (byteAt(bytes, at) !== OPEN_LIST) return UNUSUAL;
  let place = afterSpace(bytes, at + 1, end);
  let count = 0;
  if (byteAt(bytes, place) === CLOSE_LIST) return fewest === 0 ? place + 1 : UNUSUAL;
  for (;;) {
    place = afterLaid(reading, place, of);
    if (place === UNUSUAL) return UNUSUAL;
    count++;
    place = afterSpace(bytes, place, end);
    const byte = byteAt(bytes, place);
    if (byte === CLOSE_LIST) return count >= fewest && count <= longest ? place + 1 : UNUSUAL;
    if (byte !== COMMA) return UNUSUAL;
    place = afterSpace(bytes, place + 1, end);
  }
}

// All fields in the order of the ruleset.
function afterLaidRecord(
  reading: Reading,
  at: number,
  { fields }: Extract<Laid, { kind: 'record' }>,
): number {
  const { bytes, end } = reading;
  let place = at;
  for (const [key, of] of fields) {
    if (byteAt(bytes, place) !== (place === at ? OPEN : COMMA)) return UNUSUAL;
    place = afterToken(bytes, afterSpace(bytes, place + 1, end), key);
    place = afterColon(bytes, place, end);
    if (place !== UNUSUAL) place = afterLaid(reading, place, of);
    if (place === UNUSUAL) return UNUSUAL;
    place = afterSpace(bytes, place, end);
  }
  return byteAt(bytes, place) === CLOSE && place > at ? place + 1 : UNUSUAL;
}
