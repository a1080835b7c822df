// Which whole number of steps puts a figure on a turn of a gauge, or as close beside it as whole steps
// allow. Along one figure a gauge is, from one turn to the next, a quotient of two linear figures: three
// points determine it, and a fourth confirms it.
import type { Rational } from '../../src/number/rational.ts';
import {
  ONE,
  ZERO,
  add,
  divide,
  equal,
  floor,
  gcd,
  isInteger,
  multiply,
  rational,
  subtract,
} from '../../src/number/rational.ts';
import type { Chance } from './chance.ts';
import type { Gauge } from './gauges.ts';

/** (a + b·t) / (1 + c·t), t steps from where it was measured. */
export interface Curve {
  readonly a: Rational;
  readonly b: Rational;
  readonly c: Rational;
}

/** The curve through four points (t, figure), the first at 0; undefined where there is none, or it is flat. */
export function curveThrough(points: readonly (readonly [bigint, Rational])[]): Curve | undefined {
  const [first, second, third, fourth] = points;
  if (!first || !second || !third || !fourth) return undefined;
  const a = first[1];
  const [t1, f1, t2, f2] = [rational(second[0]), second[1], rational(third[0]), third[1]];
  // b·t − c·f·t = f − a, at two points.
  const [p1, q1, r1] = [t1, multiply(f1, t1), subtract(f1, a)];
  const [p2, q2, r2] = [t2, multiply(f2, t2), subtract(f2, a)];
  const determinant = subtract(multiply(q1, p2), multiply(p1, q2));
  const isLine = equal(multiply(r1, t2), multiply(r2, t1));
  if (!isLine && determinant.n === 0n) return undefined;
  const c = isLine ? ZERO : divide(subtract(multiply(p1, r2), multiply(r1, p2)), determinant);
  const b = divide(add(r1, multiply(c, q1)), p1);
  const curve = { a, b, c };
  const isFlat = equal(a, f1) && equal(a, f2);
  return !isFlat && equal(figureAt(curve, fourth[0]) ?? a, fourth[1]) ? curve : undefined;
}

function figureAt({ a, b, c }: Curve, t: bigint): Rational | undefined {
  const below = add(ONE, multiply(c, rational(t)));
  return below.n === 0n ? undefined : divide(add(a, multiply(b, rational(t))), below);
}

/** Steps to go: on the turn itself, and next to it on both sides, as far as there are any. */
export interface Turns {
  readonly on: readonly bigint[];
  readonly beside: readonly bigint[];
}

/** Looks for turns from `least` to `most` steps away. */
export function turnsOf(
  turns: Gauge['turns'],
  curve: Curve,
  least: bigint,
  most: bigint,
  chance: Chance,
): Turns {
  if (turns === 'threshold') return around(curve, ZERO, least, most);
  const half = turns === 'half' ? 1n : 0n;
  if (curve.c.n === 0n) {
    const found = byCongruence(curve, half, least, most, chance);
    if (found.on.length + found.beside.length > 0) return found;
  }
  return bySearch(curve, half, least, most, chance);
}

// The place where the curve takes a figure, or the whole steps around that place.
function around({ a, b, c }: Curve, figure: Rational, least: bigint, most: bigint): Turns {
  const slope = subtract(b, multiply(figure, c));
  if (slope.n === 0n) return { on: [], beside: [] };
  const place = divide(subtract(figure, a), slope);
  const below = floor(place).n;
  const inside = (t: bigint) => t >= least && t <= most;
  if (isInteger(place))
    return {
      on: [below].filter(inside),
      beside: [below - 1n, below + 1n].filter(inside),
    };
  return { on: [], beside: [below, below + 1n].filter(inside) };
}

// a + b·t = (A + B·t) / D lies r / 2D beside k + half / 2 where 2A + 2B·t ≡ half·D + r (mod 2D). The
// smallest r that some t in reach has is about 2D over the reach: the window for r is widened to it.
function byCongruence(
  { a, b }: Curve,
  half: bigint,
  least: bigint,
  most: bigint,
  chance: Chance,
): Turns {
  const d = (a.d / gcd(a.d, b.d)) * b.d;
  const [above, slope] = [a.n * (d / a.d), b.n * (d / b.d)];
  const modulus = 2n * d;
  const from = least + chance.below((most - least) / 2n + 1n);
  const within = (low: bigint, high: bigint): bigint | undefined => {
    const offset = half * d - 2n * above - 2n * slope * from;
    const found = firstWithin(
      modulo(2n * slope, modulus),
      modulus,
      modulo(offset + low, modulus),
      modulo(offset + high, modulus),
    );
    return found === undefined || from + found > most ? undefined : from + found;
  };
  const nearest = (sign: bigint): bigint | undefined => {
    for (let width = modulus / (most - from + 1n) / 16n + 1n; width < d; width *= 4n) {
      const found = sign > 0n ? within(1n, width) : within(-width, -1n);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const exact = within(0n, 0n);
  const beside = [nearest(1n), nearest(-1n)].filter((each) => each !== undefined);
  return { on: exact === undefined ? [] : [exact], beside };
}

/** The smallest t ≥ 0 for which factor · t mod modulus lies from `low` to `high`, around 0 where low > high. */
export function firstWithin(
  factor: bigint,
  modulus: bigint,
  low: bigint,
  high: bigint,
): bigint | undefined {
  if (low === 0n || low > high) return 0n;
  if (factor === 0n) return undefined;
  // Steps of nearly the modulus are short steps backwards.
  if (2n * factor > modulus)
    return firstWithin(modulus - factor, modulus, modulus - high, modulus - low);
  const first = (low + factor - 1n) / factor;
  if (factor * first <= high) return first;
  // factor·t = modulus·rounds + v: which rounds let a multiple of the factor fall into the window?
  const rounds = firstWithin(modulo(-modulus, factor), factor, low % factor, high % factor);
  return rounds === undefined ? undefined : (low + modulus * rounds + factor - 1n) / factor;
}

// The nearest ties to some places of the curve, and of the steps around them the closest.
function bySearch(curve: Curve, half: bigint, least: bigint, most: bigint, chance: Chance): Turns {
  const on: bigint[] = [];
  let closest: { readonly t: bigint; readonly distance: Rational }[] = [];
  for (let tries = 0; tries < 40; tries++) {
    const from = least + chance.below(most - least + 1n);
    const figure = figureAt(curve, from);
    if (!figure) continue;
    const tie = add(floor(figure), rational(half, 2n));
    const found = around(curve, tie, least, most);
    on.push(...found.on);
    for (const t of found.beside) {
      const reached = figureAt(curve, t);
      if (reached) closest.push({ t, distance: size(subtract(reached, tie)) });
    }
    closest = closest.sort((p, q) => sign(subtract(p.distance, q.distance))).slice(0, 3);
  }
  return { on: on.slice(0, 2), beside: closest.map(({ t }) => t) };
}

function size({ n, d }: Rational): Rational {
  return { n: n < 0n ? -n : n, d };
}

function sign({ n }: Rational): number {
  return n < 0n ? -1 : n > 0n ? 1 : 0;
}

function modulo(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}
