// The JSON Schema of a framework's department files: what may stand where and how it is written.
// Editors complete and check against it, and reading starts with it. Ranges, reasons and the limits
// of exactness are beyond a schema and are checked when the file is read.
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import { awardSchema } from './award-schema.ts';
import { describeInput } from './describe-input.ts';
import type { JsonSchema } from './json-schema.ts';
import { entriesSchema, newDefinitions, share } from './json-schema.ts';
import { namesOf } from './names.ts';
import { expectedSchema, reportedSchema } from './reported-schema.ts';
import { REMARK, valueSchema } from './value-schema.ts';

const NAMED: JsonSchema = { type: 'string', pattern: '\\S' };

const AWARD_NAMES = {
  free: 'Award',
  banded: 'Award',
  choice: 'Choice',
  checklist: 'Checklist',
} as const;

const YEAR: JsonSchema = { ...NAMED, type: ['integer', 'string'], minimum: 0, maximum: 9999 };

/** The schema (2020-12) of the files of departments that a framework can score. */
export function departmentSchema(framework: Framework, language: Language = 'zh'): JsonSchema {
  const { department, definitions } = schemaParts(framework, language);
  return { ...heading(framework), ...department(['department', 'year']), ...definitions };
}

/** The schema (2020-12) of cohort files: the year and common inputs once, and a list of departments. */
export function cohortSchema(framework: Framework, language: Language = 'zh'): JsonSchema {
  const { department, inputs, definitions } = schemaParts(framework, language);
  const entries = entriesSchema(
    [
      ['$schema', REMARK],
      ['year', YEAR],
      ['ruleset', REMARK],
      ['note', REMARK],
      ['common', inputs],
      ['departments', { type: 'array', minItems: 1, items: department(['department']) }],
    ],
    ['year', 'departments'],
  );
  return { ...heading(framework), type: 'object', ...entries, ...definitions };
}

function heading(framework: Framework): JsonSchema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: [framework.name, framework.period].filter((part) => part !== '').join(' '),
    ...(framework.about !== undefined && { description: framework.about }),
  };
}

/** A department, and what its schema refers to. */
interface SchemaParts {
  readonly department: (required: readonly string[]) => JsonSchema;
  readonly inputs: JsonSchema;
  readonly definitions: JsonSchema;
}

function schemaParts(framework: Framework, language: Language): SchemaParts {
  const names = namesOf(framework);
  const definitions = newDefinitions();
  const described = framework.inputs.map((input) => {
    const schema =
      input.kind === 'judged'
        ? share(definitions, AWARD_NAMES[input.form.kind], awardSchema(input))
        : valueSchema(input.type, definitions);
    return [
      input.name,
      { title: input.name, description: describeInput(input, language), ...schema },
    ] as const;
  });
  const inputs: JsonSchema = { type: ['object', 'null'], ...entriesSchema(described) };
  const entries = [
    ['$schema', REMARK],
    ['department', NAMED],
    ['year', YEAR],
    ['ruleset', REMARK],
    ['note', REMARK],
    ['inputs', inputs],
    ['reported', reportedSchema(names, definitions)],
    ['expected', expectedSchema(names, definitions)],
  ] as const;
  return {
    inputs,
    department: (required) => ({ type: 'object', ...entriesSchema(entries, required) }),
    definitions: { $defs: Object.fromEntries(definitions.schemas) },
  };
}
