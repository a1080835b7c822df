// All rows of a table as texts, those that fired or may fire marked: what a page shows where the
// explanation names only the row that counts.
import type { Span } from '../text/span.ts';
import type { Expression } from '../model/expression.ts';
import type { Unit } from '../types/unit.ts';
import type { Wording } from './expression.ts';
import { expressionText, matchText } from './expression.ts';
import type { RowStep, TableExpression } from './row.ts';
import { stepWords } from './step-words.ts';
import { knownOrOpen } from './working.ts';

/** One row of a table. */
export interface TableRow {
  readonly text: string;
  readonly fired: 'yes' | 'maybe' | 'no';
  readonly span: Span | undefined;
}

const OTHERWISE = { en: 'otherwise', zh: '其余' } as const;

/** Every row in the order of the ruleset, `otherwise` last. */
export function tableRows(
  table: TableExpression,
  fired: readonly RowStep[],
  unit: Unit,
  wording: Wording,
): TableRow[] {
  const { colon } = stepWords[wording.language];
  const valueOf = (value: Expression) =>
    value.kind === 'constant'
      ? knownOrOpen(value.value, unit, wording)
      : expressionText(value, wording);
  const stateOf = (row: unknown): TableRow['fired'] => {
    const step = fired.find((each) => each.row === row);
    if (step === undefined) return 'no';
    return step.certainty === 'certain' ? 'yes' : 'maybe';
  };
  const rows = conditionsOf(table, wording).map(({ row, text }): TableRow => ({
    text: text + colon + valueOf(row.value),
    fired: stateOf(row),
    span: row.span,
  }));
  const { otherwise } = table;
  if (otherwise === undefined) return rows;
  const last = OTHERWISE[wording.language] + colon + valueOf(otherwise);
  return [...rows, { text: last, fired: stateOf(undefined), span: otherwise.span }];
}

function conditionsOf(table: TableExpression, wording: Wording) {
  return table.kind === 'tiers'
    ? table.rows.map((row) => ({ row, text: matchText(row.match, wording) }))
    : table.rows.map((row) => ({ row, text: expressionText(row.condition, wording) }));
}
