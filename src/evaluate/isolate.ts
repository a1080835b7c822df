// One node of a framework, found by its path and taken by itself, so that it can be scored without
// anything around it striking its score or moving points to it.
import type { Caps, Framework, Node } from '../model/framework.ts';

const UNLIMITED: Caps = { atLeast: undefined, atMost: undefined, uncapped: true };

/** The framework that consists of this node alone. */
export function isolate(framework: Framework, node: Node): Framework {
  return {
    ...framework,
    total: node.points,
    totalCaps: UNLIMITED,
    roundings: { ...framework.roundings, total: undefined },
    children: [node],
    combine: undefined,
    vetoes: [],
    exemptions: [],
    ceilings: [],
    gradeDowns: [],
    checks: [],
    grades: [],
    outputs: [],
  };
}

/** The node at the path; for an item's path, its indicator. */
export function nodeOn(
  nodes: readonly Node[],
  [name, ...rest]: readonly string[],
): Node | undefined {
  const node = nodes.find((each) => each.name === name);
  if (node === undefined || rest.length === 0 || node.kind === 'indicator') return node;
  return nodeOn(node.children, rest);
}
