// Order statistics of figures that are known in part: which range the lowest, second lowest … of them
// lies in when the figures are only known by range and some may not take part.
import * as Q from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';

/** Figures by how sure it is that they take part. */
export interface Sample {
  readonly certain: readonly Range[];
  readonly possible: readonly Range[];
}

/**
 * The ranges of the figures in order, lowest first, when all certain ones and `extra` of the possible
 * ones take part. Tight for each place; figures in different places are not above one another.
 */
export function positions({ certain, possible }: Sample, extra: number): readonly Range[] {
  const lows = certain.map((range) => range.low);
  lows.push(...inOrder(possible.map((range) => range.low), orderLows).slice(0, extra));
  const highs = certain.map((range) => range.high);
  const most = inOrder(possible.map((range) => range.high), orderHighs);
  highs.push(...most.slice(most.length - extra));
  const integer = [...certain, ...possible].every((range) => range.integer);
  const highest = inOrder(highs, orderHighs);
  return inOrder(lows, orderLows).map((low, place) => ({ low, high: highest[place], integer }));
}

function inOrder(
  ends: readonly (End | undefined)[],
  order: (a: End | undefined, b: End | undefined) => number,
): (End | undefined)[] {
  return [...ends].sort(order);
}

/** Low ends from the lowest; a figure that reaches its end comes before one that does not. */
export function orderLows(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1;
  return Q.compare(a.value, b.value) || Number(a.open) - Number(b.open);
}

/** High ends from the lowest; a figure that reaches its end comes after one that does not. */
export function orderHighs(a: End | undefined, b: End | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return Q.compare(a.value, b.value) || Number(b.open) - Number(a.open);
}
