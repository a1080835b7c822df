// Which figures of a department may turn a score around as they grow: those that the rule itself reads,
// and those behind the scores of other parts that it reads.
import { within } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { Input, Rule, ValueInput } from '../model/framework.ts';
import { placeKey, scoreUses } from '../model/score-uses.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { closed, pointOf } from '../types/range.ts';
import { SCORE, isRanking } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import type { Direction, Growth } from './direction.ts';
import { directionOf } from './direction.ts';
import { expressionsBehind, partAt, readingOf, readingThroughLets } from './reading.ts';
import type { Study } from './study.ts';
import { isFigure } from './thresholds.ts';
import { combinedParts } from './ways.ts';

/** A score or an output, and the rule that it comes from where it is an item's. */
export interface Scored {
  /** Before its own rounding and strikes: neither turns a score around. */
  readonly score: Expression;
  readonly rule: Rule | undefined;
}

/** The score of another part, or the total; or another output. */
export type OtherScore = Extract<Expression, { kind: 'score' | 'let' }>;

type PartScore = Extract<Expression, { kind: 'score' }> & { readonly points: Rational };

/** An input that can grow: a figure, a date, or what a person awards. */
export type Growing = Pick<ValueInput, 'name' | 'type' | 'range'>;

/** The scores and outputs that an expression reads, lets followed, each part of a list on its own. */
export function scoresReadBy(study: Study, expression: Expression): readonly OtherScore[] {
  const found = new Map<string, OtherScore>();
  for (const use of scoreUses(expression, study.framework.lets)) {
    if (use.kind === 'score') found.set(placeKey(use.path), use);
    else for (const score of scoresOfParts(study, use)) found.set(placeKey(score.path), score);
  }
  return [...found.values(), ...outputsReadBy(study, expression)];
}

function outputsReadBy({ framework }: Study, expression: Expression): readonly OtherScore[] {
  const { lets, outputs } = framework;
  const used = readingThroughLets([expression], lets).lets;
  return outputs
    .filter(({ id }) => used.has(id))
    .map(({ id, name, value: { type, span } }) => ({ kind: 'let', id, name, type, span }));
}

/** The scores in `scores of parts`, each by its name. */
export function scoresOfParts(
  study: Study,
  { path, span }: Extract<Expression, { kind: 'parts' }>,
): readonly PartScore[] {
  const at = partAt(study.framework.children, path);
  const node = at && 'kind' in at ? at : undefined;
  return combinedParts(study, node).map((part) => ({
    kind: 'score',
    path: part.path,
    type: SCORE,
    span,
    points: part.points,
  }));
}

/** Figures and dates that may turn a score around, but no date that is read by its month. */
export function growingInputs(
  study: Study,
  { score }: Scored,
  others: readonly OtherScore[],
): Growing[] {
  const { lets } = study.framework;
  const recurring = recurringIn(study, score, others);
  const wayOf = (figure: Growth): Direction =>
    directionOf(score, { figure, interpreter: study.interpreter, lets });
  const own = new Set<string>();
  const turning = new Set<string>();
  for (const name of readingThroughLets([score], lets).inputs) {
    const way = wayOf({ kind: 'input', name });
    if (way !== 'still') own.add(name);
    if (way === 'either') turning.add(name);
  }
  for (const other of others) {
    // What the total rests on is everything; its own growth is looked at for itself.
    if (other.kind === 'let' || other.path === 'total') continue;
    const way = wayOf({ kind: 'score', path: other.path });
    if (way === 'still') continue;
    for (const name of readingOf([other], study.framework).inputs)
      if (way === 'either' || own.has(name)) turning.add(name);
  }
  return [...turning].flatMap((name) => {
    const growing = growingOf(study.inputs.get(name));
    return growing && !recurring.has(name) ? [growing] : [];
  });
}

function growingOf(input: Input | undefined): Growing | undefined {
  if (input === undefined) return undefined;
  if (input.kind === 'value') return isFigure(input.type) ? input : undefined;
  const { name, points, form } = input;
  const isAnyFigure = form.kind === 'free' || form.kind === 'checklist';
  return isAnyFigure ? { name, type: SCORE, range: closed(Q.ZERO, points) } : undefined;
}

// The inputs that are read by their month or year.
function recurringIn(
  { framework }: Study,
  score: Expression,
  others: readonly OtherScore[],
): ReadonlySet<string> {
  const { lets } = framework;
  const behind = others.flatMap((other) =>
    other.kind === 'score' ? expressionsBehind(framework, other.path) : [],
  );
  const rules = [score, ...behind];
  const used = [...readingThroughLets(rules, lets).lets];
  const whole = [...rules, ...used.flatMap((id) => lets.get(id)?.value ?? [])];
  const byCalendar = whole
    .flatMap((part) => [...within(part)])
    .filter(
      (part) => part.kind === 'call' && (part.builtin === 'year' || part.builtin === 'month'),
    );
  return readingThroughLets(byCalendar, lets).inputs;
}

/** How good a value is, as a figure: a ranked word by its place from the end. */
export function standingOf(value: Value, { type }: Expression): Rational | undefined {
  if (value.kind === 'number') return pointOf(value.range);
  if (value.kind !== 'enumeration' || !isRanking(type)) return undefined;
  const [word, ...others] = value.possible;
  if (word === undefined || others.length > 0) return undefined;
  return Q.rational(type.values.length - 1 - type.values.indexOf(word));
}

/** The word that stands so far from the end of a ranking; undefined for anything else. */
export function wordAt(standing: Rational, { type }: Expression): string | undefined {
  return isRanking(type) ? type.values[type.values.length - 1 - Number(standing.n)] : undefined;
}
