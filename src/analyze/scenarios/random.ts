// A seed in, random whole numbers out, the same ones everywhere: xoshiro128** 1.1 of David Blackman and
// Sebastiano Vigna (public domain, https://prng.di.unimi.it/xoshiro128starstar.c), its state filled from
// the seed by splitmix32.

/** Numbers from 0 to below a bound, all of them equally likely. */
export type Random = (bound: bigint) => bigint;

const WORD = 32n;

/** A generator of its own for each seed, a whole number from 0. */
export function createRandom(seed: number): Random {
  const next = xoshiro(seed);
  return (bound) => {
    const bits = (bound - 1n).toString(2).length;
    const words = Math.ceil(bits / 32);
    const surplus = BigInt(words * 32 - bits);
    // A number beyond the bound is drawn anew: taking a remainder would favour the small ones.
    for (;;) {
      let drawn = 0n;
      for (let word = 0; word < words; word++) drawn = (drawn << WORD) | BigInt(next());
      drawn >>= surplus;
      if (drawn < bound) return drawn;
    }
  };
}

/** Unsigned 32-bit numbers. */
export function xoshiro(seed: number): () => number {
  let [a, b, c, d] = stateFrom(seed);
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function rotate(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

// A seed may have more than 32 bits; both halves take part.
function stateFrom(seed: number): [number, number, number, number] {
  let state = (seed ^ Math.floor(seed / 2 ** 32)) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    word = Math.imul(word ^ (word >>> 15), 0x735a2d97);
    return (word ^ (word >>> 15)) >>> 0;
  };
  return [next(), next(), next(), next()];
}
