// The schema of a person's award, by the form that the framework gives it.
import type { JudgedInput } from '../model/framework.ts';
import { SCORE_NOTATION, figurePattern, whole } from './figure-notation.ts';
import type { JsonSchema } from './json-schema.ts';
import { entriesSchema, oneOfWords, orNull } from './json-schema.ts';
import { EVIDENCE, REMARK, figureSchema, withObject } from './value-schema.ts';
import { TRUTH_PATTERN } from './word-notation.ts';

const POINTS = orNull(figureSchema(SCORE_NOTATION));
const BESIDE = [['reason', REMARK], ...EVIDENCE] as const;

/** An award, plain, null, or as an object with its reason and evidence. */
export function awardSchema({ form }: JudgedInput): JsonSchema {
  switch (form.kind) {
    case 'free':
    case 'banded':
      return withObject(POINTS, entriesSchema([['award', POINTS], ...BESIDE], ['award']));
    case 'choice': {
      const choice = oneOfWords(
        form.choices.map(({ name }) => name),
        'null',
      );
      const ranged = form.choices.some(({ least }) => least !== undefined);
      const figure = ranged ? ([['award', POINTS]] as const) : [];
      return withObject(
        choice,
        entriesSchema([['choice', choice], ...figure, ...BESIDE], ['choice']),
      );
    }
    case 'checklist': {
      const entry: JsonSchema = {
        type: ['boolean', 'string', 'number', 'null'],
        pattern: whole(`${TRUTH_PATTERN}|${figurePattern(SCORE_NOTATION)}`),
      };
      const entries = entriesSchema(form.entries.map(({ name }) => [name, entry] as const));
      const object = entriesSchema([
        ['award', POINTS],
        ['entries', { type: ['object', 'null'], ...entries }],
        ...BESIDE,
      ]);
      const either = { oneOf: [{ required: ['award'] }, { required: ['entries'] }] };
      return { ...withObject(POINTS, object), if: { type: 'object' }, then: either };
    }
    default:
      return form satisfies never;
  }
}
