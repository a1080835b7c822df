// The steps that lie behind a rule's own: intermediate results that it names, definitions that it
// calls and comparisons with other departments, each after what it needs.
import { partsOf } from '../model/expression-parts.ts';
import type {
  DecisionExpression,
  Expansion,
  Expression,
  TiersExpression,
} from '../model/expression.ts';
import type { Step } from '../model/sheet.ts';
import { comparisonSteps } from './comparisons.ts';
import { listSteps } from './list-rows.ts';
import type { Scoring } from './scoring.ts';
import { callStep, traceRows } from './trace-value.ts';

const NO_STEPS: readonly Step[] = [];

/**
 * The intermediate results, calls and comparisons behind the expressions, as steps, earliest first.
 * Where one is a table, the row that fired comes with it.
 */
export function stepsBehind(scoring: Scoring, shown: readonly Expression[]): readonly Step[] {
  if (!scoring.isTraced) return NO_STEPS;
  const { references } = scoring;
  const { lets, isPlain } = references.shown(shown);
  if (isPlain && lets.length === 0) return NO_STEPS;
  const steps: Step[] = [];
  const said = new Set<Expansion>();
  for (const named of lets) {
    const { name, value: expression } = named;
    const value = scoring.showLet(named);
    const alone = references.alone(expression);
    if (isTable(expression)) traceTable(scoring, expression, said, steps);
    else if (!references.shown(alone).isPlain) {
      traceCalls(scoring, expression, said, steps);
      steps.push(...comparisonSteps(scoring, expression), ...listSteps(scoring, expression));
    }
    steps.push({ kind: 'let', name, expression, operands: scoring.operands(alone), value });
  }
  if (isPlain) return steps;
  for (const expression of shown)
    if (!isTable(expression)) traceCalls(scoring, expression, said, steps);
  for (const expression of new Set(shown))
    steps.push(...comparisonSteps(scoring, expression), ...listSteps(scoring, expression));
  return steps;
}

/** Whether rows decide the value. */
export function isTable(
  expression: Expression,
): expression is DecisionExpression | TiersExpression {
  return expression.kind === 'decision' || expression.kind === 'tiers';
}

// The rows that fire, after the calls and comparisons that they rest on. Of a table, only what its row
// was decided by and gives is of interest.
function traceTable(
  scoring: Scoring,
  table: DecisionExpression | TiersExpression,
  said: Set<Expansion>,
  steps: Step[],
): void {
  if (table.expands) said.add(table.expands);
  const rows: Step[] = [];
  const { shown } = scoring.unnoted(() => traceRows(scoring, table, rows));
  for (const expression of shown) traceCalls(scoring, expression, said, steps);
  for (const expression of new Set(shown))
    steps.push(...comparisonSteps(scoring, expression), ...listSteps(scoring, expression));
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
  if (!scoring.references.hasCalls(expression)) return;
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
