// Scores of items and indicators as single expressions: rules, limits, roundings and strikes written out
// in the arithmetic that they stand for, so that two of them can be compared case by case.
import type { DecisionRow, Expression } from '../model/expression.ts';
import type { Exemption, Item, Veto } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Span } from '../text/span.ts';
import { SCORE } from '../types/type.ts';
import { constantExpression, limitedExpression } from './rule-expression.ts';
import { mapParts } from './map-parts.ts';

/** Where strikes act: on what stands before them, worth so many points in full. */
interface Struck {
  /** Of the score; what a veto leaves is rounded, too. */
  readonly rounding: Rounding | undefined;
  readonly vetoes: readonly Veto[];
  readonly exemptions: readonly Exemption[];
  readonly points: Rational;
  readonly span: Span;
}

// With more vetoes of one priority than this, every combination of them is not written out.
const MOST_VETOES = 6;

/**
 * An item's score with its limits, rounding and strikes; undefined where it cannot be written out. `rule`
 * is what it gives before them.
 */
export function itemExpression(
  item: Item,
  rounding: Rounding | undefined,
  rule: Expression,
): Expression | undefined {
  const standing = limitedExpression(rule, item.caps, rounding);
  return struckExpression(standing, { ...item, rounding });
}

/** What is left of a score after the strikes on it; undefined where it cannot be written out. */
export function struckExpression(standing: Expression, place: Struck): Expression | undefined {
  const { vetoes, exemptions, points, span, rounding } = place;
  const priorities = [...vetoes, ...exemptions].map(({ priority }) => priority ?? 0);
  const falling = [...new Set(priorities)].sort((a, b) => b - a);
  const rows: DecisionRow[] = [];
  for (const level of falling) {
    const acting = vetoes.filter(({ priority }) => (priority ?? 0) === level);
    if (acting.length > MOST_VETOES) return undefined;
    for (const together of combinationsOf(acting)) {
      const scores = together.map(({ score }) => withStandingExpression(score, standing));
      const left = rounded(least(scores, span), rounding);
      rows.push(row(allOf(together.map(({ condition }) => condition)), left, span));
    }
    for (const { condition, priority } of exemptions)
      if ((priority ?? 0) === level)
        rows.push(row(condition, constantExpression(points, span), span));
  }
  if (rows.length === 0) return standing;
  return { kind: 'decision', rows, otherwise: standing, type: SCORE, span };
}

// Every selection of one or more, larger ones first: the first row that holds is the one that acts.
function combinationsOf(vetoes: readonly Veto[]): (readonly Veto[])[] {
  const all = vetoes.reduce<Veto[][]>(
    (selections, veto) => [...selections, ...selections.map((chosen) => [...chosen, veto])],
    [[]],
  );
  return all.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
}

function rounded(operand: Expression, rounding: Rounding | undefined): Expression {
  return rounding ? { kind: 'round', operand, rounding, type: SCORE, span: operand.span } : operand;
}

function row(condition: Expression, value: Expression, span: Span): DecisionRow {
  return { condition, value, afterEarlier: true, span };
}

function allOf([first, ...rest]: readonly Expression[]): Expression {
  if (first === undefined) throw new Error('a combination of vetoes has at least one');
  return rest.reduce<Expression>(
    (left, right) => ({
      kind: 'logic',
      operator: 'and',
      left,
      right,
      type: right.type,
      span: right.span,
    }),
    first,
  );
}

function least([first, ...rest]: readonly Expression[], span: Span): Expression {
  if (first === undefined) throw new Error('a combination of vetoes has at least one');
  if (rest.length === 0) return first;
  return { kind: 'call', builtin: 'min', arguments: [first, ...rest], type: SCORE, span };
}

function withStandingExpression(score: Expression, standing: Expression): Expression {
  const fill = (part: Expression): Expression =>
    part.kind === 'standing' ? standing : mapParts(part, fill);
  return fill(score);
}
