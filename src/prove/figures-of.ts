// Figures of one input at which a rule may change its course: where two things that it compares are
// equal, just beside those places, and a few others from one end of the input's range to the other.
import type { Interpreter } from '../interpret/interpreter.ts';
import type { ValueInput } from '../model/framework.ts';
import { decimalsOf } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { contains } from '../types/range.ts';
import type { Comparison, Sample } from './thresholds.ts';
import { differenceIn, zeroOf } from './thresholds.ts';

/** An input that grows: its figures lie on a grid of the steps in which one would write them. */
export interface Scale {
  readonly range: Range;
  readonly unit: Rational;
  readonly isWhole: boolean;
}

export function scaleOf({ type, range }: Pick<ValueInput, 'type' | 'range'>): Scale {
  if (type.kind === 'date') return { range, unit: Q.ONE, isWhole: true };
  const unit = type.kind === 'number' ? type.unit.scale : Q.ONE;
  return { range, unit, isWhole: type.kind === 'number' && type.integer };
}

/** Figures from small to large, whatever the rule says; `middle` is one that is likely to occur. */
export function plainFigures({ range, unit, isWhole }: Scale, middle: Rational): Rational[] {
  const ends = [range.low, range.high].flatMap((end) => (end && !end.open ? [end.value] : []));
  const around = [-1000, -10, -1, 0, 1, 10, 1000].map((count) =>
    Q.add(middle, Q.multiply(Q.rational(count), unit)),
  );
  const shares = isWhole ? [] : [1, 50, 200, 1000].map((share) => portion(middle, share));
  return ascending([...ends, middle, ...around, ...shares].filter((at) => contains(range, at)));
}

function portion(whole: Rational, percent: number): Rational {
  return Q.multiply(whole, Q.rational(percent, 100));
}

/** The figures at and beside which one of the comparisons turns over. */
export function turningFigures(
  scale: Scale,
  comparisons: readonly Comparison[],
  samples: readonly { readonly at: Rational; readonly interpreter: Interpreter }[],
): Rational[] {
  const zeros = new Map<string, Rational>();
  for (const comparison of comparisons) {
    const differences = samples.flatMap(({ at, interpreter }): Sample[] => {
      const difference = differenceIn(interpreter, comparison);
      return difference ? [{ at, difference }] : [];
    });
    const zero = zeroOf(differences);
    if (zero) zeros.set(`${zero.n}/${zero.d}`, zero);
  }
  const beside = [...zeros.values()].flatMap((zero) => besides(zero, scale));
  return ascending(beside.filter((at) => contains(scale.range, at)));
}

/** How many comparisons that turn over are followed. */
const MOST_CROSSINGS = 24;

/** The same where what is compared follows no one formula: closed in on by halves. */
export function crossingFigures(
  scale: Scale,
  comparisons: readonly Comparison[],
  samples: readonly Rational[],
  interpreterAt: (at: Rational) => Interpreter | undefined,
): Rational[] {
  const found: Rational[] = [];
  const signAt = (at: Rational, comparison: Comparison) => {
    const interpreter = interpreterAt(at);
    const difference = interpreter && differenceIn(interpreter, comparison);
    return difference && Q.signOf(difference);
  };
  for (const comparison of comparisons.slice(0, MOST_CROSSINGS)) {
    samples.slice(1).forEach((to, index) => {
      const from = samples[index] ?? to;
      const [before, after] = [signAt(from, comparison), signAt(to, comparison)];
      if (before === undefined || after === undefined || before === after) return;
      found.push(...closeIn(scale, { from, to }, (at) => signAt(at, comparison) === before));
    });
  }
  return ascending(
    found.flatMap((at) => besides(at, scale)).filter((at) => contains(scale.range, at)),
  );
}

// The two neighbouring figures between which it changes.
function closeIn(
  { unit, isWhole }: Scale,
  { from, to }: { readonly from: Rational; readonly to: Rational },
  isBefore: (at: Rational) => boolean,
): Rational[] {
  const step = isWhole ? Q.ONE : stepNear(to, unit);
  let low = Q.floor(Q.divide(from, step));
  let high = Q.ceiling(Q.divide(to, step));
  const two = Q.rational(2);
  while (Q.compare(Q.subtract(high, low), Q.ONE) > 0) {
    const middle = Q.floor(Q.divide(Q.add(low, high), two));
    if (isBefore(Q.multiply(middle, step))) low = middle;
    else high = middle;
  }
  return [Q.multiply(low, step), Q.multiply(high, step)];
}

// Just below, at and just above, as figures that one would write.
function besides(zero: Rational, { unit, isWhole }: Scale): Rational[] {
  const step = isWhole ? Q.ONE : stepNear(zero, unit);
  const below = Q.multiply(Q.subtract(Q.ceiling(Q.divide(zero, step)), Q.ONE), step);
  const above = Q.multiply(Q.add(Q.floor(Q.divide(zero, step)), Q.ONE), step);
  const isWritable = isWhole ? Q.isInteger(zero) : decimalsOf(zero) !== undefined;
  return isWritable ? [below, zero, above] : [below, above];
}

/** A hundredth of the unit, or less where the figure itself is small. */
function stepNear(figure: Rational, unit: Rational): Rational {
  let step = Q.divide(unit, Q.HUNDRED);
  const size = Q.absolute(figure);
  if (Q.signOf(size) === 0) return step;
  for (let tries = 0; tries < 12; tries++) {
    if (Q.compare(Q.multiply(step, Q.HUNDRED), size) <= 0) return step;
    step = Q.divide(step, Q.rational(10));
  }
  return step;
}

/** Each figure once, from the smallest up. */
export function ascending(figures: readonly Rational[]): Rational[] {
  return [...figures]
    .sort(Q.compare)
    .filter((figure, index, all) => index === 0 || !Q.equal(figure, all[index - 1] ?? figure));
}
