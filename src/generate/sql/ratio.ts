// Figures as quotients of two whole numbers, the lower one above 0: exact, however large they grow.
import { commonFactor } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import type { Figure } from './figure.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { settled } from './sheet.ts';
import { compareFigures } from './decide.ts';
import type { Whole } from './whole.ts';
import {
  boundsOf,
  chosenWhole,
  constantWhole,
  divisorWhole,
  least,
  magnitudeWhole,
  most,
  peakOf,
  plusWhole,
  signWhole,
  timesFactor,
  timesWhole,
} from './whole.ts';

/** `n / d`, d above 0. */
export interface Ratio {
  readonly n: Whole;
  readonly d: Whole;
}

/** The figure as a quotient; undefined where it is larger than anything that is written out. */
export function ratioOf(sheet: Sheet, figure: Figure): Ratio | undefined {
  return sheet.once('ratio', figure, () => makeRatio(sheet, figure));
}

function makeRatio(sheet: Sheet, figure: Figure): Ratio | undefined {
  const of = (part: Figure) => ratioOf(sheet, part);
  switch (figure.kind) {
    case 'constant':
      return constantRatio(figure.value);
    case 'steps':
      return reduced(timesFactor(figure.whole, figure.step.n), constantWhole(figure.step.d));
    case 'sum': {
      const [a, b] = [of(figure.left), of(figure.right)];
      return a && b && addRatios(sheet, a, b);
    }
    case 'product': {
      const [a, b] = [of(figure.left), of(figure.right)];
      return a && b && multiplyRatios(sheet, a, b);
    }
    case 'quotient': {
      const [a, b] = [of(figure.left), of(figure.right)];
      const turned = b && reciprocal(sheet, b);
      return a && turned && multiplyRatios(sheet, a, turned);
    }
    case 'extreme':
      return extremeRatio(sheet, figure);
    case 'chosen': {
      const rows = figure.rows.map(({ when, figure: value }) => ({ when, ratio: of(value) }));
      const known = rows.flatMap(({ when, ratio }) => (ratio ? [{ when, ratio }] : []));
      const last = of(figure.otherwise);
      return last && known.length === rows.length ? chosenRatio(sheet, known, last) : undefined;
    }
    default:
      return figure satisfies never;
  }
}

type Extreme = Extract<Figure, { kind: 'extreme' }>;

function extremeRatio(sheet: Sheet, { name, left, right }: Extreme): Ratio | undefined {
  const [a, b] = [ratioOf(sheet, left), ratioOf(sheet, right)];
  if (!a || !b) return undefined;
  const isFirst = compareFigures(sheet, name === 'min' ? '<=' : '>=', left, right);
  const known = settled(isFirst);
  if (known !== undefined) return known ? a : b;
  const together = overOneDivisor(sheet, [a, b]);
  const [x, y] = together?.wholes ?? [];
  if (!together || !x || !y) return chosenRatio(sheet, [{ when: isFirst, ratio: a }], b);
  if (name === 'max' && x.key === y.key && x.factor === -y.factor)
    return reduced(magnitudeWhole(sheet, x), together.d);
  // What is above it stays small where factors are left outside.
  const factor = commonFactor(x.factor, y.factor);
  const [p, q] = [x, y].map((whole) => ({ ...whole, factor: whole.factor / factor })) as [
    Whole,
    Whole,
  ];
  const n = chosenWhole(sheet, [{ when: isFirst, whole: p }], q);
  // Over one number, the smaller of two is no more than either.
  const pick = name === 'min' ? least : most;
  const bound = (side: 0 | 1) => pick(boundsOf(p)[side], boundsOf(q)[side]);
  const narrow = { ...n, low: most(n.low, bound(0)), high: least(n.high, bound(1)) };
  return reduced(timesFactor(n.factor === 1n ? narrow : n, factor), together.d);
}

export function constantRatio({ n, d }: Rational): Ratio {
  return { n: constantWhole(n), d: constantWhole(d) };
}

// In lowest terms as far as constants go, and without what stands on both sides.
function reduced(n: Whole, d: Whole): Ratio {
  const common = commonFactor(n.factor, d.factor);
  const less = (whole: Whole): Whole => ({ ...whole, factor: whole.factor / common });
  return { n: less(n), d: less(d) };
}

/** The sum over the common denominator. */
export function addRatios(sheet: Sheet, a: Ratio, b: Ratio): Ratio | undefined {
  const common = commonFactor(a.d.factor, b.d.factor);
  const alike = a.d.key === b.d.key;
  const [forA, forB] = alike
    ? [constantWhole(b.d.factor / common), constantWhole(a.d.factor / common)]
    : [
        { ...b.d, factor: b.d.factor / common },
        { ...a.d, factor: a.d.factor / common },
      ];
  const [left, right] = [timesWhole(sheet, a.n, forA), timesWhole(sheet, b.n, forB)];
  const n = left && right && plusWhole(sheet, left, right);
  const d = timesWhole(sheet, a.d, forA);
  return n && d && reduced(n, d);
}

function multiplyRatios(sheet: Sheet, a: Ratio, b: Ratio): Ratio | undefined {
  const [first, second] = [cancelled(a.n, b.d), cancelled(b.n, a.d)];
  const n = timesWhole(sheet, first.n, second.n);
  const d = timesWhole(sheet, first.d, second.d);
  return n && d && reduced(n, d);
}

// The same figure above and below; it is not 0, since it stands below.
function cancelled(n: Whole, d: Whole): Ratio {
  if (n.body !== undefined && n.key === d.key && boundsOf(d)[0] > 0n)
    return reduced(constantWhole(n.factor), constantWhole(d.factor));
  return reduced(n, d);
}

// Turned over, with the sign above; unknown where it is 0.
function reciprocal(sheet: Sheet, { n, d }: Ratio): Ratio | undefined {
  if (n.factor === 0n) return undefined;
  const below = divisorWhole(sheet, magnitudeWhole(sheet, n));
  const above = timesWhole(sheet, d, signWhole(sheet, n));
  return above && { n: above, d: below };
}

function chosenRatio(
  sheet: Sheet,
  rows: readonly { readonly when: SqlNode; readonly ratio: Ratio }[],
  last: Ratio,
): Ratio | undefined {
  const all = [...rows.map(({ ratio }) => ratio), last];
  // A row asks nothing of what only others divide by.
  const together = all.every(({ d }) => d.body === undefined) && overOneDivisor(sheet, all);
  if (together) {
    const { wholes, d } = together;
    const whole = (at: number) => wholes[at] ?? constantWhole(0n);
    const chosen = rows.map(({ when }, at) => ({ when, whole: whole(at) }));
    return reduced(chosenWhole(sheet, chosen, whole(rows.length)), d);
  }
  const part = (side: 'n' | 'd') =>
    chosenWhole(
      sheet,
      rows.map(({ when, ratio }) => ({ when, whole: ratio[side] })),
      last[side],
    );
  return { n: part('n'), d: part('d') };
}

/** `a / b ≥ c / d` is `a · d ≥ c · b`; what both sides share is left out. */
export function crossed(
  sheet: Sheet,
  a: Ratio,
  b: Ratio,
): readonly [left: Whole, right: Whole] | undefined {
  const common = commonFactor(a.d.factor, b.d.factor);
  const alike = a.d.key === b.d.key;
  const times = (n: Whole, d: Whole) =>
    timesWhole(
      sheet,
      n,
      alike ? constantWhole(d.factor / common) : { ...d, factor: d.factor / common },
    );
  const [left, right] = [times(a.n, b.d), times(b.n, a.d)];
  if (!left || !right) return undefined;
  const shared = commonFactor(left.factor, right.factor);
  return [
    { ...left, factor: left.factor / shared },
    { ...right, factor: right.factor / shared },
  ];
}

// All above one divisor: a number, or what some of them stand over, where constants do not become larger by it than
// the others are. Nothing over a divisor is nothing.
function overOneDivisor(
  sheet: Sheet,
  ratios: readonly Ratio[],
): { readonly wholes: readonly Whole[]; readonly d: Whole } | undefined {
  const divided = ratios.filter(({ d }) => d.body !== undefined);
  const body = divided[0]?.d ?? constantWhole(1n);
  if (divided.some(({ d }) => d.key !== body.key)) return undefined;
  const factor = ratios.reduce(
    (all, { n, d }) => (n.factor === 0n ? all : (all / commonFactor(all, d.factor)) * d.factor),
    1n,
  );
  const wholes = ratios.map(({ n, d }) => {
    const scaled = timesFactor(n, factor / commonFactor(factor, d.factor));
    return d.body === body.body ? scaled : timesWhole(sheet, scaled, { ...body, factor: 1n });
  });
  const known = wholes.filter((whole) => whole !== undefined);
  if (known.length < wholes.length) return undefined;
  const largest = most(
    0n,
    ...known.filter((_, at) => ratios[at]?.d.body === body.body).map(peakOf),
  );
  if (known.some((whole) => whole.factor !== 0n && peakOf(whole) > largest)) return undefined;
  return { wholes: known, d: { ...body, factor } };
}
