// Figures of inputs and results: whole numbers of a small step, or fractions where they are finer.
import type { Rational } from '../../../number/rational.ts';
import { divide, multiply, rational } from '../../../number/rational.ts';

/** A figure: a whole number of its step, or a fraction in base units. */
export type Figure = number | Rational;

/** `3/4` as a fraction. */
export function fraction(text: string): Rational {
  const [n = '', d = '1'] = text.split('/');
  return rational(BigInt(n), BigInt(d));
}

/** A figure in whole steps, or as it is where it lies between them or is too large. */
export function stepped(figure: Rational, step: Rational): Figure {
  const { n, d } = divide(figure, step);
  return d === 1n && Number.isSafeInteger(Number(n)) ? Number(n) : figure;
}

/** The fraction that a figure stands for. */
export function unstepped(figure: Figure, step: Rational): Rational {
  if (typeof figure !== 'number') return rational(figure.n, figure.d);
  if (!Number.isSafeInteger(figure)) throw new RangeError(`${figure} is no whole number of steps`);
  return multiply(rational(figure), step);
}
