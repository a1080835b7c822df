// What a token may be, whatever stands around it: a name, an operator, the beginning of a statement.
import type { IToken, TokenType } from 'chevrotain';
import { keywords } from './keywords.ts';
import type { KeywordRole } from './keywords.ts';
import {
  Identifier,
  NameWord,
  QuotedName,
  keywordOf,
  keywordTokens as K,
  symbolTokens as S,
} from './tokens.ts';

export const comparisonOperators: readonly TokenType[] = [
  S.Equals,
  S.NotEqual,
  S.Less,
  S.LessOrEqual,
  S.Greater,
  S.GreaterOrEqual,
];

export const aggregateTokens: readonly TokenType[] = [
  K.SumOf,
  K.MeanOf,
  K.MinOf,
  K.MaxOf,
  K.CountOf,
  K.AllOf,
  K.AnyOf,
  K.MedianOf,
  K.ProductOf,
  K.VarianceOf,
  K.QuantileOf,
  K.RankOf,
];

const STATEMENT_ROLES: ReadonlySet<KeywordRole> = new Set(['statement', 'modifier']);
const CLAUSES_THAT_BEGIN_STATEMENTS: ReadonlySet<TokenType> = new Set([
  K.AtLeast,
  K.AtMost,
  K.Uncapped,
  K.RoundedTo,
  K.When,
  K.TiersOf,
  K.InterpolateOf,
]);
/** The role of a keyword token; undefined for anything else. */
export function roleOf(token: IToken): KeywordRole | undefined {
  const id = keywordOf(token);
  return id && keywords[id].role;
}

/** A keyword that begins a statement and does nothing else. */
export function isStatementKeyword(token: IToken): boolean {
  const role = roleOf(token);
  return role !== undefined && STATEMENT_ROLES.has(role) && token.tokenType !== K.Ruleset;
}

/** Anything that may begin a statement, clauses such as `at most` included. */
export function beginsStatement(token: IToken): boolean {
  return isStatementKeyword(token) || CLAUSES_THAT_BEGIN_STATEMENTS.has(token.tokenType);
}

export function isNameWord(token: IToken): boolean {
  const type = token.tokenType;
  if (type === Identifier || type === QuotedName) return true;
  return (type.CATEGORIES?.includes(NameWord) ?? false) && !/\s/.test(token.image);
}

export function isPlainName(token: IToken): boolean {
  return token.tokenType === Identifier || token.tokenType === QuotedName;
}

export function onSameLine(a: IToken, b: IToken): boolean {
  return a.startLine === b.startLine;
}
