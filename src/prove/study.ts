// A study: the framework under one choice of its options, with nothing known of the inputs but their
// declarations. Proofs ask its interpreter; what they find is collected as findings.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createInterpreter } from '../interpret/interpreter.ts';
import type { CohortView, Interpreter, Member, Problem } from '../interpret/interpreter.ts';
import { unknownInput } from '../interpret/unknown-input.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Input, Option } from '../model/framework.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, enumerationValue } from '../types/value.ts';

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
  /** Runs and collects the problems that evaluating meets. */
  readonly problemsOf: (run: () => void) => readonly Problem[];
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
  readonly lets: Framework['lets'];
  /** What has been assumed. */
  readonly assumed: readonly Expression[];
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
  /** The diagnostic, naming the choices under which it occurs where they are not the ruleset's own. */
  readonly say: (under: readonly Choice[]) => Diagnostic;
}

export function createStudy(framework: Framework, setting: Setting): Study {
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  const unknowns = new Map(framework.inputs.map((input) => [input.name, unknownInput(input)]));
  const options = new Map(
    framework.options.map((option) => [option.name, optionValue(option, setting.get(option.name))]),
  );
  const option = (name: string) => options.get(name) ?? fail(name);
  const problems: Problem[] = [];
  const { lets } = framework;
  const input = (givens: ReadonlyMap<string, Value>) => (name: string) =>
    givens.get(name) ?? unknowns.get(name) ?? fail(name);
  // Any department: what is proved of it holds of all that may be compared with another.
  const anyone: Member = {
    name: '',
    environment: { input: input(unknowns), option, lets, cohort: () => amongAny(anyone) },
  };
  const amongAny = (own: Member): CohortView => ({ own, others: [], further: anyone });
  const concrete: Concrete = (givens, onProblem, other) => {
    const [own, second]: readonly Member[] = [givens, other ?? new Map<string, Value>()].map(
      (given, place): Member => ({
        name: String(place),
        environment: {
          input: input(given),
          option,
          lets,
          cohort: () => viewOf(place),
          ...(place === 0 ? { onProblem } : {}),
        },
      }),
    );
    const viewOf = (place: number): CohortView => {
      const [self, rival] = place === 0 ? [own, second] : [second, own];
      if (!self || !rival) throw new Error('a cohort lost a member');
      return { own: self, others: other ? [rival] : [], further: undefined };
    };
    return createInterpreter(own?.environment ?? anyone.environment);
  };
  type Narrow = (interpreter: Interpreter) => Interpreter | undefined;
  const over = (
    interpreter: Interpreter,
    narrow: Narrow,
    assumed: readonly Expression[],
  ): Study => {
    const known = [
      new Map<Expression, Study | undefined>(),
      new Map<Expression, Study | undefined>(),
    ];
    const assuming = (condition: Expression, outcome: boolean): Study | undefined => {
      const remembered = known[outcome ? 1 : 0];
      if (remembered?.has(condition) === true) return remembered.get(condition);
      const narrower = interpreter.assuming(condition, outcome);
      const further: Narrow = (concrete) => narrow(concrete)?.assuming(condition, outcome);
      const study = narrower && over(narrower, further, [...assumed, condition]);
      remembered?.set(condition, study);
      return study;
    };
    return {
      framework,
      inputs,
      lets: framework.lets,
      interpreter,
      problemsOf: (run) => {
        problems.length = 0;
        run();
        return problems.splice(0);
      },
      interpreterFor: (givens, onProblem, other) => narrow(concrete(givens, onProblem, other)),
      assuming,
      assumed,
    };
  };
  const interpreter = createInterpreter({
    ...anyone.environment,
    onProblem: (problem) => problems.push(problem),
  });
  return over(interpreter, (narrowed) => narrowed, []);
}

function fail(name: string): never {
  throw new Error(`the framework declares no “${name}”`);
}

function optionValue(option: Option, chosen = option.chosen): Value {
  if (option.kind === 'enumeration') return enumerationValue(chosen);
  return chosen === 'yes' ? TRUE : FALSE;
}
