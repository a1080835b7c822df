// The figures that expressions read, each as one variable: an input of its own, or an entry of a list whose
// length is declared. With them everything else that is read, as values worth trying.
import type { Expression } from '../../model/expression.ts';
import type { Framework, Input } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { candidatesFor } from '../../prove/candidates.ts';
import { readingOf } from '../../prove/reading.ts';
import type { Range } from '../../types/range.ts';
import { closed, contains } from '../../types/range.ts';
import type { Type } from '../../types/type.ts';
import type { Value } from '../../types/value.ts';
import { dateValue, numberValue } from '../../types/value.ts';

export interface Variable {
  readonly input: string;
  /** In a list, from 0. */
  readonly entry: number | undefined;
  readonly range: Range;
  readonly kind: 'number' | 'date';
  /** The smallest change that people write: 1 for counts and days, a hundredth of a unit otherwise. */
  readonly step: Rational;
  readonly scale: Rational;
}

/** An input that is no figure, with values worth trying, the likeliest first. */
export interface Alternative {
  readonly input: string;
  readonly values: readonly Value[];
}

export interface Ground {
  readonly variables: readonly Variable[];
  /** Figures that the expressions speak of: where they may bend. */
  readonly figures: readonly Rational[];
  readonly alternatives: readonly Alternative[];
}

const HUNDREDTH = Q.rational(1, 100);

/** What the expressions read. */
export function groundOf(expressions: readonly Expression[], framework: Framework): Ground {
  const reading = readingOf(expressions, framework);
  const variables: Variable[] = [];
  const alternatives: Alternative[] = [];
  const inputs = new Map(framework.inputs.map((input) => [input.name, input]));
  // In the order in which they are read.
  for (const name of reading.inputs) {
    const input = inputs.get(name);
    if (!input) continue;
    const found = variablesOf(input);
    if (found.length > 0) variables.push(...found);
    else alternatives.push({ input: input.name, values: candidatesFor(input, reading) });
  }
  return { variables, alternatives, figures: reading.figures };
}

function variablesOf(input: Input): Variable[] {
  if (input.kind === 'judged') {
    if (input.form.kind !== 'free') return [];
    const range = closed(Q.ZERO, input.points);
    const step = Q.rational(1, 10);
    return [{ input: input.name, entry: undefined, range, kind: 'number', step, scale: Q.ONE }];
  }
  const { type, range } = input;
  if (type.kind !== 'list') {
    const own = figureOf(type, range);
    return own ? [{ input: input.name, entry: undefined, ...own }] : [];
  }
  const each = type.least === type.most ? figureOf(type.of, range) : undefined;
  return each
    ? Array.from({ length: type.least }, (_, entry) => ({ input: input.name, entry, ...each }))
    : [];
}

function figureOf(
  type: Type,
  range: Range,
): Pick<Variable, 'range' | 'kind' | 'step' | 'scale'> | undefined {
  if (type.kind === 'date')
    return { range: { ...range, integer: true }, kind: 'date', step: Q.ONE, scale: Q.ONE };
  if (type.kind !== 'number') return undefined;
  const { scale } = type.unit;
  return {
    range: type.integer ? { ...range, integer: true } : range,
    kind: 'number',
    step: type.integer ? scale : Q.multiply(HUNDREDTH, scale),
    scale,
  };
}

/** Figures of the variables, in their order, as values of the inputs. */
export function valuesOf(
  variables: readonly Variable[],
  figures: readonly Rational[],
): ReadonlyMap<string, Value> {
  const values = new Map<string, Value>();
  variables.forEach(({ input, entry, kind }, at) => {
    const figure = figures[at] ?? Q.ZERO;
    const value = kind === 'date' ? dateValue(Number(figure.n)) : numberValue(figure);
    const before = values.get(input);
    if (entry === undefined) values.set(input, value);
    else if (before?.kind === 'list')
      values.set(input, { ...before, entries: [...before.entries, value] });
    else values.set(input, { kind: 'list', entries: [value], further: undefined });
  });
  return values;
}

const PLAIN = [100, 10, 1000, 50, 20, 90, 95, 80, 5, 1, 2, 0, 60, 200, 30, 40];
/** 2024-06-30, where nothing says of which year. */
const USUAL_DAY = 19_904;

/** Plain figures that a variable may have, the plainest first. */
export function plainFigures({ kind, range, scale }: Variable): readonly Rational[] {
  if (kind === 'date') return [Q.rational(USUAL_DAY)].filter((day) => contains(range, day));
  const figures = PLAIN.map((count) => Q.multiply(Q.rational(count), scale));
  const ends = [range.low, range.high].flatMap((end) => (end && !end.open ? [end.value] : []));
  return [...figures, ...ends].filter((figure) => contains(range, figure));
}

/** The same for the same variable. */
export function keyOf({ input, entry }: Variable): string {
  return JSON.stringify([input, entry]);
}
