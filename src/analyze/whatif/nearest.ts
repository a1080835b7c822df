// The first of a row of positions whose result is as wanted: whole stretches are judged at once, those
// in which nothing is as wanted are passed over, and the others are cut until single positions are left.
// Nothing is sampled, so what is found is the first, and what is passed over holds none.
import type { Answer } from './goal.ts';

/** Judges the positions from the first to the last, both included; without a last one, all that follow. */
export type JudgePositions = (first: bigint, last: bigint | undefined) => Answer;

export type Found =
  | { readonly kind: 'found'; readonly at: bigint }
  | { readonly kind: 'none' }
  /** No position up to here is as wanted; what lies beyond could not be told. */
  | { readonly kind: 'open'; readonly noneUpTo: bigint };

// A row that goes on for longer than this, in steps of a cent, holds more than all the money there is.
const FARTHEST = 10n ** 24n;
const FIRST_STRETCH = 1024n;

/**
 * The first position from 0 on; `most` is how many judgements may be made. Where a guess is right, the
 * stretch before it is judged as a whole; where it is wrong, it costs a few judgements and no more.
 */
export function firstWanted(
  judge: JudgePositions,
  last: bigint | undefined,
  most: number,
  guesses: readonly bigint[] = [],
): Found {
  let left = most;
  let passed = -1n;
  // A stretch that ends before a guess, or begins with what follows it, is no longer cut there.
  const guessIn = (first: bigint, end: bigint | undefined): bigint | undefined =>
    guesses.find((at) => at >= first && (end === undefined || at <= end) && first !== end);
  const stretches: { first: bigint; last: bigint | undefined }[] = [{ first: 0n, last }];
  for (let stretch = stretches.pop(); stretch; stretch = stretches.pop()) {
    const { first } = stretch;
    if (stretch.last !== undefined && stretch.last < first) continue;
    if (left-- <= 0) return { kind: 'open', noneUpTo: passed };
    const answer = judge(first, stretch.last);
    if (answer === 'all') return { kind: 'found', at: first };
    if (answer === 'none' || stretch.last === first) {
      // A single position that is open is not certain to be as wanted.
      if (stretch.last === undefined) return { kind: 'none' };
      passed = stretch.last;
    } else if (guessIn(first, stretch.last) !== undefined) {
      const at = guessIn(first, stretch.last) ?? first;
      stretches.push({ first: at + 1n, last: stretch.last }, { first: at, last: at });
      if (at > first) stretches.push({ first, last: at - 1n });
    } else if (stretch.last === undefined) {
      if (first > FARTHEST) return { kind: 'open', noneUpTo: passed };
      const end = first === 0n ? FIRST_STRETCH : first * FIRST_STRETCH;
      stretches.push({ first: end, last: undefined }, { first, last: end - 1n });
    } else {
      const middle = (first + stretch.last) / 2n;
      stretches.push({ first: middle + 1n, last: stretch.last }, { first, last: middle });
    }
  }
  return { kind: 'none' };
}
