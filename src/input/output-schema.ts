// The schemas of published and of expected outputs, and of limits between which a figure must lie.
import type { Type } from '../types/type.ts';
import type { Notation } from './figure-notation.ts';
import { derivedNotationOf, limitsPattern, whole } from './figure-notation.ts';
import type { Definitions, JsonSchema } from './json-schema.ts';
import { entriesSchema, orList, orNull, share } from './json-schema.ts';
import type { Names } from './names.ts';
import { REMARK, figureSchema, plainSchema, withObject } from './value-schema.ts';

/** `reported.outputs`: each plain, or with its source. */
export function reportedOutputsSchema(names: Names, definitions: Definitions): JsonSchema {
  return outputsSchema(names, ['object', 'null'], (type) => {
    const plain = orNull(
      type.kind === 'number' ? figureSchema(derivedNotationOf(type.unit)) : plainSchema(type),
    );
    const object = entriesSchema(
      [
        ['value', plain],
        ['source', REMARK],
        ['note', REMARK],
      ],
      ['value'],
    );
    return share(definitions, 'ReportedOutput', withObject(plain, object));
  });
}

/** `expected.outputs`: each exact or what remains possible. */
export function expectedOutputsSchema(names: Names, definitions: Definitions): JsonSchema {
  return outputsSchema(names, ['object'], (type) =>
    share(
      definitions,
      'ExpectedOutput',
      type.kind === 'number'
        ? limitsSchema(derivedNotationOf(type.unit))
        : orList(plainSchema(type)),
    ),
  );
}

function outputsSchema(
  { outputs }: Names,
  types: readonly string[],
  schemaOf: (type: Type) => JsonSchema,
): JsonSchema {
  const entries = [...outputs].map(([name, { type }]) => [name, schemaOf(type)] as const);
  return { type: types, ...entriesSchema(entries) };
}

/** `96.76`, `96.30..97.30`, or both ends by name. */
export function limitsSchema(notation: Notation): JsonSchema {
  const end = figureSchema(notation);
  const object = entriesSchema(
    [
      ['low', end],
      ['high', end],
    ],
    ['low', 'high'],
  );
  return { ...withObject(end, object), pattern: whole(limitsPattern(notation)) };
}
