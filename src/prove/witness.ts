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
  const reading = readingOf(expressions, study.framework);
  const choices = [...reading.inputs].flatMap((name) => {
    const input = study.inputs.get(name);
    return input ? [{ input, values: candidatesFor(input, reading) }] : [];
  });
  const most = affordable(expressions, study.framework, MOST_TRIALS);
  const alone = firstCase(study, choices, { departments: 1, most }, happens);
  if (alone !== undefined || !reading.comparesDepartments) return alone;
  return firstCase(study, choices, { departments: 2, most }, happens);
}

interface Choices {
  readonly input: Input;
  readonly values: readonly Value[];
}

// The first case among the values of the inputs of one department, or of two.
function firstCase<Found>(
  study: Study,
  choices: readonly Choices[],
  { departments, most }: { readonly departments: 1 | 2; readonly most: number },
  happens: (interpreter: Interpreter, problems: readonly Problem[]) => Found | undefined,
): Witness<Found> | undefined {
  const sizes = choices.map(({ values }) => values.length);
  for (const places of trials(departments === 1 ? sizes : [...sizes, ...sizes], most)) {
    const own = givenAt(choices, places);
    const other = departments === 1 ? undefined : givenAt(choices, places.slice(choices.length));
    const problems: Problem[] = [];
    const tell = (problem: Problem) => problems.push(problem);
    const interpreter = study.interpreterFor(own, tell, other);
    const found = interpreter && happens(interpreter, problems);
    if (found === undefined) continue;
    const shown = [...shownGivens(choices, own, false), ...shownGivens(choices, other, true)];
    return { givens: shown, found };
  }
  return undefined;
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
