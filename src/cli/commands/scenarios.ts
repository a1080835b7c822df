// `biaochi scenarios`: departments under other points of indicators, sampled or each weighting in turn.
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Choice, ScenarioRequest } from '../../analyze/scenarios/scenarios.ts';
import { scenarios } from '../../analyze/scenarios/scenarios.ts';
import type { Conserve } from '../../analyze/scenarios/weighting.ts';
import { weighableParts } from '../../analyze/scenarios/weighable.ts';
import type { Framework } from '../../model/framework.ts';
import { indicatorsOf } from '../../model/framework.ts';
import { parseDecimal } from '../../number/decimal.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { scenariosJson, scenariosText } from '../../report/scenarios.ts';
import { pathsNamed, suggestion } from '../find-name.ts';
import { EXIT } from '../io.ts';
import { loadDepartments } from '../load-department.ts';
import { complain, rulesetForScoring } from '../load-ruleset.ts';
import type { Comparing, Format, Readings } from '../options.ts';
import {
  REMOVABLE,
  readStatuses,
  withCohort,
  withFormat,
  withLanguage,
  withReadings,
} from '../options.ts';
import { createProgress } from '../progress.ts';
import { readOptions } from '../read-options.ts';
import { scenarioCliWords } from '../scenario-words.ts';
import type { Session } from '../session.ts';

interface ScenarioOptions extends Readings, Comparing {
  readonly within: readonly string[];
  readonly spread?: string;
  readonly count: string;
  readonly seed: string;
  readonly enumerate?: true;
  readonly step: string;
  readonly conserve: Conserve;
  readonly format: Format;
}

const MOST_COUNT = 10_000_000;
/** More could take hours where the evaluator is asked for each. */
const MOST_ENUMERATED = 1_000_000;

export function addScenarios(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words, language } = session;
  const own = scenarioCliWords[language];
  const collect = (value: string, before: readonly string[]) => [...before, value];
  const command = program
    .command('scenarios')
    .description(words.about.scenarios)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`<${words.argument.departments[0]}>`, words.argument.departments[1])
    .addOption(new Option('--within <name=low..high>', own.within).argParser(collect).default([]))
    .option('--spread <percent>', own.spread)
    .option('--count <number>', own.count, '10000')
    .option('--seed <number>', own.seed, '1')
    .option('--enumerate', own.enumerate)
    .option('--step <points>', own.step, '0.1')
    .addOption(
      new Option('--conserve <whole|groups>', own.conserve)
        .choices(['whole', 'groups'])
        .default('whole'),
    )
    .addHelpText('after', `\n${own.notes}`);
  withCohort(withReadings(withFormat(withLanguage(command, words), words), words), words).action(
    (ruleset: string, departments: string[], options: ScenarioOptions) => {
      finish(run(ruleset, departments, options, session));
    },
  );
}

function run(
  path: string,
  files: readonly string[],
  options: ScenarioOptions,
  session: Session,
): number {
  const { language, words, settings } = session;
  const ruleset = rulesetForScoring(path, session);
  if ('exit' in ruleset) {
    complain(ruleset.diagnostics, ruleset.sources, session);
    return ruleset.exit;
  }
  const { framework } = ruleset;
  const request = requestFrom(options, framework, session);
  if (typeof request === 'string') return session.refuse(request);
  const readings = readOptions(options.option, framework, session);
  if (typeof readings === 'string') return session.refuse(readings);
  const without = readStatuses(options.without);
  if ('unknown' in without)
    return session.refuse(words.badValue('--without', without.unknown, words.oneOf(REMOVABLE)));
  const { cohort } = options;
  const loaded = loadDepartments(framework, { departments: files, cohort, quiet: false }, session);
  if (loaded.departments.length === 0) return Math.max(loaded.exit, EXIT.findings);
  const progress = createProgress(scenarioCliWords[language].running, session);
  const result = scenarios(
    framework,
    loaded.departments,
    { ...request, onProgress: progress.report },
    {
      options: readings,
      without,
      ...(loaded.isCohort && { cohort: loaded.others }),
    },
  );
  progress.end();
  if (result.kind !== 'scenarios')
    return session.refuse(scenarioCliWords[language].refused(result));
  if (options.format === 'json') session.printJson(scenariosJson(result, framework));
  else session.print(scenariosText(result, framework, settings));
  return loaded.exit;
}

/** What is asked for, or the sentence that says what is wrong with it. */
function requestFrom(
  options: ScenarioOptions,
  framework: Framework,
  session: Session,
): ScenarioRequest | string {
  const { words, language } = session;
  const own = scenarioCliWords[language];
  if (options.within.length === 0 && options.spread === undefined) return own.unclear;
  const spread = options.spread === undefined ? undefined : shareFrom(options.spread);
  if (options.spread !== undefined && !spread)
    return words.badValue('--spread', options.spread, own.share);
  const step = parseDecimal(options.step.trim());
  if (!step || Q.signOf(step) <= 0) return words.badValue('--step', options.step, own.points);
  const choice = choiceFrom(options, session);
  if (typeof choice === 'string') return choice;
  const within: { path: readonly string[]; low: Rational; high: Rational }[] = [];
  for (const text of options.within) {
    const bounds = boundsFrom(text);
    if (!bounds) return words.badValue('--within', text, own.bounds);
    const path = pathOf(bounds.name, framework, session);
    if (typeof path === 'string') return path;
    within.push({ path, low: bounds.low, high: bounds.high });
  }
  return { spread, within, step, conserve: options.conserve, choice };
}

function choiceFrom(
  { enumerate, count, seed }: ScenarioOptions,
  session: Session,
): Choice | string {
  const own = scenarioCliWords[session.language];
  if (enumerate) return { kind: 'every', most: MOST_ENUMERATED };
  const most = Number.MAX_SAFE_INTEGER;
  const drawn = wholeNumber(count, 1, MOST_COUNT);
  if (drawn === undefined)
    return session.words.badValue('--count', count, own.wholeNumber(1, MOST_COUNT));
  const start = wholeNumber(seed, 0, most);
  if (start === undefined) return session.words.badValue('--seed', seed, own.wholeNumber(0, most));
  return { kind: 'sample', count: drawn, seed: start };
}

function wholeNumber(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,16}$/.test(text.trim()) ? Number(text) : undefined;
  return number !== undefined && number >= least && number <= most ? number : undefined;
}

function shareFrom(text: string): Rational | undefined {
  const digits = /^(.*)[%％]$/.exec(text.trim())?.[1];
  const percent = digits === undefined ? undefined : parseDecimal(digits);
  if (!percent || Q.signOf(percent) <= 0 || Q.compare(percent, Q.HUNDRED) > 0) return undefined;
  return Q.divide(percent, Q.HUNDRED);
}

function boundsFrom(
  text: string,
): { readonly name: string; readonly low: Rational; readonly high: Rational } | undefined {
  const split = /^(.*)[=＝]\s*([\d.]+?)\s*(?:\.\.|~|～)\s*([\d.]+)$/s.exec(text.trim());
  const name = split?.[1]?.trim() ?? '';
  const low = parseDecimal(split?.[2] ?? '');
  const high = parseDecimal(split?.[3] ?? '');
  if (name === '' || !low || !high || Q.compare(low, high) > 0) return undefined;
  return { name, low, high };
}

/** The part that was named; a group that a rule combines is one too. */
function pathOf(
  written: string,
  framework: Framework,
  session: Session,
): readonly string[] | string {
  const { words } = session;
  const { parts } = weighableParts(framework);
  const all = [...new Set([...parts, ...indicatorsOf(framework.children)])];
  const found = pathsNamed(all, written);
  const [first] = found;
  if (first === undefined) {
    const names = all.map(({ name }) => name);
    return words.unknownName('indicator', written) + suggestion(written, names, session);
  }
  return found.length === 1
    ? first.path
    : words.ambiguous(written, found.map(({ path }) => path.join(' / ')).join('; '));
}
