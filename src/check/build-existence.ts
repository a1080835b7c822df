// Parts that exist only for some departments: `applies when` on a part, and pools from which each
// department chooses. A pool's choice becomes an input: a list of the names of its parts.
import type { AppliesWhen, Group, Node, Pool, ValueInput } from '../model/framework.ts';
import { canAddUp, isPool, termsOf } from '../model/pool.ts';
import type { PoolGroup } from '../model/pool.ts';
import { formatExact } from '../number/decimal.ts';
import { EVERYTHING } from '../types/range.ts';
import type { Building } from './building.ts';
import type { MergedNode, MergedStatement } from './merged.ts';
import type { Report } from './report.ts';
import type { Typing } from './typing.ts';
import { typeCondition } from './typing.ts';

/** `applies when …`, of which a body has one at most. */
export function buildApplies(
  typing: Typing,
  statements: readonly MergedStatement[],
): AppliesWhen | undefined {
  const [node] = statements.flatMap(({ statement }) =>
    statement.kind === 'applies' ? [statement] : [],
  );
  return node && { condition: typeCondition(typing, node.condition), span: node.span };
}

/** `chosen by department`, of which a group has one at most. */
export function buildPool(
  building: Building,
  merged: MergedNode,
  statements: readonly MergedStatement[],
): Pool | undefined {
  const [node] = statements.flatMap(({ statement }) =>
    statement.kind === 'pool' ? [statement] : [],
  );
  if (!node) return undefined;
  const inputName = building.chosenNames.get(merged) ?? merged.name.text;
  return { inputName, redistribute: node.redistribute, span: node.span };
}

/** Gathers the input of a group that is a pool, and says what can never be chosen. */
export function gatherPool(building: Building, group: Group, isWhole: boolean): void {
  if (!isPool(group)) return;
  building.gathered.pools.push(inputOf(group));
  for (const child of group.children)
    if (child.applies)
      building.report.say('pool-part-conditional', child.applies.span, {
        name: child.name,
        pool: group.name,
      });
  if (isWhole) reportUnusable(building.report, group);
}

function inputOf(group: PoolGroup): ValueInput {
  const values = group.children.map(({ name }) => name);
  return {
    kind: 'value',
    name: group.pool.inputName,
    about: undefined,
    type: { kind: 'list', of: { kind: 'enumeration', values }, least: 0, most: undefined },
    range: EVERYTHING,
    fieldRanges: new Map(),
    default: undefined,
    pool: termsOf(group),
    origins: group.origins,
    span: group.nameSpan,
  };
}

function reportUnusable(report: Report, group: PoolGroup): void {
  const terms = termsOf(group);
  const points = formatExact(terms.points);
  if (!canAddUp(terms)) {
    const parts = terms.parts.map((part) => formatExact(part.points));
    report.say('pool-never-adds-up', group.pool.span, { name: group.name, points, parts });
    return;
  }
  for (const child of group.children)
    if (!canAddUp(terms, child.name))
      report.say('pool-part-never-fits', child.nameSpan, {
        name: child.name,
        own: formatExact(child.points),
        pool: group.name,
        points,
      });
}

/** Whether all the parts exist for every department, so that their points can be added up here. */
export function allExist(parts: readonly { readonly applies: Node['applies'] }[]): boolean {
  return parts.every((part) => part.applies === undefined);
}
