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
import type { Framework, Input, Item, Node, Option } from '../model/framework.ts';
import type { Span } from '../text/span.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, enumerationValue } from '../types/value.ts';
import { joined, readingOf, readingOfPart } from './reading.ts';
import type { Recollection } from './memory.ts';
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
  /** What `work` makes of a part in a study of its own, once for all studies where it is the same. */
  readonly once: (kind: RangeKind, part: Node | Item, work: (study: Study) => Summed) => Summed;
  /** Gives what would be worked out so, where this study has asked nothing else before. */
  readonly offer: (kind: RangeKind, part: Node | Item, found: Summed) => void;
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

/** What is worked out of a part: its score where it exists, or what its rule alone gives. */
export type RangeKind = 'score' | 'rule';

/** What the studies of one framework have in common. */
export interface Common {
  readonly framework: Framework;
  readonly inputs: ReadonlyMap<string, Input>;
  /** Of each input all that its declaration allows. */
  readonly unknowns: ReadonlyMap<string, Value>;
  /** The ruleset's own choices. */
  readonly chosen: ReadonlyMap<string, Value>;
  readonly gradeNames: ReadonlySet<string>;
  readonly tables: SeenTables;
  /** The ranges of parts that were worked out, by part, then by what they were worked out under. */
  readonly ranges: Map<Node | Item, Map<string, Summed>>;
  /** Numbers for conditions that were assumed. */
  readonly conditions: Map<Expression, number>;
  readonly recollection: Recollection;
}

/** What is common to the studies of a framework. */
export function commonTo(framework: Framework, recollection: Recollection): Common {
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  const unknowns = new Map(framework.inputs.map((input) => [input.name, unknownInput(input)]));
  return {
    framework,
    inputs,
    unknowns,
    chosen: new Map(framework.options.map((option) => [option.name, optionValue(option)])),
    gradeNames: new Set(framework.grades.map((grade) => grade.name)),
    tables: new Map(),
    ranges: new Map(),
    conditions: new Map(),
    recollection,
  };
}

/** A condition that has been assumed to have an outcome. */
interface Assumed {
  readonly condition: Expression;
  readonly outcome: boolean;
}

/** The same of what more is known. */
type Narrow = (interpreter: Interpreter) => Interpreter | undefined;

/** The study of any department under one choice of the options. */
export function createStudy(common: Common, setting: Setting): Study {
  const { framework, inputs, unknowns, gradeNames, tables } = common;
  const { lets } = framework;
  const others = new Map(
    setting.size === 0
      ? []
      : framework.options
          .filter(({ name }) => setting.has(name))
          .map((each) => [each.name, optionValue(each, setting.get(each.name))]),
  );
  const option = (name: string) => others.get(name) ?? common.chosen.get(name) ?? fail(name);
  const choices = [...setting].sort(([a], [b]) => (a < b ? -1 : 1));
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
  ): Lookup => {
    let study: Study | undefined;
    // Few departments are asked for a score, and a search goes through many.
    const whole = () => (study ??= over(environment, interpreter, (open) => open, [], isOfAny));
    const environment: Environment = {
      input: (name) => givens.get(name) ?? unknowns.get(name) ?? fail(name),
      option,
      lets,
      cohort,
      score: (of) => ({ range: aside(() => scoreRange(whole(), of)), reads: NO_READS }),
      grade: () => ({ grades: gradeNames, reads: NO_READS }),
      parts: (path) => ({ parts: aside(() => partRanges(whole(), path)), reads: NO_READS }),
      onProblem: (problem) => {
        if (!log.isAside) onProblem?.(problem);
      },
    };
    const interpreter = createInterpreter(environment);
    return { environment, interpreter, whole };
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
    const once: Study['once'] = (kind, part, work) =>
      (isOfAny ? onceIn(common, { kind, part, choices, assumptions }, work) : undefined) ??
      work(study);
    const offer: Study['offer'] = (kind, part, found) => {
      if (isOfAny) onceIn(common, { kind, part, choices, assumptions }, () => found, study);
    };
    const study: Study = {
      framework,
      inputs,
      interpreter: isOfAny ? remembering(interpreter, log) : interpreter,
      environment,
      interpreterIn: (other) => narrow(createInterpreter(other)),
      once,
      offer,
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
  let among: CohortView | undefined;
  const amongAny = (): CohortView => {
    if (among === undefined) {
      const anyone = studyOf(new Map(), amongAny, true);
      const member: Member = { name: '', environment: anyone.environment };
      among = { own: member, others: [], further: member };
    }
    return among;
  };
  const concrete: Concrete = (givens, tell, other) => {
    let members: readonly [Member, Member] | undefined;
    const viewOf = (place: 0 | 1): CohortView => {
      const rivals = () => studyOf(other ?? new Map<string, Value>(), () => viewOf(1), false);
      members ??= [
        { name: '0', environment: first.environment },
        { name: '1', environment: rivals().environment },
      ];
      return {
        own: members[place],
        others: other ? [members[1 - place] ?? members[0]] : [],
        further: undefined,
      };
    };
    const first = studyOf(givens, () => viewOf(0), false, tell);
    return first.interpreter;
  };
  return studyOf(new Map(), amongAny, true, (problem) => log.met.push(problem)).whole();
}

/** Departments that are looked at, and the study of them for whoever needs it. */
interface Lookup {
  readonly environment: Environment;
  readonly interpreter: Interpreter;
  readonly whole: () => Study;
}

const NO_READS: ReadonlySet<string> = new Set();

const NO_CONDITIONS: readonly Expression[] = [];

interface Work {
  readonly kind: RangeKind;
  readonly part: Node | Item;
  /** What the options are set to, by their names. */
  readonly choices: readonly (readonly [string, string])[];
  readonly assumptions: readonly Assumed[];
}

// Under the ruleset's own choice of every option that does not bear on it; undefined where nothing is
// left of what was assumed.
function onceIn(
  common: Common,
  { kind, part, choices: all, assumptions }: Work,
  work: (study: Study) => Summed,
  at?: Study,
): Summed | undefined {
  const { framework, ranges, recollection } = common;
  const own = readingOfPart(framework, part);
  const assumed =
    assumptions.length === 0 ? NO_CONDITIONS : assumptions.map(({ condition }) => condition);
  const reading = assumed.length === 0 ? own : joined(own, readingOf(assumed, framework));
  const choices = all.filter(([name]) => reading.options.has(name));
  const under = choices.length === 0 ? kind : JSON.stringify([kind, choices]);
  const key = assumptions.reduce((said, each) => `${said} ${numberOf(common, each)}`, under);
  const known = ranges.get(part) ?? new Map<string, Summed>();
  ranges.set(part, known);
  const before = known.get(key);
  if (before !== undefined) return before;
  const study =
    at ??
    assumptions.reduce<Study | undefined>(
      (open, { condition, outcome }) => open?.assuming(condition, outcome),
      createStudy(common, new Map(choices)),
    );
  if (study === undefined) return undefined;
  const about = [part, assumptions.map(({ outcome }) => outcome)];
  const found = recollection.range({ about, reading, assumed }, under, () => work(study));
  known.set(key, found);
  return found;
}

function numberOf({ conditions }: Common, { condition, outcome }: Assumed): number {
  const number = conditions.get(condition) ?? conditions.size + 1;
  conditions.set(condition, number);
  return outcome ? number : -number;
}

function fail(name: string): never {
  throw new Error(`the framework declares no “${name}”`);
}

function optionValue(option: Option, chosen = option.chosen): Value {
  if (option.kind === 'enumeration') return enumerationValue(chosen);
  return chosen === 'yes' ? TRUE : FALSE;
}
