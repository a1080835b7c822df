// `biaochi coverage`: which rows and branches of a ruleset the departments and its own examples take.
import type { Command } from 'commander';
import { coverage } from '../../analyze/coverage/coverage.ts';
import { coverageJson, coverageText } from '../../report/coverage.ts';
import { loadDepartments } from '../load-department.ts';
import { complain, rulesetForScoring } from '../load-ruleset.ts';
import type { Comparing, Format } from '../options.ts';
import { withCohort, withFormat, withLanguage } from '../options.ts';
import { createProgress } from '../progress.ts';
import type { Session } from '../session.ts';

interface CoverageOptions extends Comparing {
  readonly format: Format;
}

export function addCoverage(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words } = session;
  const command = program
    .command('coverage')
    .description(words.about.coverage)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`[${words.argument.departments[0]}]`, words.argument.departments[1]);
  withCohort(withFormat(withLanguage(command, words), words), words).action(
    (ruleset: string, departments: string[], options: CoverageOptions) => {
      finish(show(ruleset, departments, options, session));
    },
  );
}

function show(
  path: string,
  departments: readonly string[],
  { format, cohort }: CoverageOptions,
  session: Session,
): number {
  const ruleset = rulesetForScoring(path, session);
  if ('exit' in ruleset) {
    complain(ruleset.diagnostics, ruleset.sources, session);
    return ruleset.exit;
  }
  const { framework, sources } = ruleset;
  const loaded = loadDepartments(framework, { departments, cohort, quiet: false }, session);
  const progress = createProgress(session.words.progress.coverage, session);
  const found = coverage(framework, loaded.departments, {
    settings: loaded.isCohort ? { cohort: loaded.others } : {},
    onProgress: progress.report,
  });
  progress.end();
  if (format === 'json') session.printJson(coverageJson(found, framework, sources));
  else session.print(coverageText(found, framework, sources, path, session.settings));
  return loaded.exit;
}
