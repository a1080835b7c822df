// A study: the framework under one choice of its options, with nothing known of the inputs but their
// declarations. Proofs ask its interpreter; what they find is collected as findings.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createInterpreter } from '../interpret/interpreter.ts';
import type {
  CohortView,
  Environment,
  Interpreter,
  Member,
  Problem,
} from '../interpret/interpreter.ts';
import { unknownInput } from '../interpret/unknown-input.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Input, Option } from '../model/framework.ts';
import type { Span } from '../text/span.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, enumerationValue } from '../types/value.ts';
import { readingOf } from './reading.ts';
import { partRanges, scoreRange } from './score-figures.ts';
import type { ProblemLog } from './steady.ts';
import { remembering } from './steady.ts';
import type { Summed } from './sums.ts';

/** An option and what was chosen for it. */
export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** What each option is set to. */
export type Setting = ReadonlyMap<string, string>;

export interface Study {
  readonly framework: Framework;
  readonly inputs: ReadonlyMap<string, Input>;
  /** Over everything that the declarations allow. */
  readonly interpreter: Interpreter;
  /** What the interpreter looks things up in; scores there are those of any department studied. */
  readonly environment: Environment;
  /** An interpreter over another environment that knows what has been assumed here. */
  readonly interpreterIn: (environment: Environment) => Interpreter | undefined;
  /** The ranges of nodes, and of the total, that have been worked out. */
  readonly ranges: Map<unknown, Summed>;
  /**
   * The same of every department under the ruleset's own choices of all options but these and those
   * on which what has been assumed rests: what reads no others comes out the same there.
   */
  readonly readingOnly: (options: ReadonlySet<string>) => Study;
  /** Runs and collects the problems that evaluating meets. */
  readonly problemsOf: (run: () => void) => readonly Problem[];
  /** Runs without collecting: what goes wrong inside another score is said where that is proved. */
  readonly aside: <Result>(run: () => Result) => Result;
  /**
   * Over one department that gives these inputs, alone or beside one other; undefined where it is
   * none of those studied.
   */
  readonly interpreterFor: (
    givens: ReadonlyMap<string, Value>,
    onProblem: (problem: Problem) => void,
    other?: ReadonlyMap<string, Value>,
  ) => Interpreter | undefined;
  /** The same of departments for which the condition has this outcome; undefined where none is left. */
  readonly assuming: (condition: Expression, outcome: boolean) => Study | undefined;
  /** What has been assumed. */
  readonly assumed: readonly Expression[];
  readonly tables: SeenTables;
}

/** An interpreter over one department that gives these inputs, alone or beside one other. */
type Concrete = (
  givens: ReadonlyMap<string, Value>,
  onProblem: (problem: Problem) => void,
  other?: ReadonlyMap<string, Value>,
) => Interpreter;

/** Something found under a setting. Findings with one key are one problem. */
export interface Finding {
  readonly key: string;
  /** `every`: only a problem where it is found under every setting, such as a row that never fires. */
  readonly quantifier: 'some' | 'every';
  /** The row that it is about, of a table that may stand in several calls. */
  readonly row?: Span;
  /** The call of a definition with parameters in which that row is written. */
  readonly call?: Call | undefined;
  /**
   * The diagnostic, naming the choices under which it occurs where they are not the ruleset's own, and
   * the calls in which it was found.
   */
  readonly say: (under: readonly Choice[], calls: readonly Call[]) => Diagnostic;
}

/** A call of a definition with parameters. */
export interface Call {
  readonly name: string;
  readonly span: Span;
}

/** The tables that were looked at, each with the keys of the rows that may fire somewhere. */
export type SeenTables = Map<Expression, Set<string>>;

/** A condition that has been assumed to have an outcome. */
interface Assumed {
  readonly condition: Expression;
  readonly outcome: boolean;
}

/** The same of what more is known. */
type Narrow = (interpreter: Interpreter) => Interpreter | undefined;

/**
 * The study of any department under one choice of the options; `studyUnder` gives the one under
 * another choice, always the same for the same.
 */
export function createStudy(
  framework: Framework,
  setting: Setting,
  tables: SeenTables,
  studyUnder: (setting: Setting) => Study,
): Study {
  const { lets } = framework;
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  const unknowns = new Map(framework.inputs.map((input) => [input.name, unknownInput(input)]));
  const options = new Map(
    framework.options.map((option) => [option.name, optionValue(option, setting.get(option.name))]),
  );
  const option = (name: string) => options.get(name) ?? fail(name);
  const gradeNames = new Set(framework.grades.map((grade) => grade.name));
  const log: ProblemLog = { met: [], isAside: false };
  const aside = <Result>(run: () => Result): Result => {
    const outer = log.isAside;
    log.isAside = true;
    try {
      return run();
    } finally {
      log.isAside = outer;
    }
  };

  // A department that gives these inputs; its scores are those of its own study.
  const studyOf = (
    givens: ReadonlyMap<string, Value>,
    cohort: () => CohortView,
    isOfAny: boolean,
    onProblem?: (problem: Problem) => void,
  ): Study => {
    const environment: Environment = {
      input: (name) => givens.get(name) ?? unknowns.get(name) ?? fail(name),
      option,
      lets,
      cohort,
      score: (of) => ({ range: aside(() => scoreRange(study, of)), reads: NO_READS }),
      grade: () => ({ grades: gradeNames, reads: NO_READS }),
      parts: (path) => ({ parts: aside(() => partRanges(study, path)), reads: NO_READS }),
      onProblem: (problem) => {
        if (!log.isAside) onProblem?.(problem);
      },
    };
    const interpreter = createInterpreter(environment);
    const study = over(environment, interpreter, (open) => open, [], isOfAny);
    return study;
  };
  const over = (
    environment: Environment,
    interpreter: Interpreter,
    narrow: Narrow,
    assumptions: readonly Assumed[],
    isOfAny: boolean,
  ): Study => {
    const known = [
      new Map<Expression, Study | undefined>(),
      new Map<Expression, Study | undefined>(),
    ];
    const assuming = (condition: Expression, outcome: boolean): Study | undefined => {
      const remembered = known[outcome ? 1 : 0];
      if (remembered?.has(condition) === true) return remembered.get(condition);
      const narrower = interpreter.assuming(condition, outcome);
      const further: Narrow = (open) => narrow(open)?.assuming(condition, outcome);
      const more = [...assumptions, { condition, outcome }];
      const study = narrower && over(environment, narrower, further, more, isOfAny);
      remembered?.set(condition, study);
      return study;
    };
    const assumed = assumptions.map(({ condition }) => condition);
    const readingOnly = (options: ReadonlySet<string>): Study => {
      if (!isOfAny) return study;
      const behind = readingOf(assumed, framework).options;
      const kept = [...setting].filter(([name]) => options.has(name) || behind.has(name));
      if (kept.length === setting.size) return study;
      return (
        assumptions.reduce<Study | undefined>(
          (open, { condition, outcome }) => open?.assuming(condition, outcome),
          studyUnder(new Map(kept)),
        ) ?? study
      );
    };
    const study: Study = {
      framework,
      inputs,
      interpreter: isOfAny ? remembering(interpreter, log) : interpreter,
      environment,
      interpreterIn: (other) => narrow(createInterpreter(other)),
      ranges: new Map(),
      readingOnly,
      problemsOf: (run) => {
        log.met.length = 0;
        run();
        return log.met.splice(0);
      },
      aside,
      interpreterFor: (givens, tell, other) => narrow(concrete(givens, tell, other)),
      assuming,
      assumed,
      tables,
    };
    return study;
  };

  // What is proved of any department holds of all that it may be compared with.
  const anyone = studyOf(new Map(), () => amongAny, true);
  const member: Member = { name: '', environment: anyone.environment };
  const amongAny: CohortView = { own: member, others: [], further: member };
  const concrete: Concrete = (givens, tell, other) => {
    const viewOf = (place: number): CohortView => {
      const [self, rival] = place === 0 ? [own, second] : [second, own];
      return { own: self, others: other ? [rival] : [], further: undefined };
    };
    const first = studyOf(givens, () => viewOf(0), false, tell);
    const own: Member = { name: '0', environment: first.environment };
    const rivals = studyOf(other ?? new Map<string, Value>(), () => viewOf(1), false);
    const second: Member = { name: '1', environment: rivals.environment };
    return first.interpreter;
  };
  return studyOf(
    new Map(),
    () => amongAny,
    true,
    (problem) => log.met.push(problem),
  );
}

const NO_READS: ReadonlySet<string> = new Set();

function fail(name: string): never {
  throw new Error(`the framework declares no “${name}”`);
}

function optionValue(option: Option, chosen = option.chosen): Value {
  if (option.kind === 'enumeration') return enumerationValue(chosen);
  return chosen === 'yes' ? TRUE : FALSE;
}
