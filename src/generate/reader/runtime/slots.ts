// The slots of all inputs, and which of them a key belongs to.
import { BACKSLASH, QUOTE, UNUSUAL, afterText, afterToken, byteAt, utf8 } from './bytes.ts';
import { carefulAt, carefulValue } from './careful.ts';
import type { Field, Reading, Slot, Unit } from './reading.ts';

/** More decimals than any figure that is read here has. */
const SCALES = 16;

const NO_FIGURES = new Float64Array(0);
const NO_CODES = new Uint8Array(0);

function scalesOf(steps: number): Float64Array {
  return Float64Array.from({ length: SCALES }, (_, decimals) =>
    steps % 10 ** decimals === 0 ? steps / 10 ** decimals : Number.NaN,
  );
}

function unitsOf({ units = [] }: Field): readonly Unit[] {
  const bare = units.find(([label]) => label === '') ?? (['', Number.NaN] as const);
  return [bare, ...units.filter(([label]) => label !== '')].map(([label, steps]) => ({
    mark: utf8(`${label}"`),
    scales: scalesOf(steps),
  }));
}

function slotOf(field: Field): Slot {
  const figures = Math.max(field.columns.length, field.entries ?? 1);
  const slot: Omit<Slot, 'next'> = {
    field,
    kind: field.kind,
    units: unitsOf(field),
    least: field.least ?? -Number.MAX_SAFE_INTEGER,
    most: field.most ?? Number.MAX_SAFE_INTEGER,
    full: field.most ?? Number.NaN,
    none: Number.NaN,
    words: (field.words ?? []).map(([word, code]) => ({
      word,
      plain: utf8(word),
      quoted: utf8(JSON.stringify(word)),
      code,
    })),
    key: utf8(JSON.stringify(field.name)),
    figures: Array.from({ length: figures }, () => NO_FIGURES),
    codes: NO_CODES,
    values: [],
    turn: 0,
    around: new Int32Array(2 * figures + 2),
    found: new Int32Array(2 * figures + 2),
    holes: 0,
    isLearnt: false,
    isLast: false,
    scales: NO_FIGURES,
    remembered: [],
  };
  return Object.assign(slot, { next: slot as Slot });
}

/** A slot for each field, each followed by the next. */
export function slotsOf(fields: readonly Field[]): readonly Slot[] {
  const slots = fields.map(slotOf);
  for (const [index, slot] of slots.entries())
    slot.next = slots[(index + 1) % slots.length] ?? slot;
  return slots;
}

/** A number made of the bytes of a text up to its closing quote; undefined where it has escapes. */
function hashAt(bytes: Uint8Array, at: number): number | undefined {
  let hash = 0;
  for (let place = at + 1; ; place++) {
    const byte = byteAt(bytes, place);
    if (byte === QUOTE) return hash;
    if (byte === BACKSLASH || byte < 0x20) return undefined;
    hash = (Math.imul(hash, 31) + byte) | 0;
  }
}

/** The slots by the bytes of their keys. */
export function hashesOf(slots: readonly Slot[]): Map<number, Slot> {
  return new Map(slots.map((slot) => [hashAt(slot.key, 0) ?? 0, slot]));
}

/** The slot whose key stands there; the expected one is tried first. */
export function slotAt(reading: Reading, at: number, expected: Slot): Slot | undefined {
  const { bytes, end, byHash, byName } = reading;
  if (afterToken(bytes, at, expected.key) !== UNUSUAL) return expected;
  if (byteAt(bytes, at) !== QUOTE) return undefined;
  const likely = byHash.get(hashAt(bytes, at) ?? 0);
  if (likely && afterToken(bytes, at, likely.key) !== UNUSUAL) return likely;
  // Spelt with escapes, perhaps; it will be so again.
  const next = afterText(bytes, at + 1);
  const name = next === UNUSUAL ? undefined : carefulValue(carefulAt(bytes, at, end));
  const slot = typeof name === 'string' ? byName.get(name) : undefined;
  if (slot) slot.key = bytes.slice(at, next);
  return slot;
}
