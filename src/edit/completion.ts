// A place → what may be written there: keywords in the language of the file, names in sight, words that
// a value is chosen from, units, and the shapes of rules. The editor filters by what has been typed;
// with a reader of pinyin, Chinese names are found by it too.
import { languageOf } from '../syntax/written-language.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import type { Cursor } from './cursor.ts';
import { cursorAt } from './cursor.ts';
import { fileItems } from './complete-files.ts';
import { keywordItems } from './complete-keywords.ts';
import { nameItems } from './complete-names.ts';
import { snippetItems } from './complete-snippets.ts';
import type { NamedKind } from './named.ts';
import { placeAt } from './place.ts';
import type { Workspace } from './workspace.ts';
import { readFile } from './workspace.ts';

export interface CompletionItem {
  readonly kind: NamedKind | 'keyword' | 'snippet' | 'builtin' | 'unit' | 'file';
  readonly label: string;
  /** Type, points or meaning in a few words. */
  readonly detail: string;
  readonly documentation: string;
  /** With `${1:…}` for places to fill in where `isSnippet` is true. */
  readonly insert: string;
  readonly isSnippet: boolean;
  /** What it takes the place of. */
  readonly span: Span;
  /** What is matched with what was typed: the label and, for Chinese, its pinyin. */
  readonly filterText: string;
  /** In whose order they are shown. */
  readonly sortText: string;
}

/** The pinyin of each character of a text; outer layers load it when it is first needed. */
export type Pinyin = (text: string) => readonly string[];

/** An item before it is known what it replaces and how it sorts. */
export interface Draft {
  readonly kind: CompletionItem['kind'];
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string;
  readonly insert?: string;
  readonly isSnippet?: boolean;
  /** Further back than the word that is being written: the words of a phrase before it. */
  readonly start?: number;
  /** Lower goes first. */
  readonly rank: number;
}

/** What may be written at a place. */
export function completionAt(
  workspace: Workspace,
  file: string,
  offset: number,
  pinyin?: Pinyin,
): readonly CompletionItem[] {
  const read = readFile(workspace, file);
  if (!read) return [];
  const { source } = read;
  const cursor = cursorAt(source, offset);
  const drafts = draftsAt(workspace, source, cursor);
  return finished(drafts, { file, start: cursor.start, end: cursor.end }, pinyin);
}

function draftsAt(workspace: Workspace, source: Source, cursor: Cursor): readonly Draft[] {
  if (cursor.where === 'comment') return [];
  if (cursor.where === 'text') return fileItems(workspace, source, cursor);
  const language = languageOf(source);
  const place = placeAt(workspace, source, cursor);
  const names = nameItems(workspace, source, place, cursor);
  if (cursor.behindNumber) return names.filter(({ kind }) => kind === 'unit');
  return [
    ...names,
    ...keywordItems(source, place, cursor, language),
    ...snippetItems(source, place, cursor, language),
  ];
}

function finished(
  drafts: readonly Draft[],
  word: Span,
  pinyin: Pinyin | undefined,
): readonly CompletionItem[] {
  const seen = new Set<string>();
  const items: CompletionItem[] = [];
  for (const draft of drafts) {
    const { kind, label, rank } = draft;
    const key = `${kind === 'snippet' ? kind : ''} ${label}`;
    if (seen.has(key)) continue;
    seen.add(key);
    items.push({
      kind,
      label,
      detail: draft.detail ?? '',
      documentation: draft.documentation ?? '',
      insert: draft.insert ?? label,
      isSnippet: draft.isSnippet ?? false,
      span: { ...word, start: draft.start ?? word.start },
      filterText: filterText(draft, pinyin),
      sortText: `${rank} ${String(items.length).padStart(4, '0')}`,
    });
  }
  return items;
}

const HAN = /\p{Script=Han}/u;

// What is written goes first; a name in quotes is found without typing them.
function filterText({ label, insert = label, isSnippet }: Draft, pinyin?: Pinyin): string {
  const written = isSnippet || insert === label ? label : `${label} ${insert}`;
  if (!pinyin || !HAN.test(label)) return written;
  const syllables = pinyin(label);
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return `${written} ${initials} ${syllables.join('')}`;
}
