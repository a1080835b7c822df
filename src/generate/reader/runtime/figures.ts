// Decimal digits straight into whole steps. What is longer than doubles count, finer than a step or outside
// of what is declared is left to `decode`.
import { QUOTE, UNUSUAL, afterToken, byteAt, isDigit } from './bytes.ts';
import type { Figures, Slot } from './reading.ts';

/** So many digits a double always holds. */
const MOST_DIGITS = 15;

/** Reads a figure with no unit behind it into a column; gives the place behind its last digit. */
export function afterFigure(
  bytes: Uint8Array,
  at: number,
  { least, most }: Slot,
  scales: Float64Array,
  column: Figures,
  row: number,
): number {
  const isNegative = byteAt(bytes, at) === 0x2d;
  const first = isNegative ? at + 1 : at;
  let place = first;
  let byte = byteAt(bytes, place);
  let digits = 0;
  for (; isDigit(byte); byte = byteAt(bytes, ++place)) digits = digits * 10 + (byte - 0x30);
  // Leading zeros are no JSON outside of quotes.
  if (place === first || (place > first + 1 && byteAt(bytes, first) === 0x30)) return UNUSUAL;
  let count = place - first;
  let decimals = 0;
  if (byte === 0x2e) {
    const point = place;
    byte = byteAt(bytes, ++place);
    for (; isDigit(byte); byte = byteAt(bytes, ++place)) digits = digits * 10 + (byte - 0x30);
    decimals = place - point - 1;
    if (decimals === 0) return UNUSUAL;
    count += decimals;
  }
  if (count > MOST_DIGITS) return UNUSUAL;
  let scale = scales[decimals] ?? Number.NaN;
  if (Number.isNaN(scale)) {
    for (; decimals > 0 && digits % 10 === 0; decimals--) digits /= 10;
    scale = scales[decimals] ?? Number.NaN;
  }
  const steps = isNegative ? 0 - digits * scale : digits * scale;
  if (!(steps >= least && steps <= most)) return UNUSUAL;
  column[row] = steps;
  return place;
}

/** Reads a figure that may stand in quotes with its unit. */
export function afterWrittenFigure(
  bytes: Uint8Array,
  at: number,
  slot: Slot,
  column: Figures,
  row: number,
): number {
  const { units } = slot;
  const [bare] = units;
  if (bare === undefined) return UNUSUAL;
  if (byteAt(bytes, at) !== QUOTE) {
    const next = afterFigure(bytes, at, slot, bare.scales, column, row);
    noteHole(slot, at, next, bare.scales);
    return next;
  }
  let behind = at + 1;
  for (let byte = byteAt(bytes, behind); isDigit(byte) || byte === 0x2e || byte === 0x2d;)
    byte = byteAt(bytes, ++behind);
  const mark = byteAt(bytes, behind) === 0x20 ? behind + 1 : behind;
  for (const unit of units) {
    const next = afterToken(bytes, mark, unit.mark);
    if (next === UNUSUAL) continue;
    noteHole(slot, at + 1, behind, unit.scales);
    return afterFigure(bytes, at + 1, slot, unit.scales, column, row) === behind ? next : UNUSUAL;
  }
  return UNUSUAL;
}

// Where the digits stand: the text around them is what the next record is compared with.
function noteHole(slot: Slot, from: number, to: number, scales: Float64Array): void {
  const { found, holes } = slot;
  // Figures of one list in different units have no common scale.
  if (holes > 0 && slot.scales !== scales) slot.holes = -1;
  if (slot.holes < 0) return;
  slot.scales = scales;
  found[2 * holes + 1] = from;
  found[2 * holes + 2] = to;
  slot.holes++;
}
