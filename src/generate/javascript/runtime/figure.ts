// Figures of an input as fractions: whole numbers of a small step, or fractions where they are finer.
import type { Rational } from '../../../number/rational.ts';
import { rational } from '../../../number/rational.ts';
import { undecided } from './undecided.ts';

/** A figure of the input: a whole number of its step, or a fraction in base units. */
export type Figure = number | Rational;

/** The fraction that a figure stands for; `perUnit` steps make one base unit. */
export function exactly(figure: Figure | undefined, perUnit: bigint, name: string): Rational {
  if (figure === undefined) throw undecided(`“${name}” is not known`, name);
  if (typeof figure !== 'number') return figure;
  if (!Number.isSafeInteger(figure))
    throw new RangeError(`“${name}” is ${figure}, no whole number of its step`);
  return rational(figure, perUnit);
}
