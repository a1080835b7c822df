// Aggregates over lists and cohorts that may be known in part: entries with unknown figures, entries
// that may or may not pass the filter, and any number of further entries.
import type { AggregateExpression, Expression, RankExpression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { point } from '../types/range.ts';
import { isRanking } from '../types/type.ts';
import type { Value } from '../types/value.ts';
import { FALSE, TRUE } from '../types/value.ts';
import { contributionsOfEntries, joinedIn } from './contribution.ts';
import { maybeNone } from './cuts.ts';
import type { MemberValue } from './environment.ts';
import { figureRange } from './figures.ts';
import { memberValues, workedOutOnce } from './members.ts';
import { placeRange } from './place.ts';
import { extremeOfRanked } from './ranked.ts';
import { figureOf, readParts } from './scores.ts';
import type { World } from './world.ts';
import { worldOfEntry } from './world.ts';

type Aggregate = AggregateExpression;

/** What entries contribute, by how sure it is that they take part. */
interface Contributions {
  readonly certain: readonly Value[];
  readonly possible: readonly Value[];
  /** What any number of further entries may contribute. */
  readonly further: Value | undefined;
}

/** The value of an aggregate in a world. */
export function aggregateValue(aggregate: Aggregate, world: World): Value {
  if (aggregate.over.kind !== 'cohort')
    return valueFrom(aggregate, entryContributions(aggregate, world), world);
  return workedOutOnce(aggregate, world, (asker) =>
    valueFrom(aggregate, memberContributions(aggregate, asker), asker),
  );
}

function valueFrom(aggregate: Aggregate, contributions: Contributions, world: World): Value {
  switch (aggregate.function) {
    case 'count':
      return { kind: 'number', range: countRange(contributions) };
    case 'all':
      return quantifier(contributions, true);
    case 'any':
      return quantifier(contributions, false);
    case 'sum':
    case 'product':
    case 'mean':
    case 'min':
    case 'max':
    case 'median':
    case 'variance':
    case 'quantile': {
      if (isExtreme(aggregate.function) && isRanking(aggregate.type)) {
        const { certain, possible, further } = contributions;
        if (certain.length === 0 && maybeNone(aggregate, 0, world))
          world.session.listener.problem({ kind: 'possibly-empty', expression: aggregate });
        const open = further === undefined ? possible : [...possible, further];
        return extremeOfRanked(aggregate.function, certain, open, aggregate.type);
      }
      const figures = {
        certain: contributions.certain.map(rangeIn),
        possible: contributions.possible.map(rangeIn),
        further: contributions.further && rangeIn(contributions.further),
      };
      const range = figureRange(aggregate, figures, world);
      return { kind: aggregate.type.kind === 'date' ? 'date' : 'number', range };
    }
    default:
      return aggregate.function satisfies never;
  }
}

function isExtreme(name: Aggregate['function']): name is 'min' | 'max' {
  return name === 'min' || name === 'max';
}

function entryContributions(aggregate: Aggregate, world: World): Contributions {
  const { over } = aggregate;
  if (over.kind === 'parts') return contributionsOfParts(aggregate, over, world);
  const list = world.session.value(over, world);
  if (list.kind !== 'list') throw new Error('an aggregate needs a list');
  const contribution = contributionsOfEntries(aggregate, world);
  const found: { readonly value: Value; readonly certain: boolean }[] = [];
  for (const entry of list.entries) {
    const given = contribution(entry);
    if (given) found.push(given);
  }
  return sorted(found, list.further && contribution(list.further)?.value);
}

// A part that may not apply is at most one entry, not any number of them.
function contributionsOfParts(
  aggregate: Aggregate,
  over: Extract<Expression, { kind: 'parts' }>,
  world: World,
): Contributions {
  const found = readParts(over, world).flatMap((part) => {
    const entry = figureOf(over, part);
    const given = joinedIn(aggregate.of, aggregate.where, worldOfEntry(world, entry));
    if (given === undefined) return [];
    const certain = given.certain && part.certainty === 'certain';
    return [{ value: given.value ?? entry, certain }];
  });
  return sorted(found, undefined);
}

function memberContributions(aggregate: Aggregate, world: World): Contributions {
  const { members, further } = memberValues(aggregate, world);
  return sorted(members.map(counted), further && counted(further).value);
}

// Where only their number counts, what they contribute does not matter.
function counted({ value, certain }: MemberValue): { value: Value; certain: boolean } {
  return { value: value ?? TRUE, certain };
}

function sorted(
  found: readonly { readonly value: Value; readonly certain: boolean }[],
  further: Value | undefined,
): Contributions {
  const certain: Value[] = [];
  const possible: Value[] = [];
  for (const one of found) (one.certain ? certain : possible).push(one.value);
  return { certain, possible, further };
}

/** The place of a department among its cohort. */
export function rankValue(rank: RankExpression, world: World): Value {
  const { members, further } = memberValues(rank, world);
  const rangeOf = ({ value }: MemberValue) => rangeIn(value ?? TRUE);
  const rivals = members.filter(({ isOwn }) => !isOwn);
  const own = members.find(({ isOwn }) => isOwn);
  if (own === undefined) throw new Error('a department has no place where it is not counted');
  const range = placeRange(
    rangeOf(own),
    {
      certain: rivals.filter(({ certain }) => certain).map(rangeOf),
      possible: rivals.filter(({ certain }) => !certain).map(rangeOf),
      further: further && rangeOf(further),
    },
    rank.order,
    rank.ties,
  );
  return { kind: 'number', range };
}

function rangeIn(value: Value): Range {
  if (value.kind !== 'number' && value.kind !== 'date')
    throw new Error('an aggregate needs numbers here');
  return value.range;
}

function countRange({ certain, possible, further }: Contributions): Range {
  const least = Q.rational(certain.length);
  const most = Q.rational(certain.length + possible.length);
  if (further === undefined && possible.length === 0) return point(least);
  const high = further === undefined ? { value: most, open: false } : undefined;
  return { low: { value: least, open: false }, high, integer: true };
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
