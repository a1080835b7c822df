// The groups, indicators and items of a framework, one after the other.
import type { Framework, Item, Node } from '../../model/framework.ts';
import { once } from './once.ts';

/** Every group, indicator and item, each before what is inside it. */
export function placesOf({ children }: Pick<Framework, 'children'>): readonly (Node | Item)[] {
  return placesIn(children);
}

const placesIn = once((nodes: readonly Node[]): readonly (Node | Item)[] =>
  nodes.flatMap((node) => [node, ...(node.kind === 'group' ? placesOf(node) : node.items)]),
);

/** Every group and indicator, each before what is inside it. */
export function nodesOf({ children }: Pick<Framework, 'children'>): readonly Node[] {
  return nodesIn(children);
}

const nodesIn = once((nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...(node.kind === 'group' ? nodesOf(node) : [])]),
);
