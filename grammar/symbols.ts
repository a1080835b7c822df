// Punctuation and operators: the ASCII spelling that the formatter writes and the twins that a
// Chinese input method types. The order does not matter: the lexer takes the longest that fits.

/** All symbols by token name; the first spelling is the ASCII one. */
export const symbols = {
  Colon: [':', '：'],
  Semicolon: [';', '；'],
  Comma: [',', '，', '、'],
  LeftParenthesis: ['(', '（'],
  RightParenthesis: [')', '）'],
  LeftBrace: ['{', '｛'],
  RightBrace: ['}', '｝'],
  LeftBracket: ['[', '［', '【'],
  RightBracket: [']', '］', '】'],
  PercentSign: ['%', '％'],
  PerMilleSign: ['‰'],
  GreaterOrEqual: ['>=', '≥', '>＝', '＞=', '＞＝'],
  LessOrEqual: ['<=', '≤', '<＝', '＜=', '＜＝'],
  NotEqual: ['!=', '≠', '!＝', '！=', '！＝'],
  Greater: ['>', '＞'],
  Less: ['<', '＜'],
  Equals: ['=', '＝'],
  Times: ['*', '×', '＊'],
  Slash: ['/', '÷', '／'],
  Plus: ['+', '＋'],
  Minus: ['-', '－', '−'],
  Ellipsis: ['..', '...', '…', '……', '～', '~'],
  Dot: ['.', '．'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type SymbolId = keyof typeof symbols;

export const symbolEntries = Object.entries(symbols) as readonly (readonly [
  SymbolId,
  readonly [string, ...string[]],
])[];

/** What other languages write, and what it is called here. The lexer reads the one for the other. */
export const foreignOperators = {
  '==': { means: 'Equals', write: '=' },
  '===': { means: 'Equals', write: '=' },
  '!==': { means: 'NotEqual', write: '!=' },
  '<>': { means: 'NotEqual', write: '!=' },
  '=>': { means: 'GreaterOrEqual', write: '>=' },
  '=<': { means: 'LessOrEqual', write: '<=' },
  '＝＝': { means: 'Equals', write: '=' },
  '＜＞': { means: 'NotEqual', write: '!=' },
  '&&': { means: 'And', write: 'and' },
  '||': { means: 'Or', write: 'or' },
  '!': { means: 'Not', write: 'not' },
  '！': { means: 'Not', write: 'not' },
} as const satisfies Record<string, { means: SymbolId | 'And' | 'Or' | 'Not'; write: string }>;
