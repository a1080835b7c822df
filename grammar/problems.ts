// What can be wrong with a text, as facts. The words for them are in the diagnostics catalog.

/** What the grammar wanted to read. One word list in the catalog says each in both languages. */
export type Expectation =
  | 'ruleset'
  | 'name'
  | 'path'
  | 'text'
  | 'points'
  | 'expression'
  | 'value'
  | 'condition'
  | 'comparison'
  | 'number'
  | 'type'
  | 'unit'
  | 'list-of-names'
  | 'colon'
  | 'equals'
  | 'opening-brace'
  | 'closing-parenthesis'
  | 'closing-bracket'
  | 'declaration'
  | 'node'
  | 'group'
  | 'document-or-section'
  | 'period'
  | 'parent-file'
  | 'grade-bound'
  | 'to'
  | 'then'
  | 'else'
  | 'when'
  | 'gives'
  | 'rounding-mode'
  | 'over-cohort'
  | 'rank-order'
  | 'rank-ties'
  | 'quantile-reading'
  | 'policy'
  | 'tier-row'
  | 'field'
  | 'given'
  | 'choice'
  | 'one-of'
  | 'checklist-entry'
  | 'grade';

/** A problem's place in the text: offsets, end exclusive. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

export type Problem = Place &
  (
    | { readonly kind: 'unexpected-character'; readonly text: string }
    | { readonly kind: 'unterminated-text'; readonly opening: string; readonly closing: string }
    | { readonly kind: 'unterminated-name'; readonly opening: string; readonly closing: string }
    | { readonly kind: 'unterminated-comment' }
    | { readonly kind: 'unknown-escape'; readonly escape: string }
    | { readonly kind: 'empty-name' }
    | {
        readonly kind: 'number-format';
        readonly written: string;
        readonly meant: string | undefined;
      }
    | { readonly kind: 'thousands-separator'; readonly written: string; readonly meant: string }
    | { readonly kind: 'foreign-operator'; readonly written: string; readonly meant: string }
    /** `found` is empty at the end of the file or of a line. */
    | {
        readonly kind: 'expected';
        readonly what: Expectation;
        readonly found: string;
        readonly opened: Place | undefined;
      }
    | { readonly kind: 'unexpected'; readonly text: string }
    | {
        readonly kind: 'unknown-statement';
        readonly word: string;
        readonly meant: string | undefined;
      }
    /** `opened`: what is still open, innermost first. */
    | { readonly kind: 'missing-closing-brace'; readonly opened: readonly Place[] }
    | { readonly kind: 'unmatched-closing-brace' }
    /** A name of several words without quotes. */
    | { readonly kind: 'spaced-name'; readonly name: string }
    /** `any of A and B over L`: the place of `A and B`. */
    | { readonly kind: 'loose-condition'; readonly aggregate: string }
    /** `。` at the end of a statement. */
    | { readonly kind: 'full-stop' }
    /** A name that stands in the quotes of a text. */
    | { readonly kind: 'name-in-text-quotes'; readonly name: string }
    /** A table where only a figure can stand, named by its first word. */
    | { readonly kind: 'bare-table'; readonly word: string }
    /** `四舍五入(x, 1)`: a way of rounding, called like a function. */
    | { readonly kind: 'rounding-call'; readonly word: string }
    /** A name that is a keyword, called like a function. */
    | { readonly kind: 'keyword-as-name'; readonly word: string }
    /** A word of limits in a condition or a row; `subject`: what it is said of. */
    | {
        readonly kind: 'limit-word';
        readonly word: string;
        readonly sign: string;
        readonly subject: Place | undefined;
      }
    /** `per X above 3 次`, at X. */
    | { readonly kind: 'step-left-out'; readonly step: string; readonly limit: string }
    /** `per 1% X`, at X. */
    | { readonly kind: 'of-left-out' }
    /** `per started step of 3`: how a step is read, before the step itself. */
    | { readonly kind: 'step-behind-reading'; readonly reading: string }
    /** `[60%, 90%)`; an end that is left out is endless. */
    | {
        readonly kind: 'interval-row';
        readonly low: Place | undefined;
        readonly high: Place | undefined;
        readonly lowSign: '>=' | '>';
        readonly highSign: '<=' | '<';
      }
    /** `90%以上` */
    | {
        readonly kind: 'side-word';
        readonly word: string;
        readonly sign: '>=' | '<=';
        readonly figure: Place;
      }
    /** A row's condition without `when` or `otherwise when`. */
    | { readonly kind: 'loose-row'; readonly text: string }
    /** `rounded to` behind a row or a table; `value`: what it seems to round. */
    | { readonly kind: 'loose-rounding'; readonly what: 'row' | 'table'; readonly value: Place }
    /** An amendment inside a group, indicator or item. */
    | { readonly kind: 'amendment-inside' }
    | { readonly kind: 'text-after-ruleset' }
    | { readonly kind: 'nesting-too-deep'; readonly limit: number }
    | { readonly kind: 'empty-file' }
  );
