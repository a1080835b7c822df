// What `score` and `explain` have in common: a ruleset, departments, the readings and the evidence
// that count, and the score sheets that come of them.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createEvaluator, evaluateTogether } from '../evaluate/evaluate.ts';
import type { EvaluateSettings } from '../evaluate/evaluate.ts';
import { refusedAwards } from '../evaluate/refused.ts';
import type { Department } from '../input/department.ts';
import type { Framework } from '../model/framework.ts';
import type { ScoreSheet } from '../model/sheet.ts';
import type { Sources } from '../report/diagnostics.ts';
import type { Scored } from '../report/scored.ts';
import { EXIT } from './io.ts';
import { suggestion } from './find-name.ts';
import { loadDepartments } from './load-department.ts';
import type { LoadedDepartments } from './load-department.ts';
import { complain, rulesetForScoring } from './load-ruleset.ts';
import { readOptions } from './read-options.ts';
import type { Session } from './session.ts';
import { readStatuses, REMOVABLE } from './options.ts';

export interface ScoreRequest {
  readonly ruleset: string;
  readonly departments: readonly string[];
  /** Files of departments that are only compared with. */
  readonly cohort: readonly string[];
  /** The one department that is asked about; all of them without it. */
  readonly department: string | undefined;
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
  /** How one of them was scored. */
  readonly settingsOf: (department: Department) => EvaluateSettings;
  readonly exit: number;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
}

/** Scores the departments; says on standard error what stands in the way. */
export function scoreDepartments(request: ScoreRequest, session: Session): ScoredDepartments {
  const nothing = {
    framework: undefined,
    results: [],
    settingsOf: () => ({}),
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
  const loaded = loadDepartments(framework, request, session);
  const asked = namedDepartments(loaded.departments, request.department, session);
  if (typeof asked === 'string') {
    session.refuse(asked);
    return nothing;
  }
  const sheets = sheetsOf(framework, loaded, asked, { options, without });
  const results = asked.flatMap((department, place): Scored[] => {
    const sheet = sheets[place];
    return sheet ? [{ framework, department, sheet, options }] : [];
  });
  const sources = new Map([...ruleset.sources, ...loaded.sources]);
  const refused = results.flatMap(({ department, sheet }) => refusedAwards(department, sheet));
  if (!request.quiet) complain(refused, sources, session);
  const exit = refused.length > 0 ? Math.max(loaded.exit, EXIT.findings) : loaded.exit;
  const diagnostics = [...loaded.diagnostics, ...refused];
  const settingsOf = (department: Department): EvaluateSettings => ({
    options,
    without,
    ...(loaded.isCohort && {
      cohort: [...loaded.departments, ...loaded.others].filter((other) => other !== department),
    }),
  });
  return { framework, results, settingsOf, exit, diagnostics, sources };
}

/** One department, and how it is scored. */
export interface ScoredDepartment {
  readonly framework: Framework;
  readonly department: Department;
  readonly settings: EvaluateSettings;
  /** The worst of what was wrong on the way. */
  readonly worst: number;
}

/** Scores the one department that a question is about; says on standard error what stands in the way. */
export function scoreOne(
  ruleset: string,
  path: string,
  options: Omit<ScoreRequest, 'ruleset' | 'departments' | 'department' | 'quiet'> & {
    readonly department?: string;
  },
  session: Session,
): ScoredDepartment | { readonly exit: number } {
  const { framework, results, settingsOf, exit } = scoreDepartments(
    {
      ruleset,
      departments: [path],
      ...options,
      department: options.department,
      quiet: false,
    },
    session,
  );
  const [one, ...more] = results;
  if (framework === undefined || one === undefined) return { exit };
  if (more.length > 0) {
    const names = results.map(({ department }) => department.name);
    return { exit: session.refuse(session.words.oneDepartment(names)) };
  }
  const { department } = one;
  return { framework, department, settings: settingsOf(department), worst: exit };
}

/** The departments that are asked about, or the sentence that says why there are none. */
function namedDepartments(
  departments: readonly Department[],
  name: string | undefined,
  session: Session,
): readonly Department[] | string {
  if (name === undefined || departments.length === 0) return departments;
  const wanted = name.trim().normalize('NFC');
  const named = departments.filter((each) => each.name.normalize('NFC') === wanted);
  if (named.length > 0) return named;
  const names = departments.map((each) => each.name);
  return session.words.unknownDepartment(name) + suggestion(name, names, session);
}

function sheetsOf(
  framework: Framework,
  { departments, others, isCohort }: LoadedDepartments,
  asked: readonly Department[],
  settings: EvaluateSettings,
): ScoreSheet[] {
  if (!isCohort) {
    const evaluate = createEvaluator(framework);
    return asked.map((department) => evaluate(department, settings));
  }
  const unasked = departments.filter((each) => !asked.includes(each));
  return evaluateTogether(framework, asked, { ...settings, cohort: [...unasked, ...others] });
}
