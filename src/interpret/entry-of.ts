// What an aggregate says of each entry of a list, said of one entry by its number.
import type { Expression } from '../model/expression.ts';
import { mapParts } from './map-parts.ts';

/** The part with the entry at `index` (from 1) of the list in the place of `each`. */
export function entryOf(part: Expression, over: Expression, index: number): Expression {
  // What an aggregate inside calls `each` is its own.
  if (part.kind === 'aggregate') return { ...part, over: entryOf(part.over, over, index) };
  if (part.kind === 'each')
    return { kind: 'entry', of: over, index, type: part.type, span: part.span };
  return mapParts(part, (inner) => entryOf(inner, over, index));
}
