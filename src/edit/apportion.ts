// Points shared out in proportion, in steps that a person would write, so that they add up exactly:
// every part gets its share rounded down, and the largest remainders get the steps that are left.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';

/** Shares `total` in proportion to `weights`; alike where all weights are 0. */
export function apportion(
  total: Rational,
  weights: readonly Rational[],
  step: Rational,
): Rational[] {
  if (weights.length === 0) return [];
  const all = Q.sum(weights);
  const isEven = Q.signOf(all) === 0;
  const exact = weights.map((weight) =>
    isEven ? Q.divide(total, Q.rational(weights.length)) : Q.divide(Q.multiply(total, weight), all),
  );
  const floors = exact.map((share) => Q.multiply(Q.floor(Q.divide(share, step)), step));
  let left = Q.subtract(total, Q.sum(floors));
  const order = exact
    .map((share, index) => ({ index, rest: Q.subtract(share, floors[index] ?? Q.ZERO) }))
    .sort((a, b) => Q.compare(b.rest, a.rest) || a.index - b.index);
  const shares = [...floors];
  for (const { index } of order) {
    if (Q.signOf(left) <= 0) break;
    // The last step may be a part of one, where the total is no whole number of them.
    const given = Q.minimum(step, left);
    shares[index] = Q.add(shares[index] ?? Q.ZERO, given);
    left = Q.subtract(left, given);
  }
  return shares;
}
