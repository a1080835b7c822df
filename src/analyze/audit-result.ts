// What an audit finds: published scores and figures beside what the rules give, as data. Every
// number is exact; putting the findings into words belongs to the reports.
import type { ReportedFigure, ReportedScore } from '../input/department.ts';
import type { Let, Node } from '../model/framework.ts';
import type { Absence, CheckResult, ScoreSheet } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import type { Unit } from '../types/unit.ts';
import type { Value } from '../types/value.ts';

export interface Audit {
  /** The recomputation from everything that the department's file gives. */
  readonly sheet: ScoreSheet;
  /**
   * The same without assumed figures. An assumption is often worked back from the published score,
   * so that a score which rests on one confirms nothing.
   */
  readonly disclosed: ScoreSheet;
  /** One for each score the department published, in the framework's order, the total last. */
  readonly scores: readonly ScoreComparison[];
  /** One for each figure it published, in the order of its file. */
  readonly figures: readonly FigureComparison[];
  /** The gravest first; within one severity in the framework's order. */
  readonly findings: readonly Finding[];
}

/** A place in the framework that has a score; with an empty path the total. Items have no node. */
export interface ScoredPlace {
  readonly path: readonly string[];
  readonly node: Node | undefined;
}

/**
 * How a published score stands to the recomputed one. `not-derivable`: an input is missing, so that
 * only a range can be recomputed. `blank`: the cell was left empty.
 */
export type ScoreOutcome = 'agrees' | 'differs' | 'not-derivable' | 'blank';

export interface ScoreComparison extends ScoredPlace {
  readonly reported: ReportedScore;
  /** Without assumed figures, unless the published score is impossible without them. */
  readonly recomputed: Range;
  readonly outcome: ScoreOutcome;
}

/** `not-derivable`: an input that the figure needs is missing. */
export type FigureOutcome = 'agrees' | 'differs' | 'not-derivable';

export interface FigureComparison {
  readonly reported: ReportedFigure;
  /** Exact, in base units; `rounded` is it at the published figure's own decimals. */
  readonly recomputed: Range;
  readonly rounded: Rational | undefined;
  /** The published figure's last decimal, in base units: 0.0001 for `24.56%`. */
  readonly step: Rational;
  readonly unit: Unit;
  readonly outcome: FigureOutcome;
}

/** `error`: the document contradicts the rules or itself. `warning`: doubtful. `note`: worth knowing. */
export type FindingSeverity = 'error' | 'warning' | 'note';

export type Finding =
  | ScoreDiffers
  | ReadingConfirmed
  | ScoreOutsideRange
  | ScoreNotDerivable
  | BlankScore
  | ScoreOutOfBounds
  | PartAbsent
  | SumDiffers
  | GradeDiffers
  | FigureDiffers
  | FigureNotDerivable
  | FiguresContradict
  | CheckFails
  | UnknownName;

interface FindingBase {
  readonly severity: FindingSeverity;
}

/** The published score is not what the rules give. */
export interface ScoreDiffers extends FindingBase, ScoredPlace {
  readonly kind: 'score-differs';
  readonly reported: ReportedScore;
  readonly published: Rational;
  readonly recomputed: Rational;
  /** Published less recomputed. */
  readonly difference: Rational;
  /** Every reading of the options that matter here, with the score it gives; the chosen one first. */
  readonly readings: readonly Reading[];
  /** True where more combinations existed than were tried. */
  readonly readingsCut: boolean;
  /** What would make the published score right; empty when nothing that was tried does. */
  readonly explanations: readonly Explanation[];
  /** For a group or the total: the differences below it that were published, and what they leave unexplained. */
  readonly parts: readonly PartDifference[];
  readonly unexplained: Rational;
}

/**
 * The published score agrees, but only under some readings of the options: it shows how the
 * department read a text that can be read otherwise.
 */
interface ReadingConfirmed extends FindingBase, ScoredPlace {
  readonly kind: 'reading-confirmed';
  readonly reported: ReportedScore;
  readonly published: Rational;
  /** The chosen one first; at least one does not give the published score. */
  readonly readings: readonly Reading[];
  readonly readingsCut: boolean;
}

/** One choice for each option that the score reads. */
export interface Reading {
  readonly choices: ReadonlyMap<string, string>;
  readonly score: Range;
  readonly chosen: boolean;
  /** The score is the published one, or may be where an input of this reading is missing. */
  readonly reproduces: 'certain' | 'possible' | 'no';
}

export interface PartDifference extends ScoredPlace {
  /** Published less recomputed. */
  readonly difference: Rational;
}

export type Explanation =
  /**
   * Another reading of the options gives the published score; only the options that it reads
   * differently. Where it needs one input that is missing, `implied` says which value.
   */
  | {
      readonly kind: 'reading';
      readonly choices: ReadonlyMap<string, string>;
      readonly certain: boolean;
      readonly implied: ImpliedValue | undefined;
    }
  /** The published score comes out when an intermediate result is rounded before it is used. */
  | {
      readonly kind: 'early-rounding';
      readonly let: Let;
      readonly unit: Unit;
      readonly rounding: Rounding;
      readonly exact: Rational;
      readonly rounded: Rational;
    }
  /** The exact score, rounded in another way than the rules say, is the published one. */
  | { readonly kind: 'other-rounding'; readonly rounding: Rounding; readonly exact: Rational }
  /** The published score comes out when this one input is multiplied by `factor` (元 for 万元). */
  | {
      readonly kind: 'unit-slip';
      readonly input: string;
      readonly factor: Rational;
      readonly given: Rational;
      readonly unit: Unit;
    }
  /** The published score comes out for these values of this one input, all else as given. */
  | { readonly kind: 'input-value'; readonly implied: ImpliedValue; readonly given: Rational };

/** The values of one input that give a published score. */
export interface ImpliedValue {
  readonly input: string;
  readonly unit: Unit;
  /** In base units, ascending, apart from each other. */
  readonly values: readonly ImpliedRange[];
  /** The one with the fewest digits in the input's own unit. */
  readonly roundest: Rational;
  /** What the intermediate results that hang on the input are at `roundest`. */
  readonly lets: readonly { readonly let: Let; readonly unit: Unit; readonly value: Rational }[];
}

interface ImpliedRange {
  readonly range: Range;
  /** False where an end could only be enclosed: the true end lies inside, within a hair of it. */
  readonly exact: boolean;
}

/** An input is missing and no value of it gives the published score. */
interface ScoreOutsideRange extends FindingBase, ScoredPlace {
  readonly kind: 'score-outside-range';
  readonly reported: ReportedScore;
  readonly published: Rational;
  readonly recomputed: Range;
  readonly missing: readonly string[];
}

/** An input is missing: the published score may be right, but nobody can tell from what is given. */
interface ScoreNotDerivable extends FindingBase, ScoredPlace {
  readonly kind: 'score-not-derivable';
  readonly reported: ReportedScore;
  readonly published: Rational;
  readonly recomputed: Range;
  /** Inputs that the document does not disclose; assumed ones are among them. */
  readonly missing: readonly string[];
  readonly assumed: readonly string[];
  /** Where exactly one numeric input is missing: what it must have been. */
  readonly implied: ImpliedValue | undefined;
}

/** A cell was left blank. */
export interface BlankScore extends FindingBase, ScoredPlace {
  readonly kind: 'blank-score';
  readonly reported: ReportedScore;
  readonly recomputed: Range;
  /** What published sums force it to be, innermost first. */
  readonly forced: readonly ForcedScore[];
  /** True when every forced score lies in the recomputed range and all are the same. */
  readonly consistent: boolean;
}

/** A published sum less the other published scores that belong to it. */
export interface ForcedScore {
  readonly by: ScoredPlace;
  readonly sum: Rational;
  readonly others: Rational;
  readonly score: Rational;
}

/** A published score above the full points or below 0 where the rules allow no such thing. */
interface ScoreOutOfBounds extends FindingBase, ScoredPlace {
  readonly kind: 'score-out-of-bounds';
  readonly reported: ReportedScore;
  readonly published: Rational;
  readonly side: 'above-points' | 'below-zero';
  readonly points: Range;
}

/** A score was published for a part that the department does not have. */
interface PartAbsent extends FindingBase, ScoredPlace {
  readonly kind: 'part-absent';
  readonly reported: ReportedScore;
  readonly published: Rational;
  readonly absence: Absence;
}

/** Published scores do not add up to the published sum. */
interface SumDiffers extends FindingBase, ScoredPlace {
  readonly kind: 'sum-differs';
  readonly reported: ReportedScore;
  readonly published: Rational;
  /** What the published parts add up to, by the rules of this place. */
  readonly sum: Rational;
  /** Published less sum. */
  readonly difference: Rational;
  readonly parts: readonly (ScoredPlace & { readonly score: Rational })[];
}

/** The published grade is not the one that the published total earns. */
interface GradeDiffers extends FindingBase {
  readonly kind: 'grade-differs';
  readonly published: string;
  /** `reported` total: earned by the published total; `recomputed`: by the rules (several when open). */
  readonly basis: 'reported-total' | 'recomputed-total';
  readonly earned: readonly string[];
  readonly total: Range;
}

/** A published figure is not what its definition gives. */
interface FigureDiffers extends FindingBase {
  readonly kind: 'figure-differs';
  readonly comparison: FigureComparison;
  readonly recomputed: Rational;
  readonly explanations: readonly FigureExplanation[];
}

export type FigureExplanation =
  /** The exact figure was cut off or rounded up instead of rounded half up. */
  | { readonly kind: 'other-rounding'; readonly rounding: Rounding }
  /** It comes out when an intermediate result is rounded before it is used. */
  | {
      readonly kind: 'early-rounding';
      readonly let: Let;
      readonly unit: Unit;
      readonly rounding: Rounding;
      readonly exact: Rational;
      readonly rounded: Rational;
    }
  /** One input is off by a power of ten or a money unit. */
  | {
      readonly kind: 'unit-slip';
      readonly input: string;
      readonly factor: Rational;
      readonly given: Rational;
      readonly unit: Unit;
    }
  /** It is the figure that another definition of the ruleset gives. */
  | { readonly kind: 'other-definition'; readonly name: string; readonly value: Rational };

/** A published figure whose inputs are missing; `inside`: the figure is possible. */
interface FigureNotDerivable extends FindingBase {
  readonly kind: 'figure-not-derivable';
  readonly comparison: FigureComparison;
  readonly inside: boolean;
  readonly missing: readonly string[];
}

/** The document gives several values for one figure that cannot all be roundings of one number. */
interface FiguresContradict extends FindingBase {
  readonly kind: 'figures-contradict';
  readonly name: string;
  readonly figures: readonly FigureComparison[];
}

/** A cross-check of the inputs failed. */
interface CheckFails extends FindingBase {
  readonly kind: 'check-fails';
  readonly result: CheckResult;
  readonly left: Value | undefined;
  readonly right: Value | undefined;
}

/** A published score or figure whose name the framework does not know. */
interface UnknownName extends FindingBase {
  readonly kind: 'unknown-name';
  readonly name: string;
  readonly of: 'score' | 'figure' | 'grade';
}
