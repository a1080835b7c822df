// What a rule made of each row of a list: the fields that it looked at, the row's own term, and the
// most that the term could have been where points of the row are multiplied by a share.
import { entryOf } from '../interpret/entry-of.ts';
import { comparesDepartments } from '../model/expression.ts';
import type { AggregateExpression, Expression } from '../model/expression.ts';
import { partsOf, within } from '../model/expression-parts.ts';
import type { ListRow, Step } from '../model/sheet.ts';
import { compare } from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import { isPlain, isScore } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import type { Scoring } from './scoring.ts';

/** A step for every list that an expression sums up, in reading order. */
export function listSteps(scoring: Scoring, expression: Expression): Step[] {
  return listsIn(expression).flatMap((aggregate) => stepFor(scoring, aggregate));
}

const found = new WeakMap<Expression, readonly AggregateExpression[]>();

/** The lists that an expression sums up itself, in reading order. */
export function listsIn(expression: Expression): readonly AggregateExpression[] {
  let lists = found.get(expression);
  if (lists === undefined) found.set(expression, (lists = lookFor(expression)));
  return lists;
}

// What stands inside an aggregate is worked out for each entry on its own.
function lookFor(expression: Expression): readonly AggregateExpression[] {
  if (expression.kind === 'aggregate') {
    const { over } = expression;
    // Scores of parts and lists in the rule itself stand in the formula.
    const isShown = over.kind === 'input' || over.kind === 'let' || over.kind === 'field';
    return isShown && termOf(expression)?.type.kind === 'number' ? [expression] : [];
  }
  return comparesDepartments(expression) ? [] : partsOf(expression).flatMap(lookFor);
}

// What the aggregate takes from each row: the row itself where it says nothing else.
function termOf(aggregate: AggregateExpression): Expression | undefined {
  const { of, over, span } = aggregate;
  if (of !== undefined || aggregate.function === 'count') return of;
  return over.type.kind === 'list' ? { kind: 'each', type: over.type.of, span } : undefined;
}

// So many plain figures stand in the formula itself.
const IN_FORMULA = 6;

function stepFor(scoring: Scoring, aggregate: AggregateExpression): Step[] {
  const { over, where } = aggregate;
  const of = termOf(aggregate);
  const list = scoring.show(over);
  if (of === undefined || list.kind !== 'list' || list.further !== undefined) return [];
  if (of.kind === 'each' && !aggregate.without && list.entries.length <= IN_FORMULA) return [];
  const rows = list.entries.flatMap((entry, index): ListRow[] => {
    const at = (part: Expression) => scoring.show(entryOf(part, over, index + 1));
    const passes = where && at(where);
    if (passes?.kind === 'boolean' && !passes.canBeTrue) return [];
    const whole = wholeOf(of);
    return [
      {
        number: index + 1,
        label: labelOf(entry),
        fields: fieldsOf(aggregate, entry),
        value: at(of),
        most: whole && at(whole),
        isCertain: passes?.kind !== 'boolean' || !passes.canBeFalse,
        leftOut: false,
      },
    ];
  });
  if (rows.length === 0) return [];
  return [{ kind: 'rows', expression: aggregate, rows: trimmed(scoring, aggregate, rows) }];
}

// `points × rate`: the points are the most that the row can give.
function wholeOf(of: Expression): Expression | undefined {
  if (of.kind !== 'arithmetic' || of.operator !== '*') return undefined;
  const { left, right } = of;
  if (isPoints(left) && isShare(right)) return left;
  return isPoints(right) && isShare(left) ? right : undefined;
}

function isPoints({ type }: Expression): boolean {
  return type.kind === 'number' && !isPlain(type.unit) && isScore(type.unit);
}

function isShare({ type }: Expression): boolean {
  return type.kind === 'number' && isPlain(type.unit);
}

// What people call the row: the first text in it.
function labelOf(entry: Value): string | undefined {
  if (entry.kind !== 'record') return undefined;
  for (const field of entry.fields.values()) if (field.kind === 'text') return field.text;
  return undefined;
}

function fieldsOf(
  { of, where }: AggregateExpression,
  entry: Value,
): ReadonlyMap<string, ListRow['value']> {
  const fields = new Map<string, Value>();
  if (entry.kind !== 'record') return fields;
  for (const part of [of, where])
    for (const inner of part ? within(part) : [])
      if (inner.kind === 'field' && inner.of.kind === 'each') {
        const value = entry.fields.get(inner.field);
        if (value) fields.set(inner.field, value);
      }
  return fields;
}

// The highest and the lowest that are left out, where all figures are known.
function trimmed(
  scoring: Scoring,
  { without }: AggregateExpression,
  rows: readonly ListRow[],
): readonly ListRow[] {
  if (without === undefined) return rows;
  const [highest, lowest] = [without.highest, without.lowest].map((part) =>
    part ? Number(figureOf(scoring.show(part))?.n ?? 0n) : 0,
  );
  const figures = rows.flatMap((row) => {
    const figure = row.isCertain ? figureOf(row.value) : undefined;
    return figure ? [{ row, figure }] : [];
  });
  if (figures.length < rows.length) return rows;
  const sorted = figures.sort((a, b) => compare(a.figure, b.figure)).map(({ row }) => row);
  const out = new Set([
    ...sorted.slice(0, lowest),
    ...sorted.slice(Math.max(0, sorted.length - (highest ?? 0))),
  ]);
  return rows.map((row) => (out.has(row) ? { ...row, leftOut: true } : row));
}

function figureOf(value: Value): Rational | undefined {
  return value.kind === 'number' ? pointOf(value.range) : undefined;
}
