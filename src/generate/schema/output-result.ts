// The schema of an output in the scores: its name, and its value by the type of what it is worked out
// from. A figure is text in its unit; what is open is its two ends or the words that remain.
import type { JsonSchema } from '../../input/json-schema.ts';
import type { Output } from '../../model/framework.ts';
import type { Type } from '../../types/type.ts';
import { NULL, STEPS, TEXT, TRUTH, eitherOf, listOf, objectOf, oneOf } from './result-shapes.ts';
import { reference } from './references.ts';

/** Any of the outputs of a ruleset. */
export function outputSchema(outputs: readonly Output[]): JsonSchema {
  const [first, ...others] = outputs.map(oneOutput);
  if (first === undefined) return { not: {} };
  return others.length === 0 ? first : eitherOf(first, ...others);
}

function oneOutput({ name, value: { type } }: Output): JsonSchema {
  return objectOf({
    name: { const: name },
    value: valueSchema(type),
    unit: type.kind === 'number' ? TEXT : eitherOf(TEXT, NULL),
    steps: STEPS,
  });
}

function valueSchema(type: Type): JsonSchema {
  switch (type.kind) {
    case 'number':
    case 'date':
      return reference('Score');
    case 'boolean':
      return eitherOf(TRUTH, NULL);
    case 'enumeration':
      return eitherOf(oneOf(type.values), listOf(oneOf(type.values)));
    case 'text':
    case 'target':
    case 'actual':
      return eitherOf(TEXT, NULL);
    case 'list':
    case 'record':
    case 'error':
      throw new Error('an output is a single value');
    default:
      return type satisfies never;
  }
}
