// JSON Schema as data, with the two builders that user-given names make necessary: names such as
// `__proto__` are ordinary here, and ajv passes over that one in `properties`.

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A JSON Schema 2020-12. */
export type JsonSchema = Readonly<Record<string, Json>>;

/** The keywords for an object with these entries and no others. */
export function entriesSchema(
  entries: Iterable<readonly [string, JsonSchema]>,
  required: readonly string[] = [],
): JsonSchema {
  const all = [...entries];
  const special = all.filter(([name]) => name === '__proto__');
  return {
    // `fromEntries` defines entries as they are, where an assignment would call a setter.
    properties: Object.fromEntries(all.filter(([name]) => name !== '__proto__')),
    ...(special.length > 0 && {
      patternProperties: Object.fromEntries(special.map(([, schema]) => ['^__proto__$', schema])),
    }),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

/** A schema for texts and, where its `type` says so, for what is no text and not looked at. */
export function oneOfWords(words: readonly string[], ...others: readonly string[]): JsonSchema {
  // Not `enum` alone, which would also decide about objects and null.
  return { type: ['string', ...others], if: { type: 'string' }, then: { enum: words } };
}

/** The kinds of JSON values that a schema's `type` lists. */
export function typesOf({ type }: JsonSchema): readonly string[] {
  const types: readonly (Json | undefined)[] = Array.isArray(type) ? type : [type];
  return types.filter((name) => typeof name === 'string');
}

/** The same schema, also accepting null. */
export function orNull(schema: JsonSchema): JsonSchema {
  const types = typesOf(schema);
  return types.includes('null') ? schema : { ...schema, type: [...types, 'null'] };
}

/** One of them or a list of them. */
export function orList(schema: JsonSchema): JsonSchema {
  return { ...schema, type: [...typesOf(schema), 'array'], items: schema };
}

/** The keywords for an object whose entries all have one schema, under these names only. */
export function namedSchema(names: readonly string[], schema: JsonSchema): JsonSchema {
  if (names.length === 0) return { additionalProperties: false };
  return { propertyNames: { enum: names }, additionalProperties: schema };
}

/**
 * The names of schemas that several places share. They become the names of types in programs, so they
 * are ASCII and none that JavaScript or the DOM uses already (`Date`, `Text`, `Record` …).
 */
export type SharedName =
  | 'Money'
  | 'Percentage'
  | 'Count'
  | 'Figure'
  | 'YesOrNo'
  | 'Word'
  | 'Day'
  | 'Wording'
  | 'Target'
  | 'Actual'
  | 'List'
  | 'Entries'
  | 'Row'
  | 'Fields'
  | 'Award'
  | 'Choice'
  | 'Checklist'
  | 'Reported'
  | 'ReportedScore'
  | 'ReportedFigure'
  | 'ReportedOutput'
  | 'Expectation'
  | 'ScoreLimits'
  | 'ExpectedOutput';

/** Schemas that several places share: their names by their own JSON text. */
export interface Definitions {
  readonly names: Map<string, string>;
  readonly schemas: Map<string, JsonSchema>;
  readonly counts: Map<SharedName, number>;
}

export function newDefinitions(): Definitions {
  return { names: new Map(), schemas: new Map(), counts: new Map() };
}

/** A reference to a schema, which is kept once however often it is used: `Money`, `Count`, `Count2` … */
export function share(definitions: Definitions, kind: SharedName, schema: JsonSchema): JsonSchema {
  const text = kind + JSON.stringify(schema);
  const name = definitions.names.get(text) ?? newName(definitions, kind);
  definitions.names.set(text, name);
  definitions.schemas.set(name, { title: name, ...schema });
  return { $ref: `#/$defs/${name}` };
}

function newName({ counts }: Definitions, kind: SharedName): string {
  const count = (counts.get(kind) ?? 0) + 1;
  counts.set(kind, count);
  return count === 1 ? kind : `${kind}${count}`;
}
