// Framework in, files out: the table of targets that a ruleset can be built for. A ruleset with open
// terms is refused here, so that every generator may rely on a complete one.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import type { GenerateSettings, Generated, Generator } from './generated.ts';

/** What a ruleset can be built for. */
export type Target = 'ts' | 'js' | 'reader' | 'schema' | 'types' | 'validator' | 'sql';

// Each is loaded when it is asked for: whoever only scores does not load what writes modules.
const GENERATORS: Readonly<Record<Target, Generator>> = {
  ts: (framework, settings) => moduleIn('ts', framework, settings),
  js: (framework, settings) => moduleIn('js', framework, settings),
  schema: async (framework, settings) => {
    const { schemaFiles } = await import('./schema/schema-files.ts');
    return schemaFiles(framework, settings);
  },
  types: async (framework, settings) => {
    const { typesFile } = await import('./types/types-file.ts');
    return typesFile(framework, settings);
  },
  validator: async (framework, settings) => {
    const { validatorFiles } = await import('./validator/validator-files.ts');
    return validatorFiles(framework, settings);
  },
  sql: async (framework, settings) => {
    const { sqlFiles } = await import('./sql/sql-files.ts');
    return sqlFiles(framework, settings);
  },
  reader: async (framework, settings) => {
    const { readerFiles } = await import('./reader/reader-files.ts');
    return readerFiles(framework, settings);
  },
};

async function moduleIn(
  language: 'ts' | 'js',
  framework: Framework,
  settings: GenerateSettings,
): Promise<Generated> {
  const { moduleFiles } = await import('./javascript/module-files.ts');
  return moduleFiles(framework, settings, language);
}

export const TARGETS = Object.keys(GENERATORS) as readonly Target[];

/** Makes the files of a target. */
export async function generate(
  framework: Framework,
  { target, ...settings }: GenerateSettings & { readonly target: Target },
): Promise<Generated> {
  if (framework.openTerms.length === 0) return GENERATORS[target](framework, settings);
  const diagnostics = framework.openTerms.map(({ kind, name, span }) =>
    diagnose('open-term', span, { name, found: kind }),
  );
  return { kind: 'refused', diagnostics };
}
