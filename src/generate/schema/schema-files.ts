// The target `schema`: what may be sent and what comes back, as JSON Schema 2020-12. Each file stands
// alone, with the definitions that it refers to.
import type { Framework } from '../../model/framework.ts';
import type { JsonSchema } from '../../input/json-schema.ts';
import type { GenerateSettings, Generated, GeneratedFile } from '../generated.ts';
import { filesOf } from '../generated.ts';
import { headerLine } from '../header.ts';
import { inputSchemas } from './input-schemas.ts';
import { referredTo } from './references.ts';
import { scoresSchemas } from './scores-schemas.ts';

/** The schemas of department files, cohort files and scores. */
export function schemaFiles(framework: Framework, settings: GenerateSettings): Generated {
  const { department, cohort, definitions } = inputSchemas(framework, settings.language);
  const scores = scoresSchemas(framework, settings.language);
  const $comment = headerLine(framework, settings.version);
  const file = (
    name: string,
    schema: JsonSchema,
    shared: ReadonlyMap<string, JsonSchema>,
  ): GeneratedFile => {
    const { $schema, ...rest } = schema;
    const $defs = Object.fromEntries(referredTo(rest, shared));
    const document = { ...($schema !== undefined && { $schema }), $comment, ...rest, $defs };
    return { path: `${name}.schema.json`, text: `${JSON.stringify(document, null, 2)}\n` };
  };
  return filesOf(
    file('department', department, definitions),
    file('cohort', cohort, definitions),
    file('scores', scores.scores, scores.definitions),
  );
}
