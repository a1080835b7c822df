// `sum of E over L where C` and its siblings, and the lists and records they look at.
import type { Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import * as Q from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type { NumberType, Type } from '../types/type.ts';
import { BOOLEAN, INTEGER, isRanking } from '../types/type.ts';
import { joinAll } from './agree.ts';
import { entryScope } from './scope.ts';
import type { Expected, Typing } from './typing.ts';
import { fixedFigure, isNumeric, mistake, typeCondition } from './typing.ts';

type Node<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

export function typeAggregate(typing: Typing, aggregate: Node<'aggregate'>): Expression {
  const { span } = aggregate;
  const over = typing.type(aggregate.over);
  if (over.type.kind === 'error') return mistake(span);
  if (over.type.kind !== 'list') {
    typing.report.say('not-a-list', over.span, { found: over.type });
    return mistake(span);
  }
  const inside = typing.within(entryScope(typing.scope, over.type.of));
  const where = aggregate.where && typeCondition(inside, aggregate.where);
  const kind = aggregate.function;
  const shared = { kind: 'aggregate', function: kind, over, span } as const;
  switch (kind) {
    case 'count': {
      // `count of C over L` counts the entries for which C holds.
      const counted = aggregate.of && typeCondition(inside, aggregate.of);
      return { ...shared, of: undefined, where: both(counted, where, span), type: INTEGER };
    }
    case 'all':
    case 'any': {
      const of = aggregate.of && typeCondition(inside, aggregate.of);
      if (!of && over.type.of.kind !== 'boolean') {
        typing.report.say('not-a-condition', over.span, { found: over.type.of });
        return mistake(span);
      }
      return { ...shared, of, where, type: BOOLEAN };
    }
    case 'sum':
    case 'mean':
    case 'min':
    case 'max': {
      const of = aggregate.of && inside.type(aggregate.of);
      const figures = of ?? { ...over, type: over.type.of };
      if ((kind === 'min' || kind === 'max') && isRanking(figures.type))
        return { ...shared, of, where, type: figures.type };
      if (!isNumeric(typing, figures) || figures.type.kind !== 'number') return mistake(span);
      const type: NumberType = {
        ...figures.type,
        integer: figures.type.integer && kind !== 'mean',
      };
      return { ...shared, of, where, type };
    }
    default:
      return kind satisfies never;
  }
}

function both(
  a: Expression | undefined,
  b: Expression | undefined,
  span: Span,
): Expression | undefined {
  if (!a || !b) return a ?? b;
  return { kind: 'logic', operator: 'and', left: a, right: b, type: BOOLEAN, span };
}

/** `L[1]`: entries count from 1, and the entry must be sure to exist. */
export function typeEntry(typing: Typing, { of, index, span }: Node<'entry'>): Expression {
  const list = typing.type(of);
  const typed = typing.type(index);
  if (list.type.kind === 'error') return mistake(span);
  if (list.type.kind !== 'list') {
    typing.report.say('not-a-list', list.span, { found: list.type });
    return mistake(span);
  }
  if (!isNumeric(typing, typed)) return mistake(span);
  const figure = fixedFigure(typing, typed, 'index');
  if (figure === undefined) return mistake(span);
  const { least } = list.type;
  if (!Q.isInteger(figure) || figure.n < 1n || figure.n > BigInt(least)) {
    typing.report.say('index-outside-list', typed.span, { least });
    return mistake(span);
  }
  return { kind: 'entry', of: list, index: Number(figure.n), type: list.type.of, span };
}

export function typeList(
  typing: Typing,
  { entries, span }: Node<'list'>,
  expected: Expected,
): Expression {
  const wanted = typeof expected === 'object' && expected.kind === 'list' ? expected.of : undefined;
  if (entries.length === 0) {
    typing.report.say('empty-list', span, {});
    return mistake(span);
  }
  const { values, type } = joinAll(
    typing,
    entries.map((entry) => typing.type(entry, wanted)),
  );
  if (type.kind === 'error') return mistake(span);
  if (type.kind === 'list') {
    typing.report.say('type-nested', span, {});
    return mistake(span);
  }
  return {
    kind: 'list',
    entries: values,
    type: { kind: 'list', of: type, least: entries.length, most: entries.length },
    span,
  };
}

export function typeRecord(
  typing: Typing,
  { fields, span }: Node<'record'>,
  expected: Expected,
): Expression {
  const wanted =
    typeof expected === 'object' && expected.kind === 'record' ? expected.fields : undefined;
  const values = new Map<string, Expression>();
  for (const { name, value } of fields) {
    if (values.has(name.text))
      typing.report.say('duplicate-name', name.span, { name: name.text, inherited: false });
    values.set(name.text, typing.type(value, wanted?.get(name.text)));
  }
  const types = new Map<string, Type>([...values].map(([name, value]) => [name, value.type]));
  return { kind: 'record', fields: values, type: { kind: 'record', fields: types }, span };
}
