// Indicators, groups and the total must stay within their points as items must, and the grades must
// fit the totals that come out.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Expression } from '../model/expression.ts';
import type { Framework, Node } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import type { Rational } from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import { roundRange } from '../types/range.ts';
import { gradeFindings } from './grades.ts';
import { expressionsOfFramework, expressionsOfNode } from './reading.ts';
import { limitFixes, outside } from './score-range.ts';
import type { Finding, Study } from './study.ts';
import { movesPoints, nodeRange, totalRange } from './sums.ts';
import type { Unit } from './unit.ts';

/** The proof of one indicator's or group's sum. */
export function sumUnit(node: Node): Unit {
  return {
    expressions: expressionsOfNode(node),
    prove: (study) => {
      const { limited } = nodeRange(study, node);
      const leaving = outside(limited, node.points, node.caps);
      if (leaving === undefined) return [];
      return [leavingFinding(node.name, node.points, leaving, partsBeyond(study, node), node.nameSpan)];
    },
  };
}

/** The proof of the total and its grades. */
export function totalUnit(framework: Framework, span: Span): Unit {
  const expressions: readonly Expression[] = expressionsOfFramework(framework);
  return {
    expressions,
    prove: (study) => {
      const { limited, score } = totalRange(study);
      const leaving = outside(limited, framework.total, framework.totalCaps);
      const outer = framework.children.filter((node) => node.kind === 'group' && node.standing !== 'counted');
      const causes = outer.length > 0 ? outer.map((node) => node.name) : framework.children.map((node) => node.name);
      const found =
        leaving === undefined ? [] : [leavingFinding(framework.name, framework.total, leaving, causes, span)];
      const { total } = framework.roundings;
      return [...found, ...gradeFindings(framework, total ? roundRange(score, total) : score)];
    },
  };
}

/** Rounding after points were moved may carry the total past its points by parts of a step. */
export function movedRoundings(framework: Framework, span: Span): Diagnostic[] {
  const { totalCaps, roundings, total } = framework;
  const rounds = roundings.indicators !== undefined || roundings.groups !== undefined;
  if (!rounds || !movesPoints(framework) || totalCaps.atMost || totalCaps.uncapped) return [];
  return [diagnose('rounding-may-exceed-total', span, { total: formatExact(total) })];
}

function partsBeyond(study: Study, node: Node): string[] {
  const beyond = (part: { readonly points: Rational; readonly caps: Node['caps'] }) => {
    const { atLeast, atMost, uncapped } = part.caps;
    return uncapped || atLeast !== undefined || atMost !== undefined;
  };
  const parts = node.kind === 'group' ? node.children : node.items;
  const named = parts.filter(beyond).map((part) => part.name);
  void study;
  return named.length > 0 ? named : parts.map((part) => part.name);
}

function leavingFinding(
  name: string,
  points: Rational,
  leaving: NonNullable<ReturnType<typeof outside>>,
  causes: readonly string[],
  span: Span,
): Finding {
  const facts = { name, points: formatExact(points), ...leaving, causes, witness: undefined, score: undefined };
  void limitFixes;
  return {
    key: `range ${name} ${span.file} ${span.start}`,
    quantifier: 'some',
    say: (under) => diagnose('score-leaves-range', span, { ...facts, under }),
  };
}
