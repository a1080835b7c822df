// A written type → the occurrences in it: the types that it names, the words and the fields that it
// declares.
import type { Name, TypeExpression } from '../syntax/tree.ts';
import type { Named } from './named.ts';
import type { Listener } from './resolve.ts';
import { note, resolveExpression } from './resolve.ts';
import type { Slot, View } from './slots.ts';
import { topOf, typeNamed } from './slots.ts';

/** The names of the types, words, fields and units in a written type. */
export function resolveType(
  listener: Listener,
  view: View,
  type: TypeExpression | undefined,
  parts: readonly Named[],
): void {
  switch (type?.kind) {
    case 'named': {
      note(listener, type.name, { kind: 'type', view }, typeNamed(topOf(view), type.name.text));
      return;
    }
    case 'money':
    case 'count':
    case 'measure': {
      listener.slot(type.unit, { kind: 'unit', of: type.kind });
      return;
    }
    case 'list':
      resolveExpression(listener, view, type.least);
      {
        resolveType(listener, view, type.of, parts);
        return;
      }
    case 'one-of':
      for (const value of type.values) note(listener, value, NEW, at(parts, value), 'declaration');
      return;
    case 'record':
      for (const field of type.fields) {
        for (const name of field.names) {
          const own = at(parts, name);
          note(listener, name, NEW, own, 'declaration');
          resolveType(listener, view, field.type, own?.parts ?? []);
        }
        for (const { limit } of field.bounds) resolveExpression(listener, view, limit);
      }
      return;
    default:
      return;
  }
}

const NEW: Slot = { kind: 'new', replaces: undefined };

function at(parts: readonly Named[], { text }: Name): Named | undefined {
  return parts.find(({ name }) => name === text);
}
