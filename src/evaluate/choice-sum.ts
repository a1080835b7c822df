// What the parts chosen from a pool add up to while the choice is open: choice by choice where they are
// few enough, otherwise within what the parts' shares of their points allow.
import { admissibleChoices, termsOf } from '../model/pool.ts';
import type { PoolGroup } from '../model/pool.ts';
import type { NodeScore } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import {
  ONE,
  ZERO,
  add,
  divide,
  maximum,
  multiply,
  negate,
  signOf,
  sum,
} from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import {
  addRanges,
  closed,
  hull,
  intersect,
  multiplyRanges,
  point,
  pointOf,
} from '../types/range.ts';
import type { Shares } from './applicability.ts';
import { WHOLE } from './applicability.ts';
import { mayVary } from './existence.ts';
import { NOTHING, sumOf } from './leave-out.ts';
import type { ScoredNode } from './score-node.ts';
import { finishNode } from './score-node.ts';
import type { Scoring } from './scoring.ts';

/** How many choices from one pool are added up one by one. */
const MOST_CHOICES = 4000;

/** The sum over every admissible choice; `found` are the parts' scores where they are chosen. */
export function choiceSum(
  scoring: Scoring,
  pool: PoolGroup,
  children: readonly ScoredNode[],
  found: readonly NodeScore[],
  shares: Shares,
): Range | undefined {
  const terms = termsOf(pool);
  const value = scoring.data.value(pool.pool.inputName);
  const choices = admissibleChoices(terms, value, MOST_CHOICES) ?? [];
  const parts = terms.parts.flatMap((part, place) => {
    const [child, sheet] = [children[place], found[place]];
    return child && sheet ? [{ ...part, child, score: sheet.score }] : [];
  });
  const within = (chosen: readonly string[]) => parts.filter(({ name }) => chosen.includes(name));
  if (!terms.redistribute && choices.length > 0)
    return choices.map((chosen) => sumOf(within(chosen).map((part) => part.score))).reduce(hull);
  if (!terms.redistribute) return byShares(parts, pool.points);
  const outer = pointOf(shares.of(pool).factor);
  // What else is open about a part would have to be told apart for each choice.
  const isPlain = parts.every(
    ({ child }) => child.kind === 'indicator' && !mayVary({ children: [child.indicator] }),
  );
  if (!isPlain || outer === undefined) return undefined;
  const scale = (child: ScoredNode, worth: Rational) =>
    scaledScore(
      scoring,
      child,
      signOf(worth) === 0 ? outer : multiply(outer, divide(pool.points, worth)),
    );
  if (choices.length === 0) return byScaledShares(scoring, parts, scale);
  return choices
    .map((chosen) => {
      const taken = within(chosen);
      const worth = sum(taken.map(({ points }) => points));
      return sumOf(taken.map(({ child }) => scale(child, worth)));
    })
    .reduce(hull);
}

interface Part {
  readonly points: Rational;
  readonly child: ScoredNode;
  readonly score: Range;
}

function scaledScore(scoring: Scoring, child: ScoredNode, factor: Rational): Range {
  const share = { ...WHOLE, factor: point(factor), isChosen: true };
  const isItself = (part: unknown) => child.kind === 'indicator' && part === child.indicator;
  const of: Shares['of'] = (part) => (isItself(part) ? share : WHOLE);
  return finishNode(scoring, child, { of, reads: () => new Set(), combinations: [] }).score;
}

// Each part alone with all the points of the pool: a mean of those is what any choice gives, but for
// the rounding of each part.
function byScaledShares(
  scoring: Scoring,
  parts: readonly Part[],
  scale: (child: ScoredNode, worth: Rational) => Range,
): Range | undefined {
  const most = sumOf(parts.map(({ score }) => hull(score, NOTHING)));
  const isMean = parts.every(
    ({ points, child }) => signOf(points) !== 0 && child.strikes.strikes.length === 0,
  );
  const [first, ...rest] = parts.map(({ child, points }) => scale(child, points));
  if (!isMean || first === undefined) return most;
  const steps = parts.map(({ child }) => {
    const own = child.kind === 'indicator' ? child.indicator.rounding : undefined;
    return (own ?? scoring.framework.roundings.indicators)?.step ?? ZERO;
  });
  // One step for each part, and one for the part that stands for all the points.
  const slack = add(sum(steps), steps.reduce(maximum, ZERO));
  const mean = addRanges(rest.reduce(hull, first), closed(negate(slack), slack));
  return intersect(mean, most) ?? most;
}

// Whatever is chosen has the pool's points, so that its score lies where its parts' shares lie.
function byShares(
  parts: readonly Pick<Part, 'points' | 'score'>[],
  points: Rational,
): Range | undefined {
  const shares = parts.flatMap((part) =>
    signOf(part.points) === 0 ? [] : [multiplyRanges(part.score, point(divide(ONE, part.points)))],
  );
  const [first, ...rest] = shares;
  if (first === undefined || shares.length < parts.length) return undefined;
  const most = sumOf(parts.map(({ score }) => hull(score, NOTHING)));
  return intersect(multiplyRanges(rest.reduce(hull, first), point(points)), most);
}
