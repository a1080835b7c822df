// A part's score after points were moved: added up or combined from what its own parts came to, then
// limited, rounded, struck, and taken out where it does not exist or apply.
import type { Group, Node } from '../model/framework.ts';
import type { GroupScore, IndicatorScore, ItemScore, NodeScore, Step } from '../model/sheet.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import {
  addRanges,
  hull,
  multiplyRanges,
  point,
  sameRange,
  subtractRanges,
} from '../types/range.ts';
import { limit, roundScore } from './adjust.ts';
import type { Share, Shares } from './applicability.ts';
import { WHOLE_FACTOR, isCounted } from './applicability.ts';
import type { Leaving } from './leave-out.ts';
import { NOTHING, sumOf, takeOut } from './leave-out.ts';
import { finishItem } from './score-item.ts';
import type { Award, Run, ScoredGroup, ScoredIndicator, ScoredNode } from './score-node.ts';
import { strike } from './strike.ts';

/** Moves points, rounds and strikes; the parts inside are asked of the run. */
export function finishNode(run: Run, node: Node, share = run.shares.of(node)): NodeScore {
  const scored = run.scored(node);
  return scored.kind === 'indicator'
    ? finishIndicator(run, scored, share)
    : finishGroup(run, scored, share);
}

/** The same scores under other shares and sums; what comes before points move is not done again. */
export function runUnder(run: Run, shares: Shares, sum: Run['sum']): Run {
  const sheets = new Map<Node, NodeScore>();
  const under: Run = {
    ...run,
    shares,
    sum,
    sheet: (node) => {
      const sheet = sheets.get(node) ?? finishNode(under, node);
      sheets.set(node, sheet);
      return sheet;
    },
  };
  return under;
}

function finishIndicator(run: Run, scored: ScoredIndicator, share: Share): IndicatorScore {
  const { indicator, combined, reads } = scored;
  const { scoring, shares } = run;
  const { applicability } = share;
  const steps: Step[] = combined ? [...combined.steps] : [];
  const items = scored.items.map((item) => finishItem(scoring, item, shares.of(item.sheet.item)));
  const { points, score, standing } = scoreIndicator(run, scored, share, items, steps);
  return {
    kind: 'indicator',
    indicator,
    points,
    score,
    standing,
    steps,
    applicability,
    reads,
    items,
  };
}

type Finished = Pick<NodeScore, 'points' | 'score' | 'standing'>;

function scoreIndicator(
  run: Run,
  scored: ScoredIndicator,
  share: Share,
  items: readonly ItemScore[],
  steps: Step[],
): Finished {
  const { indicator, strikes, combined } = scored;
  const { scoring } = run;
  const { applicability } = share;
  const rounding = indicator.rounding ?? scoring.framework.roundings.indicators;
  if (applicability === 'not-applicable' || applicability === 'absent') {
    const leaving = leavingOf(scored, share, rounding);
    const { points, score } = takeOut(scoring, leaving, 'certain', NOTHING, steps);
    return { points, score, standing: score };
  }
  const full = scaled(point(indicator.points), share.factor);
  const raw =
    combined?.value ?? run.sum(indicator)?.score ?? sumOf(items.map((item) => item.score));
  const moved = move(share, limit(scored.limits, raw, steps), steps);
  const standing = roundScore(rounding, moved, steps);
  const struck = strike(strikes, { full, standing, rounding }, steps);
  if (applicability === 'applicable') return { points: full, score: struck, standing };
  const leaving = leavingOf(scored, share, rounding);
  const { points, score } = takeOut(scoring, leaving, 'possible', struck, steps);
  return { points, score, standing: hull(standing, score) };
}

function leavingOf(scored: ScoredIndicator, share: Share, rounding: Rounding | undefined): Leaving {
  const points = point(scored.indicator.points);
  return {
    share,
    own: scored.indicator.notApplicable,
    points: scaled(points, share.factor),
    pointsOut: scaled(points, share.factorOut),
    award: awardedIn(scored, share, rounding),
  };
}

// Nearly always nothing was moved, and a product would be the same range made anew.
function scaled(range: Range, factor: Range): Range {
  return factor === WHOLE_FACTOR ? range : multiplyRanges(range, factor);
}

function awardedIn(
  { award }: ScoredNode,
  share: Share,
  rounding: Rounding | undefined,
): Award | undefined {
  if (!award) return undefined;
  const steps = [...award.steps];
  const moved = move({ factor: share.factorOut, isChosen: share.isChosen }, award.score, steps);
  return { score: roundScore(rounding, moved, steps), steps };
}

function move(share: Pick<Share, 'factor' | 'isChosen'>, before: Range, steps: Step[]): Range {
  const { factor, isChosen } = share;
  if (factor === WHOLE_FACTOR) return before;
  const after = scaled(before, factor);
  if (!sameRange(after, before))
    steps.push({ kind: 'redistribution', factor, isChosen, before, after });
  return after;
}

function finishGroup(run: Run, scored: ScoredGroup, share: Share): GroupScore {
  const { group, strikes, limits } = scored;
  const { applicability } = share;
  const { scoring } = run;
  const children = group.children.map(run.sheet);
  const isCombined = group.combine !== undefined;
  const isOut = applicability === 'not-applicable' || applicability === 'absent';
  const combined = isOut ? undefined : run.combined(group);
  const steps: Step[] = combined ? [...combined.steps] : [];
  const known = run.sum(group);
  // Where the parts are combined they need not add up, so the group's own points count.
  const own = scaled(point(group.points), share.factor);
  const ownOut = scaled(point(group.points), share.factorOut);
  const points = isCombined ? own : (known?.points ?? sumOf(children.map((child) => child.points)));
  const reads = combined ? new Set([...scored.reads, ...combined.reads]) : scored.reads;
  const finished = (effective: Range, score: Range, standing: Range): GroupScore => ({
    kind: 'group',
    group,
    points: effective,
    score,
    standing,
    steps,
    applicability,
    reads,
    children,
  });
  const rounding = group.rounding ?? scoring.framework.roundings.groups;
  const award = awardedIn(scored, share, rounding);
  const leaving = {
    share,
    own: group.notApplicable,
    points: award ? own : points,
    pointsOut: ownOut,
    award,
  };
  if (applicability === 'absent') {
    const gone = takeOut(scoring, leaving, 'certain', NOTHING, steps);
    return finished(NOTHING, gone.score, gone.score);
  }
  if (applicability === 'not-applicable') {
    // Parts of which only some exist may have more points than the whole that is awarded in full.
    const isWhole = [share.because, ...share.orBecause].some((each) => each?.policy === 'in-full');
    if (award === undefined && !isCombined && !isWhole) {
      const sum = known?.score ?? sumOf(children.map((child) => child.score));
      return finished(points, sum, sum);
    }
    const gone = takeOut(scoring, leaving, 'certain', NOTHING, steps);
    return finished(gone.points, gone.score, gone.score);
  }
  const limited = limit(limits, known?.score ?? rawSum(run, group), steps);
  const moved = isCombined ? move(share, limited, steps) : limited;
  const standing = roundScore(rounding, moved, steps);
  const score = strike(strikes, { full: points, standing, rounding }, steps);
  if (applicability === 'applicable') return finished(points, score, standing);
  const either = takeOut(scoring, leaving, 'possible', score, steps);
  return finished(either.points, either.score, hull(standing, either.score));
}

/** What a node's parts, or all of them, come to before limits: combined by a rule, or added up. */
export function rawSum(run: Run, group: Group | undefined): Range {
  const nodes = group ? group.children : run.scoring.framework.children;
  const combined = run.combined(group)?.value;
  // Inside a group that adds up, everything does.
  if (group && combined === undefined) return sumOf(nodes.map((node) => run.sheet(node).score));
  const scoresOf = (chosen: readonly Node[]) => sumOf(chosen.map((node) => run.sheet(node).score));
  const standing = (kind: Group['standing']) =>
    nodes.filter((node) => node.kind === 'group' && node.standing === kind);
  const [bonuses, penalties] = [standing('bonus'), standing('penalty')];
  let sum = combined ?? scoresOf(nodes.filter(isCounted));
  if (bonuses.length > 0) sum = addRanges(sum, scoresOf(bonuses));
  if (penalties.length > 0) sum = subtractRanges(sum, scoresOf(penalties));
  return sum;
}
