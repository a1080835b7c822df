// What is given of a department, and a part → the same with everything else that the part's score hangs on, as
// plain as may be, and the score: a complete example.
import type { Prepared } from '../../evaluate/cohort.ts';
import type { Scoring } from '../../evaluate/scoring.ts';
import { usualValues } from '../../prove/candidates.ts';
import { readingOf } from '../../prove/reading.ts';
import type { Example, ExampleGiven, Input } from '../../model/framework.ts';
import { readIn } from '../../model/reads.ts';
import * as Q from '../../number/rational.ts';
import type { Span } from '../../text/span.ts';
import { contains, closed, pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import { FALSE, isKnown, rangeValue } from '../../types/value.ts';
import type { Case } from './reach.ts';
import { MOST_GIVEN } from './reach.ts';
import { seenExample } from './exercised.ts';

export type Givens = ReadonlyMap<string, ExampleGiven>;

/** What an example states: the score of a part, of everything where the path is empty, or an output. */
export interface Stated {
  readonly place: readonly string[];
  readonly output: string | undefined;
}

/** The givens completed until what is stated is certain; undefined where that takes too much. */
export function completed(
  prepared: Prepared,
  stated: Stated,
  givens: Givens,
): { readonly givens: Givens; readonly value: Value } | undefined {
  const all = new Map(givens);
  while (all.size <= MOST_GIVEN) {
    const { scoring } = seenExample(prepared, exampleOf(stated, all));
    const { value, reads } = valueIn(scoring, stated);
    if (isKnown(value)) return isWritable(value) ? { givens: all, value } : undefined;
    const open = [...reads].find(
      (read) => readIn(read).department === undefined && scoring.isOpen(read) && !all.has(read),
    );
    const input = prepared.framework.inputs.find(({ name }) => name === open);
    const given = input && usualGiven(input, prepared);
    if (!given) return undefined;
    all.set(input.name, given);
  }
  return undefined;
}

function valueIn(
  scoring: Scoring,
  { place, output }: Stated,
): { readonly value: Value; readonly reads: ReadonlySet<string> } {
  if (output === undefined) {
    const { range, reads } = scoring.scores().score(place.length === 0 ? 'total' : place);
    return { value: rangeValue(range), reads };
  }
  const declared = scoring.framework.outputs.find(({ name }) => name === output);
  if (!declared) throw new Error(`the framework has no output “${output}”`);
  const reads = new Set<string>();
  const value = scoring.noting(reads, () => scoring.interpreter.value(declared.value));
  return { value, reads };
}

// No text states a figure that no fraction equals.
function isWritable(value: Value): boolean {
  return value.kind !== 'number' || (!value.range.irrational && pointOf(value.range) !== undefined);
}

/** An example that gives so much; what it states does not matter here. */
export function exampleOf({ place, output }: Stated, givens: Givens): Example {
  const nowhere: Span = { file: '', start: 0, end: 0 };
  const wanted = output === undefined ? undefined : { name: output, wanted: FALSE };
  const stated = { low: Q.ZERO, high: Q.ZERO, output: wanted };
  return { name: undefined, path: place, givens, ...stated, span: nowhere };
}

function usualGiven(input: Input, { framework }: Prepared): ExampleGiven | undefined {
  if (input.kind === 'judged') {
    if (input.form.kind === 'choice') return choiceGiven(input.form.choices[0]?.name ?? '', input);
    if (input.form.kind === 'checklist')
      return { kind: 'entries', met: new Map(input.form.entries.map(({ name }) => [name, true])) };
    return { kind: 'award', points: input.points };
  }
  const [value] = usualValues(input, readingOf([], framework), framework);
  return value && { kind: 'value', value };
}

/** A choice as given; where it leaves a range, with the most of it. */
export function choiceGiven(name: string, input: Input): ExampleGiven | undefined {
  if (input.kind !== 'judged' || input.form.kind !== 'choice') return undefined;
  const choice = input.form.choices.find((each) => each.name === name);
  if (!choice) return undefined;
  const { least, points } = choice;
  return { kind: 'choice', choice: name, points: least ? points : undefined };
}

/** A case as an example gives it; undefined where a value is none that can be written. */
export function givensOf({ inputs, options }: Case, { framework }: Prepared): Givens | undefined {
  const givens = new Map<string, ExampleGiven>();
  for (const [name, choice] of options) givens.set(name, { kind: 'option', choice });
  for (const [name, value] of inputs) {
    const input = framework.inputs.find((each) => each.name === name);
    const given = input && givenOf(input, value);
    if (!given) return undefined;
    givens.set(name, given);
  }
  return givens;
}

function givenOf(input: Input, value: Value): ExampleGiven | undefined {
  if (input.kind === 'value') return { kind: 'value', value };
  const points = value.kind === 'number' ? pointOf(value.range) : undefined;
  if (!points) return undefined;
  const { form } = input;
  if (form.kind === 'choice') {
    const choice = form.choices.find((each) =>
      contains(closed(each.least ?? each.points, each.points), points),
    );
    return choice && choiceGiven(choice.name, input);
  }
  if (form.kind !== 'checklist') return { kind: 'award', points };
  const isFull = Q.equal(points, input.points);
  if (!isFull && Q.signOf(points) !== 0) return undefined;
  return { kind: 'entries', met: new Map(form.entries.map(({ name }) => [name, isFull])) };
}
