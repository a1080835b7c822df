// `biaochi examples`: the examples that a ruleset lacks, on each threshold and just beside it and for each
// branch that none takes, printed as blocks or written as a ruleset that amends it. Nothing is replaced.
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { missingExamples } from '../../analyze/coverage/cases.ts';
import { compile } from '../../compile.ts';
import { runExamples } from '../../evaluate/run-examples.ts';
import { exampleBlocks, exampleRuleset } from '../../report/example-text.ts';
import { createSource } from '../../text/source.ts';
import { hostFor } from '../host.ts';
import { EXIT } from '../io.ts';
import { complain, rulesetForScoring } from '../load-ruleset.ts';
import { withLanguage } from '../options.ts';
import { createProgress } from '../progress.ts';
import type { Session } from '../session.ts';
import { createTextFile, exists } from '../text-file.ts';

interface ExampleOptions {
  readonly write?: string;
}

export function addExamples(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words } = session;
  const command = program
    .command('examples')
    .description(words.about.examples)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .option('--write <file>', words.option.writeExamples)
    .addHelpText('after', `\n${words.notes.examples}`);
  withLanguage(command, words).action((ruleset: string, options: ExampleOptions) => {
    finish(make(ruleset, options, session));
  });
}

function make(path: string, { write }: ExampleOptions, session: Session): number {
  const { io, words, language } = session;
  if (write !== undefined && exists(io.folder, write)) return session.refuse(words.exists(write));
  const ruleset = rulesetForScoring(path, session);
  if ('exit' in ruleset) {
    complain(ruleset.diagnostics, ruleset.sources, session);
    return ruleset.exit;
  }
  const { framework, sources } = ruleset;
  const progress = createProgress(words.progress.examples, session);
  const cases = missingExamples(framework, progress.report);
  progress.end();
  const settings = { framework, sources, language };
  if (write === undefined) {
    session.print(exampleBlocks(cases, settings));
    return EXIT.fine;
  }
  const text = exampleRuleset(cases, pathFrom(io.folder, write, path), settings);
  const compiled = compile(createSource(write, text), hostFor(io.folder));
  const isSound =
    compiled.framework !== undefined &&
    runExamples(compiled.framework).every(({ agrees }) => agrees);
  if (!isSound) {
    complain(compiled.diagnostics, compiled.sources, session);
    throw new Error('the examples do not run as written');
  }
  const problem = createTextFile(io.folder, write, text);
  if (problem !== undefined) return session.refuse(words.file(write, problem));
  session.print([words.wrote(write)]);
  return EXIT.fine;
}

/** The ruleset as the new file names it. */
function pathFrom(folder: string, file: string, ruleset: string): string {
  if (isAbsolute(ruleset)) return ruleset.split(sep).join('/');
  const from = dirname(resolve(folder, file));
  return relative(from, resolve(folder, ruleset)).split(sep).join('/');
}
