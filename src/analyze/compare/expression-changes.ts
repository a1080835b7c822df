// Two expressions into the smallest parts in which they are written differently. Ways of writing that
// come to the same (an order of terms, brackets) are no difference; definitions are not looked into.
import { createAtomTable } from '../../interpret/atoms.ts';
import type { Expression } from '../../model/expression.ts';
import type { Framework } from '../../model/framework.ts';
import { partsOf } from '../../model/expression-parts.ts';
import { equal } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';

/** Something that stands in one place before and after; undefined where nothing does. */
export interface ExpressionChange {
  readonly before: Expression | undefined;
  readonly after: Expression | undefined;
  /** In which row of a table it stands, counted from 1, and as what; the innermost table counts. */
  readonly row:
    { readonly number: number; readonly as: 'limit' | 'condition' | 'value' } | undefined;
}

/** How expressions of two frameworks are held against each other. */
export interface Forms {
  /** Whether both have the same form, options and definitions of both taken by their names. */
  readonly same: (before: Expression, after: Expression) => boolean;
  /** What stands behind a definition that only one framework has. */
  readonly opened: (expression: Expression) => Expression;
}

/** Definitions of one name in one place are the same definition, and compared on their own. */
export function createForms(
  before: Pick<Framework, 'lets'>,
  after: Pick<Framework, 'lets'>,
): Forms {
  const own = new Map(
    [[before.lets, after.lets] as const, [after.lets, before.lets] as const].flatMap(
      ([lets, others]) => [...lets].filter(([id]) => !others.has(id)),
    ),
  );
  const { structureOf } = createAtomTable(own, () => undefined);
  const opened = (expression: Expression): Expression => {
    const definition = expression.kind === 'let' ? own.get(expression.id) : undefined;
    return definition ? opened(definition.value) : expression;
  };
  return {
    same: (one, other) =>
      one.type.kind === other.type.kind && structureOf(one) === structureOf(other),
    opened,
  };
}

/** The smallest parts that differ; none where the forms are the same. */
export function expressionChanges(
  forms: Forms,
  before: Expression | undefined,
  after: Expression | undefined,
): readonly ExpressionChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) return [{ before, after, row: undefined }];
  if (forms.same(before, after)) return [];
  const whole = [{ before, after, row: undefined }];
  const [one, other] = [forms.opened(before), forms.opened(after)];
  if (forms.same(one, other)) return [];
  const [ones, others] = [partsOf(one), partsOf(other)];
  if (ones.length === 0 || ones.length !== others.length || !isSameKind(one, other)) return whole;
  const places = placesIn(other);
  const inner = ones.flatMap((part, at) =>
    expressionChanges(forms, part, others[at]).map((change) => ({
      ...change,
      row: change.row ?? places[at],
    })),
  );
  // What its parts do not show is its own: another operator, another rounding.
  return inner.length > 0 ? inner : whole;
}

// Where the parts of a table stand in it, in the order of its parts.
function placesIn(expression: Expression): readonly ExpressionChange['row'][] {
  switch (expression.kind) {
    case 'decision':
      return [
        ...expression.rows.flatMap((_, at) => [
          { number: at + 1, as: 'condition' as const },
          { number: at + 1, as: 'value' as const },
        ]),
        { number: expression.rows.length + 1, as: 'value' },
      ];
    case 'tiers':
      return [
        undefined,
        ...expression.rows.flatMap(({ match }, at) => [
          ...(match.kind === 'values' ? match.values : match.bounds).map(() => ({
            number: at + 1,
            as: 'limit' as const,
          })),
          { number: at + 1, as: 'value' as const },
        ]),
        { number: expression.rows.length + 1, as: 'value' },
      ];
    default:
      return [];
  }
}

function isSameKind(one: Expression, other: Expression): boolean {
  switch (one.kind) {
    case 'arithmetic':
      return other.kind === 'arithmetic' && other.operator === one.operator;
    case 'compare':
      return other.kind === 'compare' && other.operator === one.operator;
    case 'logic':
      return other.kind === 'logic' && other.operator === one.operator;
    case 'call':
      return other.kind === 'call' && other.builtin === one.builtin;
    case 'aggregate':
      return other.kind === 'aggregate' && other.function === one.function;
    // An `otherwise` more or less is another table.
    case 'decision':
      return other.kind === 'decision' && !one.otherwise === !other.otherwise;
    case 'round':
      return other.kind === 'round' && isSameRounding(one.rounding, other.rounding);
    case 'tiers':
      return (
        other.kind === 'tiers' &&
        !one.otherwise === !other.otherwise &&
        matchesOf(one) === matchesOf(other)
      );
    default:
      return one.kind === other.kind;
  }
}

function isSameRounding(one: Rounding, other: Rounding): boolean {
  return one.mode === other.mode && equal(one.step, other.step);
}

// `>= 90%` and `> 90%` are different rows even where their limits are the same.
function matchesOf(tiers: Extract<Expression, { kind: 'tiers' }>): string {
  return tiers.rows
    .map(({ match }) =>
      match.kind === 'values' ? 'values' : match.bounds.map(({ operator }) => operator).join(' '),
    )
    .join('|');
}
