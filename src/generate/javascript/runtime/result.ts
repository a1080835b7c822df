// Scores in results: whole numbers of their step where they are, otherwise fractions.
import type { Rational } from '../../../number/rational.ts';
import { divide, multiply, rational } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';

/** A figure in whole steps, or as it is where it lies between them. */
export function stepped(figure: Rational, step: Rational): Figure {
  const { n, d } = divide(figure, step);
  return d === 1n && Number.isSafeInteger(Number(n)) ? Number(n) : figure;
}

/** A figure as exact text: a decimal where its expansion ends, otherwise a fraction. */
export function exactText({ n, d }: Rational): string {
  let decimals = 0;
  let rest = d;
  for (; rest % 10n === 0n; rest /= 10n) decimals++;
  for (; rest % 2n === 0n; rest /= 2n) decimals++;
  for (; rest % 5n === 0n; rest /= 5n) decimals++;
  if (rest !== 1n) return `${n}/${d}`;
  const digits = String(((n < 0n ? -n : n) * 10n ** BigInt(decimals)) / d).padStart(
    decimals + 1,
    '0',
  );
  const whole = digits.slice(0, digits.length - decimals);
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(digits.length - decimals)}`;
  return n < 0n ? `-${text}` : text;
}

/** A score of a result as exact text. */
export function formatSteps(score: Figure, step: Rational): string {
  return exactText(typeof score === 'number' ? multiply(rational(score), step) : score);
}
