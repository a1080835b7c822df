// Items added up to indicators, indicators to groups. First everything that does not depend on which
// other parts apply is scored once; then points are moved, rounded and struck.
import type { Group, Indicator, Node } from '../model/framework.ts';
import type { GroupScore, IndicatorScore, NodeScore, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { hull, multiplyRanges, point, sameRange } from '../types/range.ts';
import {
  NO_STRIKES,
  limit,
  limitsOf,
  openReadsOf,
  roundScore,
  strike,
  strikesOn,
} from './adjust.ts';
import type { Limits, Strikes } from './adjust.ts';
import { WHOLE_FACTOR } from './applicability.ts';
import type { Share, Shares } from './applicability.ts';
import type { Part } from './existence.ts';
import { NOTHING, sumOf, takeOut } from './leave-out.ts';
import type { ScoredItem } from './score-item.ts';
import { absentItem, finishItem, scoreItem } from './score-item.ts';
import type { Scoring } from './scoring.ts';

/** A part before points are moved. */
export type ScoredNode = ScoredIndicator | ScoredGroup;

interface ScoredBase {
  readonly strikes: Strikes;
  readonly limits: Limits;
  /** What it is awarded, within its limits, while it does not apply; undefined under other policies. */
  readonly award: Range | undefined;
  /** The inputs of its own limits, and of its strikes and applicability where these are undecided. */
  readonly openReads: ReadonlySet<string>;
  /** Everything looked at for it and inside it. */
  readonly reads: ReadonlySet<string>;
}

export interface ScoredIndicator extends ScoredBase {
  readonly kind: 'indicator';
  readonly indicator: Indicator;
  readonly items: readonly ScoredItem[];
}

interface ScoredGroup extends ScoredBase {
  readonly kind: 'group';
  readonly group: Group;
  readonly children: readonly ScoredNode[];
}

/** Scores a part and what is inside it, except where it certainly does not apply. */
export function scoreNode(around: Scoring, node: Node, shares: Shares): ScoredNode {
  const share = shares.of(node);
  const isOut = share.applicability === 'not-applicable' || share.applicability === 'absent';
  const scoring = whereItExists(around, node, share);
  const strikes = isOut ? NO_STRIKES : strikesOn(scoring, node);
  const openReads = new Set(openReadsOf(strikes));
  if (share.applicability === 'undecided') addAll(openReads, shares.reads(node));
  const limits = scoring.noting(openReads, () => limitsOf(scoring, node.caps));
  const award = scoring.noting(openReads, () => awardOf(around, node, share, limits));
  const reads = new Set(openReads);
  addAll(reads, shares.reads(node));
  addAll(reads, strikes.reads);
  const base = { strikes, limits, award, openReads, reads };
  if (node.kind === 'group') {
    const children = node.children.map((child) => scoreNode(scoring, child, shares));
    for (const child of children) addAll(reads, child.reads);
    return { kind: 'group', group: node, children, ...base };
  }
  const asked = isOut
    ? node.items.filter((item) => shares.of(item).applicability === 'absent')
    : node.items;
  const items = asked.map((item) => {
    const own = shares.of(item);
    if (own.applicability === 'absent') return absentItem(item, shares.reads(item));
    return scoreItem(whereItExists(scoring, item, own), item, shares.reads(item));
  });
  for (const item of items) addAll(reads, item.sheet.reads);
  return { kind: 'indicator', indicator: node, items, ...base };
}

// While it is open whether a part exists and applies, its score is that of departments for which it
// does: the rule need not make sense for others.
function whereItExists(scoring: Scoring, part: Part, { applicability }: Share): Scoring {
  if (applicability !== 'undecided') return scoring;
  const present = part.applies ? scoring.assuming(part.applies.condition, true) : scoring;
  const condition = 'kind' in part ? part.notApplicable?.condition : undefined;
  return condition ? present.assuming(condition, false) : present;
}

function awardOf(scoring: Scoring, node: Node, share: Share, limits: Limits): Range | undefined {
  const { notApplicable } = node;
  if (notApplicable?.award === undefined || share.because !== notApplicable) return undefined;
  const own =
    node.kind === 'indicator' && node.items[0]?.implicit === true
      ? limitsOf(scoring, node.items[0].caps)
      : limits;
  const open =
    share.applicability === 'undecided' ? scoring.assuming(notApplicable.condition, true) : scoring;
  return limit(own, open.interpreter.range(notApplicable.award), []);
}

function addAll(names: Set<string>, more: ReadonlySet<string>): void {
  for (const name of more) names.add(name);
}

/** The sums of parts (before their limits) where following combinations makes them tighter. */
export type Sums = ReadonlyMap<Node | undefined, { readonly score: Range; readonly points: Range }>;

/** Moves points, rounds and strikes, from the inside out. */
export function finishNode(
  scoring: Scoring,
  node: ScoredNode,
  shares: Shares,
  sums?: Sums,
): NodeScore {
  return node.kind === 'indicator'
    ? finishIndicator(scoring, node, shares, sums)
    : finishGroup(scoring, node, shares, sums);
}

function finishIndicator(
  scoring: Scoring,
  scored: ScoredIndicator,
  shares: Shares,
  sums: Sums | undefined,
): IndicatorScore {
  const { indicator, strikes, reads } = scored;
  const share = shares.of(indicator);
  const { applicability } = share;
  const steps: Step[] = [];
  const points = scaled(point(indicator.points), share);
  const items = scored.items.map((item) => finishItem(scoring, item, shares.of(item.sheet.item)));
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
  const rounding = indicator.rounding ?? scoring.framework.roundings.indicators;
  const award = scored.award && roundScore(rounding, scaled(scored.award, share), []);
  const leaving = { share, own: indicator.notApplicable, points, award };
  if (applicability === 'not-applicable' || applicability === 'absent') {
    const gone = takeOut(scoring, leaving, 'certain', NOTHING, steps);
    return finished(gone.points, gone.score, gone.score);
  }
  const raw = sums?.get(indicator)?.score ?? sumOf(items.map((item) => item.score));
  const sum = limit(scored.limits, raw, steps);
  const moved = scaled(sum, share);
  if (!sameRange(moved, sum))
    steps.push({
      kind: 'redistribution',
      factor: share.factor,
      isChosen: share.isChosen,
      before: sum,
      after: moved,
    });
  const standing = roundScore(rounding, moved, steps);
  const score = strike(strikes, points, standing, steps);
  if (applicability === 'applicable') return finished(points, score, standing);
  const either = takeOut(scoring, leaving, 'possible', score, steps);
  return finished(either.points, either.score, hull(standing, either.score));
}

// Nearly always nothing was moved, and a product would be the same range made anew.
function scaled(range: Range, { factor }: Share): Range {
  return factor === WHOLE_FACTOR ? range : multiplyRanges(range, factor);
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
  const finished = (counting: Range, score: Range, standing: Range): GroupScore => ({
    kind: 'group',
    group,
    points: counting,
    score,
    standing,
    steps,
    applicability,
    reads,
    children,
  });
  const rounding = group.rounding ?? scoring.framework.roundings.groups;
  const award = scored.award && roundScore(rounding, scaled(scored.award, share), []);
  const full = award ? scaled(point(group.points), share) : points;
  const leaving = { share, own: group.notApplicable, points: full, award };
  if (applicability === 'absent') {
    const gone = takeOut(scoring, leaving, 'certain', NOTHING, steps);
    return finished(NOTHING, gone.score, gone.score);
  }
  if (applicability === 'not-applicable') {
    if (award === undefined) return finished(points, sum, sum);
    const gone = takeOut(scoring, leaving, 'certain', NOTHING, steps);
    return finished(gone.points, gone.score, gone.score);
  }
  const limited = limit(limits, sum, steps);
  const standing = roundScore(rounding, limited, steps);
  const score = strike(strikes, points, standing, steps);
  if (applicability === 'applicable') return finished(points, score, standing);
  const either = takeOut(scoring, leaving, 'possible', score, steps);
  // Where combinations were followed, the points are those of each; an award keeps the group's own.
  const counting = award ? hull(points, full) : points;
  return finished(counting, either.score, hull(standing, either.score));
}
