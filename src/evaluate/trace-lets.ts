// The steps that lie behind a rule's own: intermediate results that it names, definitions that it
// calls and comparisons with other departments, each after what it needs.
import { partsOf } from '../model/expression-parts.ts';
import type { Expansion, Expression } from '../model/expression.ts';
import type { Step } from '../model/sheet.ts';
import { comparisonSteps } from './comparisons.ts';
import type { Scoring } from './scoring.ts';
import { callStep, traceValue } from './trace-value.ts';

/**
 * The intermediate results, calls and comparisons behind the expressions, as steps, earliest first.
 * Where one is a table, the row that fired comes with it.
 */
export function stepsBehind(scoring: Scoring, shown: readonly Expression[]): Step[] {
  const steps: Step[] = [];
  const said = new Set<Expansion>();
  for (const { name, value: expression } of scoring.references.lets(shown)) {
    const value = scoring.show(expression);
    if (isTable(expression)) traceTable(scoring, expression, said, steps);
    else traceCalls(scoring, expression, said, steps);
    steps.push(...comparisonSteps(scoring, expression));
    steps.push({ kind: 'let', name, expression, operands: scoring.operands([expression]), value });
  }
  for (const expression of shown)
    if (!isTable(expression)) traceCalls(scoring, expression, said, steps);
  for (const expression of new Set(shown)) steps.push(...comparisonSteps(scoring, expression));
  return steps;
}

function isTable({ kind }: Expression): boolean {
  return kind === 'decision' || kind === 'tiers';
}

// The rows that fire, after the calls that they rest on.
function traceTable(
  scoring: Scoring,
  table: Expression,
  said: Set<Expansion>,
  steps: Step[],
): void {
  if (table.expands) said.add(table.expands);
  if (table.type.kind !== 'number') return;
  const rows: Step[] = [];
  const { shown } = scoring.noting(new Set(), () => traceValue(scoring, table, rows));
  for (const expression of shown) traceCalls(scoring, expression, said, steps);
  steps.push(...rows);
}

// The calls inside an expression, inner ones first. An argument that the body uses twice was called
// once, and what an aggregate does with each entry has no one value.
function traceCalls(
  scoring: Scoring,
  expression: Expression,
  said: Set<Expansion>,
  steps: Step[],
): void {
  const { expands } = expression;
  if (expands && said.has(expands)) return;
  if (isTable(expression)) {
    if (expands) traceTable(scoring, expression, said, steps);
    return;
  }
  const parts = expression.kind === 'aggregate' ? [expression.over] : partsOf(expression);
  for (const part of parts) traceCalls(scoring, part, said, steps);
  if (expands) said.add(expands);
  steps.push(...callStep(scoring, expression));
}
