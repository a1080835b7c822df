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
  /** Told every input of another department that is looked at. */
  readonly onReadOf?: (member: string, inputName: string) => void;
  /** The departments that this one is compared with; needed where the framework compares them. */
  readonly cohort?: () => CohortView;
  readonly onProblem?: (problem: Problem) => void;
}

/** A department as the others see it: its expressions are evaluated in its own environment. */
export interface Member {
  readonly name: string;
  readonly environment: Environment;
}

/** A cohort as one of its members sees it. */
export interface CohortView {
  /** The department whose environment this is. */
  readonly own: Member;
  readonly others: readonly Member[];
  /** What any number of further departments may be like; undefined when there are no more. */
  readonly further: Member | undefined;
  /** What is the same for all members, kept between them: give all views of one cohort one map. */
  readonly workedOut?: Map<Expression, WorkedOut>;
}

/** The value of something that is the same for all members, with what evaluating it met. */
export interface WorkedOut {
  readonly value: Value;
  /** The inputs that were looked at, by the name of the department. */
  readonly reads: ReadonlyMap<string, ReadonlySet<string>>;
  readonly problems: readonly Problem[];
}

/** What a department contributes to an aggregate over its cohort. */
export interface MemberValue {
  readonly member: Member;
  readonly isOwn: boolean;
  /** Undefined where only the number of departments counts. */
  readonly value: Value | undefined;
  /** Whether it certainly passes `where`. */
  readonly certain: boolean;
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
  /** A mean, minimum, maximum … of what may be no entries at all. */
  | { readonly kind: 'possibly-empty'; readonly expression: Expression }
  /** Fewer than none of the highest or lowest figures are left out. */
  | { readonly kind: 'trimming-negative'; readonly expression: Expression };
