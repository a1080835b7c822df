// How many figures an aggregate takes in and leaves out, as far as the world knows.
import type { AggregateExpression, Expression } from '../model/expression.ts';
import { countOf } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { excludedFrom, rangeOfForm } from './bounds.ts';
import { constantForm, subtractForms } from './linear-form.ts';
import type { LinearForm } from './linear-form.ts';
import { isMetBySome } from './met-by-some.ts';
import type { Sample } from './positions.ts';
import { openRows } from './rows.ts';
import type { World } from './world.ts';
import { quietly } from './world.ts';

/** How many of the highest and lowest figures are left out. */
export interface Cut {
  readonly highest: number;
  readonly lowest: number;
}

/** More possible numbers than these are not gone through one by one. */
const MOST_CUTS = 20;

/** Every number that may be left out; undefined where there are too many. */
export function cutsOf(aggregate: AggregateExpression, world: World): readonly Cut[] | undefined {
  const highest = numbersOf(aggregate, aggregate.without?.highest, world);
  const lowest = numbersOf(aggregate, aggregate.without?.lowest, world);
  return (
    highest && lowest?.flatMap((low) => highest.map((high) => ({ highest: high, lowest: low })))
  );
}

function numbersOf(
  aggregate: AggregateExpression,
  number: Expression | undefined,
  world: World,
): readonly number[] | undefined {
  if (number === undefined) return [0];
  const value = world.session.value(number, world);
  if (value.kind !== 'number') throw new Error('a number was expected here');
  const { low, high } = value.range;
  if (low === undefined || Q.signOf(low.value) < 0)
    world.session.listener.problem({ kind: 'trimming-negative', expression: aggregate });
  const first = low === undefined ? Q.ZERO : Q.maximum(low.value, Q.ZERO);
  if (high === undefined) return undefined;
  const most = Q.subtract(high.value, first);
  if (Q.compare(most, Q.rational(MOST_CUTS)) > 0) return undefined;
  const numbers: number[] = [];
  for (let next = Q.ceiling(first); Q.compare(next, high.value) <= 0; next = Q.add(next, Q.ONE))
    numbers.push(Number(next.n));
  return numbers;
}

/** How many figures may take part, by what is known of each and of their number. */
export function countBounds(
  aggregate: AggregateExpression,
  { certain, possible }: Sample,
  world: World,
): { readonly least: number; readonly most: number } {
  const [least, most] = [certain.length, certain.length + possible.length];
  if (least === most) return { least, most };
  const { low, high } = quietly(world.session, () =>
    rangeOfForm(world.session.atoms().formOf(countOf(aggregate)), world),
  );
  return {
    least:
      low && Q.compare(low.value, Q.rational(least)) > 0 ? Number(Q.ceiling(low.value).n) : least,
    most:
      high && Q.compare(high.value, Q.rational(most)) < 0 ? Number(Q.floor(high.value).n) : most,
  };
}

/** Whether nothing may be left. A guard may have said that entries exist which nothing shows alone. */
export function maybeNone(aggregate: AggregateExpression, certain: number, world: World): boolean {
  const { highest, lowest } = aggregate.without ?? {};
  const cut = Q.add(mostOf(highest, world), mostOf(lowest, world));
  if (Q.compare(Q.rational(certain), cut) > 0) return false;
  if (Q.signOf(cut) === 0 && quietly(world.session, () => isMetBySome(aggregate, world)))
    return false;
  return quietly(world.session, () =>
    [highest, lowest]
      .reduce((worlds, part) => worlds.flatMap((open) => worldsOfRows(part, open)), [world])
      .some((open) => maybeNoneIn(aggregate, open)),
  );
}

// How many are left out often goes by how many there are: each row of such a table is a case.
function worldsOfRows(number: Expression | undefined, world: World): readonly World[] {
  if (number?.kind === 'let') {
    const definition = world.session.environment.lets.get(number.id);
    return worldsOfRows(definition?.value, world);
  }
  if (number?.kind !== 'decision' && number?.kind !== 'tiers') return [world];
  return openRows(number, world).flatMap((row) => row.worlds);
}

/** How many figures are left; below 0 where more would be left out than there are. */
export function leftRange(aggregate: AggregateExpression, world: World): Range {
  return rangeOfForm(leftOf(aggregate, world), world);
}

function leftOf(aggregate: AggregateExpression, world: World): LinearForm {
  const { highest, lowest } = aggregate.without ?? {};
  const { formOf } = world.session.atoms();
  const cut = (part: Expression | undefined): LinearForm =>
    part ? formOf(part) : constantForm(Q.ZERO);
  const count = formOf(countOf(aggregate));
  return subtractForms(subtractForms(count, cut(highest)), cut(lowest));
}

function maybeNoneIn(aggregate: AggregateExpression, world: World): boolean {
  const left = leftOf(aggregate, world);
  const range = rangeOfForm(left, world);
  const least = range.low === undefined ? -1 : Q.signOf(range.low.value);
  // That it is not 0 says nothing where more may be left out than there are.
  return least < 0 || (least === 0 && !excludedFrom(left, world).some(isZero));
}

function isZero(figure: Rational): boolean {
  return Q.signOf(figure) === 0;
}

// The highest number that an expression can be; where it has no end, more than any list is long.
function mostOf(number: Expression | undefined, world: World): Rational {
  if (number === undefined) return Q.ZERO;
  const value = quietly(world.session, () => world.session.value(number, world));
  const high = value.kind === 'number' ? value.range.high : undefined;
  return high === undefined ? ENDLESS : high.value;
}

const ENDLESS = Q.rational(Number.MAX_SAFE_INTEGER);
