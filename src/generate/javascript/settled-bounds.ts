// Tiers are often written with both ends of each row, though a row is asked only where those before it do
// not apply. Here each row keeps the bounds that those before it leave open; the last of a table that
// leaves no gap keeps none.
import type { ComparisonOperator, Expression, TiersExpression } from '../../model/expression.ts';
import { constantOf } from '../../model/expression.ts';
import type { Rational } from '../../number/rational.ts';
import { equal } from '../../number/rational.ts';

type Row = TiersExpression['rows'][number];
type Bound = Extract<Row['match'], { kind: 'bounds' }>['bounds'][number];

/** What holds of the subject once the rows so far do not apply: at most one bound from each side. */
interface Settled {
  readonly bounds: readonly { readonly operator: ComparisonOperator; readonly figure: Rational }[];
}

const OPPOSITE: Partial<Record<ComparisonOperator, ComparisonOperator>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
};

/** The rows without bounds that are settled before they are asked, and without rows that are never asked. */
export function withoutSettledBounds({ rows, subject }: TiersExpression): readonly Row[] {
  if (subject.type.kind !== 'number') return rows;
  let settled: Settled | undefined = { bounds: [] };
  const kept: Row[] = [];
  for (const row of rows) {
    const { match } = row;
    if (match.kind !== 'bounds' || settled === undefined) {
      settled = undefined;
      kept.push(row);
      continue;
    }
    const { bounds: known }: Settled = settled;
    const bounds = match.bounds.filter((bound) => !known.some((other) => isSame(bound, other)));
    kept.push({ ...row, match: { ...match, bounds } });
    if (bounds.length === 0) break;
    settled = settledAfter(known, bounds);
  }
  return kept;
}

// Only a single bound has an opposite that is one, too.
function settledAfter(
  known: Settled['bounds'],
  [bound, more]: readonly Bound[],
): Settled | undefined {
  const operator = bound && OPPOSITE[bound.operator];
  const figure = bound && figureOf(bound.limit);
  if (operator === undefined || figure === undefined || more !== undefined) return undefined;
  const isBelow = (each: ComparisonOperator) => each.startsWith('<');
  const others = known.filter((other) => isBelow(other.operator) !== isBelow(operator));
  return { bounds: [...others, { operator, figure }] };
}

function isSame({ operator, limit }: Bound, other: Settled['bounds'][number]): boolean {
  const figure = figureOf(limit);
  return operator === other.operator && figure !== undefined && equal(figure, other.figure);
}

function figureOf(limit: Expression): Rational | undefined {
  return limit.kind === 'constant' ? constantOf(limit) : undefined;
}
