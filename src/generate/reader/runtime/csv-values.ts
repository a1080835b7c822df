// Cells of CSV as the values that a department's file would have: what is empty is not known, and an input
// of which more is said than its value becomes an object with its evidence.
import { OPEN, OPEN_LIST, utf8 } from './bytes.ts';
import { carefulAt, carefulValue } from './careful.ts';
import type { Cells } from './csv-cells.ts';
import { cellText } from './csv-cells.ts';
import type { Binding } from './csv-header.ts';
import type { Reading, Slot } from './reading.ts';

/** The value of an input; undefined where a cell is not UTF-8. */
export function valueIn({ bytes }: Reading, binding: Binding, cells: Cells): unknown {
  const { slot, whole, entries, remarks } = binding;
  let isText = true;
  const textAt = (index: number): string => {
    const text = cellText(bytes, cells, index);
    isText &&= text !== undefined;
    return text ?? '';
  };
  const stated = new Map<string, unknown>();
  for (const [name, index] of remarks) {
    const text = textAt(index);
    if (text !== '') stated.set(name, text);
  }
  let value: unknown = null;
  if (whole >= 0) value = plainValue(slot, textAt(whole));
  else if (slot.kind === 'figures')
    value = slot.figures.map((_, place) => {
      const index = entries.get(String(place + 1));
      return index === undefined ? null : textAt(index) || null;
    });
  else if (entries.size > 0) {
    const met = [...entries].map(([name, index]) => [name, truth(textAt(index))] as const);
    stated.set('entries', Object.fromEntries(met.filter(([, each]) => each !== '')));
  }
  if (!isText) return undefined;
  if (stated.size === 0) return value;
  const isAward = slot.kind === 'award' || slot.kind === 'checklist';
  if (!stated.has('entries'))
    stated.set(slot.kind === 'choice' ? 'choice' : isAward ? 'award' : 'value', value);
  return Object.fromEntries(stated);
}

function plainValue({ kind, field }: Slot, text: string): unknown {
  if (text === '') return null;
  const first = text.charCodeAt(0);
  if (field.isText === true || (first !== OPEN && first !== OPEN_LIST))
    return kind === 'truth' ? truth(text) : text;
  const bytes = utf8(text);
  const careful = carefulAt(bytes, 0, bytes.length);
  const value = carefulValue(careful);
  return careful.flaw || careful.twice || careful.at < bytes.length ? text : value;
}

// Tables write truths as `TRUE` and `FALSE` too.
function truth(text: string): boolean | string {
  const word = text.toLowerCase();
  return word === 'true' ? true : word === 'false' ? false : text;
}
