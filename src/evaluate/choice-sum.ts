// What the parts chosen from a pool add up to while the choice is open: choice by choice where they are
// few enough, otherwise within what the parts' shares of their points allow.
import { admissibleChoices, termsOf } from '../model/pool.ts';
import type { PoolGroup } from '../model/pool.ts';
import type { NodeScore } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import { ONE, ZERO, divide, multiply, signOf, sum } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { hull, intersect, multiplyRanges, point, pointOf } from '../types/range.ts';
import type { Shares } from './applicability.ts';
import { WHOLE } from './applicability.ts';
import { mayVary } from './existence.ts';
import { sumOf } from './leave-out.ts';
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
    return choices.map((chosen) => sumOf(within(chosen).map(({ score }) => score))).reduce(hull);
  if (!terms.redistribute) return byShares(parts, pool.points);
  const outer = pointOf(shares.of(pool).factor);
  // What else is open about a part would have to be told apart for each choice.
  const isPlain = parts.every(({ child }) => child.kind === 'indicator' && !mayVary({ children: [child.indicator] }));
  if (choices.length === 0 || !isPlain || outer === undefined) return undefined;
  return choices
    .map((chosen) => {
      const taken = within(chosen);
      const worth = sum(taken.map(({ points }) => points));
      const growth = signOf(worth) === 0 ? ONE : divide(pool.points, worth);
      return sumOf(taken.map(({ child }) => scaledScore(scoring, child, multiply(outer, growth))));
    })
    .reduce(hull);
}

function scaledScore(scoring: Scoring, child: ScoredNode, factor: Rational): Range {
  const share = { ...WHOLE, factor: point(factor), isChosen: true };
  const isItself = (part: unknown) => child.kind === 'indicator' && part === child.indicator;
  const of: Shares['of'] = (part) => (isItself(part) ? share : WHOLE);
  return finishNode(scoring, child, { of, reads: () => new Set(), combinations: [] }).score;
}

// Whatever is chosen has the pool's points, so that its score lies where its parts' shares lie.
function byShares(
  parts: readonly { readonly points: Rational; readonly score: Range }[],
  points: Rational,
): Range | undefined {
  const shares = parts.flatMap((part) =>
    signOf(part.points) === 0
      ? []
      : [multiplyRanges(part.score, point(divide(ONE, part.points)))],
  );
  const [first, ...rest] = shares;
  if (first === undefined || shares.length < parts.length) return undefined;
  const most = sumOf(parts.map(({ score }) => hull(score, point(ZERO))));
  return intersect(multiplyRanges(rest.reduce(hull, first), point(points)), most);
}
