// How the formatter spells one token: punctuation in ASCII, digits half-width, names with quotes only
// where they need them, keywords in the language asked for.
import type { IToken } from 'chevrotain';
import { keywords } from '../../grammar/keywords.ts';
import type { KeywordId } from '../../grammar/keywords.ts';
import {
  asciiDigits,
  meaningOfQuotedName,
  meaningOfText,
  quoteName,
  spellText,
} from '../../grammar/literals.ts';
import { symbols } from '../../grammar/symbols.ts';
import {
  DateLiteral,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  keywordOf,
  symbolOf,
} from '../../grammar/tokens.ts';
import { WHITE_SPACE, beginsPhrase, canStandBare, readWord } from '../../grammar/words.ts';

const WHITE_SPACES = new RegExp(WHITE_SPACE.source, 'gu');

/** Which spelling keywords get: one language's, or the one each is written in. */
export type KeywordSetting = 'en' | 'zh' | 'keep';

/** What the functions of the language are called in either, by each of their names. */
export type FunctionWords = ReadonlyMap<string, { readonly en: string; readonly zh: string }>;

/** A token, the one before it, and what the tree says it is used as. */
export interface UsedToken {
  readonly token: IToken;
  readonly before: IToken | undefined;
  readonly use: 'name' | 'unit' | 'word';
}

/** The token as it is to be written, its neighbours not considered. */
export function spell(used: UsedToken, setting: KeywordSetting): string {
  const { token } = used;
  const keyword = keywordOf(token);
  if (keyword !== undefined && used.use !== 'name') return spellKeyword(keyword, used, setting);
  const symbol = symbolOf(token);
  if (symbol !== undefined) return symbols[symbol][0];
  switch (token.tokenType) {
    case NumberLiteral:
    case DateLiteral:
      return asciiDigits(token.image);
    case TextLiteral:
      return spellText(meaningOfText(token.image));
    case QuotedName:
      return spellName(meaningOfQuotedName(token.image));
    default:
      return token.image;
  }
}

/** A name, in quotes if it would not be read as one name without. */
export function spellName(name: string): string {
  return canStandBare(name) ? name : quoteName(name);
}

function spellKeyword(id: KeywordId, used: UsedToken, setting: KeywordSetting): string {
  const written = used.token.image.replace(WHITE_SPACES, ' ');
  if (setting === 'keep') return written;
  if (id === 'Points') return spellPoints(used, setting);
  const spellings: readonly string[] = keywords[id][setting];
  return spellings.includes(written) ? written : keywords[id][setting][0];
}

/** `1 point` (1 分), `2 points`, and as a word of its own `points A = 3` (分值 A = 3). */
function spellPoints({ before, use }: UsedToken, setting: 'en' | 'zh'): string {
  if (setting === 'zh') return use === 'unit' ? '分' : '分值';
  const isOne = before !== undefined && asciiDigits(before.image) === '1';
  return use === 'unit' && isOne ? 'point' : 'points';
}

/**
 * The spelling of a token before others: a word that would run together with them into a phrase
 * keyword is kept apart, a name by quotes and a keyword by its other language.
 */
export function spellBefore(used: UsedToken, following: string, setting: KeywordSetting): string {
  const spelling = spell(used, setting);
  if (!runsTogether(spelling, following)) return spelling;
  const keyword = used.use === 'name' ? undefined : keywordOf(used.token);
  if (keyword === undefined) return quoteName(spelling);
  const { image } = used.token;
  if (!runsTogether(image, following)) return image;
  // Written in this language too, it was kept apart by what follows.
  return keywords[keyword][setting === 'zh' ? 'en' : 'zh'][0];
}

function runsTogether(spelling: string, following: string): boolean {
  if (!beginsPhrase(spelling)) return false;
  const word = readWord(`${spelling} ${following}`, 0);
  return word !== undefined && word.end > spelling.length;
}
