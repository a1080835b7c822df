// Aggregates over lists of fixed length, and over the parts of a node, written out entry by entry.
import type { AggregateExpression } from '../../model/expression.ts';
import { rational } from '../../number/rational.ts';
import { isRanking } from '../../types/type.ts';
import { compareFigures } from './decide.ts';
import { extremeWord } from './call.ts';
import type { Figure } from './figure.ts';
import { constant, minus, over, times, total } from './figure.ts';
import type { Entry, Meaning, Scope } from './meaning.ts';
import { meaningOf, truthOf } from './meaning.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { joinTruths, notNode, settled, truthNode } from './sheet.ts';
import { columnWhole } from './whole.ts';

/** What an aggregate gives. */
export function aggregateMeaning(aggregate: AggregateExpression, scope: Scope): Meaning {
  const { sheet } = scope;
  if (aggregate.over.kind === 'cohort') return scope.refuse(aggregate, 'cohort');
  if (aggregate.without) return scope.refuse(aggregate, 'order');
  const list = meaningOf(aggregate.over, scope);
  if (list.kind !== 'list') return scope.refuse(aggregate, 'list');
  const entries = list.entries.map((entry) => contribution(aggregate, entry, scope));
  const name = aggregate.function;
  const figure = (made: Figure): Meaning => ({ kind: 'figure', figure: made });
  const where = (entry: Entry, then: Figure, otherwise: bigint) =>
    chosenFigure(entry.there, then, constant(rational(otherwise)));
  const count = () => total(entries.map((entry) => where(entry, constant(rational(1)), 0n)));
  const sum = () => total(entries.map((entry) => where(entry, figureIn(entry), 0n)));
  switch (name) {
    case 'count':
      return figure(count());
    case 'sum':
      return figure(sum());
    case 'mean':
      return figure(over(sum(), count()));
    case 'variance': {
      const mean = over(sum(), count());
      const squares = entries.map((entry) => {
        const off = minus(figureIn(entry), mean);
        return where(entry, times(off, off), 0n);
      });
      return figure(over(total(squares), count()));
    }
    case 'product':
      return figure(
        entries
          .map((entry) => where(entry, figureIn(entry), 1n))
          .reduce(times, constant(rational(1))),
      );
    case 'min':
    case 'max': {
      if (!isRanking(aggregate.type)) return figure(extremeOf(sheet, name, entries));
      const words = entries.flatMap(({ meaning }) =>
        meaning.kind === 'word' ? [meaning.node] : [],
      );
      if (entries.some(({ there }) => settled(there) !== true) || words.length === 0)
        return scope.refuse(aggregate, 'order');
      return { kind: 'word', node: extremeWord(sheet, name, words, aggregate.type.values) };
    }
    case 'all':
      return {
        kind: 'truth',
        node: joinTruths(
          sheet,
          'and',
          entries.map((entry) =>
            joinTruths(sheet, 'or', [notNode(sheet, entry.there), truthIn(entry, sheet)]),
          ),
        ),
      };
    case 'any':
      return {
        kind: 'truth',
        node: joinTruths(
          sheet,
          'or',
          entries.map((entry) => joinTruths(sheet, 'and', [entry.there, truthIn(entry, sheet)])),
        ),
      };
    case 'median':
    case 'quantile':
      return scope.refuse(aggregate, 'order');
    default:
      return name satisfies never;
  }
}

// What an entry contributes, and whether it passes the filter.
function contribution({ of, where }: AggregateExpression, entry: Entry, scope: Scope): Entry {
  const inner: Scope = { ...scope, each: entry.meaning };
  const there = where
    ? joinTruths(scope.sheet, 'and', [entry.there, truthOf(where, inner)])
    : entry.there;
  return { there, meaning: of ? meaningOf(of, inner) : entry.meaning };
}

function figureIn({ meaning }: Entry): Figure {
  return meaning.kind === 'figure' ? meaning.figure : constant(rational(0));
}

function truthIn({ meaning }: Entry, sheet: Sheet): SqlNode {
  return meaning.kind === 'truth' ? meaning.node : truthNode(sheet, false);
}

function chosenFigure(when: SqlNode, then: Figure, otherwise: Figure): Figure {
  const known = settled(when);
  if (known !== undefined) return known ? then : otherwise;
  return { kind: 'chosen', rows: [{ when, figure: then }], otherwise };
}

/** The least or the largest of those that are there; unknown where none is. */
export function extremeOf(sheet: Sheet, name: 'min' | 'max', entries: readonly Entry[]): Figure {
  const nothing = columnWhole(sheet.make('null', sheet.small, []), 0n, 0n);
  let found: Figure = { kind: 'steps', whole: nothing, step: rational(1) };
  let some = truthNode(sheet, false);
  for (const entry of entries) {
    const figure = figureIn(entry);
    const when = joinTruths(sheet, 'or', [
      notNode(sheet, some),
      settled(some) === false
        ? truthNode(sheet, true)
        : compareFigures(sheet, name === 'min' ? '<' : '>', figure, found),
    ]);
    found = chosenFigure(joinTruths(sheet, 'and', [entry.there, when]), figure, found);
    some = joinTruths(sheet, 'or', [some, entry.there]);
  }
  return found;
}
