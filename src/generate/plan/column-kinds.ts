// Which typed array each column is: the narrowest that holds every figure within its bounds and one more that
// says that it is not known.

export type ColumnKind =
  'Float64Array' | 'Int32Array' | 'Int16Array' | 'Uint16Array' | 'Uint8Array';

/** The array for whole numbers between two bounds. */
export function columnKind({
  low,
  high,
}: {
  readonly low: bigint;
  readonly high: bigint;
}): ColumnKind {
  if (low >= 0n && high < 2n ** 16n - 1n) return 'Uint16Array';
  return low > -(2n ** 31n) && high < 2n ** 31n ? 'Int32Array' : 'Float64Array';
}

/** The array for whole scores that stay within so much; larger ones are refused in columns. */
export function scoreKind(most: bigint): ColumnKind {
  return most < 2n ** 15n ? 'Int16Array' : 'Int32Array';
}

/** The bytes of a row. */
export const BYTES: Readonly<Record<ColumnKind, number>> = {
  Float64Array: 8,
  Int32Array: 4,
  Int16Array: 2,
  Uint16Array: 2,
  Uint8Array: 1,
};
