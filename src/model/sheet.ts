// The score sheet: what scoring one department gives, with the reasons. All scores are ranges of
// points; a known score is a range of one point. The trace is data: reports put it into words.
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import type { BooleanValue, Value } from '../types/value.ts';
import type {
  AggregateExpression,
  DecisionExpression,
  DecisionRow,
  Expression,
  RankExpression,
  TierRow,
  TiersExpression,
} from './expression.ts';
import type {
  AppliesWhen,
  Check,
  Deduction,
  Grade,
  GradeCeiling,
  GradeDown,
  BandTable,
  Item,
  Group,
  Indicator,
  Exemption,
  NotApplicable,
  Output,
  Pool,
  Veto,
} from './framework.ts';

export interface ScoreSheet {
  readonly frameworkHash: string;
  readonly departmentName: string;
  readonly departmentYear: string;
  readonly departmentHash: string;
  readonly total: Range;
  /** Before vetoes and exemptions struck it; equal to `total` when none did. */
  readonly standingTotal: Range;
  readonly totalSteps: readonly Step[];
  /** Grades that some completion of the data reaches, best first; empty without grades. */
  readonly grades: readonly string[];
  readonly ceilings: readonly {
    readonly ceiling: GradeCeiling;
    readonly certainty: Certainty;
    /** One of higher priority holds. */
    readonly overruled: boolean;
  }[];
  /** Downgrades that hold or may hold, and by how many bands. */
  readonly gradeDowns: readonly {
    readonly down: GradeDown;
    readonly bands: Range;
    readonly certainty: Certainty;
    readonly overruled: boolean;
  }[];
  readonly children: readonly NodeScore[];
  /** Awards outside what their table allows; each counts as not given. */
  readonly refused: readonly RefusedAward[];
  /** For each grade of the framework whether its condition holds; undefined where it has none. */
  readonly gradeConditions: readonly (BooleanValue | undefined)[];
  /** Grades that the total reaches, but whose condition fails or may fail; best first. */
  readonly forgone: readonly ForgoneGrade[];
  readonly outputs: readonly OutputResult[];
  readonly missing: readonly MissingInput[];
  /** Inputs whose declared default was used. */
  readonly defaulted: readonly string[];
  readonly checks: readonly CheckResult[];
  readonly coverage: EvidenceCoverage;
  /**
   * The departments it was compared with: none, because no rule looked at others; some that nobody
   * named, so that every comparison is open; or those that the result rests on.
   */
  readonly cohort: 'not-needed' | 'unknown' | ComparedCohort;
}

/** Departments that were compared with each other. */
export interface ComparedCohort {
  /** All of them, the one that was scored included. */
  readonly names: readonly string[];
  /** SHA-256 (hex) of the data of all of them. */
  readonly hash: string;
}

export interface ForgoneGrade {
  readonly grade: Grade;
  readonly condition: Expression;
  /** Whether the condition certainly fails. */
  readonly certainty: Certainty;
  readonly operands: Operands;
}

/** What came out for one output, and why. */
export interface OutputResult {
  readonly output: Output;
  readonly value: Value;
  readonly steps: readonly Step[];
  /** Names of all inputs that were looked at. */
  readonly reads: ReadonlySet<string>;
}

/** `possible`: some completions of the data make it so and others do not. */
export type Certainty = 'certain' | 'possible';

export type NodeScore = GroupScore | IndicatorScore;

interface ScoreBase {
  /** Points that count after redistribution; a range while applicability is undecided. */
  readonly points: Range;
  readonly score: Range;
  /** The score before vetoes and exemptions struck it. */
  readonly standing: Range;
  /** What happened to the score after its parts were added: caps, rounding, vetoes, moved points. */
  readonly steps: readonly Step[];
  /** `absent`: for this department there is no such part, and its points are nowhere. */
  readonly applicability: 'applicable' | 'not-applicable' | 'absent' | 'undecided';
  /** All inputs that were looked at, also those of others that matter; `readIn` says whose. */
  readonly reads: ReadonlySet<string>;
}

export interface GroupScore extends ScoreBase {
  readonly kind: 'group';
  readonly group: Group;
  readonly children: readonly NodeScore[];
}

export interface IndicatorScore extends ScoreBase {
  readonly kind: 'indicator';
  readonly indicator: Indicator;
  /** Empty where the indicator certainly does not apply; all absent where it does not exist. */
  readonly items: readonly ItemScore[];
}

/** An item's points and score stand before points are moved; that happens to its indicator. */
export interface ItemScore extends ScoreBase {
  readonly kind: 'item';
  readonly item: Item;
}

/** One thing that happened on the way to a score, in order. */
export type Step =
  /** A named intermediate result that the rule used. */
  | {
      readonly kind: 'let';
      readonly name: string;
      readonly expression: Expression;
      readonly operands: Operands;
      readonly value: Value;
    }
  /** A definition with parameters that the rule called: with what, and what that gave. */
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly arguments: readonly CallArgument[];
      /** The body with the arguments in the place of the parameters. */
      readonly expression: Expression;
      readonly operands: Operands;
      readonly value: Value;
    }
  | {
      readonly kind: 'formula';
      readonly expression: Expression;
      readonly operands: Operands;
      readonly value: Range;
    }
  /** The row of a decision list that fired, or each that may; `row` undefined is `otherwise`. */
  | {
      readonly kind: 'decision-row';
      /** Whose row it is; undefined for a row of a judged table. */
      readonly table: DecisionExpression | undefined;
      readonly row: DecisionRow | undefined;
      readonly stretch: StretchValues | undefined;
      readonly number: number;
      readonly operands: Operands;
      readonly certainty: Certainty;
      readonly value: Value;
    }
  | {
      readonly kind: 'tier-row';
      readonly table: TiersExpression | undefined;
      readonly subject: Expression;
      readonly subjectValue: Value;
      readonly operands: Operands;
      readonly row: TierRow | undefined;
      readonly stretch: StretchValues | undefined;
      readonly number: number;
      readonly certainty: Certainty;
      readonly value: Value;
    }
  /**
   * `count` is the number of steps or things; `amount` is what was deducted for them. Where the
   * condition does not hold, `applies` is false and nothing is.
   */
  | {
      readonly kind: 'deduction';
      readonly deduction: Deduction;
      readonly applies: boolean;
      readonly operands: Operands;
      readonly count: Range | undefined;
      readonly amount: Range;
    }
  /** The row of a judged table that fires, or each that may, and what it leaves to the assessor. */
  | {
      readonly kind: 'band';
      readonly table: BandTable;
      readonly number: number;
      readonly certainty: Certainty;
      readonly operands: Operands;
      readonly subjectValue: Value | undefined;
      readonly allowed: Range;
    }
  /** A comparison with other departments: how many took part, and whose figures decided. */
  | {
      readonly kind: 'comparison';
      readonly expression: AggregateExpression | RankExpression;
      readonly value: Value;
      /** How many departments certainly take part and how many more may. */
      readonly certain: number;
      readonly possible: number;
      /** Whether there may be departments that nobody named. */
      readonly further: boolean;
      /**
       * For a lowest or highest figure whose it is; for a place who shares it, this department left
       * out; for `all of` and `any of` who settles it. Empty where that is open or all count alike.
       */
      readonly deciding: readonly string[];
      /** This department's own figure, where it takes part and has one. */
      readonly own: Value | undefined;
    }
  /** What an aggregate over a list made of each row that counts or may. */
  | {
      readonly kind: 'rows';
      readonly expression: AggregateExpression;
      readonly rows: readonly ListRow[];
    }
  | { readonly kind: 'floor'; readonly before: Range; readonly after: Range }
  | {
      readonly kind: 'award';
      readonly input: string;
      readonly award: Range;
      readonly choice: string | undefined;
      readonly entries: ReadonlyMap<string, Rational>;
      readonly reason: string | undefined;
      readonly known: boolean;
    }
  | {
      readonly kind: 'cap';
      readonly side: 'at-least' | 'at-most';
      readonly limit: Range;
      readonly before: Range;
      readonly after: Range;
    }
  | {
      readonly kind: 'rounding';
      readonly rounding: Rounding;
      readonly before: Range;
      readonly after: Range;
    }
  | {
      readonly kind: 'veto';
      readonly veto: Veto;
      /** The score before anything struck it, which the veto may read. */
      readonly standing: Range;
      readonly certainty: Certainty;
      /** Another strike of higher priority holds, so that this one changes nothing. */
      readonly overruled: boolean;
      readonly before: Range;
      readonly after: Range;
    }
  | {
      readonly kind: 'exemption';
      readonly exemption: Exemption;
      readonly certainty: Certainty;
      /** A strike of higher priority, or a veto of the same, holds. */
      readonly overruled: boolean;
      readonly before: Range;
      readonly after: Range;
    }
  /**
   * Points taken over from parts that do not apply, or scaled to those of a pool: the score was
   * multiplied by `factor`.
   */
  | {
      readonly kind: 'redistribution';
      readonly factor: Range;
      /** The part was chosen from a pool that scales what is chosen. */
      readonly isChosen: boolean;
      readonly before: Range;
      readonly after: Range;
    }
  /** It does not apply: its points went elsewhere, or it was awarded in full, as the policy says. */
  | {
      readonly kind: 'not-applicable';
      readonly notApplicable: NotApplicable;
      readonly certainty: Certainty;
      readonly before: Range;
      readonly after: Range;
    }
  /** It does not exist for this department, or may not. */
  | {
      readonly kind: 'absent';
      readonly absence: Absence;
      /** What its condition names. */
      readonly operands: Operands;
      readonly certainty: Certainty;
      readonly before: Range;
      readonly after: Range;
    };

export interface ListRow {
  /** From 1. */
  readonly number: number;
  /** The first text in it. */
  readonly label: string | undefined;
  /** The fields that the rule reads. */
  readonly fields: ReadonlyMap<string, Value>;
  /** What the aggregate takes from it. */
  readonly value: Value;
  /** The points of which its term is a share. */
  readonly most: Value | undefined;
  readonly isCertain: boolean;
  /** It was among the highest or the lowest, which do not count. */
  readonly leftOut: boolean;
}

/** Why a part does not exist: its condition does not hold, or a department did not choose it. */
export type Absence =
  | { readonly kind: 'condition'; readonly applies: AppliesWhen; readonly path: readonly string[] }
  | { readonly kind: 'not-chosen'; readonly pool: Pool; readonly path: readonly string[] };
/** What stood where a row is a stretch of a curve: the figure read off, and the points around it. */
export interface StretchValues {
  readonly subject: Value;
  readonly from: PointValues;
  readonly to: PointValues | undefined;
}

export interface PointValues {
  readonly at: Value;
  readonly value: Value;
}

/** What a call gave one parameter. */
export interface CallArgument {
  readonly name: string;
  readonly expression: Expression;
  readonly value: Value;
}

/**
 * The values of the inputs, options and lets that an expression names, by name, in reading order, and
 * of its comparisons with other departments, by `comparisonKey`.
 */
export type Operands = ReadonlyMap<string, Value>;

/** An award that no row which may fire allows. */
export interface RefusedAward {
  readonly input: string;
  readonly award: Rational;
  readonly rows: readonly { readonly number: number; readonly allowed: Range }[];
}

export interface MissingInput {
  readonly name: string;
  /** Rows of a goal table that leave the score open although the table is given. */
  readonly rows: readonly OpenRow[];
  /** The other department whose it is, `UNKNOWN_DEPARTMENT` for any; undefined for its own. */
  readonly department: string | undefined;
  /**
   * Points that it still decides: the widths of the scores that depend on it, added up over the
   * items that read it (over the whole indicator, group or total where a veto, an exemption or
   * applicability reads it). Undefined: without limit.
   */
  readonly decides: Rational | undefined;
  /** The paths of the indicators that depend on it. */
  readonly indicators: readonly (readonly string[])[];
  /** Names of the outputs that are open for want of it. */
  readonly outputs: readonly string[];
  /** Whether a condition on a grade, or what strikes one, is open for want of it. */
  readonly decidesGrade: boolean;
}

/** A row of a list that nothing can decide as it stands: which, in which fields, and why. */
export interface OpenRow {
  /** From 1; undefined for a target and an actual value that stand alone. */
  readonly row: number | undefined;
  readonly why:
    /** Figures of units that do not convert into each other: `8家` against `7个`. */
    | {
        readonly kind: 'units' | 'words' | 'kinds';
        readonly target: Compared;
        readonly actual: Compared;
      }
    | { readonly kind: 'not-given'; readonly field: string };
}

/** One side of a comparison: the field or input, and what it says. */
export interface Compared {
  readonly name: string;
  readonly text: string;
}

export interface CheckResult {
  readonly check: Check;
  readonly outcome: 'holds' | 'fails' | 'undecided';
  /** For a comparison of two figures: both, and how far they lie apart. */
  readonly left: Value | undefined;
  readonly right: Value | undefined;
  readonly difference: Range | undefined;
}

/** How many of the full points rest on what kind of evidence. The four add up to the points scored. */
export interface EvidenceCoverage {
  /** Recomputed by formula from disclosed or verified figures. */
  readonly computed: Rational;
  readonly judged: Rational;
  /** On at least one assumed or defaulted figure. */
  readonly assumed: Rational;
  /** Open because an input is missing. */
  readonly missing: Rational;
}
