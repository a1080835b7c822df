// The figure that an expression gives, with the steps that show where it came from: the row of a
// table that fired, a rounding, or the formula with what it was applied to.
import type {
  CurvePoint,
  DecisionExpression,
  Expression,
  Segment,
  TiersExpression,
} from '../model/expression.ts';
import type { Step, StretchValues } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { roundRange, sameRange } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { joinValues } from '../types/value.ts';
import type { Scoring } from './scoring.ts';

/** A figure and the expressions whose operands its steps show. */
export interface Traced {
  readonly value: Range;
  readonly shown: readonly Expression[];
}

/** Computes a figure and adds its steps. */
export function traceValue(scoring: Scoring, expression: Expression, steps: Step[]): Traced {
  switch (expression.kind) {
    case 'decision':
    case 'tiers': {
      const { value, shown } = traceRows(scoring, expression, steps);
      return { value: figure(value), shown };
    }
    case 'round': {
      const inner = traceValue(scoring, expression.operand, steps);
      const value = roundRange(inner.value, expression.rounding);
      if (!sameRange(inner.value, value))
        steps.push({
          kind: 'rounding',
          rounding: expression.rounding,
          before: inner.value,
          after: value,
        });
      return { value, shown: inner.shown };
    }
    default: {
      const value = scoring.interpreter.range(expression);
      const shown = scoring.references.alone(expression);
      steps.push({ kind: 'formula', expression, operands: scoring.operands(shown), value });
      return { value, shown };
    }
  }
}

/** The value of a table, with the rows that fire as steps, after the call that it is. */
export function traceRows(
  scoring: Scoring,
  table: DecisionExpression | TiersExpression,
  steps: Step[],
): TracedRows {
  if (table.expands) steps.push(...callStep(scoring, table));
  return table.kind === 'decision'
    ? traceDecision(scoring, table, steps)
    : traceTiers(scoring, table, steps);
}

/** A value of any type and the expressions whose operands its steps show. */
export interface TracedRows {
  readonly value: Value;
  readonly shown: readonly Expression[];
}

function traceDecision(scoring: Scoring, decision: DecisionExpression, steps: Step[]): TracedRows {
  const firing = scoring.interpreter.decisionRows(decision);
  let shown: readonly Expression[] | undefined;
  for (const { row, number, certainty, value } of firing) {
    const reasons = scoring.references.kept(decision, number, () => {
      // A row fires because the conditions before it do not hold: they belong to its reasons.
      const conditions = decision.rows.slice(0, row ? number : decision.rows.length);
      const result = row ? row.value : decision.otherwise;
      return [...conditions.map((each) => each.condition), ...(result ? [result] : [])];
    });
    shown = shown ? [...shown, ...reasons] : reasons;
    steps.push({
      kind: 'decision-row',
      table: decision,
      row,
      stretch: stretchOf(scoring, row?.segment),
      number,
      operands: scoring.operands(reasons),
      certainty,
      value,
    });
  }
  return { value: joinedIn(firing), shown: shown ?? [] };
}

function traceTiers(scoring: Scoring, tiers: TiersExpression, steps: Step[]): TracedRows {
  const { subject } = tiers;
  const { subject: found, rows: firing } = scoring.interpreter.lookedUp(tiers);
  const subjectValue = found ?? scoring.show(subject);
  let shown: readonly Expression[] | undefined;
  for (const { row, number, certainty, value } of firing) {
    const result = row ? row.value : tiers.otherwise;
    const reasons = scoring.references.kept(tiers, number, () =>
      result ? [subject, result] : [subject],
    );
    shown = shown ? [...shown, ...reasons.slice(1)] : reasons;
    steps.push({
      kind: 'tier-row',
      table: tiers,
      subject,
      subjectValue,
      operands: scoring.operands(reasons),
      row,
      stretch: stretchOf(scoring, row?.segment),
      number,
      certainty,
      value,
    });
  }
  return { value: joinedIn(firing), shown: shown ?? [subject] };
}

function stretchOf(scoring: Scoring, segment: Segment | undefined): StretchValues | undefined {
  if (segment === undefined) return undefined;
  const { subject, from, to } = segment;
  const valuesAt = ({ at, value }: CurvePoint) => ({
    at: scoring.show(at),
    value: scoring.show(value),
  });
  return { subject: scoring.show(subject), from: valuesAt(from), to: to && valuesAt(to) };
}

/** What a call gave its parameters, and what came of it; nothing for what no call wrote. */
export function callStep(scoring: Scoring, expression: Expression): Step[] {
  if (!expression.expands || !scoring.isTraced) return [];
  const { name, arguments: given } = expression.expands;
  const values = given.map((argument) => ({
    name: argument.name,
    expression: argument.value,
    value: scoring.show(argument.value),
  }));
  const operands = scoring.operands([expression, ...given.map((argument) => argument.value)]);
  const value = scoring.show(expression);
  return [{ kind: 'call', name, arguments: values, expression, operands, value }];
}

/** The range of a number; anything else where a score belongs is a fault of the checker. */
export function figure(value: Value): Range {
  if (value.kind !== 'number') throw new Error(`a score cannot be a ${value.kind}`);
  return value.range;
}

function joinedIn(firing: readonly { readonly value: Value }[]): Value {
  const [first, ...rest] = firing;
  if (first === undefined)
    throw new Error('no row of a table can fire, though the checker proved that one does');
  return rest.reduce((joined, { value }) => joinValues(joined, value), first.value);
}
