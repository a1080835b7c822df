// Items of indicators, strikes and limits: what can be scored before it is known which points move
// where. What other parts contribute is asked of the run, so that each is scored once, in whatever
// order.
import type { Group, Indicator, Item, Node } from '../model/framework.ts';
import type { NodeScore, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import { NO_LIMITS, limit, limitsOf } from './adjust.ts';
import type { Limits } from './adjust.ts';
import type { Share, Shares } from './applicability.ts';
import type { Combined } from './combine.ts';
import type { Part } from './existence.ts';
import type { ScoredItem } from './score-item.ts';
import { absentItem } from './score-item.ts';
import type { Scoring } from './scoring.ts';
import { NO_STRIKES, openReadsOf, strikesOn } from './strike.ts';
import type { Strikes } from './strike.ts';
import { stepsBehind } from './trace-lets.ts';
import { traceValue } from './trace-value.ts';

/** One way of scoring a framework: under shares that are settled, or joined over all that are open. */
export interface Run {
  readonly scoring: Scoring;
  readonly shares: Shares;
  /** Whether parts exist and apply as far as the data say, whatever combination this run follows. */
  readonly existence: Shares;
  /** The scoring of departments for which everything around the part exists and applies. */
  readonly around: (part: Part) => Scoring;
  readonly item: (item: Item) => ScoredItem;
  readonly scored: (node: Node) => ScoredNode;
  readonly sheet: (node: Node) => NodeScore;
  /** What the combining rule of a node, or of the top, gives; undefined where there is none. */
  readonly combined: (node: Node | undefined) => Combined | undefined;
  /** The sum of a node's parts, or of all, where following what is open makes it tighter. */
  readonly sum: (node: Node | undefined) => Sum | undefined;
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
  /** What it is awarded, within its limits, while it does not apply; undefined under other policies. */
  readonly award: Award | undefined;
  /** The inputs of its own limits, and of its strikes and applicability where these are undecided. */
  readonly openReads: ReadonlySet<string>;
  /** Everything looked at for it and inside it. */
  readonly reads: ReadonlySet<string>;
}

/** What a part is awarded while it does not apply, and where the figure came from. */
export interface Award {
  readonly score: Range;
  readonly steps: readonly Step[];
}

export interface ScoredIndicator extends ScoredBase {
  readonly kind: 'indicator';
  readonly indicator: Indicator;
  readonly items: readonly ScoredItem[];
  /** What its combining rule gives; undefined where its items add up. */
  readonly combined: Combined | undefined;
}

export interface ScoredGroup extends ScoredBase {
  readonly kind: 'group';
  readonly group: Group;
  readonly children: readonly ScoredNode[];
}

const NO_READS: ReadonlySet<string> = new Set();

interface OwnRules {
  readonly limits: Limits;
  readonly award: Award | undefined;
  readonly openReads: ReadonlySet<string>;
}

const NO_RULES: OwnRules = { limits: NO_LIMITS, award: undefined, openReads: NO_READS };

// Most parts are but the sum of what is inside them.
function hasOwnRules({ caps, notApplicable, vetoes, exemptions }: Node, share: Share): boolean {
  return (
    caps.atLeast !== undefined ||
    caps.atMost !== undefined ||
    notApplicable !== undefined ||
    vetoes.length > 0 ||
    exemptions.length > 0 ||
    share.applicability === 'undecided'
  );
}

function limitedAndAwarded(run: Run, scoring: Scoring, node: Node, strikes: Strikes): OwnRules {
  const openReads = new Set(openReadsOf(strikes));
  if (run.shares.of(node).applicability === 'undecided') addAll(openReads, run.shares.reads(node));
  const limits = scoring.noting(openReads, () => limitsOf(scoring, node.caps));
  const award = scoring.noting(openReads, () => awardOf(run, node, limits));
  return { limits, award, openReads };
}

/** Scores a part and what is inside it, except where it certainly does not exist or apply. */
export function scoreNode(run: Run, node: Node): ScoredNode {
  const { shares } = run;
  const share = shares.of(node);
  const isOut = share.applicability === 'not-applicable' || share.applicability === 'absent';
  const scoring = whereItExists(run, node);
  const strikes = isOut ? NO_STRIKES : strikesOn(scoring, node);
  const { limits, award, openReads } = hasOwnRules(node, share)
    ? limitedAndAwarded(run, scoring, node, strikes)
    : NO_RULES;
  const around = [openReads, shares.reads(node), strikes.reads];
  if (node.kind === 'group') {
    const children = node.children.map(run.scored);
    const inside = children.map((child) => child.reads);
    const reads = joinedReads(around, inside);
    return { kind: 'group', group: node, children, strikes, limits, award, openReads, reads };
  }
  const asked = isOut
    ? node.items.filter((item) => shares.of(item).applicability === 'absent')
    : node.items;
  const items = asked.map((item) =>
    shares.of(item).applicability === 'absent'
      ? absentItem(item, shares.reads(item))
      : run.item(item),
  );
  const combined = isOut ? undefined : run.combined(node);
  const inside = items.map(({ sheet }) => sheet.reads);
  const reads = joinedReads(around, inside, combined ? [combined.reads] : []);
  const indicator = node;
  return {
    kind: 'indicator',
    indicator,
    items,
    combined,
    strikes,
    limits,
    award,
    openReads,
    reads,
  };
}

/**
 * While it is open whether a part exists and applies, its score is that of departments for which it
 * does: the rule need not make sense for others.
 */
export function whereItExists({ around, existence }: Run, part: Part): Scoring {
  const scoring = around(part);
  if (existence.of(part).applicability !== 'undecided') return scoring;
  const present = part.applies ? scoring.assuming(part.applies.condition, true) : scoring;
  const condition = 'kind' in part ? part.notApplicable?.condition : undefined;
  return condition ? present.assuming(condition, false) : present;
}

function awardOf(run: Run, node: Node, limits: Limits): Award | undefined {
  const { notApplicable } = node;
  if (notApplicable?.award === undefined) return undefined;
  const { because, orBecause } = run.shares.of(node);
  if (because !== notApplicable && !orBecause.includes(notApplicable)) return undefined;
  const around = run.around(node);
  const own =
    node.kind === 'indicator' && node.items[0]?.implicit === true
      ? limitsOf(around, node.items[0].caps)
      : limits;
  const isOpen = run.existence.of(node).applicability === 'undecided';
  const scoring = isOpen ? around.assuming(notApplicable.condition, true) : around;
  const traced: Step[] = [];
  const { value, shown } = traceValue(scoring, notApplicable.award, traced);
  const steps = [...stepsBehind(scoring, shown), ...traced];
  return { score: limit(own, value, steps), steps };
}

/** All names in their order; of sets of which one alone holds any, that one. */
export function joinedReads(
  ...lists: readonly (readonly ReadonlySet<string>[])[]
): ReadonlySet<string> {
  let found: ReadonlySet<string> = NO_READS;
  let joined: Set<string> | undefined;
  for (const sets of lists)
    for (const set of sets) {
      if (set.size === 0) continue;
      if (joined) addAll(joined, set);
      else if (found.size === 0) found = set;
      else {
        joined = new Set(found);
        addAll(joined, set);
      }
    }
  return joined ?? found;
}

function addAll(names: Set<string>, more: ReadonlySet<string>): void {
  for (const name of more) names.add(name);
}
