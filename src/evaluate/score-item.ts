// One item's rule applied to a department: the score, what it would be without vetoes and
// exemptions, the inputs it looked at, and the steps on the way.
import { ruleExpression, stopsAtZero } from '../interpret/rule-expression.ts';
import { ZERO } from '../number/rational.ts';
import type { Item } from '../model/framework.ts';
import type { ItemScore, Step } from '../model/sheet.ts';
import type { Expression } from '../model/expression.ts';
import type { Range } from '../types/range.ts';
import { intersect, maximumOfRanges, point, pointOf, sameRange, subtractRanges } from '../types/range.ts';
import { limit, limitsOf, roundScore } from './adjust.ts';
import { award } from './award.ts';
import { deduct } from './deduct.ts';
import type { Scoring } from './scoring.ts';
import { settledBy, strike, strikesOn } from './strike.ts';
import { letSteps, traceValue } from './trace-value.ts';

/** An item's score and the inputs that the score as it stands rests on. */
export interface ScoredItem {
  readonly sheet: ItemScore;
  /** Fewer than were looked at where a veto or an exemption settled the score. */
  readonly restsOn: ReadonlySet<string>;
}

/** Rule, limits, rounding, exemptions, vetoes: in this order. */
export function scoreItem(scoring: Scoring, item: Item): ScoredItem {
  const reads = new Set<string>();
  const steps: Step[] = [];
  const points = point(item.points);
  const { framework } = scoring;
  // An implicit item is its indicator's own rule: rounding of items does not speak of it.
  const rounding = item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
  const standing = scoring.noting(reads, () => {
    const raw = applyRule(scoring, item, steps);
    const limited = limit(limitsOf(scoring, item.caps), raw, steps);
    return roundScore(rounding, limited, steps);
  });
  const strikes = strikesOn(scoring, item);
  const score = strike(strikes, { full: points, standing, rounding }, steps);
  for (const name of strikes.reads) reads.add(name);
  const sheet: ItemScore = { kind: 'item', item, points, score, standing, steps, reads };
  return { sheet, restsOn: settledBy(strikes) ?? reads };
}

function applyRule(scoring: Scoring, item: Item, steps: Step[]): Range {
  const { rule } = item;
  switch (rule.kind) {
    case 'judged':
      return award(scoring, rule.input, steps);
    case 'formula': {
      const ruleSteps: Step[] = [];
      const { value, shown } = traceValue(scoring, rule.value, ruleSteps);
      steps.push(...letSteps(scoring, shown), ...ruleSteps);
      return value;
    }
    case 'deduct': {
      const ruleSteps: Step[] = [];
      const shown: Expression[] = [];
      let left = point(item.points);
      for (const deduction of rule.deductions)
        left = subtractRanges(left, deduct(scoring, deduction, ruleSteps, shown));
      steps.push(...letSteps(scoring, shown), ...ruleSteps);
      // Taken together, deductions on one figure may exclude each other.
      if (!pointOf(left)) left = together(scoring, item, left);
      if (!stopsAtZero(item.caps)) return left;
      const floored = maximumOfRanges(left, point(ZERO));
      if (!sameRange(left, floored)) steps.push({ kind: 'floor', before: left, after: floored });
      return floored;
    }
    default:
      return rule satisfies never;
  }
}

// What is left by the whole rule at once, deductions that cannot both apply left out.
function together(scoring: Scoring, item: Item, left: Range): Range {
  const whole = scoring.interpreter.range(
    ruleExpression({ ...item, caps: { ...item.caps, uncapped: true } }),
  );
  return intersect(left, whole) ?? left;
}
