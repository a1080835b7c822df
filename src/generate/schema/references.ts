// Which definitions a schema needs: those it refers to, and those that they refer to in turn.
import type { Json, JsonSchema } from '../../input/json-schema.ts';

const PREFIX = '#/$defs/';

/** A reference to a definition. */
export function reference(name: string): JsonSchema {
  return { $ref: PREFIX + name };
}

/** The name of the definition that a schema refers to, if it does. */
export function referredName({ $ref }: JsonSchema): string | undefined {
  return typeof $ref === 'string' && $ref.startsWith(PREFIX)
    ? $ref.slice(PREFIX.length)
    : undefined;
}

/** The definitions that a schema needs, in the order in which they are defined. */
export function referredTo(
  schema: JsonSchema,
  definitions: ReadonlyMap<string, JsonSchema>,
): ReadonlyMap<string, JsonSchema> {
  const needed = new Set<string>();
  const collect = (part: Json): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('$ref' in part) {
      const name = referredName(part);
      const definition = name === undefined ? undefined : definitions.get(name);
      if (name !== undefined && definition && !needed.has(name)) {
        needed.add(name);
        collect(definition);
      }
    }
    for (const inner of Object.values<Json>(part)) collect(inner);
  };
  collect(schema);
  return new Map([...definitions].filter(([name]) => needed.has(name)));
}
