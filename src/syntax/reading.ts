// Reading Chevrotain's concrete tree: its children by name, and their spans in the source. A part
// that the writer left out is simply not there.
import type { CstElement, CstNode, IToken, TokenType } from 'chevrotain';
import { asciiDigits, meaningOfQuotedName, meaningOfText } from '../../grammar/literals.ts';
import { QuotedName, endOf } from '../../grammar/tokens.ts';
import type { Source } from '../text/source.ts';
import type { Span } from '../text/span.ts';
import { joinSpans } from '../text/span.ts';
import type { Expression, Name, Path, TextLiteral } from './tree.ts';

/** Whatever knows the source that a tree was read from. */
interface At {
  readonly source: Source;
}

function isToken(element: CstElement): element is IToken {
  return 'image' in element;
}

/** A node in which something was read; one in which everything is missing has no place. */
function isReadNode(element: CstElement): element is CstNode {
  const start = (element as CstNode).location?.startOffset;
  return start !== undefined && !Number.isNaN(start);
}

const NO_NODES: readonly CstNode[] = [];

/** All child nodes of one rule in which something was read, in the order of the text. */
export function nodesOf(cst: CstNode, rule: string): readonly CstNode[] {
  const children = cst.children[rule];
  if (children === undefined) return NO_NODES;
  if (children.every(isReadNode)) return children;
  return children.filter(isReadNode);
}

/** The first child node of one rule. */
export function nodeOf(cst: CstNode, rule: string): CstNode | undefined {
  return cst.children[rule]?.find(isReadNode);
}

/** All tokens of some types or one label, in the order of the text. */
export function tokensOf(
  cst: CstNode,
  ...kinds: readonly (TokenType | string)[]
): readonly IToken[] {
  const found: IToken[] = [];
  for (const kind of kinds)
    for (const child of cst.children[typeof kind === 'string' ? kind : kind.name] ?? [])
      if (isToken(child)) found.push(child);
  return kinds.length === 1 ? found : found.sort((a, b) => a.startOffset - b.startOffset);
}

export function tokenOf(
  cst: CstNode,
  ...kinds: readonly (TokenType | string)[]
): IToken | undefined {
  return tokensOf(cst, ...kinds)[0];
}

export function has(cst: CstNode, type: TokenType): boolean {
  return cst.children[type.name] !== undefined;
}

/** The only child of a rule that is one choice among others. */
export function onlyChild(cst: CstNode): CstElement | undefined {
  for (const name in cst.children) return cst.children[name]?.[0];
  return undefined;
}

/** The only node in a node that holds nothing else. */
export function soleNode(cst: CstNode): CstNode | undefined {
  let sole: CstElement | undefined;
  for (const name in cst.children) {
    const found = cst.children[name];
    if (sole !== undefined || found?.length !== 1) return undefined;
    sole = found[0];
  }
  return sole && !isToken(sole) && isReadNode(sole) ? sole : undefined;
}

/** Where a node begins; rules always begin with a token of their own. */
export function startOf(cst: CstNode): number {
  return cst.location?.startOffset ?? 0;
}

function endOffset(cst: CstNode): number {
  return (cst.location?.endOffset ?? startOf(cst) - 1) + 1;
}

export function spanOf(at: At, cst: CstNode): Span {
  return { file: at.source.file, start: startOf(cst), end: endOffset(cst) };
}

export function spanOfToken(at: At, token: IToken): Span {
  return { file: at.source.file, start: token.startOffset, end: endOf(token) };
}

/** The empty span at the end of what was read of a node, for a part that is missing. */
export function spanAfter(at: At, cst: CstNode): Span {
  const end = endOffset(cst);
  return { file: at.source.file, start: end, end };
}

/** The expression that stands for one the writer left out of a node. */
export function missing(at: At, parent: CstNode): Expression {
  return { kind: 'missing', span: spanAfter(at, parent) };
}

/** The name in a parent's `name` child, or the empty name at the end of the parent. */
export function readName(at: At, parent: CstNode): Name {
  return readNames(at, parent)[0] ?? { text: '', span: spanAfter(at, parent) };
}

export function readNameToken(at: At, token: IToken): Name {
  const text = token.tokenType === QuotedName ? meaningOfQuotedName(token.image) : token.image;
  return { text, span: spanOfToken(at, token) };
}

export function readNames(at: At, parent: CstNode): readonly Name[] {
  const names: Name[] = [];
  for (const cst of nodesOf(parent, 'name')) {
    const token = onlyChild(cst);
    if (token && isToken(token)) names.push(readNameToken(at, token));
  }
  return names;
}

/** The statements in a body. */
export function statementsOf(cst: CstNode): readonly CstNode[] {
  const statements = nodeOf(cst, 'statements');
  return statements ? nodesOf(statements, 'statement') : [];
}

/** The name that a declaration introduces: the last of its path. */
export function declaredName(at: At, parent: CstNode): Name {
  const cst = nodeOf(parent, 'declaredName');
  const name = cst && readNames(at, cst).at(-1);
  return name ?? { text: '', span: spanAfter(at, cst ?? parent) };
}

/** What stands before the last name of a declaration's path. */
export function declaredWithin(at: At, parent: CstNode): Path | undefined {
  const cst = nodeOf(parent, 'declaredName');
  const names = cst ? readNames(at, cst).slice(0, -1) : [];
  const [first] = names;
  const last = names.at(-1);
  return first && last && { names, span: joinSpans(first.span, last.span) };
}

/** A `path` node; without one, a path of one empty name. */
export function readPath(at: At, parent: CstNode): Path {
  const cst = nodeOf(parent, 'path');
  if (cst) return { names: readNames(at, cst), span: spanOf(at, cst) };
  const span = spanAfter(at, parent);
  return { names: [{ text: '', span }], span };
}

/** A text token under its own name or a label. */
export function readText(at: At, parent: CstNode, label = 'TextLiteral'): TextLiteral | undefined {
  const token = tokenOf(parent, label);
  return token && readTextToken(at, token);
}

/** A required text; empty at the end of its parent when it is missing. */
export function requireText(at: At, parent: CstNode): TextLiteral {
  return readText(at, parent) ?? { text: '', span: spanAfter(at, parent) };
}

export function readTextToken(at: At, token: IToken): TextLiteral {
  const quoted = /^["“＂]/.test(token.image);
  const text = quoted ? meaningOfText(token.image) : asciiDigits(token.image);
  return { text, span: spanOfToken(at, token) };
}
