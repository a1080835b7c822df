// A framework and one department's file in, an audit out: every published score and figure beside
// what the rules give, and every contradiction with what would explain it. It knows no words: reports
// put findings into sentences.
import type { Department } from '../input/department.ts';
import type { Framework } from '../model/framework.ts';
import { compareFigures, contradictions } from './audit-figures.ts';
import type { Audit, Finding, FindingSeverity } from './audit-result.ts';
import { compareScore } from './audit-scores.ts';
import { blankFinding, gradeFindings, sumFindings } from './audit-sums.ts';
import { openCase } from './audited-places.ts';

/**
 * Audits what a department published. The framework must have no missing terms. `cohort`: the other
 * departments that it was compared with; unknown where it is left out.
 */
export function audit(
  framework: Framework,
  department: Department,
  cohort?: readonly Department[],
): Audit {
  // 1. Recompute, with and without assumed figures.
  const opened = openCase(framework, department, cohort);
  // 2. Published scores against recomputed ones.
  const scores = opened.places.flatMap((place) =>
    place.reported ? [compareScore(opened, place, place.reported)] : [],
  );
  // 3. Published figures against their definitions and against each other.
  const figures = compareFigures(opened);
  const comparisons = figures.flatMap(({ comparison }) => comparison ?? []);
  // 4. Published scores, blanks and the grade against each other, and the cross-checks.
  const findings: Finding[] = [
    ...scores.flatMap((score) => score.findings),
    ...opened.places.flatMap((place) => blankFinding(opened, place) ?? []),
    ...sumFindings(opened),
    ...gradeFindings(opened),
    ...contradictions(comparisons),
    ...figures.flatMap((figure) => figure.findings),
    ...opened.given.checks.flatMap((result): Finding[] => {
      const { left, right } = result;
      return result.outcome === 'fails'
        ? [{ kind: 'check-fails', severity: 'error', result, left, right }]
        : [];
    }),
    ...opened.unknown.map((name): Finding => ({
      kind: 'unknown-name',
      severity: 'error',
      name,
      of: 'score',
    })),
  ];
  return {
    sheet: opened.given,
    disclosed: opened.disclosed,
    scores: scores.map((score) => score.comparison),
    figures: comparisons,
    findings: inOrder(
      findings,
      opened.places.map(({ path }) => path),
    ),
  };
}

const RANKS: Readonly<Record<FindingSeverity, number>> = { error: 0, warning: 1, note: 2 };

// The gravest first; then by place in the framework, what has no place last. Sorting is stable.
function inOrder(findings: readonly Finding[], paths: readonly (readonly string[])[]): Finding[] {
  const places = new Map(paths.map((path, place) => [path, place]));
  const placeOf = (finding: Finding) =>
    'path' in finding ? (places.get(finding.path) ?? paths.length) : paths.length;
  return [...findings].sort(
    (a, b) => RANKS[a.severity] - RANKS[b.severity] || placeOf(a) - placeOf(b),
  );
}
