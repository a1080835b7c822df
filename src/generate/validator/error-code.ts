// The code that puts ajv's errors into words. It is plain JavaScript that stands in the validator as
// it is written here; only the sentences and what is expected of each pattern depend on the ruleset.
import type { Language } from '../../diagnostics/diagnose.ts';
import type { Json, JsonSchema } from '../../input/json-schema.ts';

const SENTENCES = {
  en: {
    unknown: 'the ruleset has no “%”',
    missing: '“%” is missing',
    expected: 'expected: %',
    words: 'must be one of: %',
    type: 'must be: %',
    limit: 'must be %',
    fewest: 'needs % entries or more',
    most: 'takes % entries or fewer',
    whole: 'must be a whole number',
    other: 'has not the shape that the ruleset asks for',
    types: {
      string: 'a text',
      number: 'a number',
      integer: 'a whole number',
      boolean: 'true or false',
      object: 'an object',
      array: 'a list',
      null: 'null',
    },
    separator: ', ',
  },
  zh: {
    unknown: '规则集里没有“%”',
    missing: '缺少“%”',
    expected: '应为%',
    words: '只能是：%',
    type: '只能是%',
    limit: '应 %',
    fewest: '至少要有 % 项',
    most: '至多只能有 % 项',
    whole: '应为整数',
    other: '不合规则集要求的形式',
    types: {
      string: '文本',
      number: '数',
      integer: '整数',
      boolean: 'true 或 false',
      object: '对象',
      array: '列表',
      null: 'null',
    },
    separator: '、',
  },
} as const;

/** The lines of the function `errorsOf(guard, json)` and its words. */
export function errorCode(
  definitions: ReadonlyMap<string, JsonSchema>,
  language: Language,
): readonly string[] {
  // The first that is written in some way is the simplest: an input's value, not a published figure.
  const expected = new Map<Json, Json>();
  for (const { pattern, description } of definitions.values())
    if (pattern !== undefined && description !== undefined && !expected.has(pattern))
      expected.set(pattern, description);
  return [
    `\nconst SENTENCES = ${JSON.stringify(SENTENCES[language], null, 2)};\n`,
    `const EXPECTED = new Map(${JSON.stringify([...expected], null, 2)});\n`,
    ERRORS_OF,
  ];
}

// ajv reports a condition beside what it led to, and a refused name twice; one sentence is enough.
const ERRORS_OF = `
function sentence({ keyword, params }) {
  const say = (key, part) => SENTENCES[key].replace('%', () => part);
  switch (keyword) {
    case 'additionalProperties':
      return say('unknown', params.additionalProperty);
    case 'propertyNames':
      return say('unknown', params.propertyName);
    case 'required':
      return say('missing', params.missingProperty);
    case 'enum':
      return say('words', params.allowedValues.join(SENTENCES.separator));
    case 'type':
      return say('type', [params.type].flat().map((type) => SENTENCES.types[type]).join(SENTENCES.separator));
    case 'pattern':
      return EXPECTED.has(params.pattern) ? say('expected', EXPECTED.get(params.pattern)) : say('other');
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return say('limit', params.comparison + ' ' + params.limit);
    case 'minItems':
      return say('fewest', params.limit);
    case 'maxItems':
      return say('most', params.limit);
    case 'multipleOf':
      return say('whole');
    default:
      return say('other');
  }
}

function errorsOf(guard, json) {
  if (guard(json)) return [];
  const errors = guard.errors.filter(
    ({ keyword, propertyName }) => keyword !== 'if' && propertyName === undefined,
  );
  const all = errors.map((error) => ({ path: error.instancePath, message: sentence(error) }));
  const texts = new Set();
  return all.filter(({ path, message }) => {
    const text = path + '\\n' + message;
    return !texts.has(text) && texts.add(text);
  });
}

`;
