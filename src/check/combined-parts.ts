// What the parts of a combined node must be like: their points stay inside it, and where the rule
// reads rates each has points to be measured by.
import type { Framework, Node } from '../model/framework.ts';
import { scoreUses } from '../model/score-uses.ts';
import { signOf } from '../number/rational.ts';
import type { Report } from './report.ts';

/** Says what the parts of combined nodes cannot do. */
export function checkCombinedParts(framework: Omit<Framework, 'hash'>, report: Report): void {
  const { combine, children, lets } = framework;
  const readsRates = (rule: unknown) =>
    scoreUses(rule, lets).some((use) => use.kind === 'parts' && use.of === 'rates');
  const measure = (rule: unknown, parts: readonly Pick<Node, 'name' | 'points' | 'nameSpan'>[]) => {
    if (!readsRates(rule)) return;
    for (const { name, points, nameSpan } of parts)
      if (signOf(points) === 0) report.say('rate-without-points', nameSpan, { name });
  };
  const visit = (node: Node, whole: Node | undefined): void => {
    const { notApplicable, name } = node;
    if (whole && notApplicable?.policy === 'over-all')
      report.say('combined-over-all', notApplicable.span, { name, whole: whole.name });
    measure(node.combine, node.kind === 'group' ? node.children : node.items);
    if (node.kind !== 'group') return;
    for (const child of node.children) visit(child, node.combine ? node : whole);
  };
  measure(combine, children);
  for (const node of children) visit(node, undefined);
}
