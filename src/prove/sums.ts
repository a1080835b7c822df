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
import { poolsOf } from '../model/pool.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import { limitedExpression, ruleExpression } from '../interpret/rule-expression.ts';
import type { Caps, Veto } from '../model/framework.ts';
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
import { nodesOf } from './reading.ts';
import { outside } from './score-range.ts';
import type { Study } from './study.ts';

/** A part's range before and after its limits, rounding and strikes. */
export interface Summed {
  /** The parts added up. */
  readonly sum: Range;
  /** After limits, before rounding: what must stay within the points. */
  readonly limited: Range;
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

/** Whether any score is scaled before it is rounded: by points that move, or by a pool's. */
export function scalesScores(framework: Framework): boolean {
  return (
    movesPoints(framework) || poolsOf(framework).some(({ pool: { redistribute } }) => redistribute)
  );
}

/** The range of an item's score. */
function itemRange(study: Study, item: Item): Range {
  const rounding = item.rounding ?? (item.implicit ? undefined : study.framework.roundings.items);
  const limited = study.interpreter.range(
    limitedExpression(ruleExpression(item), item.caps, undefined),
  );
  const range = settled(limited, item.points, item.caps, rounding);
  return struck(study, range, item.points, item);
}

/** The range of an indicator's or a group's score, for departments that have it. */
export function nodeRange(around: Study, node: Node): Summed {
  const { applies, notApplicable } = node;
  const existing = applies ? around.assuming(applies.condition, true) : around;
  if (!existing) return { sum: NOTHING, limited: NOTHING, score: NOTHING };
  const study = notApplicable ? existing.assuming(notApplicable.condition, false) : existing;
  const applying = study && applyingRange(study, node);
  if (!notApplicable) return applying ?? { sum: NOTHING, limited: NOTHING, score: NOTHING };
  const instead = outRange(existing, node, notApplicable);
  if (!applying) return { sum: instead, limited: instead, score: instead };
  return { ...applying, score: hull(applying.score, instead) };
}

function applyingRange(study: Study, node: Node): Summed {
  const parts = node.kind === 'indicator' ? node.items : node.children;
  // An open part may come to give anything that it has points for.
  if (parts.length === 0) {
    const score = closed(Q.ZERO, node.points);
    return { sum: score, limited: score, score };
  }
  const sum = node.kind === 'indicator' ? itemSum(study, node) : groupSum(study, node);
  const caps = capsOf(node);
  const limited = limit(study, sum, caps);
  const range = settled(limited, node.points, caps, roundingOf(study, node));
  return { sum, limited, score: struck(study, range, node.points, node) };
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

/** The range of the total before its own limits, and with them. */
export function totalRange(study: Study): Summed {
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
  const range = settled(limited, framework.total, framework.totalCaps, framework.roundings.total);
  return { sum, limited, score: struck(study, range, framework.total, framework) };
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

function struck(
  study: Study,
  range: Range,
  points: Rational,
  {
    vetoes,
    exemptions,
  }: { readonly vetoes: readonly Veto[]; readonly exemptions: readonly unknown[] },
): Range {
  const full = exemptions.length > 0 ? hull(range, point(points)) : range;
  // A veto that sets a score outside the points is reported on its own.
  const allowed = closed(Q.ZERO, points);
  return vetoes.reduce(
    (score, veto) =>
      hull(score, intersect(study.interpreter.range(veto.score), allowed) ?? allowed),
    full,
  );
}
