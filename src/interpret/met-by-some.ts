// Filters that at least one figure always passes: no figure is above all of them, so one is at or below
// their mean, and one at or below every quantile; likewise at or above.
import type { AggregateExpression, AggregateFunction, Expression } from '../model/expression.ts';
import type { World } from './world.ts';

const BETWEEN: ReadonlySet<AggregateFunction> = new Set([
  'min',
  'max',
  'mean',
  'median',
  'quantile',
]);

/** Whether something passes the filter of an aggregate wherever there is anything at all. */
export function isMetBySome({ where, over }: AggregateExpression, world: World): boolean {
  if (where?.kind !== 'compare') return false;
  const { operator, left, right } = where;
  if (operator !== '<=' && operator !== '>=') return false;
  return [[left, right] as const, [right, left] as const].some(([figure, limit]) => {
    const middle = definitionOf(limit, world);
    return (
      middle.kind === 'aggregate' &&
      BETWEEN.has(middle.function) &&
      middle.where === undefined &&
      middle.of !== undefined &&
      isWrittenSame(middle.of, figure) &&
      isSameList(middle.over, over) &&
      hasSome(over, world)
    );
  });
}

// A definition of something worked out from all departments is the same for each of them.
function definitionOf(expression: Expression, world: World): Expression {
  if (expression.kind === 'own') return definitionOf(expression.operand, world);
  const definition =
    expression.kind === 'let'
      ? world.session.environment.lets.get(expression.id)?.value
      : undefined;
  return definition ? definitionOf(definition, world) : expression;
}

// What is known of one department may make different figures equal: only what is written counts.
function isWrittenSame(one: Expression, other: Expression): boolean {
  if (one.kind === 'input') return other.kind === 'input' && one.name === other.name;
  if (one.kind === 'let') return other.kind === 'let' && one.id === other.id;
  if (one.kind === 'each') return other.kind === 'each';
  if (one.kind !== 'field' || other.kind !== 'field') return false;
  return one.field === other.field && isWrittenSame(one.of, other.of);
}

function isSameList(one: Expression, other: Expression): boolean {
  if (one.kind === 'cohort') return other.kind === 'cohort' && one.of === other.of;
  return isWrittenSame(one, other);
}

function hasSome(over: Expression, world: World): boolean {
  if (over.kind === 'cohort') return over.of === 'all';
  const list = world.session.value(over, world);
  return list.kind === 'list' && list.entries.length > 0;
}
