// `interpolate of X { … }` → a table whose rows give straight lines: each point begins a stretch that
// reaches to the next one, and the last point stands alone. The other rows stay as they are.
import type {
  ArithmeticOperator,
  CurvePoint,
  Expression,
  Segment,
  TierMatch,
  TierRow,
  TiersExpression,
} from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import type { Type } from '../types/type.ts';
import { NUMBER } from '../types/type.ts';
import { DAYS } from '../types/unit.ts';
import type { Typing } from './typing.ts';
import { isNumeric } from './typing.ts';

/** The table with its curve drawn; undefined after saying what is wrong with the points. */
export function interpolate(typing: Typing, table: TiersExpression): TiersExpression | undefined {
  const { report } = typing;
  const { subject, rows } = table;
  if (subject.type.kind !== 'date' && !isNumeric(typing, subject)) return undefined;
  const values = [...rows.map((row) => row.value), ...(table.otherwise ? [table.otherwise] : [])];
  const numeric = values.map((value) => isNumeric(typing, value));
  if (numeric.includes(false)) return undefined;
  const points = rows.flatMap((row) => pointIn(row) ?? []);
  if (points.length < 2) {
    report.say('curve-needs-points', table.span, { given: points.length });
    return undefined;
  }
  const rising = directionOf(typing, points, rows);
  if (rising === undefined) {
    report.say('curve-direction-unknown', table.span, {});
    return undefined;
  }
  if (!isInOrder(typing, points, rising)) return undefined;
  let next = 0;
  const drawn = rows.map((row): TierRow => {
    const from = pointIn(row);
    if (from === undefined) return row;
    next++;
    return stretch({ subject, from, to: points[next] }, rising, table.type, row);
  });
  return { ...table, rows: drawn };
}

/** A row that is a single figure is a point. */
function pointIn({ match, value }: TierRow): CurvePoint | undefined {
  const [at, ...others] = match.kind === 'values' ? match.values : [];
  return at && others.length === 0 ? { at, value } : undefined;
}

function figureOf(typing: Typing, expression: Expression): Rational | undefined {
  const value = typing.constant(expression);
  return value?.kind === 'number' || value?.kind === 'date' ? pointOf(value.range) : undefined;
}

// Fixed figures say it themselves. Where the points move, the rows outside the curve do: one that
// begins with `<` lies below the first point, or above the last.
function directionOf(
  typing: Typing,
  points: readonly CurvePoint[],
  rows: readonly TierRow[],
): boolean | undefined {
  const fixed = points.flatMap(({ at }) => figureOf(typing, at) ?? []);
  const [first, second] = fixed;
  if (first && second) return Q.compare(first, second) <= 0;
  const start = rows.findIndex((row) => pointIn(row) !== undefined);
  const end = rows.findLastIndex((row) => pointIn(row) !== undefined);
  for (const [index, row] of rows.entries()) {
    const side = sideOf(row.match);
    if (side !== undefined && index < start) return side === 'below';
    if (side !== undefined && index > end) return side === 'above';
  }
  return undefined;
}

function sideOf(match: TierMatch): 'below' | 'above' | undefined {
  const [bound, ...others] = match.kind === 'bounds' ? match.bounds : [];
  if (bound === undefined || others.length > 0) return undefined;
  if (bound.operator === '<' || bound.operator === '<=') return 'below';
  return bound.operator === '>' || bound.operator === '>=' ? 'above' : undefined;
}

function isInOrder(typing: Typing, points: readonly CurvePoint[], rising: boolean): boolean {
  let before: { readonly figure: Rational; readonly at: Expression } | undefined;
  for (const { at } of points) {
    const figure = figureOf(typing, at);
    if (figure === undefined) continue;
    if (before && Q.compare(before.figure, figure) * (rising ? 1 : -1) >= 0) {
      const facts = { before: wordOf(before.at), here: wordOf(at), rising };
      const related = [{ span: before.at.span, note: { en: 'the point before', zh: '前一个点' } }];
      typing.report.say('curve-not-in-order', at.span, facts, { related });
      return false;
    }
    before = { figure, at };
  }
  return true;
}

function wordOf(expression: Expression): string {
  if (expression.kind === 'constant') return expression.text;
  return expression.kind === 'let' ? expression.name : '…';
}

function stretch(segment: Segment, rising: boolean, type: Type, row: TierRow): TierRow {
  const { subject, from, to } = segment;
  const { span } = row;
  if (to === undefined) return { ...row, segment };
  const operate = (
    operator: ArithmeticOperator,
    left: Expression,
    right: Expression,
    of: Type,
  ): Expression => ({ kind: 'arithmetic', operator, left, right, type: of, span });
  const width: Type = subject.type.kind === 'date' ? DAYS_APART : subject.type;
  // Both differences are counted away from the point, so that neither is below 0.
  const apart = (a: Expression, b: Expression) =>
    rising ? operate('-', b, a, width) : operate('-', a, b, width);
  const share = operate('/', apart(from.at, subject), apart(from.at, to.at), NUMBER);
  const rise = operate('-', to.value, from.value, type);
  const value = operate('+', from.value, operate('*', share, rise, type), type);
  const [reached, left] = rising ? (['>=', '<'] as const) : (['<=', '>'] as const);
  const bounds = [
    { operator: reached, limit: from.at },
    { operator: left, limit: to.at },
  ];
  return { match: { kind: 'bounds', bounds }, value, span, segment };
}

const DAYS_APART: Type = { kind: 'number', unit: DAYS, integer: true };
