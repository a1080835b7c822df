// What scores for programs look like. Every figure is text; texts for people are in the language of the
// report. The shape only ever grows.
import type { Certainty, CheckResult, IndicatorScore, OpenRow } from '../model/sheet.ts';
import type { OutputJson } from './output-json.ts';

/** An exact score, one that no fraction equals, or the two ends between which it lies. */
export type ScoreJson =
  | string
  | { readonly irrational: true; readonly approximately: string }
  | { readonly low: string | null; readonly high: string | null };

export interface ScoresJson {
  readonly ruleset: {
    readonly name: string;
    readonly year: string;
    readonly hash: string;
    readonly files: readonly string[];
  };
  /** The departments that were compared, where any were. */
  readonly cohort?: { readonly departments: readonly string[]; readonly hash: string };
  readonly results: readonly ResultJson[];
}

export interface ResultJson {
  readonly department: string;
  readonly year: string;
  readonly hash: string;
  /** Null for a ruleset of outputs alone. */
  readonly total: ScoreJson | null;
  /** The total before vetoes and exemptions struck it. */
  readonly standing: ScoreJson | null;
  /** Null without grades; a list, best first, while several are possible. */
  readonly grade: string | readonly string[] | null;
  /** Grades that the total reaches but whose condition fails or may fail, best first. */
  readonly forgone: readonly {
    readonly grade: string;
    readonly certain: boolean;
    readonly why: string;
  }[];
  readonly outputs: readonly OutputJson[];
  readonly indicators: readonly IndicatorJson[];
  readonly groups: readonly GroupJson[];
  /** Whether the department was compared with others, and whether their data were known. */
  readonly cohort: 'not-needed' | 'unknown' | 'known';
  /** What happened to the total after everything was added up, or how it was combined. */
  readonly steps: readonly string[];
  readonly missing: readonly {
    readonly name: string;
    /** Only for an input of another department: its name, or null where that may be any. */
    readonly department?: string | null;
    readonly decides: string | null;
    readonly indicators: readonly (readonly string[])[];
    /** The outputs that are open for want of it, where there are any. */
    readonly outputs?: readonly string[];
    /** Only where a condition on a grade is open for want of it. */
    readonly decidesGrade?: true;
    /** Rows of a goal table that are given and still cannot be decided. */
    readonly rows: readonly OpenRowJson[];
  }[];
  /** Inputs that are missing too, but can change nothing about this department any more. */
  readonly undecisive: readonly { readonly name: string; readonly department?: string | null }[];
  /** Awards outside the row that applies; each counts as not given. */
  readonly refusedAwards: readonly {
    readonly name: string;
    readonly award: string;
    readonly rows: readonly { readonly row: number; readonly allowed: ScoreJson }[];
  }[];
  /** Ceilings and downgrades that hold or may hold, in the report's language. */
  readonly gradeStrikes: readonly GradeStrikeJson[];
  readonly checks: readonly CheckJson[];
  readonly coverage: {
    readonly computed: string;
    readonly judged: string;
    readonly assumed: string;
    readonly missing: string;
  };
  readonly defaulted: readonly string[];
  /** What was chosen for each option of the ruleset. */
  readonly options: Readonly<Record<string, string>>;
}

export interface OpenRowJson {
  readonly row: number | null;
  readonly why: OpenRow['why']['kind'];
  readonly fields: readonly string[];
  readonly texts: readonly string[];
}

export interface GradeStrikeJson {
  readonly about: string;
  readonly certainty: Certainty;
  readonly overruled: boolean;
  /** The best grade that a ceiling leaves; null for a downgrade. */
  readonly atMost: string | null;
  /** How many bands a downgrade takes; null for a ceiling. */
  readonly down: ScoreJson | null;
}

export interface CheckJson {
  readonly name: string;
  readonly outcome: CheckResult['outcome'];
  /** How far two figures that are compared lie apart, in `unit`; null for other checks. */
  readonly difference: ScoreJson | null;
  readonly unit: string | null;
}

interface PartJson {
  readonly path: readonly string[];
  readonly name: string;
  readonly points: ScoreJson;
  readonly score: ScoreJson;
  readonly standing: ScoreJson;
}

export interface GroupJson extends PartJson {
  readonly kind: 'counted' | 'bonus' | 'penalty';
  readonly applicability: IndicatorScore['applicability'];
  /** What happened after the parts were added up, or how they were combined. */
  readonly steps: readonly string[];
}

export interface IndicatorJson extends PartJson {
  readonly deducted: ScoreJson;
  readonly applicability: IndicatorScore['applicability'];
  /** Why points were lost, in the report's language. */
  readonly why: readonly string[];
  readonly items: readonly ItemJson[];
  /** What happened after the items were added up, in the report's language. */
  readonly steps: readonly string[];
}

export interface ItemJson extends Omit<PartJson, 'path'> {
  readonly applicability: IndicatorScore['applicability'];
  readonly steps: readonly string[];
}
