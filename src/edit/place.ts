// A place in a text → the body that it stands in, what has been written of its statement, and what may
// stand where the name under the cursor stands. The text is read with a word put in at the cursor, so
// that the answer is the same before the first letter of a name and behind its last.
import type { IToken, TokenType } from 'chevrotain';
import { beginsStatement, onSameLine } from '../../grammar/token-roles.ts';
import { symbolTokens as S } from '../../grammar/tokens.ts';
import { parse } from '../syntax/parse.ts';
import type { SyntaxFile } from '../syntax/tree.ts';
import { visit } from '../syntax/visit.ts';
import type { Source } from '../text/source.ts';
import { createSource } from '../text/source.ts';
import type { Cursor } from './cursor.ts';
import type { PartNode } from './declared.ts';
import type { NameScope } from './named.ts';
import { indexOf, scopeAt, walkRuleset } from './occurrences.ts';
import type { Slot } from './slots.ts';
import type { Workspace } from './workspace.ts';
import { chainOf } from './workspace.ts';

export interface TextPlace {
  readonly place: 'outside' | 'ruleset' | 'group' | 'indicator' | 'item';
  /** Whether the ruleset amends another one. */
  readonly amends: boolean;
  /** The tokens of the statement before the cursor. */
  readonly statement: readonly IToken[];
  /** Inside the braces of a table, a list of grades, an example. */
  readonly isInTable: boolean;
  /** What the name at the cursor may be; undefined where the text cannot be read as far as there. */
  readonly slot: Slot | undefined;
  /** From the ruleset down to the part around, as far as it is known. */
  readonly trail: readonly NameScope[];
}

/** A word that nobody writes; what follows a Chinese keyword must not run together with it. */
const WORD = '__';

/** What stands around a cursor. */
export function placeAt(workspace: Workspace, source: Source, cursor: Cursor): TextPlace {
  const { text, file } = source;
  const word = `${WORD}cursor${WORD}`;
  const patched = createSource(
    file,
    `${text.slice(0, cursor.start)} ${word} ${text.slice(cursor.end)}`,
  );
  const { file: tree } = parse(patched);
  const [, parent] = chainOf(workspace, file);
  const below = parent === undefined ? undefined : indexOf(workspace, parent).top;
  let slot: Slot | undefined;
  const top =
    tree.ruleset &&
    walkRuleset(
      {
        occurrence: () => undefined,
        slot: (name, found) => {
          if (name.text === word) slot = found;
        },
      },
      tree.ruleset,
      below,
    );
  const around = bodyAround(tree, cursor);
  const scope = top && scopeAt(top, around.path);
  return {
    place: around.place,
    amends: tree.ruleset?.amends !== undefined,
    statement: around.statement,
    isInTable: around.isInTable,
    slot,
    trail: scope ?? (top ? [top] : []),
  };
}

interface Body {
  readonly place: TextPlace['place'];
  readonly path: readonly string[];
  /** The tokens of the statement that is being written. */
  readonly statement: readonly IToken[];
  readonly isInTable: boolean;
}

// Braces are counted rather than read off the tree, which may have ended a body where one is missing.
function bodyAround(tree: SyntaxFile, { before }: Cursor): Body {
  const open: number[] = [];
  for (const [index, { tokenType }] of before.entries()) {
    if (tokenType === S.LeftBrace) open.push(index);
    else if (tokenType === S.RightBrace) open.pop();
  }
  const [first] = open;
  if (first === undefined || !tree.ruleset)
    return { place: 'outside', path: [], statement: before, isInTable: false };
  const parts = partsByBrace(tree, before);
  let place: TextPlace['place'] = 'ruleset';
  const path: string[] = [];
  let body = first;
  let depth = 1;
  for (const index of open.slice(1)) {
    const part = parts.get(index);
    if (!part) break;
    place = part.kind;
    path.push(part.name.text);
    body = index;
    depth++;
  }
  const isInTable = open.length > depth;
  return { place, path, statement: statementTokens(before.slice(body + 1)), isInTable };
}

/** Groups, indicators and items by the index of the brace that opens their body. */
function partsByBrace(tree: SyntaxFile, tokens: readonly IToken[]): ReadonlyMap<number, PartNode> {
  const found = new Map<number, PartNode>();
  visit(tree, {
    node: (node) => {
      if (node.kind !== 'group' && node.kind !== 'indicator' && node.kind !== 'item') return;
      const { end } = node.name.span;
      const brace = tokens.findIndex(
        ({ tokenType, startOffset }) => tokenType === S.LeftBrace && startOffset >= end,
      );
      if (brace >= 0 && !found.has(brace)) found.set(brace, node);
    },
  });
  return found;
}

// From the last word that begins a statement where one may begin.
function statementTokens(tokens: readonly IToken[]): readonly IToken[] {
  let depth = 0;
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    const last = tokens[index - 1];
    const isFirst = last === undefined || !onSameLine(last, token) || ENDS.has(last.tokenType);
    if (token.tokenType === S.LeftBrace) depth++;
    else if (token.tokenType === S.RightBrace) depth--;
    else if (depth === 0 && isFirst && beginsStatement(token)) start = index;
  }
  return tokens.slice(start);
}

const ENDS: ReadonlySet<TokenType> = new Set([S.RightBrace, S.Semicolon]);
