// Text to tokens in one pass. Every character ends up in a token, a comment, white space or a
// problem; nothing is thrown, and a malformed literal is still a token, so that the parser can go on.
import { createTokenInstance } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import type { Literal } from './literals.ts';
import { readDate, readNumber, readQuotedName, readText } from './literals.ts';
import type { Place, Problem } from './problems.ts';
import { foreignOperators, symbolEntries } from './symbols.ts';
import {
  DateLiteral,
  Identifier,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  endOf,
  keywordTokens,
  symbolTokens,
} from './tokens.ts';
import { joinThousands } from './thousands.ts';
import { WHITE_SPACE, readWord } from './words.ts';

/** A text as tokens. Each token knows its line and column; comments are kept apart, in order. */
export interface LexedText {
  readonly tokens: IToken[];
  readonly comments: readonly Place[];
  readonly problems: readonly Problem[];
}

/** What the lexer had to pass over, noted on the token at fault and on the token after it. */
interface Damage {
  readonly unterminated: boolean;
  readonly afterStray: boolean;
}

/** True for a token whose literal never ended: what follows it cannot be judged. */
export function isUnterminated(token: IToken): boolean {
  return (token.payload as Damage | undefined)?.unterminated ?? false;
}

/** True for a token before which something unreadable stood that has been reported already. */
export function isAfterStray(token: IToken): boolean {
  return (token.payload as Damage | undefined)?.afterStray ?? false;
}

const LINE_COMMENT = /[/／]{2}[^\r\n\u2028\u2029]*/y;
const BLOCK_COMMENT = /\/\*[^]*?(?:\*\/|$)/y;
const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;
const LONGEST_SYMBOL = 3;

const symbolTypes = new Map<string, TokenType>();
for (const [id, spellings] of symbolEntries) {
  for (const spelling of spellings) symbolTypes.set(spelling, symbolTokens[id]);
}

const foreign = new Map(
  Object.entries(foreignOperators).map(([written, { means, write }]) => {
    const type = means in keywordTokens ? keywordTokens[means as 'And'] : symbolTokens[means as 'Equals'];
    return [written, { type, write }] as const;
  }),
);

const literals: readonly (readonly [TokenType, (text: string, at: number) => Literal | undefined])[] = [
  [DateLiteral, readDate],
  [NumberLiteral, readNumber],
  [TextLiteral, readText],
  [QuotedName, readQuotedName],
];

/** Splits any text whatever into tokens, comments and problems. */
export function lex(text: string): LexedText {
  const tokens: IToken[] = [];
  const comments: Place[] = [];
  const problems: Problem[] = [];
  let offset = 0;
  let line = 1;
  let lineStart = 0;
  let afterStray = false;

  const countLines = (end: number) => {
    for (const match of text.slice(offset, end).matchAll(LINE_END)) {
      line++;
      lineStart = offset + match.index + match[0].length;
    }
  };
  const push = (type: TokenType, end: number, unterminated = false) => {
    const image = text.slice(offset, end);
    const column = offset - lineStart + 1;
    const token = createTokenInstance(type, image, offset, end - 1, line, line, column, column + image.length - 1);
    if (unterminated || afterStray) token.payload = { unterminated, afterStray } satisfies Damage;
    afterStray = false;
    tokens.push(token);
    countLines(end);
    offset = end;
  };
  const skip = (end: number) => {
    countLines(end);
    offset = end;
  };
  const matchEnd = (pattern: RegExp): number | undefined => {
    pattern.lastIndex = offset;
    return pattern.test(text) ? pattern.lastIndex : undefined;
  };
  const readLiteral = (): boolean => {
    for (const [type, read] of literals) {
      const literal = read(text, offset);
      if (literal === undefined) continue;
      if (literal.problem !== undefined) problems.push(literal.problem);
      push(type, literal.end, literal.problem?.kind.startsWith('unterminated'));
      return true;
    }
    return false;
  };
  const readComment = (): boolean => {
    const start = offset;
    const end = matchEnd(LINE_COMMENT) ?? matchEnd(BLOCK_COMMENT);
    if (end === undefined) return false;
    const image = text.slice(start, end);
    comments.push({ start, end });
    if (image.startsWith('/*') && !/^\/\*[^]*\*\/$/.test(image)) {
      problems.push({ kind: 'unterminated-comment', start, end: start + 2 });
    }
    skip(end);
    return true;
  };
  const readSymbol = (): boolean => {
    for (let length = LONGEST_SYMBOL; length > 0; length--) {
      const written = text.slice(offset, offset + length);
      const other = foreign.get(written);
      const type = symbolTypes.get(written) ?? other?.type;
      if (type === undefined || written.length < length) continue;
      const end = offset + length;
      if (other !== undefined) {
        problems.push({ kind: 'foreign-operator', start: offset, end, written, meant: other.write });
      }
      push(type, end);
      return true;
    }
    return false;
  };
  const readPointWithoutDigit = (): boolean => {
    const last = tokens.at(-1);
    if (!/^[.．][0-9０-９]/.test(text.slice(offset, offset + 2))) return false;
    if (last !== undefined && endOf(last) === offset) return false;
    const number = readNumber(text, offset + 1);
    if (number === undefined) return false;
    const written = text.slice(offset, number.end);
    const meant = number.problem === undefined ? `0${written}` : undefined;
    problems.push({ kind: 'number-format', start: offset, end: number.end, written, meant });
    push(NumberLiteral, number.end);
    return true;
  };
  const readStray = () => {
    const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
    const end = offset + character.length;
    const last = problems.at(-1);
    if (last?.kind === 'unexpected-character' && last.end === offset) {
      problems[problems.length - 1] = { ...last, end, text: text.slice(last.start, end).slice(0, 24) };
    } else {
      problems.push({ kind: 'unexpected-character', start: offset, end, text: character });
    }
    afterStray = true;
    skip(end);
  };

  while (offset < text.length) {
    const space = matchEnd(WHITE_SPACE);
    if (space !== undefined) {
      skip(space);
      continue;
    }
    if (readComment() || readLiteral()) continue;
    const word = readWord(text, offset);
    if (word !== undefined) {
      push(word.keyword === undefined ? Identifier : keywordTokens[word.keyword], word.end);
      continue;
    }
    if (readPointWithoutDigit() || readSymbol()) continue;
    readStray();
  }
  return { tokens: joinThousands(tokens, problems), comments, problems };
}
