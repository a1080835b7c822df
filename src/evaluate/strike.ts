// Vetoes and exemptions on one score. Of those that hold, only the highest priority acts; among equals
// a veto beats an exemption, and of several vetoes the lowest stands. One that is only possible leaves
// both outcomes open.
import { readsStanding, withStanding } from '../interpret/rule-expression.ts';
import type { Exemption, Veto } from '../model/framework.ts';
import type { Certainty, Step } from '../model/sheet.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { hull, minimumOfRanges, point, roundRange } from '../types/range.ts';
import { ZERO } from '../number/rational.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';

/** A veto or an exemption whose condition holds or may hold. */
type Strike = {
  readonly certainty: Certainty;
  readonly priority: number;
  readonly reads: ReadonlySet<string>;
} & (
  | { readonly kind: 'veto'; readonly veto: Veto; readonly scoreFrom: (standing: Range) => Range }
  | { readonly kind: 'exemption'; readonly exemption: Exemption }
);
type VetoStrike = Extract<Strike, { kind: 'veto' }>;

/** What may strike a score, and the inputs that all the conditions looked at. */
export interface Strikes {
  readonly strikes: readonly Strike[];
  readonly reads: ReadonlySet<string>;
}

const NO_READS: ReadonlySet<string> = new Set();
const NOTHING_READ: readonly string[] = [];
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
    const priority = exemption.priority ?? 0;
    if (certainty) strikes.push({ kind: 'exemption', exemption, certainty, priority, reads });
  }
  for (const veto of place.vetoes) {
    const reads = new Set<string>();
    scoring.noting(reads, () => {
      const certainty = certaintyOf(scoring, veto.condition);
      if (certainty === undefined) return;
      const scoreFrom = scoreOf(scoring, veto);
      // What its score looks at does not hang on what it strikes; any figure will do to find out.
      scoreFrom(point(ZERO));
      strikes.push({
        kind: 'veto',
        veto,
        certainty,
        priority: veto.priority ?? 0,
        scoreFrom: (standing) => scoring.unnoted(() => scoreFrom(standing)),
        reads,
      });
    });
    for (const name of reads) all.add(name);
  }
  return { strikes, reads: all };
}

function scoreOf({ interpreter }: Scoring, { score }: Veto): (standing: Range) => Range {
  if (!readsStanding(score)) return () => interpreter.range(score);
  return (standing) => interpreter.range(withStanding(score, standing));
}

/** What a struck score was, and how it is rounded where a veto leaves a share of it. */
export interface Struck {
  readonly full: Range;
  readonly standing: Range;
  readonly rounding: Rounding | undefined;
}

/** The score after exemptions award the full points and vetoes set theirs. */
export function strike({ strikes }: Strikes, struck: Struck, steps: Step[]): Range {
  const { standing } = struck;
  if (strikes.length === 0) return standing;
  const certain = highestCertain(strikes);
  let current = standing;
  const priorities = [...new Set(strikes.map((each) => each.priority))].sort((a, b) => a - b);
  for (const priority of priorities) {
    const level = strikes.filter((each) => each.priority === priority);
    const overruled = priority < certain;
    const outcome = strikeLevel(level, struck, current, overruled, steps);
    if (!overruled) current = outcome;
  }
  return current;
}

function highestCertain(strikes: readonly Strike[]): number {
  const certain = strikes.filter((each) => each.certainty === 'certain');
  return Math.max(-1, ...certain.map((each) => each.priority));
}

// Strikes of one priority; `below` is what stands if none of them holds.
function strikeLevel(
  level: readonly Strike[],
  { full, standing, rounding }: Struck,
  below: Range,
  overruled: boolean,
  steps: Step[],
): Range {
  let current = below;
  const vetoes = level.filter((each) => each.kind === 'veto');
  const beaten = vetoes.some((each) => each.certainty === 'certain');
  for (const each of level) {
    if (each.kind !== 'exemption') continue;
    const { certainty, exemption } = each;
    const after = certainty === 'certain' ? full : hull(current, full);
    const step = { kind: 'exemption', exemption, certainty, before: current } as const;
    if (overruled) steps.push({ ...step, after: current, overruled });
    else steps.push({ ...step, after, overruled: beaten });
    if (!overruled) current = after;
  }
  const scoreOfVeto = ({ veto, scoreFrom }: VetoStrike) => {
    const score = scoreFrom(standing);
    return rounding && readsStanding(veto.score) ? roundRange(score, rounding) : score;
  };
  let lowest: Range | undefined;
  for (const certainty of ['certain', 'possible'] as const) {
    for (const each of vetoes) {
      if (each.certainty !== certainty) continue;
      const { veto } = each;
      const set =
        lowest === undefined ? scoreOfVeto(each) : minimumOfRanges(lowest, scoreOfVeto(each));
      const after = certainty === 'certain' ? set : hull(current, set);
      const step = { kind: 'veto', veto, standing, certainty, before: current } as const;
      steps.push({ ...step, after: overruled ? current : after, overruled });
      if (overruled) continue;
      if (certainty === 'certain') lowest = set;
      current = after;
    }
  }
  return current;
}

// A certain strike overrules every one of lower priority, whether that holds or not.
function acting(strikes: readonly Strike[]): readonly Strike[] {
  const certain = highestCertain(strikes);
  return strikes.filter((each) => each.priority >= certain);
}

/** The inputs of the strikes that may or may not come. */
export function openReadsOf({ strikes }: Strikes): readonly string[] {
  if (strikes.length === 0) return NOTHING_READ;
  return acting(strikes).flatMap((each) => (each.certainty === 'possible' ? [...each.reads] : []));
}

/**
 * The inputs on which a score rests alone because a certain strike set it; undefined without one, and
 * where what is left is a share of the score before.
 */
export function settledBy({ strikes }: Strikes): ReadonlySet<string> | undefined {
  if (strikes.length === 0) return undefined;
  const certain = highestCertain(strikes);
  if (certain < 0) return undefined;
  const above = acting(strikes);
  const beats = above.some(
    (each) => each.kind === 'veto' && each.certainty === 'certain' && each.priority === certain,
  );
  const deciding = beats
    ? above.filter((each) => each.kind === 'veto' || each.priority > certain)
    : above;
  if (deciding.some((each) => each.kind === 'veto' && readsStanding(each.veto.score)))
    return undefined;
  return new Set(deciding.flatMap((each) => [...each.reads]));
}
