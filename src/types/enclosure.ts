// Ranges that enclose one irrational figure: known as exactly as a fraction is, but written with two
// ends, because no fraction equals it. What is worked out from such figures is worked out from the
// figures themselves, never from the ends.
import type { Algebraic } from '../number/algebraic.ts';
import {
  asRational,
  compareAlgebraic,
  enclosureOf,
  imageOf,
  negated,
  ofRational,
  productOf,
  quotientOf,
  signOfAlgebraic,
  sumOf,
} from '../number/algebraic.ts';
import * as Q from '../number/rational.ts';
import type { Range } from './range.ts';

/** The range of one exact figure: a point where it is a fraction, ends around it where it is not. */
export function enclose(figure: Algebraic): Range {
  const value = asRational(figure);
  if (value) {
    const end = { value, open: false };
    return { low: end, high: end, integer: Q.isInteger(value) };
  }
  const { low, high } = enclosureOf(figure);
  return {
    low: { value: low, open: true },
    high: { value: high, open: true },
    integer: false,
    irrational: figure,
  };
}

/** The one figure that a range holds, whether or not it is a fraction. */
export function figureIn(range: Range): Algebraic | undefined {
  if (range.irrational) return range.irrational;
  return range.low && hasOnePoint(range) ? ofRational(range.low.value) : undefined;
}

function hasOnePoint({ low, high }: Range): boolean {
  return (
    low !== undefined && high !== undefined && (low === high || Q.equal(low.value, high.value))
  );
}

/**
 * The figure, or for an irrational one a fraction that shares its first sixty digits: to show it and
 * to say how far it lies from others, never to decide anything.
 */
export function nearFigure(range: Range): Q.Rational | undefined {
  const figure = figureIn(range);
  return figure && (figure.kind === 'rational' ? figure.value : range.low?.value);
}

/** Whether the range holds one figure and no other: it is known, rational or not. */
export function isSingle(range: Range): boolean {
  return range.irrational !== undefined || hasOnePoint(range);
}

/** Two known figures of which one at least is irrational; undefined for all other ranges. */
function pairOf(a: Range, b: Range): readonly [Algebraic, Algebraic] | undefined {
  if (!a.irrational && !b.irrational) return undefined;
  const [left, right] = [figureIn(a), figureIn(b)];
  return left && right && [left, right];
}

/** The sum, product or quotient of two known figures of which one is irrational. */
export function combineExactly(operator: '+' | '*' | '/', a: Range, b: Range): Range | undefined {
  const pair = pairOf(a, b);
  if (pair === undefined) return undefined;
  const [left, right] = pair;
  switch (operator) {
    case '+':
      return enclose(sumOf(left, right));
    case '*':
      return enclose(productOf(left, right));
    case '/':
      return signOfAlgebraic(right) ? enclose(quotientOf(left, right)) : undefined;
    default:
      return operator satisfies never;
  }
}

/** How two known figures lie to each other where one is irrational; undefined for other ranges. */
export function compareExactly(a: Range, b: Range): -1 | 0 | 1 | undefined {
  const pair = pairOf(a, b);
  return pair && compareAlgebraic(...pair);
}

/** Whether a range has a known figure as a member; undefined where that cannot be told. */
export function holdsExactly(range: Range, known: Range): boolean | undefined {
  const figure = figureIn(known);
  if (figure === undefined) return undefined;
  if (range.integer && known.irrational) return false;
  if (range.irrational) {
    const order = compareAlgebraic(range.irrational, figure);
    return order === undefined ? undefined : order === 0;
  }
  const side = (end: Range['low'], direction: 1 | -1): boolean | undefined => {
    if (end === undefined) return true;
    const order = compareAlgebraic(figure, ofRational(end.value));
    return order === undefined ? undefined : order * direction > 0 || (order === 0 && !end.open);
  };
  const [low, high] = [side(range.low, 1), side(range.high, -1)];
  if (low === false || high === false) return false;
  return low === true && high === true ? true : undefined;
}

export function negateExactly({ irrational }: Range): Range | undefined {
  return irrational && enclose(negated(irrational));
}

/** The image of an irrational figure under a function that is constant around it. */
export function imageExactly(
  { irrational }: Range,
  image: (value: Q.Rational) => Q.Rational,
): Q.Rational | undefined {
  return irrational && imageOf(irrational, image);
}
