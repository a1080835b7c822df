// One item's rule applied to a department: the score, what it would be without vetoes and
// exemptions, the inputs it looked at, and the steps on the way.
import { ruleExpression, stopsAtZero } from '../interpret/rule-expression.ts';
import { ZERO } from '../number/rational.ts';
import type { Item } from '../model/framework.ts';
import type { Rounding } from '../number/rounding.ts';
import type { ItemScore, Step } from '../model/sheet.ts';
import type { Expression } from '../model/expression.ts';
import type { Range } from '../types/range.ts';
import {
  hull,
  intersect,
  maximumOfRanges,
  point,
  pointOf,
  sameRange,
  subtractRanges,
} from '../types/range.ts';
import { BOOLEAN } from '../types/type.ts';
import { limit, limitsOf, roundScore } from './adjust.ts';
import type { Share } from './applicability.ts';
import { award } from './award.ts';
import { deduct } from './deduct.ts';
import { NOTHING, takeOut } from './leave-out.ts';
import type { Scoring } from './scoring.ts';
import { stepsBehind } from './trace-lets.ts';
import { traceValue } from './trace-value.ts';
import { settledBy, strike, strikesOn } from './strike.ts';

/** An item's score and the inputs that the score as it stands rests on. */
export interface ScoredItem {
  /** As it is where the item exists. */
  readonly sheet: ItemScore;
  /** Fewer than were looked at where a veto or an exemption settled the score. */
  readonly restsOn: ReadonlySet<string>;
}

/**
 * Rule, limits, rounding, exemptions, vetoes: in this order. `open` are the inputs on which it hangs
 * whether the item exists.
 */
export function scoreItem(scoring: Scoring, item: Item, open: ReadonlySet<string>): ScoredItem {
  const reads = new Set(open);
  const steps: Step[] = [];
  const points = point(item.points);
  const { framework } = scoring;
  // An implicit item is its indicator's own rule: rounding of items does not speak of it.
  const rounding = item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
  const standing = scoring.noting(reads, () => standingOf(scoring, item, rounding, steps));
  const strikes = strikesOn(scoring, item);
  const score = strike(strikes, { full: points, standing, rounding }, steps);
  for (const name of strikes.reads) reads.add(name);
  const applicability = 'applicable';
  const sheet: ItemScore = {
    kind: 'item',
    item,
    points,
    score,
    standing,
    steps,
    applicability,
    reads,
  };
  const settled = settledBy(strikes);
  return { sheet, restsOn: settled ? new Set([...settled, ...open]) : reads };
}

function standingOf(
  scoring: Scoring,
  item: Item,
  rounding: Rounding | undefined,
  steps: Step[],
): Range {
  const raw = applyRule(scoring, item, steps);
  const limited = limit(limitsOf(scoring, item.caps), raw, steps);
  return roundScore(rounding, limited, steps);
}

/** An item that the department does not have. */
export function absentItem(item: Item, reads: ReadonlySet<string>): ScoredItem {
  const sheet: ItemScore = {
    kind: 'item',
    item,
    points: NOTHING,
    score: NOTHING,
    standing: NOTHING,
    steps: [],
    applicability: 'absent',
    reads,
  };
  return { sheet, restsOn: reads };
}

/** The item in a sheet in which it exists, does not exist, or may not. */
export function finishItem(scoring: Scoring, { sheet }: ScoredItem, share: Share): ItemScore {
  const { applicability } = share;
  if (applicability === 'applicable') return sheet;
  const steps = applicability === 'undecided' ? [...sheet.steps] : [];
  const { points: whole } = sheet;
  const leaving = { share, own: undefined, points: whole, pointsOut: whole, award: undefined };
  const certainty = applicability === 'undecided' ? 'possible' : 'certain';
  const before = applicability === 'undecided' ? sheet.score : NOTHING;
  const { points, score } = takeOut(scoring, leaving, certainty, before, steps);
  const standing = applicability === 'undecided' ? hull(sheet.standing, score) : score;
  return { ...sheet, points, score, standing, steps, applicability };
}

// The first to add steps.
function applyRule(scoring: Scoring, item: Item, steps: Step[]): Range {
  const { rule } = item;
  switch (rule.kind) {
    case 'judged':
      return award(scoring, rule.input, steps);
    case 'formula': {
      const { value, shown } = traceValue(scoring, rule.value, steps);
      const behind = stepsBehind(scoring, shown);
      if (behind.length > 0) steps.unshift(...behind);
      return value;
    }
    case 'deduct': {
      let shown: readonly Expression[] | undefined;
      let left = point(item.points);
      for (const deduction of rule.deductions) {
        const taken = deduct(scoring, deduction, steps);
        left = subtractRanges(left, taken.value);
        shown = shown ? [...shown, ...taken.shown] : taken.shown;
      }
      const behind = stepsBehind(scoring, shown ?? []);
      if (behind.length > 0) steps.unshift(...behind);
      // Taken together, deductions on one figure may exclude each other.
      if (!pointOf(left)) left = together(scoring, item, rule, left);
      if (!stopsAtZero(item.caps)) return left;
      const floored = maximumOfRanges(left, point(ZERO));
      if (!sameRange(left, floored)) steps.push({ kind: 'floor', before: left, after: floored });
      return floored;
    }
    default:
      return rule satisfies never;
  }
}

// Splitting doubles the work with each deduction.
const MOST_SPLITS = 4;

// What is left by the whole rule at once, in each case of which deductions go beyond their limits, so
// that two of which only one can apply do not add up.
function together(scoring: Scoring, item: Item, rule: DeductRule, left: Range): Range {
  const whole = ruleExpression({ ...item, caps: { ...item.caps, uncapped: true } });
  const steps = rule.deductions.flatMap((deduction) =>
    deduction.kind === 'step' ? [beyondLimit(deduction)] : [],
  );
  let cases = [scoring.interpreter];
  for (const condition of steps.slice(0, MOST_SPLITS))
    cases = cases.flatMap((known) =>
      [true, false].flatMap((outcome) => known.assuming(condition, outcome) ?? []),
    );
  const [first, ...others] = cases.map((known) => known.range(whole));
  const found = first && intersect(left, others.reduce(hull, first));
  return found ?? left;
}

type DeductRule = Extract<Item['rule'], { kind: 'deduct' }>;
type StepDeduction = Extract<DeductRule['deductions'][number], { kind: 'step' }>;

function beyondLimit({ subject, limit: bound, side, span }: StepDeduction): Expression {
  const operator = side === 'above' ? '>' : '<';
  return { kind: 'compare', operator, left: subject, right: bound, type: BOOLEAN, span };
}
