// Totals of all departments under one weighting after another → what becomes of places: how often each
// department keeps its own, its best and worst, and which pairs change their order. A total that is not
// certain leaves places open, and what is open is counted apart.
import type { Engine } from './engine.ts';

/** Places under one weighting: equal totals share the best of them. */
export interface Places {
  /** The best and the worst place that each department may have. */
  readonly best: Int32Array;
  readonly worst: Int32Array;
}

export interface Standings {
  readonly base: Places;
  /** Weightings in which a department certainly has its own place, and in which it may. */
  readonly kept: Int32Array;
  readonly mayKeep: Int32Array;
  readonly best: Int32Array;
  readonly worst: Int32Array;
  /** For each department how often it certainly has each place, from the first. */
  readonly places: readonly Int32Array[];
  /** How often the department in the row is certainly above that in the column; row by row. */
  readonly above: Int32Array;
  /** How often both have the same total, known for both. */
  readonly level: Int32Array;
  /** Whether one department is certainly above another by the ruleset as it is. */
  readonly isAbove: (one: number, other: number) => boolean;
  /** Notes the weighting that the engine scored last. */
  readonly note: () => void;
}

/** Starts from the weighting that the engine has just scored, which is that of the ruleset. */
export function createStandings({ low, high }: Engine): Standings {
  const count = low.length;
  const counts = () => new Int32Array(count);
  const now: Places = { best: counts(), worst: counts() };
  const above = new Int32Array(count * count);
  const level = new Int32Array(count * count);
  const look = (isNoted: boolean): void => {
    now.best.fill(1);
    now.worst.fill(1);
    for (let one = 0; one < count; one++)
      for (let other = one + 1; other < count; other++) {
        const [oneLow, oneHigh] = [low[one] ?? 0, high[one] ?? 0];
        const [otherLow, otherHigh] = [low[other] ?? 0, high[other] ?? 0];
        if (oneLow > otherHigh) {
          add(now.best, other);
          add(now.worst, other);
          if (isNoted) add(above, one * count + other);
        } else if (otherLow > oneHigh) {
          add(now.best, one);
          add(now.worst, one);
          if (isNoted) add(above, other * count + one);
        } else {
          if (otherHigh > oneLow) add(now.worst, one);
          if (oneHigh > otherLow) add(now.worst, other);
          if (isNoted && oneLow === oneHigh && otherLow === otherHigh)
            add(level, one * count + other);
        }
      }
  };
  look(false);
  const [baseLow, baseHigh] = [low.slice(), high.slice()];
  const isAbove = (one: number, other: number) => (baseLow[one] ?? 0) > (baseHigh[other] ?? 0);
  const base: Places = { best: now.best.slice(), worst: now.worst.slice() };
  const [kept, mayKeep, best, worst] = [counts(), counts(), counts().fill(count), counts().fill(1)];
  const places = Array.from({ length: count }, counts);
  const note = (): void => {
    look(true);
    for (let one = 0; one < count; one++) {
      const [from, to] = [now.best[one] ?? 0, now.worst[one] ?? 0];
      const [own, last] = [base.best[one] ?? 0, base.worst[one] ?? 0];
      if (from === to && own === last && from === own) add(kept, one);
      if (from <= last && own <= to) add(mayKeep, one);
      if (from === to) add(places[one] ?? NOWHERE, from - 1);
      if (from < (best[one] ?? 0)) best[one] = from;
      if (to > (worst[one] ?? 0)) worst[one] = to;
    }
  };
  return { base, kept, mayKeep, best, worst, places, above, level, isAbove, note };
}

const NOWHERE = new Int32Array(0);

function add(counts: Int32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}
