// Exact fractions for judging the contenders: a few lines of BigInt of their own, so that nothing they say
// rests on the arithmetic that is being judged.

export interface Fraction {
  readonly n: bigint;
  /** Above 0. */
  readonly d: bigint;
}

export const fraction = (n: number, d = 1): Fraction => ({ n: BigInt(n), d: BigInt(d) });

export const plus = (a: Fraction, b: Fraction): Fraction => ({
  n: a.n * b.d + b.n * a.d,
  d: a.d * b.d,
});

export const minus = (a: Fraction, b: Fraction): Fraction => plus(a, { n: -b.n, d: b.d });

export const times = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d });

/** The divisor is above 0. */
export const over = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d, d: a.d * b.n });

export const distance = (a: Fraction, b: Fraction): Fraction => {
  const { n, d } = minus(a, b);
  return { n: n < 0n ? -n : n, d };
};

export const atLeast = (a: Fraction, b: Fraction): boolean => a.n * b.d >= b.n * a.d;

export const smaller = (a: Fraction, b: Fraction): Fraction => (atLeast(a, b) ? b : a);

export const larger = (a: Fraction, b: Fraction): Fraction => (atLeast(a, b) ? a : b);

/** Points in hundredths, rounded half up; never negative here. */
export const cents = ({ n, d }: Fraction): number => Number((200n * n + d) / (2n * d));
