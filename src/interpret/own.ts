// Expressions about each department of a cohort, as they are for the one that asks: `own E` is E there.
import type { Expression } from '../model/expression.ts';
import { comparesDepartments } from '../model/expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import { mapParts } from './map-parts.ts';

// One expression for each, so that what is known of it is found again.
const known = new WeakMap<Expression, Expression>();

/** What an expression about each department says of the one that asks: `own E` is E there. */
export function asOwn(expression: Expression): Expression {
  let own = known.get(expression);
  if (own === undefined) {
    own = withoutOwn(expression);
    known.set(expression, own);
  }
  return own;
}

function withoutOwn(expression: Expression): Expression {
  if (expression.kind === 'own') return expression.operand;
  if (!speaksOfOwn(expression)) return expression;
  if (!comparesDepartments(expression)) return mapParts(expression, withoutOwn);
  const outside = new Set(partsAround(expression));
  return mapParts(expression, (part) => (outside.has(part) ? withoutOwn(part) : part));
}

/** Whether `own` stands free in an expression: not in a comparison of departments inside it. */
export function speaksOfOwn(expression: Expression): boolean {
  return expression.kind === 'own' || partsAround(expression).some(speaksOfOwn);
}

// The parts that are about the same department as the whole.
function partsAround(expression: Expression): readonly Expression[] {
  if (!comparesDepartments(expression)) return partsOf(expression);
  if (expression.kind === 'rank') return [];
  const { highest, lowest } = expression.without ?? {};
  return [highest, lowest].filter((part) => part !== undefined);
}
