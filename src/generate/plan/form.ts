// Figures of generated code: quotients of two whole numbers, which are exact, or doubles that lie within
// a bound of the figure. docs/exactness.md derives the bounds; nothing here is guessed.
import { commonFactor } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Domain, Whole } from './whole.ts';
import { boundsOf, constantWhole, fitting, plusWhole, timesWhole, wholeText } from './whole.ts';

/** Texts of truths; where one is true, a comparison or a rounding came too near to a tie. */
export type Flags = ReadonlySet<string>;

export const NO_FLAGS: Flags = new Set();

/** `n / d` for whole numbers, d above 0. */
export interface Ratio {
  readonly kind: 'ratio';
  readonly n: Whole;
  readonly d: Whole;
  readonly flags: Flags;
}

/**
 * A double, at most `ulps · 2^-53 · size` from the figure, not counting terms of second order. `size` is
 * the text of a figure that is not below the magnitude of anything that was added up.
 */
export interface Near {
  readonly kind: 'near';
  readonly text: string;
  readonly size: string;
  readonly ulps: number;
  /** Whole numbers that the figure lies between. */
  readonly low: bigint;
  readonly high: bigint;
  readonly flags: Flags;
}

export type Form = Ratio | Near;

/** Where generated statements go: gives a name to a text, so that it is worked out once. */
export interface Sheet {
  readonly domain: Domain;
  readonly hoist: (words: string, text: string) => string;
}

export function joinFlags(...all: readonly Flags[]): Flags {
  const joined = new Set(all.flatMap((flags) => [...flags]));
  return joined.size === 0 ? NO_FLAGS : joined;
}

export function constantForm({ n, d }: Rational): Ratio {
  return { kind: 'ratio', n: constantWhole(n), d: constantWhole(d), flags: NO_FLAGS };
}

/** In lowest terms as far as constants go. */
function reduced(n: Whole, d: Whole, flags: Flags): Ratio {
  const common = commonFactor(n.factor, d.factor);
  const less = (whole: Whole): Whole => ({ ...whole, factor: whole.factor / common });
  if (n.text !== '' && n.text === d.text) {
    const [above, below] = [less(n), less(d)];
    return { kind: 'ratio', n: constantWhole(above.factor), d: constantWhole(below.factor), flags };
  }
  return { kind: 'ratio', n: less(n), d: less(d), flags };
}

/** The figure as a double within its bound. */
export function nearOf(sheet: Sheet, form: Form): Near {
  if (form.kind === 'near') return form;
  const { n, d, flags } = form;
  const [low, high] = boundsOf(n);
  const least = boundsOf(d)[0];
  // Constants of a rule may be no doubles themselves; everything else has been shown to be.
  const isExact = sheet.domain.fits(low, high) && sheet.domain.fits(...boundsOf(d));
  const text =
    d.text === '' && d.factor === 1n
      ? wholeText(sheet.domain, n)
      : sheet.hoist(
          'quotient',
          `${wholeText(sheet.domain, n)} / ${inParentheses(wholeText(sheet.domain, d))}`,
        );
  return {
    kind: 'near',
    text,
    size: low >= 0n ? text : `Math.abs(${text})`,
    ulps: isExact ? 1 : 3,
    low: low < 0n ? outward(low, least) : 0n,
    high: high > 0n ? outward(high, least) : 0n,
    flags,
  };
}

function outward(value: bigint, least: bigint): bigint {
  return value / least + (value < 0n ? -1n : 1n);
}

function inParentheses(text: string): string {
  return /^[\p{ID_Continue}$.]+$|^\([^()]*\)$/u.test(text) ? text : `(${text})`;
}

export function negateForm(form: Form): Form {
  if (form.kind === 'ratio') return { ...form, n: { ...form.n, factor: -form.n.factor } };
  // Two signs in a row would be a decrement.
  const text = form.text.startsWith('-') ? form.text.slice(1) : `-${form.text}`;
  return { ...form, text, low: -form.high, high: -form.low };
}

/** The sum; exact where the common denominator allows. */
export function addForms(sheet: Sheet, a: Form, b: Form): Form | undefined {
  const flags = joinFlags(a.flags, b.flags);
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    const exact = addRatios(sheet.domain, a, b);
    if (exact) return short(sheet, reduced(exact.n, exact.d, flags));
  }
  if (sheet.domain.kind === 'bigint') return undefined;
  const [x, y] = [nearOf(sheet, a), nearOf(sheet, b)];
  const [low, high] = [x.low + y.low, x.high + y.high];
  const text = sheet.hoist('sum', `${x.text} + ${y.text}`);
  // Of figures that are not negative, the sum itself says how large they are.
  const isPlain = x.low >= 0n && y.low >= 0n && x.size === x.text && y.size === y.text;
  const size = isPlain ? text : sheet.hoist('size', `${x.size} + ${y.size}`);
  return { kind: 'near', text, size, ulps: Math.max(x.ulps, y.ulps) + 1, low, high, flags };
}

function addRatios(domain: Domain, a: Ratio, b: Ratio): { n: Whole; d: Whole } | undefined {
  const common = commonFactor(a.d.factor, b.d.factor);
  const alike = a.d.text === b.d.text;
  const [forA, forB] = alike
    ? [constantWhole(b.d.factor / common), constantWhole(a.d.factor / common)]
    : [
        { ...b.d, factor: b.d.factor / common },
        { ...a.d, factor: a.d.factor / common },
      ];
  const [left, right] = [timesWhole(domain, a.n, forA), timesWhole(domain, b.n, forB)];
  const n = left && right && plusWhole(domain, left, right);
  const d = timesWhole(domain, a.d, forA);
  return n && d && { n, d };
}

export function multiplyForms(sheet: Sheet, a: Form, b: Form): Form | undefined {
  const flags = joinFlags(a.flags, b.flags);
  if (a.kind === 'ratio' && b.kind === 'ratio') {
    const exact = multiplyRatios(sheet.domain, a, b, flags);
    if (exact) return short(sheet, exact);
  }
  if (sheet.domain.kind === 'bigint') return undefined;
  const constant =
    a.kind === 'near'
      ? scaledNear(sheet, a, b, flags)
      : b.kind === 'near'
        ? scaledNear(sheet, b, a, flags)
        : undefined;
  if (constant) return constant;
  const [x, y] = [nearOf(sheet, a), nearOf(sheet, b)];
  const corners = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high];
  const text = sheet.hoist('product', `${x.text} * ${y.text}`);
  const isPlain = x.size === x.text && y.size === y.text;
  return {
    kind: 'near',
    text,
    size: isPlain ? text : sheet.hoist('size', `${x.size} * ${y.size}`),
    ulps: x.ulps + y.ulps + 1,
    low: corners.reduce((least, each) => (each < least ? each : least)),
    high: corners.reduce((most, each) => (each > most ? each : most)),
    flags,
  };
}

// Times a constant: by its numerator, then by its denominator, each a whole number.
function scaledNear(
  sheet: Sheet,
  { text, size, ulps, low, high }: Near,
  by: Form,
  flags: Flags,
): Near | undefined {
  if (by.kind !== 'ratio' || by.n.text !== '' || by.d.text !== '' || by.n.factor <= 0n)
    return undefined;
  const [n, d] = [by.n.factor, by.d.factor];
  if (!sheet.domain.fits(0n, n) || !sheet.domain.fits(0n, d)) return undefined;
  if (n === 1n && d === 1n) return { kind: 'near', text, size, ulps, low, high, flags };
  const scale = (part: string) => `${part}${n === 1n ? '' : ` * ${n}`}${d === 1n ? '' : ` / ${d}`}`;
  const scaled = sheet.hoist('scaled', scale(text));
  return {
    kind: 'near',
    text: scaled,
    size: size === text ? scaled : sheet.hoist('size', scale(size)),
    ulps: ulps + 2,
    low: low < 0n ? (low * n) / d - 1n : 0n,
    high: high > 0n ? (high * n) / d + 1n : 0n,
    flags,
  };
}

// Without limit, products grow long: each part of one has a name.
function short(sheet: Sheet, ratio: Ratio): Ratio {
  if (sheet.domain.kind === 'double') return ratio;
  const named = (whole: Whole, words: string): Whole =>
    whole.text.startsWith('(') ? { ...whole, text: sheet.hoist(words, whole.text) } : whole;
  return { ...ratio, n: named(ratio.n, 'above'), d: named(ratio.d, 'below') };
}

function multiplyRatios(domain: Domain, a: Ratio, b: Ratio, flags: Flags): Ratio | undefined {
  const across = [reduced(a.n, b.d, flags), reduced(b.n, a.d, flags)] as const;
  const n = timesWhole(domain, across[0].n, across[1].n);
  const d = timesWhole(domain, across[0].d, across[1].d);
  return n && d && reduced(n, d, flags);
}

/** The quotient, for a divisor whose bounds are above 0. */
export function divideForms(sheet: Sheet, a: Form, b: Form): Form | undefined {
  if (b.kind !== 'ratio' || boundsOf(b.n)[0] <= 0n) return undefined;
  return multiplyForms(sheet, a, { ...b, n: b.d, d: b.n });
}

/** Both over one constant, where they are; for the smaller and the larger of two. */
export function overOneConstant(
  domain: Domain,
  forms: readonly Form[],
): readonly Whole[] | undefined {
  if (!forms.every((form) => form.kind === 'ratio' && form.d.text === '')) return undefined;
  const ratios = forms as readonly Ratio[];
  const d = ratios.reduce(
    (least, { d: { factor } }) => (least / commonFactor(least, factor)) * factor,
    1n,
  );
  const wholes = ratios.map((ratio) =>
    fitting(domain, { ...ratio.n, factor: ratio.n.factor * (d / ratio.d.factor) }),
  );
  const known = wholes.filter((whole) => whole !== undefined);
  return known.length < wholes.length ? undefined : [...known, constantWhole(d)];
}
