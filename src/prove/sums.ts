// The ranges of indicators, groups and the total, added up from their parts. A part that is already
// reported stands for 0 to its points here, so that one mistake is one message.
import type {
  AppliesWhen,
  Framework,
  Group,
  Indicator,
  Item,
  Node,
  NotApplicable,
} from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import {
  limitedExpression,
  readsStanding,
  ruleExpression,
  withStanding,
} from '../interpret/rule-expression.ts';
import type { Caps, Veto } from '../model/framework.ts';
import type { Range } from '../types/range.ts';
import {
  EVERYTHING,
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
import { nodesOf } from './reading.ts';
import { outside } from './score-range.ts';
import type { Study } from './study.ts';

/** A part's range before and after its limits, rounding and strikes. */
export interface Summed {
  /** The parts added up. */
  readonly sum: Range;
  /** After limits, before rounding: what must stay within the points. */
  readonly limited: Range;
  /** Rounded too, before anything strikes it. */
  readonly standing: Range;
  readonly score: Range;
}

const NOTHING = point(Q.ZERO);

/** Whether points may move from parts that do not apply to others. */
export function movesPoints(framework: Framework): boolean {
  return nodesOf(framework.children).some(
    ({ notApplicable }) =>
      notApplicable?.policy === 'within-group' || notApplicable?.policy === 'over-all',
  );
}

/** The range of an item's score before anything strikes it. */
export function itemStanding(study: Study, item: Item): Range {
  const rounding = item.rounding ?? (item.implicit ? undefined : study.framework.roundings.items);
  const limited = study.interpreter.range(
    limitedExpression(ruleExpression(item), item.caps, undefined),
  );
  return settled(limited, item.points, item.caps, rounding);
}

function itemRange(study: Study, item: Item): Range {
  const standingIn = (under: Study) => itemStanding(under, item);
  return struck(study, standingIn, item.points, item.caps, item);
}

/** The range of an indicator's or a group's score, for departments that have it. */
export function nodeRange(around: Study, node: Node): Summed {
  const { applies, notApplicable } = node;
  const existing = applies ? around.assuming(applies.condition, true) : around;
  if (!existing) return summed(NOTHING);
  const study = notApplicable ? existing.assuming(notApplicable.condition, false) : existing;
  const applying = study && applyingRange(study, node);
  if (!notApplicable) return applying ?? summed(NOTHING);
  const instead = outRange(existing, node, notApplicable);
  if (!applying) return summed(instead);
  return { ...applying, score: hull(applying.score, instead) };
}

function summed(score: Range): Summed {
  return { sum: score, limited: score, standing: score, score };
}

function applyingRange(study: Study, node: Node): Summed {
  const before = nodeStanding(study, node);
  const { standing } = before;
  if (!hasStrikes(node)) return { ...before, score: standing };
  const standingIn = (under: Study) => nodeStanding(under, node).standing;
  const score = struck(study, standingIn, node.points, capsOf(node), node, standing);
  return { ...before, score };
}

/** The same before anything strikes it, for departments to which it applies. */
export function nodeStanding(study: Study, node: Node): Omit<Summed, 'score'> {
  const parts = node.kind === 'indicator' ? node.items : node.children;
  // An open part may come to give anything that it has points for.
  if (parts.length === 0) {
    const score = closed(Q.ZERO, node.points);
    return { sum: score, limited: score, standing: score };
  }
  const sum = node.kind === 'indicator' ? itemSum(study, node) : groupSum(study, node);
  const caps = capsOf(node);
  const limited = limit(study, sum, caps);
  return {
    sum,
    limited,
    standing: settled(limited, node.points, caps, roundingOf(study, node)),
  };
}

function hasStrikes({ vetoes, exemptions }: Strikable): boolean {
  return vetoes.length > 0 || exemptions.length > 0;
}

function outRange(existing: Study, node: Node, { condition, policy, award }: NotApplicable): Range {
  if (policy === 'in-full') return point(node.points);
  const study = existing.assuming(condition, true);
  if (!award || !study) return NOTHING;
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
  const parts = indicator.items.map((item) => {
    const existing = item.applies ? study.assuming(item.applies.condition, true) : study;
    const range = existing ? itemRange(existing, item) : NOTHING;
    return { points: item.points, applies: item.applies, range };
  });
  return sumOfCases(study, parts, indicator.points);
}

function groupSum(study: Study, group: Group): Range {
  return sumOfNodes(study, group.children, group.points, group.pool !== undefined);
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
  return isPool || movesPoints(study.framework)
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
  const standingIn = (under: Study) => totalStanding(under).standing;
  const score = hasStrikes(framework)
    ? struck(study, standingIn, framework.total, framework.totalCaps, framework, standing)
    : standing;
  return { ...before, score };
}

/** The same before anything strikes it. */
export function totalStanding(study: Study): Omit<Summed, 'score'> {
  const { framework } = study;
  const isCounted = (node: Node) => node.kind === 'indicator' || node.standing === 'counted';
  const counted = framework.children.filter(isCounted);
  let sum = sumOfNodes(study, counted, framework.total, false);
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

function limit(study: Study, range: Range, { atLeast, atMost }: Caps): Range {
  const raised = atLeast ? maximumOfRanges(range, study.interpreter.range(atLeast)) : range;
  return atMost ? minimumOfRanges(raised, study.interpreter.range(atMost)) : raised;
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

interface Strikable {
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly unknown[];
}

function struck(
  study: Study,
  standingIn: (study: Study) => Range,
  points: Rational,
  caps: Caps,
  { vetoes, exemptions }: Strikable,
  standing = standingIn(study),
): Range {
  const full = exemptions.length > 0 ? hull(standing, point(points)) : standing;
  const allowed = allowedRange(study, points, caps);
  return vetoes.reduce((score, veto) => {
    const set = vetoRange(study, veto, standingIn);
    // One that sets a score outside what is allowed is reported on its own.
    return set ? hull(score, intersect(set, allowed) ?? allowed) : score;
  }, full);
}

/** What a veto may leave where its condition holds; undefined where it never does. */
export function vetoRange(
  study: Study,
  { condition, score }: Veto,
  standingIn: (study: Study) => Range,
): Range | undefined {
  const holding = study.assuming(condition, true);
  if (holding === undefined) return undefined;
  const { interpreter } = holding;
  if (!readsStanding(score)) return interpreter.range(score);
  return interpreter.range(withStanding(score, standingIn(holding)));
}

/** Where a score must lie: from 0 to its points, or as far as its limits let it go. */
export function allowedRange(study: Study, points: Rational, caps: Caps): Range {
  if (caps.uncapped) return EVERYTHING;
  const { low, high } = closed(Q.ZERO, points);
  return {
    low: caps.atLeast ? study.interpreter.range(caps.atLeast).low : low,
    high: caps.atMost ? study.interpreter.range(caps.atMost).high : high,
    integer: false,
  };
}
