// What stands between two tokens on one line, and before which tokens a line may break.
import type { IToken, TokenType } from 'chevrotain';
import {
  DateLiteral,
  Identifier,
  NumberLiteral,
  QuotedName,
  TextLiteral,
  keywordTokens as K,
  symbolTokens as S,
} from '../../grammar/tokens.ts';

/** A token with all that the formatter knows of it. */
export interface PrintToken {
  readonly token: IToken;
  readonly spelling: string;
  /** How wide it counts, whichever language it is spelled in. */
  readonly width: number;
  readonly use: 'name' | 'unit' | 'word';
  readonly isCallee: boolean;
  /** A minus that belongs to what follows it alone. */
  readonly isSign: boolean;
}

const NO_SPACE_BEFORE: ReadonlySet<TokenType> = new Set([
  S.Comma,
  S.Semicolon,
  S.RightParenthesis,
  S.RightBracket,
  S.PercentSign,
  S.PerMilleSign,
  S.Dot,
  S.Ellipsis,
]);
const NO_SPACE_AFTER: ReadonlySet<TokenType> = new Set([
  S.LeftParenthesis,
  S.LeftBracket,
  S.Dot,
  S.Ellipsis,
]);
const NO_BREAK_BEFORE: ReadonlySet<TokenType> = new Set([
  ...NO_SPACE_BEFORE,
  S.LeftBrace,
  S.Colon,
  S.Equals,
]);
const ENDS_OPERAND: ReadonlySet<TokenType> = new Set([
  Identifier,
  QuotedName,
  NumberLiteral,
  DateLiteral,
  TextLiteral,
  S.PercentSign,
  S.PerMilleSign,
  S.RightParenthesis,
  S.RightBracket,
  S.RightBrace,
  K.Yes,
  K.No,
  K.FullPoints,
  K.Each,
  K.Standing,
  K.TotalScore,
  K.TotalGrade,
  K.ScoresOfParts,
  K.RatesOfParts,
]);

/** After this token an operand is complete, so that a minus subtracts and `[` takes an entry. */
export function endsOperand(token: IToken, use: PrintToken['use']): boolean {
  return use !== 'word' || ENDS_OPERAND.has(token.tokenType);
}

/** The space between two neighbours on one line. */
export function gap(left: PrintToken, right: PrintToken): '' | ' ' {
  const [before, after] = [left.token.tokenType, right.token.tokenType];
  if (NO_SPACE_BEFORE.has(after) || NO_SPACE_AFTER.has(before) || left.isSign) return '';
  if (before === S.LeftBrace && after === S.RightBrace) return '';
  if (after === S.LeftParenthesis && left.isCallee) return '';
  if (after === S.LeftBracket && endsOperand(left.token, left.use)) return '';
  return ' ';
}

/** Whether a line that the writer broke between two neighbours may stay broken. */
export function mayBreak(left: PrintToken, right: PrintToken): boolean {
  if (NO_BREAK_BEFORE.has(right.token.tokenType) || right.use === 'unit') return false;
  return gap(left, right) === ' ';
}
