// A JSON or YAML document as a small tree: entries in Maps, so that no name is special, every value
// with its span, every number with the text it was written in. Knows nothing of frameworks.
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';

export type DocumentNode =
  | DocumentObject
  | DocumentList
  | { readonly kind: 'text'; readonly text: string; readonly span: Span }
  /** `written` is the number exactly as the file has it. */
  | { readonly kind: 'number'; readonly written: string; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'null'; readonly span: Span };

export interface DocumentObject {
  readonly kind: 'object';
  readonly entries: ReadonlyMap<string, DocumentEntry>;
  readonly span: Span;
}

export interface DocumentEntry {
  readonly name: string;
  readonly nameSpan: Span;
  readonly value: DocumentNode;
}

interface DocumentList {
  readonly kind: 'list';
  readonly entries: readonly DocumentNode[];
  readonly span: Span;
}

/** What every reading step needs: the text, and where to put what is wrong with it. */
export interface Reading {
  readonly source: Source;
  readonly report: (diagnostic: Diagnostic) => void;
}

/** The value of an entry, or undefined where the node is no object or has no such entry. */
export function entryOf(node: DocumentNode | undefined, name: string): DocumentNode | undefined {
  return node?.kind === 'object' ? node.entries.get(name)?.value : undefined;
}

const LONGEST_SHOWN = 40;

/** A text for messages: one line, cut where it grows long. */
export function brief(text: string): string {
  const characters = [...text.slice(0, 4 * LONGEST_SHOWN).replace(/\s+/gu, ' ')];
  const cut = characters.length > LONGEST_SHOWN || text.length > 4 * LONGEST_SHOWN;
  return cut ? `${characters.slice(0, LONGEST_SHOWN).join('')}…` : characters.join('');
}

/** The value as it is written, for messages. */
export function shown(reading: Reading, node: DocumentNode): string {
  if (node.kind === 'text') return brief(node.text);
  return brief(reading.source.text.slice(node.span.start, node.span.end));
}

/** The name of a part in messages: `季度累计支出[3]`, `绩效目标[2].目标值`. */
export function partName(whole: string, part: string | number): string {
  if (typeof part === 'number') return `${whole}[${part + 1}]`;
  return whole === '' ? part : `${whole}.${part}`;
}
