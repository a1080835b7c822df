// What may vary and how far, as asked → the parts with their bounds in steps and the space of weightings;
// or why there is none. Points stay on the grid that starts at a part's own points and goes in steps
// from there, so that the weighting of the ruleset is one of them wherever the bounds let it be.
import type { Framework, Node } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import type { Fixed } from './weighable.ts';
import { weighableParts } from './weighable.ts';
import type { Space } from './space.ts';
import { createSpace } from './space.ts';

/** What may vary: every part by a share of its points, and parts by name within bounds of their own. */
export interface Leave {
  readonly spread: Rational | undefined;
  readonly within: readonly {
    readonly path: readonly string[];
    readonly low: Rational;
    readonly high: Rational;
  }[];
  readonly step: Rational;
  /** Among which parts points move: all that vary, or those that stand in the same group. */
  readonly conserve: Conserve;
}

export type Conserve = 'whole' | 'groups';

export interface VariedPart {
  readonly node: Node;
  /** The least and the most points of the weightings, on the grid of steps. */
  readonly low: Rational;
  readonly high: Rational;
  readonly fewest: number;
  readonly most: number;
}

export interface Weightings {
  readonly kind: 'weightings';
  readonly parts: readonly VariedPart[];
  readonly step: Rational;
  readonly conserve: Conserve;
  readonly space: Space;
}

/** Why there are no weightings to look at. */
export type NoWeightings =
  | { readonly kind: 'fixed-part'; readonly path: readonly string[]; readonly why: Fixed }
  | { readonly kind: 'inside-rule'; readonly path: readonly string[]; readonly holder: string }
  /** Bounds without a point of the grid between them. */
  | {
      readonly kind: 'empty-bounds';
      readonly path: readonly string[];
      readonly points: Rational;
      readonly low: Rational;
      readonly high: Rational;
    }
  /** The bounds do not let the points add up, or let nothing else than what the ruleset says. */
  | { readonly kind: 'never-adds-up' | 'nothing-varies'; readonly parts: readonly string[] }
  | { readonly kind: 'too-fine'; readonly steps: number; readonly most: number };

// Counting takes memory for each sum of steps.
const MOST_STEPS = 200_000;

/** The weightings that are asked for. */
export function weightingsOf(framework: Framework, leave: Leave): Weightings | NoWeightings {
  const { parts: weighable, fixed } = weighableParts(framework);
  const asked = new Map(leave.within.map((bounds) => [placeKey(bounds.path), bounds]));
  for (const { path } of asked.values()) {
    if (weighable.some((node) => isAt(node, path))) continue;
    const out = fixed.find(({ node }) => isAt(node, path));
    if (out) return { kind: 'fixed-part', path, why: out.why };
    const holder = weighable.find((node) =>
      path.join('\n').startsWith(`${node.path.join('\n')}\n`),
    );
    return { kind: 'inside-rule', path, holder: holder?.name ?? '' };
  }
  const parts: VariedPart[] = [];
  for (const node of weighable) {
    const bounds = asked.get(placeKey(node.path)) ?? spreadOf(node, leave.spread);
    if (!bounds) continue;
    const part = variedPart(node, bounds, leave.step);
    if (part.fewest > part.most)
      return { kind: 'empty-bounds', path: node.path, points: node.points, ...bounds };
    parts.push(part);
  }
  const steps = parts.reduce((sum, { fewest, most }) => sum + most - fewest, 0);
  if (steps > MOST_STEPS) return { kind: 'too-fine', steps, most: MOST_STEPS };
  const space = createSpace(parts, setsOf(parts, leave.conserve));
  const names = parts.map(({ node }) => node.name);
  if (space.count === 0n) return { kind: 'never-adds-up', parts: names };
  if (space.count === 1n) return { kind: 'nothing-varies', parts: names };
  return { kind: 'weightings', parts, step: leave.step, conserve: leave.conserve, space };
}

function isAt({ path }: Node, wanted: readonly string[]): boolean {
  return placeKey(path) === placeKey(wanted);
}

interface Bounds {
  readonly low: Rational;
  readonly high: Rational;
}

function spreadOf({ points }: Node, share: Rational | undefined): Bounds | undefined {
  if (!share) return undefined;
  const by = Q.multiply(points, share);
  return { low: Q.subtract(points, by), high: Q.add(points, by) };
}

function variedPart(node: Node, { low, high }: Bounds, step: Rational): VariedPart {
  // A part without points would have no score to keep a share of.
  const least = Q.maximum(low, Q.ZERO);
  const steps = (end: Rational) => Q.divide(Q.subtract(end, node.points), step);
  const fewest = Number(Q.ceiling(steps(least)).n);
  const most = Number(Q.floor(steps(high)).n);
  const pointsAt = (count: number) => Q.add(node.points, Q.multiply(Q.rational(count), step));
  return { node, fewest, most, low: pointsAt(fewest), high: pointsAt(most) };
}

/** The points of a part so many steps away from its own. */
export function pointsAt({ node }: VariedPart, steps: number, step: Rational): Rational {
  return Q.add(node.points, Q.multiply(Q.rational(steps), step));
}

function setsOf(parts: readonly VariedPart[], conserve: Conserve): number[][] {
  if (conserve === 'whole') return [parts.map((_, place) => place)];
  const sets = new Map<string, number[]>();
  parts.forEach(({ node }, place) => {
    const holder = placeKey(node.path.slice(0, -1));
    sets.set(holder, [...(sets.get(holder) ?? []), place]);
  });
  return [...sets.values()];
}
