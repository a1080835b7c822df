// Figures of which every value of an expression is a multiple: scores in whole points, counts, what was
// rounded. Where a figure is a multiple of the step already, rounding leaves it as it is.
import type { Expression } from '../../model/expression.ts';
import * as Q from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { pointOf } from '../../types/range.ts';

/** A figure of which every value is a multiple; 0 for what is always 0, undefined where none is known. */
export function gridOf(expression: Expression): Rational | undefined {
  switch (expression.kind) {
    case 'round':
      return expression.rounding.step;
    case 'constant': {
      const { value } = expression;
      const figure = value.kind === 'number' ? pointOf(value.range) : undefined;
      return figure && Q.absolute(figure);
    }
    case 'input': {
      const { type } = expression;
      return type.kind === 'number' && type.integer ? type.unit.scale : undefined;
    }
    case 'negate':
      return gridOf(expression.operand);
    case 'arithmetic': {
      const [left, right] = [gridOf(expression.left), gridOf(expression.right)];
      if (left === undefined || right === undefined || expression.operator === '/')
        return undefined;
      return expression.operator === '*' ? Q.multiply(left, right) : commonGrid(left, right);
    }
    case 'call': {
      const isOneOfThem = expression.builtin === 'min' || expression.builtin === 'max';
      return isOneOfThem ? gridOfAll(expression.arguments) : undefined;
    }
    case 'decision':
    case 'tiers':
      return gridOfAll([
        ...expression.rows.map(({ value }) => value),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ]);
    default:
      return undefined;
  }
}

function gridOfAll(expressions: readonly Expression[]): Rational | undefined {
  return expressions
    .map(gridOf)
    .reduce((one, other) => one && other && commonGrid(one, other), Q.ZERO);
}

/** The largest figure of which all multiples of either are multiples. */
export function commonGrid(one: Rational, other: Rational): Rational {
  return Q.rational(Q.gcd(one.n * other.d, other.n * one.d), one.d * other.d);
}

/** Whether every multiple of the grid is one of the step. */
export function isOnGrid(grid: Rational | undefined, step: Rational): boolean {
  return grid !== undefined && Q.isInteger(Q.divide(grid, step));
}
