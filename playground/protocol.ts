// What the page and the worker say to each other. The worker holds the library, the ruleset files and
// the departments; the page holds what a person sees. All that crosses is plain data: texts are already
// in the language that was asked for, scores are written exactly as the reports write them.
import type { Severity } from '../src/diagnostics/diagnostic.ts';
import type { Language } from '../src/diagnostics/diagnose.ts';
import type { Answers } from './answers.ts';

/** A place in a file, by offsets in UTF-16 code units as editors count them. */
export interface TextPlace {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  /** One-based, for lists that name places of files which no editor shows. */
  readonly line: number;
}

/** A score on the sheet: exactly known, or a range of which both ends may be reached. */
export interface ScoreView {
  /** As a report writes it, such as `2.46` or `2.00–2.46`. */
  readonly text: string;
  /** For bars and sorting only; never shown as a figure. Infinite where there is no limit. */
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
  /** Where that file lists several departments: which of them; the first where it is left out. */
  readonly member?: number;
  /** What changes are measured against: the files at the last save, or the ruleset that `open` amends. */
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
  /** Everything else; without a project the one of the last `update` is meant. */
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly project?: Project;
      readonly question: Question;
    };

export type Question =
  /** Language questions; each names a function of `src/edit/`. */
  | {
      readonly kind: 'completion' | 'hover' | 'signature' | 'definition' | 'references';
      readonly file: string;
      readonly offset: number;
    }
  | {
      readonly kind: 'rename';
      readonly file: string;
      readonly offset: number;
      readonly to: string;
    }
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
  /** New points; what else has to change so that all sums hold is worked out. */
  | {
      readonly kind: 'set-points';
      readonly changes: readonly PointsChange[];
      /** The parts that give way, in proportion to their points; none: only the groups around. */
      readonly giveWay: readonly (readonly string[])[];
    }
  /** Two ruleset files, and the departments under both; takes seconds, and says how far it is. */
  | { readonly kind: 'compare'; readonly left: string; readonly right: string }
  /** The published scores of the selected department, or of the one named. */
  | { readonly kind: 'audit'; readonly department?: number; readonly member?: number }
  /** Which worked examples the rules no longer give. */
  | { readonly kind: 'examples' }
  | { readonly kind: 'form'; readonly department: number; readonly member?: number }
  /** A file for a new department, every input unknown. */
  | { readonly kind: 'new-department' }
  | {
      readonly kind: 'set-value';
      readonly department: number;
      /** As `FieldView.path` gives it, with what is set at its end: `['inputs', '预算数', 'value']`. */
      readonly path: readonly (string | number)[];
      /** Undefined takes the entry out. */
      readonly value: JsonValue | undefined;
    }
  | { readonly kind: 'build'; readonly target: BuildTarget }
  | {
      readonly kind: 'import';
      readonly name: string;
      readonly content: string | Uint8Array;
    }
  | {
      readonly kind: 'export';
      readonly what: 'departments' | 'scores';
      readonly format: 'json' | 'csv' | 'xlsx';
    };

/** Plain JSON; numbers that a person typed are texts, so that their decimals are kept. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [name: string]: JsonValue };

/** What the tab of compiled output can show. */
export type BuildTarget =
  | 'tree'
  | 'ts'
  | 'js'
  | 'schema'
  | 'types'
  | 'validator'
  | 'reader'
  | 'sql-duckdb'
  | 'sql-postgresql'
  | 'sql-spark';

export interface PointsChange {
  readonly path: readonly string[];
  /** Decimal text: `8`, `2.5`. */
  readonly points: string;
}

export interface ProblemView {
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly place: TextPlace;
  readonly fixes: readonly FixView[];
  readonly related: readonly { readonly place: TextPlace; readonly message: string }[];
}

export interface FixView {
  readonly title: string;
  readonly edits: readonly TextEdit[];
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
  /** What the ruleset says that it is about. */
  readonly about: string | undefined;
  /** Whether it counts towards the total, adds to it or takes from it. */
  readonly standing: 'counted' | 'bonus' | 'penalty';
  readonly points: ScoreView;
  readonly score: ScoreView;
  /** Text is empty where nothing was lost. */
  readonly deducted: ScoreView;
  /** The rule that fired, in one line. */
  readonly reason: string;
  /** The department has no such part, or it does not apply to it: `score` is then worth no bar. */
  readonly absent: boolean;
  /** A veto or an exemption set the score. */
  readonly struck: boolean;
  readonly change: ChangeView | undefined;
  readonly place: TextPlace | undefined;
  /** Only on the selected department's sheet. */
  readonly explanation: ExplanationView | undefined;
  readonly children: readonly PartView[];
}

/** How a score came about, in the order in which it happened. */
export interface ExplanationView {
  /** `得 2.46，满分 3，扣 0.54` */
  readonly verdict: string;
  readonly steps: readonly StepView[];
  readonly inputs: readonly InputView[];
  /** The document and the article that the rule is from. */
  readonly source: string;
  /** Which file said what of it, oldest first. */
  readonly origins: readonly { readonly text: string; readonly place: TextPlace | undefined }[];
}

/** A figure that a score rests on. */
export interface InputView {
  readonly name: string;
  readonly value: string;
  readonly evidence: string;
  readonly missing: boolean;
}

export interface StepView {
  readonly kind: 'define' | 'rule' | 'deduct' | 'award' | 'compare' | 'limit' | 'strike' | 'absent';
  readonly title: string;
  /** The formula with names, and then with numbers in their place. */
  readonly withNames: string | undefined;
  readonly withNumbers: string | undefined;
  readonly result: string | undefined;
  /** The rows of a table; those that fired are marked. */
  readonly rows: readonly RowView[];
  readonly place: TextPlace | undefined;
}

export interface RowView {
  readonly text: string;
  readonly fired: 'yes' | 'maybe' | 'no';
  readonly place: TextPlace | undefined;
}

export interface ChangeView {
  readonly before: ScoreView;
  /** −1, 0, 1, or undefined where ranges overlap and nothing is certain. */
  readonly direction: -1 | 0 | 1 | undefined;
  /** `+0.54`, `−1`, empty where nothing changed. */
  readonly text: string;
}

export interface DepartmentView {
  /** The file's place in `Project.departments`, and the place in the file where it lists several. */
  readonly file: number;
  readonly member: number | undefined;
  readonly path: string;
  readonly name: string;
  readonly year: string;
  readonly total: ScoreView | undefined;
  /** Best first; more than one where data are missing. */
  readonly grades: readonly string[];
  readonly gradesBefore: readonly string[] | undefined;
  /** −1: certainly a worse grade than before, 1: a better one; undefined where that is open. */
  readonly gradeChange: -1 | 0 | 1 | undefined;
  readonly change: ChangeView | undefined;
  readonly outputs: readonly OutputView[];
  /** How many inputs are missing that still decide something. */
  readonly missing: number;
  readonly problems: readonly ProblemView[];
}

/** What follows from a score and is none itself: a payment, a letter. */
export interface OutputView {
  readonly name: string;
  readonly text: string;
}

/** All that depends on the ruleset and the departments. */
export interface ScoredView {
  readonly kind: 'scored';
  readonly revision: number;
  readonly problems: readonly ProblemView[];
  /** The last good result is kept by the page where this one has none. */
  readonly result: ResultView | undefined;
  /** Why there is no result although the ruleset has no error, such as terms that are still open. */
  readonly note: string | undefined;
  /** Milliseconds of the worker, as shown in the status line. */
  readonly worked: number;
}

export interface ResultView {
  readonly ruleset: {
    readonly name: string;
    readonly period: string;
    readonly source: string;
    readonly points: string;
    readonly grades: readonly GradeView[];
    /** The first digits of the hash under which the result can be reproduced. */
    readonly hash: string;
  };
  readonly departments: readonly DepartmentView[];
  readonly sheet: SheetView | undefined;
  /** The points of all parts, for the weights panel. */
  readonly tree: readonly PointsView[];
  readonly charts: ChartsView;
  /** What the changes are measured against, in words; undefined without a baseline that compiles. */
  readonly baseline: string | undefined;
}

export interface GradeView {
  readonly name: string;
  /** The band as numbers, for charts; undefined where it has no end. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** `90 分及以上` */
  readonly text: string;
}

export interface SheetView {
  readonly department: string;
  readonly year: string;
  readonly total: ScoreView | undefined;
  readonly change: ChangeView | undefined;
  readonly grades: readonly string[];
  readonly parts: readonly PartView[];
  readonly explanation: ExplanationView | undefined;
  readonly outputs: readonly OutputSheetView[];
  /** Checks that fail, limits on the grade, assumptions, what the points rest on. */
  readonly notes: readonly NoteView[];
  /** What to find out next, what decides most first. */
  readonly missing: readonly MissingView[];
}

export interface OutputSheetView extends OutputView {
  readonly explanation: ExplanationView;
  readonly place: TextPlace | undefined;
}

export interface NoteView {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly tone: 'bad' | 'warn' | 'plain';
}

export interface MissingView {
  readonly name: string;
  /** Where it counts. */
  readonly text: string;
  /** How many points it decides; undefined where it decides only a grade or an output. */
  readonly decides: ScoreView | undefined;
}

export interface PointsView {
  readonly kind: 'group' | 'indicator' | 'item';
  readonly standing: 'counted' | 'bonus' | 'penalty';
  readonly path: readonly string[];
  readonly name: string;
  /** Decimal text, or a fraction such as `5/3`. */
  readonly points: string;
  readonly declared: TextPlace | undefined;
  readonly children: readonly PointsView[];
}

/** Plain numbers to draw, each with the text that is shown for it. */
export interface ChartsView {
  /** From the full points down to the total, for the selected department. */
  readonly waterfall: readonly WaterfallStep[];
  /** What each top part reached of its points, for the selected department. */
  readonly shares: readonly ShareView[];
  /** Departments by total, in steps of one width. */
  readonly distribution: readonly BinView[];
  /** Totals before and after, in the order of the departments; empty without a baseline. */
  readonly changes: readonly PairView[];
}

export interface WaterfallStep {
  readonly kind: 'start' | 'loss' | 'gain' | 'end';
  readonly name: string;
  readonly path: readonly string[];
  readonly from: number;
  readonly to: number;
  /** `−0.54` */
  readonly text: string;
  /** Data are missing: the step is what is lost in any case. */
  readonly open: boolean;
}

export interface ShareView {
  readonly name: string;
  readonly path: readonly string[];
  readonly points: ScoreView;
  readonly score: ScoreView;
  /** Of the points, between 0 and 1; both ends the same where it is known. */
  readonly low: number;
  readonly high: number;
  readonly text: string;
}

export interface BinView {
  readonly from: number;
  readonly to: number;
  /** Departments whose total is known. */
  readonly count: number;
  /** The same before, where there is a baseline. */
  readonly before: number | undefined;
  readonly names: readonly string[];
}

export interface PairView {
  readonly name: string;
  readonly before: ScoreView;
  readonly after: ScoreView;
  readonly direction: -1 | 0 | 1 | undefined;
  readonly text: string;
}

export type Response = ScoredView | AnswerMessage | ProgressMessage | FailedMessage;

/** The answer to the question with this id, of the same kind. */
export type AnswerMessage = {
  [Kind in Question['kind']]: {
    readonly kind: 'answer';
    readonly id: number;
    readonly question: Kind;
    readonly answer: Answers[Kind];
  };
}[Question['kind']];

/** How much of the question with this id has been worked out. */
export interface ProgressMessage {
  readonly kind: 'progress';
  readonly id: number;
  readonly done: number;
  readonly total: number;
}

/** A fault of ours; what a person does wrong is answered in words instead. */
export interface FailedMessage {
  readonly kind: 'failed';
  readonly id: number | undefined;
  readonly message: string;
}
