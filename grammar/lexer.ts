// Text to tokens in one pass. Every character ends up in a token, a comment, white space or a
// problem; nothing is thrown, and a malformed literal is still a token, so that the parser can go on.
import { createTokenInstance } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import type { Literal } from './literals.ts';
import { asciiDigits, readDate, readNumber, readQuotedName, readText } from './literals.ts';
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
import { mistakenMark, mistakenWord } from './mistaken-marks.ts';
import type { Meant } from './mistaken-marks.ts';
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
const COMMENT_STARTS: ReadonlySet<string> = new Set('/／');
const LINE_END = /\r\n|[\r\n\u2028\u2029]/g;
const LITERAL_START = /[0-9０-９"“＂「`]/;
const LONGEST_SYMBOL = 3;
/** How much of a run of unreadable characters a message may show. */
const STRAY_SHOWN = 24;

const symbolTypes = new Map<string, TokenType>();
for (const [id, spellings] of symbolEntries) {
  for (const spelling of spellings) symbolTypes.set(spelling, symbolTokens[id]);
}

const foreign = new Map(
  Object.entries(foreignOperators).map(([written, { means, write }]) => {
    const type =
      means in keywordTokens ? keywordTokens[means as 'And'] : symbolTokens[means as 'Equals'];
    return [written, { type, write }] as const;
  }),
);

const literals: readonly (readonly [
  TokenType,
  (text: string, at: number) => Literal | undefined,
])[] = [
  [DateLiteral, readDate],
  [NumberLiteral, readNumber],
  [TextLiteral, readText],
  [QuotedName, readQuotedName],
];

/** Splits any text whatever into tokens, comments and problems. */
export function lex(text: string): LexedText {
  const reader: Reader = {
    text,
    offset: 0,
    tokens: [],
    comments: [],
    problems: [],
    lineStarts: [0, ...Array.from(text.matchAll(LINE_END), (end) => end.index + end[0].length)],
    line: 1,
    isAfterStray: false,
  };
  while (reader.offset < text.length) readNext(reader);
  const { comments, problems } = reader;
  return { tokens: joinThousands(reader.tokens, problems), comments, problems };
}

interface Reader {
  readonly text: string;
  readonly tokens: IToken[];
  readonly comments: Place[];
  readonly problems: Problem[];
  readonly lineStarts: readonly number[];
  offset: number;
  line: number;
  isAfterStray: boolean;
}

function readNext(reader: Reader): void {
  const space = matchEnd(reader, WHITE_SPACE);
  if (space !== undefined) reader.offset = space;
  else if (!readComment(reader) && !readLiteral(reader) && !readKeywordOrName(reader)) {
    if (!readPointWithoutDigit(reader) && !readSymbol(reader)) readStray(reader);
  }
}

function matchEnd({ text, offset }: Reader, pattern: RegExp): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function push(reader: Reader, type: TokenType, end: number, unterminated = false): void {
  const { offset, lineStarts, isAfterStray: afterStray } = reader;
  while ((lineStarts[reader.line] ?? Infinity) <= offset) reader.line++;
  const { line } = reader;
  const column = offset - (lineStarts[line - 1] ?? 0) + 1;
  const image = reader.text.slice(offset, end);
  const token = createTokenInstance(type, image, offset, end - 1, line, line, column, column);
  if (unterminated || afterStray) token.payload = { unterminated, afterStray } satisfies Damage;
  reader.tokens.push(token);
  reader.isAfterStray = false;
  reader.offset = end;
}

function readComment(reader: Reader): boolean {
  const start = reader.offset;
  if (!COMMENT_STARTS.has(reader.text.charAt(start))) return false;
  const end = matchEnd(reader, LINE_COMMENT) ?? matchEnd(reader, BLOCK_COMMENT);
  if (end === undefined) return false;
  const image = reader.text.slice(start, end);
  reader.comments.push({ start, end });
  if (image.startsWith('/*') && (image.length < 4 || !image.endsWith('*/'))) {
    reader.problems.push({ kind: 'unterminated-comment', start, end: start + 2 });
  }
  reader.offset = end;
  return true;
}

function readLiteral(reader: Reader): boolean {
  const { text, offset, problems } = reader;
  if (!LITERAL_START.test(text.charAt(offset))) return false;
  for (const [type, read] of literals) {
    const literal = read(text, offset);
    if (literal === undefined) continue;
    if (literal.problem !== undefined) problems.push(literal.problem);
    push(reader, type, literal.end, literal.problem?.kind.startsWith('unterminated'));
    return true;
  }
  return false;
}

function readKeywordOrName(reader: Reader): boolean {
  const meant = mistakenWord(reader.text, reader.offset, reader.tokens.at(-1));
  if (meant) {
    pushMeant(reader, meant);
    return true;
  }
  const word = readWord(reader.text, reader.offset);
  if (word === undefined) return false;
  push(reader, word.keyword === undefined ? Identifier : keywordTokens[word.keyword], word.end);
  return true;
}

/** `.5`, which wants a digit in front, unless the point belongs to a name before it. */
function readPointWithoutDigit(reader: Reader): boolean {
  const { text, offset, tokens } = reader;
  const last = tokens.at(-1);
  if (!/^[.．][0-9０-９]/.test(text.slice(offset, offset + 2))) return false;
  if (last !== undefined && endOf(last) === offset) return false;
  const number = readNumber(text, offset + 1);
  if (number === undefined) return false;
  const written = text.slice(offset, number.end);
  const meant = number.problem === undefined ? `0${asciiDigits(written)}` : undefined;
  reader.problems.push({ kind: 'number-format', start: offset, end: number.end, written, meant });
  push(reader, NumberLiteral, number.end);
  return true;
}

function readSymbol(reader: Reader): boolean {
  const { text, offset } = reader;
  for (let length = LONGEST_SYMBOL; length > 0; length--) {
    const written = text.slice(offset, offset + length);
    if (written.length < length) continue;
    const other = foreign.get(written);
    const meant = other ? { ...other, length } : mistakenMark(text, offset, written, reader.tokens);
    const type = symbolTypes.get(written);
    if (meant) pushMeant(reader, meant);
    else if (type) push(reader, type, offset + length);
    else continue;
    return true;
  }
  return false;
}

function pushMeant(reader: Reader, { type, length, write: meant }: Meant): void {
  const { text, offset: start, problems } = reader;
  const end = start + length;
  if (meant === '') problems.push({ kind: 'full-stop', start, end });
  else
    problems.push({ kind: 'foreign-operator', start, end, written: text.slice(start, end), meant });
  push(reader, type, end);
}

/** A character that means nothing; neighbours are reported together. */
function readStray(reader: Reader): void {
  const { text, offset, problems } = reader;
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const end = offset + character.length;
  const last = problems.at(-1);
  if (last?.kind === 'unexpected-character' && last.end === offset) {
    const run = text.slice(last.start, Math.min(end, last.start + STRAY_SHOWN));
    problems[problems.length - 1] = { ...last, end, text: run };
  } else {
    problems.push({ kind: 'unexpected-character', start: offset, end, text: character });
  }
  reader.isAfterStray = true;
  reader.offset = end;
}
