// Walking expressions: the parts that an expression is made of, and everything inside it.
import type { Expression, TierMatch } from './expression.ts';

/** The expressions that an expression is made of, in reading order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'input':
    case 'option':
    case 'let':
    case 'each':
    case 'standing':
      return [];
    case 'field':
    case 'entry':
      return [expression.of];
    case 'negate':
    case 'not':
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
      return [expression.of, expression.over, expression.where].filter(
        (part) => part !== undefined,
      );
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

/** The expression and everything inside it, lets not followed, in reading order. */
export function* within(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* within(part);
}

/** The expression with each innermost part, one without parts of its own, replaced as `change` says. */
export function mapParts(
  expression: Expression,
  change: (part: Expression) => Expression,
): Expression {
  const map = (part: Expression) => mapParts(part, change);
  const each = (parts: readonly Expression[]) => parts.map(map);
  const optional = (part: Expression | undefined) => part && map(part);
  if (partsOf(expression).length === 0) return change(expression);
  switch (expression.kind) {
    case 'constant':
    case 'input':
    case 'option':
    case 'let':
    case 'each':
    case 'standing':
      return change(expression);
    case 'field':
    case 'entry':
      return { ...expression, of: map(expression.of) };
    case 'negate':
    case 'not':
    case 'round':
      return { ...expression, operand: map(expression.operand) };
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case 'member':
      return { ...expression, of: map(expression.of), among: each(expression.among) };
    case 'call':
      return { ...expression, arguments: each(expression.arguments) };
    case 'aggregate':
      return {
        ...expression,
        of: optional(expression.of),
        over: map(expression.over),
        where: optional(expression.where),
      };
    case 'list':
      return { ...expression, entries: each(expression.entries) };
    case 'record':
      return {
        ...expression,
        fields: new Map([...expression.fields].map(([name, field]) => [name, map(field)])),
      };
    case 'decision':
      return {
        ...expression,
        rows: expression.rows.map((row) => ({
          ...row,
          condition: map(row.condition),
          value: map(row.value),
        })),
        otherwise: optional(expression.otherwise),
      };
    case 'tiers':
      return {
        ...expression,
        subject: map(expression.subject),
        rows: expression.rows.map((row) => ({ ...row, value: map(row.value) })),
        otherwise: optional(expression.otherwise),
      };
    default:
      return expression satisfies never;
  }
}
