// Whole numbers of a query: what they are made of, with the bounds that the declared ranges put on them.
// How wide a number must be is settled only where it is used, from the largest on its way.
import { commonFactor } from '../../number/rational.ts';
import type { Row } from './choice.ts';
import { chosenNode } from './choice.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { numberNode } from './sheet.ts';

/** `factor · body`; without a body the factor alone. Bounds and key are those of the body. */
export interface Whole {
  readonly factor: bigint;
  readonly body: Body | undefined;
  readonly low: bigint;
  readonly high: bigint;
  /** The largest magnitude of anything that the body is made of. */
  readonly peak: bigint;
  /** The same for equal bodies; empty without one. */
  readonly key: string;
}

type Body =
  | { readonly kind: 'column'; readonly node: SqlNode }
  | { readonly kind: 'sum'; readonly left: Whole; readonly right: Whole }
  | { readonly kind: 'product'; readonly left: Whole; readonly right: Whole }
  | {
      readonly kind: 'chosen';
      readonly rows: readonly { readonly when: SqlNode; readonly whole: Whole }[];
      readonly otherwise: Whole;
    }
  | { readonly kind: 'magnitude'; readonly of: Whole }
  | { readonly kind: 'sign'; readonly of: Whole }
  /** The same, but unknown where it is 0. */
  | { readonly kind: 'divisor'; readonly of: Whole };

/** What a whole number may be kept in. */
export type NumberKind = 'double' | 'big' | 'wide';

/** Every whole number up to here is a double. */
export const MOST_IN_DOUBLE = 2n ** 53n;
const MOST_IN_BIG = 2n ** 63n - 1n;
/** Beyond this nothing is written out: no database has such whole numbers. */
const MOST_AT_ALL = 2n ** 400n;

export function constantWhole(value: bigint): Whole {
  return { factor: value, body: undefined, low: 1n, high: 1n, peak: 1n, key: '' };
}

export function columnWhole(node: SqlNode, low: bigint, high: bigint): Whole {
  const body: Body = { kind: 'column', node };
  return { factor: 1n, body, low, high, peak: largest(low, high), key: `n${node.id}` };
}

export function boundsOf({ factor, low, high }: Whole): readonly [low: bigint, high: bigint] {
  return factor < 0n ? [factor * high, factor * low] : [factor * low, factor * high];
}

/** The largest magnitude on the way to it, its factor included. */
export function peakOf(whole: Whole): bigint {
  const [low, high] = boundsOf(whole);
  return most(whole.peak, largest(low, high));
}

function largest(low: bigint, high: bigint): bigint {
  return most(low < 0n ? -low : low, high < 0n ? -high : high);
}

export function most(...values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a > b ? a : b));
}

export function least(...values: readonly bigint[]): bigint {
  return values.reduce((a, b) => (a < b ? a : b));
}

export function timesFactor(whole: Whole, factor: bigint): Whole {
  if (factor === 0n) return constantWhole(0n);
  return { ...whole, factor: whole.factor * factor };
}

/** The product; undefined where it is larger than anything that is written out. */
export function timesWhole(sheet: Sheet, a: Whole, b: Whole): Whole | undefined {
  if (a.factor === 0n || b.factor === 0n) return constantWhole(0n);
  if (a.body === undefined) return timesFactor(b, a.factor);
  if (b.body === undefined) return timesFactor(a, b.factor);
  const [left, right] = [
    { ...a, factor: 1n },
    { ...b, factor: 1n },
  ];
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const [low, high] = [least(...corners), most(...corners)];
  return sized({
    factor: a.factor * b.factor,
    body: { kind: 'product', left, right },
    low,
    high,
    peak: most(a.peak, b.peak, largest(low, high)),
    key: sheet.key([a.key, b.key].sort().join('*')),
  });
}

/** The sum; undefined where it is larger than anything that is written out. */
export function plusWhole(sheet: Sheet, a: Whole, b: Whole): Whole | undefined {
  if (a.factor === 0n) return b;
  if (b.factor === 0n) return a;
  if (a.key === b.key) return timesFactor({ ...a, factor: 1n }, a.factor + b.factor);
  const common = commonFactor(a.factor, b.factor);
  const [left, right] = [
    { ...a, factor: a.factor / common },
    { ...b, factor: b.factor / common },
  ];
  const [lows, highs] = [boundsOf(left), boundsOf(right)];
  const [low, high] = [lows[0] + highs[0], lows[1] + highs[1]];
  return sized({
    factor: common,
    body: { kind: 'sum', left, right },
    low,
    high,
    peak: most(peakOf(left), peakOf(right), largest(low, high)),
    key: sheet.key(`${left.factor} ${left.key}+${right.factor} ${right.key}`),
  });
}

/** The whole number of the first row that holds. */
export function chosenWhole(
  sheet: Sheet,
  rows: readonly { readonly when: SqlNode; readonly whole: Whole }[],
  otherwise: Whole,
): Whole {
  const wholes = [...rows.map(({ whole }) => whole), otherwise];
  const same = wholes.every(
    ({ key, factor }) => key === otherwise.key && factor === otherwise.factor,
  );
  // Where conditions are unknown the figure is as well, which one that is always known cannot say.
  if (same && rows.length === 0) return otherwise;
  const bounds = wholes.map(boundsOf);
  return {
    factor: 1n,
    body: { kind: 'chosen', rows, otherwise },
    low: least(...bounds.map(([low]) => low)),
    high: most(...bounds.map(([, high]) => high)),
    peak: most(...wholes.map(peakOf)),
    key: sheet.key(
      `case ${rows.map(({ when, whole }) => `${when.id} ${whole.factor} ${whole.key}`).join(',')} ${otherwise.factor} ${otherwise.key}`,
    ),
  };
}

export function magnitudeWhole(sheet: Sheet, whole: Whole): Whole {
  const [low, high] = boundsOf(whole);
  if (low >= 0n) return whole;
  if (high <= 0n) return timesFactor(whole, -1n);
  const of = { ...whole, factor: 1n };
  return {
    factor: whole.factor < 0n ? -whole.factor : whole.factor,
    body: { kind: 'magnitude', of },
    low: 0n,
    high: largest(whole.low, whole.high),
    peak: whole.peak,
    key: sheet.key(`abs ${whole.key}`),
  };
}

export function signWhole(sheet: Sheet, whole: Whole): Whole {
  const [low, high] = boundsOf(whole);
  if (low > 0n) return constantWhole(1n);
  if (high < 0n) return constantWhole(-1n);
  const of = { ...whole, factor: 1n };
  return {
    factor: whole.factor < 0n ? -1n : 1n,
    body: { kind: 'sign', of },
    low: -1n,
    high: 1n,
    peak: whole.peak,
    key: sheet.key(`sign ${whole.key}`),
  };
}

/** A number that is not below 0 as a divisor: unknown where it is 0. */
export function divisorWhole(sheet: Sheet, whole: Whole): Whole {
  if (boundsOf(whole)[0] > 0n || whole.body === undefined) return whole;
  const of = { ...whole, factor: 1n };
  return {
    factor: whole.factor,
    body: { kind: 'divisor', of },
    low: 1n,
    high: most(1n, whole.high),
    peak: whole.peak,
    key: sheet.key(`divisor ${whole.key}`),
  };
}

function sized(whole: Whole): Whole | undefined {
  return peakOf(whole) <= MOST_AT_ALL ? whole : undefined;
}

/** The narrowest numbers in which whole numbers up to this one are exact; undefined where none are. */
export function typeFor(sheet: Sheet, peak: bigint): NumberKind | undefined {
  if (sheet.small === 'double' && peak <= MOST_IN_DOUBLE) return 'double';
  if (peak <= MOST_IN_BIG) return 'big';
  return peak <= sheet.dialect.widest ? 'wide' : undefined;
}

/** The expression of a whole number, all of it in one type. */
export function wholeNode(sheet: Sheet, { factor, body }: Whole, type: NumberKind): SqlNode {
  if (body === undefined) return numberNode(sheet, factor, type);
  const node = bodyNode(sheet, body, type);
  if (factor === 1n) return node;
  return sheet.make('*', type, [numberNode(sheet, factor, type), node]);
}

function bodyNode(sheet: Sheet, body: Body, type: NumberKind): SqlNode {
  const of = (whole: Whole) => wholeNode(sheet, whole, type);
  switch (body.kind) {
    case 'column':
      return body.node.type === type ? body.node : sheet.make('cast', type, [body.node]);
    case 'sum': {
      const { left, right } = body;
      const isLess = right.factor < 0n;
      const second = of(isLess ? { ...right, factor: -right.factor } : right);
      return sheet.make(isLess ? '-' : '+', type, [of(left), second]);
    }
    case 'product':
      return sheet.make('*', type, [of(body.left), of(body.right)]);
    case 'chosen': {
      const rows = body.rows.map(({ when, whole }): Row => ({ when, value: of(whole) }));
      return chosenNode(sheet, rows, of(body.otherwise));
    }
    case 'magnitude':
      return sheet.make('abs', type, [of(body.of)]);
    case 'sign':
      return sheet.make('cast', type, [sheet.make('sign', 'double', [of(body.of)])]);
    case 'divisor':
      return sheet.make('nullif', type, [of(body.of), numberNode(sheet, 0n, type)]);
    default:
      return body satisfies never;
  }
}
