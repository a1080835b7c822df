// What happens to a score after its rule or its parts gave it and before anything strikes it: limits and
// rounding. Each leaves a step in the trace only where it changed the score.
import type { Caps } from '../model/framework.ts';
import type { Step } from '../model/sheet.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { maximumOfRanges, minimumOfRanges, roundRange, sameRange } from '../types/range.ts';
import type { Scoring } from './scoring.ts';

/** Declared limits of a score, as figures. */
export interface Limits {
  readonly atLeast: Range | undefined;
  readonly atMost: Range | undefined;
}

export const NO_LIMITS: Limits = { atLeast: undefined, atMost: undefined };

export function limitsOf(scoring: Scoring, caps: Caps): Limits {
  const { atLeast, atMost } = caps;
  if (atLeast === undefined && atMost === undefined) return NO_LIMITS;
  return {
    atLeast: atLeast && scoring.interpreter.range(atLeast),
    atMost: atMost && scoring.interpreter.range(atMost),
  };
}

/** The score within its limits. */
export function limit(limits: Limits, score: Range, steps: Step[]): Range {
  const { atLeast, atMost } = limits;
  if (atLeast === undefined && atMost === undefined) return score;
  const raised = atLeast ? maximumOfRanges(score, atLeast) : score;
  if (atLeast && !sameRange(raised, score))
    steps.push({ kind: 'cap', side: 'at-least', limit: atLeast, before: score, after: raised });
  const capped = atMost ? minimumOfRanges(raised, atMost) : raised;
  if (atMost && !sameRange(capped, raised))
    steps.push({ kind: 'cap', side: 'at-most', limit: atMost, before: raised, after: capped });
  return capped;
}

/** The score rounded as declared. */
export function roundScore(rounding: Rounding | undefined, score: Range, steps: Step[]): Range {
  if (rounding === undefined) return score;
  const after = roundRange(score, rounding);
  if (!sameRange(after, score)) steps.push({ kind: 'rounding', rounding, before: score, after });
  return after;
}
