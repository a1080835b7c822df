// The place of one figure among those of rivals.
import type { Rational } from '../../../number/rational.ts';
import { add, compare, rational } from '../../../number/rational.ts';

/** The place, 1 for the first; `turn` is 1 where the highest comes first and -1 where the lowest does. */
export function placeAmong(
  own: Rational,
  rivals: readonly Rational[],
  turn: number,
  ties: 'best' | 'worst' | 'average' | 'dense',
): Rational {
  const ahead = rivals.filter((rival) => compare(rival, own) * turn > 0);
  const level = rivals.filter((rival) => compare(rival, own) === 0).length;
  if (ties === 'dense') {
    const others = ahead.filter(
      (one, at) => ahead.findIndex((rival) => compare(rival, one) === 0) === at,
    );
    return rational(others.length + 1);
  }
  const first = rational(ahead.length + 1);
  if (ties === 'best') return first;
  return add(first, ties === 'worst' ? rational(level) : rational(level, 2));
}
