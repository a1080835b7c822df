// The sign of a sum of fractions whose common denominator is too large for any whole number of a database:
// worked out by long division, fraction by fraction, to so many digits that only 0 is left in the rest.
// docs/sql.md derives it.
import { chosenNode } from './choice.ts';
import type { Rational } from '../../number/rational.ts';
import { add, commonFactor, rational } from '../../number/rational.ts';
import type { Figure } from './figure.ts';
import { times } from './figure.ts';
import type { Ratio } from './ratio.ts';
import { addRatios, ratioOf } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { numberNode } from './sheet.ts';
import type { Whole } from './whole.ts';
import { boundsOf, most, peakOf, timesFactor, wholeNode } from './whole.ts';

/** Whether a sum is at least 0, and whether it is above it. */
export interface Sign {
  readonly atLeast: SqlNode;
  readonly above: SqlNode;
}

/** Fractions up to this size leave room for a digit beside them. */
const MOST_IN_TERM = 2n ** 62n;

/** The fractions that a figure is the sum of; undefined where it is none. */
export function termsOf(sheet: Sheet, figure: Figure): readonly Ratio[] | undefined {
  const ratio = ratioOf(sheet, figure);
  if (ratio && most(peakOf(ratio.n), peakOf(ratio.d)) <= MOST_IN_TERM) return [ratio];
  switch (figure.kind) {
    case 'sum': {
      const [left, right] = [termsOf(sheet, figure.left), termsOf(sheet, figure.right)];
      return left && right && [...left, ...right];
    }
    case 'product': {
      const { left, right } = figure;
      const [by, of] = left.kind === 'constant' ? [left, right] : [right, left];
      if (by.kind !== 'constant') return undefined;
      if (of.kind === 'sum')
        return termsOf(sheet, {
          kind: 'sum',
          left: times(of.left, by),
          right: times(of.right, by),
        });
      if (of.kind !== 'product') return undefined;
      const [inner, rest] = of.left.kind === 'constant' ? [of.left, of.right] : [of.right, of.left];
      return inner.kind === 'constant' ? termsOf(sheet, times(rest, times(inner, by))) : undefined;
    }
    case 'constant':
    case 'steps':
    case 'quotient':
    case 'extreme':
    case 'chosen':
      return undefined;
    default:
      return figure satisfies never;
  }
}

/** The sign of the sum of the fractions and a whole number that is a double. */
export function signOfSum(
  sheet: Sheet,
  fractions: readonly Ratio[],
  whole: SqlNode | undefined,
): Sign | undefined {
  const { terms, fixed } = gathered(sheet, fractions);
  const largest = most(...terms.flatMap(({ n, d }) => [peakOf(n), peakOf(d)]), 1n);
  // A remainder times a digit's base must fit.
  const bits = Math.min(80, bitsOf(sheet.dialect.widest / (4n * largest)) - 1);
  if (bits < 8 || terms.length === 0) return undefined;
  const product = terms.reduce((all, { d }) => all * boundsOf(d)[1], BigInt(terms.length));
  const rounds = Math.ceil((bitsOf(product) + 1) / bits);
  const make = (
    operator: '+' | '-' | '*' | 'quotient' | 'remainder',
    left: SqlNode,
    right: SqlNode,
  ) => sheet.make(operator, 'wide', [left, right]);
  const number = (value: bigint) => numberNode(sheet, value, 'wide');
  const addAll = (nodes: readonly SqlNode[]) => nodes.reduce((a, b) => make('+', a, b));
  const parts = terms.map(({ n, d }) => {
    const below = wholeNode(sheet, d, 'wide');
    const above = wholeNode(sheet, n, 'wide');
    const quotient = floorNode(sheet, n, above, below);
    // What is left of a negative one is not below 0 either.
    const rest =
      boundsOf(n)[0] >= 0n
        ? make('remainder', above, below)
        : make('-', above, make('*', quotient, below));
    return { below, digit: quotient, rest };
  });
  const least = -BigInt(terms.length);
  // Beyond these the sign is settled, whatever the remainders say; where they are unknown, so is the sum.
  const clamped = (node: SqlNode): SqlNode =>
    sheet.make('kept', 'wide', [node, number(least), number(1n)]);
  const scaled = whole && make('*', number(fixed.d), sheet.make('cast', 'wide', [whole]));
  const given = [...(scaled ? [scaled] : []), ...(fixed.n === 0n ? [] : [number(fixed.n)])];
  let sum = addAll([...parts.map(({ digit }) => digit), ...given]);
  let rests = parts;
  const base = number(2n ** BigInt(bits));
  for (let round = 0; round < rounds; round++) {
    rests = rests.map(({ below, rest }) => {
      const raised = make('*', rest, base);
      const digit = make('quotient', raised, below);
      return { below, digit, rest: make('remainder', raised, below) };
    });
    sum = addAll([make('*', clamped(sum), base), ...rests.map(({ digit }) => digit)]);
  }
  return {
    atLeast: sheet.make('>', 'truth', [sum, number(least)]),
    above: sheet.make('>=', 'truth', [sum, number(1n)]),
  };
}

/**
 * Those over one denominator in one, and what is no fraction of the department's brought to a whole number by
 * multiplying everything with the denominator of `fixed`.
 */
export function gathered(
  sheet: Sheet,
  fractions: readonly Ratio[],
): { readonly terms: readonly Ratio[]; readonly fixed: Rational } {
  const byDivisor = new Map<string, Ratio>();
  let fixed = rational(0);
  for (const fraction of fractions) {
    const { n, d } = fraction;
    if (n.body === undefined && d.body === undefined) {
      fixed = add(fixed, rational(n.factor, d.factor));
      continue;
    }
    const before = byDivisor.get(d.key);
    const joined = before ? addRatios(sheet, before, fraction) : fraction;
    byDivisor.set(joined ? d.key : `${d.key} ${byDivisor.size}`, joined ?? fraction);
  }
  const terms = [...byDivisor.values()].map(({ n, d }) => {
    const common = commonFactor(fixed.d, d.factor);
    return {
      n: timesFactor(n, fixed.d / common),
      d: { ...d, factor: d.factor / common },
    };
  });
  return { terms, fixed };
}

function bitsOf(value: bigint): number {
  return value.toString(2).length;
}

// Databases cut quotients towards 0; below it, one is taken of what lies on the other side.
function floorNode(sheet: Sheet, n: Whole, above: SqlNode, below: SqlNode): SqlNode {
  const quotient = (of: SqlNode) => sheet.make('quotient', 'wide', [of, below]);
  if (boundsOf(n)[0] >= 0n) return quotient(above);
  const zero = numberNode(sheet, 0n, 'wide');
  const one = numberNode(sheet, 1n, 'wide');
  const turned = sheet.make('-', 'wide', [sheet.make('-', 'wide', [below, one]), above]);
  const value = sheet.make('-', 'wide', [zero, quotient(turned)]);
  const when = sheet.make('>=', 'truth', [above, zero]);
  return chosenNode(sheet, [{ when, value: quotient(above) }], value);
}
