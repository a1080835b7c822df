// A framework reduced to one of its nodes, so that the node can be scored by itself: nothing around
// it strikes its score or moves points to it.
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
    vetoes: [],
    exemptions: [],
    ceilings: [],
    checks: [],
    grades: [],
  };
}
