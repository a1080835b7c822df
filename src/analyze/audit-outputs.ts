// Published outputs beside what the rules give: a payment, a letter. Where one differs, it is tried
// whether it follows from the total as that was published.
import { createLookUp } from '../evaluate/look-up.ts';
import type { ReportedOutput } from '../input/department.ts';
import { nearFigure } from '../types/enclosure.ts';
import { contains, point, pointOf, roundRange } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { isKnown, sameValue } from '../types/value.ts';
import type { Finding, OutputComparison } from './audit-result.ts';
import type { AuditCase } from './audited-places.ts';
import { roundsTo, stepOf } from './published.ts';

/** A published output compared, and what there is to say about it. */
export interface ComparedOutput {
  readonly comparison: OutputComparison;
  readonly findings: readonly Finding[];
}

/** Compares every published output with its rule. */
export function compareOutputs(audit: AuditCase): ComparedOutput[] {
  const { framework, department, compared, disclosed } = audit;
  const settings = { ...compared, without: new Set(['assumed'] as const) };
  return department.reported.outputs.flatMap((reported) => {
    const found = disclosed.outputs.find(({ output }) => output.name === reported.name);
    if (found === undefined) return [];
    const { output, value: recomputed } = found;
    const outcome = outcomeOf(reported, recomputed);
    const comparison: OutputComparison = { reported, output, recomputed, outcome };
    if (outcome !== 'differs') return [{ comparison, findings: [] }];
    const published = department.reported.total?.score;
    const fromTotal = published && createLookUp(framework, department, settings, point(published));
    const fromPublishedTotal =
      fromTotal !== undefined &&
      outcomeOf(reported, fromTotal.value(output.value).value) === 'agrees';
    const finding: Finding = {
      kind: 'output-differs',
      severity: 'error',
      comparison,
      fromPublishedTotal,
    };
    return [{ comparison, findings: [finding] }];
  });
}

function outcomeOf(
  { value, text }: ReportedOutput,
  recomputed: Value,
): OutputComparison['outcome'] {
  if (value.kind === 'number' && recomputed.kind === 'number') {
    const published = pointOf(value.range);
    if (published === undefined) return 'not-derivable';
    const step = stepOf(text, published);
    const exact = nearFigure(recomputed.range);
    if (exact) return roundsTo(exact, published, step) ? 'agrees' : 'differs';
    const rounded = roundRange(recomputed.range, { step, mode: 'half-up' });
    return contains(rounded, published) ? 'not-derivable' : 'differs';
  }
  if (isKnown(recomputed)) return sameValue(value, recomputed) ? 'agrees' : 'differs';
  if (value.kind === 'enumeration' && recomputed.kind === 'enumeration')
    return [...value.possible].some((word) => recomputed.possible.has(word))
      ? 'not-derivable'
      : 'differs';
  return 'not-derivable';
}
