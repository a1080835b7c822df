// The checked framework: merged over its generations, resolved and typed. Nothing in it is optional
// by accident, and nothing refers to syntax. Everything downstream (scores, audits, generated code)
// starts from a Framework.
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Span } from '../text/span.ts';
import type { Range } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import type { DecisionExpression, Expression, TiersExpression } from './expression.ts';

/** A complete framework (指标体系) for one district and year. */
export interface Framework {
  readonly name: string;
  /** Where the name stands, in the ruleset itself and not in one that it amends. */
  readonly nameSpan: Span;
  /** What stands after `for`: a year or any text; empty when the ruleset names none. */
  readonly period: string;
  readonly about: string | undefined;
  readonly source: Citation | undefined;
  /** False for a ruleset of outputs alone, which gives no total and no grade. */
  readonly scored: boolean;
  readonly total: Rational;
  readonly totalCaps: Caps;
  readonly roundings: Roundings;
  /** From the best grade down; empty when the ruleset awards none. */
  readonly grades: readonly Grade[];
  readonly options: readonly Option[];
  readonly inputs: readonly Input[];
  /** By `Let.id`, in an order in which each needs only earlier ones; outputs are among them. */
  readonly lets: ReadonlyMap<string, Let>;
  readonly children: readonly Node[];
  /** What stands in place of the sum of the counted parts. */
  readonly combine: Expression | undefined;
  /** Of that rule. */
  readonly notMonotone: NotMonotone | undefined;
  /** Vetoes and exemptions that strike the whole total, and ceilings on the grade. */
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly ceilings: readonly GradeCeiling[];
  readonly gradeDowns: readonly GradeDown[];
  /** In the order in which they are declared. */
  readonly outputs: readonly Output[];
  readonly checks: readonly Check[];
  readonly examples: readonly Example[];
  /** What an amending ruleset must still supply; while any is left, nothing can be scored. */
  readonly openTerms: readonly OpenTerm[];
  /** The files that were merged, oldest ancestor first. */
  readonly files: readonly string[];
  /** SHA-256 (hex) of the merged ruleset's canonical text: the same meaning, the same hash. */
  readonly hash: string;
}

/** A declaration marked `open` that no amendment has supplied yet. */
export interface OpenTerm {
  readonly kind: 'option' | 'let' | 'indicator' | 'group';
  readonly name: string;
  readonly path: readonly string[];
  readonly span: Span;
}

/** Where a rule comes from: a document and a place in it. */
export interface Citation {
  readonly document: string | undefined;
  readonly section: string | undefined;
}

/** Which file said what about a merged declaration, oldest first. */
export interface Origin {
  readonly file: string;
  readonly span: Span;
  readonly act: 'declared' | 'replaced' | 'added' | 'points' | 'set' | 'renamed' | 'cited';
}

export interface Roundings {
  readonly items: Rounding | undefined;
  readonly indicators: Rounding | undefined;
  readonly groups: Rounding | undefined;
  readonly total: Rounding | undefined;
}

/** A grade band; bands are decided on the rounded total. */
export interface Grade {
  readonly name: string;
  readonly from: Rational;
  /** `above 90` instead of `from 90`: the bound itself belongs to the next band. */
  readonly exclusive: boolean;
  /** A department that fails it falls to the next grade that it satisfies. */
  readonly condition: Expression | undefined;
  readonly span: Span;
}

/** A reading of the text, made visible; always finite, so that an audit can try every one. */
export interface Option {
  readonly name: string;
  readonly about: string | undefined;
  readonly values: readonly string[];
  /** `yes` and `no` for a truth value, otherwise one of the enumeration. */
  readonly kind: 'boolean' | 'enumeration';
  readonly chosen: string;
  readonly origins: readonly Origin[];
}

/** Something a department's file supplies. */
export type Input = ValueInput | JudgedInput;

export interface ValueInput {
  readonly kind: 'value';
  readonly name: string;
  readonly about: string | undefined;
  readonly type: Type;
  /** Of the number, of the date (day numbers), or of each entry of a list of them; base units. */
  readonly range: Range;
  /** For lists of records: the range of each field that has one. */
  readonly fieldRanges: ReadonlyMap<string, Range>;
  readonly default: Value | undefined;
  /** Present where the input is a department's choice from a pool. */
  readonly pool?: PoolTerms;
  readonly origins: readonly Origin[];
  readonly span: Span;
}

/** From what a department chooses, and how much: the terms of a pool (自选指标). */
export interface PoolTerms {
  /** What the chosen parts' points must add up to; with `redistribute`, what they are scaled to. */
  readonly points: Rational;
  readonly redistribute: boolean;
  readonly parts: readonly { readonly name: string; readonly points: Rational }[];
}

/** An award that a person gives. Its name is the item's, or `indicator / item` where that is not unique. */
export interface JudgedInput {
  readonly kind: 'judged';
  readonly name: string;
  readonly about: string | undefined;
  readonly points: Rational;
  readonly form: JudgedForm;
  readonly span: Span;
}

export type JudgedForm =
  | { readonly kind: 'free' }
  | { readonly kind: 'choice'; readonly choices: readonly Choice[] }
  | { readonly kind: 'checklist'; readonly entries: readonly Choice[] }
  /** The award lies between two tables, whose rows are the same but for what they give. */
  | { readonly kind: 'banded'; readonly least: BandTable; readonly most: BandTable };

/** What one side of the rows of a `judged when` or `judged tiers of` gives. */
export type BandTable = DecisionExpression | TiersExpression;

export interface Choice {
  readonly name: string;
  /** What it gives; with `least`, the most of what it leaves to the assessor. */
  readonly points: Rational;
  readonly least?: Rational | undefined;
  readonly about: string | undefined;
  readonly span: Span;
}

/** A named intermediate result. `id` is unique in the framework; `scope` is the path that sees it. */
export interface Let {
  readonly id: string;
  readonly name: string;
  readonly about: string | undefined;
  readonly scope: readonly string[];
  readonly value: Expression;
  readonly origins: readonly Origin[];
  readonly span: Span;
}

export type Node = Group | Indicator;

interface NodeBase {
  readonly name: string;
  /** Names from the top group down to this one. */
  readonly path: readonly string[];
  readonly about: string | undefined;
  readonly source: Citation | undefined;
  readonly points: Rational;
  readonly caps: Caps;
  readonly rounding: Rounding | undefined;
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly notApplicable: NotApplicable | undefined;
  readonly notMonotone: NotMonotone | undefined;
  readonly applies: AppliesWhen | undefined;
  /** What stands in place of the sum of its parts. */
  readonly combine: Expression | undefined;
  readonly origins: readonly Origin[];
  readonly span: Span;
  readonly nameSpan: Span;
}

export interface Group extends NodeBase {
  readonly kind: 'group';
  /** `counted` groups add up to the total; a bonus is added outside it, a penalty subtracted. */
  readonly standing: 'counted' | 'bonus' | 'penalty';
  /** Present where each department chooses which of the children it has. */
  readonly pool: Pool | undefined;
  readonly children: readonly Node[];
}

/** `chosen by department`: the choice is an input, a list of the names of children. */
export interface Pool {
  readonly inputName: string;
  readonly redistribute: boolean;
  readonly span: Span;
}

export interface Indicator extends NodeBase {
  readonly kind: 'indicator';
  /** At least one. An indicator whose rule stands directly in it has one item with `implicit` set. */
  readonly items: readonly Item[];
}

export interface Item {
  readonly name: string;
  /** The indicator's path and the item's name (the indicator's path alone when implicit). */
  readonly path: readonly string[];
  readonly implicit: boolean;
  readonly about: string | undefined;
  readonly source: Citation | undefined;
  readonly points: Rational;
  readonly applies: AppliesWhen | undefined;
  readonly rule: Rule;
  readonly caps: Caps;
  readonly rounding: Rounding | undefined;
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly notMonotone: NotMonotone | undefined;
  readonly origins: readonly Origin[];
  readonly span: Span;
  readonly nameSpan: Span;
}

/** Explicit limits on a score; `uncapped` says that leaving 0..points is meant. */
export interface Caps {
  readonly atLeast: Expression | undefined;
  readonly atMost: Expression | undefined;
  readonly uncapped: boolean;
}

export type Rule =
  | { readonly kind: 'formula'; readonly value: Expression; readonly span: Span }
  /** Full points less the deductions; not below 0 (扣完为止) unless the limits say how far. */
  | { readonly kind: 'deduct'; readonly deductions: readonly Deduction[]; readonly span: Span }
  /** A person's award; the form is the input's. */
  | { readonly kind: 'judged'; readonly input: JudgedInput; readonly span: Span };

export type Deduction =
  /** `deduct P per N`: P for each thing counted; `deduct P` alone has no count. */
  | (DeductionBase & { readonly kind: 'each'; readonly count: Expression | undefined })
  /** `deduct P per S of X above|below L`, read prorated, per full step or per started step. */
  | (DeductionBase & {
      readonly kind: 'step';
      readonly step: Expression;
      readonly subject: Expression;
      readonly side: 'above' | 'below';
      readonly limit: Expression;
      readonly reading: StepReading;
    });

export type StepReading = 'prorated' | 'full-step' | 'started-step';

interface DeductionBase {
  readonly amount: Expression;
  readonly condition: Expression | undefined;
  readonly atMost: Expression | undefined;
  readonly span: Span;
}

/** Of the strikes on one score that hold, those of the highest priority act alone; without: 0. */
export type Priority = number | undefined;

/** 一票否决: sets the score of what it stands in; the struck score stays visible. */
export interface Veto {
  readonly about: string;
  readonly condition: Expression;
  /** What is left; it may read `standing`, the score before anything struck it. */
  readonly score: Expression;
  readonly priority: Priority;
  /** Where it was written, which may be deeper than what it reaches. */
  readonly declaredIn: readonly string[];
  readonly span: Span;
}

/** 免评: awards full points to what it stands in. */
export interface Exemption {
  readonly about: string;
  readonly condition: Expression;
  readonly priority: Priority;
  readonly declaredIn: readonly string[];
  readonly span: Span;
}

/** The grade can be no better than `grade` while the condition holds. */
export interface GradeCeiling {
  readonly about: string;
  readonly condition: Expression;
  readonly grade: string;
  readonly priority: Priority;
  readonly declaredIn: readonly string[];
  readonly span: Span;
}

/** The grade is so many bands lower than the one earned while the condition holds. */
export interface GradeDown {
  readonly about: string;
  readonly condition: Expression;
  readonly bands: Expression;
  readonly priority: Priority;
  readonly declaredIn: readonly string[];
  readonly span: Span;
}

export interface NotApplicable {
  readonly condition: Expression;
  readonly policy: 'within-group' | 'over-all' | 'in-full' | 'award';
  /** What a part that is out is awarded instead of a score of its own; only with `award`. */
  readonly award: Expression | undefined;
  readonly span: Span;
}

/** The part exists only for departments for which the condition holds (仅当). */
export interface AppliesWhen {
  readonly condition: Expression;
  readonly span: Span;
}

/** Says that a score may fall where it rose before as one figure grows, and why that is meant. */
export interface NotMonotone {
  readonly reason: string;
  readonly span: Span;
}

/** What follows from the scores and is none itself: a payment, a letter. Worked out after the total. */
export interface Output {
  readonly name: string;
  /** Other outputs read it as the definition with this id. */
  readonly id: string;
  readonly about: string | undefined;
  readonly value: Expression;
  readonly notMonotone: NotMonotone | undefined;
  readonly origins: readonly Origin[];
  readonly span: Span;
}

/** A cross-check of the inputs; it never changes a score. */
export interface Check {
  readonly name: string;
  readonly condition: Expression;
  /** For `A = B within T`: how far the two sides may lie apart, in base units. */
  readonly tolerance: Expression | undefined;
  /** Empty at ruleset level. */
  readonly path: readonly string[];
  readonly span: Span;
}

/** A worked case written beside the rule; `biaochi test` runs it. */
export interface Example {
  readonly name: string | undefined;
  /** The node whose score it states; empty for the total. */
  readonly path: readonly string[];
  readonly givens: ReadonlyMap<string, ExampleGiven>;
  /** What each of the other departments gives; missing where any others may exist. */
  readonly others?: readonly ReadonlyMap<string, ExampleGiven>[] | undefined;
  readonly low: Rational;
  readonly high: Rational;
  /** The output that it states instead of a score, and what that must be. */
  readonly output: { readonly name: string; readonly wanted: Value } | undefined;
  readonly span: Span;
}

export type ExampleGiven =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'award'; readonly points: Rational }
  /** `points` where the choice leaves a range and the example gives the award. */
  | { readonly kind: 'choice'; readonly choice: string; readonly points?: Rational | undefined }
  /** Entries of a checklist: met or not, or what is awarded for them. */
  | { readonly kind: 'entries'; readonly met: ReadonlyMap<string, boolean | Rational> }
  | { readonly kind: 'option'; readonly choice: string };

/** Every indicator of the framework in the order of its document. */
export function indicatorsOf(nodes: readonly Node[]): Indicator[] {
  return nodes.flatMap((node) =>
    node.kind === 'indicator' ? [node] : indicatorsOf(node.children),
  );
}
