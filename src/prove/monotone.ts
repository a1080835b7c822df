// Scores and outputs that fall in one place and rise in another as one figure grows, unless the rule
// says that this is meant; and rules that say so without need.
import { diagnose } from '../diagnostics/diagnose.ts';
import { limitedExpression, ruleExpression } from '../interpret/rule-expression.ts';
import type { Item, NotMonotone, Output } from '../model/framework.ts';
import type { Span } from '../text/span.ts';
import type { Found } from './course-search.ts';
import { findCourse } from './course-search.ts';
import type { Combining } from './combining.ts';
import type { Scored } from './growing.ts';
import { growingInputs, scoresReadBy } from './growing.ts';
import { orderFindings } from './output-order.ts';
import { readingOf } from './reading.ts';
import { comparisonsBehind } from './score-comparisons.ts';
import { showCourse } from './show-course.ts';
import type { Finding, Study } from './study.ts';
import type { Comparison } from './thresholds.ts';

/** Something whose score can rise and fall. */
interface Subject extends Scored {
  readonly name: string;
  readonly isOutput: boolean;
  readonly notMonotone: NotMonotone | undefined;
  readonly span: Span;
}

/** Where an item's score both rises and falls, unless its rule says that this is meant. */
export function monotoneFindings(study: Study, item: Item): Finding[] {
  const { name, rule, notMonotone, caps } = item;
  if (rule.kind === 'judged' && !notMonotone) return [];
  const score = limitedExpression(ruleExpression(item), caps, undefined);
  const subject = { name, score, rule, notMonotone, span: rule.span, isOutput: false };
  return courseFindings(study, subject);
}

/** The same of a rule that combines parts. */
export function combinedCourse(
  study: Study,
  { name, rule: value, caps }: Combining,
  notMonotone: NotMonotone | undefined,
): Finding[] {
  const score = limitedExpression(value, caps, undefined);
  const { span } = value;
  return courseFindings(study, {
    name,
    score,
    rule: undefined,
    notMonotone,
    span,
    isOutput: false,
  });
}

/** The same of an output; one that falls as the total grows is told so instead. */
export function outputCourse(study: Study, output: Output): Finding[] {
  const { name, value: score, notMonotone, span } = output;
  const falls = orderFindings(study, output);
  if (falls.length > 0) return notMonotone ? [] : falls;
  return courseFindings(study, { name, score, rule: undefined, notMonotone, span, isOutput: true });
}

/** Where a score both rises and falls as one figure grows. */
function courseFindings(study: Study, subject: Subject): Finding[] {
  const { notMonotone, name, isOutput } = subject;
  const reading = readingOf([subject.score], study.framework);
  // Where departments are compared, the figures of the others decide too.
  if (reading.comparesDepartments) return [];
  const others = scoresReadBy(study, subject.score);
  const growing = growingInputs(study, subject, others);
  // What may divide by 0 is said already, and its scores are not to be had.
  let comparisons: readonly Comparison[] = [];
  if (growing.length > 0) {
    const problems = study.problemsOf(() => study.interpreter.value(subject.score));
    if (problems.length > 0) return [];
    comparisons = comparisonsBehind(study, subject.score);
  }
  let found: Found | undefined;
  for (const input of growing) {
    found = findCourse(study, subject, input, { reading, comparisons, others });
    if (found && (notMonotone || !found.isStated)) break;
  }
  if (notMonotone)
    return found
      ? []
      : [
          {
            key: `not-monotone ${notMonotone.span.file} ${notMonotone.span.start}`,
            quantifier: 'every',
            say: () => diagnose('not-monotone-never-acts', notMonotone.span, { name, isOutput }),
          },
        ];
  if (!found || found.isStated) return [];
  const { facts, related } = showCourse(study, subject.score, found);
  return [
    {
      key: `monotone ${subject.span.file} ${subject.span.start}`,
      quantifier: 'some',
      say: (under) =>
        diagnose(
          'score-not-monotone',
          subject.span,
          { ...facts, name, isOutput, under },
          { related },
        ),
    },
  ];
}
