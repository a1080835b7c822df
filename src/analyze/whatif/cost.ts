// What changes cost. Unless a price is set, a figure costs its change as a share of what it is now, an
// award as a share of its full points, and every choice or finding that is changed counts as one whole.
import type { Rational } from '../../number/rational.ts';
import { ONE, absolute, divide, multiply, rational, signOf } from '../../number/rational.ts';
import { changeOf, figureOf } from './alone.ts';
import type { Way } from './alone.ts';
import type { Lever } from './lever.ts';

/** Prices by the name of what is changed, or of its input: for one written unit, or for one choice. */
export type Prices = ReadonlyMap<string, Rational>;

function priceOf(prices: Prices, lever: Lever): Rational | undefined {
  return prices.get(lever.name) ?? prices.get(lever.input.name);
}

/** What a change costs; undefined where it is not known what stands there now. */
export function costOf(
  lever: Lever,
  { value, words }: Pick<Way, 'value' | 'words'>,
  prices: Prices,
): Rational | undefined {
  if (lever.current === undefined) return undefined;
  if (lever.moves.kind === 'alternatives')
    return multiply(rational(Math.max(1, words.length)), priceOf(prices, lever) ?? ONE);
  const change = changeOf(lever.current, value);
  return change && multiply(absolute(change), rateOf(lever, prices));
}

/** What a figure costs for each base unit of its change. */
export function rateOf(lever: Lever, prices: Prices): Rational {
  const price = priceOf(prices, lever);
  return price ? divide(price, lever.unit?.scale ?? ONE) : divide(ONE, wholeOf(lever));
}

// What counts as one whole: the full points of an award, the figure as it is, or one unit where it is 0.
function wholeOf({ input, current, unit }: Lever): Rational {
  if (input.kind === 'judged') return input.points;
  const figure = current && figureOf(current);
  return figure && signOf(figure) !== 0 ? absolute(figure) : (unit?.scale ?? ONE);
}
