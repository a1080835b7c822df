// The formatter: a file's tokens laid out anew, with comments in their places. It writes the tokens
// that were read, so it cannot change what a file says; the tree only tells it what each token is
// and where lines begin.
import type { IToken } from 'chevrotain';
import { partnersOf } from '../../grammar/brackets.ts';
import { lex } from '../../grammar/lexer.ts';
import { endOf, keywordOf, keywordTokens as K, symbolTokens as S } from '../../grammar/tokens.ts';
import type { Source } from '../text/source.ts';
import { layOut } from './print-layout.ts';
import type { LayoutToken } from './print-layout.ts';
import type { Mark, Marks } from './print-marks.ts';
import { marksOf } from './print-marks.ts';
import { endsOperand } from './print-spacing.ts';
import { widthOf } from './print-page.ts';
import type { FunctionWords, KeywordSetting, UsedToken } from './print-spelling.ts';
import { spell, spellBefore } from './print-spelling.ts';
import type { SyntaxFile } from './tree.ts';

export interface PrintSettings {
  readonly keywords: KeywordSetting;
  /** The functions of the language, by each of their spellings. */
  readonly functions?: FunctionWords;
}

/**
 * Formats a source whose tree is `file`. Only for files that parse without errors: what the parser
 * skipped has no place in the tree, and the layout of what is around it would be a guess.
 */
export function print(file: SyntaxFile, source: Source, settings: PrintSettings): string {
  const { tokens } = lex(source.text);
  const marks = marksOf(file);
  return layOut({
    source,
    tokens: layoutTokens(tokens, marks, settings),
    comments: file.comments,
    decisions: marks.decisions,
  });
}

function markOf(token: IToken, marks: Marks): Mark | undefined {
  // The last row of a decision or a tier table has no node of its own.
  if (token.tokenType === K.Otherwise) return 'row';
  return marks.begins.get(token.startOffset);
}

function layoutTokens(
  tokens: readonly IToken[],
  marks: Marks,
  { keywords: setting, functions = new Map() }: PrintSettings,
): readonly LayoutToken[] {
  const partners = partnersOf(tokens);
  const indexes = new Map(tokens.map((token, index) => [token, index]));
  const separators = structuralSeparators(tokens, marks);
  const useOf = (index: number): LayoutToken['use'] => {
    const at = tokens[index]?.startOffset ?? 0;
    return marks.units.has(at) ? 'unit' : marks.names.has(at) ? 'name' : 'word';
  };
  const used = tokens.map((token, index) => ({
    token,
    before: tokens[index - 1],
    use: useOf(index),
  }));
  const plain = used.map((token) => spell(token, setting));
  return used.map(({ token, before, use }, index): LayoutToken => {
    const partner = partners.get(token);
    const mark = markOf(token, marks);
    const following = plain.slice(index + 1, index + LONGEST_PHRASE).join(' ');
    const called = functions.get(marks.calls.get(token.startOffset) ?? '');
    const spelling =
      called && setting !== 'keep'
        ? called[setting]
        : spellBefore({ token, before, use }, following, setting);
    const subtracts = before !== undefined && endsOperand(before, useOf(index - 1));
    return {
      token,
      spelling,
      width: countedWidth({ token, before, use }, spelling),
      use,
      mark,
      isCallee: marks.callees.has(token.startOffset),
      isSign: token.tokenType === S.Minus && (mark !== undefined || !subtracts),
      beginsDecision: marks.decisions.get(token.startOffset)?.isStatement === false,
      isSeparator: separators.has(token),
      closedBy: partner && token.tokenType === S.LeftBrace ? indexes.get(partner) : undefined,
      opensBody: partner !== undefined && marks.bodyEnds.has(endOf(partner)),
    };
  });
}

/** No phrase keyword has more words than this. */
const LONGEST_PHRASE = 4;

/** The width of a token's longer spelling, if it is a keyword that has two. */
function countedWidth(used: UsedToken, spelling: string): number {
  const isKeyword = keywordOf(used.token) !== undefined && used.use !== 'name';
  if (!isKeyword) return widthOf(spelling);
  return Math.max(widthOf(spell(used, 'en')), widthOf(spell(used, 'zh')));
}

/** Commas and semicolons that only stand between rows or statements, or before a closing brace. */
function structuralSeparators(tokens: readonly IToken[], marks: Marks): ReadonlySet<IToken> {
  const separators = new Set<IToken>();
  let endsRow = false;
  for (const token of [...tokens].reverse()) {
    const isSeparator = token.tokenType === S.Comma || token.tokenType === S.Semicolon;
    if (isSeparator && endsRow) separators.add(token);
    if (!isSeparator)
      endsRow = token.tokenType === S.RightBrace || markOf(token, marks) !== undefined;
  }
  return separators;
}
