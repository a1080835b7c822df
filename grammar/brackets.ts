// Which bracket closes which, seen from afar: found before parsing, so that what cannot be read can
// be skipped as a whole and a missing brace be told from one too many.
import type { IToken, TokenType } from 'chevrotain';
import { isUnterminated } from './lexer.ts';
import { symbolTokens as S } from './tokens.ts';

const PAIRS: ReadonlyMap<TokenType, TokenType> = new Map([
  [S.LeftBrace, S.RightBrace],
  [S.LeftBracket, S.RightBracket],
  [S.LeftParenthesis, S.RightParenthesis],
]);

export const OPENING: ReadonlySet<TokenType> = new Set(PAIRS.keys());
export const CLOSING: ReadonlySet<TokenType> = new Set(PAIRS.values());

/** The braces of a text, counted. */
export interface BraceCount {
  /** Opening braces without a closing one; less than 0: closing braces too many. */
  readonly missing: number;
  /** How many of the missing ones stand inside a text or name that never ended. */
  readonly swallowed: number;
}

export function countBraces(tokens: readonly IToken[]): BraceCount {
  let missing = 0;
  let swallowed = 0;
  for (const token of tokens) {
    if (token.tokenType === S.LeftBrace) missing++;
    else if (token.tokenType === S.RightBrace) missing--;
    else if (isUnterminated(token)) {
      swallowed += token.image.match(/[}｝]/g)?.length ?? 0;
      swallowed -= token.image.match(/[{｛]/g)?.length ?? 0;
    }
  }
  return { missing, swallowed: Math.max(0, Math.min(swallowed, missing)) };
}

/**
 * The closing partner of each opening bracket that has one. A brace closes over brackets left open
 * inside it; a bracket never closes over a brace.
 */
export function partnersOf(tokens: readonly IToken[]): ReadonlyMap<IToken, IToken> {
  const partners = new Map<IToken, IToken>();
  const open: IToken[] = [];
  for (const token of tokens) {
    if (OPENING.has(token.tokenType)) open.push(token);
    if (!CLOSING.has(token.tokenType)) continue;
    for (let opening = open.pop(); opening !== undefined; opening = open.pop()) {
      if (PAIRS.get(opening.tokenType) === token.tokenType) {
        partners.set(opening, token);
        break;
      }
      if (opening.tokenType === S.LeftBrace) {
        open.push(opening);
        break;
      }
    }
  }
  return partners;
}
