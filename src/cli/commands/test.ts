// `biaochi test`: runs the examples that stand beside the rules and the results that department files
// expect, and says what differs.
import type { Command } from 'commander';
import { diagnosticsJson, diagnosticsText } from '../../report/diagnostics.ts';
import { findTests } from '../find-tests.ts';
import { EXIT } from '../io.ts';
import { runTests } from '../run-tests.ts';
import type { TestedFile } from '../run-tests.ts';
import type { Session } from '../session.ts';
import { withFormat, withLanguage } from '../options.ts';
import type { Format } from '../options.ts';
import { testWords } from '../test-words.ts';
import { kindAt } from '../text-file.ts';

export function addTest(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const command = program
    .command('test')
    .description(words.about.test)
    .argument(words.argument.paths[0], words.argument.paths[1])
    .addHelpText('after', `\n${words.notes.test}`);
  withLanguage(withFormat(command, words), words).action(
    (paths: string[], options: { readonly format: Format }) => {
      finish(test(paths.length === 0 ? ['.'] : paths, options.format, session));
    },
  );
}

function test(paths: readonly string[], format: Format, session: Session): number {
  const words = testWords[session.language];
  const gone = paths.filter((path) => kindAt(session.io.folder, path) === undefined);
  for (const path of gone) session.refuse(session.words.file(path, 'missing'));
  if (gone.length > 0) return EXIT.usage;
  const found = findTests(session.io.folder, paths);
  for (const path of found.unsuitable) session.refuse(words.unsuitable(path));
  if (found.unsuitable.length > 0) return EXIT.usage;
  if (found.rulesets.length + found.departments.length === 0)
    return session.refuse(words.nothingToTest(paths.join(', ')));
  const files: TestedFile[] = [];
  for (const file of runTests(found, session)) {
    files.push(file);
    if (format === 'table') session.print(fileLines(file, session));
  }
  const failed = files
    .flatMap(({ results }) => results)
    .filter(({ failure }) => failure !== undefined).length;
  const broken = files.filter((file) => file.broken !== undefined).length;
  const passed = files.flatMap(({ results }) => results).length - failed;
  const { paint } = session.settings;
  const isFine = failed + broken === 0;
  if (format === 'json')
    session.printJson({
      passed,
      failed: failed + broken,
      files: files.map((file) => fileJson(file, session)),
    });
  else
    session.print(['', (isFine ? paint.good : paint.bad)(words.summary(passed, failed + broken))]);
  return isFine ? EXIT.fine : EXIT.findings;
}

function fileLines(file: TestedFile, session: Session): string[] {
  const words = testWords[session.language];
  const { paint } = session.settings;
  const { path, kind, results, broken, diagnostics, sources, isOpen } = file;
  if (broken !== undefined) {
    const said = broken.startsWith(path) ? broken : `${path}  ${broken}`;
    return [
      `${paint.bad('✗')} ${said}`,
      ...diagnosticsText(diagnostics, sources, session.settings).map((line) => `    ${line}`),
    ];
  }
  const failures = results.filter(({ failure }) => failure !== undefined);
  const count =
    kind === 'ruleset'
      ? words.examples(results.length)
      : results.length === 0
        ? words.nothingExpected
        : words.expectations(results.length);
  const mark = failures.length === 0 ? paint.good('✓') : paint.bad('✗');
  const head = `${mark} ${path}  ${paint.faint(isOpen ? words.open : count)}`;
  return [
    head,
    ...failures.flatMap(({ name, place, failure }) => [
      `    ${name}  ${paint.bad(failure ?? '')}`,
      `      ${paint.faint(place)}`,
    ]),
  ];
}

function fileJson(
  { path, kind, results, broken, diagnostics, sources }: TestedFile,
  { language }: Session,
): object {
  return {
    file: path,
    kind,
    broken: broken ?? null,
    diagnostics: diagnosticsJson(diagnostics, sources, language),
    results: results.map(({ name, place, failure }) => ({
      name,
      place,
      passed: failure === undefined,
      message: failure ?? null,
    })),
  };
}
