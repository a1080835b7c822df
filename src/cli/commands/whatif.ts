// `biaochi whatif`: what it would take for a department to reach a goal.
import type { Command } from 'commander';
import { leversOf } from '../../analyze/whatif/levers.ts';
import type { Lever } from '../../analyze/whatif/lever.ts';
import { whatif } from '../../analyze/whatif/whatif.ts';
import type { WhatIf, WhatIfLimits } from '../../analyze/whatif/whatif.ts';
import { parseDecimal } from '../../number/decimal.ts';
import type { Rational } from '../../number/rational.ts';
import { signOf } from '../../number/rational.ts';
import { whatIfJson } from '../../report/whatif-json.ts';
import { whatIfText } from '../../report/whatif.ts';
import { suggestion } from '../find-name.ts';
import { EXIT } from '../io.ts';
import {
  collected,
  withCohort,
  withDepartment,
  withFormat,
  withLanguage,
  withReadings,
} from '../options.ts';
import type { Asking, Comparing, Format, Readings } from '../options.ts';
import { createProgress } from '../progress.ts';
import { readGoal } from '../read-goal.ts';
import type { WrittenGoal } from '../read-goal.ts';
import { scoreOne } from '../score-departments.ts';
import type { Session } from '../session.ts';
import { changeWords } from '../whatif-words.ts';

interface WhatIfOptions extends Readings, Comparing, Asking, WrittenGoal {
  readonly format: Format;
  readonly keep: readonly string[];
  readonly only: readonly string[];
  readonly cost: readonly string[];
}

export function addWhatif(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words } = session;
  const { option, note } = changeWords[session.language];
  const command = program
    .command('whatif')
    .description(words.about.whatif)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`<${words.argument.department[0]}>`, words.argument.department[1])
    .option('--reach <grade>', option.reach)
    .option('--total <points>', option.total)
    .option('--full <indicator>', option.full)
    .option('--score <name=points>', option.score)
    .option('--keep <name>', option.keep, collected, [])
    .option('--only <name>', option.only, collected, [])
    .option('--cost <name=price>', option.cost, collected, [])
    .addHelpText('after', `\n${note}`);
  withDepartment(
    withCohort(withReadings(withFormat(withLanguage(command, words), words), words), words),
    words,
  ).action((ruleset: string, department: string, options: WhatIfOptions) => {
    finish(answer(ruleset, department, options, session));
  });
}

function answer(
  ruleset: string,
  department: string,
  options: WhatIfOptions,
  session: Session,
): number {
  const one = scoreOne(ruleset, department, options, session);
  if ('exit' in one) return one.exit;
  const { framework, settings } = one;
  const goal = readGoal(options, framework, session);
  if (typeof goal === 'string') return session.refuse(goal);
  const { levers } = leversOf(framework, one.department, settings);
  const limits = readLimits(options, levers, session);
  if (typeof limits === 'string') return session.refuse(limits);
  const progress = createProgress(changeWords[session.language].trying, session);
  const found = whatif(framework, one.department, goal, settings, {
    ...limits,
    onProgress: progress.report,
  });
  progress.end();
  if (options.format === 'json') session.printJson(whatIfJson(found));
  else session.print(whatIfText(found, session.settings));
  return Math.max(one.worst, isReachable(found) ? EXIT.fine : EXIT.findings);
}

function isReachable({ reached, alone, together }: WhatIf): boolean {
  return (
    reached === 'all' || together?.kind === 'found' || alone.some((each) => each.reached.length > 0)
  );
}

// What may change and at which price, or the sentence that says what is wrong.
function readLimits(
  { keep, only, cost }: WhatIfOptions,
  levers: readonly Lever[],
  session: Session,
): WhatIfLimits | string {
  const words = changeWords[session.language];
  const names = new Set(levers.flatMap(({ name, input }) => [name, input.name]));
  const unknown = (name: string) =>
    words.unknownInput(name) + suggestion(name, [...names], session);
  const named = [...keep, ...only].map((name) => name.trim());
  const stranger = named.find((name) => !names.has(name));
  if (stranger !== undefined) return unknown(stranger);
  const prices = new Map<string, Rational>();
  for (const text of cost) {
    const [, name = '', written = ''] = /^(.*)[=＝]([^=＝]*)$/s.exec(text) ?? [];
    const price = parseDecimal(written.trim());
    if (name.trim() === '' || price === undefined || signOf(price) < 0)
      return words.priceExpected(text);
    if (!names.has(name.trim())) return unknown(name.trim());
    prices.set(name.trim(), price);
  }
  return {
    keep: new Set(keep.map((name) => name.trim())),
    ...(only.length > 0 && { only: new Set(only.map((name) => name.trim())) }),
    prices,
  };
}
