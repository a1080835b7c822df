// Visiting a whole tree, whatever its nodes: for passes that look for a few kinds and need not know
// the others.
import type { Span } from '../text/span.ts';
import type { Name, SyntaxNode } from './tree.ts';

/** Anything in a tree that has a place: a node, a row, a name, a text. */
export interface Part {
  readonly span: Span;
}

/** What to do with the parts of a tree. */
export interface Visitor {
  readonly node?: (node: SyntaxNode) => void;
  readonly name?: (name: Name) => void;
}

function isPart(value: object): value is Part {
  return 'span' in value;
}

function isNode(part: Part): part is SyntaxNode {
  return 'kind' in part;
}

function isName(part: Part): part is Name {
  return 'text' in part && !('kind' in part);
}

/** The parts directly inside a part, in the order of its properties. */
export function partsOf(part: object): readonly Part[] {
  return Object.values(part).flatMap((value: unknown): readonly Part[] => {
    if (typeof value !== 'object' || value === null || 'start' in value) return [];
    // Lists and links have no place of their own; what is in them has.
    return isPart(value) ? [value] : partsOf(value);
  });
}

/** Visits a part and everything in it, outside in. */
export function visit(part: Part, visitor: Visitor): void {
  if (isNode(part)) visitor.node?.(part);
  else if (isName(part)) visitor.name?.(part);
  for (const inner of partsOf(part)) visit(inner, visitor);
}
