// The sign of a sum of fractions whose denominators are one figure in a row, as budgets that do not change within a
// year: over that denominator 64 bits hold everything, and no long division is needed.
import { commonFactor } from '../../number/rational.ts';
import type { Sign } from './digits.ts';
import { gathered } from './digits.ts';
import type { Ratio } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { joinTruths, numberNode } from './sheet.ts';
import type { Whole } from './whole.ts';
import { boundsOf, constantWhole, peakOf, plusWhole, timesFactor, wholeNode } from './whole.ts';

export interface AlikeSign {
  /** Whether the denominators of a row are alike, and what is compared fits. */
  readonly when: SqlNode;
  readonly sign: Sign;
}

const MOST_IN_SIDE = 2n ** 62n;
/** Where scores must be smaller than this to fit, it is not worth asking. */
const LEAST_WORTH = 2n ** 10n;

/** The sign of the sum of the fractions less a whole number that is a double, not below 0. */
export function alikeSign(
  sheet: Sheet,
  fractions: readonly Ratio[],
  nearest: SqlNode,
): AlikeSign | undefined {
  const { terms, fixed } = gathered(sheet, fractions);
  const [first, ...others] = terms.map(({ d }): Whole => ({ ...d, factor: 1n }));
  if (!first || others.length === 0) return undefined;
  if ([first, ...others].some((d) => d.low <= 0n || d.peak > 2n ** 53n)) return undefined;
  const common = terms.reduce(
    (all, { d: { factor } }) => (all / commonFactor(all, factor)) * factor,
    1n,
  );
  const above = terms.reduce<Whole | undefined>(
    (sum, { n, d }) => sum && plusWhole(sheet, sum, timesFactor(n, common / d.factor)),
    constantWhole(0n),
  );
  if (!above || peakOf(above) > MOST_IN_SIDE) return undefined;
  const size = fixed.n < 0n ? -fixed.n : fixed.n;
  const most = (MOST_IN_SIDE / (common * boundsOf(first)[1]) - size) / fixed.d;
  if (most < LEAST_WORTH) return undefined;
  const big = (operator: '*' | '-', left: SqlNode, right: SqlNode) =>
    sheet.make(operator, 'big', [left, right]);
  const number = (value: bigint) => numberNode(sheet, value, 'big');
  const counted = big('*', number(fixed.d), sheet.make('cast', 'big', [nearest]));
  const steps = fixed.n === 0n ? counted : big('-', counted, number(fixed.n));
  const sides = [
    wholeNode(sheet, above, 'big'),
    big('*', steps, wholeNode(sheet, timesFactor(first, common), 'big')),
  ];
  const divisor = wholeNode(sheet, first, sheet.small);
  return {
    when: joinTruths(sheet, 'and', [
      ...others.map((other) =>
        sheet.make('=', 'truth', [divisor, wholeNode(sheet, other, sheet.small)]),
      ),
      sheet.make('<', 'truth', [nearest, numberNode(sheet, most, 'double')]),
    ]),
    sign: {
      atLeast: sheet.make('>=', 'truth', sides),
      above: sheet.make('>', 'truth', sides),
    },
  };
}
