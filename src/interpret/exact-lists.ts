// Aggregates over lists of which every entry that passes is known.
import type { AggregateExpression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { isRanking } from '../types/type.ts';
import type { Exactly, Figure, Truth, Whole } from './exact.ts';
import { directOf, figureIn, figureOf, mapped, truthIn, wholeOf } from './exact.ts';
import { truthOf } from './exact-truths.ts';

// The entries that pass, with what each of them gives; undefined where any of that is open.
function entriesOf<Result>(
  { over, where }: AggregateExpression,
  of: Exactly<Result>,
): Exactly<readonly Result[]> | undefined {
  const list = directOf(over);
  const passing = where && truthOf(where);
  if (list === undefined || (where && passing === undefined)) return undefined;
  return (world, each) => {
    const found = list(world, each);
    if (found?.kind !== 'list' || found.further !== undefined) return undefined;
    const results: Result[] = [];
    for (const entry of found.entries) {
      const passes = passing ? passing(world, entry) : true;
      if (passes === undefined) return undefined;
      if (!passes) continue;
      const result = of(world, entry);
      if (result === undefined) return undefined;
      results.push(result);
    }
    return results;
  };
}

function isOverList({ over, without }: AggregateExpression): boolean {
  return without === undefined && over.type.kind === 'list' && over.kind !== 'parts';
}

/** A figure made of those of the entries. */
export function aggregateFigure(aggregate: AggregateExpression): Figure | undefined {
  if (!isOverList(aggregate) || isRanking(aggregate.type)) return undefined;
  const { function: name, of } = aggregate;
  if (name === 'count') {
    const whole: Whole | undefined = of ? wholeOf(of) : (_, each) => each;
    const entries = whole && entriesOf(aggregate, whole);
    return entries && mapped(entries, ({ length }) => Q.rational(length));
  }
  const figure: Figure | undefined = of ? figureOf(of) : (_, each) => figureIn(each);
  const entries = figure && entriesOf(aggregate, figure);
  const combine = COMBINATIONS.get(name);
  return entries && combine && mapped(entries, combine);
}

type Combination = (figures: readonly Rational[]) => Rational | undefined;

// Of none there is no mean, no smallest and no largest.
const COMBINATIONS: ReadonlyMap<AggregateExpression['function'], Combination> = new Map<
  AggregateExpression['function'],
  Combination
>([
  ['sum', Q.sum],
  ['product', (figures) => figures.reduce(Q.multiply, Q.ONE)],
  [
    'mean',
    (figures) =>
      figures.length === 0 ? undefined : Q.divide(Q.sum(figures), Q.rational(figures.length)),
  ],
  ['min', (figures) => (figures.length === 0 ? undefined : figures.reduce(Q.minimum))],
  ['max', (figures) => (figures.length === 0 ? undefined : figures.reduce(Q.maximum))],
]);

/** Whether something holds of all entries, or of any. */
export function quantified(aggregate: AggregateExpression): Truth | undefined {
  const { function: name, of } = aggregate;
  if ((name !== 'all' && name !== 'any') || !isOverList(aggregate)) return undefined;
  const truth: Truth | undefined = of
    ? truthOf(of)
    : (_, each) => (each ? truthIn(each) : undefined);
  const entries = truth && entriesOf(aggregate, truth);
  const isAll = name === 'all';
  return (
    entries && mapped(entries, (found) => (isAll ? found.every(Boolean) : found.some(Boolean)))
  );
}
