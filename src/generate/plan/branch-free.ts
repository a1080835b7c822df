// Figures of a table without branches: where each row that fires implies that the next would have fired too, the
// figure is the last one and, for each row, what it stands above the next. On mixed data this is twice as fast.
import type { ComparisonOperator } from '../../model/expression.ts';
import type { Domain, Whole } from './whole.ts';
import { boundsOf } from './whole.ts';

/** What a comparison of whole numbers compares. */
export interface Compared {
  readonly operator: ComparisonOperator;
  readonly left: Whole;
  readonly right: Whole;
}

export interface ConstantRow {
  /** The text of its condition, and what that compares, if it does nothing else. */
  readonly when: { readonly text: string; readonly compared?: Compared };
  readonly value: bigint;
}

/** The figure of the first row that holds, as a sum; undefined where rows do not imply the next. */
export function constantText(
  domain: Domain,
  rows: readonly ConstantRow[],
  otherwise: bigint,
): string | undefined {
  if (domain.kind !== 'double') return undefined;
  const isOrdered = rows.every(({ when }, at) => {
    const next = rows[at + 1]?.when;
    return !next || implies(when.compared, next.compared);
  });
  if (!isOrdered) return undefined;
  const above = rows.map(({ value }, at) => value - (rows[at + 1]?.value ?? otherwise));
  let text = '';
  // What is added comes first, so that a difference needs no sign before it.
  const terms = rows.map(({ when }, at) => ({ by: above[at] ?? 0n, count: `+(${when.text})` }));
  const added = terms.filter(({ by }) => by > 0n).reverse();
  const taken = terms.filter(({ by }) => by < 0n).reverse();
  if (otherwise !== 0n || added.length === 0) text = String(otherwise);
  const times = (by: bigint, count: string) => (by === 1n ? count : `${by} * ${count}`);
  for (const { by, count } of added) text += `${text === '' ? '' : ' + '}${times(by, count)}`;
  for (const { by, count } of taken) text += ` - ${times(-by, count)}`;
  return text;
}

/** Whether the one cannot hold without the other. */
function implies(one: Compared | undefined, other: Compared | undefined): boolean {
  if (!one || !other || one.operator === '=' || one.operator === '!=') return false;
  const isLess = one.operator.startsWith('<');
  const isAlike = one.left.text === other.left.text && one.right.text === other.right.text;
  if (!isAlike || other.operator.startsWith('<') !== isLess || other.operator === '=') return false;
  const [p, q] = [one.left.factor, one.right.factor];
  const [r, s] = [other.left.factor, other.right.factor];
  // p·x ≥ q·y is x ≥ (q/p)·y, and the larger bound implies the smaller one.
  if (p <= 0n || r <= 0n || boundsOf({ ...one.right, factor: 1n })[0] <= 0n) return false;
  const [first, second] = isLess ? [q * r, s * p] : [s * p, q * r];
  // first ≤ second: the bound of the one is at least as far out.
  return first < second || (first === second && (one.operator === other.operator || isOpen(one)));
}

function isOpen({ operator }: Compared): boolean {
  return operator === '<' || operator === '>';
}

/** Whether a comparison holds for every department. */
export function alwaysHolds({ operator, left, right }: Compared): boolean {
  const [[low, high], [least, most]] = [boundsOf(left), boundsOf(right)];
  switch (operator) {
    case '>=':
      return low >= most;
    case '>':
      return low > most;
    case '<=':
      return high <= least;
    case '<':
      return high < least;
    case '=':
    case '!=':
      return false;
    default:
      return operator satisfies never;
  }
}
