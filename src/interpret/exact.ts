// Expression → a function that works it out where everything on which it rests is known: plain figures
// and words, no ranges, no reasoning. Such a function gives undefined as soon as something is open or
// must not happen; the interpreter then says what follows from that.
import { builtins } from '../builtins/builtins.ts';
import type { Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { point, pointOf } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { booleanValue, isKnown } from '../types/value.ts';
import { aggregateFigure } from './exact-lists.ts';
import { rowsOf } from './exact-rows.ts';
import { letValue } from './lets.ts';
import { scoreValue } from './scores.ts';
import { truthOf } from './exact-truths.ts';
import type { World } from './world.ts';

/** Works something out in a world, inside an aggregate for one entry; undefined where it cannot. */
export type Exactly<Result> = (world: World, each: Value | undefined) => Result | undefined;

export type Figure = Exactly<Rational>;
export type Truth = Exactly<boolean>;
export type Whole = Exactly<Value>;
/** The place of the row that fires; the number of rows for `otherwise`. */
export type Place = Exactly<number>;

/** What one expression has been made into; undefined where it is not of that kind. */
interface Made {
  figure: Figure | undefined | 'not-made';
  truth: Truth | undefined | 'not-made';
  whole: Whole | undefined | 'not-made';
  place: Place | undefined | 'not-made';
}

const made = new WeakMap<Expression, Made>();

/** What an expression has been made into so far. */
export function madeOf(expression: Expression): Made {
  let known = made.get(expression);
  if (known === undefined)
    made.set(
      expression,
      (known = { figure: 'not-made', truth: 'not-made', whole: 'not-made', place: 'not-made' }),
    );
  return known;
}

/** The value of an expression, where it can be worked out outright. */
export function exactValue(expression: Expression, world: World): Value | undefined {
  if (world.outer !== undefined || world.asker !== undefined) return undefined;
  return wholeOf(expression)?.(world, undefined);
}

export function isFigure({ type }: Expression): boolean {
  return type.kind === 'number' || type.kind === 'date';
}

export function wholeOf(expression: Expression): Whole | undefined {
  const known = madeOf(expression);
  if (known.whole === 'not-made') known.whole = wholeMade(expression);
  return known.whole;
}

function wholeMade(expression: Expression): Whole | undefined {
  const { kind } = expression.type;
  if (kind === 'boolean') {
    const truth = truthOf(expression);
    return truth && mapped(truth, booleanValue);
  }
  const direct = directOf(expression);
  if (direct) return (world, each) => known(direct(world, each));
  if (kind !== 'number' && kind !== 'date') return rowsOf(expression, wholeOf);
  const figure = figureOf(expression);
  return figure && mapped(figure, (value): Value => ({ kind, range: point(value) }));
}

export function mapped<From, To>(
  from: Exactly<From>,
  map: (value: From) => To | undefined,
): Exactly<To> {
  return (world, each) => {
    const value = from(world, each);
    return value === undefined ? undefined : map(value);
  };
}

function known(value: Value | undefined): Value | undefined {
  return value && isKnown(value) ? value : undefined;
}

// What stands somewhere as a value, known or not.
export function directOf(expression: Expression): Whole | undefined {
  switch (expression.kind) {
    case 'constant': {
      const { value } = expression;
      return () => value;
    }
    case 'input': {
      const { name } = expression;
      return ({ session }) => {
        session.listener.read(name);
        return session.environment.input(name);
      };
    }
    case 'option': {
      const { name } = expression;
      return ({ session }) => session.environment.option(name);
    }
    case 'let':
      return (world) => letValue(expression, world);
    case 'score': {
      const { path } = expression;
      return (world) => scoreValue(path, world);
    }
    case 'each':
      return (_, each) => each;
    case 'field': {
      const of = directOf(expression.of);
      const { field } = expression;
      return (
        of &&
        ((world, each) => {
          const record = of(world, each);
          return record?.kind === 'record' ? record.fields.get(field) : undefined;
        })
      );
    }
    case 'entry': {
      const of = directOf(expression.of);
      const place = expression.index - 1;
      return (
        of &&
        ((world, each) => {
          const list = of(world, each);
          return list?.kind === 'list' ? list.entries[place] : undefined;
        })
      );
    }
    default:
      return undefined;
  }
}

export function figureOf(expression: Expression): Figure | undefined {
  const known = madeOf(expression);
  if (known.figure === 'not-made') {
    const direct = directOf(expression);
    known.figure = direct ? figureFrom(expression, direct) : figureMade(expression);
  }
  return known.figure;
}

function figureFrom(expression: Expression, direct: Whole): Figure {
  if (expression.kind === 'constant') {
    const figure = figureIn(expression.value);
    return () => figure;
  }
  return (world, each) => figureIn(direct(world, each));
}

export function figureIn(value: Value | undefined): Rational | undefined {
  return value?.kind === 'number' || value?.kind === 'date' ? pointOf(value.range) : undefined;
}

function figureMade(expression: Expression): Figure | undefined {
  switch (expression.kind) {
    case 'negate': {
      const operand = figureOf(expression.operand);
      return operand && mapped(operand, Q.negate);
    }
    case 'round': {
      const operand = figureOf(expression.operand);
      const { rounding } = expression;
      return operand && mapped(operand, (value) => round(value, rounding));
    }
    case 'arithmetic': {
      const [left, right] = [figureOf(expression.left), figureOf(expression.right)];
      const { operator } = expression;
      const operate = OPERATIONS[operator];
      return (
        left &&
        right &&
        ((world, each) => {
          const a = left(world, each);
          const b = a && right(world, each);
          return b && operate(a, b);
        })
      );
    }
    case 'call':
      return calling(expression);
    case 'aggregate':
      return aggregateFigure(expression);
    case 'decision':
    case 'tiers':
      return rowsOf(expression, figureOf);
    default:
      return undefined;
  }
}

const OPERATIONS = {
  '+': Q.add,
  '-': Q.subtract,
  '*': Q.multiply,
  '/': (a: Rational, b: Rational) => (b.n === 0n ? undefined : Q.divide(a, b)),
} as const;

function calling(call: Extract<Expression, { kind: 'call' }>): Figure | undefined {
  const { builtin } = call;
  // These may go wrong, or give what is no fraction.
  if (builtin === 'root' || builtin === 'power' || builtin === 'growth') return undefined;
  if (!isFigure(call)) return undefined;
  const figures = all(
    call.arguments.map((argument) => (isFigure(argument) ? figureOf(argument) : undefined)),
  );
  const [first, second, ...others] = figures ?? [];
  if (first && (builtin === 'min' || builtin === 'max')) {
    const pick = builtin === 'min' ? Q.minimum : Q.maximum;
    if (second && others.length === 0)
      return (world, each) => {
        const a = first(world, each);
        const b = a && second(world, each);
        return b && pick(a, b);
      };
    return (world, each) => {
      let found: Rational | undefined;
      for (const figure of figures ?? []) {
        const next = figure(world, each);
        if (next === undefined) return undefined;
        found = found ? pick(found, next) : next;
      }
      return found;
    };
  }
  const values = all(call.arguments.map(wholeOf));
  const { apply } = builtins[builtin];
  return values && ((world, each) => figureIn(applied(apply, values, world, each)));
}

export function applied(
  apply: (values: readonly Value[]) => Value,
  from: readonly Whole[],
  world: World,
  each: Value | undefined,
): Value | undefined {
  const values: Value[] = [];
  for (const one of from) {
    const value = one(world, each);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return apply(values);
}

export function all<Each>(parts: readonly (Each | undefined)[]): readonly Each[] | undefined {
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

export function truthIn(value: Value): boolean | undefined {
  if (value.kind !== 'boolean' || value.canBeTrue === value.canBeFalse) return undefined;
  return value.canBeTrue;
}
