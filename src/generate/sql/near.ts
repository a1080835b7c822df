// Figures as doubles that lie within a bound of them, for where whole numbers grow too large to be
// worked out at every row. docs/exactness.md derives the bounds.
import { chosenNode } from './choice.ts';
import type { Figure } from './figure.ts';
import { ratioOf } from './ratio.ts';
import type { Ratio } from './ratio.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { MOST_IN_DOUBLE, boundsOf, least, most, peakOf, wholeNode } from './whole.ts';

/**
 * A double, at most `ulps · 2^-53 · size` from the figure, not counting terms of second order. `size` is
 * not below the magnitude of anything that was added up.
 */
export interface Near {
  readonly node: SqlNode;
  readonly size: SqlNode;
  readonly ulps: number;
  /** Whole numbers that the figure lies between. */
  readonly low: bigint;
  readonly high: bigint;
}

/** The figure as a double within its bound; undefined where no bound is known. */
export function nearOf(sheet: Sheet, figure: Figure): Near | undefined {
  return sheet.once('near', figure, () => {
    const ratio = ratioOf(sheet, figure);
    if (ratio && most(peakOf(ratio.n), peakOf(ratio.d)) <= MOST_IN_DOUBLE)
      return quotientNear(sheet, ratio);
    return makeNear(sheet, figure);
  });
}

function quotientNear(sheet: Sheet, { n, d }: Ratio): Near {
  const above = wholeNode(sheet, n, 'double');
  const isWhole = d.body === undefined && d.factor === 1n;
  const node = isWhole ? above : sheet.make('/', 'double', [above, wholeNode(sheet, d, 'double')]);
  const [low, high] = boundsOf(n);
  const by = boundsOf(d)[0];
  return {
    node,
    size: sizeOf(sheet, node, low),
    ulps: isWhole ? 0 : 1,
    low: outward(low, by),
    high: outward(high, by),
  };
}

/** A whole number not nearer to 0 than the quotient. */
export function outward(value: bigint, by: bigint): bigint {
  if (value % by === 0n) return value / by;
  return value / by + (value < 0n ? -1n : 1n);
}

function sizeOf(sheet: Sheet, node: SqlNode, low: bigint): SqlNode {
  return low >= 0n ? node : sheet.make('abs', 'double', [node]);
}

function makeNear(sheet: Sheet, figure: Figure): Near | undefined {
  const of = (part: Figure) => nearOf(sheet, part);
  switch (figure.kind) {
    case 'constant':
    case 'steps':
      return looseNear(sheet, figure);
    case 'sum': {
      const [a, b] = [of(figure.left), of(figure.right)];
      return a && b && sumNear(sheet, a, b);
    }
    case 'product': {
      const [a, b] = [of(figure.left), of(figure.right)];
      return a && b && productNear(sheet, a, b);
    }
    case 'quotient': {
      // Of a divisor that is no quotient of small whole numbers, no bound is known.
      if (figure.left === ONE) return undefined;
      const a = of(figure.left);
      const turned = nearOf(sheet, { kind: 'quotient', left: ONE, right: figure.right });
      return a && turned && productNear(sheet, a, turned);
    }
    case 'extreme': {
      const [a, b] = [of(figure.left), of(figure.right)];
      return a && b && extremeNear(sheet, figure.name, a, b);
    }
    case 'chosen': {
      const rows = figure.rows.map(({ when, figure: value }) => ({ when, near: of(value) }));
      const known = rows.flatMap(({ when, near }) => (near ? [{ when, near }] : []));
      const last = of(figure.otherwise);
      return last && known.length === rows.length ? chosenNear(sheet, known, last) : undefined;
    }
    default:
      return figure satisfies never;
  }
}

const ONE: Figure = { kind: 'constant', value: { n: 1n, d: 1n } };

// Whole numbers beyond 2^53 are rounded once, above and below, and their quotient once more.
function looseNear(sheet: Sheet, figure: Figure): Near | undefined {
  const ratio = ratioOf(sheet, figure);
  if (!ratio || most(peakOf(ratio.n), peakOf(ratio.d)) > 2n ** 900n) return undefined;
  return { ...quotientNear(sheet, ratio), ulps: 3 };
}

function sumNear(sheet: Sheet, a: Near, b: Near): Near {
  const node = sheet.make('+', 'double', [a.node, b.node]);
  const isPlain = a.low >= 0n && b.low >= 0n && a.size === a.node && b.size === b.node;
  return {
    node,
    // Of figures that are not negative, the sum itself says how large they are.
    size: isPlain ? node : sheet.make('+', 'double', [a.size, b.size]),
    ulps: Math.max(a.ulps, b.ulps) + 1,
    low: a.low + b.low,
    high: a.high + b.high,
  };
}

function productNear(sheet: Sheet, a: Near, b: Near): Near {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  const node = sheet.make('*', 'double', [a.node, b.node]);
  const isPlain = a.size === a.node && b.size === b.node;
  return {
    node,
    size: isPlain ? node : sheet.make('*', 'double', [a.size, b.size]),
    ulps: a.ulps + b.ulps + 1,
    low: least(...corners),
    high: most(...corners),
  };
}

function extremeNear(sheet: Sheet, name: 'min' | 'max', a: Near, b: Near): Near {
  const sign = name === 'min' ? '<=' : '>=';
  const isFirst = sheet.make(sign, 'truth', [a.node, b.node]);
  const pick = name === 'min' ? least : most;
  return {
    node: chosenNode(sheet, [{ when: isFirst, value: a.node }], b.node),
    size: a.size === b.size ? a.size : sheet.make('+', 'double', [a.size, b.size]),
    ulps: Math.max(a.ulps, b.ulps),
    low: pick(a.low, b.low),
    high: pick(a.high, b.high),
  };
}

function chosenNear(
  sheet: Sheet,
  rows: readonly { readonly when: SqlNode; readonly near: Near }[],
  last: Near,
): Near {
  const all = [...rows.map(({ near }) => near), last];
  const part = (side: 'node' | 'size') =>
    chosenNode(
      sheet,
      rows.map(({ when, near }) => ({ when, value: near[side] })),
      last[side],
    );
  const node = part('node');
  return {
    node,
    size: all.every((near) => near.size === near.node) ? node : part('size'),
    ulps: Math.max(...all.map(({ ulps }) => ulps)),
    low: least(...all.map(({ low }) => low)),
    high: most(...all.map(({ high }) => high)),
  };
}
