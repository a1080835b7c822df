// Where a score passes through a wanted figure, computed from a few samples: exact where the score is
// a straight line or a quotient of two of them on the stretch, and only a guess otherwise. Where it
// jumps, the simplest fraction on a short stretch is the guess.
import type { Rational } from '../number/rational.ts';
import {
  add,
  compare,
  divide,
  equal,
  multiply,
  rational,
  signOf,
  subtract,
} from '../number/rational.ts';
export { simplestBetween } from '../number/simplest.ts';

type Score = (value: Rational) => Rational | undefined;

/** A figure and the score there. */
export interface Sample {
  readonly x: Rational;
  readonly y: Rational;
}

/** The places strictly between two figures where the score takes one of the wanted values, ascending. */
export function fittedPreimages(
  score: Score,
  low: Rational,
  high: Rational,
  wanted: readonly Rational[],
): Rational[] {
  const width = subtract(high, low);
  const samples: Sample[] = [];
  for (const part of [1, 2, 3]) {
    const x = add(low, multiply(width, rational(part, 4)));
    const y = score(x);
    if (y === undefined) return [];
    samples.push({ x, y });
  }
  const [a, b, c] = samples;
  if (!a || !b || !c) return [];
  const invert = inverseThrough(a, b, c);
  if (invert === undefined) return [];
  const places = wanted.flatMap((y) => invert(y) ?? []);
  const inside = places.filter((x) => compare(low, x) < 0 && compare(x, high) < 0).sort(compare);
  return inside.filter((x, at) => at === 0 || !equal(x, inside[at - 1] ?? low));
}

/** The inverse of the line through three samples, or of y = (p·x + q) / (x + r). */
export function inverseThrough(
  a: Sample,
  b: Sample,
  c: Sample,
): ((y: Rational) => Rational | undefined) | undefined {
  const [ab, bc] = [slope(a, b), slope(b, c)];
  if (equal(ab, bc)) {
    if (signOf(ab) === 0) return undefined;
    return (y) => add(a.x, divide(subtract(y, a.y), ab));
  }
  // p·x + q − r·y = x·y at three samples; subtracting them in pairs leaves p and r.
  const [dx1, dy1, dz1] = differences(a, b);
  const [dx2, dy2, dz2] = differences(b, c);
  const determinant = subtract(multiply(dx2, dy1), multiply(dx1, dy2));
  if (signOf(determinant) === 0) return undefined;
  const p = divide(subtract(multiply(dz2, dy1), multiply(dz1, dy2)), determinant);
  const r = divide(subtract(multiply(dx1, dz2), multiply(dx2, dz1)), determinant);
  const q = add(subtract(multiply(a.x, a.y), multiply(p, a.x)), multiply(r, a.y));
  return (y) => {
    const below = subtract(y, p);
    return signOf(below) === 0 ? undefined : divide(subtract(q, multiply(y, r)), below);
  };
}

function slope(a: Sample, b: Sample): Rational {
  return divide(subtract(b.y, a.y), subtract(b.x, a.x));
}

function differences(a: Sample, b: Sample): readonly [Rational, Rational, Rational] {
  return [subtract(b.x, a.x), subtract(b.y, a.y), subtract(multiply(b.x, b.y), multiply(a.x, a.y))];
}
