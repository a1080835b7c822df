// The schemas of what was published about a department and of what must come out of scoring it.
import { SCORE_NOTATION } from './figure-notation.ts';
import type { Definitions, JsonSchema } from './json-schema.ts';
import { entriesSchema, namedSchema, oneOfWords, orList, orNull, share } from './json-schema.ts';
import type { FigureSubject, Names, ReportedPart } from './names.ts';
import { REPORTED_PARTS, plainMeanings, reportedPart } from './names.ts';
import { expectedOutputsSchema, limitsSchema, reportedOutputsSchema } from './output-schema.ts';
import { REMARK, STATUS, figureSchema, withObject } from './value-schema.ts';

const SCORE: JsonSchema = orNull(figureSchema(SCORE_NOTATION));
const BESIDE = [
  ['source', REMARK],
  ['note', REMARK],
] as const;

/** `reported`: scores by name, total, grade and figures. */
export function reportedSchema(names: Names, definitions: Definitions): JsonSchema {
  const score = share(definitions, 'ReportedScore', scoreSchema());
  const places = plainMeanings(names.places).map(([name]) => name);
  const figures = plainMeanings(names.subjects).map(
    ([name, subject]) =>
      [name, share(definitions, 'ReportedFigure', figuresSchema(subject))] as const,
  );
  const parts: Record<ReportedPart, JsonSchema> = {
    total: score,
    grade: gradeSchema(names),
    figures: { type: ['object', 'null'], ...entriesSchema(figures) },
    outputs: reportedOutputsSchema(names, definitions),
    scores: { type: ['object', 'null'], ...namedSchema(places, score) },
  };
  const reserved = [...REPORTED_PARTS].filter(([name]) => reportedPart(name, names.places));
  return share(definitions, 'Reported', {
    type: ['object', 'null'],
    ...entriesSchema(reserved.map(([name, part]) => [name, parts[part]] as const)),
    ...namedSchema([...places, ...reserved.map(([name]) => name)], score),
  });
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
  const limits = share(definitions, 'ScoreLimits', limitsSchema(SCORE_NOTATION));
  const places = plainMeanings(names.places).map(([name]) => name);
  const one = share(definitions, 'Expectation', {
    type: 'object',
    ...entriesSchema([
      ['total', limits],
      ['grade', orList(gradeSchema(names))],
      ['scores', { type: 'object', ...namedSchema(places, limits) }],
      ['outputs', expectedOutputsSchema(names, definitions)],
      ['without', { type: 'array', items: STATUS }],
      ['note', REMARK],
    ]),
  });
  return { type: ['object', 'array', 'null'], items: one, if: { type: 'object' }, then: one };
}

function gradeSchema({ grades }: Names): JsonSchema {
  return grades.length === 0 ? REMARK : oneOfWords(grades, 'null');
}
