// Aggregates over lists that may be known in part: entries with unknown figures, entries that may or
// may not pass the filter, and any number of further entries.
import type { AggregateFunction, Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { End, Range } from '../types/range.ts';
import {
  EVERYTHING,
  addRanges,
  hull,
  maximumOfRanges,
  minimumOfRanges,
  point,
} from '../types/range.ts';
import { isRanking } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE, joinValues } from '../types/value.ts';
import { excludedFrom, rangeOfForm } from './bounds.ts';
import { meanRange } from './mean.ts';
import { extremeOfRanked } from './ranked.ts';
import { figureOf, readParts } from './scores.ts';
import type { World } from './world.ts';
import { quietly, worldOfEntry } from './world.ts';

type Aggregate = Extract<Expression, { kind: 'aggregate' }>;

/** What entries contribute, by how sure it is that they take part. */
interface Contributions {
  readonly certain: readonly Value[];
  readonly possible: readonly Value[];
  /** What any number of further entries may contribute. */
  readonly further: Value | undefined;
}

/** The value of an aggregate in a world. */
export function aggregateValue(aggregate: Aggregate, world: World): Value {
  const contributions = contributionsTo(aggregate, world);
  switch (aggregate.function) {
    case 'count':
      return { kind: 'number', range: countRange(contributions) };
    case 'sum':
      return { kind: 'number', range: sumRange(contributions) };
    case 'all':
      return quantifier(contributions, true);
    case 'any':
      return quantifier(contributions, false);
    case 'mean':
    case 'min':
    case 'max': {
      if (
        contributions.certain.length === 0 &&
        !isOfParts(aggregate) &&
        maybeNone(aggregate, world)
      )
        world.session.listener.problem({ kind: 'possibly-empty', expression: aggregate });
      if (aggregate.function !== 'mean' && isRanking(aggregate.type)) {
        const { certain, possible, further } = contributions;
        const open = further === undefined ? possible : [...possible, further];
        return extremeOfRanked(aggregate.function, certain, open, aggregate.type);
      }
      const range = ofSome(aggregate.function, contributions);
      return { kind: aggregate.type.kind === 'date' ? 'date' : 'number', range };
    }
    default:
      return aggregate.function satisfies never;
  }
}

function contributionsTo(aggregate: Aggregate, world: World): Contributions {
  const { over } = aggregate;
  if (over.kind === 'parts') return contributionsOfParts(aggregate, over, world);
  const list = world.session.value(over, world);
  if (list.kind !== 'list') throw new Error('an aggregate needs a list');
  return contribute(aggregate, list.entries, list.further, world);
}

// Parts are combined only where at least one of them applies.
function isOfParts({ over, where }: Aggregate): boolean {
  return over.kind === 'parts' && where === undefined;
}

// A part that may not apply is at most one entry, not any number of them.
function contributionsOfParts(
  aggregate: Aggregate,
  over: Extract<Expression, { kind: 'parts' }>,
  world: World,
): Contributions {
  const certain: Value[] = [];
  const possible: Value[] = [];
  for (const part of readParts(over, world)) {
    const given = contributionOf(aggregate, figureOf(over, part), world);
    if (given === undefined) continue;
    const isCertain = given.certain && part.certainty === 'certain';
    (isCertain ? certain : possible).push(given.value);
  }
  return { certain, possible, further: undefined };
}

function contribute(
  aggregate: Aggregate,
  entries: readonly Value[],
  further: Value | undefined,
  world: World,
): Contributions {
  const certain: Value[] = [];
  const possible: Value[] = [];
  for (const entry of entries) {
    const given = contributionOf(aggregate, entry, world);
    if (given !== undefined) (given.certain ? certain : possible).push(given.value);
  }
  const open = further && contributionOf(aggregate, further, world);
  return { certain, possible, further: open?.value };
}

function contributionOf(
  { of, where }: Aggregate,
  entry: Value,
  world: World,
): { readonly value: Value; readonly certain: boolean } | undefined {
  const { session } = world;
  const inside = worldOfEntry(world, entry);
  const summand = (at: World) => (of === undefined ? entry : session.value(of, at));
  if (where === undefined) return { value: summand(inside), certain: true };
  const passes = session.truth(where, inside);
  if (!passes.canBeTrue) return undefined;
  if (!passes.canBeFalse) return { value: summand(inside), certain: true };
  const [first, ...rest] = session.assuming(where, true, inside);
  if (first === undefined) return undefined;
  return {
    value: rest.reduce((joined, at) => joinValues(joined, summand(at)), summand(first)),
    certain: false,
  };
}

function rangeIn(value: Value): Range {
  if (value.kind !== 'number' && value.kind !== 'date')
    throw new Error('an aggregate needs numbers here');
  return value.range;
}

const NONE = point(Q.ZERO);
const ZERO_END: End = { value: Q.ZERO, open: false };

function countRange({ certain, possible, further }: Contributions): Range {
  const least = Q.rational(certain.length);
  const most = Q.rational(certain.length + possible.length);
  if (further === undefined && possible.length === 0) return point(least);
  const high = further === undefined ? { value: most, open: false } : undefined;
  return { low: { value: least, open: false }, high, integer: true };
}

function sumRange({ certain, possible, further }: Contributions): Range {
  let total = certain.map(rangeIn).reduce(addRanges, NONE);
  for (const value of possible) total = addRanges(total, hull(rangeIn(value), NONE));
  return further === undefined ? total : addRanges(total, anyNumberOf(rangeIn(further)));
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

function quantifier({ certain, possible, further }: Contributions, all: boolean): Value {
  let sure = true;
  const deciding = (value: Value) =>
    value.kind === 'boolean' && (all ? value.canBeFalse : value.canBeTrue);
  const settled = (value: Value) =>
    value.kind === 'boolean' && !(all ? value.canBeTrue : value.canBeFalse);
  for (const value of certain) {
    if (settled(value)) return all ? FALSE : TRUE;
    if (deciding(value)) sure = false;
  }
  const others = further === undefined ? possible : [...possible, further];
  if (others.some(deciding)) sure = false;
  if (sure) return all ? TRUE : FALSE;
  return { kind: 'boolean', canBeTrue: true, canBeFalse: true };
}

// A guard may have said that entries exist which nothing shows one by one.
function maybeNone(aggregate: Aggregate, world: World): boolean {
  const { session } = world;
  return quietly(session, () => {
    const type = {
      kind: 'number',
      unit: { dimensions: new Map<string, number>(), scale: Q.ONE, label: '' },
      integer: true,
    } as const;
    const count = session.atoms.formOf({ ...aggregate, function: 'count', of: undefined, type });
    const range = rangeOfForm(count, world);
    const none = range.low === undefined || Q.signOf(range.low.value) <= 0;
    return none && !excludedFrom(count, world).some((figure) => Q.signOf(figure) === 0);
  });
}

// Of entries that exist; where none certainly does, of those that may.
function ofSome(
  name: Extract<AggregateFunction, 'mean' | 'min' | 'max'>,
  contributions: Contributions,
): Range {
  const certain = contributions.certain.map(rangeIn);
  const possible = contributions.possible.map(rangeIn);
  const further = contributions.further && rangeIn(contributions.further);
  if (name === 'mean') return meanRange(certain, possible, further);
  const others = further === undefined ? possible : [...possible, further];
  const pick = name === 'min' ? minimumOfRanges : maximumOfRanges;
  const [first, ...rest] = certain.length > 0 ? certain : others;
  if (first === undefined) return EVERYTHING;
  if (certain.length === 0) return rest.reduce(hull, first);
  const sure = rest.reduce(pick, first);
  return others.reduce((range, other) => hull(range, pick(range, other)), sure);
}
