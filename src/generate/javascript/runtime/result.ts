// Scores in results as text.
import type { Rational } from '../../../number/rational.ts';
import type { Figure } from './figure.ts';
import { unstepped } from './figure.ts';

/** A figure as exact text: a decimal where its expansion ends, otherwise a fraction. */
export function exactText({ n, d }: Rational): string {
  const most = d.toString(2).length;
  let places = 0;
  while (places < most && 10n ** BigInt(places) % d !== 0n) places++;
  if (places === most) return `${n}/${d}`;
  const digits = String(((n < 0n ? -n : n) * 10n ** BigInt(places)) / d).padStart(places + 1, '0');
  const sign = n < 0n ? '-' : '';
  return places === 0
    ? sign + digits
    : `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** A score of a result as exact text. */
export function formatSteps(score: Figure, step: Rational): string {
  return exactText(unstepped(score, step));
}
