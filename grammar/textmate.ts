// A TextMate grammar made from the data for highlighting: what VS Code and other editors colour a text
// by before the language server has read it.
import { highlighting } from './highlighting.ts';
import type { Highlighting } from './highlighting.ts';
import type { KeywordRole } from './keywords.ts';

interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly patterns?: readonly Pattern[];
}

export interface TextMateGrammar {
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
}

const SCOPES: Readonly<Record<KeywordRole, string>> = {
  statement: 'keyword.control.biaochi',
  modifier: 'storage.modifier.biaochi',
  clause: 'keyword.other.biaochi',
  type: 'support.type.biaochi',
  operator: 'keyword.operator.word.biaochi',
  value: 'constant.language.biaochi',
};

// Whole words only: `指标体系` is a name although it begins with a keyword.
const BEFORE = '(?<![\\p{L}\\p{N}_])';
const BEHIND = '(?![\\p{L}\\p{N}_])';

/** The grammar. */
export function textMateGrammar(): TextMateGrammar {
  const data = highlighting();
  return {
    name: 'Biaochi',
    scopeName: 'source.biaochi',
    fileTypes: data.fileExtensions.map((extension) => extension.replace(/^\./, '')),
    patterns: [
      ...comments(data),
      ...texts(data),
      ...quotedNames(data),
      { name: 'constant.numeric.date.biaochi', match: data.patterns.date },
      ...units(data),
      { name: 'constant.numeric.biaochi', match: data.patterns.number },
      beforeDigits(data),
      ...keywords(data),
      { name: 'keyword.operator.biaochi', match: oneOf(data.operators) },
      { name: 'punctuation.separator.biaochi', match: oneOf(data.punctuation) },
    ],
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/ /g, '\\s+');
}

function oneOf(words: readonly string[]): string {
  const longestFirst = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map(escaped).join('|')})`;
}

function comments({ comments: { line, block } }: Highlighting): readonly Pattern[] {
  return [
    { name: 'comment.line.biaochi', match: `${oneOf(line)}.*$` },
    ...block.map(({ open, close }) => ({
      name: 'comment.block.biaochi',
      begin: escaped(open),
      end: escaped(close),
    })),
  ];
}

function texts({ texts: quotes }: Highlighting): readonly Pattern[] {
  return quotes.map(({ open, close, escape }) => ({
    name: 'string.quoted.biaochi',
    begin: escaped(open),
    end: `${escaped(close)}|$`,
    patterns: [{ name: 'constant.character.escape.biaochi', match: `${escaped(escape)}.` }],
  }));
}

function quotedNames({ quotedNames: quotes }: Highlighting): readonly Pattern[] {
  return quotes.map(({ open, close }) => ({
    name: 'variable.other.quoted.biaochi',
    match: `${escaped(open)}[^${escaped(close)}]*${escaped(close)}`,
  }));
}

// A unit is one only behind a number.
function units({ units: { money, points, percent } }: Highlighting): readonly Pattern[] {
  const words = `${oneOf([...money, ...points])}${BEHIND}`;
  return [
    {
      name: 'keyword.other.unit.biaochi',
      match: `(?<=[0-9０-９])(?:\\s?${words}|${oneOf(percent)})`,
    },
  ];
}

function beforeDigits({ keywordsBeforeDigits: words }: Highlighting): Pattern {
  return { name: 'keyword.other.biaochi', match: `${BEFORE}${oneOf(words)}(?=[0-9０-９])` };
}

// Phrases of several words before their parts, whatever the roles of those are.
function keywords({ keywords: byRole }: Highlighting): readonly Pattern[] {
  const roles = Object.keys(SCOPES) as KeywordRole[];
  const patterns = (isPhrase: boolean) =>
    roles.flatMap((role): Pattern[] => {
      const { en, zh } = byRole[role];
      const words = [...en, ...zh].filter((word) => word.includes(' ') === isPhrase);
      if (words.length === 0) return [];
      return [{ name: SCOPES[role], match: `${BEFORE}${oneOf(words)}${BEHIND}` }];
    });
  return [...patterns(true), ...patterns(false)];
}
