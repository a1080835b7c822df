// Comparing and rounding figures: by whole numbers where 64 bits hold them; otherwise by doubles within
// their bound, and by wide whole numbers in the few rows that come nearer to a tie than that. Where even
// those may be too small the result is unknown, never off.
import type { ComparisonOperator } from '../../model/expression.ts';
import { divide, rational } from '../../number/rational.ts';
import { round } from '../../number/rounding.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Figure } from './figure.ts';
import { signOfSum, termsOf } from './digits.ts';
import type { Sign } from './digits.ts';
import { constant, extreme, minus, plus, times } from './figure.ts';
import { nearOf } from './near.ts';
import type { Near } from './near.ts';
import { crossed, ratioOf } from './ratio.ts';
import type { Ratio } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { chosenNode, joinTruths, notNode, nullNode, numberNode, truthNode } from './sheet.ts';
import { fitsWide, whereFits } from './wide.ts';
import type { NumberKind, Whole } from './whole.ts';
import {
  boundsOf,
  columnWhole,
  constantWhole,
  magnitudeWhole,
  most,
  MOST_IN_DOUBLE,
  peakOf,
  plusWhole,
  signWhole,
  timesFactor,
  timesWhole,
  typeFor,
  wholeNode,
} from './whole.ts';

const SIGNS = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

/** A little more than half of the last place of 1, as docs/exactness.md derives it. */
const HALF_ULP = 1.2e-16;

/** How two figures lie to each other. */
export function compareFigures(
  sheet: Sheet,
  operator: ComparisonOperator,
  left: Figure,
  right: Figure,
): SqlNode {
  const [a, b] = [ratioOf(sheet, left), ratioOf(sheet, right)];
  const sides = a && b && crossed(sheet, a, b);
  if (sides) {
    const known = settledBy(operator, ...sides);
    if (known !== undefined) return truthNode(sheet, known);
    const type = typeFor(sheet, most(...sides.map(peakOf)));
    if (type === 'double' || type === 'big') return compared(sheet, operator, sides, type);
  }
  const exact = exactlyCompared(sheet, operator, [left, right], sides);
  const [x, y] = [nearOf(sheet, left), nearOf(sheet, right)];
  if (!x || !y) return whereFits(sheet, exact.fits, exact.node);
  const distance = sheet.make('-', 'double', [x.node, y.node]);
  const size = sheet.make('+', 'double', [x.size, y.size]);
  const close = within(sheet, distance, boundNode(sheet, Math.max(x.ulps, y.ulps) + 2, size));
  const plain = sheet.make(SIGNS[operator], 'truth', [distance, numberNode(sheet, 0n, 'double')]);
  return decided(sheet, close, exact, plain);
}

// What wide whole numbers can always decide they do; where they may be too small, long division does.
function exactlyCompared(
  sheet: Sheet,
  operator: ComparisonOperator,
  [left, right]: readonly [Figure, Figure],
  sides: readonly [Whole, Whole] | undefined,
): Exact {
  const fits = sides && fitsWide(sheet, sides);
  const bySigns = sides && !fits ? undefined : bySign(sheet, operator, left, right);
  if (bySigns) return { node: bySigns, fits: undefined };
  const node = sides ? compared(sheet, operator, sides, 'wide') : nullNode(sheet, 'truth');
  return { node, fits };
}

// By the sign of the difference, as far as that is a sum of fractions.
function bySign(
  sheet: Sheet,
  operator: ComparisonOperator,
  left: Figure,
  right: Figure,
): SqlNode | undefined {
  const terms = termsOf(sheet, minus(left, right));
  const sign = terms && signOfSum(sheet, terms, undefined);
  if (!sign) return undefined;
  const { atLeast, above } = sign;
  const no = (truth: SqlNode) => notNode(sheet, truth);
  switch (operator) {
    case '>=':
      return atLeast;
    case '>':
      return above;
    case '<':
      return no(atLeast);
    case '<=':
      return no(above);
    case '=':
      return joinTruths(sheet, 'and', [atLeast, no(above)]);
    case '!=':
      return joinTruths(sheet, 'or', [no(atLeast), above]);
    default:
      return operator satisfies never;
  }
}

// What the bounds alone settle.
function settledBy(operator: ComparisonOperator, a: Whole, b: Whole): boolean | undefined {
  if (a.body !== undefined || b.body !== undefined) return undefined;
  switch (operator) {
    case '=':
      return a.factor === b.factor;
    case '!=':
      return a.factor !== b.factor;
    case '<':
      return a.factor < b.factor;
    case '<=':
      return a.factor <= b.factor;
    case '>':
      return a.factor > b.factor;
    case '>=':
      return a.factor >= b.factor;
    default:
      return operator satisfies never;
  }
}

function compared(
  sheet: Sheet,
  operator: ComparisonOperator,
  [left, right]: readonly [Whole, Whole],
  type: NumberKind,
): SqlNode {
  const parts = [wholeNode(sheet, left, type), wholeNode(sheet, right, type)];
  return sheet.make(SIGNS[operator], 'truth', parts);
}

function boundNode(sheet: Sheet, ulps: number, size: SqlNode): SqlNode {
  const factor = sheet.make('number', 'double', [], (ulps * HALF_ULP).toPrecision(6));
  return sheet.make('*', 'double', [factor, size]);
}

function within(sheet: Sheet, distance: SqlNode, bound: SqlNode): SqlNode {
  return sheet.make('<=', 'truth', [sheet.make('abs', 'double', [distance]), bound]);
}

/** What is asked where a double may be on the other side of a tie. */
interface Exact {
  readonly node: SqlNode;
  /** Whether wide whole numbers hold the row; undefined where they always do. */
  readonly fits: SqlNode | undefined;
}

// Both ways are unknown where the figure is, so that nothing need be asked twice. What the exact way reads
// is worked out under the first condition alone, so that it cannot overflow in other rows.
function decided(sheet: Sheet, close: SqlNode, { node, fits }: Exact, plain: SqlNode): SqlNode {
  const when = fits ? joinTruths(sheet, 'and', [close, fits]) : close;
  sheet.markRare(when);
  const beyond = fits ? [close, nullNode(sheet, plain.type)] : [];
  return sheet.make('case', plain.type, [when, node, ...beyond, plain]);
}

/** A figure rounded to a step, as a whole number of such steps. */
export function roundFigure(sheet: Sheet, figure: Figure, rounding: Rounding): Figure {
  const { step, mode } = rounding;
  if (figure.kind === 'constant') return constant(round(figure.value, rounding));
  // Rounding keeps the order of figures.
  if (figure.kind === 'extreme') {
    const side = (part: Figure) => roundFigure(sheet, part, rounding);
    return extreme(figure.name, side(figure.left), side(figure.right));
  }
  const inSteps = times(figure, constant(divide(rational(1), step)));
  const ratio = ratioOf(sheet, inSteps);
  if (ratio && ratio.d.body === undefined && ratio.d.factor === 1n)
    return { kind: 'steps', whole: ratio.n, step };
  const exact = ratio && roundRatio(sheet, ratio, mode);
  if (exact?.type === 'double' || exact?.type === 'big')
    return { kind: 'steps', whole: exact.whole(exact.type), step };
  const near = nearOf(sheet, inSteps);
  if (!near) {
    const whole = exact?.whole('wide', exact.fits) ?? unknownWhole(sheet);
    return { kind: 'steps', whole, step };
  }
  return { kind: 'steps', whole: roundNear(sheet, { near, inSteps, mode, exact }), step };
}

interface Rounded {
  readonly type: ReturnType<typeof typeFor>;
  /** Whether wide whole numbers hold the row; undefined where they always do. */
  readonly fits: SqlNode | undefined;
  readonly whole: (type: NumberKind, where?: SqlNode) => Whole;
}

function unknownWhole(sheet: Sheet): Whole {
  return columnWhole(nullNode(sheet, 'double'), 0n, 0n);
}

// ⌊(2n + d) / (2d)⌋ and the like, on the magnitude. In doubles the quotient cannot reach the next whole
// number while both parts together stay exact.
function roundRatio(sheet: Sheet, { n, d }: Ratio, mode: Rounding['mode']): Rounded | undefined {
  const size = magnitudeWhole(sheet, n);
  const twice = timesFactor(size, 2n);
  const [above, below] = ((): readonly [Whole | undefined, Whole] => {
    switch (mode) {
      case 'half-up':
      case 'half-even':
        return [plusWhole(sheet, twice, d), timesFactor(d, 2n)];
      case 'down':
        return [size, d];
      case 'up': {
        const more = plusWhole(sheet, size, d);
        return [more && plusWhole(sheet, more, constantWhole(-1n)), d];
      }
      default:
        return mode satisfies never;
    }
  })();
  if (!above) return undefined;
  const peak = peakOf(above) + peakOf(below) + peakOf(d);
  const high = boundsOf(above)[1] / boundsOf(below)[0];
  const sign = boundsOf(n)[0] >= 0n ? constantWhole(1n) : signWhole(sheet, n);
  return {
    type: typeFor(sheet, peak),
    fits: fitsWide(sheet, [above, below]),
    whole: (type, where) => {
      const divided = whereFits(sheet, where, quotientNode(sheet, above, below, type));
      const up = columnWhole(narrowed(sheet, divided, high), 0n, high);
      const rounded = mode === 'half-even' ? evened(sheet, up, above, below, type) : up;
      return timesWhole(sheet, rounded, sign) ?? unknownWhole(sheet);
    },
  };
}

function quotientNode(sheet: Sheet, above: Whole, below: Whole, type: NumberKind): SqlNode {
  const parts = [wholeNode(sheet, above, type), wholeNode(sheet, below, type)];
  if (type === 'double') return sheet.make('floor', type, [sheet.make('/', type, parts)]);
  return sheet.make('quotient', type, parts);
}

// Whatever fits a double goes on as one.
function narrowed(sheet: Sheet, node: SqlNode, high: bigint): SqlNode {
  return node.type === 'double' || high > MOST_IN_DOUBLE
    ? node
    : sheet.make('cast', 'double', [node]);
}

// A tie went up; back to the even one.
function evened(sheet: Sheet, up: Whole, above: Whole, below: Whole, type: NumberKind): Whole {
  const back = timesWhole(sheet, up, below);
  if (!back) return unknownWhole(sheet);
  const wide = typeFor(sheet, peakOf(back)) ?? type;
  const isTie = compared(sheet, '=', [back, above], type === 'wide' ? 'wide' : wide);
  const upNode = wholeNode(sheet, up, 'double');
  const node = chosenNode(sheet, [{ when: isTie, value: evenNode(sheet, upNode) }], upNode);
  return columnWhole(node, 0n, up.high);
}

/** Doubles beyond this many steps are all within their bound of a tie. */
const MOST_NEAR = 2n ** 51n;

interface NearRounding {
  readonly near: Near;
  readonly inSteps: Figure;
  readonly mode: Rounding['mode'];
  readonly exact: Rounded | undefined;
}

function roundNear(sheet: Sheet, rounding: NearRounding): Whole {
  const { near, mode } = rounding;
  const isSigned = near.low < 0n;
  const size = isSigned ? sheet.make('abs', 'double', [near.node]) : near.node;
  const half = sheet.make('number', 'double', [], '0.5');
  const isHalf = mode === 'half-up' || mode === 'half-even';
  const raised = isHalf ? sheet.make('+', 'double', [size, half]) : size;
  const floor = (node: SqlNode) => sheet.make('floor', 'double', [node]);
  const nearest = floor(sheet.make('+', 'double', [raised, half]));
  const one = numberNode(sheet, 1n, 'double');
  const bound = boundNode(sheet, near.ulps + 2, sheet.make('+', 'double', [near.size, one]));
  const close = within(sheet, sheet.make('-', 'double', [raised, nearest]), bound);
  const below = floor(raised);
  const magnitude = mode === 'up' ? sheet.make('+', 'double', [below, one]) : below;
  const plain = isSigned
    ? sheet.make('*', 'double', [sheet.make('sign', 'double', [near.node]), magnitude])
    : magnitude;
  const node = decided(sheet, close, exactlyRounded(sheet, rounding, nearest), plain);
  const limit = (value: bigint) => (value > MOST_NEAR ? MOST_NEAR : value);
  const high = limit(near.high < 0n ? 0n : near.high + 1n);
  return columnWhole(node, isSigned ? -limit(1n - near.low) : 0n, high);
}

// Which side of the nearest tie a figure lies on, where one is near.
function exactlyRounded(
  sheet: Sheet,
  { near, inSteps, mode, exact }: NearRounding,
  nearest: SqlNode,
): Exact {
  const inWhole = (): Exact =>
    exact
      ? { node: wholeNode(sheet, exact.whole('wide'), 'double'), fits: exact.fits }
      : { node: nullNode(sheet, 'double'), fits: undefined };
  if (exact && !exact.fits) return inWhole();
  const isHalf = mode === 'half-up' || mode === 'half-even';
  const raised = isHalf ? plus(inSteps, constant(rational(1, 2))) : inSteps;
  const terms = near.low >= 0n ? termsOf(sheet, raised) : undefined;
  const zero = numberNode(sheet, 0n, 'double');
  const sign = terms && signOfSum(sheet, terms, sheet.make('-', 'double', [zero, nearest]));
  if (!sign) return inWhole();
  return { node: sideNode(sheet, mode, sign, nearest), fits: undefined };
}

// The whole number that a sign beside the nearest tie rounds to.
function sideNode(sheet: Sheet, mode: Rounding['mode'], sign: Sign, nearest: SqlNode): SqlNode {
  const one = numberNode(sheet, 1n, 'double');
  const before = sheet.make('-', 'double', [nearest, one]);
  switch (mode) {
    case 'half-up':
    case 'down':
      return chosenNode(sheet, [{ when: sign.atLeast, value: nearest }], before);
    case 'up':
      return chosenNode(
        sheet,
        [{ when: sign.above, value: sheet.make('+', 'double', [nearest, one]) }],
        nearest,
      );
    case 'half-even': {
      const rows = [
        { when: sign.above, value: nearest },
        { when: sign.atLeast, value: evenNode(sheet, nearest) },
      ];
      return chosenNode(sheet, rows, before);
    }
    default:
      return mode satisfies never;
  }
}

// The even one of a whole number and the one before it.
function evenNode(sheet: Sheet, node: SqlNode): SqlNode {
  const two = numberNode(sheet, 2n, 'double');
  const half = sheet.make('floor', 'double', [sheet.make('/', 'double', [node, two])]);
  return sheet.make('*', 'double', [two, half]);
}
