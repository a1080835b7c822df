// What a trace knows of the names in an expression: their values, and the branches that those values
// decide. Nothing is computed; what is not plainly there is left open.
import { comparisonKey } from '../model/expression-parts.ts';
import type { DecisionExpression, Expression, TiersExpression } from '../model/expression.ts';
import { comparesDepartments, referenceName } from '../model/expression.ts';
import type { Operands } from '../model/sheet.ts';
import type { Value } from '../types/value.ts';

/** The value that stands for a name, a list entry or a field; undefined where the trace has none. */
export function operandOf(expression: Expression, operands: Operands): Value | undefined {
  switch (expression.kind) {
    case 'input':
    case 'option':
    case 'let':
    case 'score':
    case 'grade':
    case 'parts':
      return operands.get(referenceName(expression));
    case 'entry': {
      const list = operandOf(expression.of, operands);
      return list?.kind === 'list' ? list.entries[expression.index - 1] : undefined;
    }
    case 'field': {
      const record = operandOf(expression.of, operands);
      return record?.kind === 'record' ? record.fields.get(expression.field) : undefined;
    }
    case 'tiers':
    case 'decision': {
      // A list or a figure that a word picks: `tiers of kind { A : [1, 2]  B : [3, 4] }`.
      const taken =
        expression.kind === 'tiers'
          ? rowOfWord(expression, operands)
          : branchTaken(expression, operands);
      return taken && writtenOut(taken);
    }
    case 'aggregate':
    case 'rank':
      return comparesDepartments(expression) ? operands.get(comparisonKey(expression)) : undefined;
    default:
      return undefined;
  }
}

/**
 * The branch that readings and facts decide; undefined where a figure decides, because a reader wants
 * to see the comparison.
 */
export function branchTaken(
  decision: DecisionExpression,
  operands: Operands,
): Expression | undefined {
  for (const row of decision.rows) {
    const holds = decided(row.condition, operands);
    if (holds === undefined) return undefined;
    if (holds) return row.value;
  }
  return decision.otherwise;
}

function decided(condition: Expression, operands: Operands): boolean | undefined {
  switch (condition.kind) {
    case 'input':
    case 'option':
    case 'let': {
      const value = operands.get(condition.name);
      return value?.kind === 'boolean' && value.canBeTrue !== value.canBeFalse
        ? value.canBeTrue
        : undefined;
    }
    case 'not': {
      const operand = decided(condition.operand, operands);
      return operand === undefined ? undefined : !operand;
    }
    case 'compare': {
      const [left, right] = [condition.left, condition.right].map((side) => wordOf(side, operands));
      if (left === undefined || right === undefined) return undefined;
      return condition.operator === '='
        ? left === right
        : condition.operator === '!='
          ? left !== right
          : undefined;
    }
    default:
      return undefined;
  }
}

// The word of an enumeration, where it is known.
function wordOf(expression: Expression, operands: Operands): string | undefined {
  const value = expression.kind === 'constant' ? expression.value : operandOf(expression, operands);
  return value?.kind === 'enumeration' && value.possible.size === 1
    ? [...value.possible][0]
    : undefined;
}

function rowOfWord(tiers: TiersExpression, operands: Operands): Expression | undefined {
  const word = wordOf(tiers.subject, operands);
  if (word === undefined) return undefined;
  const row = tiers.rows.find(
    ({ match }) =>
      match.kind === 'values' && match.values.some((value) => wordOf(value, operands) === word),
  );
  return row ? row.value : tiers.otherwise;
}

// A figure, or a list of figures, as it is written.
function writtenOut(expression: Expression): Value | undefined {
  if (expression.kind === 'constant')
    return expression.value.kind === 'number' ? expression.value : undefined;
  if (expression.kind !== 'list') return undefined;
  const entries = expression.entries.map(writtenOut);
  return entries.includes(undefined)
    ? undefined
    : { kind: 'list', entries: entries.filter((entry) => entry !== undefined), further: undefined };
}
