// Grade bands against the totals that can come out: from the best down, none out of reach, none
// missing at the bottom, and bounds on the steps that totals are rounded to.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Framework, Grade } from '../model/framework.ts';
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import { between, intersect } from '../types/range.ts';
import { nodesOf } from './reading.ts';
import type { Finding } from './study.ts';

/** What is wrong with the grades for totals in a range. */
export function gradeFindings(framework: Framework, total: Range): Finding[] {
  const { grades } = framework;
  const step = stepOf(framework);
  const found: Finding[] = [];
  grades.forEach((grade, index) => {
    if (!isEarned(grades, index, total, step)) {
      // What the total does not reach, a downgrade may.
      if (framework.gradeDowns.length > 0 && index > 0) return;
      const [low, high] = [total.low, total.high].map((end) =>
        end ? formatExact(end.value) : '…',
      );
      const facts = { name: grade.name, low: low ?? '…', high: high ?? '…' };
      found.push(always(grade, () => diagnose('grade-unreachable', grade.span, facts)));
    } else if (step && !grade.exclusive && !Q.isInteger(Q.divide(grade.from, step))) {
      const acts = formatExact(Q.multiply(Q.ceiling(Q.divide(grade.from, step)), step));
      const facts = {
        name: grade.name,
        from: formatExact(grade.from),
        step: formatExact(step),
        acts,
      };
      found.push(always(grade, () => diagnose('grade-bound-between-steps', grade.span, facts)));
    }
  });
  const lowest = grades.at(-1);
  if (lowest && isBelow(total.low, lowest)) found.push(gapBelow(lowest, total));
  return found;
}

function always(grade: Grade, say: Finding['say']): Finding {
  return { key: `grade ${grade.span.file} ${grade.span.start}`, quantifier: 'every', say };
}

function gapBelow(lowest: Grade, total: Range): Finding {
  const facts = {
    total: total.low ? formatExact(total.low.value) : formatExact(Q.subtract(lowest.from, Q.ONE)),
    name: lowest.name,
    from: formatExact(lowest.from),
    exclusive: lowest.exclusive,
  };
  return {
    key: `grades ${lowest.span.file} ${lowest.span.start}`,
    quantifier: 'some',
    say: () => diagnose('grades-leave-gap', lowest.span, facts),
  };
}

function isBelow(low: End | undefined, { from, exclusive }: Grade): boolean {
  if (low === undefined) return true;
  const order = Q.compare(low.value, from);
  return order < 0 || (order === 0 && exclusive && !low.open);
}

// By a total of its own band, or by falling from a better grade whose condition fails.
function isEarned(
  grades: readonly Grade[],
  index: number,
  total: Range,
  step: Rational | undefined,
): boolean {
  const [grade, better] = [grades[index], grades[index - 1]];
  if (grade === undefined) return false;
  if (isReached(grade, better, total, step)) return true;
  return better?.condition !== undefined && isEarned(grades, index - 1, total, step);
}

function isReached(
  grade: Grade,
  better: Grade | undefined,
  total: Range,
  step: Rational | undefined,
): boolean {
  const low: End = { value: grade.from, open: grade.exclusive };
  const high: End | undefined = better && { value: better.from, open: !better.exclusive };
  const band = between(low, high);
  const common = band && intersect(band, total);
  if (common === undefined || step === undefined) return common !== undefined;
  const inSteps = (end: End | undefined) =>
    end && { value: Q.divide(end.value, step), open: end.open };
  return between(inSteps(common.low), inSteps(common.high), true) !== undefined;
}

// The step that every total is a multiple of, where rounding makes that certain.
function stepOf(framework: Framework): Rational | undefined {
  const { roundings, vetoes, exemptions, totalCaps, total } = framework;
  const own = roundings.total?.step;
  const onStep = (step: Rational) => Q.isInteger(Q.divide(total, step));
  if (own) return vetoes.length > 0 || (exemptions.length > 0 && !onStep(own)) ? undefined : own;
  const step = roundings.indicators?.step;
  if (step === undefined || !onStep(step)) return undefined;
  const plain = nodesOf(framework.children).every(
    (node) =>
      node.rounding === undefined &&
      node.vetoes.length === 0 &&
      node.exemptions.length === 0 &&
      node.notApplicable === undefined &&
      (node.kind === 'indicator' || (!node.caps.atLeast && !node.caps.atMost)),
  );
  const free = vetoes.length === 0 && !totalCaps.atLeast && !totalCaps.atMost && !roundings.groups;
  return plain && free ? step : undefined;
}
