// Whole numbers of generated code: a text that gives one, exactly, with the bounds that the declared
// ranges put on it. In doubles it counts only while it stays below 2^53; in BigInts it always does.
import { commonFactor } from '../../number/rational.ts';

/** The numbers that a text is written in. */
export interface Domain {
  readonly kind: 'double' | 'bigint';
  /** A whole number as a literal. */
  readonly literal: (value: bigint) => string;
  /** Whether a figure between these bounds is exact. */
  readonly fits: (low: bigint, high: bigint) => boolean;
}

/** `factor · text`, where the text alone lies between the bounds; an empty text is 1. */
export interface Whole {
  readonly factor: bigint;
  readonly text: string;
  readonly low: bigint;
  readonly high: bigint;
  /** The text without its parentheses, where it is a sum. */
  readonly sum?: string;
}

/** Every whole number up to here is a double. */
export const MOST_EXACT = 2n ** 53n;

export const DOUBLES: Domain = {
  kind: 'double',
  literal: String,
  fits: (low, high) => -low <= MOST_EXACT && high <= MOST_EXACT,
};

export const BIGINTS: Domain = {
  kind: 'bigint',
  literal: (value) => `${value}n`,
  fits: () => true,
};

export function constantWhole(value: bigint): Whole {
  return { factor: value, text: '', low: 1n, high: 1n };
}

/** The bounds with the factor. */
export function boundsOf({ factor, low, high }: Whole): readonly [low: bigint, high: bigint] {
  return factor < 0n ? [factor * high, factor * low] : [factor * low, factor * high];
}

export function wholeText(domain: Domain, { factor, text }: Whole): string {
  if (text === '') return domain.literal(factor);
  if (factor === 1n) return text;
  return factor === -1n ? `-${text}` : `${domain.literal(factor)} * ${text}`;
}

/** The product; undefined where it might not be exact. */
export function timesWhole(domain: Domain, a: Whole, b: Whole): Whole | undefined {
  if (a.factor === 0n || b.factor === 0n) return constantWhole(0n);
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const low = corners.reduce((least, each) => (each < least ? each : least));
  const high = corners.reduce((most, each) => (each > most ? each : most));
  const text = a.text === '' ? b.text : b.text === '' ? a.text : `${a.text} * ${b.text}`;
  const isBoth = a.text !== '' && b.text !== '';
  const sum = a.text === '' ? b.sum : b.text === '' ? a.sum : undefined;
  return fitting(domain, {
    factor: a.factor * b.factor,
    text: isBoth ? `(${text})` : text,
    low,
    high,
    ...(sum !== undefined && { sum }),
  });
}

/** The sum; undefined where it might not be exact. */
export function plusWhole(domain: Domain, a: Whole, b: Whole): Whole | undefined {
  if (a.factor === 0n) return b;
  if (b.factor === 0n) return a;
  if (a.text === b.text) return fitting(domain, { ...a, factor: a.factor + b.factor });
  const common = commonFactor(a.factor, b.factor);
  const [left, right] = [
    { ...a, factor: a.factor / common },
    { ...b, factor: b.factor / common },
  ];
  if (!fitting(domain, left) || !fitting(domain, right)) return undefined;
  const [lows, highs] = [boundsOf(left), boundsOf(right)];
  const isLess = right.factor < 0n;
  const second = wholeText(domain, isLess ? { ...right, factor: -right.factor } : right);
  const sum = `${leftSide(domain, left)} ${isLess ? '-' : '+'} ${second}`;
  return fitting(domain, {
    factor: common,
    text: `(${sum})`,
    sum,
    low: lows[0] + highs[0],
    high: lows[1] + highs[1],
  });
}

/** A text without the parentheses around the whole of it. */
export function bare(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (const [at, mark] of [...text].entries()) {
    if (mark === '(') depth++;
    if (mark === ')') depth--;
    if (depth === 0 && at < [...text].length - 1) return text;
  }
  return bare(text.slice(1, -1));
}

// Sums are worked out from the left: one at the left of another needs no parentheses, however many follow.
function leftSide(domain: Domain, whole: Whole): string {
  const { factor, text, sum } = whole;
  return factor === 1n && sum !== undefined && text === `(${sum})` ? sum : wholeText(domain, whole);
}

/** The number itself where it is exact with its factor, and without it. */
export function fitting(domain: Domain, whole: Whole): Whole | undefined {
  return domain.fits(...boundsOf(whole)) && domain.fits(whole.low, whole.high) ? whole : undefined;
}
