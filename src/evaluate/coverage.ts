// Evidence coverage: how many of the full points rest on disclosed figures, on judgement, on
// assumptions, or on nothing yet. Counted item by item over what adds up to the total.
import type { Node } from '../model/framework.ts';
import type {
  EvidenceCoverage,
  GroupScore,
  IndicatorScore,
  NodeScore,
  Step,
} from '../model/sheet.ts';
import { isSingle } from '../types/enclosure.ts';
import type { Rational } from '../number/rational.ts';
import {
  ZERO,
  add,
  divide,
  equal,
  maximum,
  multiply,
  signOf,
  subtract,
  sum,
} from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { pointOf } from '../types/range.ts';
import { isCounted } from './applicability.ts';
import type { FinishedNode } from './finished-node.ts';
import { finishedIn } from './finished-node.ts';
import type { Scoring } from './scoring.ts';
import type { ScoredGroup, ScoredIndicator, ScoredNode } from './score-node.ts';
import { settledBy } from './strike.ts';
import type { TotalScore } from './total.ts';

type Kind = keyof EvidenceCoverage;

/** Sorts the points of everything that counts towards the total. */
export function coverageOf(
  scoring: Scoring,
  nodes: readonly FinishedNode[],
  total: Pick<TotalScore, 'strikes' | 'score' | 'reads'>,
): EvidenceCoverage {
  const outer = settledBy(total.strikes);
  const { framework } = scoring;
  const counted = nodes.filter(({ scored }) => isCounted(partOf(scored)));
  const settled = outer && kindOf(scoring, outer, total.score);
  const otherwise = () => settled ?? kindOf(scoring, total.reads, total.score);
  if (framework.combine === undefined) {
    const sums = coverageOfParts(scoring, counted, framework.total, settled);
    return filled(sums, framework.total, otherwise);
  }
  const sums = addUp(counted.map((node) => coverageOfNode(scoring, node, settled)));
  return inProportion(sums, framework.total, otherwise);
}

// `settled`: a strike further out decided the score, so that its evidence is what counts inside.
function coverageOfNode(
  scoring: Scoring,
  { scored, sheet }: FinishedNode,
  settled: Kind | undefined,
): Sums {
  if (sheet.applicability === 'absent') return NONE;
  const own = settledBy(scored.strikes);
  const kind = settled ?? (own && kindOf(scoring, own, sheet.score));
  if (scored.kind === 'group')
    return sheet.kind === 'group' ? coverageOfGroup(scoring, scored, sheet, kind) : NONE;
  return sheet.kind === 'indicator' ? coverageOfIndicator(scoring, scored, sheet, kind) : NONE;
}

function coverageOfGroup(
  scoring: Scoring,
  scored: ScoredGroup,
  sheet: GroupScore,
  kind: Kind | undefined,
): Sums {
  const { group } = scored;
  // Awarded something as a whole, it is not the sum of its parts.
  if (isAwarded(scored, sheet))
    return only(
      kind ?? kindOf(scoring, scored.reads, sheet.score),
      effectivePoints(sheet, group.points),
    );
  const parts = finishedIn(scored, sheet);
  if (group.combine === undefined) return coverageOfParts(scoring, parts, group.points, kind);
  const points = effectivePoints(sheet, group.points);
  const inside = addUp(parts.map((part) => coverageOfNode(scoring, part, kind)));
  return inProportion(inside, points, () => kind ?? kindOf(scoring, sheet.reads, sheet.score));
}

function coverageOfIndicator(
  scoring: Scoring,
  { indicator, items, reads }: ScoredIndicator,
  sheet: IndicatorScore,
  kind: Kind | undefined,
): Sums {
  const points = effectivePoints(sheet, indicator.points);
  const whole = () => kind ?? kindOf(scoring, reads, sheet.score);
  if (items.length === 0) return only(whole(), points);
  if (sheet.items.some((item) => item.applicability === 'undecided'))
    return only(kind ?? 'missing', points);
  const parts: Sums[] = [];
  for (const { restsOn, sheet: own } of items)
    if (own.applicability !== 'absent')
      parts.push(only(kind ?? kindOf(scoring, restsOn, own.score), own.item.points));
  return inProportion(addUp(parts), points, whole);
}

// While it is open which parts there are, the points that they share are open.
function coverageOfParts(
  scoring: Scoring,
  parts: readonly FinishedNode[],
  whole: Rational,
  kind: Kind | undefined,
): Sums {
  const mayBeAbsent = parts.filter(
    ({ sheet }) => sheet.applicability === 'undecided' && sheet.steps.some(isAbsence),
  );
  const others =
    mayBeAbsent.length === 0 ? parts : parts.filter((part) => !mayBeAbsent.includes(part));
  const sure = addUp(others.map((part) => coverageOfNode(scoring, part, kind)));
  if (mayBeAbsent.length === 0) return sure;
  const known = sum(
    others.flatMap(({ scored, sheet }) =>
      sheet.applicability === 'absent' ? [] : [partOf(scored).points],
    ),
  );
  const rest = maximum(ZERO, subtract(whole, known));
  return addUp([sure, only(kind ?? 'missing', rest)]);
}

function kindOf(scoring: Scoring, reads: ReadonlySet<string>, score: Range): Kind {
  const footings = { missing: false, assumed: false, judged: false, given: false };
  for (const name of reads) {
    const footing = scoring.footing(name);
    if (footing) footings[footing] = true;
  }
  const isOpen = !isSingle(score);
  // What an assumption leaves open is not assumed but missing, where something is.
  if (isOpen && footings.missing) return 'missing';
  if (footings.assumed) return 'assumed';
  if (isOpen) return 'missing';
  return footings.judged ? 'judged' : 'computed';
}

type Sums = Readonly<Record<Kind, Rational>>;

const NONE: Sums = { computed: ZERO, judged: ZERO, assumed: ZERO, missing: ZERO };

function only(kind: Kind, points: Rational): Sums {
  return {
    computed: kind === 'computed' ? points : ZERO,
    judged: kind === 'judged' ? points : ZERO,
    assumed: kind === 'assumed' ? points : ZERO,
    missing: kind === 'missing' ? points : ZERO,
  };
}

function addUp(parts: readonly Sums[]): Sums {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  let { computed, judged, assumed, missing } = NONE;
  for (const part of parts) {
    computed = plus(computed, part.computed);
    judged = plus(judged, part.judged);
    assumed = plus(assumed, part.assumed);
    missing = plus(missing, part.missing);
  }
  return { computed, judged, assumed, missing };
}

// Most parts have points of one kind only.
function plus(a: Rational, b: Rational): Rational {
  if (b === ZERO) return a;
  return a === ZERO ? b : add(a, b);
}

// While it is open where points went, the parts may seem to have more than the whole, or less.
function filled(parts: Sums, points: Rational, otherwise: () => Kind): Sums {
  const rest = subtract(points, sumOf(parts));
  if (signOf(rest) < 0) return inProportion(parts, points, otherwise);
  return signOf(rest) === 0 ? parts : addUp([parts, only(otherwise(), rest)]);
}

function sumOf({ computed, judged, assumed, missing }: Sums): Rational {
  return plus(plus(plus(computed, judged), assumed), missing);
}

// Parts that are combined, or whose points moved, share the points of the whole as their own lie.
function inProportion(parts: Sums, points: Rational, otherwise: () => Kind): Sums {
  const { computed, judged, assumed, missing } = parts;
  const all = sumOf(parts);
  if (all.n === 0n) return only(otherwise(), points);
  if (equal(all, points)) return parts;
  const share = (part: Rational) => divide(multiply(part, points), all);
  return {
    computed: share(computed),
    judged: share(judged),
    assumed: share(assumed),
    missing: share(missing),
  };
}

function partOf(scored: ScoredNode): Node {
  return scored.kind === 'group' ? scored.group : scored.indicator;
}

function isInFull(step: Step): boolean {
  return step.kind === 'not-applicable' && step.notApplicable.policy === 'in-full';
}

function isAbsence({ kind }: Step): boolean {
  return kind === 'absent';
}

function isAwarded({ award }: ScoredNode, { applicability, steps }: NodeScore): boolean {
  if (applicability !== 'not-applicable') return false;
  return award !== undefined || steps.some(isInFull);
}

// The points after they were moved; while that is open, as they are written.
function effectivePoints(sheet: NodeScore, points: Rational): Rational {
  return points.n === 0n ? points : (pointOf(sheet.points) ?? points);
}
