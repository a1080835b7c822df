// Schemas in which parts that stand in several places are definitions instead: ajv writes the code of a
// definition once, and the same parts (remarks, evidence, figures) stand beside every input.
import type { Json, JsonSchema } from '../../input/json-schema.ts';
import { reference } from '../schema/references.ts';

/** Where a schema holds one schema, and where several by name. */
const SINGLE: ReadonlySet<string> = new Set(['items', 'then', 'else', 'additionalProperties']);
const WORDS: ReadonlySet<string> = new Set(['$schema', 'title', 'description', 'default']);
const NAMED: ReadonlySet<string> = new Set(['properties', 'patternProperties']);

/** The same definitions and those that their repeated parts became; without words for people. */
export function shareRepeated(
  schemas: ReadonlyMap<string, JsonSchema>,
): ReadonlyMap<string, JsonSchema> {
  const plain = [...schemas].map(([name, schema]) => [name, withoutWords(schema)] as const);
  const counts = new Map<string, number>();
  for (const [, schema] of plain)
    mapParts(schema, (_, original) => {
      const text = JSON.stringify(original);
      counts.set(text, (counts.get(text) ?? 0) + 1);
      return original;
    });
  const shared = new Map<string, { readonly name: string; readonly schema: JsonSchema }>();
  const share = (part: JsonSchema, original: JsonSchema): JsonSchema => {
    const text = JSON.stringify(original);
    if ((counts.get(text) ?? 0) < 2 || Object.keys(original).length === 1) return part;
    const { name } = shared.get(text) ?? { name: `shared${shared.size + 1}` };
    shared.set(text, { name, schema: part });
    return reference(name);
  };
  const rewritten = plain.map(([name, schema]) => [name, mapParts(schema, share)] as const);
  return new Map([
    ...rewritten,
    ...[...shared.values()].map(({ name, schema }) => [name, schema] as const),
  ]);
}

function withoutWords(schema: JsonSchema): JsonSchema {
  const rest = Object.entries(schema).filter(([keyword]) => !WORDS.has(keyword));
  return mapParts(Object.fromEntries(rest), (_, original) => withoutWords(original));
}

/** A schema whose parts are replaced, the innermost first; `change` sees each before and after. */
function mapParts(
  schema: JsonSchema,
  change: (mapped: JsonSchema, original: JsonSchema) => JsonSchema,
): JsonSchema {
  const changed = (part: JsonSchema) => change(mapParts(part, change), part);
  const entries = Object.entries(schema).map(([keyword, value]): [string, Json] => {
    if (typeof value !== 'object' || value === null) return [keyword, value];
    if (SINGLE.has(keyword)) return [keyword, changed(value as JsonSchema)];
    if (!NAMED.has(keyword)) return [keyword, value];
    const parts = Object.entries(value as Readonly<Record<string, JsonSchema>>);
    return [keyword, Object.fromEntries(parts.map(([name, part]) => [name, changed(part)]))];
  });
  return Object.fromEntries(entries);
}
