// Conditions where everything on which they rest is known, and the words that they compare.
import { builtins } from '../builtins/builtins.ts';
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import type { Exactly, Truth } from './exact.ts';
import {
  all,
  applied,
  directOf,
  figureOf,
  isFigure,
  madeOf,
  mapped,
  truthIn,
  wholeOf,
} from './exact.ts';
import { quantified } from './exact-lists.ts';
import { rowsOf } from './exact-rows.ts';
import { holds } from './truth.ts';
import type { World } from './world.ts';

export function truthOf(expression: Expression): Truth | undefined {
  const known = madeOf(expression);
  if (known.truth === 'not-made') {
    const direct = directOf(expression);
    known.truth = direct ? mapped(direct, truthIn) : truthMade(expression);
  }
  return known.truth;
}

function truthMade(expression: Expression): Truth | undefined {
  switch (expression.kind) {
    case 'not': {
      const operand = truthOf(expression.operand);
      return operand && mapped(operand, (value) => !value);
    }
    case 'logic': {
      const [left, right] = [truthOf(expression.left), truthOf(expression.right)];
      const decides = expression.operator === 'or';
      return (
        left &&
        right &&
        ((world, each) => {
          const first = left(world, each);
          return first === undefined || first === decides ? first : right(world, each);
        })
      );
    }
    case 'compare':
      return comparing(expression.operator, expression.left, expression.right);
    case 'member': {
      const { of, among } = expression;
      if (among.some(({ kind }) => kind !== 'constant')) return undefined;
      const tests = all(among.map((one) => comparing('=', of, one)));
      return tests && ((world, each) => firstOf(tests, world, each, true));
    }
    case 'call': {
      const values = all(expression.arguments.map(wholeOf));
      const { apply } = builtins[expression.builtin];
      return (
        values &&
        ((world, each) => {
          const value = applied(apply, values, world, each);
          return value && truthIn(value);
        })
      );
    }
    case 'aggregate':
      return quantified(expression);
    case 'decision':
    case 'tiers':
      return rowsOf(expression, truthOf);
    default:
      return undefined;
  }
}

// Whether one of the tests comes out as `sought`; they are made in turn until one does.
function firstOf(
  tests: readonly Truth[],
  world: World,
  each: Value | undefined,
  sought: boolean,
): boolean | undefined {
  for (const test of tests) {
    const truth = test(world, each);
    if (truth === undefined || truth === sought) return truth;
  }
  return !sought;
}

function comparing(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
): Truth | undefined {
  if (isFigure(left) && isFigure(right)) {
    const [first, second] = [figureOf(left), figureOf(right)];
    return (
      first &&
      second &&
      ((world, each) => {
        const a = first(world, each);
        const b = a && second(world, each);
        return b && holds(operator, Q.compare(a, b));
      })
    );
  }
  // The order of ranked words is the interpreter's.
  if (operator !== '=' && operator !== '!=') return undefined;
  const [first, second] = [wordOf(left), wordOf(right)];
  const wanted = operator === '=';
  return (
    first &&
    second &&
    ((world, each) => {
      const a = first(world, each);
      if (a === undefined) return undefined;
      const b = second(world, each);
      return b === undefined ? undefined : (a === b) === wanted;
    })
  );
}

export function wordOf(expression: Expression): Exactly<string> | undefined {
  if (expression.type.kind === 'list' || expression.type.kind === 'record') return undefined;
  const whole = wholeOf(expression);
  return whole && mapped(whole, wordIn);
}

function wordIn(value: Value): string | undefined {
  switch (value.kind) {
    case 'enumeration': {
      const [word] = value.possible;
      return value.possible.size === 1 ? word : undefined;
    }
    case 'boolean':
      return value.canBeTrue === value.canBeFalse ? undefined : String(value.canBeTrue);
    case 'text':
      return value.text;
    case 'target':
      return value.target?.text;
    case 'actual':
      return value.actual?.text;
    case 'number':
    case 'date':
    case 'list':
    case 'record':
      return undefined;
    default:
      return value satisfies never;
  }
}
