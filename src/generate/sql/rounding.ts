// Rounding figures: by whole numbers where 64 bits hold them; otherwise by doubles within their bound, and
// exactly in the few rows that come nearer to a tie than that.
import { chosenNode } from './choice.ts';
import { divide, rational } from '../../number/rational.ts';
import { round } from '../../number/rounding.ts';
import type { Rounding } from '../../number/rounding.ts';
import { HALF_ULP, boundNode, compared, decided, within } from './decide.ts';
import type { Sign } from './digits.ts';
import { signOfSum, termsOf } from './digits.ts';
import type { Figure } from './figure.ts';
import { constant, extreme, plus, times } from './figure.ts';
import { nearOf } from './near.ts';
import type { Near } from './near.ts';
import { ratioOf } from './ratio.ts';
import type { AlikeSign } from './alike.ts';
import { alikeSign } from './alike.ts';
import type { Ratio } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { joinTruths, nullNode, numberNode } from './sheet.ts';
import type { NumberKind, Whole } from './whole.ts';
import {
  MOST_IN_DOUBLE,
  boundsOf,
  columnWhole,
  constantWhole,
  magnitudeWhole,
  peakOf,
  plusWhole,
  signWhole,
  timesFactor,
  timesWhole,
  typeFor,
  wholeNode,
} from './whole.ts';
import { fitsWide, whereFits } from './wide.ts';

/** A figure rounded to a step, as a whole number of such steps. */
export function roundFigure(sheet: Sheet, figure: Figure, rounding: Rounding): Figure {
  const { step, mode } = rounding;
  if (figure.kind === 'constant') return constant(round(figure.value, rounding));
  const inSteps = times(figure, constant(divide(rational(1), step)));
  const ratio = ratioOf(sheet, inSteps);
  if (ratio && ratio.d.body === undefined && ratio.d.factor === 1n)
    return { kind: 'steps', whole: ratio.n, step };
  // Each row over its own denominator, unless one of them needs more.
  if (figure.kind === 'chosen' && ratio?.d.body !== undefined) {
    const values = [...figure.rows.map((row) => row.figure), figure.otherwise];
    if (values.every((value) => isPlainly(sheet, value, rounding))) {
      const rows = figure.rows.map(({ when, figure: value }) => ({
        when,
        figure: roundFigure(sheet, value, rounding),
      }));
      return { kind: 'chosen', rows, otherwise: roundFigure(sheet, figure.otherwise, rounding) };
    }
  }
  const exact = ratio && roundRatio(sheet, ratio, mode);
  if (exact?.type === sheet.small) return { kind: 'steps', whole: exact.whole(exact.type), step };
  // Rounding keeps the order of figures.
  if (figure.kind === 'extreme') {
    const side = (part: Figure) => roundFigure(sheet, part, rounding);
    return extreme(figure.name, side(figure.left), side(figure.right));
  }
  if (exact?.type === 'big') return { kind: 'steps', whole: exact.whole(exact.type), step };
  const near = nearOf(sheet, inSteps);
  if (!near) {
    const whole = exact?.whole('wide', exact.fits) ?? unknownWhole(sheet);
    return { kind: 'steps', whole, step };
  }
  return { kind: 'steps', whole: roundNear(sheet, { near, inSteps, mode, exact }), step };
}

// Whether small whole numbers are enough to round it.
function isPlainly(sheet: Sheet, figure: Figure, { step, mode }: Rounding): boolean {
  if (figure.kind === 'constant') return true;
  const ratio = ratioOf(sheet, times(figure, constant(divide(rational(1), step))));
  return ratio !== undefined && roundRatio(sheet, ratio, mode)?.type === sheet.small;
}

interface Rounded {
  readonly type: ReturnType<typeof typeFor>;
  /** Whether wide whole numbers hold the row; undefined where they always do. */
  readonly fits: SqlNode | undefined;
  readonly whole: (type: NumberKind, where?: SqlNode) => Whole;
}

function unknownWhole(sheet: Sheet): Whole {
  return columnWhole(nullNode(sheet, sheet.small), 0n, 0n);
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
      const divided = quotientNode(sheet, above, below, type);
      const up = columnWhole(narrowed(sheet, divided, high), 0n, high);
      const rounded = mode === 'half-even' ? evened(sheet, up, above, below, type) : up;
      const signed = timesWhole(sheet, rounded, sign) ?? unknownWhole(sheet);
      if (!where) return signed;
      // Ties and signs are asked of the same wide whole numbers as the quotient.
      const kind = peakOf(signed) <= MOST_IN_DOUBLE ? sheet.small : type;
      const node = whereFits(sheet, where, wholeNode(sheet, signed, kind));
      return columnWhole(node, ...boundsOf(signed));
    },
  };
}

function quotientNode(sheet: Sheet, above: Whole, below: Whole, type: NumberKind): SqlNode {
  const parts = [wholeNode(sheet, above, type), wholeNode(sheet, below, type)];
  if (type === 'double') return sheet.make('floor', type, [sheet.make('/', type, parts)]);
  return sheet.make('quotient', type, parts);
}

// Whatever fits a small number goes on as one.
function narrowed(sheet: Sheet, node: SqlNode, high: bigint): SqlNode {
  const { small } = sheet;
  return node.type === small || high > MOST_IN_DOUBLE ? node : sheet.make('cast', small, [node]);
}

// A tie went up; back to the even one.
function evened(sheet: Sheet, up: Whole, above: Whole, below: Whole, type: NumberKind): Whole {
  const back = timesWhole(sheet, up, below);
  if (!back) return unknownWhole(sheet);
  const wide = typeFor(sheet, peakOf(back)) ?? type;
  const isTie = compared(sheet, '=', [back, above], type === 'wide' ? 'wide' : wide);
  const upNode = wholeNode(sheet, up, typeFor(sheet, up.high) ?? type);
  const node = chosenNode(sheet, [{ when: isTie, value: evenNode(sheet, upNode) }], upNode);
  return columnWhole(node, 0n, up.high);
}

/** Doubles beyond this many steps are all within their bound of a tie, and are left undecided. */
const MOST_NEAR = 2n ** 51n;

interface NearRounding {
  readonly near: Near;
  readonly inSteps: Figure;
  readonly mode: Rounding['mode'];
  readonly exact: Rounded | undefined;
}

interface ExactlyRounded {
  readonly exactly: SqlNode;
  /** Whether wide whole numbers hold the row; undefined where they always do. */
  readonly fits: SqlNode | undefined;
  /** Whether it is found from the tie that is nearest to a double. */
  readonly isBeside: boolean;
  /** The shorter way where denominators are alike. */
  readonly alike?: AlikeSign | undefined;
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
  const { exactly, fits, isBeside, alike } = exactlyRounded(sheet, rounding, nearest);
  const reach = isBeside ? besideReach(sheet, near) : farReach(sheet, near, size);
  const both = [...(fits ? [fits] : []), ...reach];
  const inReach = both.length > 0 ? joinTruths(sheet, 'and', both) : undefined;
  const node = decided(
    sheet,
    { close, fits: inReach },
    exactly,
    plain,
    alike && {
      when: alike.when,
      exact: besideTie(sheet, mode, alike.sign, nearest),
    },
  );
  const limit = (value: bigint) => (value > MOST_NEAR ? MOST_NEAR : value);
  const high = limit(near.high < 0n ? 0n : near.high + 1n);
  return columnWhole(smallNode(sheet, node), isSigned ? -limit(1n - near.low) : 0n, high);
}

// A double that is a whole number of steps goes on as a small number.
function smallNode(sheet: Sheet, node: SqlNode): SqlNode {
  return sheet.small === 'double' ? node : sheet.make('cast', sheet.small, [node]);
}

// Whole numbers of steps up to here are told apart by doubles.
function farReach(sheet: Sheet, { high, low }: Near, size: SqlNode): readonly SqlNode[] {
  if (high < MOST_NEAR && low > -MOST_NEAR) return [];
  return [sheet.make('<', 'truth', [size, numberNode(sheet, MOST_NEAR, 'double')])];
}

// The tie that is nearest to a double is one of the two around the figure while the bound is below 1/4.
function besideReach(sheet: Sheet, { node, size, high, ulps }: Near): readonly SqlNode[] {
  const most = BigInt(Math.floor(1 / (4 * (ulps + 2) * HALF_ULP))) - 1n;
  if (size === node && high < most) return [];
  return [sheet.make('<', 'truth', [size, numberNode(sheet, most, 'double')])];
}

// Which side of the nearest tie a figure lies on, where one is near.
function exactlyRounded(
  sheet: Sheet,
  { near, inSteps, mode, exact }: NearRounding,
  nearest: SqlNode,
): ExactlyRounded {
  const whole = exact && wholeNode(sheet, exact.whole('wide'), 'double');
  if (whole && !exact.fits) return { exactly: whole, fits: undefined, isBeside: false };
  const isHalf = mode === 'half-up' || mode === 'half-even';
  const raised = isHalf ? plus(inSteps, constant(rational(1, 2))) : inSteps;
  const terms = near.low >= 0n ? termsOf(sheet, raised) : undefined;
  const zero = numberNode(sheet, 0n, 'double');
  const sign = terms && signOfSum(sheet, terms, sheet.make('-', 'double', [zero, nearest]));
  if (!sign)
    return { exactly: whole ?? nullNode(sheet, 'double'), fits: exact?.fits, isBeside: false };
  const exactly = besideTie(sheet, mode, sign, nearest);
  return { exactly, fits: undefined, isBeside: true, alike: alikeSign(sheet, terms, nearest) };
}

// The nearest tie itself, or what lies before it.
function besideTie(sheet: Sheet, mode: Rounding['mode'], sign: Sign, nearest: SqlNode): SqlNode {
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
  const type = node.type === 'wide' || node.type === 'big' ? node.type : 'double';
  const two = numberNode(sheet, 2n, type);
  const half =
    type === 'double'
      ? sheet.make('floor', type, [sheet.make('/', type, [node, two])])
      : sheet.make('quotient', type, [node, two]);
  return sheet.make('*', type, [two, half]);
}
