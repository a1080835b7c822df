// Cutting a range at the figures that a table speaks of: between two neighbouring ones, and at each
// of them, every row either holds throughout or not at all.
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import { between, hull, intersect, point } from '../types/range.ts';

/** The parts of a range at and between the limits, ascending; none of them empty. */
export function regionsOf(range: Range, limits: readonly Rational[]): Range[] {
  const inOrder = [...limits].sort(Q.compare).filter((limit, index, all) => {
    const before = all[index - 1];
    return before === undefined || !Q.equal(before, limit);
  });
  const open = (value: Rational | undefined): End | undefined => value && { value, open: true };
  const parts: (Range | undefined)[] = [between(undefined, open(inOrder[0]))];
  inOrder.forEach((limit, index) => {
    parts.push({ ...point(limit), integer: false }, between(open(limit), open(inOrder[index + 1])));
  });
  return parts.flatMap((part) => {
    const region = part && intersect(range, part);
    return region ? [region] : [];
  });
}

/** Neighbouring regions put together. */
export interface Stretch {
  readonly regions: readonly Range[];
  readonly whole: Range;
}

/** The stretches of neighbouring regions in which something holds. */
export function stretchesOf(
  regions: readonly Range[],
  holds: (region: Range) => boolean,
): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Range[] = [];
  const close = () => {
    const [first, ...rest] = open;
    if (first) stretches.push({ regions: open, whole: rest.reduce(hull, first) });
    open = [];
  };
  for (const region of regions) {
    if (holds(region)) open.push(region);
    else close();
  }
  close();
  return stretches;
}
