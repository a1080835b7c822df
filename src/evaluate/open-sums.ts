// What parts add up to while it is open which of them exist and apply. Adding their ranges up would
// count a gain without the loss that goes with it, so that sums are taken for each combination on its
// own; where these are too many, for each case among the parts of one whole.
import type { Node } from '../model/framework.ts';
import { isPool } from '../model/pool.ts';
import type { NodeScore } from '../model/sheet.ts';
import { ZERO } from '../number/rational.ts';
import { casesOf } from '../prove/cases.ts';
import type { Ground } from '../prove/cases.ts';
import type { Range } from '../types/range.ts';
import { addRanges, hull, multiplyRanges, point, subtractRanges } from '../types/range.ts';
import type { Share, Shares } from './applicability.ts';
import { isCounted } from './applicability.ts';
import { choiceSum } from './choice-sum.ts';
import type { Part } from './existence.ts';
import { sumOf } from './leave-out.ts';
import { finishItem } from './score-item.ts';
import type { ScoredNode, Sums } from './score-node.ts';
import { finishNode } from './score-node.ts';
import type { Scoring } from './scoring.ts';

/** The sums that differ from what the parts' ranges add up to; undefined where all is decided. */
export function openSums(
  scoring: Scoring,
  scored: readonly ScoredNode[],
  shares: Shares,
): Sums | undefined {
  if (shares.combinations === 'too-many') return boundedSums(scoring, scored, shares);
  return shares.combinations.length === 0
    ? undefined
    : combinedSums(scoring, scored, shares.combinations);
}

/** Bonuses are added outside the sum, penalties subtracted. */
export function totalOf(children: readonly NodeScore[]): Range {
  const penalties = children.filter(
    (child) => child.kind === 'group' && child.group.standing === 'penalty',
  );
  const others = children.filter((child) => !penalties.includes(child));
  const sum = sumOf(others.map((child) => child.score));
  return penalties.length === 0
    ? sum
    : subtractRanges(sum, sumOf(penalties.map((child) => child.score)));
}

type Summed = Map<Node | undefined, { readonly score: Range; readonly points: Range }>;

function combinedSums(
  scoring: Scoring,
  scored: readonly ScoredNode[],
  combinations: readonly Shares[],
): Sums {
  const sums = new Map<Node | undefined, { score: Range; points: Range }>();
  const join = (node: Node | undefined, score: Range, points: Range) => {
    const known = sums.get(node);
    sums.set(
      node,
      known
        ? { score: hull(known.score, score), points: hull(known.points, points) }
        : { score, points },
    );
  };
  const visit = (sheet: NodeScore): void => {
    if (sheet.kind === 'indicator') {
      const { indicator, applicability } = sheet;
      if (applicability === 'applicable' && indicator.items.some(({ applies }) => applies))
        join(indicator, sumOf(sheet.items.map((item) => item.score)), sheet.points);
      return;
    }
    sheet.children.forEach(visit);
    // What a group is awarded while it is out is not the sum of its parts.
    if (sheet.applicability === 'not-applicable' && sheet.group.notApplicable?.award) return;
    const [scores, points] = [
      sheet.children.map((child) => child.score),
      sheet.children.map((child) => child.points),
    ];
    join(sheet.group, sumOf(scores), sumOf(points));
  };
  for (const combination of combinations) {
    const sheets = scored.map((node) => finishNode(scoring, node, combination));
    sheets.forEach(visit);
    join(undefined, totalOf(sheets), sumOf(sheets.map((sheet) => sheet.points)));
  }
  return sums;
}

// From the inside out: whole by whole, the cases of its own parts.
function boundedSums(scoring: Scoring, scored: readonly ScoredNode[], shares: Shares): Sums {
  const sums: Summed = new Map();
  const alone = (node: ScoredNode) =>
    finishNode(scoring, node, present(shares, nodeOf(node)), sums);
  const visit = (node: ScoredNode, around: Ground): void => {
    const part = nodeOf(node);
    const inside = groundIn(around, part, shares.of(part));
    if (node.kind === 'group') {
      for (const child of node.children) visit(child, inside);
      const found = node.children.map((child) => ({ part: nodeOf(child), ...alone(child) }));
      const score = isPool(part)
        ? choiceSum(scoring, part, node.children, found, shares)
        : caseSum(inside, found, (one) => one.score);
      const points = isPool(part)
        ? multiplyRanges(point(part.points), shares.of(part).factor)
        : caseSum(inside, found, (one) => one.points);
      if (score && points) sums.set(part, { score, points });
      return;
    }
    const items = node.items.map((item) => {
      const { item: written } = item.sheet;
      return { part: written, ...finishItem(scoring, item, present(shares, written).of(written)) };
    });
    const score = caseSum(inside, items, (one) => one.score);
    if (score) sums.set(part, { score, points: point(part.points) });
  };
  const top = { interpreter: scoring.interpreter, lets: scoring.framework.lets, assumed: [] };
  for (const node of scored) visit(node, top);
  const found = scored.map((node) => ({ part: nodeOf(node), ...alone(node) }));
  const signed = (one: (typeof found)[number]) =>
    one.kind === 'group' && one.group.standing === 'penalty'
      ? subtractRanges(point(ZERO), one.score)
      : one.score;
  const score = caseSum(top, found, signed);
  const counted = found.filter(({ part }) => isCounted(part));
  const points = caseSum(top, counted, (one) => one.points);
  if (score && points) sums.set(undefined, { score, points });
  return sums;
}

function nodeOf(scored: ScoredNode): Node {
  return scored.kind === 'group' ? scored.group : scored.indicator;
}

// The shares with one part taken to exist.
function present(shares: Shares, part: Part): Shares {
  const of = (other: Part): Share => {
    const share = shares.of(other);
    if (other !== part || share.applicability !== 'undecided' || !share.absence) return share;
    const applicability = share.because ? 'undecided' : 'applicable';
    return { ...share, absence: undefined, applicability };
  };
  return { ...shares, of };
}

function groundIn(around: Ground, node: Node, share: Share): Ground {
  if (share.applicability !== 'undecided' || !node.applies) return around;
  const { condition } = node.applies;
  return {
    ...around,
    interpreter: around.interpreter.assuming(condition, true) ?? around.interpreter,
    assumed: [...around.assumed, condition],
  };
}

interface Found {
  readonly part: Part;
}

// Undefined where every part exists in every case, and where the cases are too many.
function caseSum<F extends Found>(
  ground: Ground,
  found: readonly F[],
  rangeOf: (one: F) => Range,
): Range | undefined {
  if (found.every(({ part }) => part.applies === undefined)) return undefined;
  const parts = found.map((one) => ({ applies: one.part.applies, range: rangeOf(one) }));
  const cases = casesOf(ground, parts);
  return cases?.clusters
    .map((cluster) =>
      cluster.cases.map((each) => sumOf(each.present.map(({ range }) => range))).reduce(hull),
    )
    .reduce(addRanges, sumOf(cases.always.map(({ range }) => range)));
}
