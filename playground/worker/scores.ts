// Ranges of points as views: text as the reports write it, numbers for bars, and the change from one
// score to another.
import { compare } from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { scoreText } from '../../src/report/figure.ts';
import { isSingle, nearFigure } from '../../src/types/enclosure.ts';
import type { Range } from '../../src/types/range.ts';
import { point, sameRange, subtractRanges } from '../../src/types/range.ts';
import type { ChangeView, ScoreView } from '../protocol.ts';

/** A score with at least so many decimals. */
export function scoreView(range: Range, decimals = 0): ScoreView {
  return { text: scoreText(range, decimals), ...endsOf(range) };
}

/** Both ends as numbers to draw. */
export function endsOf(range: Range): { readonly low: number; readonly high: number } {
  const known = nearFigure(range);
  const low = known ?? range.low?.value;
  const high = known ?? range.high?.value;
  return {
    low: low ? numberOf(low) : Number.NEGATIVE_INFINITY,
    high: high ? numberOf(high) : Number.POSITIVE_INFINITY,
  };
}

// Beyond this a quotient of big whole numbers is no longer near as a quotient of doubles.
const SAFE = 2n ** 53n;

/** The nearest double, for drawing. */
export function numberOf({ n, d }: Rational): number {
  const size = n < 0n ? -n : n;
  if (size < SAFE && d < SAFE) return Number(n) / Number(d);
  const scaled = (n * 1_000_000n) / d;
  return Number(scaled) / 1_000_000;
}

/** How a score changed; what may have gone either way has no direction. */
export function changeView(before: Range, after: Range, decimals = 0): ChangeView {
  return {
    before: scoreView(before, decimals),
    direction: directionOf(before, after),
    text: signedText(before, after, decimals),
  };
}

/** Which way a score certainly went. */
export function directionOf(before: Range, after: Range): -1 | 0 | 1 | undefined {
  if (sameRange(before, after)) return 0;
  if (isSingle(before) && isSingle(after)) {
    const [old, now] = [nearFigure(before), nearFigure(after)];
    return old && now ? compare(now, old) : undefined;
  }
  const [lowBefore, highBefore] = [before.low?.value, before.high?.value];
  const [lowAfter, highAfter] = [after.low?.value, after.high?.value];
  if (lowAfter && highBefore && compare(lowAfter, highBefore) > 0) return 1;
  if (highAfter && lowBefore && compare(highAfter, lowBefore) < 0) return -1;
  return undefined;
}

/** `+0.54`, `−1`; empty where nothing changed. */
export function signedText(before: Range, after: Range, decimals = 0): string {
  if (sameRange(before, after)) return '';
  // Two open scores hang on the same missing data: their difference says more than can be known.
  const difference = subtractRanges(after, before);
  const known = nearFigure(difference);
  if (!known) return `${scoreText(before, decimals)} → ${scoreText(after, decimals)}`;
  const text = scoreText(point(known), decimals);
  return known.n > 0n ? `+${text}` : text;
}
