// Closing a gap between two rows of a tier table: the later of the rows takes it, or the earlier one. The
// limit is moved to where the other row has its own, in the words in which that one was written.
import type { Fix } from '../diagnostics/diagnostic.ts';
import type { TierMatch, TiersExpression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type { Range } from '../types/range.ts';

type Bound = Extract<TierMatch, { kind: 'bounds' }>['bounds'][number];

/** A limit of a row, as figures and as text. */
interface Limit {
  readonly row: number;
  readonly bound: Bound;
  readonly figure: Rational;
  /** The limit that stands before it in the same row. */
  readonly before: Bound | undefined;
}

/** Where the limit to the other side of the same figure goes. */
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' } as const;

type Side = keyof typeof OPPOSITE;

/** The ways to close a gap, the later row first; none where it does not lie between two rows. */
export function gapFixes(
  tiers: TiersExpression,
  figures: readonly (readonly Rational[])[],
  gap: Range,
): readonly Fix[] {
  // Rows of a curve are not bounds that anyone wrote.
  if (tiers.rows.some(({ segment }) => segment !== undefined)) return [];
  const limits = limitsIn(tiers, figures);
  const below = limits
    .filter((limit) => isBelow(limit, gap))
    .sort(byFigure)
    .at(-1);
  const above = limits.filter((limit) => isAbove(limit, gap)).sort(byFigure)[0];
  if (!below || !above || below.row === above.row) return [];
  const between = figures
    .flat()
    .some((figure) => Q.compare(figure, below.figure) > 0 && Q.compare(figure, above.figure) < 0);
  if (between) return [];
  const fixes = [
    { row: above.row, fix: moved(tiers, above, below) },
    { row: below.row, fix: moved(tiers, below, above) },
  ];
  return fixes.sort((a, b) => b.row - a.row).flatMap(({ fix }) => fix ?? []);
}

function limitsIn(tiers: TiersExpression, figures: readonly (readonly Rational[])[]): Limit[] {
  return tiers.rows.flatMap(({ match }, row) =>
    match.kind === 'bounds'
      ? match.bounds.flatMap((bound, at): Limit[] => {
          const figure = figures[row]?.[at];
          return figure ? [{ row, bound, figure, before: match.bounds[at - 1] }] : [];
        })
      : [],
  );
}

function byFigure(a: Limit, b: Limit): number {
  return Q.compare(a.figure, b.figure);
}

// Rows that end where the gap begins, or a step of whole numbers before.
function isBelow({ bound: { operator }, figure }: Limit, { low }: Range): boolean {
  if (low === undefined || (operator !== '<' && operator !== '<=')) return false;
  const order = Q.compare(figure, low.value);
  return order < 0 || (order === 0 && operator === (low.open ? '<=' : '<'));
}

function isAbove({ bound: { operator }, figure }: Limit, { high }: Range): boolean {
  if (high === undefined || (operator !== '>' && operator !== '>=')) return false;
  const order = Q.compare(figure, high.value);
  return order > 0 || (order === 0 && operator === (high.open ? '>=' : '>'));
}

function moved(
  tiers: TiersExpression,
  { row, bound, before }: Limit,
  { bound: other }: Limit,
): Fix | undefined {
  const span = tiers.rows[row]?.span;
  const [own, limit] = [bound.limit, other.limit];
  if (span === undefined || own.kind !== 'constant' || limit.kind !== 'constant') return undefined;
  const operator = OPPOSITE[other.operator as Side];
  const text = `${operator} ${limit.text}`;
  const edit =
    operator === bound.operator
      ? { span: own.span, text: limit.text }
      : withOperator(span, own.span, before, text);
  if (edit === undefined) return undefined;
  return {
    title: { en: `Let row ${row + 1} say \`${text}\``, zh: `第 ${row + 1} 档改为“${text}”` },
    edits: [edit],
  };
}

// The sign stands before its figure: at the beginning of the row, or behind the row's first limit. In
// `75%..90%` there is none.
function withOperator(
  row: Span,
  own: Span,
  before: Bound | undefined,
  text: string,
): Fix['edits'][number] | undefined {
  const { file, end } = own;
  if (before === undefined)
    return row.start < own.start ? { span: { file, start: row.start, end }, text } : undefined;
  if (row.start === before.limit.span.start) return undefined;
  return { span: { file, start: before.limit.span.end, end }, text: ` and ${text}` };
}
