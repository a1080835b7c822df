// Awards within the row of a table.
import type { Rational } from '../../../number/rational.ts';
import { compare } from '../../../number/rational.ts';
import { undecided } from './undecided.ts';

/** An award that must lie between two figures. */
export function within(award: Rational, least: Rational, most: Rational, name: string): Rational {
  if (compare(award, least) >= 0 && compare(award, most) <= 0) return award;
  throw undecided(`the award for “${name}” lies outside the row that applies`, name);
}
