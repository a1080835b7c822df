// Framework in, files out: the table of targets that a ruleset can be built for. A ruleset with open
// terms is refused here, so that every generator may rely on a complete one.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import type { GenerateSettings, Generated, Generator } from './generated.ts';
import { filesOf } from './generated.ts';
import { headerLine } from './header.ts';
import { declarationsText } from './javascript/declarations.ts';
import { moduleText } from './javascript/module.ts';
import { readerFiles } from './reader/reader-files.ts';
import { schemaFiles } from './schema/schema-files.ts';
import { sqlFiles } from './sql/sql-files.ts';
import { typesFile } from './types/types-file.ts';
import { validatorFiles } from './validator/validator-files.ts';
import { loadAssembler } from './wasm/assemble.ts';

/** What a ruleset can be built for. */
export type Target = 'ts' | 'js' | 'reader' | 'schema' | 'types' | 'validator' | 'sql';

const GENERATORS: Readonly<Record<Target, Generator>> = {
  ts: (framework, settings) => moduleFile(framework, settings, 'ts'),
  js: (framework, settings) => moduleFile(framework, settings, 'js'),
  schema: schemaFiles,
  types: typesFile,
  validator: validatorFiles,
  sql: sqlFiles,
  reader: readerFiles,
};

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

async function moduleFile(
  framework: Framework,
  { version, language: messages }: GenerateSettings,
  language: 'ts' | 'js',
): Promise<Generated> {
  const head = headerLine(framework, version);
  const assemble = await loadAssembler();
  const text = moduleText(framework, { language, head, messages, assemble });
  const module = { path: `module.${language}`, text };
  if (language === 'ts') return filesOf(module);
  const types = { path: 'module.d.ts', text: declarationsText(framework, head, messages) };
  return filesOf(module, types);
}
