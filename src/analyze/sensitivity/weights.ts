// What the points of each part weigh: how the total would move if a part had one point more and its
// siblings gave it up in proportion to theirs, while each part keeps the share of its points that it has.
import type { Framework, Node } from '../../model/framework.ts';
import type { NodeScore } from '../../model/sheet.ts';
import { ONE, compare, divide, negate, signOf, subtract, sum } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';
import { addRanges, point, pointOf, scaleRange, subtractRanges } from '../../types/range.ts';

/** One point more for a part. */
export interface Weight {
  readonly path: readonly string[];
  readonly points: Rational;
  /** What it has of its points, from 0 to 1. */
  readonly share: Range;
  /** What its siblings have of theirs, on the whole. */
  readonly siblings: Range;
  /** By how much the total would move. */
  readonly effect: Range;
}

/** What one point more means for every part whose siblings can give it up, the largest effect first. */
export function weightsOf(
  { children }: Framework,
  scores: readonly NodeScore[],
): readonly Weight[] {
  const weights: Weight[] = [];
  const among = (nodes: readonly Node[], own: readonly NodeScore[]): void => {
    const parts = nodes.flatMap((node, place): Part[] => {
      const score = own[place];
      const isCounted = node.kind === 'indicator' || node.standing === 'counted';
      return score && isCounted && isPlain(score) ? [{ node, score: score.score }] : [];
    });
    for (const part of parts) {
      const weight = weightOf(part, parts);
      if (weight) weights.push(weight);
    }
    for (const [place, node] of nodes.entries()) {
      const score = own[place];
      // Where a rule combines the parts, their points are not what they weigh.
      if (node.kind === 'group' && score?.kind === 'group' && !node.combine && !node.pool)
        among(node.children, score.children);
    }
  };
  among(children, scores);
  return weights.sort((a, b) => compare(sizeOf(b.effect), sizeOf(a.effect)));
}

interface Part {
  readonly node: Node;
  readonly score: Range;
}

function isPlain({ points, applicability }: NodeScore): boolean {
  const known = pointOf(points);
  return applicability === 'applicable' && known !== undefined && signOf(known) > 0;
}

function weightOf({ node, score }: Part, parts: readonly Part[]): Weight | undefined {
  const others = parts.filter((part) => part.node !== node);
  const room = sum(others.map((part) => part.node.points));
  if (compare(room, ONE) < 0 || signOf(node.points) === 0) return undefined;
  const share = scaleRange(score, divide(ONE, node.points));
  const scored = others.map((part) => part.score).reduce(addRanges, point({ n: 0n, d: 1n }));
  const siblings = scaleRange(scored, divide(ONE, room));
  const effect = subtractRanges(share, siblings);
  return { path: node.path, points: node.points, share, siblings, effect };
}

function sizeOf({ low, high }: Range): Rational {
  const ends = [low, high].flatMap((end) => (end ? [end.value] : []));
  const sizes = ends.map((value) => (signOf(value) < 0 ? negate(value) : value));
  return sizes.reduce((most, size) => (compare(size, most) > 0 ? size : most), subtract(ONE, ONE));
}
