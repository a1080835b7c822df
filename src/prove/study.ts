// A study: the framework under one choice of its options, with nothing known of the inputs but their
// declarations. Proofs ask its interpreter; what they find is collected as findings.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { createInterpreter } from '../interpret/interpreter.ts';
import type { Environment, Interpreter, Problem } from '../interpret/interpreter.ts';
import { unknownInput } from '../interpret/unknown-input.ts';
import type { Framework, Input, Option } from '../model/framework.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, enumerationValue } from '../types/value.ts';
import { partRanges, scoreRange } from './score-figures.ts';
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
  /** What the interpreter looks things up in. */
  readonly environment: Environment;
  /** The ranges of nodes and items that have been worked out. */
  readonly ranges: Map<unknown, Summed>;
  /** Runs and collects the problems that evaluating meets. */
  readonly problemsOf: (run: () => void) => readonly Problem[];
  /** Over one department that gives these inputs. */
  readonly interpreterFor: (
    givens: ReadonlyMap<string, Value>,
    onProblem: (problem: Problem) => void,
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
  const gradeNames = new Set(framework.grades.map((grade) => grade.name));
  const problems: Problem[] = [];
  const createOver = (
    input: (name: string) => Value | undefined,
    onProblem: (problem: Problem) => void,
  ): Study => {
    let isAside = false;
    // What goes wrong inside another score is said where that one is proved.
    const aside = <Result>(run: () => Result): Result => {
      const outer = isAside;
      isAside = true;
      try {
        return run();
      } finally {
        isAside = outer;
      }
    };
    const environment: Environment = {
      input: (name) => input(name) ?? unknowns.get(name) ?? fail(name),
      option,
      lets: framework.lets,
      onProblem: (problem) => {
        if (!isAside) onProblem(problem);
      },
      score: (of) => ({ range: aside(() => scoreRange(study, of)), reads: NO_READS }),
      grade: () => ({ grades: gradeNames, reads: NO_READS }),
      parts: (path) => ({ parts: aside(() => partRanges(study, path)), reads: NO_READS }),
    };
    const study: Study = {
      framework,
      inputs,
      interpreter: createInterpreter(environment),
      environment,
      ranges: new Map(),
      problemsOf: (run) => {
        problems.length = 0;
        run();
        return problems.splice(0);
      },
      interpreterFor: (givens, tell) => createOver((name) => givens.get(name), tell).interpreter,
    };
    return study;
  };
  return createOver(
    () => undefined,
    (problem) => problems.push(problem),
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
