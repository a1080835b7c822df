// A framework in which no score is rounded: its scores are smooth where those of the framework are steps,
// so that a few of them say where a step may lie.
import type { Framework, Node } from '../../model/framework.ts';

/** The same framework without the rounding of any score. */
export function withoutRounding(framework: Framework): Framework {
  return {
    ...framework,
    roundings: { items: undefined, indicators: undefined, groups: undefined, total: undefined },
    children: framework.children.map(withoutOwn),
  };
}

function withoutOwn(node: Node): Node {
  if (node.kind === 'group')
    return { ...node, rounding: undefined, children: node.children.map(withoutOwn) };
  const items = node.items.map((item) => ({ ...item, rounding: undefined }));
  return { ...node, rounding: undefined, items };
}
