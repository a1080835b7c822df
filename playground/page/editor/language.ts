// How Monaco colours a ruleset before anything is compiled: a Monarch grammar made from the keyword
// table of the language, so that a new keyword is coloured without a change here.
import type { languages } from 'monaco-editor/editor';
import highlighting from '../../../grammar/generated/highlighting.json' with { type: 'json' };

export const LANGUAGE = 'biaochi';

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

function anyOf(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.split(' ').map(escaped).join('\\s+'))
    .join('|');
}

const roles = Object.entries(highlighting.keywords);
const everyKeyword = roles.flatMap(([, spellings]) => [...spellings.en, ...spellings.zh]);
const phrases = everyKeyword.filter((word) => word.includes(' '));

/** Roles that a theme colours alike share a token name. */
const TOKEN_OF: Readonly<Record<string, string>> = {
  statement: 'keyword',
  modifier: 'keyword',
  clause: 'keyword.clause',
  type: 'type',
  operator: 'keyword.operator',
  value: 'constant',
};

const wordCases: Record<string, string> = {};
for (const [role] of roles) wordCases[`@${role}`] = TOKEN_OF[role] ?? 'keyword';

const units = [...highlighting.units.money, ...highlighting.units.points];

export const monarch: languages.IMonarchLanguage = {
  unicode: true,
  defaultToken: '',
  ...Object.fromEntries(roles.map(([role, words]) => [role, [...words.en, ...words.zh]])),
  tokenizer: {
    root: [
      [/\s+/u, 'white'],
      [new RegExp(`(?:${anyOf(highlighting.comments.line)}).*$`, 'u'), 'comment'],
      [/\/\*/u, 'comment', '@comment'],
      [/"(?:[^"\\\n]|\\.)*"?/u, 'string'],
      [/“(?:[^”\\\n]|\\.)*”?/u, 'string'],
      [/「[^」\n]*」?|`[^`\n]*`?/u, 'identifier.quoted'],
      [new RegExp(highlighting.patterns.date, 'u'), 'number'],
      [
        new RegExp(
          `(${highlighting.patterns.number})(\\s*)(${anyOf(units)})(?!\\p{ID_Continue})`,
          'u',
        ),
        ['number', 'white', 'number.unit'],
      ],
      [new RegExp(`${highlighting.patterns.number}[%％‰]?`, 'u'), 'number'],
      [
        new RegExp(`(?:${anyOf(highlighting.keywordsBeforeDigits)})(?=[0-9０-９])`, 'u'),
        'keyword.clause',
      ],
      [new RegExp(`(?:${anyOf(phrases)})(?!\\p{ID_Continue})`, 'u'), 'keyword'],
      [
        new RegExp(highlighting.patterns.identifier, 'u'),
        { cases: { ...wordCases, '@default': 'identifier' } },
      ],
      [/[{}()[\]｛｝（）［］【】]/u, '@brackets'],
      [new RegExp(anyOf(highlighting.operators), 'u'), 'operator'],
      [new RegExp(anyOf(highlighting.punctuation), 'u'), 'delimiter'],
    ],
    comment: [
      [/[^*]+/u, 'comment'],
      [/\*\//u, 'comment', '@pop'],
      [/\*/u, 'comment'],
    ],
  },
  brackets: highlighting.brackets.map(({ open, close }) => ({ open, close, token: 'delimiter' })),
};

export const configuration: languages.LanguageConfiguration = {
  comments: { lineComment: '//', blockComment: ['/*', '*/'] },
  brackets: highlighting.brackets.map(({ open, close }) => [open, close]),
  autoClosingPairs: [
    ...highlighting.brackets.map(({ open, close }) => ({
      open,
      close,
      notIn: ['string', 'comment'],
    })),
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: '「', close: '」', notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    ...highlighting.brackets.map(({ open, close }) => ({ open, close })),
    { open: '"', close: '"' },
    { open: '“', close: '”' },
    { open: '「', close: '」' },
  ],
  wordPattern: /[\p{ID_Start}_]\p{ID_Continue}*/gu,
  indentationRules: {
    increaseIndentPattern: /[{｛]\s*$/u,
    decreaseIndentPattern: /^\s*[}｝]/u,
  },
};
