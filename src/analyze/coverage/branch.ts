// What coverage counts: each way in which a rule can go, with what must hold for it, and each figure at
// which it turns from one to another.
import type { Expression } from '../../model/expression.ts';
import type { Span } from '../../text/span.ts';

/** A condition and the outcome that it must have. */
export interface Guard {
  readonly condition: Expression;
  readonly outcome: boolean;
}

export type BranchKind =
  /** A row of a table or a decision list, and what is left for others. */
  | 'row'
  | 'otherwise'
  /** An argument of `min` or `max` that is the smallest or largest. */
  | 'smallest'
  | 'largest'
  /** A deduction takes something, takes nothing, goes as far as it may; deductions stop at 0. */
  | 'deduction'
  | 'no-deduction'
  | 'deduction-limit'
  | 'floor'
  /** A limit changes the score. */
  | 'at-most'
  | 'at-least'
  | 'veto'
  | 'exemption'
  | 'ceiling'
  | 'downgrade'
  | 'exists'
  | 'absent'
  | 'not-applicable'
  /** What a person found: a choice, an entry of a checklist that is met or not. */
  | 'choice'
  | 'met'
  | 'unmet'
  | 'grade';

/** How it is told whether a department takes a branch. */
export type BranchTest =
  /** All guards of one of the ways hold. */
  | { readonly kind: 'ways'; readonly ways: readonly (readonly Guard[])[] }
  | { readonly kind: 'choice'; readonly input: string; readonly choice: string }
  | {
      readonly kind: 'entry';
      readonly input: string;
      readonly entry: string;
      readonly met: boolean;
    }
  | { readonly kind: 'grade'; readonly grade: string };

export interface Branch {
  /** The same for the same branch of the same part. */
  readonly key: string;
  readonly kind: BranchKind;
  /** The item, indicator or group whose score it decides; empty for the total and for outputs. */
  readonly place: readonly string[];
  /** The output that it decides. */
  readonly output: string | undefined;
  readonly span: Span;
  /** Of a row or an argument, from 1. */
  readonly number: number | undefined;
  /** Of what was found, of a grade, or why a strike acts. */
  readonly name: string | undefined;
  readonly test: BranchTest;
}

/** Two figures of which it matters which is the larger. */
export interface Threshold {
  readonly key: string;
  readonly place: readonly string[];
  readonly span: Span;
  readonly left: Expression;
  readonly right: Expression;
  /** What must hold so that the comparison is asked for. */
  readonly guards: readonly Guard[];
}

export interface Branches {
  readonly branches: readonly Branch[];
  readonly thresholds: readonly Threshold[];
  /** Tables and lists inside of what is worked out for each entry of a list; they are not followed. */
  readonly notFollowed: readonly Span[];
}
