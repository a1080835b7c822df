// Departments that lie exactly on the limits of a piece: where two rules differ only at one figure, such as
// a share of exactly 5 %, no list of likely figures meets it. One input at a time is solved for, the others
// staying as they are; conditions are ratios of linear forms in most rules, and what is not is not met.
import type { Interpreter } from '../../interpret/interpreter.ts';
import type { Expression } from '../../model/expression.ts';
import { partsOf } from '../../model/expression-parts.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { pointOf } from '../../types/range.ts';
import { lessOf } from './limit.ts';

/** What is 0 on the limit of each comparison of figures in the conditions. */
export function limitsIn(conditions: readonly Expression[]): readonly Expression[] {
  const found: Expression[] = [];
  const look = (expression: Expression): void => {
    if (expression.kind === 'compare' && expression.left.type.kind === 'number')
      found.push(lessOf(expression.left, expression.right));
    else if (expression.kind === 'logic' || expression.kind === 'not')
      partsOf(expression).forEach(look);
  };
  conditions.forEach(look);
  return found;
}

/** Evaluates with one figure put in place of an input. */
export type Evaluating = (figure: Rational) => Interpreter | undefined;

/** The figure of one input for which the expression is 0, as far as three others tell. */
export function zeroOf(
  expression: Expression,
  at: Evaluating,
  [first, second, third]: readonly [Rational, Rational, Rational],
): Rational | undefined {
  const value = (figure: Rational) => {
    const interpreter = at(figure);
    return interpreter && pointOf(interpreter.range(expression));
  };
  const [one, two, three] = [value(first), value(second), value(third)];
  if (!one || !two || !three || Q.equal(one, two) || Q.equal(two, three)) return undefined;
  // A ratio of linear forms keeps the cross-ratio of four figures; the fourth has the value 0.
  const kept = quotient(
    Q.multiply(one, Q.subtract(two, three)),
    Q.multiply(three, Q.subtract(two, one)),
  );
  const factor =
    kept && quotient(Q.multiply(kept, Q.subtract(second, first)), Q.subtract(second, third));
  if (factor === undefined) {
    // The third lies on it already, or nothing does.
    return Q.signOf(three) === 0 ? third : undefined;
  }
  return quotient(Q.subtract(first, Q.multiply(factor, third)), Q.subtract(Q.ONE, factor));
}

function quotient(left: Rational, right: Rational): Rational | undefined {
  return Q.signOf(right) === 0 ? undefined : Q.divide(left, right);
}
