// Walking expressions: the parts that an expression is made of, and everything inside it.
import type { AggregateExpression, Expression, RankExpression, TierMatch } from './expression.ts';
import { comparesDepartments } from './expression.ts';

/** The expressions that an expression is made of, in reading order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'input':
    case 'option':
    case 'let':
    case 'each':
    case 'standing':
    case 'cohort':
    case 'score':
    case 'grade':
    case 'parts':
      return [];
    case 'field':
    case 'entry':
      return [expression.of];
    case 'negate':
    case 'not':
    case 'own':
    case 'round':
      return [expression.operand];
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return [expression.left, expression.right];
    case 'member':
      return [expression.of, ...expression.among];
    case 'call':
      return expression.arguments;
    case 'aggregate':
      return [
        expression.of,
        expression.over,
        expression.where,
        expression.without?.highest,
        expression.without?.lowest,
        expression.at?.share,
      ].filter((part) => part !== undefined);
    case 'rank':
      return expression.where ? [expression.of, expression.where] : [expression.of];
    case 'list':
      return expression.entries;
    case 'record':
      return [...expression.fields.values()];
    case 'decision':
      return [
        ...expression.rows.flatMap((row) => [row.condition, row.value]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    case 'tiers':
      return [
        expression.subject,
        ...expression.rows.flatMap((row) => [...limitsOf(row.match), row.value]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    default:
      return expression satisfies never;
  }
}

/** What a tier row compares its subject with. */
export function limitsOf(match: TierMatch): readonly Expression[] {
  return match.kind === 'values' ? match.values : match.bounds.map((bound) => bound.limit);
}

const insides = new WeakMap<Expression, readonly Expression[]>();

/** The expression and everything inside it, lets not followed, in reading order. */
export function within(expression: Expression): readonly Expression[] {
  let found = insides.get(expression);
  if (found === undefined) {
    const gathered: Expression[] = [];
    gather(expression, gathered);
    found = gathered;
    insides.set(expression, found);
  }
  return found;
}

function gather(expression: Expression, found: Expression[]): void {
  found.push(expression);
  for (const part of partsOf(expression)) gather(part, found);
}

/**
 * The comparisons with other departments that an expression makes itself, in reading order. What
 * stands inside of one is worked out for each department on its own.
 */
export function comparisonsIn(expression: Expression): (AggregateExpression | RankExpression)[] {
  return comparesDepartments(expression)
    ? [expression]
    : partsOf(expression).flatMap(comparisonsIn);
}

/** How a trace names what a comparison gave among its operands; no other name has a line break. */
export function comparisonKey({ span }: Expression): string {
  return `${span.file}\n${span.start}\n${span.end}`;
}
