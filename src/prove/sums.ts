// The ranges of indicators, groups and the total, added up or combined from their parts. A part that is
// already reported stands for 0 to its points here, so that one mistake is one message.
import { limitedExpression, ruleExpression } from '../interpret/rule-expression.ts';
import type {
  AppliesWhen,
  Caps,
  Framework,
  Indicator,
  Item,
  Node,
  NotApplicable,
} from '../model/framework.ts';
import { poolsOf } from '../model/pool.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import {
  addRanges,
  closed,
  hull,
  intersect,
  maximumOfRanges,
  minimumOfRanges,
  multiplyRanges,
  point,
  roundRange,
  subtractRanges,
} from '../types/range.ts';
import { casesOf } from './cases.ts';
import { combinedRange } from './combined-range.ts';
import { nodesOf } from './reading.ts';
import { outside } from './score-range.ts';
import { hasStrikes, struckRange } from './struck.ts';
import type { Study } from './study.ts';

/** A part's range before and after its limits, rounding and strikes. */
export interface Summed {
  /** The parts added up or combined. */
  readonly sum: Range;
  /** After limits, before rounding: what must stay within the points. */
  readonly limited: Range;
  /** Rounded too, before anything strikes it. */
  readonly standing: Range;
  readonly score: Range;
  /** What the limits were found to be. */
  readonly limits?: Limits;
}

/** The ranges of a part's limits. */
export interface Limits {
  readonly atLeast: Range | undefined;
  readonly atMost: Range | undefined;
}

const NOTHING = point(Q.ZERO);

/** Whether a part's points go to others while it does not apply. */
export function givesPointsAway({ notApplicable }: Pick<Node, 'notApplicable'>): boolean {
  const policy = notApplicable?.policy;
  return policy === 'within-group' || policy === 'over-all';
}

/** Whether points may move from parts that do not apply to others. */
export function movesPoints(framework: Framework): boolean {
  return leavingNodes(framework).length > 0;
}

// Whether they may for departments of which this is known.
function mayMovePoints({ framework, interpreter }: Study): boolean {
  return leavingNodes(framework).some(
    ({ notApplicable }) =>
      notApplicable !== undefined && interpreter.truth(notApplicable.condition).canBeTrue,
  );
}

const leavers = new WeakMap<Framework, readonly Node[]>();

function leavingNodes(framework: Framework): readonly Node[] {
  let found = leavers.get(framework);
  if (found === undefined) {
    found = nodesOf(framework.children).filter(givesPointsAway);
    leavers.set(framework, found);
  }
  return found;
}

/** Whether any score is scaled before it is rounded: by points that move, or by a pool's. */
export function scalesScores(framework: Framework): boolean {
  return (
    movesPoints(framework) || poolsOf(framework).some(({ pool: { redistribute } }) => redistribute)
  );
}

/** The range of an item's score before anything strikes it. */
export function itemStanding(study: Study, item: Item): Range {
  return settled(limitedRange(study, item), item.points, item.caps, roundingOfItem(study, item));
}

function roundingOfItem({ framework }: Study, item: Item): Rounding | undefined {
  return item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
}

/** Notes what a rule was found to give within its limits, so that sums need not ask again. */
export function offerRule(study: Study, item: Item, limited: Range): void {
  study.offer('rule', item, summed(limited));
}

// After its limits, before rounding.
function limitedRange(study: Study, item: Item): Range {
  return study.interpreter.range(limitedExpression(ruleExpression(item), item.caps, undefined));
}

/** The range of an item's score, for departments that have it. */
export function itemRange(around: Study, item: Item): Range {
  if (!item.applies && !hasStrikes(item))
    return settled(ruleRange(around, item), item.points, item.caps, roundingOfItem(around, item));
  return around.once('score', item, (study) => {
    const existing = item.applies ? study.assuming(item.applies.condition, true) : study;
    if (!existing) return summed(NOTHING);
    const score = struckRange(existing, (under) => itemStanding(under, item), item);
    return summed(score);
  }).score;
}

/** The range of an indicator's or a group's score, for departments that have it. */
export function nodeRange(around: Study, node: Node): Summed {
  return around.once('score', node, (study) => workOut(study, node));
}

function workOut(around: Study, node: Node): Summed {
  const { applies, notApplicable } = node;
  const existing = applies ? around.assuming(applies.condition, true) : around;
  if (!existing) return summed(NOTHING);
  const study = notApplicable ? existing.assuming(notApplicable.condition, false) : existing;
  const applying = study && applyingRange(study, node);
  if (!notApplicable) return applying ?? summed(NOTHING);
  const out = existing.assuming(notApplicable.condition, true);
  if (!out) return applying ?? summed(NOTHING);
  const instead = outRange(out, node, notApplicable);
  if (!applying) return summed(instead);
  return { ...applying, score: hull(applying.score, instead) };
}

function summed(score: Range): Summed {
  return { sum: score, limited: score, standing: score, score };
}

/** The range of a node's score for departments that are known to have it and to which it applies. */
export function applyingRange(study: Study, node: Node): Summed {
  const before = nodeStanding(study, node);
  const { standing } = before;
  if (!hasStrikes(node)) return { ...before, score: standing };
  const standingIn = (under: Study) => nodeStanding(under, node).standing;
  const score = struckRange(study, standingIn, { ...node, caps: capsOf(node) }, standing);
  return { ...before, score };
}

/** The same before anything strikes it. */
export function nodeStanding(study: Study, node: Node): Omit<Summed, 'score'> {
  const parts = node.kind === 'indicator' ? node.items : node.children;
  // An open part may come to give anything that it has points for.
  if (parts.length === 0) {
    const score = closed(Q.ZERO, node.points);
    return { sum: score, limited: score, standing: score };
  }
  const sum = sumOfParts(study, node);
  const caps = capsOf(node);
  const limits = limitsIn(study, caps);
  const limited = within(sum, limits);
  return {
    sum,
    limited,
    limits,
    standing: settled(limited, node.points, caps, roundingOf(study, node)),
  };
}

function sumOfParts(study: Study, node: Node): Range {
  if (node.combine) return combinedRange(study, node, node.combine);
  return node.kind === 'indicator'
    ? itemSum(study, node)
    : sumOfNodes(study, node.children, node.points, node.pool !== undefined);
}

function outRange(study: Study, node: Node, { policy, award }: NotApplicable): Range {
  if (policy === 'in-full') return point(node.points);
  if (!award) return NOTHING;
  const caps = capsOf(node);
  const limited = limit(study, study.interpreter.range(award), caps);
  return settled(limited, node.points, caps, roundingOf(study, node));
}

function roundingOf({ framework: { roundings } }: Study, node: Node): Rounding | undefined {
  return node.rounding ?? (node.kind === 'indicator' ? roundings.indicators : roundings.groups);
}

/** The limits on a node's score; an indicator whose rule stands directly in it keeps them there. */
export function capsOf(node: Node): Caps {
  const only = node.kind === 'indicator' ? node.items[0] : undefined;
  return only?.implicit === true ? only.caps : node.caps;
}

function itemSum(study: Study, indicator: Indicator): Range {
  const parts = indicator.items.map((item) => ({
    points: item.points,
    applies: item.applies,
    range: itemRange(study, item),
  }));
  return sumOfCases(study, parts, indicator.points);
}

function sumOfNodes(
  study: Study,
  nodes: readonly Node[],
  points: Rational,
  isPool: boolean,
): Range {
  const parts = nodes.map((node) => ({
    points: node.points,
    applies: node.applies,
    range: nodeRange(study, node).score,
  }));
  return isPool || mayMovePoints(study)
    ? sharesOf(parts, points)
    : sumOfCases(study, parts, points);
}

interface Part {
  readonly points: Rational;
  readonly applies: AppliesWhen | undefined;
  readonly range: Range;
}

function sumOf(parts: readonly Part[]): Range {
  return parts.map((part) => part.range).reduce(addRanges, NOTHING);
}

// In each case the parts that exist add up; over independent conditions any case goes with any other.
function sumOfCases(study: Study, parts: readonly Part[], points: Rational): Range {
  const cases = casesOf(study, parts);
  // That the cases are too many to show that points are conserved has a message of its own.
  if (cases === undefined) return sharesOf(parts, points);
  return cases.clusters
    .map((cluster) => cluster.cases.map(({ present }) => sumOf(present)).reduce(hull))
    .reduce(addRanges, sumOf(cases.always));
}

// While points move, a whole is a weighted mean of its parts' shares: it lies where they lie.
function sharesOf(parts: readonly Part[], points: Rational): Range {
  const shares = parts.flatMap((part) =>
    Q.signOf(part.points) === 0
      ? []
      : [multiplyRanges(part.range, point(Q.divide(Q.ONE, part.points)))],
  );
  const [first, ...rest] = shares;
  return first ? multiplyRanges(rest.reduce(hull, first), point(points)) : sumOf(parts);
}

/** The range of the total before its own limits, with them, and struck. */
export function totalRange(study: Study): Summed {
  const { framework } = study;
  const before = totalStanding(study);
  const { standing } = before;
  if (!hasStrikes(framework)) return { ...before, score: standing };
  const standingIn = (under: Study) => totalStanding(under).standing;
  const struck = { ...framework, points: framework.total, caps: framework.totalCaps };
  return { ...before, score: struckRange(study, standingIn, struck, standing) };
}

/** The same before anything strikes it. */
export function totalStanding(study: Study): Omit<Summed, 'score'> {
  const { framework } = study;
  const isCounted = (node: Node) => node.kind === 'indicator' || node.standing === 'counted';
  const counted = framework.children.filter(isCounted);
  let sum = framework.combine
    ? combinedRange(study, undefined, framework.combine)
    : sumOfNodes(study, counted, framework.total, false);
  for (const node of framework.children) {
    if (isCounted(node) || node.kind === 'indicator') continue;
    const range = nodeRange(study, node).score;
    const score = node.applies ? hull(range, NOTHING) : range;
    sum = node.standing === 'bonus' ? addRanges(sum, score) : subtractRanges(sum, score);
  }
  const limited = limit(study, sum, framework.totalCaps);
  const { total: points, totalCaps: caps } = framework;
  return { sum, limited, standing: settled(limited, points, caps, framework.roundings.total) };
}

function limit(study: Study, range: Range, caps: Caps): Range {
  return within(range, limitsIn(study, caps));
}

/** What limits can come to under a study. */
export function limitsIn({ interpreter }: Study, { atLeast, atMost }: Caps): Limits {
  return {
    atLeast: atLeast && interpreter.range(atLeast),
    atMost: atMost && interpreter.range(atMost),
  };
}

function within(range: Range, { atLeast, atMost }: Limits): Range {
  const raised = atLeast ? maximumOfRanges(range, atLeast) : range;
  return atMost ? minimumOfRanges(raised, atMost) : raised;
}

// What the rule gives within its limits.
function ruleRange(study: Study, item: Item): Range {
  return study.once('rule', item, (least) => summed(limitedRange(least, item))).score;
}

/** Whether a rule below leaves its points; sums then take it to stay, and say little of their limits. */
export function someRuleLeaves(study: Study, parts: readonly Node[]): boolean {
  return parts.some((part) =>
    part.kind === 'group'
      ? someRuleLeaves(study, part.children)
      : part.items.some(
          (item) => outside(ruleRange(study, item), item.points, item.caps) !== undefined,
        ),
  );
}

function settled(
  limited: Range,
  points: Rational,
  caps: Caps,
  rounding: Rounding | undefined,
): Range {
  const leaves = outside(limited, points, caps) !== undefined;
  const range = leaves
    ? (intersect(limited, closed(Q.ZERO, points)) ?? closed(Q.ZERO, points))
    : limited;
  return rounding ? roundRange(range, rounding) : range;
}
