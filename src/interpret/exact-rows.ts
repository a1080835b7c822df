// Decision lists and tier tables where everything is known: which row fires, found by looking at the
// rows in turn, and what it gives.
import type {
  ComparisonOperator,
  DecisionExpression,
  Expression,
  TierMatch,
  TiersExpression,
} from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Value } from '../types/value.ts';
import type { Exactly, Place, Whole } from './exact.ts';
import { all, figureIn, figureOf, isFigure, madeOf, wholeOf } from './exact.ts';
import { truthOf, wordOf } from './exact-truths.ts';
import { holds } from './truth.ts';
import type { World } from './world.ts';

/** The row of a table that fires, where that and what it gives are known. */
export interface Fired {
  readonly index: number;
  readonly value: Value;
  /** What a tier table looked up. */
  readonly subject: Value | undefined;
}

/** The row of a table that fires, by its place, and what it gives, where all of that is known. */
export function exactlyFired(
  list: DecisionExpression | TiersExpression,
  world: World,
): Fired | undefined {
  if (world.outer !== undefined || world.asker !== undefined) return undefined;
  let table = tables.get(list);
  if (table === undefined) tables.set(list, (table = tableOf(list)));
  const { subject: lookUp, row, place, results } = table;
  const subject = lookUp?.(world, undefined);
  const at = figureIn(subject);
  const index = row ? at && row(at, world, undefined) : place?.(world, undefined);
  if (index === undefined) return undefined;
  const value = results[index]?.(world, undefined);
  return value && { index, value, subject };
}

/** A table ready to be asked: the row for a figure that is looked up first, or the row outright. */
interface Table {
  readonly subject: Whole | undefined;
  readonly row: RowAt | undefined;
  readonly place: Place | undefined;
  readonly results: readonly (Whole | undefined)[];
}

const tables = new WeakMap<Expression, Table>();

function tableOf(list: DecisionExpression | TiersExpression): Table {
  const row = list.kind === 'tiers' && isFigure(list.subject) ? rowAt(list) : undefined;
  return {
    subject: list.kind === 'tiers' && row ? wholeOf(list.subject) : undefined,
    row,
    place: row ? undefined : placeOf(list),
    results: resultsOf(list).map(wholeOf),
  };
}

/** What a table gives, each row made by `make`. */
export function rowsOf<Result>(
  list: Expression,
  make: (expression: Expression) => Exactly<Result> | undefined,
): Exactly<Result> | undefined {
  if (list.kind !== 'decision' && list.kind !== 'tiers') return undefined;
  const place = placeOf(list);
  const results = all(resultsOf(list).map(make));
  return (
    place &&
    results &&
    ((world, each) => {
      const index = place(world, each);
      return index === undefined ? undefined : results[index]?.(world, each);
    })
  );
}

// `otherwise` last.
function resultsOf(list: DecisionExpression | TiersExpression): readonly Expression[] {
  const rows = list.rows.map(({ value }) => value);
  return list.otherwise ? [...rows, list.otherwise] : rows;
}

function placeOf(list: DecisionExpression | TiersExpression): Place | undefined {
  const known = madeOf(list);
  if (known.place === 'not-made')
    known.place = list.kind === 'decision' ? decided(list) : looked(list);
  return known.place;
}

function decided({ rows, otherwise }: DecisionExpression): Place | undefined {
  const conditions = all(rows.map(({ condition }) => truthOf(condition)));
  const last = otherwise ? rows.length : undefined;
  return (
    conditions &&
    ((world, each) => {
      for (let index = 0; index < conditions.length; index++) {
        const truth = conditions[index]?.(world, each);
        if (truth === undefined) return undefined;
        if (truth) return index;
      }
      return last;
    })
  );
}

// The subject is looked at once, then row by row.
function looked(tiers: TiersExpression): Place | undefined {
  const { subject, rows, otherwise } = tiers;
  const last = otherwise ? rows.length : undefined;
  if (isFigure(subject)) {
    const figure = figureOf(subject);
    const row = rowAt(tiers);
    return (
      figure &&
      row &&
      ((world, each) => {
        const at = figure(world, each);
        return at && row(at, world, each);
      })
    );
  }
  const word = wordOf(subject);
  const tests = all(rows.map(({ match }) => wordTest(match)));
  return (
    word &&
    tests &&
    ((world, each) => {
      const at = word(world, each);
      return at === undefined ? undefined : firstRow(tests, at, last, world, each);
    })
  );
}

type RowAt = (at: Rational, world: World, each: Value | undefined) => number | undefined;

const rowsAt = new WeakMap<TiersExpression, RowAt | 'unknown'>();

// The row for a figure that has been looked up.
function rowAt(tiers: TiersExpression): RowAt | undefined {
  let known = rowsAt.get(tiers);
  if (known === undefined) {
    const tests = all(tiers.rows.map(({ match }) => figureTest(match)));
    const last = tiers.otherwise ? tiers.rows.length : undefined;
    known = tests
      ? (at, world, each) => firstRow(tests, at, last, world, each)
      : ('unknown' as const);
    rowsAt.set(tiers, known);
  }
  return known === 'unknown' ? undefined : known;
}

type Test<Subject> = (at: Subject, world: World, each: Value | undefined) => boolean | undefined;

function firstRow<Subject>(
  tests: readonly Test<Subject>[],
  at: Subject,
  last: number | undefined,
  world: World,
  each: Value | undefined,
): number | undefined {
  for (let index = 0; index < tests.length; index++) {
    const truth = tests[index]?.(at, world, each);
    if (truth === undefined) return undefined;
    if (truth) return index;
  }
  return last;
}

function figureTest(match: TierMatch): Test<Rational> | undefined {
  const isAny = match.kind === 'values';
  const parts = all(
    isAny
      ? match.values.map((limit) => comparison('=', limit))
      : match.bounds.map(({ operator, limit }) => comparison(operator, limit)),
  );
  return (
    parts &&
    ((at, world, each) => {
      for (const part of parts) {
        const truth = part(at, world, each);
        if (truth === undefined || truth === isAny) return truth;
      }
      return !isAny;
    })
  );
}

function comparison(operator: ComparisonOperator, limit: Expression): Test<Rational> | undefined {
  const figure = figureOf(limit);
  return (
    figure &&
    ((at, world, each) => {
      const to = figure(world, each);
      return to && holds(operator, Q.compare(at, to));
    })
  );
}

function wordTest(match: TierMatch): Test<string> | undefined {
  if (match.kind !== 'values') return undefined;
  const words = all(match.values.map(wordOf));
  return (
    words &&
    ((at, world, each) => {
      for (const word of words) {
        const to = word(world, each);
        if (to === undefined || to === at) return to === undefined ? undefined : true;
      }
      return false;
    })
  );
}
