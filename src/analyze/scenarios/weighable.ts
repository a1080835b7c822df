// Framework in, the parts whose points may be changed out: indicators, and groups that a rule combines,
// which have points of a scale of their own. What does not count for every department in the sum of the
// total is named with the reason why it stays as it is.
import type { Framework, Node } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';

/** Why the points of a part stay as they are. */
export type Fixed = 'outside' | 'conditional' | 'without-points';

export interface WeighableParts {
  readonly parts: readonly Node[];
  readonly fixed: readonly { readonly node: Node; readonly why: Fixed }[];
}

/** The parts that points can be moved between, in the order of the document. */
export function weighableParts(framework: Framework): WeighableParts {
  const parts: Node[] = [];
  const fixed: { readonly node: Node; readonly why: Fixed }[] = [];
  const visit = (node: Node, around: Fixed | undefined): void => {
    const why = around ?? reasonOf(node);
    const isWhole = node.kind === 'indicator' || node.combine !== undefined;
    if (!isWhole) {
      const inside = why ?? (node.pool ? 'conditional' : undefined);
      for (const child of node.children) visit(child, inside);
    } else if (why) fixed.push({ node, why });
    else parts.push(node);
  };
  for (const node of framework.children) visit(node, undefined);
  return { parts, fixed };
}

function reasonOf(node: Node): Fixed | undefined {
  if (node.kind === 'group' && node.standing !== 'counted') return 'outside';
  // What must add up differs from one department to another.
  if (node.applies) return 'conditional';
  return Q.signOf(node.points) === 0 ? 'without-points' : undefined;
}
