// What `score` and `explain` have in common: a ruleset, departments, the readings and the evidence
// that count, and the score sheets that come of them.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEvaluator } from '../evaluate/evaluate.ts';
import { refusedAwards } from '../evaluate/refused.ts';
import type { Framework } from '../model/framework.ts';
import type { Sources } from '../report/diagnostics.ts';
import type { Scored } from '../report/scored.ts';
import { EXIT } from './io.ts';
import { loadDepartments } from './load-department.ts';
import { complain, rulesetForScoring } from './load-ruleset.ts';
import { readOptions } from './read-options.ts';
import type { Session } from './session.ts';
import { readStatuses, REMOVABLE } from './options.ts';

export interface ScoreRequest {
  readonly ruleset: string;
  readonly departments: readonly string[];
  /** As written after `--option`. */
  readonly option: readonly string[];
  /** As written after `--without`. */
  readonly without: string;
  /** Leaves diagnostics to the caller's result instead of printing them. */
  readonly quiet: boolean;
}

export interface ScoredDepartments {
  /** Undefined where the ruleset cannot score or the request makes no sense. */
  readonly framework: Framework | undefined;
  readonly results: readonly Scored[];
  readonly exit: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Scores the departments; says on standard error what stands in the way. */
export function scoreDepartments(request: ScoreRequest, session: Session): ScoredDepartments {
  const nothing = {
    framework: undefined,
    results: [],
    exit: EXIT.usage,
    diagnostics: [],
    sources: new Map(),
  };
  const without = readStatuses(request.without);
  if ('unknown' in without) {
    session.refuse(
      session.words.badValue('--without', without.unknown, session.words.oneOf(REMOVABLE)),
    );
    return nothing;
  }
  const ruleset = rulesetForScoring(request.ruleset, session);
  if ('exit' in ruleset) {
    if (!request.quiet) complain(ruleset.diagnostics, ruleset.sources, session);
    return { ...nothing, ...ruleset };
  }
  const { framework } = ruleset;
  const options = readOptions(request.option, framework, session);
  if (typeof options === 'string') {
    session.refuse(options);
    return nothing;
  }
  const loaded = loadDepartments(framework, request.departments, session, request.quiet);
  const evaluate = createEvaluator(framework);
  const settings = { options, without };
  const results = loaded.departments.map((department): Scored => {
    return { framework, department, sheet: evaluate(department, settings), options };
  });
  const sources = new Map([...ruleset.sources, ...loaded.sources]);
  const refused = results.flatMap(({ department, sheet }) => refusedAwards(department, sheet));
  if (!request.quiet) complain(refused, sources, session);
  const exit = refused.length > 0 ? Math.max(loaded.exit, EXIT.findings) : loaded.exit;
  const diagnostics = [...loaded.diagnostics, ...refused];
  return { framework, results, exit, diagnostics, sources };
}
