// An expression made anew with its direct parts replaced.
import type { Expression, TierMatch } from '../model/expression.ts';

/** The same expression with each of its direct parts mapped. */
export function mapParts(
  expression: Expression,
  map: (part: Expression) => Expression,
): Expression {
  const maybe = (part: Expression | undefined) => part && map(part);
  switch (expression.kind) {
    case 'constant':
    case 'input':
    case 'option':
    case 'let':
    case 'each':
    case 'cohort':
      return expression;
    case 'field':
    case 'entry':
      return { ...expression, of: map(expression.of) };
    case 'negate':
    case 'not':
    case 'own':
    case 'round':
      return { ...expression, operand: map(expression.operand) };
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return { ...expression, left: map(expression.left), right: map(expression.right) };
    case 'member':
      return { ...expression, of: map(expression.of), among: expression.among.map(map) };
    case 'call':
      return { ...expression, arguments: expression.arguments.map(map) };
    case 'aggregate': {
      const { without, at } = expression;
      return {
        ...expression,
        of: maybe(expression.of),
        over: map(expression.over),
        where: maybe(expression.where),
        ...(without
          ? { without: { highest: maybe(without.highest), lowest: maybe(without.lowest) } }
          : {}),
        ...(at ? { at: { ...at, share: map(at.share) } } : {}),
      };
    }
    case 'rank':
      return { ...expression, of: map(expression.of), where: maybe(expression.where) };
    case 'list':
      return { ...expression, entries: expression.entries.map(map) };
    case 'record': {
      const fields = [...expression.fields].map(([name, field]) => [name, map(field)] as const);
      return { ...expression, fields: new Map(fields) };
    }
    case 'decision':
      return {
        ...expression,
        rows: expression.rows.map((row) => ({
          ...row,
          condition: map(row.condition),
          value: map(row.value),
        })),
        otherwise: maybe(expression.otherwise),
      };
    case 'tiers':
      return {
        ...expression,
        subject: map(expression.subject),
        rows: expression.rows.map((row) => ({
          ...row,
          match: mapLimits(row.match, map),
          value: map(row.value),
        })),
        otherwise: maybe(expression.otherwise),
      };
    default:
      return expression satisfies never;
  }
}

function mapLimits(match: TierMatch, map: (part: Expression) => Expression): TierMatch {
  return match.kind === 'values'
    ? { ...match, values: match.values.map(map) }
    : { ...match, bounds: match.bounds.map((bound) => ({ ...bound, limit: map(bound.limit) })) };
}
