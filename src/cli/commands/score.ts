// `biaochi score`: one score sheet for each department, and a summary where there are several.
import type { Command } from 'commander';
import { diagnosticsJson } from '../../report/diagnostics.ts';
import { scoresJson } from '../../report/json.ts';
import type { MissingInput } from '../../model/sheet.ts';
import { missingName, stillMatters } from '../../report/scored.ts';
import type { Scored } from '../../report/scored.ts';
import { scoreSheet } from '../../report/score-sheet.ts';
import { missingRows } from '../../report/sheet-notes.ts';
import { layList } from '../../report/layout.ts';
import { summary } from '../../report/summary.ts';
import { isKnown } from '../../types/value.ts';
import { EXIT } from '../io.ts';
import { scoreDepartments } from '../score-departments.ts';
import type { Session } from '../session.ts';
import { withCohort, withDepartment, withFormat, withLanguage, withReadings } from '../options.ts';
import type { Asking, Comparing, Format, Readings } from '../options.ts';

interface ScoreOptions extends Readings, Comparing, Asking {
  readonly strict?: true;
  readonly format: Format;
}

export function addScore(program: Command, session: Session, finish: (exit: number) => void): void {
  const { words } = session;
  const command = program
    .command('score')
    .description(words.about.score)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`<${words.argument.departments[0]}>`, words.argument.departments[1])
    .option('--strict', words.option.scoreStrict)
    .addHelpText('after', `\n${words.notes.score}`);
  withDepartment(
    withCohort(withReadings(withFormat(withLanguage(command, words), words), words), words),
    words,
  ).action((ruleset: string, departments: string[], options: ScoreOptions) => {
    finish(score(ruleset, departments, options, session));
  });
}

function score(
  ruleset: string,
  departments: readonly string[],
  options: ScoreOptions,
  session: Session,
): number {
  const isJson = options.format === 'json';
  const scored = scoreDepartments(
    { ruleset, departments, ...options, department: options.department, quiet: isJson },
    session,
  );
  const incomplete = options.strict ? scored.results.filter(isIncomplete) : [];
  const results = scored.results.filter((each) => !incomplete.includes(each));
  const exit = Math.max(scored.exit, incomplete.length > 0 ? EXIT.findings : EXIT.fine);
  if (isJson) {
    const { framework, diagnostics, sources } = scored;
    const scores = framework
      ? scoresJson(framework, results, session.language)
      : { ruleset: null, results: [] };
    const refused = incomplete.map((each) => ({
      department: each.sheet.departmentName,
      missing: missingFor(each).map((missing) => missingName(missing, session.language)),
    }));
    session.printJson({
      ...scores,
      refused,
      diagnostics: diagnosticsJson(diagnostics, sources, session.language),
    });
    return exit;
  }
  for (const each of incomplete) refuseIncomplete(each, session);
  const sheets = results.map((each) => scoreSheet(each, session.settings));
  session.printParts(results.length > 1 ? [...sheets, summary(results, session.settings)] : sheets);
  return exit;
}

// What decides neither points nor the grade nor an output is not needed.
function isIncomplete({ sheet }: Scored): boolean {
  return (
    sheet.missing.some(stillMatters) ||
    sheet.grades.length > 1 ||
    sheet.outputs.some(({ value }) => !isKnown(value))
  );
}

// The missing inputs that matter; all of them where it cannot be told which do.
function missingFor({ sheet }: Scored): readonly MissingInput[] {
  const deciding = sheet.missing.filter(stillMatters);
  return deciding.length > 0 ? deciding : sheet.missing;
}

function refuseIncomplete(scored: Scored, session: Session): void {
  const { words, language, errorSettings, io } = session;
  const missing = missingFor(scored);
  const head = words.error + words.strictMissing(scored.sheet.departmentName, missing.length);
  io.writeError(
    `${[head, ...layList(missingRows(missing, language), errorSettings.width)].join('\n')}\n`,
  );
}
