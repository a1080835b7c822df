// The target `types`: TypeScript declarations of what the schemas describe, for programs that send
// department files and read scores. json-schema-to-typescript writes them, one definition at a time,
// so that their names are ours.
import type { JsonSchema } from '../../input/json-schema.ts';
import type { Framework } from '../../model/framework.ts';
import type { GenerateSettings, Generated, GeneratedFile } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { inputSchemas } from '../schema/input-schemas.ts';
import { scoresSchemas } from '../schema/scores-schemas.ts';
import { unionSchema } from './union-schema.ts';

/** What the declarations are called, without the ending. */
export const TYPES_MODULE = 'types';

/** The declarations of the files and scores of a ruleset. */
export async function typesFile(
  framework: Framework,
  settings: GenerateSettings,
): Promise<Generated> {
  return filesOf(await declarations(framework, settings));
}

/** The one file that all declarations stand in. */
export async function declarations(
  framework: Framework,
  { language, version }: GenerateSettings,
): Promise<GeneratedFile> {
  const { department, cohort, definitions } = inputSchemas(framework, language);
  const scores = scoresSchemas(framework, language);
  const types = new Map<string, JsonSchema>([
    ['Department', department],
    ...definitions,
    ['Cohort', cohort],
    ['Scores', scores.scores],
    ...scores.definitions,
  ]);
  const texts = [`// ${headerLine(framework, version)}\n`];
  for (const [name, schema] of types) texts.push(await declare(name, unionSchema(schema)));
  return { path: `${TYPES_MODULE}.d.ts`, text: texts.join('\n') };
}

async function declare(name: string, schema: JsonSchema): Promise<string> {
  // Loaded when it is needed: it brings a formatter along, which nothing else here wants.
  const { compile } = await import('json-schema-to-typescript');
  const { description, ...alternatives } = schema;
  // Its types know an older draft than it reads.
  const input = { title: name, ...(description !== undefined && { description }), ...alternatives };
  return compile(input as Parameters<typeof compile>[0], name, {
    bannerComment: '',
    declareExternallyReferenced: false,
    additionalProperties: false,
    unknownAny: true,
    // Lists of many entries stay lists: unions of tuples grow with each length.
    maxItems: 12,
    style: { singleQuote: true, printWidth: 100 },
  });
}
