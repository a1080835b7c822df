// A department's data after reading: every figure exact, every entry with its evidence, everything
// named as the framework names it. What the file left out is simply not here.
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import type { Span } from '../text/span.ts';

/** Where a figure comes from and what it is worth as evidence. */
export type EvidenceStatus = 'disclosed' | 'verified' | 'judged' | 'assumed' | 'rejected';

export interface Evidence {
  readonly status: EvidenceStatus;
  /** The place in the department's document, as the file gives it. */
  readonly source: string | undefined;
  readonly note: string | undefined;
}

/** One department's file for one framework. */
export interface Department {
  readonly name: string;
  readonly year: string;
  readonly values: ReadonlyMap<string, GivenValue>;
  readonly awards: ReadonlyMap<string, GivenAward>;
  readonly reported: Reported;
  readonly expected: readonly Expected[];
  /** SHA-256 (hex) of the data that scoring reads, in canonical form. */
  readonly hash: string;
}

export interface GivenValue {
  readonly value: Value;
  readonly evidence: Evidence;
  readonly span: Span;
}

/** A person's award for a judged input. */
export interface GivenAward {
  /** Points awarded; a range only where single entries of a checklist are left open. */
  readonly points: Range;
  /** The choice taken, for `judged one of`. */
  readonly choice: string | undefined;
  /** Points by entry, for a checklist that was filled in entry by entry. */
  readonly entries: ReadonlyMap<string, Rational>;
  readonly reason: string | undefined;
  readonly evidence: Evidence;
  readonly span: Span;
}

/** What the department or its assessor published. */
export interface Reported {
  /** By the place's full path joined with ` / `, however the file names it. */
  readonly scores: ReadonlyMap<string, ReportedScore>;
  readonly total: ReportedScore | undefined;
  readonly grade: string | undefined;
  /** Published rates and other figures, each with the names of the lets or inputs it should equal. */
  readonly figures: readonly ReportedFigure[];
  readonly outputs: readonly ReportedOutput[];
}

/** A published output: `拨付比例` as 90 %, `等第` as B+. */
export interface ReportedOutput {
  readonly name: string;
  readonly value: Value;
  /** As published. */
  readonly text: string;
  readonly source: string | undefined;
  readonly span: Span;
}

export interface ReportedScore {
  /** Undefined for a cell that was left blank. */
  readonly score: Rational | undefined;
  /** As published, with its decimals: `5.10` keeps its zero. */
  readonly text: string;
  readonly source: string | undefined;
  readonly span: Span;
}

/** A published figure that the ruleset also computes: `编外人员控制率` reported as 24.56 %. */
export interface ReportedFigure {
  /** The let or input it speaks of. */
  readonly name: string;
  /** `Let.id` of the let; undefined where the figure speaks of an input. */
  readonly letId?: string | undefined;
  /** In base units. */
  readonly value: Rational;
  /** As published: `24.56%`. Its decimals say how far it was rounded. */
  readonly text: string;
  readonly source: string | undefined;
  readonly span: Span;
}

/** What `biaochi test` must find for this department. */
export interface Expected {
  readonly without: readonly EvidenceStatus[];
  readonly total: { readonly low: Rational; readonly high: Rational } | undefined;
  readonly grades: readonly string[] | undefined;
  /** By the place's full path joined with ` / `, however the file names it. */
  readonly scores: ReadonlyMap<string, { readonly low: Rational; readonly high: Rational }>;
  /** By name; a value that is not fully known lists what must remain possible. */
  readonly outputs: ReadonlyMap<string, Value>;
  readonly span: Span;
}
