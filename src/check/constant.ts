// The values of expressions that depend on nothing: literals, arithmetic on them, and definitions
// made of such. Anything else has no constant value here, whatever proofs may find out about it.
import type { Expression } from '../model/expression.ts';
import { builtins } from '../builtins/builtins.ts';
import type { Rational } from '../number/rational.ts';
import * as Q from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { pointOf } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { isKnown, numberValue } from '../types/value.ts';

/** Figures longer than this are nobody's rule; working them out could take for ever. */
const LONGEST = 1n << 8192n;

/** The value, or undefined. `letValue` gives the constant value of a definition. */
export function constantValue(
  expression: Expression,
  letValue: (id: string) => Value | undefined,
): Value | undefined {
  const value = (part: Expression) => constantValue(part, letValue);
  const figure = (part: Expression) => figureOf(value(part));
  switch (expression.kind) {
    case 'constant':
      return expression.type.kind !== 'error' && isKnown(expression.value)
        ? expression.value
        : undefined;
    case 'let':
      return letValue(expression.id);
    case 'negate':
      return numeric(figure(expression.operand), Q.negate);
    case 'arithmetic': {
      const [left, right] = [figure(expression.left), figure(expression.right)];
      if (expression.type.kind !== 'number' || left === undefined || right === undefined)
        return undefined;
      return bounded(calculate(expression.operator, left, right));
    }
    case 'round':
      return numeric(figure(expression.operand), (operand) => round(operand, expression.rounding));
    case 'call': {
      if (expression.type.kind === 'enumeration') return undefined;
      const values = expression.arguments.map(value);
      const known = values.filter((argument) => argument !== undefined);
      if (known.length < values.length) return undefined;
      const result = builtins[expression.builtin].apply(known);
      return isKnown(result) ? result : undefined;
    }
    case 'list': {
      const entries = expression.entries.map(value).filter((entry) => entry !== undefined);
      return entries.length < expression.entries.length
        ? undefined
        : { kind: 'list', entries, further: undefined };
    }
    default:
      return undefined;
  }
}

function figureOf(value: Value | undefined): Rational | undefined {
  return value?.kind === 'number' ? pointOf(value.range) : undefined;
}

function numeric(
  operand: Rational | undefined,
  image: (operand: Rational) => Rational,
): Value | undefined {
  return operand === undefined ? undefined : bounded(image(operand));
}

function bounded(figure: Rational | undefined): Value | undefined {
  if (figure === undefined || figure.d > LONGEST) return undefined;
  return figure.n > LONGEST || figure.n < -LONGEST ? undefined : numberValue(figure);
}

function calculate(
  operator: '+' | '-' | '*' | '/',
  left: Rational,
  right: Rational,
): Rational | undefined {
  switch (operator) {
    case '+':
      return Q.add(left, right);
    case '-':
      return Q.subtract(left, right);
    case '*':
      return Q.multiply(left, right);
    case '/':
      return Q.signOf(right) === 0 ? undefined : Q.divide(left, right);
    default:
      return operator satisfies never;
  }
}
