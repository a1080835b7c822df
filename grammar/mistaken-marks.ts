// Marks and words of written Chinese that stand where the language has a sign: what was meant, so that
// the lexer reads that and says how it is written.
import type { IToken, TokenType } from 'chevrotain';
import type { KeywordId } from './keywords.ts';
import type { SymbolId } from './symbols.ts';
import { Identifier, NumberLiteral, endOf, keywordTokens, symbolTokens } from './tokens.ts';

/** What was meant, and how it is written; nothing is written for a mark that is not needed. */
export interface Meant {
  readonly type: TokenType;
  readonly length: number;
  readonly write: string;
}

const FIGURE_ENDS: ReadonlySet<TokenType> = new Set([
  NumberLiteral,
  symbolTokens.PercentSign,
  symbolTokens.PerMilleSign,
  keywordTokens.Points,
  Identifier,
]);

const DIGIT_FOLLOWS = '(?=[ \\t\\u3000]*[0-9０-９])';

/** `大于等于 95%`, but not the name `大于5人的家数`: no letters may follow the figure, only a unit. */
const BEFORE_FIGURE =
  '(?=[ \\t\\u3000]*[0-9０-９][0-9０-９.．,，]*[ \\t\\u3000]*(?:[%％‰:：;；,，)）}｝\\s]|分[:：;；\\s]|[万亿]?元))';

const words: readonly (readonly [RegExp, SymbolId | KeywordId, string])[] = [
  [
    new RegExp(`(?:大于等于|大于或等于|不小于|不少于)${BEFORE_FIGURE}`, 'y'),
    'GreaterOrEqual',
    '>=',
  ],
  [new RegExp(`(?:小于等于|小于或等于|不大于|不多于)${BEFORE_FIGURE}`, 'y'), 'LessOrEqual', '<='],
  [new RegExp(`大于${BEFORE_FIGURE}`, 'y'), 'Greater', '>'],
  [new RegExp(`(?:小于|少于)${BEFORE_FIGURE}`, 'y'), 'Less', '<'],
  [new RegExp(`等于${BEFORE_FIGURE}`, 'y'), 'Equals', '='],
];

/** A phrase of one word, taken apart: `得分 保留到 0.01`. */
const phrases: readonly (readonly [RegExp, KeywordId, string])[] = [
  [new RegExp(`得分[ \\t\\u3000]+保留到${DIGIT_FOLLOWS}`, 'y'), 'ScoresRounded', '得分保留到'],
  [new RegExp(`总分[ \\t\\u3000]+保留到${DIGIT_FOLLOWS}`, 'y'), 'TotalRounded', '总分保留到'],
];
const STATEMENT_STARTS = /(?:^|[;；{｛])[ \t\u3000]*$/;

/** Behind a type, limits are words: `输入 数 ： 金额 万元 高于 0`. */
const LIMIT_WORDS: ReadonlyMap<string, readonly [KeywordId, string]> = new Map([
  ['>=', ['AtLeast', '不低于']],
  ['<=', ['AtMost', '不超过']],
  ['>', ['Above', '高于']],
  ['<', ['Below', '低于']],
]);
const INPUT_LINE = /^[ \t\u3000]*(?:输入|input)[ \t\u3000][^{｛]*[:：]/;

const TIMES_LETTER = /[XＸ✕✖](?=[ \t]*[0-9０-９(（])/y;

const BETWEEN_FIGURES = new RegExp(`至${DIGIT_FOLLOWS}`, 'y');
const RANGE_WORDS = /(?:^|[\s{｛])(?:自|from|应得|gives)[\s0-9０-９]/;

/** What the words above begin with. */
const MISTAKEN_WORDS: ReadonlySet<string> = new Set('大不小少等得总XＸ✕✖至');

/** A word in the place of a sign, or of another word. */
export function mistakenWord(
  text: string,
  offset: number,
  last: IToken | undefined,
): Meant | undefined {
  if (!MISTAKEN_WORDS.has(text.charAt(offset))) return undefined;
  for (const [pattern, id, write] of words) {
    const length = matchLength(pattern, text, offset);
    if (length === undefined) continue;
    const limit = INPUT_LINE.test(lineBefore(text, offset)) ? LIMIT_WORDS.get(write) : undefined;
    return limit
      ? { type: typeOf(limit[0]), length, write: limit[1] }
      : { type: typeOf(id), length, write };
  }
  for (const [pattern, id, write] of phrases) {
    const length = matchLength(pattern, text, offset);
    if (length !== undefined && STATEMENT_STARTS.test(lineBefore(text, offset)))
      return { type: typeOf(id), length, write };
  }
  const times = matchLength(TIMES_LETTER, text, offset);
  if (times !== undefined && isBehindOperand(text, offset, last))
    return { type: symbolTokens.Times, length: times, write: '*' };
  const length = matchLength(BETWEEN_FIGURES, text, offset);
  if (length === undefined || !isFigureBefore(text, offset, last)) return undefined;
  // `自 0% 至 100%` has a word of its own, `90% 至 95%` a sign.
  return RANGE_WORDS.test(lineBefore(text, offset))
    ? { type: keywordTokens.To, length, write: '到' }
    : { type: symbolTokens.Ellipsis, length, write: '..' };
}

/** What the marks below begin with. */
const MISTAKEN_MARKS: ReadonlySet<string> = new Set('】【。，,：:–—');

/** A mark of written Chinese in the place of another one: `当 x 。 1`, `5%–10%`, `总分 100 分。`. */
export function mistakenMark(
  text: string,
  offset: number,
  written: string,
  tokens: readonly IToken[],
): Meant | undefined {
  if (!MISTAKEN_MARKS.has(written.charAt(0))) return undefined;
  const last = tokens.at(-1);
  const { length } = written;
  const rest = /^[^\r\n]*/.exec(text.slice(offset + length))?.[0].trim() ?? '';
  if (written === '】' && isBraceOpen(tokens))
    return { type: symbolTokens.RightBrace, length, write: '}' };
  if (last === undefined || /[\r\n]/.test(text.slice(endOf(last), offset))) return undefined;
  if (written === '【' && rest === '' && FIGURE_ENDS.has(last.tokenType))
    return { type: symbolTokens.LeftBrace, length, write: '{' };
  if (written === '。' && /^$|^[}｝]|^[/／][/／*]/.test(rest))
    return { type: symbolTokens.Semicolon, length, write: '' };
  if (!/^[\p{L}\p{N}"“「(（-]/u.test(rest)) return undefined;
  if (written === '。') return { type: symbolTokens.Colon, length, write: ':' };
  // `当 率 >= 95%，得 10 分`
  const gives = /^[，,：:][ \t\u3000]*得[ \t\u3000]*(?=[0-9０-９]|满分)/.exec(
    text.slice(offset, offset + 20),
  );
  if (gives) return { type: symbolTokens.Colon, length: gives[0].length, write: ':' };
  const isRange = /^[–—]+$/.test(written) && FIGURE_ENDS.has(last.tokenType);
  return isRange && /^[0-9０-９]/.test(rest)
    ? { type: symbolTokens.Ellipsis, length, write: '..' }
    : undefined;
}

// Whether the innermost bracket that is open is one of these that was read as a brace.
function isBraceOpen(tokens: readonly IToken[]): boolean {
  let closed = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at];
    if (token === undefined) return false;
    if (token.tokenType === symbolTokens.RightBrace) closed++;
    else if (token.tokenType === symbolTokens.LeftBrace && closed-- === 0)
      return token.image === '【';
    else if (token.tokenType === symbolTokens.LeftBracket) return false;
  }
  return false;
}

function matchLength(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text)?.[0].length;
}

function typeOf(id: SymbolId | KeywordId): TokenType {
  return id in keywordTokens ? keywordTokens[id as KeywordId] : symbolTokens[id as SymbolId];
}

function isBehindOperand(text: string, offset: number, last: IToken | undefined): boolean {
  if (last === undefined || /[\r\n]/.test(text.slice(endOf(last), offset))) return false;
  return FIGURE_ENDS.has(last.tokenType) || last.tokenType === symbolTokens.RightParenthesis;
}

function isFigureBefore(text: string, offset: number, last: IToken | undefined): boolean {
  if (last === undefined || !FIGURE_ENDS.has(last.tokenType)) return false;
  return last.tokenType !== Identifier && /^[ \t\u3000]*$/.test(text.slice(endOf(last), offset));
}

function lineBefore(text: string, offset: number): string {
  return /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - 400), offset))?.[0] ?? '';
}
