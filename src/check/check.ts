// Syntax trees of a ruleset and its ancestors → the framework they mean together. Merging comes
// first; then names, types, structure and points. Everything that is wrong is said in one run.
import type { Code } from '../diagnostics/catalog.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Framework } from '../model/framework.ts';
import type { RulesetNode, SyntaxFile } from '../syntax/tree.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { buildFramework } from './build-framework.ts';
import { merge } from './merge.ts';
import { createReport } from './report.ts';

/** One file of a chain of amendments. */
export interface Generation {
  readonly source: Source;
  readonly file: SyntaxFile;
  /** Where its syntax is wrong: what is absent there is not complained about a second time. */
  readonly mistakes?: readonly Span[];
}

export interface Checked {
  /** Present when names, types and structure could be resolved, even if points do not add up. */
  readonly framework: Framework | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Checks a ruleset; `generations` run from the oldest ancestor to the ruleset itself. */
export function check(generations: readonly Generation[]): Checked {
  const report = createReport(generations.flatMap(({ mistakes }) => mistakes ?? []));
  const rulesets = generations.flatMap(({ file }) => file.ruleset ?? []);
  // Without one of its ancestors, nothing can be said of what an amendment changes.
  if (!isFilled(rulesets) || rulesets.length < generations.length)
    return { framework: undefined, diagnostics: report.diagnostics };
  const merged = merge(rulesets, report);
  const isRefused = report.diagnostics.length > 0;
  const framework = buildFramework(merged, report);
  const diagnostics = report.diagnostics.filter(
    ({ code }) => !(isRefused && AFTER_REFUSAL.has(code)),
  );
  return { framework: report.isBroken() ? undefined : framework, diagnostics };
}

/** What an amendment that was refused would have kept in balance. */
const AFTER_REFUSAL: ReadonlySet<Code> = new Set<Code>(['points-not-conserved', 'group-empty']);

function isFilled(
  rulesets: readonly RulesetNode[],
): rulesets is readonly [RulesetNode, ...RulesetNode[]] {
  return rulesets.length > 0;
}
