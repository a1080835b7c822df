// Looking for a department of which two rules say different things: among figures that either rule speaks
// of and plain ones, then from the best of them one figure at a time, then with as few digits as the
// difference allows. What is found is certain.
import type { Problem } from '../../interpret/interpreter.ts';
import type { Expression } from '../../model/expression.ts';
import type { Input } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { candidatesFor } from '../../prove/candidates.ts';
import { affordable } from '../../prove/effort.ts';
import { readingOf } from '../../prove/reading.ts';
import type { Study } from '../../prove/study.ts';
import { trials } from '../../prove/witness.ts';
import { limitsIn, zeroOf } from './boundaries.ts';
import { isShare } from './judged.ts';
import { contains, pointOf } from '../../types/range.ts';
import type { Type } from '../../types/type.ts';
import type { Value } from '../../types/value.ts';
import { FALSE, numberValue } from '../../types/value.ts';

/** One thing that such a department gives. */
export interface WitnessGiven {
  readonly input: Input;
  readonly value: Value;
  /** Whether it is a share of what an assessor may give. */
  readonly isShare: boolean;
}

/** A department of which two rules say different things. */
export interface Witness {
  readonly givens: readonly WitnessGiven[];
  readonly before: Rational;
  readonly after: Rational;
}

type Givens = ReadonlyMap<string, Value>;

interface Scores {
  readonly before: Rational;
  readonly after: Rational;
}

/** A department that was tried. */
interface Tried {
  readonly givens: Givens;
  readonly scores: Scores;
  readonly size: Rational;
}

interface Choices {
  readonly input: Input;
  readonly values: readonly Value[];
}

/** Two rules as they are searched: any department gives exact scores or none. */
export interface Search {
  /** Departments of a piece of the whole: its assumptions say where to look. */
  readonly within: (study: Study, most: Rational | undefined) => Witness | undefined;
}

const MOST_TRIALS = 400;
const MOST_BASES = 40;
/** Limits that are solved for in one piece. */
const MOST_SOLVED = 400;
/** Once a difference is known, a smaller part of the departments is searched for a larger one. */
const MOST_ROUNDS = 4;
/** In units of the input, the plainest first. */
const PLAIN_FIGURES = [100, 0, 1, 10, 1000, 50, 5, 2, 20, 80, 90, 60, 200, 500].map((figure) =>
  Q.rational(figure),
);

/** Prepares the search for departments on which two rules differ. */
export function createSearch(whole: Study, before: Expression, after: Expression): Search {
  const rules = [before, after];
  const most = affordable(rules, whole.framework, MOST_TRIALS);
  const { inputs } = readingOf(rules, whole.framework);
  const tryOut = (givens: Givens): Tried | undefined => {
    const failures: Problem[] = [];
    const interpreter = whole.interpreterFor(givens, (problem) => failures.push(problem));
    if (interpreter === undefined) return undefined;
    const [one, other] = rules.map((rule) => pointOf(interpreter.range(rule)));
    const scores = one && other && { before: one, after: other };
    if (failures.length > 0 || !scores || Q.equal(scores.before, scores.after)) return undefined;
    const size = Q.absolute(Q.subtract(scores.before, scores.after));
    return { givens, scores, size };
  };
  return {
    within: (study, limit) => {
      // What was assumed on the way to this piece decides, too.
      const reading = readingOf([...rules, ...study.assumed], study.framework);
      const choices = [...inputs].flatMap((name): Choices[] => {
        const input = study.inputs.get(name);
        return input ? [{ input, values: candidatesIn(study, input, reading) }] : [];
      });
      const isMost = ({ size }: Tried) => limit !== undefined && Q.compare(size, limit) >= 0;
      let best: Tried | undefined;
      const note = (tried: Tried | undefined) => {
        if (tried && (best === undefined || Q.compare(tried.size, best.size) > 0)) best = tried;
      };
      const sizes = choices.map(({ values }) => values.length);
      for (const places of trials(sizes, most)) {
        if (best !== undefined && isMost(best)) break;
        note(tryOut(givensAt(choices, places)));
      }
      if (best === undefined || !isMost(best))
        for (const givens of onLimits(study, whole, choices, sizes)) {
          note(tryOut(givens));
          if (best !== undefined && isMost(best)) break;
        }
      if (best === undefined) return undefined;
      const risen = isMost(best) ? best : ascend(choices, best, tryOut, isMost);
      const { givens, scores } = plainer(choices, risen, tryOut);
      return {
        givens: choices.flatMap(({ input }) => {
          const value = givens.get(input.name);
          return value ? [{ input, value, isShare: isShare(input) }] : [];
        }),
        ...scores,
      };
    },
  };
}

function givensAt(choices: readonly Choices[], places: readonly number[]): Givens {
  return new Map(
    choices.flatMap(({ input, values }, at) => {
      const value = values[places[at] ?? 0];
      return value ? [[input.name, value] as const] : [];
    }),
  );
}

// Departments exactly on the limits of the piece, one input after the other solved for.
function* onLimits(
  study: Study,
  whole: Study,
  choices: readonly Choices[],
  sizes: readonly number[],
): Generator<Givens> {
  const limits = limitsIn(study.assumed);
  if (limits.length === 0) return;
  const solvable = choices.filter(
    ({ input }) => input.kind === 'value' && input.type.kind === 'number',
  );
  const bases = [...trials(sizes, MOST_BASES)].slice(0, MOST_BASES);
  let left = MOST_SOLVED;
  for (const places of bases) {
    const base = givensAt(choices, places);
    for (const limit of limits)
      for (const { input } of solvable) {
        if (left-- <= 0) return;
        if (input.kind !== 'value' || input.type.kind !== 'number') continue;
        const { scale } = input.type.unit;
        const figure = zeroOf(
          limit,
          (at) =>
            whole.interpreterFor(new Map(base).set(input.name, numberValue(at)), () => undefined),
          [
            Q.multiply(Q.rational(3), scale),
            Q.multiply(Q.rational(7), scale),
            Q.multiply(Q.rational(20), scale),
          ],
        );
        const range = input.type.integer ? { ...input.range, integer: true } : input.range;
        if (figure && contains(range, figure))
          yield new Map(base).set(input.name, numberValue(figure));
      }
  }
}

// Where what was assumed confines an input, its ends come first.
function candidatesIn(
  study: Study,
  input: Input,
  reading: ReturnType<typeof readingOf>,
): readonly Value[] {
  const all = candidatesFor(input, reading);
  if (study.assumed.length === 0 || input.kind !== 'value' || input.type.kind !== 'number')
    return all;
  const { name, type, span } = input;
  const range = study.interpreter.range({ kind: 'input', name, type, span });
  const inside = all.filter(
    (value) => value.kind === 'number' && contains(range, pointOf(value.range) ?? Q.ZERO),
  );
  const ends = [range.low, range.high].flatMap((end) => (end ? [numberValue(end.value)] : []));
  const found = [...inside, ...ends].filter(
    (value) => value.kind === 'number' && contains(input.range, pointOf(value.range) ?? Q.ZERO),
  );
  return found.length > 0 ? found : all;
}

// One figure after the other to whatever makes the difference larger, until none does.
function ascend(
  choices: readonly Choices[],
  from: Tried,
  tryOut: (givens: Givens) => Tried | undefined,
  isMost: (tried: Tried) => boolean,
): Tried {
  let best = from;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { size } = best;
    for (const { input, values } of choices)
      for (const value of variants(best.givens.get(input.name), values)) {
        if (isMost(best)) return best;
        const tried = tryOut(new Map(best.givens).set(input.name, value));
        if (tried && Q.compare(tried.size, best.size) > 0) best = tried;
      }
    if (Q.equal(best.size, size)) break;
  }
  return best;
}

// Every other value; of a list, too, every list with another entry in one place.
function variants(current: Value | undefined, values: readonly Value[]): readonly Value[] {
  if (current?.kind !== 'list') return values;
  const entries = values.flatMap((value) =>
    value.kind === 'list' ? value.entries.slice(0, 1) : [],
  );
  return [
    ...values,
    ...current.entries.flatMap((_, at) => entries.map((entry) => withEntry(current, at, entry))),
  ];
}

function withEntry(list: Extract<Value, { kind: 'list' }>, at: number, entry: Value): Value {
  return { ...list, entries: list.entries.with(at, entry) };
}

// One input after the other: the plainest figure with which the difference is no smaller.
function plainer(
  choices: readonly Choices[],
  found: Tried,
  tryOut: (givens: Givens) => Tried | undefined,
): Tried {
  let best = found;
  const replace = (name: string, plain: (current: Value) => Iterable<Value>) => {
    const current = best.givens.get(name);
    if (current === undefined) return;
    for (const value of plain(current)) {
      const tried = tryOut(new Map(best.givens).set(name, value));
      if (tried === undefined || Q.compare(tried.size, best.size) < 0) continue;
      best = tried;
      return;
    }
  };
  for (const { input } of choices) {
    if (input.kind !== 'value') continue;
    const { name, type } = input;
    if (type.kind === 'boolean') replace(name, (value) => (isTrue(value) ? [FALSE] : []));
    const within = ({ range }: Extract<Value, { kind: 'number' }>) => {
      const figure = pointOf(range);
      return figure !== undefined && contains(input.range, figure);
    };
    const plain = (of: Type): readonly Value[] =>
      of.kind === 'number'
        ? PLAIN_FIGURES.map((figure) => numberValue(Q.multiply(figure, of.unit.scale))).filter(
            within,
          )
        : [];
    if (type.kind === 'number') replace(name, () => plain(type));
    if (type.kind !== 'list') continue;
    const length = (list: Value | undefined) => (list?.kind === 'list' ? list.entries.length : 0);
    for (let at = 0; at < length(best.givens.get(name)); at++)
      replace(name, (list) =>
        list.kind === 'list' ? plain(type.of).map((entry) => withEntry(list, at, entry)) : [],
      );
  }
  return best;
}

function isTrue(value: Value): boolean {
  return value.kind === 'boolean' && value.canBeTrue;
}
