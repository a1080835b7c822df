// One item's rule applied to a department: the score, what it would be without vetoes and
// exemptions, the inputs it looked at, and the steps on the way.
import type { Rational } from '../number/rational.ts';
import { ZERO, compare, signOf } from '../number/rational.ts';
import type { Item, JudgedInput } from '../model/framework.ts';
import type { ItemScore, Step } from '../model/sheet.ts';
import type { Expression } from '../model/expression.ts';
import type { Range } from '../types/range.ts';
import {
  hull,
  maximumOfRanges,
  point,
  pointOf,
  sameRange,
  subtractRanges,
} from '../types/range.ts';
import { limit, limitsOf, roundScore, settledBy, strike, strikesOn } from './adjust.ts';
import type { Share } from './applicability.ts';
import { deduct } from './deduct.ts';
import { NOTHING, takeOut } from './leave-out.ts';
import type { Scoring } from './scoring.ts';
import { stepsBehind } from './trace-lets.ts';
import { figure, traceValue } from './trace-value.ts';

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
  const standing = scoring.noting(reads, () => {
    const raw = applyRule(scoring, item, steps);
    const limited = limit(limitsOf(scoring, item.caps), raw, steps);
    // An implicit item is its indicator's own rule: rounding of items does not speak of it.
    const rounding = item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
    return roundScore(rounding, limited, steps);
  });
  const strikes = strikesOn(scoring, item);
  const score = strike(strikes, points, standing, steps);
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
  const leaving = { share, own: undefined, points: sheet.points, award: undefined };
  const certainty = applicability === 'undecided' ? 'possible' : 'certain';
  const before = applicability === 'undecided' ? sheet.score : NOTHING;
  const { points, score } = takeOut(scoring, leaving, certainty, before, steps);
  const standing = applicability === 'undecided' ? hull(sheet.standing, score) : score;
  return { ...sheet, points, score, standing, steps, applicability };
}

function applyRule(scoring: Scoring, item: Item, steps: Step[]): Range {
  const { rule } = item;
  switch (rule.kind) {
    case 'judged':
      return award(scoring, rule.input, steps);
    case 'formula': {
      const ruleSteps: Step[] = [];
      const { value, shown } = traceValue(scoring, rule.value, ruleSteps);
      steps.push(...stepsBehind(scoring, shown), ...ruleSteps);
      return value;
    }
    case 'deduct': {
      const ruleSteps: Step[] = [];
      const shown: Expression[] = [];
      let left = point(item.points);
      for (const deduction of rule.deductions)
        left = subtractRanges(left, deduct(scoring, deduction, ruleSteps, shown));
      steps.push(...stepsBehind(scoring, shown), ...ruleSteps);
      const floored = maximumOfRanges(left, point(ZERO));
      if (!sameRange(left, floored)) steps.push({ kind: 'floor', before: left, after: floored });
      return floored;
    }
    default:
      return rule satisfies never;
  }
}

const NO_ENTRIES: ReadonlyMap<string, Rational> = new Map();

function award(scoring: Scoring, input: JudgedInput, steps: Step[]): Range {
  const range = figure(scoring.read(input.name));
  const given = scoring.data.award(input.name);
  const known = pointOf(range);
  // Reading a department's file refuses such awards, so this is a fault of ours.
  if (known && (signOf(known) < 0 || compare(known, input.points) > 0))
    throw new Error(`the award for “${input.name}” is not between 0 and its points`);
  steps.push({
    kind: 'award',
    input: input.name,
    award: range,
    choice: given?.choice,
    entries: given?.entries ?? NO_ENTRIES,
    reason: given?.reason,
    known: known !== undefined,
  });
  return range;
}
