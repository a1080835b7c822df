// The proof of a rule that combines parts: it must stay within the points of what it stands in, as an
// item's rule must, and nothing on the way may divide by 0.
import { diagnose } from '../diagnostics/diagnose.ts';
import { limitedExpression } from '../interpret/rule-expression.ts';
import type { Expression } from '../model/expression.ts';
import type { Node } from '../model/framework.ts';
import { formatApproximate, formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { contains, pointOf } from '../types/range.ts';
import { combinedRange } from './combined-range.ts';
import { readingOf } from './reading.ts';
import type { Limited } from './score-range.ts';
import { limitFindings, limitFixes, outside, problemFindings } from './score-range.ts';
import type { Finding, Study } from './study.ts';
import { tableFindings } from './tables.ts';
import { findWitness } from './witness.ts';

/** A node, or the top, with the rule that combines its parts. */
export interface Combining extends Limited {
  readonly rule: Expression;
  /** A limit that never acts is no mistake here. */
  readonly isIdleLimitMeant: boolean;
  /** Undefined for the top. */
  readonly node: Node | undefined;
}

/** What is wrong with a combining rule under a study. */
export function combiningFindings(study: Study, combining: Combining): Finding[] {
  const { rule, caps } = combining;
  const within = limitedExpression(rule, caps, undefined);
  const found = ruleFindings(study, combining.node, within);
  if (found.length > 0) return found;
  const sum = combinedRange(study, combining.node, rule);
  const limited = combinedRange(study, combining.node, within);
  return [
    ...(combining.isIdleLimitMeant ? [] : limitFindings(study, combining, sum)),
    ...leavingFindings(study, combining, limited, within),
    ...tableFindings(study, rule, study.interpreter),
  ];
}

/** What evaluating a combining rule may meet. */
export function ruleFindings(study: Study, node: Node | undefined, rule: Expression): Finding[] {
  const problems = study.problemsOf(() => combinedRange(study, node, rule));
  return problemFindings(study, problems, rule);
}

function leavingFindings(
  study: Study,
  { name, points, caps, nameSpan, rule }: Combining,
  range: Range,
  within: Expression,
): Finding[] {
  const leaving = outside(range, points, caps);
  if (leaving === undefined) return [];
  const low = caps.atLeast ? undefined : { value: Q.ZERO, open: false };
  const high = caps.atMost ? undefined : { value: points, open: false };
  const witness = findWitness(study, [within], (concrete) => {
    const score = pointOf(concrete.range(within));
    return score && !contains({ low, high, integer: false }, score) ? score : undefined;
  });
  const facts = {
    name,
    points: formatExact(points),
    ...leaving,
    causes: [...readingOf([rule], study.framework).inputs],
    witness: witness?.givens,
    score: witness && formatApproximate(witness.found, 4),
  };
  const choices = limitFixes(leaving.side, points, rule.span);
  return [
    {
      key: `range ${name} ${nameSpan.file} ${nameSpan.start}`,
      quantifier: 'some',
      say: (under) => diagnose('score-leaves-range', rule.span, { ...facts, under }, { choices }),
    },
  ];
}
