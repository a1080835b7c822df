// Spending over four quarters that lies exactly on a rounding tie: the figures that random data never hits, since
// four denominators meet in one sum.
import type { Random } from './seeded.ts';

export type Four = readonly [number, number, number, number];

/** A figure made divisible, and never 0. */
export const divisible = (figure: number, by: number): number =>
  Math.max(1, Math.round(figure / by)) * by;

/** Mostly 0, now and then a step up or down. */
export const beside = ({ pick }: Random): number => pick([0, 0, 0, 0, 1, -1]);

/**
 * Spending a, b, c, d of a budget such that (12a + 6b + 4c + 3d) is an odd number of parts, of which a budget has
 * `parts`; none where the numbers drawn do not allow it.
 */
export function tiedQuarters(
  budget: number,
  parts: number,
  { whole, unit }: Random,
): Four | undefined {
  const before = (share: number) => Math.round(budget * share * (0.8 + unit() * 0.15));
  const [a, b, c] = [before(0.25), before(0.5), before(0.75)];
  const known = 12 * a + 6 * b + 4 * c;
  const part = budget / parts;
  // Near 90 % of the budget in the year, and divisible by 3 with the rest.
  const least = Math.floor((known + 2.7 * budget) / part / 2) + whole(0, parts / 10);
  for (let tries = 0; tries < 3; tries++) {
    const rest = (2 * (least + tries) + 1) * part - known;
    if (rest % 3 === 0 && rest >= 0) return [a, b, c, rest / 3];
  }
  return undefined;
}
