// A study: the framework under one choice of its options, with nothing known of the inputs but their
// declarations. Proofs ask its interpreter; what they find is collected as findings.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createInterpreter } from '../interpret/interpreter.ts';
import type { CohortView, Interpreter, Member, Problem } from '../interpret/interpreter.ts';
import { unknownInput } from '../interpret/unknown-input.ts';
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
  /** Over one department that gives these inputs, alone or beside one other. */
  readonly interpreterFor: (
    givens: ReadonlyMap<string, Value>,
    onProblem: (problem: Problem) => void,
    other?: ReadonlyMap<string, Value>,
  ) => Interpreter;
}

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
  return {
    framework,
    inputs,
    interpreter: createInterpreter({
      ...anyone.environment,
      onProblem: (problem) => problems.push(problem),
    }),
    problemsOf: (run) => {
      problems.length = 0;
      run();
      return problems.splice(0);
    },
    interpreterFor: (givens, onProblem, other) => {
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
    },
  };
}

function fail(name: string): never {
  throw new Error(`the framework declares no “${name}”`);
}

function optionValue(option: Option, chosen = option.chosen): Value {
  if (option.kind === 'enumeration') return enumerationValue(chosen);
  return chosen === 'yes' ? TRUE : FALSE;
}
