// A schema whose keywords apply to one kind of JSON value each, as a union of schemas with one kind
// each: what a type in TypeScript must be made from. Patterns and limits, which no type can hold, are
// left out; references become the names of types.
import type { Json, JsonSchema } from '../../input/json-schema.ts';
import { typesOf } from '../../input/json-schema.ts';
import { referredName } from '../schema/references.ts';

/** The same values, as far as types can tell them apart, as alternatives of one kind each. */
export function unionSchema(schema: JsonSchema): JsonSchema {
  const branches = distinct(branchesOf(schema));
  const [only, ...others] = branches;
  const union = only !== undefined && others.length === 0 ? only : { anyOf: branches };
  const { description } = schema;
  return { ...union, ...(description !== undefined && { description }) };
}

function branchesOf(schema: JsonSchema): JsonSchema[] {
  const type = referredName(schema);
  if (type !== undefined) return [{ tsType: type }];
  if (schema['anyOf'] !== undefined) return (schema['anyOf'] as JsonSchema[]).flatMap(branchesOf);
  if (schema['const'] !== undefined) return [{ enum: [schema['const']] }];
  if (schema['not'] !== undefined) return [{ tsType: 'never' }];
  const kinds = typesOf(schema);
  if (kinds.length > 0) return kinds.flatMap((kind) => branchesOfKind(schema, kind));
  return schema['enum'] === undefined ? [{}] : [{ enum: schema['enum'] }];
}

function branchesOfKind(schema: JsonSchema, kind: string): JsonSchema[] {
  const { if: condition, then, else: otherwise, ...base } = schema;
  if (condition === undefined) return [plainBranch(base, kind)];
  return consequences(condition as JsonSchema, kind, then, otherwise).flatMap((consequence) => {
    if (consequence === undefined) return [plainBranch(base, kind)];
    const keywords = consequence as JsonSchema;
    if (referredName(keywords) !== undefined) return branchesOf(keywords);
    return branchesOfKind({ ...base, ...keywords }, kind);
  });
}

// Conditions in our schemas ask for the kind of a value, or whether an object has certain entries, which
// may or may not be.
function consequences(
  condition: JsonSchema,
  kind: string,
  then: Json | undefined,
  otherwise: Json | undefined,
): (Json | undefined)[] {
  if (condition['type'] !== undefined) return [condition['type'] === kind ? then : otherwise];
  return kind === 'object' ? [then, otherwise] : [undefined];
}

function plainBranch(schema: JsonSchema, kind: string): JsonSchema {
  switch (kind) {
    case 'object':
      return objectBranch(schema);
    case 'array': {
      const { minItems, maxItems, items } = schema;
      return {
        type: kind,
        items: items === undefined ? {} : unionSchema(items as JsonSchema),
        ...(minItems !== undefined && { minItems }),
        ...(maxItems !== undefined && { maxItems }),
      };
    }
    case 'string':
      return schema['enum'] === undefined ? { type: kind } : { enum: schema['enum'] };
    default:
      return { type: kind };
  }
}

function objectBranch(schema: JsonSchema): JsonSchema {
  const named = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const { required = [] } = schema;
  const properties = [...Object.entries(named), ...specialEntries(schema)].map(
    ([name, entry]): [string, JsonSchema] => [name, unionSchema(entry)],
  );
  const known = new Set(properties.map(([name]) => name));
  const further = furtherEntries(schema).filter(([name]) => !known.has(name));
  return {
    type: 'object',
    properties: Object.fromEntries([...properties, ...further]),
    required,
    additionalProperties: false,
  };
}

// The one name that stands in `patternProperties`, because validators pass over it elsewhere.
function specialEntries(schema: JsonSchema): [string, JsonSchema][] {
  const patterns = (schema['patternProperties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  return Object.entries(patterns).map(([pattern, entry]) => [pattern.slice(1, -1), entry]);
}

// Names that are listed and all have one schema.
function furtherEntries(schema: JsonSchema): [string, JsonSchema][] {
  const names = (schema['propertyNames'] as JsonSchema | undefined)?.['enum'];
  const entry = schema['additionalProperties'];
  if (names === undefined || typeof entry !== 'object') return [];
  return (names as readonly string[]).map((name) => [name, unionSchema(entry as JsonSchema)]);
}

function distinct(branches: readonly JsonSchema[]): JsonSchema[] {
  return [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()];
}
