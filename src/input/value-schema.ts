// The schema of a value: how each type is written plain, and the object that states evidence for it.
// One `type` list and keywords that apply to one kind of JSON value each take the place of `anyOf`,
// so that a mistake gives one error and editors can complete what is being typed.
import type { ListType, RecordType, Type } from '../types/type.ts';
import { isMoney } from '../types/unit.ts';
import { isCounted } from './declared.ts';
import { STATUSES } from './evidence.ts';
import { figurePattern, isPercentage, notationOf, whole } from './figure-notation.ts';
import type { Notation } from './figure-notation.ts';
import type { Definitions, JsonSchema, SharedName } from './json-schema.ts';
import { entriesSchema, oneOfWords, orNull, share, typesOf } from './json-schema.ts';
import { DATE_PATTERN, TRUTH_PATTERN } from './word-notation.ts';

/** A text that is kept and not interpreted. */
export const REMARK: JsonSchema = { type: ['string', 'null'] };
/** What a value is worth as evidence. */
export const STATUS: JsonSchema = oneOfWords(STATUSES, 'null');

/** The entries that may stand beside any value or award. */
export const EVIDENCE: readonly (readonly [string, JsonSchema])[] = [
  ['source', REMARK],
  ['status', STATUS],
  ['note', REMARK],
];

/** A figure as text, or as a JSON number where it needs no unit. */
export function figureSchema(notation: Notation): JsonSchema {
  return {
    type: notation.bare === undefined ? ['string'] : ['string', 'number'],
    pattern: whole(figurePattern(notation)),
  };
}

/** A value that may be null or come with its evidence. */
export function valueSchema(type: Type, definitions: Definitions): JsonSchema {
  switch (type.kind) {
    case 'list': {
      const list = share(definitions, 'Entries', listSchema(type, definitions));
      const object = entriesSchema([['value', list], ...EVIDENCE], ['value']);
      return share(definitions, 'List', {
        type: ['array', 'object', 'null'],
        if: { type: 'object' },
        then: object,
        else: list,
      });
    }
    case 'record': {
      if (type.fields.has('value'))
        return share(definitions, 'Row', recordSchema(type, definitions));
      const record = share(definitions, 'Fields', recordSchema(type, definitions));
      const object = entriesSchema([['value', record], ...EVIDENCE], ['value']);
      return share(definitions, 'Row', {
        type: ['object', 'null'],
        if: { required: ['value'] },
        then: object,
        else: record,
      });
    }
    case 'error':
      return {};
    default: {
      const plain = orNull(wordSchema(type));
      const object = entriesSchema([['value', plain], ...EVIDENCE], ['value']);
      return share(definitions, sharedName(type), withObject(plain, object));
    }
  }
}

type SingleType = Exclude<Type, { kind: 'list' | 'record' | 'error' }>;

function sharedName(type: SingleType): SharedName {
  switch (type.kind) {
    case 'number':
      if (isMoney(type.unit)) return 'Money';
      if (isPercentage(type.unit)) return 'Percentage';
      return isCounted(type) ? 'Count' : 'Figure';
    case 'boolean':
      return 'YesOrNo';
    case 'enumeration':
      return 'Word';
    case 'date':
      return 'Day';
    case 'text':
      return 'Wording';
    case 'target':
      return 'Target';
    case 'actual':
      return 'Actual';
    default:
      return type satisfies never;
  }
}

function listSchema(type: ListType, definitions: Definitions): JsonSchema {
  const most = type.most === undefined ? {} : { maxItems: type.most };
  const items = valueSchema(type.of, definitions);
  return { type: ['array', 'null'], items, minItems: type.least, ...most };
}

function recordSchema(type: RecordType, definitions: Definitions): JsonSchema {
  const fields = [...type.fields].map(
    ([name, field]) => [name, valueSchema(field, definitions)] as const,
  );
  return { type: ['object', 'null'], ...entriesSchema(fields) };
}

/** Adds what an object must look like to a schema for other kinds of JSON values. */
export function withObject(schema: JsonSchema, object: JsonSchema): JsonSchema {
  return { ...schema, type: [...typesOf(schema), 'object'], ...object };
}

/** A single value as it is written, without evidence. */
export function plainSchema(type: Type): JsonSchema {
  return type.kind === 'list' || type.kind === 'record' || type.kind === 'error'
    ? {}
    : wordSchema(type);
}

function wordSchema(type: SingleType): JsonSchema {
  switch (type.kind) {
    case 'number':
      return figureSchema(notationOf(type.unit));
    case 'boolean':
      return { type: ['boolean', 'string'], pattern: whole(TRUTH_PATTERN) };
    case 'enumeration':
      return oneOfWords(type.values);
    case 'date':
      return { type: ['string'], pattern: whole(DATE_PATTERN) };
    case 'text':
      return { type: ['string'] };
    case 'target':
    case 'actual':
      return { type: ['string', 'number'], pattern: '\\S' };
    default:
      return type satisfies never;
  }
}
