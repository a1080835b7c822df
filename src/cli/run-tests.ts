// Runs what was found: the examples of each ruleset, the expectations of each department's file. The
// outcome is data; `test` prints it.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { readDepartments } from '../input/read-cohort.ts';
import { runExamples } from '../evaluate/run-examples.ts';
import { runExpected, runExpectedTogether } from '../evaluate/run-expected.ts';
import type { ExpectedResult } from '../evaluate/run-expected.ts';
import type { Framework } from '../model/framework.ts';
import { scoreText } from '../report/figure.ts';
import { outputText } from '../report/outputs.ts';
import type { Value } from '../types/value.ts';
import { position } from '../report/diagnostics.ts';
import type { Sources } from '../report/diagnostics.ts';
import type { Span } from '../text/span.ts';
import { rulesetOf } from './find-tests.ts';
import type { Found } from './find-tests.ts';
import { loadRuleset } from './load-ruleset.ts';
import type { LoadedRuleset } from './load-ruleset.ts';
import type { Session } from './session.ts';
import { testWords } from './test-words.ts';
import { readTextFile } from './text-file.ts';

/** One example or expectation. */
interface TestResult {
  readonly name: string;
  /** `file:line:column` */
  readonly place: string;
  /** Undefined where it passed. */
  readonly failure: string | undefined;
}

/** Everything that was tested in one file. A file that cannot be tested has failed as a whole. */
export interface TestedFile {
  readonly path: string;
  readonly kind: 'ruleset' | 'department';
  readonly results: readonly TestResult[];
  readonly broken: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly sources: Sources;
  /** A ruleset that only amending rulesets can complete. */
  readonly isOpen: boolean;
}

/** Tests the files one after the other. */
export function* runTests(found: Found, session: Session): Generator<TestedFile> {
  const loaded = new Map<string, LoadedRuleset>();
  const load = (path: string) => {
    const ruleset = loaded.get(path) ?? loadRuleset(path, session.io);
    loaded.set(path, ruleset);
    return ruleset;
  };
  for (const path of found.rulesets) yield testRuleset(load(path), session);
  for (const path of found.departments) yield testDepartment(path, load, session);
}

function untestable(path: string, kind: TestedFile['kind'], broken: string): TestedFile {
  return { path, kind, results: [], broken, diagnostics: [], sources: new Map(), isOpen: false };
}

function testRuleset(loaded: LoadedRuleset, session: Session): TestedFile {
  const { path } = loaded;
  if (loaded.kind === 'problem')
    return untestable(path, 'ruleset', session.words.file(path, loaded.problem));
  const { framework, diagnostics, sources } = loaded;
  const errors = diagnostics.filter((each) => each.severity === 'error');
  const file = { path, kind: 'ruleset', diagnostics: errors, sources } as const;
  if (!framework) {
    const broken = session.words.checkFailed(path, errors.length, 0);
    return { ...file, results: [], broken, isOpen: false };
  }
  if (framework.openTerms.length > 0)
    return { ...file, results: [], broken: undefined, isOpen: true };
  const words = testWords[session.language];
  // An ancestor's examples are tested with the ancestor and again with what the child made of them.
  const results = runExamples(framework).map(
    ({ example, expected, actual, agrees }): TestResult => {
      const where = [...example.path, example.name ?? words.unnamed].join(' / ');
      const [wanted, got] = [expected, actual].map((value) =>
        outcomeText(framework, example.output?.name, value, session.language),
      );
      const failure = agrees ? undefined : words.differs(wanted ?? '', got ?? '');
      return { name: where, place: position(example.span, sources), failure };
    },
  );
  return { ...file, results, broken: undefined, isOpen: false };
}

function testDepartment(
  path: string,
  load: (path: string) => LoadedRuleset,
  session: Session,
): TestedFile {
  const words = testWords[session.language];
  const file = readTextFile(session.io.folder, path);
  if (file.kind === 'problem')
    return untestable(path, 'department', session.words.file(path, file.problem));
  const belongs = rulesetOf(session.io.folder, file.source);
  if (belongs.kind === 'unsaid') return untestable(path, 'department', words.rulesetUnsaid);
  if (belongs.kind === 'missing')
    return untestable(path, 'department', words.rulesetMissing(belongs.ruleset, belongs.by));
  const ruleset = load(belongs.ruleset);
  if (ruleset.kind === 'problem')
    return untestable(path, 'department', session.words.file(ruleset.path, ruleset.problem));
  const { framework } = ruleset;
  if (!framework) return untestable(path, 'department', words.rulesetBroken(belongs.ruleset));
  if (framework.openTerms.length > 0)
    return untestable(path, 'department', session.words.openTerms(belongs.ruleset));
  const { departments, isCohort, diagnostics } = readDepartments(framework, file.source);
  const sources: Sources = new Map([[path, file.source]]);
  const errors = diagnostics.filter((each) => each.severity === 'error');
  const base = { path, kind: 'department', diagnostics: errors, sources, isOpen: false } as const;
  if (!departments)
    return { ...base, results: [], broken: session.words.checkFailed(path, errors.length, 0) };
  const tested = (result: ExpectedResult) => expectation(framework, result, sources, session);
  // Whose expectation it is need be said only where several stand in one file.
  const results = isCohort
    ? runExpectedTogether(framework, departments).flatMap(({ department, results: found }) =>
        found.map((result) => {
          const test = tested(result);
          return { ...test, name: `${department.name} / ${test.name}` };
        }),
      )
    : departments.flatMap((department) => runExpected(framework, department).map(tested));
  return { ...base, results, broken: undefined };
}

/** A score in points, or an output in its own unit. */
export function outcomeText(
  framework: Framework,
  name: string | undefined,
  value: Value,
  language: Session['language'],
): string {
  const output = framework.outputs.find((each) => each.name === name);
  if (output) return outputText({ output }, value, { language, lets: framework.lets });
  return value.kind === 'number' ? scoreText(value.range) : '';
}

function expectation(
  framework: Framework,
  result: ExpectedResult,
  sources: Sources,
  { language }: Session,
): TestResult {
  const words = testWords[language];
  const { expected, agrees } = result;
  const name = 'name' in result ? result.name : words[result.kind === 'total' ? 'total' : 'grade'];
  const without = expected.without.length === 0 ? '' : words.without(expected.without.join(', '));
  const place = position(expected.span satisfies Span, sources);
  return {
    name: name + without,
    place,
    failure: agrees ? undefined : difference(framework, result, language),
  };
}

function difference(
  framework: Framework,
  result: ExpectedResult,
  language: Session['language'],
): string {
  const words = testWords[language];
  const list = (grades: readonly string[]) =>
    grades.length === 0 ? words.nothing : grades.join(', ');
  if (result.kind === 'grades') return words.differs(list(result.wanted), list(result.actual));
  if (result.actual === undefined) return words.noSuchPart;
  if (result.kind === 'output') {
    const [wanted, got] = [result.wanted, result.actual].map((value) =>
      outcomeText(framework, result.name, value, language),
    );
    return words.differs(wanted ?? '', got ?? '');
  }
  return words.differs(scoreText(result.wanted), scoreText(result.actual));
}
