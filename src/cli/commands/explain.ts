// `biaochi explain`: why a department has the scores it has, for one indicator or for all.
import type { Command } from 'commander';
import { scoresJson } from '../../report/json.ts';
import { explain } from '../../report/explanation.ts';
import { diagnosticsJson } from '../../report/diagnostics.ts';
import { indicatorsOf } from '../../model/framework.ts';
import type { Framework, Indicator } from '../../model/framework.ts';
import { pathsNamed, suggestion } from '../find-name.ts';
import { scoreDepartments } from '../score-departments.ts';
import type { Session } from '../session.ts';
import { withCohort, withDepartment, withFormat, withLanguage, withReadings } from '../options.ts';
import type { Asking, Comparing, Format, Readings } from '../options.ts';

interface ExplainOptions extends Readings, Comparing, Asking {
  readonly format: Format;
}

export function addExplain(
  program: Command,
  session: Session,
  finish: (exit: number) => void,
): void {
  const { words } = session;
  const command = program
    .command('explain')
    .description(words.about.explain)
    .argument(`<${words.argument.ruleset[0]}>`, words.argument.ruleset[1])
    .argument(`<${words.argument.department[0]}>`, words.argument.department[1])
    .argument(words.argument.indicator[0], words.argument.indicator[1]);
  withDepartment(
    withCohort(withReadings(withFormat(withLanguage(command, words), words), words), words),
    words,
  ).action(
    (
      ruleset: string,
      department: string,
      indicator: string | undefined,
      options: ExplainOptions,
    ) => {
      finish(explainDepartment(ruleset, department, indicator, options, session));
    },
  );
}

function explainDepartment(
  ruleset: string,
  department: string,
  indicator: string | undefined,
  options: ExplainOptions,
  session: Session,
): number {
  const isJson = options.format === 'json';
  const { framework, results, exit, diagnostics, sources } = scoreDepartments(
    {
      ruleset,
      departments: [department],
      ...options,
      department: options.department,
      quiet: isJson,
    },
    session,
  );
  const wanted =
    indicator === undefined || !framework
      ? undefined
      : namedIndicator(indicator, framework, session);
  if (typeof wanted === 'string') return session.refuse(wanted);
  if (isJson) {
    const scores = framework
      ? scoresJson(framework, results, session.language)
      : { ruleset: null, results: [] };
    const chosen = scores.results.map((result) => ({
      ...result,
      indicators: result.indicators.filter(
        ({ path }) => wanted === undefined || path.join('\n') === wanted.path.join('\n'),
      ),
    }));
    session.printJson({
      ...scores,
      results: chosen,
      diagnostics: diagnosticsJson(diagnostics, sources, session.language),
    });
    return exit;
  }
  const settings = { ...session.settings, sources };
  session.printParts(results.map((scored) => explain(scored, settings, wanted && [wanted.path])));
  return exit;
}

// The indicator that was named, or the sentence that says why none was found. An item's name leads to
// the indicator that it is part of.
function namedIndicator(
  written: string,
  framework: Framework,
  session: Session,
): Indicator | string {
  const { words } = session;
  const indicators = indicatorsOf(framework.children);
  const named = pathsNamed(indicators, written);
  const items = indicators.flatMap((indicator) =>
    indicator.items.map(({ path }) => ({ path, indicator })),
  );
  const found =
    named.length > 0
      ? named
      : [...new Set(pathsNamed(items, written).map((item) => item.indicator))];
  const [first] = found;
  if (first === undefined)
    return (
      words.unknownName('indicator', written) +
      suggestion(
        written,
        indicators.map(({ name }) => name),
        session,
      )
    );
  return found.length === 1
    ? first
    : words.ambiguous(written, found.map(({ path }) => path.join(' / ')).join('; '));
}
