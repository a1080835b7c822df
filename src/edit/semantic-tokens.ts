// A file → what each word in it is, for colours that a grammar of words alone cannot give: whether a
// name is an input, a definition or an indicator, and which keyword-like words are names.
import { roleOf } from '../../grammar/token-roles.ts';
import { DateLiteral, NumberLiteral, TextLiteral, endOf, keywordOf } from '../../grammar/tokens.ts';
import { builtins } from '../builtins/builtins.ts';
import { visit } from '../syntax/visit.ts';
import type { NamedKind } from './named.ts';
import { indexOf } from './occurrences.ts';
import type { Workspace } from './workspace.ts';
import { lexedOf, readFile } from './workspace.ts';

/** The kinds of words, in the order in which a legend names them. */
export const TOKEN_TYPES = [
  'namespace',
  'class',
  'property',
  'variable',
  'parameter',
  'enumMember',
  'type',
  'function',
  'keyword',
  'operator',
  'number',
  'string',
  'comment',
  'unit',
] as const;

export type SemanticTokenType = (typeof TOKEN_TYPES)[number];

/** What a token may be besides. */
export const TOKEN_MODIFIERS = ['declaration', 'readonly', 'modification'] as const;

export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly type: SemanticTokenType;
  readonly modifiers: readonly (typeof TOKEN_MODIFIERS)[number][];
}

const TYPES: Readonly<Record<NamedKind, SemanticTokenType>> = {
  ruleset: 'namespace',
  group: 'namespace',
  indicator: 'class',
  item: 'class',
  input: 'variable',
  option: 'property',
  let: 'variable',
  function: 'function',
  parameter: 'parameter',
  output: 'variable',
  type: 'type',
  value: 'enumMember',
  field: 'property',
  grade: 'enumMember',
  choice: 'enumMember',
};

const FUNCTIONS: ReadonlySet<string> = new Set(
  Object.entries(builtins).flatMap(([name, { zhName }]) => [name, zhName]),
);

/** The tokens of a file in the order of the text; comments stand among them. */
export function semanticTokensOf(workspace: Workspace, file: string): readonly SemanticToken[] {
  const read = readFile(workspace, file);
  if (!read) return [];
  const names = new Map(
    indexOf(workspace, file).occurrences.map((each) => [each.span.start, each]),
  );
  const units = new Set<number>();
  const loose = new Set<number>();
  visit(read.result.file, {
    node: (node) => {
      if (node.kind === 'number' && node.unit) units.add(node.unit.span.start);
      if ('unit' in node && node.unit) units.add(node.unit.span.start);
    },
    name: ({ span }) => loose.add(span.start),
  });
  const { tokens, comments } = lexedOf(workspace, read.source);
  const worded = tokens.flatMap((token): SemanticToken[] => {
    const { startOffset: start, tokenType, image } = token;
    const plain = (type: SemanticTokenType): SemanticToken[] => [
      { start, end: endOf(token), type, modifiers: [] },
    ];
    const name = names.get(start);
    if (name) {
      const { named, role } = name;
      const modifiers = [
        ...(role === 'declaration' ? (['declaration'] as const) : []),
        ...(role === 'write' ? (['modification'] as const) : []),
        ...(named.kind === 'let' || named.kind === 'option' ? (['readonly'] as const) : []),
      ];
      return [{ start, end: endOf(token), type: TYPES[named.kind], modifiers }];
    }
    if (units.has(start)) return plain('unit');
    if (loose.has(start)) return plain(FUNCTIONS.has(image) ? 'function' : 'variable');
    if (tokenType === NumberLiteral || tokenType === DateLiteral) return plain('number');
    if (tokenType === TextLiteral) return plain('string');
    if (!keywordOf(token)) return [];
    return plain(roleOf(token) === 'type' ? 'type' : 'keyword');
  });
  const remarks = comments.map(({ start, end }): SemanticToken => ({
    start,
    end,
    type: 'comment',
    modifiers: [],
  }));
  return [...worded, ...remarks].sort((a, b) => a.start - b.start);
}
