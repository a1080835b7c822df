// Comparing figures: by whole numbers where 64 bits hold them; otherwise by doubles within their bound, and
// exactly in the few rows that come nearer to a tie than that. Where no whole number of the database is
// large enough the result is unknown, never off.
import type { ComparisonOperator } from '../../model/expression.ts';
import type { Figure } from './figure.ts';
import { signOfSum, termsOf } from './digits.ts';
import { minus } from './figure.ts';
import { nearOf } from './near.ts';
import { crossed, ratioOf } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { joinTruths, notNode, nullNode, numberNode, truthNode } from './sheet.ts';
import { fitsWide, whereFits } from './wide.ts';
import type { NumberKind, Whole } from './whole.ts';
import { most, peakOf, typeFor, wholeNode } from './whole.ts';

const SIGNS = { '=': '=', '!=': '<>', '<': '<', '<=': '<=', '>': '>', '>=': '>=' } as const;

/** A little more than half of the last place of 1, as docs/exactness.md derives it. */
export const HALF_ULP = 1.2e-16;

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
  const held = sides && fitsWide(sheet, sides);
  const signed = held || !sides ? bySign(sheet, operator, left, right) : undefined;
  const plainly = sides ? compared(sheet, operator, sides, 'wide') : nullNode(sheet, 'truth');
  const exact = signed ?? plainly;
  const fits = signed ? undefined : held;
  const [x, y] = [nearOf(sheet, left), nearOf(sheet, right)];
  if (!x || !y) return whereFits(sheet, fits, exact);
  const distance = sheet.make('-', 'double', [x.node, y.node]);
  const size = sheet.make('+', 'double', [x.size, y.size]);
  const close = within(sheet, distance, boundNode(sheet, Math.max(x.ulps, y.ulps) + 2, size));
  const plain = sheet.make(SIGNS[operator], 'truth', [distance, numberNode(sheet, 0n, 'double')]);
  return decided(sheet, { close, fits }, exact, plain);
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

export function compared(
  sheet: Sheet,
  operator: ComparisonOperator,
  [left, right]: readonly [Whole, Whole],
  type: NumberKind,
): SqlNode {
  const parts = [wholeNode(sheet, left, type), wholeNode(sheet, right, type)];
  return sheet.make(SIGNS[operator], 'truth', parts);
}

export function boundNode(sheet: Sheet, ulps: number, size: SqlNode): SqlNode {
  const factor = sheet.make('number', 'double', [], (ulps * HALF_ULP).toPrecision(6));
  return sheet.make('*', 'double', [factor, size]);
}

export function within(sheet: Sheet, distance: SqlNode, bound: SqlNode): SqlNode {
  return sheet.make('<=', 'truth', [sheet.make('abs', 'double', [distance]), bound]);
}

interface Rare {
  /** Whether a double may be on the other side of a tie. */
  readonly close: SqlNode;
  /** Whether wide whole numbers hold the row; undefined where they always do. */
  readonly fits: SqlNode | undefined;
}

interface Shortcut {
  readonly when: SqlNode;
  readonly exact: SqlNode;
}

// Both ways are unknown where the figure is, so that nothing need be asked twice. What the exact way reads is worked
// out under all conditions that lead to it, so that it cannot overflow in other rows.
export function decided(
  sheet: Sheet,
  { close, fits }: Rare,
  exact: SqlNode,
  plain: SqlNode,
  shortcut?: Shortcut,
): SqlNode {
  const unlike = shortcut && notNode(sheet, shortcut.when);
  const all = (...truths: readonly (SqlNode | undefined)[]) =>
    joinTruths(
      sheet,
      'and',
      truths.flatMap((truth) => truth ?? []),
    );
  const fitting = fits
    ? sheet.makeRare({
        when: fits,
        reached: all(close, unlike, fits),
        value: exact,
        otherwise: nullNode(sheet, plain.type),
      })
    : exact;
  const value = shortcut
    ? sheet.makeRare({
        when: shortcut.when,
        reached: all(close, shortcut.when),
        value: shortcut.exact,
        otherwise: fitting,
      })
    : fitting;
  return sheet.makeRare({ when: close, reached: close, value, otherwise: plain });
}
