// The schemas of what was published about a department and of what must come out of scoring it.
import { SCORE_NOTATION, limitsPattern, whole } from './figure-notation.ts';
import type { Definitions, JsonSchema } from './json-schema.ts';
import { define, entriesSchema, oneOfWords, orNull } from './json-schema.ts';
import type { FigureSubject, Names, ReportedPart } from './names.ts';
import { REPORTED_PARTS, plainMeanings, reportedPart } from './names.ts';
import { REMARK, STATUS, figureSchema, withObject } from './value-schema.ts';

const SCORE: JsonSchema = orNull(figureSchema(SCORE_NOTATION));
const BESIDE = [
  ['source', REMARK],
  ['note', REMARK],
] as const;

/** `reported`: scores by name, total, grade and figures. */
export function reportedSchema(names: Names, definitions: Definitions): JsonSchema {
  const score = define(definitions, 'score', scoreSchema, scoreSchema);
  const scores = plainMeanings(names.places).map(([name]) => [name, score] as const);
  const figures = plainMeanings(names.subjects).map(([name, subject]) => {
    const { notation } = subject;
    return [name, define(definitions, 'figure', notation, () => figuresSchema(subject))] as const;
  });
  const parts: Record<ReportedPart, JsonSchema> = {
    total: score,
    grade: gradeSchema(names),
    figures: { type: ['object', 'null'], ...entriesSchema(figures) },
    scores: { type: ['object', 'null'], ...entriesSchema(scores) },
  };
  const reserved = [...REPORTED_PARTS].flatMap(([name, part]) =>
    reportedPart(name, names.places) === undefined ? [] : [[name, parts[part]] as const],
  );
  return { type: ['object', 'null'], ...entriesSchema([...scores, ...reserved]) };
}

function scoreSchema(): JsonSchema {
  const object = entriesSchema([['score', SCORE], ['value', SCORE], ...BESIDE]);
  const either = { oneOf: [{ required: ['score'] }, { required: ['value'] }] };
  return { ...withObject(SCORE, object), if: { type: 'object' }, then: either };
}

// One published value or several.
function figuresSchema({ notation }: FigureSubject): JsonSchema {
  const figure = orNull(figureSchema(notation));
  const one = withObject(figure, entriesSchema([['value', figure], ...BESIDE], ['value']));
  return orList(one);
}

/** `expected`: one expectation or a list of them. */
export function expectedSchema(names: Names, definitions: Definitions): JsonSchema {
  const limits = define(definitions, 'limits', limitsSchema, limitsSchema);
  const scores = plainMeanings(names.places).map(([name]) => [name, limits] as const);
  const one = define(definitions, 'expected', expectedSchema, () => ({
    type: 'object',
    ...entriesSchema([
      ['total', limits],
      ['grade', orList(gradeSchema(names))],
      ['scores', { type: 'object', ...entriesSchema(scores) }],
      ['without', { type: 'array', items: STATUS }],
      ['note', REMARK],
    ]),
  }));
  return { type: ['object', 'array', 'null'], items: one, if: { type: 'object' }, then: one };
}

// `96.76`, `96.30..97.30`, or both ends by name.
function limitsSchema(): JsonSchema {
  const end = figureSchema(SCORE_NOTATION);
  const object = entriesSchema(
    [
      ['low', end],
      ['high', end],
    ],
    ['low', 'high'],
  );
  return { ...withObject(end, object), pattern: whole(limitsPattern(SCORE_NOTATION)) };
}

function gradeSchema({ grades }: Names): JsonSchema {
  return grades.length === 0 ? REMARK : oneOfWords(grades, 'null');
}

function orList(schema: JsonSchema): JsonSchema {
  const types = [schema['type'] ?? []].flat();
  return { ...schema, type: [...types, 'array'], items: schema };
}
