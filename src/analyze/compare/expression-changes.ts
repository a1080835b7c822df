// Two expressions into the smallest parts in which they are written differently. Ways of writing that
// come to the same (an order of terms, brackets) are no difference; definitions are not looked into.
import { createAtomTable } from '../../interpret/atoms.ts';
import type { Expression } from '../../model/expression.ts';
import { partsOf } from '../../model/expression-parts.ts';
import { equal } from '../../number/rational.ts';
import type { Rounding } from '../../number/rounding.ts';
import { pointOf } from '../../types/range.ts';

/** Something that stands in one place before and after; undefined where nothing does. */
export interface ExpressionChange {
  readonly before: Expression | undefined;
  readonly after: Expression | undefined;
  /** In which row of a table it stands, counted from 1, and as what; the innermost table counts. */
  readonly row:
    { readonly number: number; readonly as: 'limit' | 'condition' | 'value' } | undefined;
}

/** Tells whether expressions have the same form, definitions and options taken by their names. */
export function createForms(): (before: Expression, after: Expression) => boolean {
  const { structureOf } = createAtomTable(new Map(), () => undefined);
  return (before, after) =>
    before.type.kind === after.type.kind && structureOf(before) === structureOf(after);
}

/** The smallest parts that differ; none where the forms are the same. */
export function expressionChanges(
  sameForm: (before: Expression, after: Expression) => boolean,
  before: Expression | undefined,
  after: Expression | undefined,
): readonly ExpressionChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined || after === undefined) return [{ before, after, row: undefined }];
  if (sameForm(before, after) || isFullPoints(before, after)) return [];
  const whole = [{ before, after, row: undefined }];
  const [ones, others] = [partsOf(before), partsOf(after)];
  if (ones.length === 0 || ones.length !== others.length || !isSameKind(before, after))
    return whole;
  const places = placesIn(after);
  const inner = ones.flatMap((one, at) =>
    expressionChanges(sameForm, one, others[at]).map((change) => ({
      ...change,
      row: change.row ?? places[at],
    })),
  );
  // What its parts do not show is its own: another operator, another rounding.
  const isOwn = inner.length === 0 && !others.some((other, at) => isUnderPoints(ones[at], other));
  return isOwn ? whole : inner;
}

// One word for another figure: full points, which change with the points of the part.
function isFullPoints(before: Expression, after: Expression): boolean {
  return before.kind === 'constant' && after.kind === 'constant' && before.text === after.text;
}

function isUnderPoints(before: Expression | undefined, after: Expression): boolean {
  if (before === undefined || before.kind !== after.kind) return false;
  if (isFullPoints(before, after)) return !sameConstant(before, after);
  const ones = partsOf(before);
  return partsOf(after).some((part, at) => isUnderPoints(ones[at], part));
}

function sameConstant(before: Expression, after: Expression): boolean {
  if (before.kind !== 'constant' || after.kind !== 'constant') return false;
  const [one, other] = [before, after].map(({ value }) =>
    value.kind === 'number' ? pointOf(value.range) : undefined,
  );
  return one !== undefined && other !== undefined && equal(one, other);
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
