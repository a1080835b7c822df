// The few shapes that results are made of, as JSON Schema: texts, lists, objects whose entries are all
// there unless said otherwise, and words out of a list.
import type { JsonSchema } from '../../input/json-schema.ts';

export const TEXT: JsonSchema = { type: 'string' };
export const TRUTH: JsonSchema = { type: 'boolean' };
export const NULL: JsonSchema = { type: 'null' };
export const TEXTS: JsonSchema = listOf(TEXT);
/** Sentences for people, in the language that the scores were asked for in. */
export const STEPS: JsonSchema = listOf(TEXT);

export const APPLICABILITY: JsonSchema = oneOf([
  'applicable',
  'not-applicable',
  'absent',
  'undecided',
]);

export function listOf(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

/** An object that has all of these entries but for the optional ones. */
export function objectOf(
  properties: Readonly<Record<string, JsonSchema>>,
  optional: readonly string[] = [],
): JsonSchema {
  const required = Object.keys(properties).filter((name) => !optional.includes(name));
  return { type: 'object', properties, required };
}

/** One of these words; nothing at all where there are none. */
export function oneOf(words: readonly string[]): JsonSchema {
  return words.length === 0 ? { not: {} } : { enum: words };
}

export function eitherOf(...schemas: readonly JsonSchema[]): JsonSchema {
  return { anyOf: schemas };
}
