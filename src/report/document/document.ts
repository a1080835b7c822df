// A report as headings, paragraphs, lists and tables, before it is laid out for a terminal, as Markdown or as
// a page. Texts are plain: every layout escapes what would mean something else there.

/** A piece of a report. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly isNumbered: boolean; readonly entries: readonly Entry[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly TableColumn[];
      readonly rows: readonly (readonly string[])[];
    };

/** An entry of a list, with what is said of it line by line. */
export interface Entry {
  /** What it is about, set off from the rest. */
  readonly head: string;
  readonly text: string;
  readonly lines: readonly string[];
}

export interface TableColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
}
