// The parts of two frameworks side by side: matched by path, or by a name that only one part of the same
// kind has in each; what is left stands alone.
import type { Framework, Group, Indicator, Item, Node } from '../../src/model/framework.ts';
import { keyOf } from './part-views.ts';

export type Part = Group | Indicator | Item;

/** Two parts that are one another's counterpart, or one without. */
export interface Pair {
  readonly kind: 'group' | 'indicator' | 'item';
  readonly left: Part | undefined;
  readonly right: Part | undefined;
  readonly children: readonly Pair[];
}

/** The tree of pairs, in the order of the left side, with what only the right side has behind it. */
export function matchParts(left: Framework, right: Framework): Pair[] {
  const counterpart = matches(left, right);
  const taken = new Set([...counterpart.values()]);
  const pairsOf = (lefts: readonly Part[], rights: readonly Part[]): Pair[] => [
    ...lefts.map((part) => {
      const other = counterpart.get(part);
      return {
        kind: kindOf(part),
        left: part,
        right: other,
        children: pairsOf(partsOf(part), other ? partsOf(other) : []),
      };
    }),
    ...rights
      .filter((part) => !taken.has(part))
      .map((part) => ({
        kind: kindOf(part),
        left: undefined,
        right: part,
        children: pairsOf([], partsOf(part)),
      })),
  ];
  return pairsOf(left.children, right.children);
}

function matches(left: Framework, right: Framework): ReadonlyMap<Part, Part> {
  const [lefts, rights] = [allParts(left.children), allParts(right.children)];
  const byPath = new Map(rights.map((part) => [placeKey(part), part]));
  const found = new Map<Part, Part>();
  for (const part of lefts) {
    const same = byPath.get(placeKey(part));
    if (same) found.set(part, same);
  }
  const used = new Set(found.values());
  const freeLeft = lefts.filter((part) => !found.has(part));
  const freeRight = rights.filter((part) => !used.has(part));
  for (const part of freeLeft) {
    const isAlike = (other: Part) => nameKey(other) === nameKey(part);
    const candidates = freeRight.filter(isAlike);
    const [only] = candidates;
    if (only && candidates.length === 1 && freeLeft.filter(isAlike).length === 1)
      found.set(part, only);
  }
  return found;
}

function placeKey(part: Part): string {
  return `${kindOf(part)}\n${keyOf(part.path)}`;
}

function nameKey(part: Part): string {
  // Items of one name stand in many indicators; their indicator tells them apart.
  const around = kindOf(part) === 'item' ? (part.path.at(-2) ?? '') : '';
  return `${kindOf(part)}\n${around}\n${part.name}`;
}

export function kindOf(part: Part): Pair['kind'] {
  return 'kind' in part ? part.kind : 'item';
}

function partsOf(part: Part): readonly Part[] {
  if (!('kind' in part)) return [];
  if (part.kind === 'group') return part.children;
  return part.items.filter(({ implicit }) => !implicit);
}

function allParts(nodes: readonly Node[]): Part[] {
  const below = (part: Part): Part[] => [part, ...partsOf(part).flatMap(below)];
  return nodes.flatMap(below);
}
