// Numbers, dates, texts and quoted names: where each ends, and what it means. Reading never fails:
// a malformed literal is still one token, and a problem says what is wrong with it.
import type { Problem } from './problems.ts';

/** A literal's end (exclusive) and what is wrong with it. */
export interface Literal {
  readonly end: number;
  readonly problem: Problem | undefined;
}

const NUMBER = /[0-9０-９]+(?:[.．][0-9０-９]+)*/y;
const TRAILING_DOT = /[.．](?![.．…])/y;
const GROUPED = /(?:[_'’][0-9０-９]+)+(?:[.．][0-9０-９]+)?/y;
const EXPONENT = /[eE][+-]?[0-9]+(?!\p{ID_Continue})/uy;
const DATE =
  /[0-9０-９]{4}(?:[-－][0-9０-９]{1,2}[-－][0-9０-９]{1,2}(?![0-9０-９.．])|年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)/y;
const CORNER_QUOTED = /[^」\r\n\u2028\u2029]*」/y;
const BACK_QUOTED = /[^`\r\n\u2028\u2029]*`/y;
const LINE_END = /[\r\n\u2028\u2029]/g;

function matchEnd(pattern: RegExp, text: string, offset: number): number | undefined {
  pattern.lastIndex = offset;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Full-width digits, points and signs as ASCII. */
export function asciiDigits(written: string): string {
  return written.replace(/[０-９．－]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) - 0xfee0),
  );
}

/** Reads `2023-12-31` or `2023年12月31日`; whether there is such a day is for others to say. */
export function readDate(text: string, start: number): Literal | undefined {
  const end = matchEnd(DATE, text, start);
  return end === undefined ? undefined : { end, problem: undefined };
}

/** Reads a number: digits with at most one point between digits. */
export function readNumber(text: string, start: number): Literal | undefined {
  const end = matchEnd(NUMBER, text, start);
  if (end === undefined) return undefined;
  const malformed = (to: number, meant: string | undefined): Literal => {
    const written = text.slice(start, to);
    return { end: to, problem: { kind: 'number-format', start, end: to, written, meant } };
  };
  const digits = asciiDigits(text.slice(start, end));
  const grouped = matchEnd(GROUPED, text, end);
  if (grouped !== undefined) {
    return malformed(grouped, asciiDigits(text.slice(start, grouped)).replace(/[_'’]/g, ''));
  }
  const exponent = matchEnd(EXPONENT, text, end);
  if (exponent !== undefined) return malformed(exponent, undefined);
  if (digits.indexOf('.') !== digits.lastIndexOf('.')) return malformed(end, undefined);
  const dot = matchEnd(TRAILING_DOT, text, end);
  if (dot !== undefined) return malformed(dot, digits);
  return { end, problem: undefined };
}

/** The end of the line on which an offset stands, white space before it not counted. */
function endOfLine(text: string, offset: number): number {
  LINE_END.lastIndex = offset;
  const line = text.slice(offset, LINE_END.exec(text)?.index ?? text.length);
  return offset + line.trimEnd().length;
}

const TEXT_QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['＂', '＂'],
]);

const NAME_QUOTES: ReadonlyMap<string, string> = new Map([
  ['「', '」'],
  ['`', '`'],
]);

/** Reads `"…"` or `“…”` to its end on the same line; quotes may nest only in the Chinese form. */
export function readText(text: string, start: number): Literal | undefined {
  const opening = text.charAt(start);
  const closing = TEXT_QUOTES.get(opening);
  if (closing === undefined) return undefined;
  let escape: Problem | undefined;
  let depth = 0;
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (/[\r\n\u2028\u2029]/.test(character)) break;
    if (character === '\\') {
      const pair = text.slice(at, at + 2);
      if (!ESCAPES.has(pair)) {
        escape ??= { kind: 'unknown-escape', start: at, end: at + 1, escape: pair.trimEnd() };
      } else at++;
    } else if (character === closing && depth === 0) return { end: at + 1, problem: escape };
    else if (character === closing) depth--;
    else if (character === opening) depth++;
  }
  const end = endOfLine(text, start);
  return { end, problem: { kind: 'unterminated-text', start, end, opening, closing } };
}

/** Reads `「…」` or `` `…` `` to its end on the same line; nothing inside is special. */
export function readQuotedName(text: string, start: number): Literal | undefined {
  const opening = text.charAt(start);
  const closing = NAME_QUOTES.get(opening);
  if (closing === undefined) return undefined;
  const close = matchEnd(closing === '」' ? CORNER_QUOTED : BACK_QUOTED, text, start + 1);
  if (close === undefined) {
    const end = endOfLine(text, start);
    return { end, problem: { kind: 'unterminated-name', start, end, opening, closing } };
  }
  const empty = text.slice(start + 1, close - 1).trim() === '';
  return { end: close, problem: empty ? { kind: 'empty-name', start, end: close } : undefined };
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\"', '"'],
  ['\\\\', '\\'],
  ['\\n', '\n'],
  ['\\“', '“'],
  ['\\”', '”'],
]);

/** What a text token means: quotes off, escapes resolved. */
export function meaningOfText(image: string): string {
  return withoutQuotes(image, TEXT_QUOTES).replace(/\\./gu, (pair) => ESCAPES.get(pair) ?? pair);
}

/** How a text is written by the formatter. */
export function spellText(meaning: string): string {
  const escaped = meaning.replace(/[\\"\n]/g, (character) =>
    character === '\n' ? '\\n' : `\\${character}`,
  );
  return `"${escaped}"`;
}

/** What a quoted name means. */
export function meaningOfQuotedName(image: string): string {
  // A name that was written as a text has been reported and is read all the same.
  return /^[“"＂]/.test(image) ? meaningOfText(image) : withoutQuotes(image, NAME_QUOTES);
}

/** How a name that needs quotes is written by the formatter. */
export function quoteName(meaning: string): string {
  return meaning.includes('」') ? `\`${meaning}\`` : `「${meaning}」`;
}

function withoutQuotes(image: string, quotes: ReadonlyMap<string, string>): string {
  const closing = quotes.get(image.charAt(0));
  const closed = image.length > 1 && closing !== undefined && image.endsWith(closing);
  return image.slice(1, closed ? -1 : undefined);
}
