// Scores as figures in proofs: what `score of X`, the lists of parts and combining rules can come to
// under a study. While points may move between parts that are combined, every outcome of which of
// them apply is looked at by itself.
import type { PartReading } from '../interpret/environment.ts';
import type { Interpreter } from '../interpret/interpreter.ts';
import { createInterpreter } from '../interpret/interpreter.ts';
import type { Expression, ScoreName } from '../model/expression.ts';
import type { Node } from '../model/framework.ts';
import { indicatorsOf } from '../model/framework.ts';
import { placeKey } from '../model/score-uses.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { EVERYTHING, closed, hull, multiplyRanges, point } from '../types/range.ts';
import { nodesOf } from './reading.ts';
import type { Study } from './study.ts';
import { itemRange, nodeRange, totalRange } from './sums.ts';

/** What the score of a part, or of the whole, can be. */
export function scoreRange(study: Study, of: ScoreName): Range {
  const { framework } = study;
  if (of === 'total') return totalRange(study).score;
  const key = placeKey(of);
  const node = nodesOf(framework.children).find(({ path }) => placeKey(path) === key);
  if (node) return withMovedPoints(study, node);
  const item = indicatorsOf(framework.children)
    .flatMap((indicator) => indicator.items)
    .find(({ path }) => placeKey(path) === key);
  if (item === undefined) throw new Error(`the framework holds no “${of.join(' / ')}”`);
  return itemRange(study, item);
}

/** What the parts of a node, or of the top, can be; `path` is empty for the top. */
export function partRanges(study: Study, path: readonly string[]): PartReading[] {
  const node = nodeAt(study, path);
  if (node?.kind === 'indicator')
    return node.items.map((item) => ({
      ...figures(itemRange(study, item), item.points),
      name: item.name,
      certainty: 'certain',
    }));
  return partsOf(study, node).flatMap((child): PartReading[] => {
    const truth = outcomes(study, child);
    const isFull = child.notApplicable?.policy === 'in-full';
    if (!truth.canBeIn && !isFull) return [];
    const certainty = truth.canBeOut && !isFull ? 'possible' : 'certain';
    return [
      { ...figures(nodeRange(study, child).score, child.points), name: child.name, certainty },
    ];
  });
}

function nodeAt({ framework }: Study, path: readonly string[]): Node | undefined {
  const key = placeKey(path);
  return nodesOf(framework.children).find((node) => placeKey(node.path) === key);
}

function partsOf({ framework }: Study, node: Node | undefined): readonly Node[] {
  if (node?.kind === 'indicator') return [];
  return (node ?? framework).children.filter(
    (child) => child.kind === 'indicator' || child.standing === 'counted',
  );
}

function figures(score: Range, points: Rational): Pick<PartReading, 'score' | 'rate'> {
  if (Q.signOf(points) === 0) return { score, rate: EVERYTHING };
  return { score, rate: multiplyRanges(score, point(Q.divide(Q.ONE, points))) };
}

// Whether a part can be there, and whether it can be out so that its points go elsewhere. A group is
// out, too, when everything in it is.
function outcomes(
  study: Study,
  node: Node,
): { readonly canBeIn: boolean; readonly canBeOut: boolean } {
  const { notApplicable } = node;
  const own = notApplicable && study.interpreter.truth(notApplicable.condition);
  const inside =
    node.kind === 'group' && node.children.length > 0
      ? node.children.map((child) => outcomes(study, child))
      : [{ canBeIn: true, canBeOut: false }];
  return {
    canBeIn: own?.canBeFalse !== false && inside.some((child) => child.canBeIn),
    canBeOut: own?.canBeTrue === true || inside.every((child) => child.canBeOut),
  };
}

/** More open parts than these are bounded by letting each take everything. */
const MOST_OPEN = 6;

/** What a combining rule can give. */
export function combinedRange(study: Study, node: Node | undefined, rule: Expression): Range {
  const parts = partsOf(study, node);
  const open = parts.filter((part) => {
    const { canBeOut } = outcomes(study, part);
    return canBeOut && part.notApplicable?.policy !== 'in-full';
  });
  if (open.length === 0) return study.interpreter.range(rule);
  const whole = Q.sum(parts.map((part) => part.points));
  if (open.length > MOST_OPEN) {
    const readings = parts.map((part): PartReading => {
      const most = Q.signOf(part.points) === 0 ? Q.ONE : Q.divide(whole, part.points);
      const reading = readingOf(study, part, closed(Q.ONE, most));
      return open.includes(part) ? { ...reading, certainty: 'possible' } : reading;
    });
    return interpreterWith(study, parts, readings).range(rule);
  }
  const results = subsets(open).flatMap((gone): Range[] => {
    if (gone.length === parts.length || !isPossible(study.interpreter, open, gone)) return [];
    const left = parts.filter((part) => !gone.includes(part));
    const kept = Q.sum(left.map((part) => part.points));
    const growth = Q.signOf(kept) === 0 ? Q.ONE : Q.divide(whole, kept);
    const readings = left.map((part) => readingOf(study, part, point(growth)));
    return [interpreterWith(study, parts, readings).range(rule)];
  });
  const [first, ...rest] = results;
  return first ? rest.reduce(hull, first) : study.interpreter.range(rule);
}

function readingOf(study: Study, part: Node, growth: Range): PartReading {
  const { score, rate } = figures(standingRange(study, part), part.points);
  return { name: part.name, score: multiplyRanges(score, growth), rate, certainty: 'certain' };
}

// While the part is there.
function standingRange(study: Study, part: Node): Range {
  const { score } = nodeRange(study, part);
  if (!outcomes(study, part).canBeOut) return score;
  return nodeRange(study, { ...part, notApplicable: undefined }).score;
}

function subsets(nodes: readonly Node[]): Node[][] {
  return nodes.reduce<Node[][]>(
    (sets, node) => [...sets, ...sets.map((set) => [...set, node])],
    [[]],
  );
}

function isPossible(
  interpreter: Interpreter,
  open: readonly Node[],
  gone: readonly Node[],
): boolean {
  let known: Interpreter | undefined = interpreter;
  for (const node of open) {
    // A group without a condition of its own is out by what happens inside it.
    if (node.notApplicable === undefined) continue;
    known = known.assuming(node.notApplicable.condition, gone.includes(node));
    if (known === undefined) return false;
  }
  return true;
}

// The same study in which the parts score so.
function interpreterWith(
  study: Study,
  parts: readonly Node[],
  readings: readonly PartReading[],
): Interpreter {
  const { environment } = study;
  const scores = new Map(
    parts.map(({ name, path }) => [
      placeKey(path),
      readings.find((reading) => reading.name === name)?.score ?? point(Q.ZERO),
    ]),
  );
  return createInterpreter({
    ...environment,
    score: (of) => {
      const range = scores.get(placeKey(of));
      return range ? { range, reads: new Set() } : readElsewhere(study, of);
    },
    parts: () => ({ parts: readings, reads: new Set() }),
  });
}

function readElsewhere({ environment }: Study, of: ScoreName) {
  const reading = environment.score?.(of);
  if (reading === undefined) throw new Error('a study knows every score');
  return reading;
}

// Where points may move to a part, its score grows with them: up to all the points around it.
function withMovedPoints(study: Study, node: Node): Range {
  const { score } = nodeRange(study, node);
  const around = frameOf(study, node);
  const isMoving = around.nodes.some((each) => {
    const { notApplicable } = each;
    return (
      each !== node &&
      notApplicable !== undefined &&
      notApplicable.policy !== 'in-full' &&
      study.interpreter.truth(notApplicable.condition).canBeTrue
    );
  });
  if (!isMoving || Q.signOf(node.points) === 0) return score;
  return multiplyRanges(score, closed(Q.ONE, Q.divide(around.points, node.points)));
}

// The parts between which points can move to a node: all, or those inside the nearest combined group.
function frameOf(
  { framework }: Study,
  node: Node,
): { readonly nodes: readonly Node[]; readonly points: Rational } {
  const combined = nodesOf(framework.children).findLast(
    (each) =>
      each !== node &&
      each.combine !== undefined &&
      each.path.length < node.path.length &&
      each.path.every((name, place) => name === node.path[place]),
  );
  const children = combined?.kind === 'group' ? combined.children : framework.children;
  const nodes = nodesOf(children);
  return { nodes, points: Q.sum(children.map((each) => each.points)) };
}
