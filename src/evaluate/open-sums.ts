// What parts add up to while it is open which of them exist and apply. Adding their ranges up would
// count a gain without the loss that goes with it, so that sums are taken for each combination on its
// own; where these are too many, for each case among the parts of one whole.
import type { Node } from '../model/framework.ts';
import { isPool } from '../model/pool.ts';
import { ZERO } from '../number/rational.ts';
import { casesOf } from '../prove/cases.ts';
import type { Ground } from '../prove/cases.ts';
import type { Range } from '../types/range.ts';
import { addRanges, hull, multiplyRanges, point, subtractRanges } from '../types/range.ts';
import type { Share, Shares } from './applicability.ts';
import { isCounted } from './applicability.ts';
import { choiceSum } from './choice-sum.ts';
import type { Part } from './existence.ts';
import { finishNode, rawSum, runUnder } from './finish-node.ts';
import { sumOf } from './leave-out.ts';
import { finishItem } from './score-item.ts';
import type { Run, Sum } from './score-node.ts';

/** A node's sum, or that of all, over the combinations, each scored on its own. */
export function joinedSum(combinations: readonly Run[], node: Node | undefined): Sum | undefined {
  const sums = combinations.flatMap((run): Sum[] => {
    if (node === undefined) {
      const score = rawSum(run, undefined);
      return [{ score, points: score }];
    }
    const sheet = run.sheet(node);
    const { applicability, points } = sheet;
    if (sheet.kind === 'indicator') {
      const mayLack = sheet.indicator.items.some(({ applies }) => applies);
      if (!mayLack || node.combine || applicability !== 'applicable') return [];
      return [{ score: sumOf(sheet.items.map((item) => item.score)), points }];
    }
    // What a group is awarded while it is out is not the sum of its parts.
    const isAwarded = node.combine ?? node.notApplicable?.award;
    if (applicability === 'not-applicable' && isAwarded) return [];
    if (applicability === 'absent' && node.combine) return [];
    return [{ score: rawSum(run, sheet.group), points }];
  });
  const [first, ...rest] = sums;
  return (
    first &&
    rest.reduce(
      (joined, { score, points }) => ({
        score: hull(joined.score, score),
        points: hull(joined.points, points),
      }),
      first,
    )
  );
}

/** A node's sum, or that of all, case by case of its own parts; undefined where their ranges add up. */
export function boundedSum(run: Run, node: Node | undefined): Sum | undefined {
  if (node?.combine ?? (node === undefined && run.scoring.framework.combine)) return undefined;
  const alone = (child: Node) =>
    finishNode(runUnder(run, present(run.shares, child), run.sum), child);
  if (node === undefined) return boundedTotal(run, alone);
  const inside = groundOf(run, node);
  if (node.kind === 'indicator') {
    const items = run.scored(node);
    if (items.kind !== 'indicator') return undefined;
    const found = items.items.map((item) => {
      const { item: written } = item.sheet;
      const share = present(run.shares, written).of(written);
      return { part: written, ...finishItem(run.scoring, item, share) };
    });
    const score = caseSum(inside, found, (one) => one.score);
    return score && { score, points: point(node.points) };
  }
  const found = node.children.map((child) => ({ part: child, ...alone(child) }));
  const score = isPool(node)
    ? choiceSum(run, node, found)
    : caseSum(inside, found, (one) => one.score);
  const points = isPool(node)
    ? multiplyRanges(point(node.points), run.shares.of(node).factor)
    : caseSum(inside, found, (one) => one.points);
  return score && points && { score, points };
}

function boundedTotal(run: Run, alone: (child: Node) => ReturnType<typeof finishNode>) {
  const { framework } = run.scoring;
  const found = framework.children.map((child) => ({ part: child, ...alone(child) }));
  const signed = (one: (typeof found)[number]) =>
    one.kind === 'group' && one.group.standing === 'penalty'
      ? subtractRanges(point(ZERO), one.score)
      : one.score;
  const top = topGround(run);
  const score = caseSum(top, found, signed);
  const counted = found.filter(({ part }) => isCounted(part));
  const points = caseSum(top, counted, (one) => one.points);
  return score && points && { score, points };
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

function topGround({ scoring }: Run): Ground {
  return { interpreter: scoring.interpreter, framework: scoring.framework, assumed: [] };
}

// What is assumed inside a node: that it exists, and that all around it do.
function groundOf(run: Run, node: Node): Ground {
  let ground = topGround(run);
  let nodes: readonly Node[] = run.scoring.framework.children;
  for (let depth = 1; depth <= node.path.length; depth++) {
    const on = nodes.find((each) => each.path.every((name, place) => name === node.path[place]));
    if (on === undefined) break;
    ground = groundIn(ground, on, run.shares.of(on));
    nodes = on.kind === 'group' ? on.children : [];
  }
  return ground;
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
