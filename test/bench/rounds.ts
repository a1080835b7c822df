// Contenders take turns: in every round each of them scores its departments for about the same time, in an
// order that moves on from round to round, so that a machine that slows down slows all of them. What counts is
// the median over rounds of the ratio to the yardstick in the same round.
import type { Running } from './contender.ts';

export interface Entry {
  readonly name: string;
  readonly running: Running;
}

export interface Timing {
  readonly name: string;
  /** Median nanoseconds for one department. */
  readonly nanoseconds: number;
  /** Half of the rounds lie within this share of the median. */
  readonly spread: number;
  /** Speed in terms of the yardstick's: 2 is twice as fast. */
  readonly ratio: number;
}

export interface Turns {
  readonly rounds: number;
  /** How long a turn takes at least, in milliseconds. */
  readonly turn: number;
}

/** Times all entries; the first is the yardstick unless another is named. */
export async function timed(
  entries: readonly Entry[],
  { rounds, turn }: Turns,
  yardstick = entries[0]?.name,
): Promise<Timing[]> {
  const passes: number[] = [];
  for (const entry of entries) passes.push(await warmedUp(entry, turn));
  const all = entries.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    collectGarbage('major');
    for (let place = 0; place < entries.length; place++) {
      const at = (place + round) % entries.length;
      const entry = entries[at];
      const times = passes[at] ?? 1;
      if (!entry) continue;
      // Rubbish of the others is not swept up at this one's cost.
      collectGarbage('minor');
      const taken = await passing(entry, times);
      all[at]?.push((taken * 1e6) / (times * entry.running.scored));
    }
  }
  const standard = all[entries.findIndex(({ name }) => name === yardstick)] ?? [];
  return entries.map(({ name }, at) => {
    const mine = all[at] ?? [];
    const middle = median(mine);
    const ratios = mine.map((figure, round) => (standard[round] ?? Number.NaN) / figure);
    const spread = median(mine.map((figure) => Math.abs(figure - middle))) / middle;
    return { name, nanoseconds: middle, spread, ratio: median(ratios) };
  });
}

/** Runs an entry until its code is compiled, and says how many passes fill a turn. */
async function warmedUp(entry: Entry, turn: number): Promise<number> {
  let times = 1;
  for (let spent = 0; ;) {
    const taken = await passing(entry, times);
    spent += taken;
    if (spent > 6 * turn && taken >= turn / 2)
      return Math.max(1, Math.ceil((times * turn) / taken));
    if (taken < turn / 2) times *= 2;
  }
}

async function passing({ running }: Entry, times: number): Promise<number> {
  const start = performance.now();
  for (let pass = 0; pass < times; pass++) {
    const later = running.pass();
    if (later) await later;
  }
  return performance.now() - start;
}

/** Collects garbage where Node was started with `--expose-gc`. */
export function collectGarbage(type: 'major' | 'minor'): void {
  (globalThis as { readonly gc?: (options: { type: string }) => void }).gc?.({ type });
}

export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
