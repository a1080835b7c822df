// Points that do not add up → the figures that would make them: for the whole, or for one of the parts.
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { formatExact, parseDecimal } from '../../number/decimal.ts';
import * as Q from '../../number/rational.ts';
import { bareText } from './written.ts';
import type { Outline, OutlineNode, OutlinePart } from './outline.ts';
import { nodesIn } from './outline.ts';

/** One group that does not add up. */
export interface PointsGap {
  /** Empty for the total. */
  readonly path: readonly string[];
  /** What the whole would have to be; undefined where it is what was asked for. */
  readonly sum: string | undefined;
  /** What each part would have to be, were it to take the whole difference. */
  readonly parts: readonly { readonly path: readonly string[]; readonly points: string }[];
}

/** The gaps that the checker found in a ruleset. What was asked for stays as it is. */
export function pointsGaps(
  diagnostics: readonly Diagnostic[],
  { parts }: Outline,
  asked: readonly (readonly string[])[],
): readonly PointsGap[] {
  const isAsked = (path: readonly string[]) =>
    asked.some(
      (each) => each.length === path.length && each.every((name, at) => name === path[at]),
    );
  return diagnostics.flatMap((diagnostic): PointsGap[] => {
    if (!isGap(diagnostic)) return [];
    const { path: written, sum, difference } = diagnostic.facts;
    const path = written === '' ? [] : written.split(' / ');
    const over = parseDecimal(difference);
    const inside = childrenAt(parts, path).flatMap((node) => {
      const points = node.standing.includes('"counted"') ? pointsOf(node) : undefined;
      const would = points && over && Q.subtract(points, over);
      return would && Q.signOf(would) > 0 && !isAsked([...path, node.name])
        ? [{ path: [...path, node.name], points: formatExact(would) }]
        : [];
    });
    return [{ path, sum: isAsked(path) ? undefined : sum, parts: inside }];
  });
}

function isGap(diagnostic: Diagnostic): diagnostic is Diagnostic<'points-not-conserved'> {
  return diagnostic.code === 'points-not-conserved';
}

function childrenAt(
  parts: readonly OutlinePart[],
  [name, ...deeper]: readonly string[],
): readonly OutlineNode[] {
  if (name === undefined) return nodesIn(parts);
  const node = nodesIn(parts).find((each) => each.name === name);
  return node ? childrenAt(node.parts, deeper) : [];
}

function pointsOf({ points }: OutlineNode): Q.Rational | undefined {
  const figure = /^[0-9.]+/.exec(bareText(points.written))?.[0];
  return points.tree?.kind === 'number'
    ? parseDecimal(points.tree.digits)
    : parseDecimal(figure ?? '');
}
