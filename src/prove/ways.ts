// The ways in which the parts of a combined whole can be there: which of them exist, which are out so
// that the others take over their points, which were chosen. A rule over the parts is proved for each.
import type { Expression } from '../model/expression.ts';
import type { Item, Node } from '../model/framework.ts';
import { admissibleChoices, isPool, termsOf } from '../model/pool.ts';
import type { PoolGroup } from '../model/pool.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Study } from './study.ts';
import { givesPointsAway } from './sums.ts';

/** Something that a rule combines. */
export type Part = Node | Item;

/** One way: what is known of the departments in it, and what has become of the parts. */
export interface Way {
  readonly study: Study;
  readonly present: readonly Part[];
  /** Parts whose points go to those that are present. */
  readonly gone: readonly Node[];
  /** What a pool multiplies the points of the chosen parts by. */
  readonly scale: Rational;
}

/** With more ways than this, bounds are taken instead. */
const MOST_WAYS = 64;

/** The parts that the rule of a node, or of the top, combines. */
export function combinedParts({ framework }: Study, node: Node | undefined): readonly Part[] {
  if (node?.kind === 'indicator') return node.items;
  return (node ?? framework).children.filter(
    (child) => child.kind === 'indicator' || child.standing === 'counted',
  );
}

/** Every way that is possible under a study; undefined where they are too many to follow. */
export function waysOf(study: Study, node: Node | undefined): readonly Way[] | undefined {
  const parts = combinedParts(study, node);
  const start: Way = { study, present: [], gone: [], scale: Q.ONE };
  if (node === undefined || !isPool(node)) return follow(parts, start);
  const choices = choicesFrom(study, node);
  const ways = choices?.map((chosen) => {
    const present = parts.filter(({ name }) => chosen.includes(name));
    return follow(present, { ...start, scale: scaleOf(node, present) });
  });
  const all = ways?.flatMap((each) => each ?? []) ?? [];
  return !ways || ways.includes(undefined) || all.length > MOST_WAYS ? undefined : all;
}

function choicesFrom(study: Study, pool: PoolGroup): readonly (readonly string[])[] | undefined {
  const value = study.environment.input(pool.pool.inputName);
  return admissibleChoices(termsOf(pool), value, MOST_WAYS);
}

function scaleOf({ pool, points }: PoolGroup, chosen: readonly Part[]): Rational {
  const sum = Q.sum(chosen.map((part) => part.points));
  return pool.redistribute && Q.signOf(sum) !== 0 ? Q.divide(points, sum) : Q.ONE;
}

function follow(parts: readonly Part[], start: Way): readonly Way[] | undefined {
  let ways: readonly Way[] = [start];
  for (const part of parts) {
    ways = ways.flatMap((way) => withPart(way, part));
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}

function withPart(way: Way, part: Part): Way[] {
  if (part.applies === undefined) return withExisting(way, part);
  const { holding, failing } = split(way, part.applies.condition);
  return [...(holding ? withExisting(holding, part) : []), ...(failing ? [failing] : [])];
}

function withExisting(way: Way, part: Part): Way[] {
  const present = (open: Way): Way => ({ ...open, present: [...open.present, part] });
  if (!('kind' in part)) return [present(way)];
  const gone = (open: Way): Way => ({ ...open, gone: [...open.gone, part] });
  // Awarded something while it is out, a part is still there.
  const leaves = givesPointsAway(part) ? part.notApplicable : undefined;
  const { holding, failing } = leaves
    ? split(way, leaves.condition)
    : { holding: undefined, failing: way };
  return [
    ...(holding ? [gone(holding)] : []),
    ...(failing ? emptied(failing, part).map((isOut) => (isOut ? gone : present)(failing)) : []),
  ];
}

// A group is out, too, when everything in it is.
function emptied(way: Way, node: Node): boolean[] {
  const { canBeIn, canBeOut } = insideOf(way.study, node);
  return [...(canBeIn ? [false] : []), ...(canBeOut ? [true] : [])];
}

function split(
  way: Way,
  condition: Expression,
): { readonly holding: Way | undefined; readonly failing: Way | undefined } {
  const truth = way.study.interpreter.truth(condition);
  if (!truth.canBeFalse) return { holding: way, failing: undefined };
  if (!truth.canBeTrue) return { holding: undefined, failing: way };
  const under = (outcome: boolean): Way | undefined => {
    const study = way.study.assuming(condition, outcome);
    return study && { ...way, study };
  };
  return { holding: under(true), failing: under(false) };
}

interface Presence {
  readonly canBeIn: boolean;
  readonly canBeOut: boolean;
}

function insideOf(study: Study, node: Node): Presence {
  if (node.kind === 'indicator' || node.children.length === 0)
    return { canBeIn: true, canBeOut: false };
  const inside = node.children.map((child) => presenceOf(study, child));
  return {
    canBeIn: inside.some((child) => child.canBeIn),
    canBeOut: inside.every((child) => child.canBeOut),
  };
}

/** Whether a part can be there, and whether it can be missing from the others. */
export function presenceOf(study: Study, part: Part): Presence {
  const { interpreter } = study;
  const exists = part.applies && interpreter.truth(part.applies.condition);
  const leaves = 'kind' in part && givesPointsAway(part) ? part.notApplicable : undefined;
  const isOut = leaves && interpreter.truth(leaves.condition);
  const inside = 'kind' in part ? insideOf(study, part) : { canBeIn: true, canBeOut: false };
  return {
    canBeIn: exists?.canBeTrue !== false && isOut?.canBeFalse !== false && inside.canBeIn,
    canBeOut: exists?.canBeFalse === true || isOut?.canBeTrue === true || inside.canBeOut,
  };
}
