// Whether a department's total is nothing but a sum of what its parts score, whatever their points: no
// rule reads a score, nothing strikes or limits a group around a part, no points move from one part to another,
// and what is not known is not shared. Otherwise each weighting is scored by the evaluator.
import type { Framework, Node } from '../../model/framework.ts';
import { scoreUses } from '../../model/score-uses.ts';
import type { NodeScore, ScoreSheet, Step } from '../../model/sheet.ts';
import type { Expression } from '../../model/expression.ts';
import { constantOf } from '../../model/expression.ts';
import type { Rational } from '../../number/rational.ts';
import * as Q from '../../number/rational.ts';
import type { Range } from '../../types/range.ts';

/** Whether totals of this framework are sums, department by department aside. */
export function isSum(framework: Framework): boolean {
  const { combine, totalCaps, children, vetoes, exemptions, ceilings, gradeDowns, grades } =
    framework;
  if (combine !== undefined && shareOfSum(combine) === undefined) return false;
  const asked = [totalCaps, children, vetoes, exemptions, ceilings, gradeDowns, grades];
  if (scoreUses(asked, framework.lets).some(({ kind }) => kind === 'score')) return false;
  const { atLeast, atMost } = totalCaps;
  return [atLeast, atMost].every((cap) => cap === undefined || constantOf(cap) !== undefined);
}

/** What a rule over all parts multiplies their sum with, such as 100/120; undefined where it does more. */
export function shareOfSum(rule: Expression): Rational | undefined {
  if (rule.kind === 'aggregate') {
    const { of, over, where, without } = rule;
    const isPlain = rule.function === 'sum' && of === undefined && !where && !without;
    return isPlain && over.kind === 'parts' && over.of === 'scores' && over.path.length === 0
      ? Q.ONE
      : undefined;
  }
  if (rule.kind !== 'arithmetic') return undefined;
  const { operator, left, right } = rule;
  const [of, by] = [shareOfSum(left), constantOf(right)];
  if (of && by && operator === '*') return Q.multiply(of, by);
  if (of && by && operator === '/' && Q.signOf(by) !== 0) return Q.divide(of, by);
  const [times, other] = [constantOf(left), shareOfSum(right)];
  return times && other && operator === '*' ? Q.multiply(times, other) : undefined;
}

/** Whether the total of a department is a sum, where that of the framework is one. */
export function isSumFor(sheet: ScoreSheet, varied: ReadonlySet<Node>): boolean {
  if (sheet.totalSteps.some(isStrike)) return false;
  // One figure that is not known may be good for one part and bad for another.
  if (
    sheet.missing.some(
      ({ indicators, department }) => indicators.length > 1 || department !== undefined,
    )
  )
    return false;
  return sheet.children.every((node) => isPlain(node, varied));
}

function isPlain(score: NodeScore, varied: ReadonlySet<Node>): boolean {
  const { applicability, steps } = score;
  // Where a part is out or may be, others take over points in proportion to their own.
  if (applicability !== 'applicable' && applicability !== 'absent') return false;
  if (steps.some(({ kind }) => kind === 'redistribution')) return false;
  if (!hasClosedEnds(score.score)) return false;
  if (score.kind === 'indicator') return true;
  if (score.group.combine) return true;
  const holdsVaried = holdsAny(score, varied);
  const { atLeast, atMost } = score.group.caps;
  if (holdsVaried && (applicability === 'absent' || atLeast || atMost || steps.some(isStrike)))
    return false;
  return score.children.every((child) => isPlain(child, varied));
}

/** Whether one of the parts stands in a score, however deep. */
export function holdsAny(score: NodeScore, varied: ReadonlySet<Node>): boolean {
  if (score.kind === 'indicator') return varied.has(score.indicator);
  return varied.has(score.group) || score.children.some((child) => holdsAny(child, varied));
}

function isStrike({ kind }: Step): boolean {
  return kind === 'veto' || kind === 'exemption';
}

function hasClosedEnds({ low, high, irrational }: Range): boolean {
  return !irrational && low?.open === false && high?.open === false;
}
