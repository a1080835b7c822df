// `biaochi build`: files for other programs, made from a ruleset. No file is replaced that the
// command did not make from the same ruleset before, and where one is in the way none is written.
import { join } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { TARGETS, generate } from '../../generate/generate.ts';
import type { GeneratedFile } from '../../generate/generated.ts';
import { DIALECT_NAMES } from '../../generate/sql/dialects.ts';
import { INPUT_FORMS } from '../../generate/sql/input-form.ts';
import type { InputForm } from '../../generate/sql/input-form.ts';
import { generatedFrom, rulesetLabel } from '../../generate/header.ts';
import type { Framework } from '../../model/framework.ts';
import { EXIT } from '../io.ts';
import { complain, rulesetForScoring } from '../load-ruleset.ts';
import { withLanguage } from '../options.ts';
import type { Session } from '../session.ts';
import { createTextFile, exists, readTextFile, replaceTextFile } from '../text-file.ts';

interface BuildOptions {
  readonly target: readonly string[];
  readonly dialect: readonly string[] | undefined;
  readonly inputs: InputForm;
  readonly out: string;
  readonly withValidator?: boolean;
}

export function addBuild(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const collect = (value: string, before: readonly string[] = []) => [
    ...before,
    ...value.split(/[,，、\s]+/).filter((each) => each !== ''),
  ];
  const target = new Option(`--target <${TARGETS.join('|')},...>`, words.option.target);
  const dialect = new Option(`--dialect <${DIALECT_NAMES.join('|')},...>`, words.option.dialect);
  const inputs = new Option(`--inputs <${INPUT_FORMS.join('|')}>`, words.option.inputs)
    .choices(INPUT_FORMS)
    .default('decimals');
  const command = program
    .command('build')
    .description(words.about.build)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .addOption(dialect.argParser(collect))
    .addOption(inputs)
    .addOption(target.argParser(collect).makeOptionMandatory())
    .requiredOption('--out <folder>', words.option.out)
    .option('--with-validator', words.option.withValidator)
    .addHelpText('after', `\n${words.notes.build}`);
  withLanguage(command, words).action(async (path: string, options: BuildOptions) => {
    finish(await build(path, options, session));
  });
}

async function build(path: string, options: BuildOptions, session: Session): Promise<number> {
  const targets = amongThe(TARGETS, options.target, '--target', session);
  if (typeof targets === 'string') return session.refuse(targets);
  const named = options.dialect ?? DIALECT_NAMES;
  const dialects = amongThe(DIALECT_NAMES, named, '--dialect', session);
  if (typeof dialects === 'string') return session.refuse(dialects);
  const ruleset = rulesetForScoring(path, session);
  if ('exit' in ruleset) {
    complain(ruleset.diagnostics, ruleset.sources, session);
    return ruleset.exit;
  }
  const { framework, sources } = ruleset;
  const files = new Map<string, GeneratedFile>();
  const { language } = session;
  for (const target of targets) {
    const made = await generate(framework, {
      target,
      language,
      version: manifest.version,
      dialects,
      inputs: options.inputs,
      withValidator: options.withValidator ?? false,
    });
    if (made.kind === 'refused') {
      complain(made.diagnostics, sources, session);
      return EXIT.findings;
    }
    // Targets may share a file, such as the types that a validator speaks of.
    for (const file of made.files) files.set(file.path, file);
  }
  return write([...files.values()], options.out, framework, session);
}

/** Those that are named, each once, or the sentence that says which is none. */
function amongThe<Name extends string>(
  all: readonly Name[],
  named: readonly string[],
  option: string,
  { words }: Session,
): readonly Name[] | string {
  const unknown = named.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) return words.badValue(option, unknown, words.oneOf(all));
  const found = all.filter((one) => named.includes(one));
  return found.length === 0 ? words.missingValue(option) : found;
}

function write(
  files: readonly GeneratedFile[],
  folder: string,
  framework: Framework,
  session: Session,
): number {
  const { io, words } = session;
  const states = files.map((file) => ({
    ...file,
    path: join(folder, file.path),
    state: stateOf(join(folder, file.path), file.text, framework, session),
  }));
  for (const { state } of states) if (state.kind === 'refused') return session.refuse(state.why);
  for (const { path, text, state } of states) {
    if (state.kind === 'same') {
      session.print([words.unchanged(path)]);
      continue;
    }
    const store = state.kind === 'new' ? createTextFile : replaceTextFile;
    const problem = store(io.folder, path, text);
    if (problem !== undefined) return session.refuse(words.file(path, problem));
    session.print([words.wrote(path)]);
  }
  return EXIT.fine;
}

/** What writing a file would do to what stands there. */
type FileState =
  { readonly kind: 'new' | 'older' | 'same' } | { readonly kind: 'refused'; readonly why: string };

function stateOf(path: string, text: string, framework: Framework, session: Session): FileState {
  const { io, words } = session;
  if (!exists(io.folder, path)) return { kind: 'new' };
  const found = readTextFile(io.folder, path);
  if (found.kind === 'problem') return { kind: 'refused', why: words.file(path, found.problem) };
  if (found.source.text === text) return { kind: 'same' };
  const origin = generatedFrom(found.source.text);
  if (origin === undefined) return { kind: 'refused', why: words.notGenerated(path) };
  if (origin === rulesetLabel(framework)) return { kind: 'older' };
  return { kind: 'refused', why: words.otherOrigin(path, origin) };
}
