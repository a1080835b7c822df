// The groups, indicators and items of a framework, one after the other.
import type { Framework, Item, Node } from '../../model/framework.ts';

/** Every group, indicator and item, each before what is inside it. */
export function placesOf({ children }: Pick<Framework, 'children'>): (Node | Item)[] {
  return children.flatMap((node) => [
    node,
    ...(node.kind === 'group' ? placesOf(node) : node.items),
  ]);
}

/** Every group and indicator, each before what is inside it. */
export function nodesOf({ children }: Pick<Framework, 'children'>): Node[] {
  return children.flatMap((node) => [node, ...(node.kind === 'group' ? nodesOf(node) : [])]);
}
