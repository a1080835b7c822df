// One problem, as facts: a stable code, a place, what is involved, and where possible a fix. The
// words are in the catalog; nothing else in the project words a message about a ruleset or a
// department's file.
import type { Span } from '../text/span.ts';
import type { Catalog, Code } from './catalog.ts';

/** The facts that the catalog's sentences for a code are made from. */
export type FactsOf<C extends Code> = Parameters<Catalog[C]['en']>[0];

/** A replacement of text that would mend the problem. */
export interface Fix {
  readonly title: { readonly en: string; readonly zh: string };
  readonly edits: readonly Edit[];
}

/** Replaces the span's text; an empty span inserts. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Another place that belongs to the problem, such as the first of two declarations. */
export interface Related {
  readonly span: Span;
  readonly note: { readonly en: string; readonly zh: string };
}

export type Severity = 'error' | 'warning' | 'note';

export interface Diagnostic<C extends Code = Code> {
  readonly code: C;
  readonly severity: Severity;
  readonly span: Span;
  readonly facts: FactsOf<C>;
  readonly fix: Fix | undefined;
  /** Mends that exclude each other, where only the author can say which is meant. */
  readonly choices: readonly Fix[];
  readonly related: readonly Related[];
}
