// New points for some parts of a tree, and what everything around, inside and beside them then has, so
// that parts add up again: others give way in proportion, groups take the sum of their parts, and the
// parts of what was changed are scaled with it.
import type { PointsNode } from '../../src/edit/points-tree.ts';
import { decimalsOf } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { apportion } from '../../src/edit/apportion.ts';
import { keyOf } from './part-views.ts';

/** Every part whose points are new, or why that cannot be. */
export type Balanced =
  | { readonly kind: 'balanced'; readonly points: ReadonlyMap<string, Rational> }
  | { readonly kind: 'impossible'; readonly why: 'too-little'; readonly left: Rational }
  | { readonly kind: 'impossible'; readonly why: 'unknown-part'; readonly name: string };

/** Works out the new points; keys are paths as `keyOf` writes them. */
export function balance(
  tree: PointsNode,
  wanted: ReadonlyMap<string, Rational>,
  giveWay: readonly string[],
): Balanced {
  const nodes = new Map(partsOf(tree).map((node) => [keyOf(node.path), node]));
  for (const key of [...wanted.keys(), ...giveWay])
    if (!nodes.has(key)) return { kind: 'impossible', why: 'unknown-part', name: key };
  const step = stepOf([...nodes.values(), ...[...wanted.values()].map((points) => ({ points }))]);
  const points = new Map<string, Rational>();
  for (const [key, value] of wanted) assign(nodes.get(key) ?? tree, value);

  function old(node: PointsNode): Rational {
    return node.points ?? Q.ZERO;
  }
  // A part with what is inside of it; what was asked for by name stays as asked.
  function assign(node: PointsNode, value: Rational): void {
    points.set(keyOf(node.path), value);
    if (!node.adds) return;
    const inner = node.children.filter((child) => !child.bonus);
    const fixed = inner.filter((child) => wanted.has(keyOf(child.path)));
    const free = inner.filter((child) => !wanted.has(keyOf(child.path)));
    const rest = Q.subtract(
      value,
      Q.sum(fixed.map((child) => wanted.get(keyOf(child.path)) ?? Q.ZERO)),
    );
    if (Q.equal(rest, Q.sum(free.map(old))) || Q.signOf(rest) < 0) return;
    const shared = apportion(rest, free.map(old), step);
    free.forEach((child, index) => assign(child, shared[index] ?? old(child)));
  }

  // What the changes take or leave is made up by those who give way, once for each change that does not
  // lie inside another.
  const outer = [...wanted.keys()].filter(
    (key) => ![...wanted.keys()].some((other) => other !== key && key.startsWith(`${other}\n`)),
  );
  const gained = Q.sum(
    outer.map((key) => {
      const node = nodes.get(key);
      return Q.subtract(wanted.get(key) ?? Q.ZERO, node ? old(node) : Q.ZERO);
    }),
  );
  const yielding = giveWay.flatMap((key) => (wanted.has(key) ? [] : (nodes.get(key) ?? [])));
  if (yielding.length > 0) {
    const left = Q.subtract(Q.sum(yielding.map(old)), gained);
    if (Q.signOf(left) < 0)
      return { kind: 'impossible', why: 'too-little', left: Q.sum(yielding.map(old)) };
    const shared = apportion(left, yielding.map(old), step);
    yielding.forEach((node, index) => assign(node, shared[index] ?? old(node)));
  }
  sumUp(tree, points, wanted);
  for (const [key, value] of points)
    if (Q.equal(value, nodes.get(key)?.points ?? Q.ZERO)) points.delete(key);
  return { kind: 'balanced', points };
}

// Groups around a change take the sum of their parts, unless they were asked to have something else.
function sumUp(
  node: PointsNode,
  points: Map<string, Rational>,
  wanted: ReadonlyMap<string, Rational>,
): Rational {
  const own = () => points.get(keyOf(node.path)) ?? node.points ?? Q.ZERO;
  const sums = node.children
    .filter((child) => !child.bonus)
    .map((child) => sumUp(child, points, wanted));
  for (const child of node.children) if (child.bonus) sumUp(child, points, wanted);
  if (!node.adds || wanted.has(keyOf(node.path)) || !touches(node, points)) return own();
  const sum = Q.sum(sums);
  points.set(keyOf(node.path), sum);
  return sum;
}

function touches(node: PointsNode, points: ReadonlyMap<string, Rational>): boolean {
  return node.children.some((child) => !child.bonus && points.has(keyOf(child.path)));
}

/** Every part below the total, and the total itself. */
export function partsOf(node: PointsNode): PointsNode[] {
  return [node, ...node.children.flatMap(partsOf)];
}

const COARSEST = Q.rational(1n, 10n);

// The finest step that the ruleset writes anyway, a tenth at the coarsest.
function stepOf(figures: readonly { readonly points: Rational | undefined }[]): Rational {
  const decimals = figures.map(({ points }) => (points ? (decimalsOf(points) ?? 2) : 0));
  const finest = Math.min(4, Math.max(0, ...decimals));
  return finest <= 1 ? COARSEST : Q.rational(1n, 10n ** BigInt(finest));
}
