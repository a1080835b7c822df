// What an interpreter looks things up in and what it reports back.
import type { Expression, ScoreName } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import type { Range } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import type { World } from './world.ts';

/** What an interpreter looks things up in. */
export interface Environment {
  /** What is known of a framework input; for a judged input its award in points. */
  readonly input: (name: string) => Value;
  /** TRUE or FALSE for a truth value, an enumeration value otherwise. */
  readonly option: (name: string) => Value;
  readonly lets: ReadonlyMap<string, Let>;
  /** The score of a part or of the whole; absent where no expression can ask for one. */
  readonly score?: (of: ScoreName) => ScoreReading;
  /** The grades that the total may earn; absent likewise. */
  readonly grade?: () => GradeReading;
  /** The parts of the node at the path; absent likewise. */
  readonly parts?: (path: readonly string[]) => PartsReading;
  /** Told every input that is looked at, also when a remembered let stands for it. */
  readonly onRead?: (inputName: string) => void;
  /** Told every input of another department that is looked at. */
  readonly onReadOf?: (member: string, inputName: string) => void;
  /** Whether other departments that look at this input are told so; all are unless this says. */
  readonly isTold?: (inputName: string) => boolean;
  /** Whether something of an input is open, here or in another department; none is unless this says. */
  readonly isOpen?: (inputName: string, whose: string | undefined) => boolean;
  /** The departments that this one is compared with; needed where the framework compares them. */
  readonly cohort?: () => CohortView;
  readonly onProblem?: (problem: Problem) => void;
  /** What has been worked out in it, for all that look at it; the interpreter's alone. */
  world?: World;
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

/** A score, with the inputs on which it rests. */
export interface ScoreReading {
  readonly range: Range;
  readonly reads: ReadonlySet<string>;
}

/** The grades that are possible, with the inputs on which they rest. */
export interface GradeReading {
  readonly grades: ReadonlySet<string>;
  readonly reads: ReadonlySet<string>;
}

/** The scores of a node's parts; those that certainly do not apply are left out. */
export interface PartsReading {
  readonly parts: readonly PartReading[];
  readonly reads: ReadonlySet<string>;
}

export interface PartReading {
  readonly name: string;
  readonly score: Range;
  /** The score divided by the part's points. */
  readonly rate: Range;
  /** `possible` where it is open whether the part applies. */
  readonly certainty: 'certain' | 'possible';
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
