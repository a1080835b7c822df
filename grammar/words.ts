// Words: from a run of letters and digits to the keyword it spells, alone or as the first word of a
// phrase (`at most`). Built once from the keyword table.
import { keywordEntries } from './keywords.ts';
import type { KeywordId } from './keywords.ts';

/** A name that needs no quotes. */
const IDENTIFIER = /[\p{ID_Start}_]\p{ID_Continue}*/uy;
const DIGIT = /[0-9０-９]/;

/** Everything the lexer calls white space, full-width and no-break spaces and the BOM included. */
export const WHITE_SPACE = /[\s\u0085\u200b\u2060]+/uy;

/** A phrase keyword as its words, longest phrase first. */
interface Phrase {
  readonly words: readonly string[];
  readonly id: KeywordId;
}

const single = new Map<string, KeywordId>();
const phrases = new Map<string, Phrase[]>();
const beforeDigit = new Set<string>();

for (const [id, { en, zh, digitMayFollow }] of keywordEntries) {
  for (const spelling of [...en, ...zh]) {
    const words = spelling.split(' ');
    const [first = ''] = words;
    if (words.length === 1) single.set(spelling, id);
    else phrases.set(first, [...(phrases.get(first) ?? []), { words, id }]);
  }
  if (digitMayFollow) for (const spelling of zh) beforeDigit.add(spelling);
}
for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);

/** The keyword that a word spells by itself. */
export function keywordSpelled(word: string): KeywordId | undefined {
  return single.get(word);
}

/** What a word at an offset turns out to be. `keyword` is undefined for an identifier. */
export interface Word {
  readonly end: number;
  readonly keyword: KeywordId | undefined;
}

function match(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0];
}

/** Reads the word at an offset: the longest phrase, else a keyword, else an identifier. */
export function readWord(text: string, offset: number): Word | undefined {
  const word = match(IDENTIFIER, text, offset);
  if (word === undefined) return undefined;
  for (const phrase of phrases.get(word) ?? []) {
    const end = endOfPhrase(phrase.words, text, offset + word.length);
    if (end !== undefined) return { end, keyword: phrase.id };
  }
  const keyword = single.get(word);
  if (keyword !== undefined) return { end: offset + word.length, keyword };
  const digit = word.search(DIGIT);
  const head = word.slice(0, digit);
  if (digit > 0 && beforeDigit.has(head)) {
    return { end: offset + head.length, keyword: single.get(head) };
  }
  return { end: offset + word.length, keyword: undefined };
}

function endOfPhrase(
  words: readonly string[],
  text: string,
  afterFirst: number,
): number | undefined {
  let end = afterFirst;
  for (const word of words.slice(1)) {
    const space = match(WHITE_SPACE, text, end);
    if (space === undefined) return undefined;
    if (match(IDENTIFIER, text, end + space.length) !== word) return undefined;
    end += space.length + word.length;
  }
  return end;
}

/** True when a name can be written without quotes and still be read as one name everywhere. */
export function canStandBare(name: string): boolean {
  const word = readWord(name, 0);
  return word?.end === name.length && word.keyword === undefined;
}

/** True when the word begins some phrase keyword, so that the words after it could change it. */
export function beginsPhrase(word: string): boolean {
  return phrases.has(word);
}
