// Scores that fall in one place and rise in another as one figure grows, unless the rule says that this
// is meant; and rules that say so without need.
import { diagnose } from '../diagnostics/diagnose.ts';
import { limitedExpression, ruleExpression } from '../interpret/rule-expression.ts';
import type { Item, NotMonotone } from '../model/framework.ts';
import type { Span } from '../text/span.ts';
import type { Found, Scored } from './course-search.ts';
import { findCourse, growingInputs } from './course-search.ts';
import { readingOf } from './reading.ts';
import { showCourse } from './show-course.ts';
import type { Finding, Study } from './study.ts';
import { comparisonsIn } from './thresholds.ts';

/** Something whose score can rise and fall. */
interface Subject extends Scored {
  readonly name: string;
  readonly notMonotone: NotMonotone | undefined;
  readonly span: Span;
}

/** Where an item's score both rises and falls, unless its rule says that this is meant. */
export function monotoneFindings(study: Study, item: Item): Finding[] {
  const { name, rule, notMonotone, caps } = item;
  if (rule.kind === 'judged' && !notMonotone) return [];
  const score = limitedExpression(ruleExpression(item), caps, undefined);
  return courseFindings(study, { name, score, rule, notMonotone, span: rule.span });
}

/** Where a score both rises and falls as one figure grows. */
function courseFindings(study: Study, subject: Subject): Finding[] {
  const { notMonotone, name } = subject;
  const reading = readingOf([subject.score], study.framework.lets);
  // Where departments are compared, the figures of the others decide too.
  if (reading.comparesDepartments) return [];
  const growing = growingInputs(study, subject.score, reading);
  // What may divide by 0 is said already, and its scores are not to be had.
  if (growing.length > 0) {
    const problems = study.problemsOf(() => study.interpreter.range(subject.score));
    if (problems.length > 0) return [];
  }
  const comparisons = comparisonsIn(subject.score, study.framework.lets);
  let found: Found | undefined;
  for (const input of growing) {
    found = findCourse(study, subject, input, reading, comparisons);
    if (found && (notMonotone || !found.isStated)) break;
  }
  if (notMonotone)
    return found
      ? []
      : [
          {
            key: `not-monotone ${notMonotone.span.file} ${notMonotone.span.start}`,
            quantifier: 'every',
            say: () => diagnose('not-monotone-never-acts', notMonotone.span, { name }),
          },
        ];
  if (!found || found.isStated) return [];
  const { facts, related } = showCourse(study, subject.score, found);
  return [
    {
      key: `monotone ${subject.span.file} ${subject.span.start}`,
      quantifier: 'some',
      say: (under) =>
        diagnose('score-not-monotone', subject.span, { name, ...facts, under }, { related }),
    },
  ];
}
