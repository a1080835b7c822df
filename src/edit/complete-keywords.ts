// The keywords that the grammar allows at a place, in the language of the file; of a phrase of several
// words also where its first words have been written.
import { keywordEntries, keywords } from '../../grammar/keywords.ts';
import type { KeywordId } from '../../grammar/keywords.ts';
import { tokensAfter } from '../../grammar/rules.ts';
import { keywordTokens, symbolTokens } from '../../grammar/tokens.ts';
import type { IToken, TokenType } from 'chevrotain';
import { placesOf } from '../check/statement-places.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Source } from '../text/source.ts';
import type { Draft } from './completion.ts';
import type { Cursor } from './cursor.ts';
import type { TextPlace } from './place.ts';

/** Where the keywords that begin statements belong; those that are missing may stand anywhere. */
const WORDS: Readonly<Partial<Record<KeywordId, Parameters<typeof placesOf>[0] | 'amendment'>>> = {
  Total: 'total',
  ItemsRounded: 'rounding',
  ScoresRounded: 'rounding',
  GroupsRounded: 'rounding',
  TotalRounded: 'rounding',
  Grades: 'grades',
  Option: 'option',
  Type: 'type',
  Input: 'input',
  Output: 'output',
  Group: 'group',
  Bonus: 'group',
  Penalty: 'group',
  Indicator: 'indicator',
  Item: 'item',
  AtLeast: 'cap',
  AtMost: 'cap',
  Uncapped: 'cap',
  RoundedTo: 'rounded',
  NotApplicable: 'not-applicable',
  AppliesWhen: 'applies',
  ChosenByDepartment: 'pool',
  Points: 'amendment',
  Set: 'amendment',
  Replace: 'amendment',
  Remove: 'amendment',
  Add: 'amendment',
  Rename: 'amendment',
  Order: 'amendment',
  Cite: 'amendment',
};

/** Limits may stand behind a rule on its line, where an operand has ended. */
const LIMITS: ReadonlySet<KeywordId> = new Set<KeywordId>(['AtMost', 'AtLeast', 'Uncapped']);

/** The tokens that may follow the statement as far as it is written, and those that may begin one. */
function expectedBehind(statement: readonly IToken[]) {
  const starters = tokensAfter([]);
  const after = statement.length > 0 ? tokensAfter([...statement]) : new Set<TokenType>();
  return { starters, after };
}

/** The keywords that may stand at the place. */
export function keywordItems(
  source: Source,
  place: TextPlace,
  cursor: Cursor,
  language: Language,
): readonly Draft[] {
  if (place.place === 'outside') return headItems(place, cursor, language);
  const beginsLine = !place.isInTable && isLineStart(source, cursor.start);
  return [
    ...allowedFrom(place, place.statement, language, beginsLine),
    ...phraseItems(source, place, cursor, language),
  ];
}

function allowedFrom(
  place: TextPlace,
  statement: readonly IToken[],
  language: Language,
  beginsLine: boolean,
): readonly Draft[] {
  const { starters, after } = expectedBehind(statement);
  return keywordEntries.flatMap(([id, { [language]: spellings }]): Draft[] => {
    const type = keywordTokens[id];
    const begins = starters.has(type) && beginsLine && belongs(id, place);
    const limits = LIMITS.has(id) && after.has(symbolTokens.Plus) && belongs(id, place);
    const continues = after.has(type) || limits;
    if (!begins && !continues) return [];
    return spellings.map((label) => ({ kind: 'keyword', label, rank: continues ? 4 : 6 }));
  });
}

function belongs(id: KeywordId, { place, amends }: TextPlace): boolean {
  const word = WORDS[id];
  if (word === undefined) return true;
  if (word === 'amendment') return amends && place === 'ruleset';
  return placesOf(word).some((each) => each === place);
}

/** The most words in front that belong to a phrase. */
const MOST_WORDS = 4;

// `at mo‸`: the word behind the cursor begins with the words before it.
function phraseItems(
  source: Source,
  place: TextPlace,
  cursor: Cursor,
  language: Language,
): readonly Draft[] {
  const words = cursor.before.slice(-MOST_WORDS);
  return words.flatMap((word, index): readonly Draft[] => {
    const begun = [...words.slice(index).map(({ image }) => image), ''].join(' ');
    const statement = place.statement.filter(({ startOffset }) => startOffset < word.startOffset);
    const start = word.startOffset;
    if (/[\r\n]/.test(source.text.slice(start, cursor.start))) return [];
    const beginsLine = !place.isInTable && isLineStart(source, start);
    return allowedFrom(place, statement, language, beginsLine)
      .filter(({ label }) => label.startsWith(begun))
      .map((draft) => ({ ...draft, start }));
  });
}

function headItems({ statement }: TextPlace, { before }: Cursor, language: Language): Draft[] {
  const ids: readonly KeywordId[] =
    before.length === 0 ? ['Ruleset'] : statement.length > 1 ? ['For', 'Amends'] : [];
  return ids.map((id) => ({ kind: 'keyword', label: keywords[id][language][0], rank: 4 }));
}

/** True where nothing but white space stands before the offset on its line, or only a brace. */
export function isLineStart({ text }: Source, offset: number): boolean {
  const line =
    text
      .slice(0, offset)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  return /(?:^|[{｛;；])\s*$/.test(line);
}
