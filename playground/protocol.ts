// What the page and the worker say to each other. The worker holds the library, the ruleset files and
// the departments; the page holds what a person sees. All that crosses is plain data: texts are already
// in the language that was asked for, scores are written exactly as the reports write them.
import type { Severity } from '../src/diagnostics/diagnostic.ts';
import type { Language } from '../src/diagnostics/diagnose.ts';

/** A place in a ruleset file, by offsets in UTF-16 code units as editors count them. */
export interface TextPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

/** A score on the sheet: exactly known, or a range of which both ends may be reached. */
export interface ScoreView {
  /** As a report writes it, such as `2.46` or `2.00–2.46`. */
  readonly text: string;
  /** For bars and sorting only; never shown as a figure. */
  readonly low: number;
  readonly high: number;
}

/** The state that everything is computed from. `revision` comes back with each answer. */
export interface Project {
  readonly revision: number;
  readonly language: Language;
  /** Every ruleset file by its path, the shipped ones included where they were changed or are amended. */
  readonly files: Readonly<Record<string, string>>;
  /** The file that is edited and scored. */
  readonly open: string;
  readonly departments: readonly DepartmentFile[];
  /** Which department's sheet is shown: an index in `departments`, or -1. */
  readonly selected: number;
  /** What changes are measured against: a text kept at the last save, or the ruleset that `open` amends. */
  readonly baseline: Readonly<Record<string, string>> | 'parent' | undefined;
}

/** A department as a file: JSON text in the form that `departmentSchema` describes. */
export interface DepartmentFile {
  readonly path: string;
  readonly text: string;
}

export type Request =
  /** Compile and score all; answered by `scored` as soon as it is known, older ones are dropped. */
  | { readonly kind: 'update'; readonly project: Project }
  /** What stands under the cursor and the like; `question` names a function of `src/edit/`. */
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly project: Project;
      readonly question: Question;
    };

export type Question =
  | {
      readonly kind: 'completion' | 'hover' | 'signature' | 'definition' | 'references';
      readonly file: string;
      readonly offset: number;
    }
  | { readonly kind: 'rename'; readonly file: string; readonly offset: number; readonly to: string }
  | {
      readonly kind: 'symbols' | 'folding' | 'tokens' | 'hints' | 'format' | 'lenses';
      readonly file: string;
    }
  | {
      readonly kind: 'actions';
      readonly file: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'convert-keywords'; readonly file: string; readonly to: Language }
  | { readonly kind: 'set-points'; readonly changes: readonly PointsChange[] }
  | { readonly kind: 'compare'; readonly left: string; readonly right: string }
  | { readonly kind: 'audit' }
  | { readonly kind: 'form'; readonly department: number }
  | {
      readonly kind: 'set-value';
      readonly department: number;
      readonly path: readonly (string | number)[];
      readonly value: unknown;
    }
  | { readonly kind: 'build'; readonly target: string }
  | { readonly kind: 'import'; readonly name: string; readonly content: string | Uint8Array }
  | { readonly kind: 'export'; readonly format: 'json' | 'csv' | 'xlsx' };

export interface PointsChange {
  readonly path: readonly string[];
  readonly points: string;
}

export interface ProblemView {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly place: TextPlace;
  readonly fixes: readonly { readonly title: string; readonly edits: readonly TextEdit[] }[];
  readonly related: readonly { readonly place: TextPlace; readonly message: string }[];
}

export interface TextEdit {
  readonly place: TextPlace;
  readonly text: string;
}

/** One line of the sheet: a group, an indicator or an item. */
export interface PartView {
  readonly kind: 'group' | 'indicator' | 'item';
  readonly path: readonly string[];
  readonly name: string;
  readonly points: ScoreView;
  readonly score: ScoreView;
  readonly deducted: ScoreView;
  /** The rule that fired, in one line. */
  readonly reason: string;
  readonly absent: boolean;
  readonly struck: boolean;
  readonly change: ChangeView | undefined;
  readonly place: TextPlace | undefined;
  /** Only on the selected department's sheet. */
  readonly explanation: ExplanationView | undefined;
  readonly children: readonly PartView[];
}

/** How a score came about, in the order in which it happened. */
export interface ExplanationView {
  readonly steps: readonly StepView[];
  readonly inputs: readonly {
    readonly name: string;
    readonly value: string;
    readonly evidence: string;
  }[];
  /** The document and the article that the rule is from. */
  readonly source: string;
}

export interface StepView {
  readonly title: string;
  /** The formula with names, and then with numbers in their place. */
  readonly withNames: string | undefined;
  readonly withNumbers: string | undefined;
  readonly result: string | undefined;
  /** The rows of a table; those that fired are marked. */
  readonly rows: readonly {
    readonly text: string;
    readonly fired: 'yes' | 'maybe' | 'no';
    readonly place: TextPlace | undefined;
  }[];
  readonly place: TextPlace | undefined;
}

export interface ChangeView {
  readonly before: ScoreView;
  /** −1, 0, 1, or undefined where ranges overlap and nothing is certain. */
  readonly direction: -1 | 0 | 1 | undefined;
  readonly text: string;
}

export interface DepartmentView {
  readonly path: string;
  readonly name: string;
  readonly year: string;
  readonly total: ScoreView | undefined;
  /** Best first; more than one where data are missing. */
  readonly grades: readonly string[];
  readonly gradesBefore: readonly string[] | undefined;
  readonly change: ChangeView | undefined;
  readonly problems: readonly { readonly message: string; readonly severity: Severity }[];
}

/** All that depends on the ruleset and the departments. */
export interface ScoredView {
  readonly kind: 'scored';
  readonly revision: number;
  readonly problems: readonly ProblemView[];
  /** The last good result is kept by the page where this one has none. */
  readonly result: ResultView | undefined;
  /** Milliseconds of the worker, as shown in the status line. */
  readonly worked: number;
}

export interface ResultView {
  readonly ruleset: {
    readonly name: string;
    readonly points: string;
    readonly grades: readonly GradeView[];
  };
  readonly departments: readonly DepartmentView[];
  readonly sheet: SheetView | undefined;
  /** The points of all parts, for the weights panel. */
  readonly tree: readonly PointsView[];
}

export interface GradeView {
  readonly name: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

export interface SheetView {
  readonly department: string;
  readonly year: string;
  readonly total: ScoreView;
  readonly grades: readonly string[];
  readonly parts: readonly PartView[];
  readonly notes: readonly string[];
  /** What to find out next, what decides most first. */
  readonly missing: readonly {
    readonly name: string;
    readonly text: string;
    readonly decides: ScoreView;
  }[];
}

export interface PointsView {
  readonly path: readonly string[];
  readonly name: string;
  readonly points: string;
  readonly declared: TextPlace | undefined;
  readonly children: readonly PointsView[];
}

export type Response =
  | ScoredView
  | { readonly kind: 'answer'; readonly id: number; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly id: number | undefined; readonly message: string };
