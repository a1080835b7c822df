// The row of a decision list or a tier table that fired, as a line: what it was decided on, why this
// row, and what it gives.
import type { DecisionExpression, Expression, TiersExpression } from '../model/expression.ts';
import type { Step } from '../model/sheet.ts';
import { POINTS } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import type { Value } from '../types/value.ts';
import { conditionText, factsText } from './condition.ts';
import { segmentText } from './curve.ts';
import type { Wording } from './expression.ts';
import { expressionText, matchText } from './expression.ts';
import { stepWords } from './step-words.ts';
import { knownOrOpen, outcomeText, scoreWorking } from './working.ts';

export type RowStep = Extract<Step, { kind: 'decision-row' | 'tier-row' }>;
export type TableExpression = DecisionExpression | TiersExpression;

/** The table that a row belongs to, and the unit of what it gives. */
export interface Table {
  readonly expression: TableExpression;
  readonly unit: Unit;
}

/** The table that an expression is, a rounding around it aside. */
export function tableIn(expression: Expression): TableExpression | undefined {
  if (expression.kind === 'round') return tableIn(expression.operand);
  return expression.kind === 'decision' || expression.kind === 'tiers' ? expression : undefined;
}

// Longer decision lists do not repeat every condition that did not hold.
const SHOWN_CONDITIONS = 3;

/** The row as one line; without its table an `otherwise` only shows what came of it. */
export function rowText(step: RowStep, table: Table | undefined, wording: Wording): string {
  const unit = table?.unit ?? POINTS;
  const given = step.row?.value ?? table?.expression.otherwise;
  const value = given
    ? scoreWorking(given, step.operands, step.value, unit, wording)
    : knownOrOpen(step.value, unit, wording);
  return rowReason(step, table, wording) + stepWords[wording.language].colon + value;
}

/** Why this row: what it was decided on. */
export function rowReason(step: RowStep, table: Table | undefined, wording: Wording): string {
  const words = stepWords[wording.language];
  const possible = step.certainty === 'possible';
  if (step.row?.segment && step.stretch)
    return segmentText(step.row.segment, step.stretch, wording, possible);
  if (step.kind === 'tier-row') {
    const subject = subjectText(step.subject, step.subjectValue, wording);
    return step.row === undefined
      ? words.tierOtherwise(subject, possible)
      : words.tier(subject, matchText(step.row.match, wording), possible);
  }
  if (step.row)
    return words.row(
      step.number,
      factsText([step.row.condition], step.operands, wording) ??
        conditionText([step.row.condition], step.operands, wording),
      possible,
    );
  const refused =
    table?.expression.kind === 'decision' ? table.expression.rows.map((row) => row.condition) : [];
  const facts = factsText(refused, step.operands, wording);
  if (facts !== undefined) return words.otherwiseAs(facts, possible);
  const isShown = refused.length > 0 && refused.length <= SHOWN_CONDITIONS;
  const text = isShown ? conditionText(refused, step.operands, wording) : '';
  return words.otherwise(isShown ? { text, count: refused.length } : undefined, possible);
}

/** `编外人员控制率 ≈23.53%` */
export function subjectText(subject: Expression, value: Value, wording: Wording): string {
  return `${expressionText(subject, wording)} ${outcomeText(subject, value, wording)}`;
}
