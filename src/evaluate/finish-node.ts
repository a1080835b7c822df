// A part's score after points were moved: rounded, struck, and for a group added up or combined from
// what its own parts came to.
import type { Group, Node } from '../model/framework.ts';
import type { GroupScore, IndicatorScore, NodeScore, Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import {
  addRanges,
  hull,
  multiplyRanges,
  point,
  sameRange,
  subtractRanges,
} from '../types/range.ts';
import { limit, roundScore, strike } from './adjust.ts';
import type { Share } from './applicability.ts';
import { WHOLE_FACTOR, isCounted } from './applicability.ts';
import type { Run, ScoredGroup, ScoredIndicator } from './score-node.ts';
import { NOTHING, sumOf } from './score-node.ts';

/** Moves points, rounds and strikes; the parts inside are asked of the run. */
export function finishNode(run: Run, node: Node, share = run.shares.of(node)): NodeScore {
  const scored = run.scored(node);
  return scored.kind === 'indicator'
    ? finishIndicator(run, scored, share)
    : finishGroup(run, scored, share);
}

function finishIndicator(
  { scoring }: Run,
  { indicator, sum, strikes, reads, ...scored }: ScoredIndicator,
  share: Share,
): IndicatorScore {
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
  const moved = move(share, sum, steps);
  const rounding = indicator.rounding ?? scoring.framework.roundings.indicators;
  const standing = roundScore(rounding, moved, steps);
  const score = strike(strikes, points, standing, steps);
  if (applicability === 'applicable') return finished(points, score, standing);
  const whole = share.because?.policy === 'in-full' ? points : hull(points, NOTHING);
  const either = takeOut(share, 'possible', points, score, steps);
  return finished(whole, either, hull(standing, either));
}

// Nearly always nothing was moved, and a product would be the same range made anew.
function scaled(range: Range, { factor }: Share): Range {
  return factor === WHOLE_FACTOR ? range : multiplyRanges(range, factor);
}

function move(share: Share, before: Range, steps: Step[]): Range {
  const after = scaled(before, share);
  if (!sameRange(after, before))
    steps.push({ kind: 'redistribution', factor: share.factor, before, after });
  return after;
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

function finishGroup(run: Run, scored: ScoredGroup, share: Share): GroupScore {
  const { group, strikes, limits } = scored;
  const { applicability } = share;
  const { scoring } = run;
  const children = group.children.map(run.sheet);
  const isCombined = group.combine !== undefined;
  const isOut = applicability === 'not-applicable';
  const combined = isOut ? undefined : run.combined(group);
  const steps: Step[] = combined ? [...combined.steps] : [];
  const known = run.sum(group);
  // Where the parts are combined they need not add up, so the group's own points count.
  const points = isCombined
    ? scaled(point(group.points), share)
    : (known?.points ?? sumOf(children.map((child) => child.points)));
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
  if (isOut) {
    const sum = known?.score ?? sumOf(children.map((child) => child.score));
    const gone = isCombined ? takeOut(share, 'certain', points, NOTHING, steps) : sum;
    return finished(isCombined ? gone : points, gone, gone);
  }
  const sum = known?.score ?? rawSum(run, group);
  const limited = limit(limits, sum, steps);
  const moved = isCombined ? move(share, limited, steps) : limited;
  const rounding = group.rounding ?? scoring.framework.roundings.groups;
  const standing = roundScore(rounding, moved, steps);
  const score = strike(strikes, points, standing, steps);
  if (applicability === 'applicable') return finished(points, score, standing);
  const isKept = !isCombined || share.because?.policy === 'in-full';
  const either = takeOut(share, 'possible', points, score, steps);
  return finished(isKept ? points : hull(points, NOTHING), either, hull(standing, either));
}

/** What a group's parts, or all of them, come to before limits: combined by a rule, or added up. */
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
