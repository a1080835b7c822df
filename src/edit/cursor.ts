// A place in a text → the word that is being written there and the tokens before it, also where the
// text is broken. Completion starts from here.
import type { IToken } from 'chevrotain';
import { isUnterminated, lex } from '../../grammar/lexer.ts';
import { NumberLiteral, QuotedName, TextLiteral, endOf, keywordOf } from '../../grammar/tokens.ts';
import { isNameWord } from '../../grammar/token-roles.ts';
import type { Source } from '../text/source.ts';

export interface Cursor {
  readonly where: 'code' | 'comment' | 'text';
  /** What is being written, from its start to its end; empty where no word is. */
  readonly start: number;
  readonly end: number;
  /** The tokens that end before it. */
  readonly before: readonly IToken[];
  /** It stands directly behind a number, where only a unit can follow. */
  readonly behindNumber: boolean;
}

/** What stands at an offset. */
export function cursorAt({ text }: Source, offset: number): Cursor {
  const { tokens, comments } = lex(text);
  const isLineComment = (start: number) => text.slice(start, start + 2) !== '/*';
  const commented = comments.some(
    ({ start, end }) =>
      start < offset && (offset < end || (offset === end && isLineComment(start))),
  );
  const at = tokens.find((token) => token.startOffset < offset && offset <= endOf(token));
  const none = { start: offset, end: offset, behindNumber: false } as const;
  const before = tokens.filter((token) => endOf(token) <= offset);
  if (commented) return { where: 'comment', ...none, before };
  if (at?.tokenType === TextLiteral && (offset < endOf(at) || isUnterminated(at)))
    return { where: 'text', start: at.startOffset, end: endOf(at), behindNumber: false, before };
  if (at && isWord(at)) {
    const words = tokens.filter((token) => endOf(token) <= at.startOffset);
    const { startOffset: start } = at;
    return { where: 'code', start, end: endOf(at), before: words, behindNumber: false };
  }
  const behindNumber = at?.tokenType === NumberLiteral && endOf(at) === offset;
  return { where: 'code', ...none, before, behindNumber };
}

function isWord(token: IToken): boolean {
  return token.tokenType === QuotedName || isNameWord(token) || keywordOf(token) !== undefined;
}
