// Looking for a department of which two rules say different things: among figures that either rule speaks
// of and plain ones, then with as few digits as the difference allows. What is found is certain.
import type { Expression } from '../../model/expression.ts';
import type { Input } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { candidatesFor } from '../../prove/candidates.ts';
import { affordable } from '../../prove/effort.ts';
import { readingOf } from '../../prove/reading.ts';
import type { Study } from '../../prove/study.ts';
import { trials } from '../../prove/witness.ts';
import { contains, pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { numberValue } from '../../types/value.ts';
import type { Witness } from './meaning.ts';

const MOST_TRIALS = 1500;
/** In units of the input, the plainest first. */
const PLAIN_FIGURES = [100, 0, 1, 10, 1000, 50, 5, 2, 20, 80, 90, 60, 200, 500].map((figure) =>
  Q.rational(figure),
);

interface Scores {
  readonly before: Rational;
  readonly after: Rational;
}

/** A department of the study with the largest difference of those tried; undefined where none differs. */
export function findDifference(
  study: Study,
  before: Expression,
  after: Expression,
): Witness | undefined {
  const { framework } = study;
  const rules = [before, after];
  // What was assumed on the way to this piece decides, too.
  const reading = readingOf([...rules, ...study.assumed], framework);
  const choices = [...reading.inputs].flatMap((name) => {
    const input = study.inputs.get(name);
    return input ? [{ input, values: candidatesFor(input, reading) }] : [];
  });
  const scored = (givens: ReadonlyMap<string, Value>): Scores | undefined => {
    let failed = false;
    const interpreter = study.interpreterFor(givens, () => {
      failed = true;
    });
    if (interpreter === undefined) return undefined;
    const [one, other] = [before, after].map((rule) => pointOf(interpreter.range(rule)));
    return failed || !one || !other || Q.equal(one, other)
      ? undefined
      : { before: one, after: other };
  };
  let best: { givens: ReadonlyMap<string, Value>; scores: Scores; size: Rational } | undefined;
  const sizes = choices.map(({ values }) => values.length);
  for (const places of trials(sizes, affordable(rules, framework, MOST_TRIALS))) {
    const givens = new Map(
      choices.flatMap(({ input, values }, at) => {
        const value = values[places[at] ?? 0];
        return value ? [[input.name, value] as const] : [];
      }),
    );
    const scores = scored(givens);
    if (scores === undefined) continue;
    const size = sizeOf(scores);
    if (best === undefined || Q.compare(size, best.size) > 0) best = { givens, scores, size };
  }
  if (best === undefined) return undefined;
  const { givens, scores } = plainer(choices, best.givens, best.scores, scored);
  return {
    givens: choices.flatMap(({ input }) => {
      const value = givens.get(input.name);
      return value ? [{ input, value }] : [];
    }),
    ...scores,
  };
}

function sizeOf({ before, after }: Scores): Rational {
  return Q.absolute(Q.subtract(after, before));
}

// One input after the other: the plainest figure with which the difference is no smaller.
function plainer(
  choices: readonly { readonly input: Input }[],
  found: ReadonlyMap<string, Value>,
  scores: Scores,
  scored: (givens: ReadonlyMap<string, Value>) => Scores | undefined,
): { readonly givens: ReadonlyMap<string, Value>; readonly scores: Scores } {
  let [givens, current] = [found, scores];
  for (const { input } of choices) {
    const known = givens.get(input.name);
    if (known?.kind !== 'number' || input.kind !== 'value' || input.type.kind !== 'number')
      continue;
    const { scale } = input.type.unit;
    for (const figure of PLAIN_FIGURES) {
      const value = Q.multiply(figure, scale);
      if (!contains(input.range, value)) continue;
      const trial = new Map(givens).set(input.name, numberValue(value));
      const next = scored(trial);
      if (next === undefined || Q.compare(sizeOf(next), sizeOf(current)) < 0) continue;
      [givens, current] = [trial, next];
      break;
    }
  }
  return { givens, scores: current };
}
