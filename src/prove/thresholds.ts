// Where a rule may change its course as one figure grows: what it compares with what, and the figures
// at which the two sides are equal. Between two of those a rule follows one formula.
import type { Interpreter } from '../interpret/interpreter.ts';
import { limitsOf, partsOf } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import type { Value } from '../types/value.ts';

/** Two figures that a rule compares. */
export interface Comparison {
  readonly left: Expression;
  /** 0 where it is missing: the sign of the left side decides. */
  readonly right: Expression | undefined;
}

/** Everything that the expression compares, lets followed; what is said of single entries aside. */
export function comparisonsIn(
  expression: Expression,
  lets: ReadonlyMap<string, Let>,
): readonly Comparison[] {
  const found: Comparison[] = [];
  const seen = new Set<string>();
  const queue: Expression[] = [expression];
  // The queue grows by the parts of what is met.
  for (const next of queue) {
    found.push(...comparisonsOf(next).filter(({ left }) => isFigure(left.type)));
    if (next.kind === 'let' && !seen.has(next.id)) {
      seen.add(next.id);
      const definition = lets.get(next.id);
      if (definition) queue.push(definition.value);
    }
    queue.push(...(next.kind === 'aggregate' ? [next.over] : partsOf(next)));
  }
  return found;
}

/** A figure on a scale: only of such can it be said that it grows. */
export function isFigure(type: Type): boolean {
  return type.kind === 'number' || type.kind === 'date';
}

function comparisonsOf(expression: Expression): Comparison[] {
  switch (expression.kind) {
    case 'compare':
      return [{ left: expression.left, right: expression.right }];
    case 'member':
      return expression.among.map((right) => ({ left: expression.of, right }));
    case 'tiers':
      return expression.rows.flatMap((row) =>
        limitsOf(row.match).map((right) => ({ left: expression.subject, right })),
      );
    case 'call': {
      const [left, ...others] = expression.arguments;
      if (left === undefined) return [];
      if (expression.builtin === 'abs') return [{ left, right: undefined }];
      const isExtremum = expression.builtin === 'min' || expression.builtin === 'max';
      return isExtremum ? others.map((right) => ({ left, right })) : [];
    }
    default:
      return [];
  }
}

/** By how much the left side is larger; undefined where that cannot be said. */
export function differenceIn(
  interpreter: Interpreter,
  { left, right }: Comparison,
): Rational | undefined {
  const first = figureOf(interpreter.value(left));
  const second = right === undefined ? Q.ZERO : figureOf(interpreter.value(right));
  return first && second && Q.subtract(first, second);
}

function figureOf(value: Value): Rational | undefined {
  return value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
}

/** A figure and how far apart the sides of a comparison are there. */
export interface Sample {
  readonly at: Rational;
  readonly difference: Rational;
}

/**
 * Where the difference is 0 if it is `(a·x + b) / (c·x + d)`, as sums, shares and rates of one figure
 * are. A ratio of differences of four figures is the same before and after such a function.
 */
export function zeroOf(samples: readonly Sample[]): Rational | undefined {
  const exact = samples.find(({ difference }) => Q.signOf(difference) === 0);
  if (exact) return exact.at;
  const [one, two, three] = samples;
  if (!one || !two || !three) return undefined;
  const [f1, f2, f3] = [one.difference, two.difference, three.difference];
  if (Q.equal(f1, f2) || Q.equal(f2, f3) || Q.equal(f1, f3)) return undefined;
  const ratio = Q.divide(Q.multiply(Q.subtract(f1, f3), f2), Q.multiply(f1, Q.subtract(f2, f3)));
  const outer = Q.subtract(one.at, three.at);
  const inner = Q.multiply(ratio, Q.subtract(two.at, three.at));
  if (Q.equal(outer, inner)) return undefined;
  return Q.divide(
    Q.subtract(Q.multiply(outer, two.at), Q.multiply(inner, one.at)),
    Q.subtract(outer, inner),
  );
}
