// Items added up to indicators, indicators to groups. First everything that does not depend on which
// other parts apply is scored once; then points are moved, rounded and struck.
import type { Group, Indicator, Node } from '../model/framework.ts';
import type { GroupScore, IndicatorScore, NodeScore, Step } from '../model/sheet.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { addRanges, hull, multiplyRanges, point, sameRange } from '../types/range.ts';
import { limit, limitsOf, roundScore } from './adjust.ts';
import type { Limits } from './adjust.ts';
import { WHOLE_FACTOR } from './applicability.ts';
import type { Share, Shares } from './applicability.ts';
import type { ScoredItem } from './score-item.ts';
import { scoreItem } from './score-item.ts';
import type { Scoring } from './scoring.ts';
import { NO_STRIKES, openReadsOf, strike, strikesOn } from './strike.ts';
import type { Strikes } from './strike.ts';

/** A part before points are moved. */
export type ScoredNode = ScoredIndicator | ScoredGroup;

interface ScoredBase {
  readonly strikes: Strikes;
  readonly limits: Limits;
  /** The inputs of its own limits, and of its strikes and applicability where these are undecided. */
  readonly openReads: ReadonlySet<string>;
  /** Everything looked at for it and inside it. */
  readonly reads: ReadonlySet<string>;
}

export interface ScoredIndicator extends ScoredBase {
  readonly kind: 'indicator';
  readonly indicator: Indicator;
  readonly items: readonly ScoredItem[];
  /** The sum of the items within the indicator's limits. */
  readonly sum: Range;
  readonly steps: readonly Step[];
}

interface ScoredGroup extends ScoredBase {
  readonly kind: 'group';
  readonly group: Group;
  readonly children: readonly ScoredNode[];
}

const NOTHING = point(ZERO);

/** Scores a part and what is inside it, except where it certainly does not apply. */
export function scoreNode(scoring: Scoring, node: Node, shares: Shares): ScoredNode {
  const share = shares.of(node);
  const isOut = share.applicability === 'not-applicable';
  const strikes = isOut ? NO_STRIKES : strikesOn(scoring, node);
  const openReads = new Set(openReadsOf(strikes));
  if (share.applicability === 'undecided') addAll(openReads, shares.reads(node));
  const limits = scoring.noting(openReads, () => limitsOf(scoring, node.caps));
  const reads = new Set(openReads);
  addAll(reads, shares.reads(node));
  addAll(reads, strikes.reads);
  if (node.kind === 'group') {
    const children = node.children.map((child) => scoreNode(scoring, child, shares));
    for (const child of children) addAll(reads, child.reads);
    return { kind: 'group', group: node, children, strikes, openReads, limits, reads };
  }
  const steps: Step[] = [];
  const items = isOut ? [] : node.items.map((item) => scoreItem(scoring, item));
  for (const item of items) addAll(reads, item.sheet.reads);
  const sum = limit(limits, sumOf(items.map((item) => item.sheet.score)), steps);
  return {
    kind: 'indicator',
    indicator: node,
    items,
    sum,
    steps,
    strikes,
    openReads,
    limits,
    reads,
  };
}

function addAll(names: Set<string>, more: ReadonlySet<string>): void {
  for (const name of more) names.add(name);
}

/** The sums of groups (before their limits) where following combinations makes them tighter. */
export type Sums = ReadonlyMap<Node | undefined, { readonly score: Range; readonly points: Range }>;

/** Moves points, rounds and strikes, from the inside out. */
export function finishNode(
  scoring: Scoring,
  node: ScoredNode,
  shares: Shares,
  sums?: Sums,
): NodeScore {
  return node.kind === 'indicator'
    ? finishIndicator(scoring, node, shares.of(node.indicator))
    : finishGroup(scoring, node, shares, sums);
}

function finishIndicator(scoring: Scoring, scored: ScoredIndicator, share: Share): IndicatorScore {
  const { indicator, strikes, reads } = scored;
  const { applicability } = share;
  const steps = [...scored.steps];
  const points = scaled(point(indicator.points), share);
  const items = scored.items.map((item) => item.sheet);
  const finished = (effective: Range, score: Range, standing: Range): IndicatorScore => ({
    kind: 'indicator',
    indicator,
    points: effective,
    score,
    standing,
    steps,
    applicability,
    reads,
    items,
  });
  if (applicability === 'not-applicable') {
    const gone = takeOut(share, 'certain', points, NOTHING, steps);
    return finished(gone, gone, gone);
  }
  const moved = scaled(scored.sum, share);
  if (!sameRange(moved, scored.sum))
    steps.push({ kind: 'redistribution', factor: share.factor, before: scored.sum, after: moved });
  const rounding = indicator.rounding ?? scoring.framework.roundings.indicators;
  const standing = roundScore(rounding, moved, steps);
  const score = strike(strikes, { full: points, standing, rounding }, steps);
  if (applicability === 'applicable') return finished(points, score, standing);
  const whole = share.because?.policy === 'in-full' ? points : hull(points, NOTHING);
  const either = takeOut(share, 'possible', points, score, steps);
  return finished(whole, either, hull(standing, either));
}

// Nearly always nothing was moved, and a product would be the same range made anew.
function scaled(range: Range, { factor }: Share): Range {
  return factor === WHOLE_FACTOR ? range : multiplyRanges(range, factor);
}

// What is left of a score when its part is out, or may be.
function takeOut(
  share: Share,
  certainty: 'certain' | 'possible',
  points: Range,
  before: Range,
  steps: Step[],
): Range {
  const outcome = share.because?.policy === 'in-full' ? points : NOTHING;
  const after = certainty === 'certain' ? outcome : hull(before, outcome);
  if (share.because)
    steps.push({ kind: 'not-applicable', notApplicable: share.because, certainty, before, after });
  return after;
}

function finishGroup(
  scoring: Scoring,
  scored: ScoredGroup,
  shares: Shares,
  sums?: Sums,
): GroupScore {
  const { group, strikes, limits, reads } = scored;
  const share = shares.of(group);
  const { applicability } = share;
  const children = scored.children.map((child) => finishNode(scoring, child, shares, sums));
  const steps: Step[] = [];
  const known = sums?.get(group);
  const sum = known?.score ?? sumOf(children.map((child) => child.score));
  const points = known?.points ?? sumOf(children.map((child) => child.points));
  const finished = (score: Range, standing: Range): GroupScore => ({
    kind: 'group',
    group,
    points,
    score,
    standing,
    steps,
    applicability,
    reads,
    children,
  });
  if (applicability === 'not-applicable') return finished(sum, sum);
  const limited = limit(limits, sum, steps);
  const rounding = group.rounding ?? scoring.framework.roundings.groups;
  const standing = roundScore(rounding, limited, steps);
  const score = strike(strikes, { full: points, standing, rounding }, steps);
  if (applicability === 'applicable') return finished(score, standing);
  const either = takeOut(share, 'possible', points, score, steps);
  return finished(either, hull(standing, either));
}

/** Adds scores up; nothing adds up to 0. */
export function sumOf(ranges: readonly Range[]): Range {
  const [first, ...rest] = ranges;
  return first === undefined ? NOTHING : rest.reduce(addRanges, first);
}
