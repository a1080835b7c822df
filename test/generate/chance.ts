// Chance that a seed settles: the same seed gives the same numbers on every machine.

export interface Chance {
  /** A whole number from 0 up to, not including, the limit. */
  readonly below: (limit: bigint) => bigint;
  /** The same for small limits. */
  readonly place: (limit: number) => number;
  readonly pick: <One>(all: readonly One[]) => One;
  /** True once in so many times. */
  readonly once: (inHowMany: number) => boolean;
}

const MASK = 2n ** 64n - 1n;

/** A stream of numbers (SplitMix64). */
export function chanceFrom(seed: number): Chance {
  let state = BigInt(Math.trunc(seed)) & MASK;
  const next = (): bigint => {
    state = (state + 0x9e3779b97f4a7c15n) & MASK;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    return mixed ^ (mixed >> 31n);
  };
  const below = (limit: bigint): bigint => {
    let drawn = next();
    for (let size = 2n ** 64n; size < limit; size <<= 64n) drawn = (drawn << 64n) | next();
    return drawn % limit;
  };
  const place = (limit: number) => Number(below(BigInt(limit)));
  return {
    below,
    place,
    pick: (all) => {
      const one = all[place(all.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    once: (inHowMany) => place(inHowMany) === 0,
  };
}
