// Published rates and other figures beside what their definitions give, and beside each other.
import { nearFigure } from '../types/enclosure.ts';
import { createLookUp, referenceTo } from '../evaluate/look-up.ts';
import type { LookUp } from '../evaluate/look-up.ts';
import type { ReportedFigure } from '../input/department.ts';
import type { Expression } from '../model/expression.ts';
import { equal } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { contains, intersect, pointOf, roundRange } from '../types/range.ts';
import { PLAIN } from '../types/unit.ts';
import type { FigureComparison, Finding } from './audit-result.ts';
import type { AuditCase } from './audited-places.ts';
import { explainFigure } from './explain-figure.ts';
import { roundingTo, stepOf } from './published.ts';

/** A published figure compared, and what there is to say about it. */
export interface ComparedFigure {
  readonly comparison: FigureComparison | undefined;
  readonly findings: readonly Finding[];
}

/** Compares every published figure with its definition. */
export function compareFigures(audit: AuditCase): ComparedFigure[] {
  const { framework, department, compared } = audit;
  const lookUp = createLookUp(framework, department, {
    ...compared,
    without: new Set(['assumed']),
  });
  return department.reported.figures.map((reported) => {
    const definition = definitionOf(audit, reported);
    if (definition === undefined)
      return {
        comparison: undefined,
        findings: [{ kind: 'unknown-name', severity: 'error', name: reported.name, of: 'figure' }],
      };
    return compareFigure(audit, lookUp, reported, definition);
  });
}

/** The expression that a published figure speaks of. */
function definitionOf(
  { framework }: AuditCase,
  { name, letId }: ReportedFigure,
): Expression | undefined {
  const named = letId === undefined ? undefined : framework.lets.get(letId);
  if (named) return named.value;
  const input = framework.inputs.find((each) => each.name === name);
  if (input) return referenceTo(input);
  return [...framework.lets.values()].find((each) => each.name === name)?.value;
}

function compareFigure(
  audit: AuditCase,
  lookUp: LookUp,
  reported: ReportedFigure,
  definition: Expression,
): ComparedFigure {
  const { value, missing } = lookUp.value(definition);
  if (value.kind !== 'number') return { comparison: undefined, findings: [] };
  const step = stepOf(reported.text, reported.value);
  const unit = definition.type.kind === 'number' ? definition.type.unit : PLAIN;
  const exact = nearFigure(value.range);
  const base = { reported, recomputed: value.range, step, unit } as const;
  const rounded = pointOf(roundRange(value.range, { step, mode: 'half-up' }));
  if (exact === undefined || rounded === undefined) {
    const comparison: FigureComparison = { ...base, rounded: undefined, outcome: 'not-derivable' };
    const inside = contains(roundRange(value.range, { step, mode: 'half-up' }), reported.value);
    const severity = inside ? 'note' : 'error';
    return {
      comparison,
      findings: [{ kind: 'figure-not-derivable', severity, comparison, inside, missing }],
    };
  }
  const agrees = equal(rounded, reported.value);
  const comparison: FigureComparison = { ...base, rounded, outcome: agrees ? 'agrees' : 'differs' };
  if (agrees) return { comparison, findings: [] };
  const explanations = explainFigure(audit, definition, comparison, exact);
  const isCutOff = explanations.some(({ kind }) => kind === 'other-rounding');
  const severity = isCutOff ? 'warning' : 'error';
  return {
    comparison,
    findings: [{ kind: 'figure-differs', severity, comparison, recomputed: exact, explanations }],
  };
}

/** Figures of one name that cannot all be roundings of one number. */
export function contradictions(comparisons: readonly FigureComparison[]): Finding[] {
  const byName = new Map<string, FigureComparison[]>();
  for (const comparison of comparisons) {
    const { name, letId } = comparison.reported;
    const key = letId ?? name;
    byName.set(key, [...(byName.get(key) ?? []), comparison]);
  }
  return [...byName.values()].flatMap((figures): Finding[] => {
    const [first] = figures;
    if (first === undefined || haveCommonOrigin(figures)) return [];
    return [{ kind: 'figures-contradict', severity: 'error', name: first.reported.name, figures }];
  });
}

function haveCommonOrigin(figures: readonly FigureComparison[]): boolean {
  let common: Range | undefined;
  for (const { reported, step } of figures) {
    const origin = roundingTo(reported.value, step);
    const narrowed = common ? intersect(common, origin) : origin;
    if (narrowed === undefined) return false;
    common = narrowed;
  }
  return true;
}
