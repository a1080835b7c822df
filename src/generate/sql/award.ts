// Awards that must lie between two figures: unknown where they do not.
import type { Rational } from '../../number/rational.ts';
import { rational } from '../../number/rational.ts';
import { compareFigures } from './decide.ts';
import type { Figure } from './figure.ts';
import { constant } from './figure.ts';
import type { Sheet } from './sheet.ts';
import { joinTruths, nullNode } from './sheet.ts';
import { columnWhole } from './whole.ts';

/** The award where it lies between the two. */
export function betweenFigures(sheet: Sheet, award: Figure, low: Figure, high: Figure): Figure {
  const when = joinTruths(sheet, 'and', [
    compareFigures(sheet, '>=', award, low),
    compareFigures(sheet, '<=', award, high),
  ]);
  return { kind: 'chosen', rows: [{ when, figure: award }], otherwise: unknownFigure(sheet) };
}

/** The same between two constants. */
export function withinAward(sheet: Sheet, award: Figure, low: Rational, high: Rational): Figure {
  return betweenFigures(sheet, award, constant(low), constant(high));
}

/** A figure that is not known of anyone. */
export function unknownFigure(sheet: Sheet): Figure {
  const nothing = columnWhole(nullNode(sheet, sheet.small), 0n, 0n);
  return { kind: 'steps', whole: nothing, step: rational(1) };
}
