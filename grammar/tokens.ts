// Chevrotain's token types, made from the keyword and symbol tables. They carry no patterns: words
// are looked up in a table (see lexer.ts), because Chevrotain's own lexer drops the regex flag `u`
// and would try two hundred patterns at every character.
import { Lexer, createToken } from 'chevrotain';
import type { IToken, TokenType } from 'chevrotain';
import { keywordEntries } from './keywords.ts';
import type { KeywordId } from './keywords.ts';
import { symbolEntries } from './symbols.ts';
import type { SymbolId } from './symbols.ts';

/** A word where a name may stand: an identifier, a quoted name, or any keyword that is not hard. */
export const NameWord = createToken({ name: 'NameWord', pattern: Lexer.NA });

export const Identifier = createToken({
  name: 'Identifier',
  pattern: Lexer.NA,
  categories: NameWord,
});

export const QuotedName = createToken({
  name: 'QuotedName',
  pattern: Lexer.NA,
  categories: NameWord,
});

export const NumberLiteral = createToken({ name: 'NumberLiteral', pattern: Lexer.NA });
export const DateLiteral = createToken({ name: 'DateLiteral', pattern: Lexer.NA });
export const TextLiteral = createToken({ name: 'TextLiteral', pattern: Lexer.NA });

/** The token type of each keyword. */
export const keywordTokens = Object.fromEntries(
  keywordEntries.map(([id, { hard }]) => [
    id,
    createToken({
      name: `${id}Keyword`,
      pattern: Lexer.NA,
      ...(hard ? {} : { categories: NameWord }),
    }),
  ]),
) as Record<KeywordId, TokenType>;

/** The token type of each symbol. */
export const symbolTokens = Object.fromEntries(
  symbolEntries.map(([id]) => [id, createToken({ name: id, pattern: Lexer.NA })]),
) as Record<SymbolId, TokenType>;

/** Every token type, as the parser wants them. */
export const allTokens: readonly TokenType[] = [
  NameWord,
  Identifier,
  QuotedName,
  NumberLiteral,
  DateLiteral,
  TextLiteral,
  ...Object.values(keywordTokens),
  ...Object.values(symbolTokens),
];

const keywordByType: ReadonlyMap<TokenType, KeywordId> = new Map(
  keywordEntries.map(([id]) => [keywordTokens[id], id]),
);

const symbolByType: ReadonlyMap<TokenType, SymbolId> = new Map(
  symbolEntries.map(([id]) => [symbolTokens[id], id]),
);

/** Which keyword a token is, if it is one. */
export function keywordOf(token: IToken): KeywordId | undefined {
  return keywordByType.get(token.tokenType);
}

/** Which symbol a token is, if it is one. */
export function symbolOf(token: IToken): SymbolId | undefined {
  return symbolByType.get(token.tokenType);
}

/** Where a token ends (exclusive). */
export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}
