// Choosing from a pool (由单位自选): which choices are admissible, what is wrong with one that is not,
// and whether any can be right at all. The checker, the readers and scoring share these answers.
import type { ChoiceFault } from '../diagnostics/choice-messages.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import { add, compare, equal, signOf, sum } from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import type { Framework, Group, Node, PoolTerms, ValueInput } from './framework.ts';

/** A group whose parts each department chooses. */
export type PoolGroup = Group & { readonly pool: NonNullable<Group['pool']> };

/** Whether a node is a pool. */
export function isPool(node: Node): node is PoolGroup {
  return node.kind === 'group' && node.pool !== undefined;
}

/** Every pool, outer before inner. */
export function poolsOf({ children }: Pick<Framework, 'children'>): PoolGroup[] {
  const within = (node: Node): PoolGroup[] => {
    if (node.kind === 'indicator') return [];
    return [...(isPool(node) ? [node] : []), ...node.children.flatMap(within)];
  };
  return children.flatMap(within);
}

/** The terms on which a pool's parts are chosen. */
export function termsOf({ points, pool, children }: PoolGroup): PoolTerms {
  const parts = children.map((child) => ({ name: child.name, points: child.points }));
  return { points, redistribute: pool.redistribute, parts };
}

/** What is wrong with a known choice; undefined where it is admissible or not all known. */
export function choiceFault(
  { name, pool }: Pick<ValueInput, 'name' | 'pool'>,
  value: Value,
): ChoiceFault | undefined {
  const chosen = pool && chosenNames(value);
  if (!chosen) return undefined;
  const points = formatExact(pool.points);
  const part = chosen.find((one, index) => chosen.indexOf(one) !== index);
  if (part !== undefined) return { name, points, fault: { kind: 'twice', part } };
  if (isAdmissible(pool, chosen)) return undefined;
  const sum = formatExact(pointsOf(pool, chosen));
  return { name, points, fault: pool.redistribute ? { kind: 'nothing' } : { kind: 'sum', sum } };
}

function pointsOf({ parts }: PoolTerms, chosen: readonly string[]): Rational {
  return sum(parts.flatMap((part) => (chosen.includes(part.name) ? part.points : [])));
}

function isAdmissible(terms: PoolTerms, chosen: readonly string[]): boolean {
  const points = pointsOf(terms, chosen);
  if (!terms.redistribute) return equal(points, terms.points);
  return signOf(points) !== 0 || signOf(terms.points) === 0;
}

/** The names that a choice's value gives; undefined while any of it is open. */
export function chosenNames(value: Value): readonly string[] | undefined {
  if (value.kind !== 'list' || value.further !== undefined) return undefined;
  const names = value.entries.flatMap((entry) =>
    entry.kind === 'enumeration' && entry.possible.size === 1 ? [...entry.possible] : [],
  );
  return names.length === value.entries.length ? names : undefined;
}

/** More steps than this, and the choices are too many to list. */
const MOST_STEPS = 20_000;

/**
 * Every admissible choice that a value leaves open, each as names in the order of the pool; undefined
 * where they are more than `most` or take too long to find.
 */
export function admissibleChoices(
  terms: PoolTerms,
  value: Value,
  most: number,
): readonly (readonly string[])[] | undefined {
  const known = chosenNames(value);
  if (known) return [known];
  const certain = namesCertainIn(value);
  const length = value.kind === 'list' && !value.further ? value.entries.length : undefined;
  const found: (readonly string[])[] = [];
  let steps = 0;
  const extend = (at: number, chosen: readonly string[], points: Rational): boolean => {
    if (++steps > MOST_STEPS) return false;
    const part = terms.parts[at];
    if (part === undefined) {
      if (length !== undefined && chosen.length !== length) return true;
      if (isAdmissible(terms, chosen)) found.push(chosen);
      return found.length <= most;
    }
    const more = add(points, part.points);
    const fits = terms.redistribute || compare(more, terms.points) <= 0;
    if (fits && !extend(at + 1, [...chosen, part.name], more)) return false;
    return certain.has(part.name) || extend(at + 1, chosen, points);
  };
  return extend(0, [], { n: 0n, d: 1n }) ? found : undefined;
}

function namesCertainIn(value: Value): ReadonlySet<string> {
  const entries = value.kind === 'list' ? value.entries : [];
  return new Set(
    entries.flatMap((entry) =>
      entry.kind === 'enumeration' && entry.possible.size === 1 ? [...entry.possible] : [],
    ),
  );
}

/** How many different sums are followed before the question is given up. */
const MOST_SUMS = 20_000;

/** Whether some choice, or some choice with this part in it, adds up; true where that is not known. */
export function canAddUp(terms: PoolTerms, part?: string): boolean {
  if (terms.redistribute) return true;
  const needed = terms.parts.filter(({ name }) => name === part);
  const others = terms.parts.filter(({ name }) => name !== part);
  let sums = new Map<string, Rational>();
  const start = sum(needed.map(({ points }) => points));
  sums.set(keyOf(start), start);
  for (const { points } of others) {
    const next = new Map(sums);
    for (const reached of sums.values()) {
      const more = add(reached, points);
      if (compare(more, terms.points) <= 0) next.set(keyOf(more), more);
    }
    if (next.size > MOST_SUMS) return true;
    sums = next;
  }
  return sums.has(keyOf(terms.points));
}

function keyOf({ n, d }: Rational): string {
  return `${n}/${d}`;
}
