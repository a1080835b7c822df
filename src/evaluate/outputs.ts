// The outputs of one department, worked out when the total is known: each a value with the steps that
// lead to it, as a named intermediate result has them.
import type { OutputResult, Step } from '../model/sheet.ts';
import type { Scoring } from './scoring.ts';
import { isTable, stepsBehind } from './trace-lets.ts';
import { traceRows } from './trace-value.ts';

/** Works out every output; `scoring` must know the total. */
export function outputsOf(scoring: Scoring): OutputResult[] {
  return scoring.framework.outputs.map((output) => {
    const reads = new Set<string>();
    const { name, value: expression } = output;
    const value = scoring.noting(reads, () => scoring.interpreter.value(expression));
    const rows: Step[] = [];
    const shown = isTable(expression)
      ? scoring.unnoted(() => traceRows(scoring, expression, rows).shown)
      : [expression];
    const steps: Step[] = [...stepsBehind(scoring, shown), ...rows];
    const operands = scoring.operands([expression]);
    steps.push({ kind: 'let', name, expression, operands, value });
    return { output, value, steps, reads };
  });
}
