// How the total comes about from the parts that vary, where that is a sum with roundings and limits: as
// whole numbers of a unit so small that every score is one. Nothing but additions is left to do for
// each weighting, and whole numbers below 2^53 add up exactly.
import type { RoundingMode } from '../../number/rounding.ts';

/** A sum of parts, of sums inside, and of what does not vary. */
export interface SumPlan {
  /** Places of the varied parts that stand in it. */
  readonly parts: readonly number[];
  readonly inner: readonly SumPlan[];
  /** What else stands in it, by department. */
  readonly rest: Float64Array;
  readonly rounding: { readonly step: number; readonly mode: RoundingMode } | undefined;
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
}

/** Scores of one department by part and step, the fewest steps first. */
export type ScoreTable = readonly Float64Array[];

/** The sum for a department, under the steps of a weighting counted from the fewest. */
export function sumOfPlan(
  plan: SumPlan,
  department: number,
  table: ScoreTable,
  steps: Int32Array,
): number {
  const { parts, inner, rest, rounding, atLeast, atMost } = plan;
  let sum = rest[department] ?? 0;
  for (const part of parts) sum += table[part]?.[steps[part] ?? 0] ?? 0;
  for (const each of inner) sum += sumOfPlan(each, department, table, steps);
  if (atLeast !== undefined && sum < atLeast) sum = atLeast;
  if (atMost !== undefined && sum > atMost) sum = atMost;
  return rounding ? roundWhole(sum, rounding.step, rounding.mode) : sum;
}

/** A whole number rounded to a multiple of `step`, as `round` does with fractions. */
export function roundWhole(value: number, step: number, mode: RoundingMode): number {
  const magnitude = Math.abs(value);
  const over = magnitude % step;
  const below = magnitude - over;
  const rounded = below + (goesUp(over, below / step, step, mode) ? step : 0);
  return value < 0 ? -rounded : rounded;
}

function goesUp(over: number, below: number, step: number, mode: RoundingMode): boolean {
  switch (mode) {
    case 'down':
      return false;
    case 'up':
      return over > 0;
    case 'half-up':
      return over * 2 >= step && over > 0;
    case 'half-even':
      return over * 2 > step || (over * 2 === step && below % 2 === 1);
    default:
      return mode satisfies never;
  }
}
