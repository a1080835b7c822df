// What an editor needs to colour a ruleset, as data: words by role and language, operators, brackets,
// quotes and comments. Monarch and TextMate grammars can be made from it.
import { keywordEntries } from './keywords.ts';
import type { KeywordRole } from './keywords.ts';
import { symbols } from './symbols.ts';
import type { SymbolId } from './symbols.ts';

const BRACKETS: readonly (readonly [SymbolId, SymbolId])[] = [
  ['LeftBrace', 'RightBrace'],
  ['LeftBracket', 'RightBracket'],
  ['LeftParenthesis', 'RightParenthesis'],
];

const OPERATORS: readonly SymbolId[] = [
  'Equals',
  'NotEqual',
  'Less',
  'LessOrEqual',
  'Greater',
  'GreaterOrEqual',
  'Plus',
  'Minus',
  'Times',
  'Slash',
  'Ellipsis',
];

const PUNCTUATION: readonly SymbolId[] = ['Colon', 'Semicolon', 'Comma', 'Dot'];

/** Words that follow a number and are known beforehand; any other word may count things. */
export const unitWords = {
  money: ['元', '万元', '亿元'],
  points: ['分', 'points', 'point'],
  percent: [...symbols.PercentSign, ...symbols.PerMilleSign],
} as const;

export interface Highlighting {
  readonly fileExtensions: readonly string[];
  /** By role, then by language; whole words only. Words of several parts come before their parts. */
  readonly keywords: Readonly<
    Record<KeywordRole, Readonly<Record<'en' | 'zh', readonly string[]>>>
  >;
  /** Chinese keywords that a digit may follow without a space. */
  readonly keywordsBeforeDigits: readonly string[];
  readonly operators: readonly string[];
  readonly punctuation: readonly string[];
  readonly brackets: readonly { readonly open: string; readonly close: string }[];
  readonly comments: {
    readonly line: readonly string[];
    readonly block: readonly { readonly open: string; readonly close: string }[];
  };
  readonly texts: readonly {
    readonly open: string;
    readonly close: string;
    readonly escape: string;
  }[];
  readonly quotedNames: readonly { readonly open: string; readonly close: string }[];
  readonly units: typeof unitWords;
  /** Regular expressions; they want the flag `u`. */
  readonly patterns: Readonly<Record<'identifier' | 'number' | 'date', string>>;
}

const ROLES: readonly KeywordRole[] = [
  'statement',
  'modifier',
  'clause',
  'type',
  'operator',
  'value',
];

function spellings(role: KeywordRole, language: 'en' | 'zh'): readonly string[] {
  return keywordEntries
    .filter(([, keyword]) => keyword.role === role)
    .flatMap(([, keyword]) => keyword[language])
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** The twins of an opening and a closing bracket, pair by pair. */
function bracketPairs([open, close]: readonly [SymbolId, SymbolId]) {
  const closing: readonly string[] = symbols[close];
  return symbols[open].map((spelling, at) => ({
    open: spelling,
    close: closing[at] ?? symbols[close][0],
  }));
}

/** The data for highlighting. */
export function highlighting(): Highlighting {
  const byRole = (role: KeywordRole) => ({ en: spellings(role, 'en'), zh: spellings(role, 'zh') });
  return {
    fileExtensions: ['.chi'],
    keywords: Object.fromEntries(
      ROLES.map((role) => [role, byRole(role)]),
    ) as Highlighting['keywords'],
    keywordsBeforeDigits: keywordEntries
      .filter(([, { digitMayFollow }]) => digitMayFollow)
      .flatMap(([, { zh }]) => zh),
    operators: OPERATORS.flatMap((id) => symbols[id]),
    punctuation: PUNCTUATION.flatMap((id) => symbols[id]),
    brackets: BRACKETS.flatMap(bracketPairs),
    comments: { line: ['//', '／／'], block: [{ open: '/*', close: '*/' }] },
    texts: [
      { open: '"', close: '"', escape: '\\' },
      { open: '“', close: '”', escape: '\\' },
    ],
    quotedNames: [
      { open: '「', close: '」' },
      { open: '`', close: '`' },
    ],
    units: unitWords,
    patterns: {
      identifier: '[\\p{ID_Start}_]\\p{ID_Continue}*',
      number: '[0-9０-９]+(?:[.．][0-9０-９]+)?',
      date: '[0-9０-９]{4}(?:[-－][0-9０-９]{1,2}[-－][0-9０-９]{1,2}|年[0-9０-９]{1,2}月[0-9０-９]{1,2}日)',
    },
  };
}
