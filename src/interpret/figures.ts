// Sums, means, medians and the like of figures that may be known in part, with the highest and lowest
// left out where the author says so.
import type { AggregateExpression, AggregateFunction } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import {
  EVERYTHING,
  addRanges,
  between,
  hull,
  intersect,
  maximumOfRanges,
  minimumOfRanges,
  multiplyRanges,
  point,
  pointOf,
  scaleRange,
} from '../types/range.ts';
import { countBounds, cutsOf, leftRange, maybeNone } from './cuts.ts';
import { meanRange } from './mean.ts';
import type { Sample } from './positions.ts';
import { positions } from './positions.ts';
import { varianceRange } from './spread.ts';
import type { World } from './world.ts';
import { quietly } from './world.ts';

type FigureFunction = Exclude<AggregateFunction, 'count' | 'all' | 'any'>;

/** Figures by how sure it is that they take part. */
export interface Figures extends Sample {
  /** What any number of further entries may contribute. */
  readonly further: Range | undefined;
}

/** The range of an aggregate of figures; tells the world where there may be nothing to aggregate. */
export function figureRange(aggregate: AggregateExpression, figures: Figures, world: World): Range {
  const name = aggregate.function as FigureFunction;
  const { without } = aggregate;
  // Parts are combined only where at least one of them applies.
  const isOfParts = aggregate.over.kind === 'parts' && aggregate.where === undefined;
  const needsSome = name !== 'sum' && (without !== undefined || (!isOfParts && name !== 'product'));
  if (needsSome && maybeNone(aggregate, figures.certain.length, world))
    world.session.listener.problem({ kind: 'possibly-empty', expression: aggregate });
  if (without === undefined) {
    if (name === 'sum') return sumRange(figures);
    if (name === 'product') return productRange(figures);
    if (name === 'mean') return meanRange(figures.certain, figures.possible, figures.further);
    if (name === 'min' || name === 'max') return extremeRange(name, figures);
  }
  const cuts = cutsOf(aggregate, world);
  if (figures.further || cuts === undefined) {
    const loose = looseRange(name, figures);
    return name === 'sum'
      ? (intersect(loose, fewTimes(figures, aggregate, world)) ?? loose)
      : loose;
  }
  const bounds = countBounds(aggregate, figures, world);
  const share = aggregate.at && pointOfShare(aggregate, world);
  const nearest = aggregate.at?.reading === 'nearest';
  const found: Range[] = [];
  for (let count = bounds.least; count <= bounds.most; count++) {
    const inOrder = positions(figures, count - figures.certain.length);
    for (const { highest, lowest } of cuts) {
      const left = inOrder.slice(lowest, Math.max(count - highest, lowest));
      if (left.length > 0) found.push(rangeAtPlaces(name, left, share, nearest));
      else if (name === 'sum') found.push(NONE);
    }
  }
  const [first, ...rest] = found;
  return first === undefined ? EVERYTHING : rest.reduce(hull, first);
}

function pointOfShare({ at }: AggregateExpression, world: World): Rational | undefined {
  const value = at && world.session.value(at.share, world);
  return value?.kind === 'number' ? pointOf(value.range) : undefined;
}

// Of figures in order, each known by range.
function rangeAtPlaces(
  name: FigureFunction,
  places: readonly Range[],
  share: Rational | undefined,
  nearest: boolean,
): Range {
  switch (name) {
    case 'sum':
      return places.reduce(addRanges);
    case 'mean':
      return scaleRange(places.reduce(addRanges), Q.rational(1, places.length));
    case 'min':
      return at(places, 0);
    case 'max':
      return at(places, places.length - 1);
    case 'product':
      return places.reduce(multiplyRanges);
    case 'variance':
      return varianceRange(places);
    case 'median':
      return quantileRange(places, Q.rational(1, 2), false);
    case 'quantile':
      return share === undefined ? places.reduce(hull) : quantileRange(places, share, nearest);
    default:
      return name satisfies never;
  }
}

function at(places: readonly Range[], index: number): Range {
  const found = places[index];
  if (found === undefined) throw new Error('a place was asked for that no figure takes');
  return found;
}

function quantileRange(places: readonly Range[], share: Rational, nearest: boolean): Range {
  if (nearest) {
    const place = Q.ceiling(Q.multiply(share, Q.rational(places.length)));
    return at(places, Math.max(Number(place.n) - 1, 0));
  }
  const exact = Q.multiply(share, Q.rational(places.length - 1));
  const below = Q.floor(exact);
  const weight = Q.subtract(exact, below);
  const low = at(places, Number(below.n));
  if (Q.signOf(weight) === 0) return low;
  const high = at(places, Number(below.n) + 1);
  return addRanges(scaleRange(low, Q.subtract(Q.ONE, weight)), scaleRange(high, weight));
}

const NONE = point(Q.ZERO);
const NOTHING = point(Q.ONE);
const ZERO_END: End = { value: Q.ZERO, open: false };
const ONE_END: End = { value: Q.ONE, open: false };

// A sum of as many figures as are left.
function fewTimes(
  { certain, possible, further }: Figures,
  aggregate: AggregateExpression,
  world: World,
): Range {
  const all = [...certain, ...possible, ...(further ? [further] : [])];
  const [first, ...rest] = all;
  if (first === undefined) return NONE;
  const left = quietly(world.session, () => leftRange(aggregate, world));
  const atLeastNone = intersect(left, { low: ZERO_END, high: undefined, integer: true });
  return hull(NONE, multiplyRanges(atLeastNone ?? NONE, rest.reduce(hull, first)));
}

function sumRange({ certain, possible, further }: Figures): Range {
  let total = certain.reduce(addRanges, NONE);
  for (const range of possible) total = addRanges(total, hull(range, NONE));
  return further === undefined ? total : addRanges(total, anyNumberOf(further));
}

// The sums of none, one, two … members.
function anyNumberOf(range: Range): Range {
  const canFall = range.low === undefined || Q.signOf(range.low.value) < 0;
  const canRise = range.high === undefined || Q.signOf(range.high.value) > 0;
  return {
    low: canFall ? undefined : ZERO_END,
    high: canRise ? undefined : ZERO_END,
    integer: range.integer,
  };
}

function productRange({ certain, possible, further }: Figures): Range {
  let product = certain.reduce(multiplyRanges, NOTHING);
  for (const range of possible) product = multiplyRanges(product, hull(range, NOTHING));
  return further === undefined ? product : multiplyRanges(product, anyPower(further));
}

// The products of none, one, two … members.
function anyPower(range: Range): Range {
  const { low, high, integer } = range;
  if (low === undefined || Q.signOf(low.value) < 0) return EVERYTHING;
  const canFall = Q.compare(low.value, Q.ONE) < 0;
  const canRise = high === undefined || Q.compare(high.value, Q.ONE) > 0;
  return {
    low: canFall ? ZERO_END : ONE_END,
    high: canRise ? undefined : ONE_END,
    integer,
  };
}

// Of entries that exist; where none certainly does, of those that may.
function extremeRange(name: 'min' | 'max', { certain, possible, further }: Figures): Range {
  const others = further === undefined ? possible : [...possible, further];
  const pick = name === 'min' ? minimumOfRanges : maximumOfRanges;
  const [first, ...rest] = certain.length > 0 ? certain : others;
  if (first === undefined) return EVERYTHING;
  if (certain.length === 0) return rest.reduce(hull, first);
  const sure = rest.reduce(pick, first);
  return others.reduce((range, other) => hull(range, pick(range, other)), sure);
}

// Where any number of figures may take part, or be left out: what holds for every such choice.
function looseRange(name: FigureFunction, { certain, possible, further }: Figures): Range {
  const all = [...certain, ...possible, ...(further ? [further] : [])];
  const [first, ...rest] = all;
  if (first === undefined) return EVERYTHING;
  const span = rest.reduce(hull, first);
  switch (name) {
    case 'mean':
    case 'median':
    case 'quantile':
      return { ...span, integer: false };
    case 'min':
    case 'max':
      return span;
    case 'sum':
      return anyNumberOf(span);
    case 'product':
      return anyPower(span);
    case 'variance': {
      const { low, high } = span;
      const width = low && high && Q.subtract(high.value, low.value);
      const most = width && Q.divide(Q.multiply(width, width), Q.rational(4));
      return between(ZERO_END, most && { value: most, open: false }) ?? EVERYTHING;
    }
    default:
      return name satisfies never;
  }
}
