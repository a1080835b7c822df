// What an interpreter looks things up in and what it reports back.
import type { Expression } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import type { Range } from '../types/range.ts';
import type { Value } from '../types/value.ts';

/** What an interpreter looks things up in. */
export interface Environment {
  /** What is known of a framework input; for a judged input its award in points. */
  readonly input: (name: string) => Value;
  /** TRUE or FALSE for a truth value, an enumeration value otherwise. */
  readonly option: (name: string) => Value;
  readonly lets: ReadonlyMap<string, Let>;
  /** Told every input that is looked at, also when a remembered let stands for it. */
  readonly onRead?: (inputName: string) => void;
  readonly onProblem?: (problem: Problem) => void;
}

/** Something that must not happen while scoring; the prover excludes it before a rule is used. */
export type Problem =
  | {
      readonly kind: 'division-by-zero';
      /** The quotient. */
      readonly expression: Expression;
      readonly divisor: Range;
    }
  /** The root of a figure that may be negative; a growth on a base that may be 0 or less. */
  | {
      readonly kind: 'root-of-negative' | 'growth-base';
      readonly expression: Extract<Expression, { kind: 'call' }>;
    }
  /** A mean, minimum or maximum of what may be no entries at all. */
  | { readonly kind: 'possibly-empty'; readonly expression: Expression };
