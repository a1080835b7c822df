// What scores all departments under one weighting after another, and what it tells of each: totals as
// numbers that compare as the totals do, and grades. One engine adds up tables of whole numbers, the
// other asks the evaluator each time; which one it is changes how long it takes and nothing else.
import type { Range } from '../../types/range.ts';

/** Totals and grades of all departments under the weighting that was scored last. */
export interface Engine {
  /** The steps of each varied part, counted from its own points. */
  readonly score: (steps: Int32Array) => void;
  /** The lowest and the highest total that each department may have, by its place. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Whether these numbers also compare from one weighting to another. */
  readonly isAbsolute: boolean;
  readonly grades: (department: number) => readonly string[];
  /** The total of a department as it is. */
  readonly total: (department: number) => Range;
}
