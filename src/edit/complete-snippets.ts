// The shapes of statements that may stand at a place, where a statement may begin.
import { placesOf } from '../check/statement-places.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Source } from '../text/source.ts';
import { isLineStart } from './complete-keywords.ts';
import type { Draft } from './completion.ts';
import type { Cursor } from './cursor.ts';
import type { TextPlace } from './place.ts';
import type { Snippet } from './snippets.ts';
import { snippets } from './snippets.ts';

/** The snippets that may begin here. */
export function snippetItems(
  source: Source,
  place: TextPlace,
  cursor: Cursor,
  language: Language,
): readonly Draft[] {
  if (place.place === 'outside' || place.isInTable) return [];
  if (!isLineStart(source, cursor.start)) return [];
  return snippets
    .filter((snippet) => fits(snippet, place))
    .map(({ label, text }) => ({
      kind: 'snippet',
      label: label[language],
      insert: text[language],
      documentation: text[language].replace(/\$\{\d+:([^}]*)\}|\$0/g, '$1'),
      isSnippet: true,
      rank: 5,
    }));
}

function fits({ statement }: Snippet, { place, amends }: TextPlace): boolean {
  if (statement === 'amendment') return amends && place === 'ruleset';
  if (statement === 'rule') return place === 'indicator' || place === 'item';
  return placesOf(statement).some((each) => each === place);
}
