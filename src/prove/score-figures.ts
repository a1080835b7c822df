// Scores as figures in proofs: what `score of X` and the lists of parts can come to under a study, for
// departments that have the part and for those that do not.
import type { PartReading } from '../interpret/environment.ts';
import type { Expression, ScoreName } from '../model/expression.ts';
import type { Framework, Item, Node } from '../model/framework.ts';
import { isPool } from '../model/pool.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { closed, hull, multiplyRanges, point } from '../types/range.ts';
import { joinedReadings } from './combined-range.ts';
import { nodesAround, nodesOf, partAt } from './reading.ts';
import type { Study } from './study.ts';
import { givesPointsAway, itemRange, nodeRange, totalRange } from './sums.ts';

const NOTHING = point(Q.ZERO);

/** What the score of a part, or of the whole, can be. */
export function scoreRange(study: Study, of: ScoreName): Range {
  const { framework } = study;
  if (of === 'total') return totalRange(study).score;
  const part = partAt(framework.children, of);
  if (part === undefined) throw new Error(`the framework holds no “${of.join(' / ')}”`);
  const range = rangeInPlace(study, part);
  return 'kind' in part ? withMovedPoints(study, part, range) : range;
}

/** What the parts of a node, or of the top, can be; `path` is empty for the top. */
export function partRanges(study: Study, path: readonly string[]): PartReading[] {
  return joinedReadings(study, nodeAt(study.framework, path));
}

function nodeAt({ children }: Framework, path: readonly string[]): Node | undefined {
  const part = partAt(children, path);
  return part && 'kind' in part ? part : undefined;
}

/** A condition under which a part has a score of its own, and what it has otherwise. */
interface Ground {
  readonly condition: Expression;
  readonly wanted: boolean;
  readonly instead: Range;
}

// Where what is around it is missing, a part has no points, or all of them if that awards it in full.
function rangeInPlace(study: Study, part: Node | Item): Range {
  const outer = nodesAround(study.framework, part.path);
  const found: Range[] = outer.some(isPool) ? [NOTHING] : [];
  let around: Study | undefined = study;
  for (const { condition, wanted, instead } of [
    ...outer.flatMap((node) => groundsOf(node, part.points)),
    ...existence(part),
  ]) {
    const truth = around.interpreter.truth(condition);
    if (wanted ? truth.canBeFalse : truth.canBeTrue) found.push(instead);
    around = around.assuming(condition, wanted);
    if (around === undefined) break;
  }
  if (around) found.push('kind' in part ? nodeRange(around, part).score : itemRange(around, part));
  const [first = NOTHING, ...rest] = found;
  return rest.reduce(hull, first);
}

function groundsOf(node: Node, points: Rational): Ground[] {
  const { condition, policy } = node.notApplicable ?? {};
  const instead = policy === 'in-full' ? point(points) : NOTHING;
  return [...existence(node), ...(condition ? [{ condition, wanted: false, instead }] : [])];
}

function existence({ applies }: Node | Item): Ground[] {
  return applies ? [{ condition: applies.condition, wanted: true, instead: NOTHING }] : [];
}

// Where points may move to a part, its score grows with them: up to all the points around it. A pool
// may scale its parts down, too.
function withMovedPoints(study: Study, node: Node, score: Range): Range {
  if (Q.signOf(node.points) === 0) return score;
  const pools = nodesAround(study.framework, node.path).filter(
    (each) => isPool(each) && each.pool.redistribute,
  );
  const frame = frameOf(study.framework, node);
  const isMoving = frame.nodes.some(
    (each) =>
      each !== node &&
      givesPointsAway(each) &&
      each.notApplicable !== undefined &&
      study.interpreter.truth(each.notApplicable.condition).canBeTrue,
  );
  if (!isMoving && pools.length === 0) return score;
  const most = [node.points, frame.points, ...pools.map(({ points }) => points)].reduce(
    (one, other) => (Q.compare(one, other) < 0 ? other : one),
  );
  const least = pools.length > 0 ? Q.ZERO : Q.ONE;
  return multiplyRanges(score, closed(least, Q.divide(most, node.points)));
}

// The parts between which points can move to a node: all, or those inside the nearest combined group.
function frameOf(
  framework: Framework,
  node: Node,
): { readonly nodes: readonly Node[]; readonly points: Rational } {
  const combined = nodesAround(framework, node.path).findLast(
    ({ combine }) => combine !== undefined,
  );
  const children = combined?.kind === 'group' ? combined.children : framework.children;
  return { nodes: nodesOf(children), points: Q.sum(children.map((each) => each.points)) };
}
