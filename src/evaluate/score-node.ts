// Items added up to indicators: what can be scored before it is known which points move where. What
// other parts contribute is asked of the run, so that each is scored once, in whatever order.
import type { Group, Indicator, Item, Node } from '../model/framework.ts';
import type { NodeScore, Step } from '../model/sheet.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { addRanges, point } from '../types/range.ts';
import { NO_STRIKES, limit, limitsOf, openReadsOf, strikesOn } from './adjust.ts';
import type { Limits, Strikes } from './adjust.ts';
import type { Shares } from './applicability.ts';
import type { Combined } from './combine.ts';
import type { ScoredItem } from './score-item.ts';
import type { Scoring } from './scoring.ts';

/** One way of scoring a framework: under shares that are settled, or joined over all that are open. */
export interface Run {
  readonly scoring: Scoring;
  readonly shares: Shares;
  readonly item: (item: Item) => ScoredItem;
  readonly scored: (node: Node) => ScoredNode;
  readonly sheet: (node: Node) => NodeScore;
  /** What the combining rule of a node, or of the top, gives; undefined where there is none. */
  readonly combined: (node: Node | undefined) => Combined | undefined;
  /** The sum of a group's parts, or of all, where following combinations makes it tighter. */
  readonly sum: (node: Group | undefined) => Sum | undefined;
}

export interface Sum {
  readonly score: Range;
  readonly points: Range;
}

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
  /** The items added up or combined, within the indicator's limits. */
  readonly sum: Range;
  readonly steps: readonly Step[];
}

export interface ScoredGroup extends ScoredBase {
  readonly kind: 'group';
  readonly group: Group;
  readonly children: readonly ScoredNode[];
}

/** The score of what is not there. */
export const NOTHING = point(ZERO);

/** Scores a part and what is inside it, except where it certainly does not apply. */
export function scoreNode(run: Run, node: Node): ScoredNode {
  const { scoring, shares } = run;
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
    const children = node.children.map(run.scored);
    for (const child of children) addAll(reads, child.reads);
    return { kind: 'group', group: node, children, strikes, openReads, limits, reads };
  }
  const items = isOut ? [] : node.items.map(run.item);
  for (const item of items) addAll(reads, item.sheet.reads);
  const combined = isOut ? undefined : run.combined(node);
  const steps: Step[] = combined ? [...combined.steps] : [];
  if (combined) addAll(reads, combined.reads);
  const raw = combined?.value ?? sumOf(items.map((item) => item.sheet.score));
  return {
    kind: 'indicator',
    indicator: node,
    items,
    sum: limit(limits, raw, steps),
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

/** Adds scores up; nothing adds up to 0. */
export function sumOf(ranges: readonly Range[]): Range {
  const [first, ...rest] = ranges;
  return first === undefined ? NOTHING : rest.reduce(addRanges, first);
}
