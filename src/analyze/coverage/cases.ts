// A framework in, examples out that fill the gaps of its coverage: one on each threshold and one just beside
// it on either side, and one for each branch that no example takes, each with the score that the evaluator gives.
// They are for a person to confirm: they say what the ruleset does, not what it should do.
import type { Prepared } from '../../evaluate/cohort.ts';
import { prepare } from '../../evaluate/cohort.ts';
import type { ExampleGiven, Framework, JudgedInput } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { pointOf } from '../../types/range.ts';
import type { Value } from '../../types/value.ts';
import type { BoundaryCase, Side } from './boundary.ts';
import { boundaryCases } from './boundary.ts';
import { caseFor } from './reach.ts';
import type { Branch, Threshold } from './branch.ts';
import { branchesOf, comparison } from './branches.ts';
import type { Seen } from './exercised.ts';
import { holds, seenExample, takes } from './exercised.ts';
import type { Studies } from './unreachable.ts';
import { createStudies, isImpossible, isUnreachable } from './unreachable.ts';
import type { Givens, Stated } from './worked.ts';
import { choiceGiven, completed, exampleOf, givensOf } from './worked.ts';

/** A case worth an example: what is given, and what the part then scores, or the output is. */
export interface WorkedCase extends Stated {
  readonly why: Why;
  readonly givens: Givens;
  readonly value: Value;
}

export type Why =
  | { readonly kind: 'boundary'; readonly threshold: Threshold; readonly side: Side }
  | { readonly kind: 'branch'; readonly branch: Branch };

export interface Cases {
  readonly cases: readonly WorkedCase[];
  /** What no example reaches and no case was found for; nothing is said of whether there is one. */
  readonly notFound: readonly Why[];
}

interface Gaps {
  readonly prepared: Prepared;
  readonly studies: Studies;
  /** The ruleset's own examples and those made so far. */
  readonly seen: Seen[];
  readonly made: Map<string, WorkedCase>;
  readonly notFound: Why[];
}

/** The missing examples of a framework. */
export function missingExamples(
  framework: Framework,
  onProgress: (done: number, of: number) => void = () => undefined,
): Cases {
  const prepared = prepare(framework);
  const { branches, thresholds } = branchesOf(framework);
  const gaps: Gaps = {
    prepared,
    studies: createStudies(framework),
    seen: framework.examples.map((example) => seenExample(prepared, example)),
    made: new Map(),
    notFound: [],
  };
  const of = thresholds.length + branches.length;
  thresholds.forEach((threshold, at) => {
    fillThreshold(threshold, gaps);
    onProgress(at + 1, of);
  });
  branches.forEach((branch, at) => {
    fillBranch(branch, gaps);
    onProgress(thresholds.length + at + 1, of);
  });
  return { cases: [...gaps.made.values()], notFound: gaps.notFound };
}

function fillThreshold(threshold: Threshold, gaps: Gaps): void {
  const { prepared, studies } = gaps;
  const found = boundaryCases(prepared.framework, threshold, studies);
  if (found.length === 0 && !isReached(gaps, threshold) && !neverMeets(threshold, studies))
    gaps.notFound.push({ kind: 'boundary', threshold, side: 'at' });
  for (const each of found) {
    if (isShown(gaps, threshold, each)) continue;
    const why: Why = { kind: 'boundary', threshold, side: each.side };
    const givens = givensOf(each, prepared);
    if (!givens || !make(gaps, threshold, givens, why)) gaps.notFound.push(why);
  }
}

// Proved: both sides are never the same.
function neverMeets({ left, right, guards }: Threshold, studies: Studies): boolean {
  const same = { condition: comparison(left, '=', right), outcome: true };
  return isImpossible([...guards, same], studies);
}

// Whether an example lies on the threshold already.
function isReached(gaps: Gaps, threshold: Threshold): boolean {
  return isShown(gaps, threshold, { side: 'at', distance: Q.ZERO });
}

/** Whether an example lies on that side already, at least as near. */
function isShown(
  { seen }: Gaps,
  { left, right, guards, place, output }: Threshold,
  { side, distance }: Pick<BoundaryCase, 'side' | 'distance'>,
): boolean {
  return seen.some((each) => {
    if (!each.speaksOf({ place, output })) return false;
    const { interpreter } = each.scoring;
    const [one, other] = [left, right].map((figure) => {
      const value = interpreter.value(figure);
      return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
    });
    if (!one || !other || !holds({ interpreter }, guards)) return false;
    const apart = Q.subtract(one, other);
    const sign = side === 'at' ? 0 : side === 'below' ? -1 : 1;
    return Q.signOf(apart) === sign && Q.compare(Q.absolute(apart), distance) <= 0;
  });
}

function fillBranch(branch: Branch, gaps: Gaps): void {
  const { prepared, studies, seen } = gaps;
  if (seen.some((each) => takes(each, branch)) || isUnreachable(branch, studies)) return;
  const why: Why = { kind: 'branch', branch };
  for (const givens of waysTo(branch, gaps)) {
    const example = exampleOf(branch, givens);
    if (!takes(seenExample(prepared, example), branch)) continue;
    if (make(gaps, branch, givens, why)) return;
  }
  gaps.notFound.push(why);
}

// Where several ways lead to a row, a few are tried: each costs a search, and one that succeeds is enough.
const MOST_WAYS = 3;

function* waysTo({ test }: Branch, { prepared, studies }: Gaps): Generator<Givens> {
  const { framework } = prepared;
  switch (test.kind) {
    case 'ways':
      for (const way of test.ways.slice(0, MOST_WAYS)) {
        const found = caseFor(framework, way, studies);
        const givens = found && givensOf(found, prepared);
        if (givens) yield givens;
      }
      return;
    case 'choice': {
      const input = judged(framework, test.input);
      const given = input && choiceGiven(test.choice, input);
      if (given) yield new Map([[test.input, given]]);
      return;
    }
    case 'entry': {
      const input = judged(framework, test.input);
      if (input?.form.kind !== 'checklist') return;
      // One entry at a time, so that each example speaks of one.
      const met = new Map(
        input.form.entries.map(({ name, points, least }): [string, boolean | Rational] => {
          if (name === test.entry && !test.met) return [name, false];
          return [name, least ? points : true];
        }),
      );
      yield new Map<string, ExampleGiven>([[test.input, { kind: 'entries', met }]]);
      return;
    }
    case 'grade':
      return;
    default:
      test satisfies never;
  }
}

function judged({ inputs }: Framework, name: string): JudgedInput | undefined {
  const input = inputs.find((each) => each.name === name);
  return input?.kind === 'judged' ? input : undefined;
}

/** Makes the example, where its score can be worked out. */
function make(gaps: Gaps, stated: Stated, givens: Givens, why: Why): boolean {
  const { place, output } = stated;
  const { prepared, seen, made } = gaps;
  const whole = completed(prepared, stated, givens);
  if (!whole) return false;
  const key = JSON.stringify(
    [place, output, [...whole.givens].sort(byName)],
    (_, value: unknown) =>
      typeof value === 'bigint'
        ? String(value)
        : value instanceof Map
          ? [...(value as Iterable<unknown>)]
          : value instanceof Set
            ? [...(value as Iterable<unknown>)]
            : value,
  );
  if (made.has(key)) return true;
  made.set(key, { place, output, why, ...whole });
  seen.push(seenExample(prepared, exampleOf(stated, whole.givens)));
  return true;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
