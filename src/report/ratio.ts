// Which plain numbers a reader expects as percentages: those that are a ratio of like things
// (万元 / 万元, 人 / 人). A language of exact numbers does not tell 0.1518 from 15.18 %; a clerk does.
import type { Expression } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import { within } from '../model/expression-parts.ts';
import { isMoney, isPlain, MONEY_UNITS, PERCENT, PLAIN } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import type { Type } from '../types/type.ts';

type Lets = ReadonlyMap<string, Let>;

/** The unit in which to show the figures of an expression; undefined for what is no number. */
export function shownUnit(expression: Expression, lets: Lets): Unit | undefined {
  const unit = unitOf(expression.type);
  if (unit === undefined) return undefined;
  if (isMoney(unit)) return workedOut(unit) ? (moneyIn(expression, lets) ?? unit) : unit;
  if (!isPlain(unit)) return unit;
  return unit.label !== PLAIN.label || isRatio(expression, lets) ? PERCENT : PLAIN;
}

/** The unit of a type's numbers, of a list's entries where it is a list. */
export function unitOf(type: Type): Unit | undefined {
  if (type.kind === 'number') return type.unit;
  return type.kind === 'list' ? unitOf(type.of) : undefined;
}

// Definitions are acyclic, so following them ends.
function isRatio(expression: Expression, lets: Lets): boolean {
  const type = unitOf(expression.type);
  if (type === undefined || !isPlain(type)) return false;
  if (type.label === PERCENT.label) return true;
  switch (expression.kind) {
    case 'arithmetic':
      return isRatioOf(expression, lets);
    case 'round':
    case 'negate':
      return isRatio(expression.operand, lets);
    case 'let': {
      const named = lets.get(expression.id);
      return named !== undefined && isRatio(named.value, lets);
    }
    case 'call':
      return (
        expression.arguments.some((argument) => isRatio(argument, lets)) ||
        expression.builtin === 'achievement'
      );
    case 'own':
      return isRatio(expression.operand, lets);
    case 'aggregate':
      return (
        expression.function !== 'count' &&
        expression.function !== 'variance' &&
        expression.of !== undefined &&
        isRatio(expression.of, lets)
      );
    case 'decision':
      return [
        ...expression.rows.map((row) => row.value),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ].some((value) => isRatio(value, lets));
    default:
      return false;
  }
}

function isRatioOf(expression: Extract<Expression, { kind: 'arithmetic' }>, lets: Lets): boolean {
  const { operator, left, right } = expression;
  switch (operator) {
    case '/': {
      const measured = [left, right].every((side) => {
        const unit = unitOf(side.type);
        return unit !== undefined && !isPlain(unit);
      });
      // A ratio over a plain number or over another ratio stays one: a mean, or progress by schedule.
      return measured || isRatio(left, lets);
    }
    case '*':
      return isShare(left, right, lets) || isShare(right, left, lets);
    case '+':
    case '-':
      return isRatio(left, lets) || isRatio(right, lets);
    default:
      return operator satisfies never;
  }
}

// A ratio times a plain number is one still: a share with a weight. But a percentage that stands in the
// rule weighs a figure, and the figure remains what it was: 60% of a mark is a mark.
function isShare(ratio: Expression, weight: Expression, lets: Lets): boolean {
  if (!isRatio(ratio, lets)) return false;
  return ratio.kind !== 'constant' || weight.kind === 'constant' || isRatio(weight, lets);
}

// Money that a product of a price and a number of things came to; declared money keeps its own unit.
function workedOut(unit: Unit): boolean {
  return ![...MONEY_UNITS.values()].includes(unit);
}

// The unit of the money that it was worked out from: a price of 万元 per thing gives 万元.
function moneyIn(expression: Expression, lets: Lets): Unit | undefined {
  for (const part of within(expression)) {
    const unit = unitOf(part.type);
    if (unit && isMoney(unit) && !workedOut(unit)) return unit;
    const named = part.kind === 'let' ? lets.get(part.id) : undefined;
    const found = named && moneyIn(named.value, lets);
    if (found) return found;
  }
  return undefined;
}
