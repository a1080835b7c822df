// Tiers are often written with both ends of each row, though a row is asked only where those before it do
// not apply. Here each row keeps the bounds that those before it leave open; the last of a table that
// leaves no gap keeps none.
import type { ComparisonOperator, Expression, TiersExpression } from '../../model/expression.ts';
import { constantOf } from '../../model/expression.ts';
import type { Rational } from '../../number/rational.ts';
import { equal } from '../../number/rational.ts';

type Row = TiersExpression['rows'][number];
type Bound = Extract<Row['match'], { kind: 'bounds' }>['bounds'][number];

/** A bound that holds of the subject once the rows so far do not apply; at most one from each side. */
interface Known {
  readonly operator: ComparisonOperator;
  readonly figure: Rational;
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
  let known: readonly Known[] = [];
  const kept: Row[] = [];
  for (const [at, row] of rows.entries()) {
    const { match } = row;
    if (match.kind !== 'bounds') return [...kept, ...rows.slice(at)];
    const bounds = match.bounds.filter((bound) => !known.some((other) => isSame(bound, other)));
    kept.push({ ...row, match: { ...match, bounds } });
    if (bounds.length === 0) return kept;
    const next = knownAfter(known, bounds);
    if (next === undefined) return [...kept, ...rows.slice(at + 1)];
    known = next;
  }
  return kept;
}

// Only a single bound has an opposite that is one, too.
function knownAfter(
  known: readonly Known[],
  [bound, more]: readonly Bound[],
): readonly Known[] | undefined {
  const operator = bound && OPPOSITE[bound.operator];
  const figure = bound && figureOf(bound.limit);
  if (operator === undefined || figure === undefined || more !== undefined) return undefined;
  const isBelow = (each: ComparisonOperator) => each.startsWith('<');
  const others = known.filter((other) => isBelow(other.operator) !== isBelow(operator));
  return [...others, { operator, figure }];
}

function isSame({ operator, limit }: Bound, other: Known): boolean {
  const figure = figureOf(limit);
  return operator === other.operator && figure !== undefined && equal(figure, other.figure);
}

function figureOf(limit: Expression): Rational | undefined {
  return limit.kind === 'constant' ? constantOf(limit) : undefined;
}
