// Figures of a query as what they mean: constants, whole numbers of steps, and the arithmetic over them.
// How each is worked out, exactly or in doubles within a bound, is settled where it is compared or rounded.
import type { Rational } from '../../number/rational.ts';
import { ONE, add, divide, multiply, negate } from '../../number/rational.ts';
import type { SqlNode } from './sheet.ts';
import type { Whole } from './whole.ts';

export type Figure =
  | { readonly kind: 'constant'; readonly value: Rational }
  /** A whole number of steps. */
  | { readonly kind: 'steps'; readonly whole: Whole; readonly step: Rational }
  | { readonly kind: 'sum'; readonly left: Figure; readonly right: Figure }
  | { readonly kind: 'product'; readonly left: Figure; readonly right: Figure }
  | { readonly kind: 'quotient'; readonly left: Figure; readonly right: Figure }
  | {
      readonly kind: 'extreme';
      readonly name: 'min' | 'max';
      readonly left: Figure;
      readonly right: Figure;
    }
  | { readonly kind: 'chosen'; readonly rows: readonly FigureRow[]; readonly otherwise: Figure };

/** A row of a table of figures. */
export interface FigureRow {
  readonly when: SqlNode;
  readonly figure: Figure;
}

export function constant(value: Rational): Figure {
  return { kind: 'constant', value };
}

const isZero = (figure: Figure) => figure.kind === 'constant' && figure.value.n === 0n;
const isOne = (figure: Figure) =>
  figure.kind === 'constant' && figure.value.n === 1n && figure.value.d === 1n;

export function plus(left: Figure, right: Figure): Figure {
  if (left.kind === 'constant' && right.kind === 'constant')
    return constant(add(left.value, right.value));
  if (isZero(left)) return right;
  if (isZero(right)) return left;
  const [a, b] = [inParts(left), inParts(right)];
  const both = add(a.by, b.by);
  // What cancels out is unknown all the same where its figures are.
  if (both.n !== 0n && isSame(a.of, b.of)) return times(a.of, constant(both));
  return { kind: 'sum', left, right };
}

// A figure as a constant times another.
function inParts(figure: Figure): { readonly of: Figure; readonly by: Rational } {
  return figure.kind === 'product' && figure.right.kind === 'constant'
    ? { of: figure.left, by: figure.right.value }
    : { of: figure, by: ONE };
}

// Whether two figures are written alike; tables are not looked into.
function isSame(a: Figure, b: Figure): boolean {
  if (a === b) return true;
  switch (a.kind) {
    case 'constant':
      return b.kind === 'constant' && areEqual(a.value, b.value);
    case 'steps':
      return (
        b.kind === 'steps' &&
        a.whole.key === b.whole.key &&
        a.whole.factor === b.whole.factor &&
        areEqual(a.step, b.step)
      );
    case 'sum':
    case 'product':
    case 'quotient':
      return b.kind === a.kind && isSame(a.left, b.left) && isSame(a.right, b.right);
    case 'extreme':
    case 'chosen':
      return false;
    default:
      return a satisfies never;
  }
}

function areEqual(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

export function negated(figure: Figure): Figure {
  if (figure.kind === 'constant') return constant(negate(figure.value));
  return times(figure, constant(negate(ONE)));
}

export function minus(left: Figure, right: Figure): Figure {
  return plus(left, negated(right));
}

export function times(left: Figure, right: Figure): Figure {
  if (left.kind === 'constant' && right.kind === 'constant')
    return constant(multiply(left.value, right.value));
  if (isOne(left)) return right;
  if (isOne(right)) return left;
  if (left.kind === 'constant') return scaled(right, left.value);
  if (right.kind === 'constant') return scaled(left, right.value);
  return { kind: 'product', left, right };
}

// A constant goes to both sides of an extreme, so that the extreme itself can be rounded side by side.
function scaled(figure: Figure, by: Rational): Figure {
  const right = constant(by);
  if (figure.kind === 'steps') return { ...figure, step: multiply(figure.step, by) };
  if (figure.kind === 'product' && figure.right.kind === 'constant')
    return times(figure.left, constant(multiply(figure.right.value, by)));
  if (figure.kind !== 'extreme' || by.n === 0n) return { kind: 'product', left: figure, right };
  const turned = figure.name === 'min' ? 'max' : 'min';
  const name = by.n > 0n ? figure.name : turned;
  return extreme(name, times(figure.left, right), times(figure.right, right));
}

export function over(left: Figure, right: Figure): Figure {
  if (right.kind === 'constant' && right.value.n !== 0n)
    return times(left, constant(divide(ONE, right.value)));
  return { kind: 'quotient', left, right };
}

/** Databases limit how deep an expression may be; DuckDB's limit is 1,000. */
const MOST_IN_A_ROW = 100;

/** The sum; of very many figures a sum of sums, which is as exact. */
export function total(figures: readonly Figure[]): Figure {
  if (figures.length <= MOST_IN_A_ROW) return figures.reduce(plus, constant({ n: 0n, d: 1n }));
  const half = figures.length >> 1;
  return plus(total(figures.slice(0, half)), total(figures.slice(half)));
}

export function extreme(name: 'min' | 'max', left: Figure, right: Figure): Figure {
  return { kind: 'extreme', name, left, right };
}
