// What happens to a score after its rule or its parts gave it: limits, rounding, exemptions and
// vetoes. Each leaves a step in the trace only where it changed the score or struck it.
import type { Caps, Exemption, Veto } from '../model/framework.ts';
import type { Certainty, Step } from '../model/sheet.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { hull, maximumOfRanges, minimumOfRanges, roundRange, sameRange } from '../types/range.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';

/** Declared limits of a score, as figures. */
export interface Limits {
  readonly atLeast: Range | undefined;
  readonly atMost: Range | undefined;
}

export function limitsOf(scoring: Scoring, caps: Caps): Limits {
  const { atLeast, atMost } = caps;
  return {
    atLeast: atLeast && scoring.interpreter.range(atLeast),
    atMost: atMost && scoring.interpreter.range(atMost),
  };
}

/** The score within its limits. */
export function limit(limits: Limits, score: Range, steps: Step[]): Range {
  const { atLeast, atMost } = limits;
  let current = score;
  const apply = (side: 'at-least' | 'at-most', bound: Range, after: Range) => {
    if (!sameRange(after, current))
      steps.push({ kind: 'cap', side, limit: bound, before: current, after });
    current = after;
  };
  if (atLeast) apply('at-least', atLeast, maximumOfRanges(current, atLeast));
  if (atMost) apply('at-most', atMost, minimumOfRanges(current, atMost));
  return current;
}

/** The score rounded as declared. */
export function roundScore(rounding: Rounding | undefined, score: Range, steps: Step[]): Range {
  if (rounding === undefined) return score;
  const after = roundRange(score, rounding);
  if (!sameRange(after, score)) steps.push({ kind: 'rounding', rounding, before: score, after });
  return after;
}

/** A veto or an exemption whose condition holds or may hold. */
type Strike = { readonly certainty: Certainty; readonly reads: ReadonlySet<string> } & (
  | { readonly kind: 'veto'; readonly veto: Veto; readonly score: Range }
  | { readonly kind: 'exemption'; readonly exemption: Exemption }
);

/** What may strike a score, and the inputs that all the conditions looked at. */
export interface Strikes {
  readonly strikes: readonly Strike[];
  readonly reads: ReadonlySet<string>;
}

const NO_READS: ReadonlySet<string> = new Set();
/** What strikes a score that nothing strikes. */
export const NO_STRIKES: Strikes = { strikes: [], reads: NO_READS };

/** Tries the conditions of everything that could strike a score. */
export function strikesOn(
  scoring: Scoring,
  place: { readonly vetoes: readonly Veto[]; readonly exemptions: readonly Exemption[] },
): Strikes {
  if (place.vetoes.length === 0 && place.exemptions.length === 0) return NO_STRIKES;
  const strikes: Strike[] = [];
  const all = new Set<string>();
  for (const exemption of place.exemptions) {
    const reads = new Set<string>();
    const certainty = scoring.noting(reads, () => certaintyOf(scoring, exemption.condition));
    for (const name of reads) all.add(name);
    if (certainty) strikes.push({ kind: 'exemption', exemption, certainty, reads });
  }
  for (const veto of place.vetoes) {
    const reads = new Set<string>();
    scoring.noting(reads, () => {
      const certainty = certaintyOf(scoring, veto.condition);
      if (certainty === undefined) return;
      strikes.push({
        kind: 'veto',
        veto,
        certainty,
        score: scoring.interpreter.range(veto.score),
        reads,
      });
    });
    for (const name of reads) all.add(name);
  }
  return { strikes, reads: all };
}

/**
 * The score after exemptions award `full` and vetoes set theirs. A veto beats an exemption, and of
 * several vetoes the lowest stands; one that is only possible leaves both outcomes open.
 */
export function strike({ strikes }: Strikes, full: Range, score: Range, steps: Step[]): Range {
  let current = score;
  for (const each of strikes) {
    if (each.kind !== 'exemption') continue;
    const after = each.certainty === 'certain' ? full : hull(current, full);
    steps.push({
      kind: 'exemption',
      exemption: each.exemption,
      certainty: each.certainty,
      before: current,
      after,
    });
    current = after;
  }
  let lowest: Range | undefined;
  for (const certainty of ['certain', 'possible'] as const) {
    for (const each of strikes) {
      if (each.kind !== 'veto' || each.certainty !== certainty) continue;
      const set = lowest === undefined ? each.score : minimumOfRanges(lowest, each.score);
      const after = certainty === 'certain' ? set : hull(current, set);
      if (certainty === 'certain') lowest = set;
      steps.push({ kind: 'veto', veto: each.veto, certainty, before: current, after });
      current = after;
    }
  }
  return current;
}

/** The inputs of the strikes that may or may not come. */
export function openReadsOf({ strikes }: Strikes): string[] {
  return strikes.flatMap((each) => (each.certainty === 'possible' ? [...each.reads] : []));
}

/** The inputs on which a score rests alone because a certain strike set it; undefined without one. */
export function settledBy({ strikes }: Strikes): ReadonlySet<string> | undefined {
  const vetoes = strikes.filter((each) => each.kind === 'veto');
  const deciding = vetoes.some((each) => each.certainty === 'certain')
    ? vetoes
    : strikes.some((each) => each.kind === 'exemption' && each.certainty === 'certain')
      ? strikes
      : undefined;
  return deciding && new Set(deciding.flatMap((each) => [...each.reads]));
}
