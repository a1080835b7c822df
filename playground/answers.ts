// What the worker answers to each question: plain data for the page to show. What a person did wrong is
// answered as `refused`, in words of the language that was asked for; nothing is thrown at the page.
import type { CodeAction } from '../src/edit/code-actions.ts';
import type { CodeLens } from '../src/edit/code-lenses.ts';
import type { CompletionItem } from '../src/edit/completion.ts';
import type { Definition } from '../src/edit/definition.ts';
import type { Fold } from '../src/edit/folding.ts';
import type { Formatted } from '../src/edit/format.ts';
import type { Hover } from '../src/edit/hover.ts';
import type { InlayHint } from '../src/edit/inlay-hints.ts';
import type { Occurrence } from '../src/edit/named.ts';
import type { Rename } from '../src/edit/rename.ts';
import type { SemanticToken } from '../src/edit/semantic-tokens.ts';
import type { SignatureHelp } from '../src/edit/signature.ts';
import type { DocumentSymbol } from '../src/edit/symbols.ts';
import type {
  DepartmentFile,
  JsonValue,
  ProblemView,
  ScoreView,
  TextEdit,
  TextPlace,
} from './protocol.ts';

/** The answer that belongs to each kind of question. */
export interface Answers extends LanguageAnswers {
  readonly 'set-points': { readonly kind: 'edits'; readonly edits: readonly TextEdit[] } | Refused;
  readonly rename: RenameAnswer;
  readonly compare: ComparisonView | Refused;
  readonly audit: AuditView | Refused;
  readonly examples:
    { readonly kind: 'problems'; readonly problems: readonly ProblemView[] } | Refused;
  readonly form: FormView | Refused;
  readonly 'new-department': { readonly kind: 'text'; readonly text: string } | Refused;
  readonly 'set-value': { readonly kind: 'text'; readonly text: string } | Refused;
  readonly build: BuildView | Refused;
  readonly import: ImportView | Refused;
  readonly export: ExportView | Refused;
}

/** What the language service gives, as it gives it; places are spans by offsets. */
export interface LanguageAnswers {
  readonly completion: readonly CompletionItem[];
  readonly hover: Hover | undefined;
  readonly signature: SignatureHelp | undefined;
  readonly definition: readonly Definition[];
  readonly references: readonly Pick<Occurrence, 'span' | 'text' | 'role'>[];
  readonly symbols: readonly DocumentSymbol[];
  readonly folding: readonly Fold[];
  readonly tokens: readonly SemanticToken[];
  readonly hints: readonly InlayHint[];
  readonly format: Formatted;
  readonly lenses: readonly CodeLens[];
  readonly actions: readonly CodeAction[];
  readonly 'convert-keywords': Formatted;
}

/** A rename, with the departments as they are after it where any of them names the thing. */
export type RenameAnswer =
  | Extract<Rename, { readonly kind: 'refused' }>
  | (Extract<Rename, { readonly kind: 'renamed' }> & {
      readonly departments: readonly DepartmentFile[] | undefined;
    });

/** Nothing can be given; why, and the way out. */
export interface Refused {
  readonly kind: 'refused';
  readonly messages: readonly string[];
  readonly problems: readonly ProblemView[];
}

/** Two rulesets side by side: what is written differently, and what was shown of its meaning. */
export interface ComparisonView {
  readonly kind: 'comparison';
  readonly left: RulesetName;
  readonly right: RulesetName;
  /** How many indicators score some department otherwise, and what else holds for all of it. */
  readonly said: readonly string[];
  /** Indicators that score some department otherwise, or may; the largest difference first. */
  readonly different: readonly ComparedRule[];
  /** Indicators that are written differently and score every department alike. */
  readonly rewritten: readonly ComparedRule[];
  /** Indicators that are written alike, by how it was shown that they are. */
  readonly untouched: readonly { readonly how: string; readonly names: readonly string[] }[];
  /** All groups, indicators and items of both, in the order of the right ruleset. */
  readonly parts: readonly ComparedPart[];
  /** What differs outside of indicators: groups, total, grades, options. */
  readonly whole: readonly TextPair[];
  /** Inputs that only one of them asks for, and those that take something else. */
  readonly inputs: {
    readonly left: readonly string[];
    readonly right: readonly string[];
    readonly changed: readonly TextPair[];
  };
  /** Checks of the data that are others; they change no score. */
  readonly checks: readonly string[];
  readonly departments: readonly ComparedDepartment[];
  /** Why departments are left out. */
  readonly notes: readonly string[];
}

export interface RulesetName {
  readonly file: string;
  readonly name: string;
  readonly period: string;
}

/** An indicator of both rulesets. */
export interface ComparedRule {
  /** With both names where it was renamed. */
  readonly name: string;
  readonly left: TextPlace;
  readonly right: TextPlace;
  /** How far the scores of one department can lie apart, or how it was shown that they never do. */
  readonly extent: string;
  /** The largest difference that was found, right less left, to draw; undefined where none was. */
  readonly largest: ScoreView | undefined;
  readonly changes: readonly TextPair[];
  /** A department that shows the difference. */
  readonly witness: WitnessView | undefined;
  /** What is left of the difference where figures that are worked out otherwise are the same. */
  readonly sameFigures: string | undefined;
}

export interface WitnessView {
  readonly givens: readonly { readonly name: string; readonly value: string }[];
  /** Its exact scores. */
  readonly left: string;
  readonly right: string;
}

export interface ComparedPart {
  readonly kind: 'group' | 'indicator' | 'item';
  readonly name: string;
  /** Undefined where the ruleset has no such part. */
  readonly left: ComparedSide | undefined;
  readonly right: ComparedSide | undefined;
  readonly differs: 'no' | 'points' | 'rule' | 'both' | 'left-only' | 'right-only';
  /** Right less left: `+5`, `−2`, empty where they are alike. */
  readonly change: string;
  readonly children: readonly ComparedPart[];
}

export interface ComparedSide {
  readonly path: readonly string[];
  readonly points: string;
  readonly place: TextPlace | undefined;
}

/** Something named that both sides say something else of; both empty where the name says all. */
export interface TextPair {
  readonly name: string;
  readonly left: string;
  readonly right: string;
}

export interface ComparedDepartment {
  readonly name: string;
  readonly year: string;
  readonly left: ComparedTotal;
  readonly right: ComparedTotal;
  /** What each part does to the total, the largest first; they add up to the change of the total. */
  readonly parts: readonly ComparedScore[];
  readonly change: ScoreView;
  /** What only one side leaves unknown. */
  readonly notes: readonly string[];
}

export interface ComparedTotal {
  readonly total: ScoreView;
  readonly grades: readonly string[];
}

export interface ComparedScore {
  readonly name: string;
  /** Undefined where the ruleset has no such indicator, and for what is no indicator. */
  readonly left: ScoreView | undefined;
  readonly right: ScoreView | undefined;
  /** Right less left, with a sign. */
  readonly difference: ScoreView;
}

/** Published scores beside what the rules give. */
export interface AuditView {
  readonly kind: 'audit';
  readonly department: string;
  readonly rows: readonly AuditRow[];
  readonly findings: readonly AuditFinding[];
  /** How many of each gravity, or that nothing was published. */
  readonly tally: string;
}

export interface AuditRow {
  readonly of: 'score' | 'figure' | 'output';
  readonly name: string;
  readonly path: readonly string[];
  readonly published: string;
  readonly recomputed: string;
  readonly difference: string;
  readonly outcome: 'agrees' | 'differs' | 'not-derivable' | 'blank';
  readonly text: string;
}

export interface AuditFinding {
  readonly severity: 'error' | 'warning' | 'note';
  readonly label: string;
  /** The headline first, then what would explain it. */
  readonly texts: readonly string[];
  readonly path: readonly string[];
}

/** A department's data as a form that the ruleset's inputs lay out. */
export interface FormView {
  readonly kind: 'form';
  readonly department: number;
  /** Where the entries of this department begin: empty, or `['departments', 2]` in a cohort file. */
  readonly at: readonly (string | number)[];
  readonly name: string;
  readonly year: string;
  readonly fields: readonly FieldView[];
  /** Entries that the ruleset does not know; they are kept. */
  readonly unknown: readonly string[];
  readonly problems: readonly ProblemView[];
}

export interface FieldView {
  readonly name: string;
  /** For `set-value`, with `value`, `award`, `choice`, `entries`, `status`, `source` … behind it. */
  readonly path: readonly (string | number)[];
  readonly about: string | undefined;
  /** Unit, limits and choices in words. */
  readonly takes: string;
  /** The indicators that read it. */
  readonly usedIn: readonly string[];
  readonly control: ControlView;
  readonly given: GivenView;
  readonly problems: readonly ProblemView[];
}

export type ControlView =
  | {
      readonly kind: 'number';
      /** `万元`, `%`, `人`; empty for a plain number. */
      readonly unit: string;
      readonly integer: boolean;
      /** Decimal texts in the unit; undefined where there is no limit. */
      readonly low: string | undefined;
      readonly high: string | undefined;
    }
  | {
      readonly kind: 'date';
      readonly low: string | undefined;
      readonly high: string | undefined;
    }
  | { readonly kind: 'text' | 'target' | 'actual' | 'boolean' }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | {
      readonly kind: 'list';
      readonly entry: ControlView;
      readonly least: number;
      readonly most: number | undefined;
    }
  | {
      readonly kind: 'record';
      readonly fields: readonly { readonly name: string; readonly control: ControlView }[];
    }
  /** A choice from a pool: several of these. */
  | { readonly kind: 'pool'; readonly parts: readonly PointsChoice[]; readonly points: string }
  /** Set at `award`, with a `reason` where it is less than the points. */
  | { readonly kind: 'award'; readonly points: string }
  /** Set at `choice`; where a choice leaves a range, the points at `award`. */
  | {
      readonly kind: 'award-choice';
      readonly points: string;
      readonly choices: readonly PointsChoice[];
    }
  /** Set at `entries`, each `true`, `false`, a figure or null. */
  | {
      readonly kind: 'checklist';
      readonly points: string;
      readonly entries: readonly PointsChoice[];
    };

export interface PointsChoice {
  readonly name: string;
  readonly about: string | undefined;
  readonly points: string;
  /** What it gives at least, where it leaves a range. */
  readonly least: string | undefined;
}

/** What the file says of an input now. */
export interface GivenView {
  /** `absent`: not in the file; `unknown`: null, or given and rejected. */
  readonly state: 'absent' | 'unknown' | 'given';
  /** The value, award, choice or entries as plain data; numbers as texts with their decimals. */
  readonly value: JsonValue;
  /** The points awarded, where a choice leaves a range. */
  readonly award: JsonValue;
  readonly reason: string;
  readonly status: '' | 'disclosed' | 'verified' | 'judged' | 'assumed' | 'rejected';
  readonly source: string;
  readonly note: string;
  /** As it stands in the file. */
  readonly raw: string;
}

/** What a ruleset was built into. */
export interface BuildView {
  readonly kind: 'files';
  readonly files: readonly { readonly path: string; readonly text: string }[];
  /** For the tab's editor. */
  readonly language: 'typescript' | 'javascript' | 'json' | 'sql' | 'plaintext';
}

/** Departments that were read from a file. */
export interface ImportView {
  readonly kind: 'imported';
  readonly departments: readonly DepartmentFile[];
  /** Columns that the ruleset does not know, cells that were left out. */
  readonly notes: readonly string[];
}

/** A file to download. */
export interface ExportView {
  readonly kind: 'file';
  readonly name: string;
  readonly type: string;
  readonly content: string | Uint8Array;
}
