// `biaochi sensitivity`: what moves a department's total, and where its scores change.
import type { Command } from 'commander';
import { sensitivity } from '../../analyze/sensitivity/sensitivity.ts';
import { parseDecimal } from '../../number/decimal.ts';
import { divide, rational, signOf } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { sensitivityJson } from '../../report/sensitivity-json.ts';
import { sensitivityText } from '../../report/sensitivity.ts';
import { withCohort, withDepartment, withFormat, withLanguage, withReadings } from '../options.ts';
import type { Asking, Comparing, Format, Readings } from '../options.ts';
import { createProgress } from '../progress.ts';
import { scoreOne } from '../score-departments.ts';
import type { Session } from '../session.ts';
import { changeWords } from '../whatif-words.ts';

interface SensitivityOptions extends Readings, Comparing, Asking {
  readonly format: Format;
  readonly by: string;
  readonly all?: true;
}

export function addSensitivity(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words } = session;
  const { option, sensitivityNote } = changeWords[session.language];
  const command = program
    .command('sensitivity')
    .description(words.about.sensitivity)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`<${words.argument.department[0]}>`, words.argument.department[1])
    .option('--by <percent|range>', option.by, '10%')
    .option('--all', option.all)
    .addHelpText('after', `\n${sensitivityNote}`);
  withDepartment(
    withCohort(withReadings(withFormat(withLanguage(command, words), words), words), words),
    words,
  ).action((ruleset: string, department: string, options: SensitivityOptions) => {
    finish(answer(ruleset, department, options, session));
  });
}

function answer(
  ruleset: string,
  department: string,
  options: SensitivityOptions,
  session: Session,
): number {
  const words = changeWords[session.language];
  const by = readShare(options.by);
  if (by === 'wrong') return session.refuse(words.shareExpected(options.by));
  const one = scoreOne(ruleset, department, options, session);
  if ('exit' in one) return one.exit;
  const { framework, settings } = one;
  if (!framework.scored) return session.refuse(words.notScored);
  const progress = createProgress(words.trying, session);
  const found = sensitivity(framework, one.department, settings, {
    by,
    onProgress: progress.report,
  });
  progress.end();
  if (options.format === 'json') session.printJson(sensitivityJson(found));
  else session.print(sensitivityText(found, session.settings, options.all ? 'all' : 'most'));
  return one.worst;
}

// `5%`, `range`; undefined for all that is declared.
function readShare(written: string): Rational | undefined | 'wrong' {
  const text = written.trim();
  if (text === 'range' || text === '范围') return undefined;
  const [, digits = ''] = /^([\d.]+)\s*[%％]$/.exec(text) ?? [];
  const percent = parseDecimal(digits);
  return percent && signOf(percent) > 0 ? divide(percent, rational(100)) : 'wrong';
}
