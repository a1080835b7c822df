// `1,234` as people write it in prose: one number with a separator, not two. Joins the tokens and
// reports it, except where a comma between numbers is a list: in parentheses after a name, in
// brackets, after `in {`, and at the head of a row (`100,200 : 3`).
import { createTokenInstance } from 'chevrotain';
import type { IToken } from 'chevrotain';
import type { Problem } from './problems.ts';
import { asciiDigits } from './literals.ts';
import { NameWord, NumberLiteral, endOf, keywordTokens, symbolTokens } from './tokens.ts';

/** The tokens with every run of thousands made one number token; problems are added to. */
export function joinThousands(tokens: IToken[], problems: Problem[]): IToken[] {
  const joined: IToken[] = [];
  const inList: boolean[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token === undefined) break;
    const type = token.tokenType;
    const length = inList.at(-1) === true ? 0 : runLength(tokens, at);
    if (length > 0) {
      joined.push(join(tokens.slice(at, at + length), problems));
      at += length - 1;
      continue;
    }
    if (type === symbolTokens.LeftParenthesis) inList.push(isName(joined.at(-1)));
    else if (type === symbolTokens.LeftBracket) inList.push(true);
    else if (type === symbolTokens.LeftBrace) {
      inList.push(joined.at(-1)?.tokenType === keywordTokens.In);
    } else if (CLOSING.has(type)) inList.pop();
    joined.push(token);
  }
  return joined;
}

const CLOSING = new Set([
  symbolTokens.RightParenthesis,
  symbolTokens.RightBracket,
  symbolTokens.RightBrace,
]);

function isName(token: IToken | undefined): boolean {
  return token?.tokenType.CATEGORIES?.includes(NameWord) ?? false;
}

/** How many tokens from `at` make one number with separators; 0 when they do not. */
function runLength(tokens: readonly IToken[], at: number): number {
  const first = tokens[at];
  if (first?.tokenType !== NumberLiteral || !/^[0-9０-９]{1,3}$/.test(first.image)) return 0;
  let length = 1;
  for (;;) {
    const comma = tokens[at + length];
    const next = tokens[at + length + 1];
    const before = tokens[at + length - 1];
    if (comma?.tokenType !== symbolTokens.Comma || comma.image === '、') break;
    if (before === undefined || endOf(before) !== comma.startOffset) break;
    if (next?.tokenType !== NumberLiteral || endOf(comma) !== next.startOffset) break;
    if (!/^[0-9０-９]{3}(?:[.．]|$)/.test(next.image)) break;
    length += 2;
    if (next.image.length > 3) break;
  }
  const after = tokens[at + length]?.tokenType;
  const head = after === symbolTokens.Colon || after === symbolTokens.Comma;
  return length === 1 || head ? 0 : length;
}

function join(run: readonly IToken[], problems: Problem[]): IToken {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined)
    throw new Error('a run has a first and a last token');
  const written = run.map((token) => token.image).join('');
  const [start, end] = [first.startOffset, endOf(last)];
  const meant = asciiDigits(written).replace(/[,，]/g, '');
  problems.push({ kind: 'thousands-separator', start, end, written, meant });
  const line = first.startLine ?? 1;
  const column = first.startColumn ?? 1;
  const [endLine, endColumn] = [line, column + written.length - 1];
  return createTokenInstance(
    NumberLiteral,
    written,
    start,
    end - 1,
    line,
    endLine,
    column,
    endColumn,
  );
}
