// `biaochi check`: what the compiler says about rulesets, and one line for each that is sound.
import type { Command } from 'commander';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Framework } from '../../model/framework.ts';
import { indicatorsOf } from '../../model/framework.ts';
import { formatExact } from '../../number/decimal.ts';
import { diagnosticsJson, diagnosticsText } from '../../report/diagnostics.ts';
import { EXIT } from '../io.ts';
import { loadRuleset } from '../load-ruleset.ts';
import type { LoadedRuleset } from '../load-ruleset.ts';
import type { Session } from '../session.ts';
import { withFormat, withLanguage } from '../options.ts';
import type { Format } from '../options.ts';

interface CheckOptions {
  readonly strict?: true;
  readonly format: Format;
}

export function addCheck(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const command = program
    .command('check')
    .description(words.about.check)
    .argument(`<${words.argument.rulesets[0]}>`, words.argument.rulesets[1])
    .option('--strict', words.option.checkStrict);
  withLanguage(withFormat(command, words), words).action(
    (paths: string[], options: CheckOptions) => {
      finish(check(paths, options, session));
    },
  );
}

function check(paths: readonly string[], options: CheckOptions, session: Session): number {
  let exit: number = EXIT.fine;
  const read: Extract<LoadedRuleset, { kind: 'read' }>[] = [];
  for (const path of paths) {
    const loaded = loadRuleset(path, session.io);
    if (loaded.kind === 'problem')
      exit = Math.max(exit, session.refuse(session.words.file(path, loaded.problem)));
    else read.push(loaded);
  }
  const fails = ({ severity }: Diagnostic) =>
    severity === 'error' || (options.strict && severity === 'warning');
  if (read.some(({ diagnostics }) => diagnostics.some(fails))) exit = Math.max(exit, EXIT.findings);
  if (options.format === 'json') {
    session.printJson({
      files: read.map(({ path, framework, diagnostics, sources }) => ({
        file: path,
        ok: !diagnostics.some(fails),
        ruleset: framework ? rulesetJson(framework) : null,
        diagnostics: diagnosticsJson(diagnostics, sources, session.language),
      })),
    });
    return exit;
  }
  for (const { path, framework, diagnostics, sources } of read) {
    session.print(diagnosticsText(diagnostics, sources, session.settings));
    const { paint } = session.settings;
    const isSound = framework !== undefined && !diagnostics.some(fails);
    session.print([
      isSound
        ? paint.good(soundLine(path, framework, session))
        : paint.bad(failedLine(path, diagnostics, session)),
    ]);
  }
  return exit;
}

function soundLine(path: string, framework: Framework, { words }: Session): string {
  return words.checked({
    path,
    indicators: indicatorsOf(framework.children).length,
    points: formatExact(framework.total),
    inputs: framework.inputs.length,
    outputs: framework.outputs.length,
    examples: framework.examples.length,
    open: framework.openTerms.length,
  });
}

function failedLine(path: string, diagnostics: readonly Diagnostic[], { words }: Session): string {
  const count = (severity: Diagnostic['severity']) =>
    diagnostics.filter((each) => each.severity === severity).length;
  return words.checkFailed(path, count('error'), count('warning'));
}

function rulesetJson({
  name,
  period,
  hash,
  files,
  total,
  children,
  inputs,
  outputs,
  examples,
}: Framework): object {
  return {
    name,
    year: period,
    hash,
    files,
    points: formatExact(total),
    indicators: indicatorsOf(children).length,
    inputs: inputs.length,
    outputs: outputs.length,
    examples: examples.length,
  };
}
