// Groups, indicators and items of the merged tree → those of the model, from the outside in: a node's
// points and definitions are known before anything inside it is typed.
import type { Expression } from '../model/expression.ts';
import type { Group, Indicator, Item, Node, Rule } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import { closed } from '../types/range.ts';
import { SCORE } from '../types/type.ts';
import { rangeValue } from '../types/value.ts';
import { NO_CAPS } from './build-caps.ts';
import { buildCombine } from './build-combine.ts';
import { allExist, buildApplies, buildPool, gatherPool } from './build-existence.ts';
import { buildRule, ruleStatements } from './build-rule.ts';
import { buildNotApplicable } from './build-strikes.ts';
import type { Building, Level } from './building.ts';
import type { MergedNode, MergedStatement } from './merged.ts';
import type { Opened } from './open-node.ts';
import { openNode } from './open-node.ts';
import { placeChildren } from './place-statements.ts';
import type { Part } from './points.ts';
import { conserve, sumOf } from './points.ts';

/** A node of the model and its part in the conservation of points. */
export interface Built<N> {
  readonly node: N;
  readonly part: Part;
}

/** The groups and indicators of a body. */
export function buildChildren(
  building: Building,
  level: Level,
  children: readonly MergedNode[],
): Built<Node>[] {
  return placeChildren(building.report, children, level.place).map((child) =>
    child.head.kind === 'group'
      ? buildGroup(building, level, child)
      : buildIndicator(building, level, child),
  );
}

/** The parts that must add up: a bonus or penalty group stands outside the sum. */
export function countedParts(built: readonly Built<Node>[]): Part[] {
  return built
    .filter(({ node }) => node.kind === 'indicator' || node.standing === 'counted')
    .map(({ part }) => part);
}

function buildGroup(building: Building, above: Level, merged: MergedNode): Built<Group> {
  const { report } = building;
  const { inside, common, points, statements } = openNode(building, above, merged);
  const standing = merged.head.kind === 'group' ? merged.head.standing : 'counted';
  const built = buildChildren(building, inside, merged.children);
  const parts = countedParts(built);
  const count = merged.children.length;
  const combine = buildCombine(inside.typing, statements, { name: common.name, points, count });
  const pool = buildPool(building, merged, statements);
  if (!report.misread(merged.head.span)) {
    const { name, nameSpan } = common;
    if (standing !== 'counted' && !common.caps.atMost)
      report.say('bonus-limit-missing', nameSpan, { name, standing });
    if (count === 0) {
      if (!merged.open) report.say('group-empty', nameSpan, { name });
      // Parts that are combined keep to their own points; they need not add up. Where parts exist
      // only for some departments, each case must add up, which proving shows.
    } else if (isSum(statements) && !pool && allExist(built.map((child) => child.node)))
      conserve(report, inside.path, { points, written: merged.points }, parts);
  }
  const node: Group = {
    kind: 'group',
    standing,
    ...common,
    notApplicable: buildNotApplicable(inside.typing, statements, merged.head.span),
    applies: buildApplies(inside.typing, statements),
    combine,
    pool,
    children: built.map((child) => child.node),
  };
  gatherPool(building, node, sumOf(parts) !== undefined && points !== undefined);
  if (parts.length === 0 || combine) return { node, part: partOf(merged, points, undefined) };
  const inner = pool || !allExist(node.children) ? points : sumOf(parts);
  return { node, part: partOf(merged, points, inner) };
}

// No rule stands beside the parts, so that their scores add up.
function isSum(statements: readonly MergedStatement[]): boolean {
  return ruleStatements(statements).length === 0;
}

function buildIndicator(building: Building, above: Level, merged: MergedNode): Built<Indicator> {
  const { report } = building;
  const opened = openNode(building, above, merged);
  const { inside, common, points, statements } = opened;
  const items = placeChildren(report, merged.children, 'indicator').map((item) =>
    buildItem(building, inside, item),
  );
  const notApplicable = buildNotApplicable(inside.typing, statements, merged.head.span);
  const applies = buildApplies(inside.typing, statements);
  if (items.length === 0) {
    const rule = buildOwnRule(building, merged, opened);
    // The limits of a rule that stands directly in the indicator are the rule's own; the rest stays.
    const item: Item = {
      ...common,
      implicit: true,
      applies: undefined,
      rule,
      rounding: undefined,
      vetoes: [],
      exemptions: [],
    };
    const node: Indicator = {
      kind: 'indicator',
      ...common,
      caps: NO_CAPS,
      notApplicable,
      applies,
      combine: undefined,
      items: [item],
    };
    return { node, part: partOf(merged, points, checklistSum(rule)) };
  }
  const combine = buildCombine(inside.typing, statements, {
    name: common.name,
    points,
    count: items.length,
  });
  const parts = items.map((item) => item.part);
  const everyItem = allExist(items.map((item) => item.node));
  if (isSum(statements) && everyItem && !report.misread(merged.head.span))
    conserve(report, inside.path, { points, written: merged.points }, parts);
  const node: Indicator = {
    kind: 'indicator',
    ...common,
    notApplicable,
    applies,
    combine,
    items: items.map((item) => item.node),
  };
  if (combine) return { node, part: partOf(merged, points, undefined) };
  return { node, part: partOf(merged, points, everyItem ? sumOf(parts) : points) };
}

function buildItem(building: Building, above: Level, merged: MergedNode): Built<Item> {
  const opened = openNode(building, above, merged);
  // An item holds no nodes; this says so of each one that stands in it.
  placeChildren(building.report, merged.children, 'item');
  const rule = buildOwnRule(building, merged, opened);
  const applies = buildApplies(opened.inside.typing, opened.statements);
  const node: Item = { ...opened.common, implicit: false, applies, rule };
  return { node, part: partOf(merged, opened.points, checklistSum(rule)) };
}

function buildOwnRule(building: Building, merged: MergedNode, opened: Opened): Rule {
  const { report, gathered, chosenNames } = building;
  const { inside, common, points, statements } = opened;
  const [first, ...others] = ruleStatements(statements);
  if (!first) {
    if (report.misread(merged.head.span)) report.leaveOut();
    else if (!merged.open) report.say('rule-missing', common.nameSpan, { name: common.name });
    return { kind: 'formula', value: anyScore(common.points, merged), span: common.span };
  }
  const { about, path } = common;
  const awarded = {
    name: chosenNames.get(merged) ?? common.name,
    about,
    path,
    points,
    written: merged.points,
  };
  const rule = buildRule(inside.typing, [first, ...others], awarded);
  if (rule.kind === 'judged') gathered.judged.push(rule.input);
  return rule;
}

/** Any score from 0 to the full points: what an open indicator may come to give. */
function anyScore(points: Q.Rational, merged: MergedNode): Expression {
  const value = rangeValue(closed(Q.ZERO, points));
  return { kind: 'constant', type: SCORE, value, text: '', span: merged.name.span };
}

function partOf(
  merged: MergedNode,
  points: Q.Rational | undefined,
  inside: Q.Rational | undefined,
): Part {
  return { name: merged.name.text, points, written: merged.points, inside };
}

function checklistSum(rule: Rule): Q.Rational | undefined {
  if (rule.kind !== 'judged' || rule.input.form.kind !== 'checklist') return undefined;
  return Q.sum(rule.input.form.entries.map(({ points }) => points));
}
