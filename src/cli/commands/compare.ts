// `biaochi compare`: what differs between two rulesets, or between a ruleset and the one that it amends,
// and what that does to departments.
import type { Command } from 'commander';
import { compareFrameworks } from '../../analyze/compare/compare.ts';
import { effectOn } from '../../analyze/compare/effect.ts';
import { comparisonJson } from '../../report/comparison-json.ts';
import { comparisonReport, rulesetTitle } from '../../report/comparison-of-rulesets.ts';
import { effectReport } from '../../report/comparison-effect.ts';
import { documentHtml } from '../../report/document/document-html.ts';
import { documentMarkdown } from '../../report/document/document-markdown.ts';
import { documentText } from '../../report/document/document-text.ts';
import { loadCompared } from '../load-compared.ts';
import { loadPair } from '../load-pair.ts';
import { createProgress } from '../progress.ts';
import { withLanguage, withReportFormat } from '../options.ts';
import type { ReportFormat } from '../options.ts';
import type { Session } from '../session.ts';

interface CompareOptions {
  readonly format: ReportFormat;
  readonly departments: readonly string[];
}

export function addCompare(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words } = session;
  const command = program
    .command('compare')
    .description(words.about.compare)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(words.argument.other[0], words.argument.other[1])
    .option('--departments <file...>', words.option.comparedDepartments, [])
    .addHelpText('after', `\n${words.notes.compare}`);
  withReportFormat(withLanguage(command, words), words).action(
    (first: string, second: string | undefined, options: CompareOptions) => {
      finish(compareRulesets(first, second, options, session));
    },
  );
}

function compareRulesets(
  first: string,
  second: string | undefined,
  { format, departments }: CompareOptions,
  session: Session,
): number {
  const pair = loadPair(first, second, session);
  if (typeof pair === 'number') return pair;
  const { before, after } = pair;
  const { departments: compared, exit } = loadCompared(pair, departments, session);
  const comparing = createProgress(session.words.progress.compare, session);
  const comparison = compareFrameworks(before, after, comparing.report);
  comparing.end();
  const scoring = createProgress(session.words.progress.effects, session);
  const effects = effectOn([before, after], compared, scoring.report);
  scoring.end();
  const between = { before, after, language: session.language };
  if (format === 'json') {
    session.printJson(comparisonJson(comparison, effects, between));
    return exit;
  }
  const blocks = [
    ...comparisonReport(comparison, between),
    ...effectReport(effects, comparison, between),
  ];
  if (format === 'table') session.print(documentText(blocks, session.settings));
  else if (format === 'markdown') session.io.write(documentMarkdown(blocks));
  else {
    const title = `${rulesetTitle(before)} → ${rulesetTitle(after)}`;
    session.io.write(documentHtml(title, blocks, session.language));
  }
  return exit;
}
