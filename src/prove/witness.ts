// Looking for a concrete case: input values, within their declarations, in which something happens
// when the rule is evaluated exactly. What is found is certain; finding nothing proves nothing.
import type { Interpreter, Problem } from '../interpret/interpreter.ts';
import type { Expression } from '../model/expression.ts';
import type { Input } from '../model/framework.ts';
import type { Given } from '../diagnostics/coverage-facts.ts';
import { SCORE } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { candidatesFor } from './candidates.ts';
import { affordable } from './effort.ts';
import { readingOf } from './reading.ts';
import { showValue } from './show.ts';
import type { Study } from './study.ts';

const MOST_TRIALS = 3000;

export interface Witness<Found> {
  readonly givens: readonly Given[];
  readonly found: Found;
}

/** The first case, plain values first, in which `happens` finds something. */
export function findWitness<Found>(
  study: Study,
  expressions: readonly Expression[],
  happens: (interpreter: Interpreter, problems: readonly Problem[]) => Found | undefined,
): Witness<Found> | undefined {
  let witness: Witness<Found> | undefined;
  tryCases(study, expressions, ({ interpreter, problems, givens }) => {
    const found = happens(interpreter, problems);
    if (found !== undefined) witness = { givens: givens(), found };
    return found !== undefined;
  });
  return witness;
}

/** The problems that evaluating the expression meets in some case, each with the first such case. */
export function findProblems(
  study: Study,
  whole: Expression,
  looked: readonly Problem[],
): ReadonlyMap<Problem, readonly Given[]> {
  const found = new Map<Problem, readonly Given[]>();
  tryCases(study, [whole], ({ interpreter, problems, givens }) => {
    interpreter.value(whole);
    for (const problem of looked)
      if (!found.has(problem) && problems.some((met) => isSameProblem(met, problem)))
        found.set(problem, givens());
    return found.size === looked.length;
  });
  return found;
}

function isSameProblem(one: Problem, other: Problem): boolean {
  return one.expression === other.expression && one.kind === other.kind;
}

interface Choices {
  readonly input: Input;
  readonly values: readonly Value[];
}

/** A case with what evaluating it tells; `givens` are its inputs as they are shown. */
interface Case {
  readonly interpreter: Interpreter;
  readonly problems: readonly Problem[];
  readonly givens: () => readonly Given[];
}

// Goes through cases until one is enough: of one department, then of two where they are compared.
function tryCases(
  study: Study,
  expressions: readonly Expression[],
  isEnough: (one: Case) => boolean,
): void {
  const reading = readingOf(expressions, study.framework);
  const choices = [...reading.inputs].flatMap((name) => {
    const input = study.inputs.get(name);
    return input ? [{ input, values: candidatesFor(input, reading) }] : [];
  });
  const most = affordable(expressions, study.framework, MOST_TRIALS);
  const sizes = choices.map(({ values }) => values.length);
  for (const places of trials(sizes, most)) {
    const own = givenAt(choices, places);
    if (tryCase(study, choices, own, undefined, isEnough)) return;
  }
  if (!reading.comparesDepartments) return;
  for (const places of trials([...sizes, ...sizes], most)) {
    const own = givenAt(choices, places);
    const other = givenAt(choices, places.slice(choices.length));
    if (tryCase(study, choices, own, other, isEnough)) return;
  }
}

function tryCase(
  study: Study,
  choices: readonly Choices[],
  own: ReadonlyMap<string, Value>,
  other: ReadonlyMap<string, Value> | undefined,
  isEnough: (one: Case) => boolean,
): boolean {
  const problems: Problem[] = [];
  const tell = (problem: Problem) => problems.push(problem);
  const interpreter = study.interpreterFor(own, tell, other);
  const givens = () => [...shownGivens(choices, own, false), ...shownGivens(choices, other, true)];
  return interpreter !== undefined && isEnough({ interpreter, problems, givens });
}

function givenAt(choices: readonly Choices[], places: readonly number[]): Map<string, Value> {
  const givens = new Map<string, Value>();
  for (const [index, { input, values }] of choices.entries()) {
    const value = values[places[index] ?? 0];
    if (value) givens.set(input.name, value);
  }
  return givens;
}

function shownGivens(
  choices: readonly Choices[],
  givens: ReadonlyMap<string, Value> | undefined,
  ofAnother: boolean,
): Given[] {
  const mark = ofAnother ? { ofAnother } : {};
  return choices.flatMap(({ input }) => {
    const value = givens?.get(input.name);
    const type = input.kind === 'value' ? input.type : SCORE;
    return value ? [{ name: input.name, value: showValue(value, type), ...mark }] : [];
  });
}

/** Every combination where they are few; otherwise a fixed pseudo-random selection of them. */
export function* trials(sizes: readonly number[], most: number): Generator<readonly number[]> {
  const all = sizes.reduce((product, size) => product * Math.max(size, 1), 1);
  const digits = (number: number): number[] => {
    let rest = number;
    return sizes.map((size) => {
      const digit = rest % Math.max(size, 1);
      rest = Math.floor(rest / Math.max(size, 1));
      return digit;
    });
  };
  if (all <= most) {
    for (let number = 0; number < all; number++) yield digits(number);
    return;
  }
  let state = 1;
  const next = (size: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % Math.max(size, 1);
  };
  for (let trial = 0; trial < most; trial++) yield sizes.map(next);
}
