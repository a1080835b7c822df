// Rules without the choices that are made already: where options are what a ruleset chose, conditions on
// them hold or do not, and rows that never fire are gone; nor is rounded what is round already.
import { mapParts } from '../../interpret/map-parts.ts';
import type { ComparisonOperator, Expression } from '../../model/expression.ts';
import { gridOf, isOnGrid } from './grid.ts';
import { BOOLEAN } from '../../types/type.ts';
import type { Value } from '../../types/value.ts';
import { FALSE, TRUE } from '../../types/value.ts';

type Decision = Extract<Expression, { kind: 'decision' }>;

/** The same of everything inside. */
export function settledInside(expression: Expression): Expression {
  return settled(mapParts(expression, settledInside));
}

/** The expression with what its own parts decide; those are settled already. */
export function settled(expression: Expression): Expression {
  switch (expression.kind) {
    case 'not': {
      const truth = truthOf(expression.operand);
      return truth === undefined ? expression : truthConstant(!truth, expression);
    }
    case 'logic': {
      const { left, right, operator } = expression;
      const deciding = operator === 'or';
      for (const [one, other] of [[left, right] as const, [right, left] as const]) {
        const truth = truthOf(one);
        if (truth !== undefined) return truth === deciding ? one : other;
      }
      return expression;
    }
    case 'compare': {
      const truth = comparedWords(expression.operator, expression.left, expression.right);
      return truth === undefined ? expression : truthConstant(truth, expression);
    }
    case 'decision':
      return settledRows(expression);
    case 'round': {
      const { operand, rounding } = expression;
      return isOnGrid(gridOf(operand), rounding.step) ? operand : expression;
    }
    default:
      return expression;
  }
}

function settledRows(decision: Decision): Expression {
  const rows = decision.rows.filter(({ condition }) => truthOf(condition) !== false);
  const certain = rows.findIndex(({ condition }) => truthOf(condition) === true);
  const otherwise = certain < 0 ? decision.otherwise : rows[certain]?.value;
  const open = certain < 0 ? rows : rows.slice(0, certain);
  if (open.length === 0 && otherwise) return otherwise;
  return open.length === decision.rows.length ? decision : { ...decision, rows: open, otherwise };
}

function truthOf(expression: Expression): boolean | undefined {
  if (expression.kind !== 'constant' || expression.value.kind !== 'boolean') return undefined;
  const { canBeTrue, canBeFalse } = expression.value;
  return canBeTrue === canBeFalse ? undefined : canBeTrue;
}

function truthConstant(truth: boolean, { span }: Expression): Expression {
  const value = truth ? TRUE : FALSE;
  return { kind: 'constant', value, text: truth ? 'yes' : 'no', type: BOOLEAN, span };
}

// Words and truth values; figures are left to the interpreter.
function comparedWords(
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
): boolean | undefined {
  if (operator !== '=' && operator !== '!=') return undefined;
  if (left.kind !== 'constant' || right.kind !== 'constant') return undefined;
  const [one, other] = [wordOf(left.value), wordOf(right.value)];
  if (one === undefined || other === undefined) return undefined;
  return (one === other) === (operator === '=');
}

function wordOf(value: Value): string | undefined {
  if (value.kind === 'enumeration')
    return value.possible.size === 1 ? [...value.possible][0] : undefined;
  if (value.kind !== 'boolean' || value.canBeTrue === value.canBeFalse) return undefined;
  return value.canBeTrue ? 'yes' : 'no';
}
