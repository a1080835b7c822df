// Irrational figures, exactly: numbers made from fractions by the four operations and by roots. They
// are kept as they were made. Any question about one (its sign, what it rounds to) is answered from
// fractions on both sides of it, as close as the question needs; a bound on how near to 0 such a
// number can be without being 0 says when to stop.
import type { Rational } from './rational.ts';
import { ZERO, compare, rational, signOf, subtract } from './rational.ts';
import { integerRoot, rationalRoot } from './roots.ts';
import { simplestWithin } from './simplest.ts';

/** A real number that a formula with roots gives. */
export type Algebraic = Made & Size;

type Made =
  | { readonly kind: 'rational'; readonly value: Rational }
  | {
      readonly kind: 'sum' | 'product' | 'quotient';
      readonly left: Algebraic;
      readonly right: Algebraic;
    }
  | { readonly kind: 'root'; readonly of: Algebraic; readonly degree: number };

// The number is U / L for algebraic integers whose conjugates are at most 2^above and 2^below (Burnikel,
// Funke, Mehlhorn, Schirra, Schmitt 2001). They lie in a field whose degree divides the product of the
// degrees of the different roots.
interface Size {
  /** Equal for numbers that are made in the same way. */
  readonly key: string;
  readonly roots: ReadonlyMap<string, number>;
  readonly above: number;
  readonly below: number;
}

/** Two fractions on either side of a number, or the number itself twice. */
export interface Enclosure {
  readonly low: Rational;
  readonly high: Rational;
}

const NO_ROOTS: ReadonlyMap<string, number> = new Map();
/** Enclosures are at least as narrow as sixty decimals of the number's own size. */
const NARROW = 200;
const FIRST_BITS = 256;
/** Beyond so many binary digits a question stays open. */
const MOST_BITS = 1 << 15;

function bitsOf(value: bigint): number {
  return (value < 0n ? -value : value).toString(2).length;
}

export function ofRational(value: Rational): Algebraic {
  const key = `${value.n}/${value.d}`;
  const size = { key, roots: NO_ROOTS, above: bitsOf(value.n), below: bitsOf(value.d) };
  return { kind: 'rational', value, ...size };
}

function joined(a: Algebraic, b: Algebraic): ReadonlyMap<string, number> {
  if (a.roots.size === 0) return b.roots;
  return b.roots.size === 0 || a.roots === b.roots ? a.roots : new Map([...a.roots, ...b.roots]);
}

export function sumOf(left: Algebraic, right: Algebraic): Algebraic {
  return {
    kind: 'sum',
    left,
    right,
    key: `(${left.key}+${right.key})`,
    roots: joined(left, right),
    above: Math.max(left.above + right.below, left.below + right.above) + 1,
    below: left.below + right.below,
  };
}

export function productOf(left: Algebraic, right: Algebraic): Algebraic {
  return {
    kind: 'product',
    left,
    right,
    key: `(${left.key}*${right.key})`,
    roots: joined(left, right),
    above: left.above + right.above,
    below: left.below + right.below,
  };
}

/** `left / right` for a divisor that is not 0. */
export function quotientOf(left: Algebraic, right: Algebraic): Algebraic {
  return {
    kind: 'quotient',
    left,
    right,
    key: `(${left.key}:${right.key})`,
    roots: joined(left, right),
    above: left.above + right.below,
    below: left.below + right.above,
  };
}

/** The root of a number that is not negative. */
export function rootOf(of: Algebraic, degree: number): Algebraic {
  const exact = of.kind === 'rational' ? rationalRoot(of.value, degree) : undefined;
  if (exact) return ofRational(exact);
  const key = `${degree}√${of.key}`;
  return {
    kind: 'root',
    of,
    degree,
    key,
    roots: new Map(of.roots).set(key, degree),
    above: Math.ceil((of.above + (degree - 1) * of.below) / degree),
    below: of.below,
  };
}

export function negated(a: Algebraic): Algebraic {
  return a.kind === 'rational'
    ? ofRational(subtract(ZERO, a.value))
    : productOf(ofRational(rational(-1)), a);
}

// The degree of the field, which grows without bound with the number of different roots.
function degreeOf({ roots }: Algebraic): number {
  let degree = 1;
  for (const each of roots.values()) degree *= each;
  return degree;
}

/** Whole multiples of 2^-bits on either side; undefined while a divisor cannot be told from 0. */
interface Scaled {
  readonly low: bigint;
  readonly high: bigint;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient;
}

function ceilingDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}

// Sums of many roots grow one root at a time: what was worked out for the parts is not done again.
const remembered = new WeakMap<Algebraic, Scaled | 'unknown'>();

function scaled(number: Algebraic, bits: number): Scaled | undefined {
  if (bits !== FIRST_BITS) return scaledAnew(number, bits);
  const known = remembered.get(number) ?? scaledAnew(number, bits) ?? 'unknown';
  remembered.set(number, known);
  return known === 'unknown' ? undefined : known;
}

function scaledAnew(number: Algebraic, bits: number): Scaled | undefined {
  const unit = 1n << BigInt(bits);
  switch (number.kind) {
    case 'rational': {
      const { n, d } = number.value;
      return { low: floorDivide(n * unit, d), high: ceilingDivide(n * unit, d) };
    }
    case 'root': {
      const of = scaled(number.of, bits);
      if (of === undefined) return undefined;
      const lift = unit ** BigInt(number.degree - 1);
      const root = (value: bigint) => (value <= 0n ? 0n : integerRoot(value * lift, number.degree));
      return { low: root(of.low), high: root(of.high) + 1n };
    }
    case 'sum':
    case 'product':
    case 'quotient': {
      const [a, b] = [scaled(number.left, bits), scaled(number.right, bits)];
      return a && b && combined(number.kind, a, b, unit);
    }
    default:
      return number satisfies never;
  }
}

function combined(
  kind: 'sum' | 'product' | 'quotient',
  a: Scaled,
  b: Scaled,
  unit: bigint,
): Scaled | undefined {
  if (kind === 'sum') return { low: a.low + b.low, high: a.high + b.high };
  if (kind === 'quotient' && b.low <= 0n && b.high >= 0n) return undefined;
  const pairs = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => [x, y] as const));
  const [times, over] = kind === 'product' ? [1n, unit] : [unit, 1n];
  const below = pairs.map(([x, y]) =>
    kind === 'product' ? floorDivide(x * y, over) : floorDivide(x * times, y),
  );
  const above = pairs.map(([x, y]) =>
    kind === 'product' ? ceilingDivide(x * y, over) : ceilingDivide(x * times, y),
  );
  return {
    low: below.reduce((least, each) => (each < least ? each : least)),
    high: above.reduce((most, each) => (each > most ? each : most)),
  };
}

/** The first answer on the way to ever closer enclosures; undefined when none comes. */
function closingIn<Answer>(
  number: Algebraic,
  ask: (enclosure: Scaled, bits: number) => Answer | undefined,
): Answer | undefined {
  for (let bits = FIRST_BITS; bits <= MOST_BITS; bits *= 2) {
    const enclosure = scaled(number, bits);
    const answer = enclosure && ask(enclosure, bits);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

/** Whether the number is below 0, 0 or above 0; undefined where that would take too long. */
export function signOfAlgebraic(number: Algebraic): -1 | 0 | 1 | undefined {
  if (number.kind === 'rational') return signOf(number.value);
  // |U| ≥ 2^-(above · (degree − 1)) unless it is 0, and |L| ≤ 2^below.
  const separation = number.below + (degreeOf(number) - 1) * number.above + 1;
  return closingIn(number, ({ low, high }, bits) => {
    if (low > 0n) return 1;
    if (high < 0n) return -1;
    return bitsOf(high - low) - bits < -separation ? 0 : undefined;
  });
}

/** How two numbers lie to each other; undefined where that would take too long. */
export function compareAlgebraic(a: Algebraic, b: Algebraic): -1 | 0 | 1 | undefined {
  if (a.key === b.key) return 0;
  if (a.kind === 'rational' && b.kind === 'rational') return compare(a.value, b.value);
  return signOfAlgebraic(sumOf(a, negated(b)));
}

/** Fractions close to the number, on both sides of it. */
export function enclosureOf(number: Algebraic): Enclosure {
  if (number.kind === 'rational') return { low: number.value, high: number.value };
  const found = closingIn(number, ({ low, high }, bits) => {
    const least = low > 0n ? low : high < 0n ? -high : 0n;
    const isNarrow = bitsOf(high - low) + NARROW <= Math.max(bitsOf(least), bits / 2);
    return isNarrow || bits === MOST_BITS ? fractions({ low, high }, bits) : undefined;
  });
  if (found === undefined) throw new RangeError('a number was divided by 0');
  return found;
}

function fractions({ low, high }: Scaled, bits: number): Enclosure {
  const unit = 1n << BigInt(bits);
  return { low: rational(low, unit), high: rational(high, unit) };
}

/** What a function gives that is constant around the number, such as a rounding. */
export function imageOf(
  number: Algebraic,
  image: (value: Rational) => Rational,
): Rational | undefined {
  if (number.kind === 'rational') return image(number.value);
  return closingIn(number, (enclosure, bits) => {
    const { low, high } = fractions(enclosure, bits);
    const [a, b] = [image(low), image(high)];
    return compare(a, b) === 0 ? a : undefined;
  });
}

/** The number as a fraction where it is one: `√2 · √8` is 4. */
export function asRational(number: Algebraic): Rational | undefined {
  if (number.kind === 'rational') return number.value;
  // A fraction U / L has a denominator that divides the norm of L.
  const most = degreeOf(number) * number.below;
  if (2 * most > MOST_BITS / 4) return undefined;
  const found = closingIn(number, (enclosure, bits) => {
    if (bitsOf(enclosure.high - enclosure.low) - bits > -2 * most - 2) return undefined;
    const { low, high } = fractions(enclosure, bits);
    return { simplest: simplestWithin(low, high) };
  });
  if (found === undefined || bitsOf(found.simplest.d) > most + 1) return undefined;
  return compareAlgebraic(number, ofRational(found.simplest)) === 0 ? found.simplest : undefined;
}
