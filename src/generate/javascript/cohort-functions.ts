// Functions of one department that others call: what an aggregate over a cohort asks of each member, and
// what the member asks back of the one that compares.
import type { Expression } from '../../model/expression.ts';

export interface CohortWriter {
  /** The name of a function of each department that gives the expression, for the one that asks. */
  readonly member: (expression: Expression, notes: readonly string[]) => string;
}
