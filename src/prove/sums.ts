// The ranges of indicators, groups and the total, added up from their parts. A part that is already
// reported stands for 0 to its points here, so that one mistake is one message.
import type { Framework, Group, Indicator, Item, Node } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import { limitedExpression, ruleExpression } from '../interpret/rule-expression.ts';
import type { Caps } from '../model/framework.ts';
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
import { nodesOf } from './reading.ts';
import { combinedRange } from './score-figures.ts';
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
    (node) => node.notApplicable !== undefined && node.notApplicable.policy !== 'in-full',
  );
}

/** Whether they may while the study knows what it knows. */
function mayMovePoints(study: Study): boolean {
  return nodesOf(study.framework.children).some(
    ({ notApplicable }) =>
      notApplicable !== undefined &&
      notApplicable.policy !== 'in-full' &&
      study.interpreter.truth(notApplicable.condition).canBeTrue,
  );
}

/** The range of an item's score. */
export function itemRange(study: Study, item: Item): Range {
  const rounding = item.rounding ?? (item.implicit ? undefined : study.framework.roundings.items);
  const limited = study.interpreter.range(
    limitedExpression(ruleExpression(item), item.caps, undefined),
  );
  const range = settled(limited, item.points, item.caps, rounding);
  return struck(study, range, item.points, item);
}

/** The range of an indicator's or a group's score. */
export function nodeRange(study: Study, node: Node): Summed {
  let known = study.ranges.get(node);
  if (known === undefined) {
    known = workOut(study, node);
    study.ranges.set(node, known);
  }
  return known;
}

function workOut(study: Study, node: Node): Summed {
  const parts = node.kind === 'indicator' ? node.items : node.children;
  // An open part may come to give anything that it has points for.
  if (parts.length === 0) {
    const score = closed(Q.ZERO, node.points);
    return { sum: score, limited: score, score };
  }
  const sum = node.combine ? combinedRange(study, node, node.combine) : plainSum(study, node);
  const caps = capsOf(node);
  const limited = limit(study, sum, caps);
  const { roundings } = study.framework;
  const rounding =
    node.rounding ?? (node.kind === 'indicator' ? roundings.indicators : roundings.groups);
  const range = settled(limited, node.points, caps, rounding);
  const standing = struck(study, range, node.points, node);
  const { notApplicable } = node;
  const instead = notApplicable?.policy === 'in-full' ? point(node.points) : NOTHING;
  const isOut = notApplicable && study.interpreter.truth(notApplicable.condition);
  if (!isOut?.canBeTrue) return { sum, limited, score: standing };
  return { sum, limited, score: isOut.canBeFalse ? hull(standing, instead) : instead };
}

function plainSum(study: Study, node: Node): Range {
  return node.kind === 'indicator' ? itemSum(study, node) : groupSum(study, node);
}

/** The limits on a node's score; an indicator whose rule stands directly in it keeps them there. */
export function capsOf(node: Node): Caps {
  const only = node.kind === 'indicator' ? node.items[0] : undefined;
  return only?.implicit === true ? only.caps : node.caps;
}

function itemSum(study: Study, indicator: Indicator): Range {
  return indicator.items.map((item) => itemRange(study, item)).reduce(addRanges, NOTHING);
}

function groupSum(study: Study, group: Group): Range {
  const parts = group.children.map((child) => ({
    points: child.points,
    range: nodeRange(study, child).score,
  }));
  return mayMovePoints(study) ? sharesOf(parts, group.points) : sumOf(parts);
}

interface Part {
  readonly points: Rational;
  readonly range: Range;
}

function sumOf(parts: readonly Part[]): Range {
  return parts.map((part) => part.range).reduce(addRanges, NOTHING);
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
  const parts = counted.map((node) => ({
    points: node.points,
    range: nodeRange(study, node).score,
  }));
  let sum = framework.combine
    ? combinedRange(study, undefined, framework.combine)
    : mayMovePoints(study)
      ? sharesOf(parts, framework.total)
      : sumOf(parts);
  for (const node of framework.children) {
    if (isCounted(node) || node.kind === 'indicator') continue;
    const { score } = nodeRange(study, node);
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
  { vetoes, exemptions }: Pick<Node, 'vetoes' | 'exemptions'>,
): Range {
  const { interpreter } = study;
  let score = range;
  for (const { condition } of exemptions) {
    const { canBeTrue, canBeFalse } = interpreter.truth(condition);
    if (canBeTrue) score = canBeFalse ? hull(score, point(points)) : point(points);
  }
  // A veto that sets a score outside the points is reported on its own.
  const allowed = closed(Q.ZERO, points);
  let lowest: Range | undefined;
  for (const certainty of ['certain', 'possible'] as const) {
    for (const veto of vetoes) {
      const { canBeTrue, canBeFalse } = interpreter.truth(veto.condition);
      if (!canBeTrue || (certainty === 'possible') !== canBeFalse) continue;
      const own = intersect(interpreter.range(veto.score), allowed) ?? allowed;
      const set = lowest ? minimumOfRanges(lowest, own) : own;
      if (certainty === 'certain') lowest = set;
      score = certainty === 'certain' ? set : hull(score, set);
    }
  }
  return score;
}
