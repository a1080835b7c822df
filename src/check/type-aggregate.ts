// `sum of E over L where C` and its siblings, and the lists and records they look at.
import type { AggregateExpression, Expression, QuantilePlace } from '../model/expression.ts';
import { formatExact } from '../number/decimal.ts';
import type * as Syntax from '../syntax/tree.ts';
import * as Q from '../number/rational.ts';
import type { Span } from '../text/span.ts';
import type { NumberType, Type } from '../types/type.ts';
import { BOOLEAN, INTEGER, NUMBER, isRanking } from '../types/type.ts';
import { combineUnits, isCount, isPlain } from '../types/unit.ts';
import { joinAll } from './agree.ts';
import { entryScope, lookUp } from './scope.ts';
import { typeCohort, typingOfMembers } from './type-cohort.ts';
import type { Expected, Typing } from './typing.ts';
import { fixedFigure, isNumeric, mistake, typeCondition } from './typing.ts';

type Node<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

export function typeAggregate(typing: Typing, aggregate: Node<'aggregate'>): Expression {
  const { span, function: kind } = aggregate;
  const isCohort = aggregate.over.kind === 'cohort';
  if (aggregate.of === undefined && takesCalculation(typing, aggregate)) return mistake(span);
  const over = isCohort ? typeCohort(aggregate.over) : typing.type(aggregate.over);
  if (over.type.kind === 'error') return mistake(span);
  if (over.type.kind !== 'list') {
    typing.report.say('not-a-list', over.span, { found: over.type });
    return mistake(span);
  }
  const inside = isCohort
    ? typingOfMembers(typing)
    : typing.within(entryScope(typing.scope, over.type.of));
  const where = aggregate.where && typeCondition(inside, aggregate.where);
  const extra = typeExtra(typing, aggregate);
  if (isCohort && aggregate.of === undefined && kind !== 'count') {
    typing.report.say('cohort-needs-figure', over.span, { function: kind });
    return mistake(span);
  }
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
    case 'max':
    case 'median':
    case 'product':
    case 'variance':
    case 'quantile': {
      const of = aggregate.of && inside.type(aggregate.of);
      const figures = of ?? { ...over, type: over.type.of };
      // The highest and lowest are left out of figures only.
      const ranks = (kind === 'min' || kind === 'max') && extra && !extra.without;
      if (ranks && isRanking(figures.type)) return { ...shared, of, where, type: figures.type };
      if (!isNumeric(typing, figures) || figures.type.kind !== 'number') return mistake(span);
      if (kind === 'product' && !isPlain(figures.type.unit)) {
        typing.report.say('product-with-unit', figures.span, { found: figures.type });
        return mistake(span);
      }
      return extra
        ? { ...shared, ...extra, of, where, type: typeOfResult(kind, figures.type, extra) }
        : mistake(span);
    }
    default:
      return kind satisfies never;
  }
}

// `mean of L * 10`: what was meant is the mean, ten times.
function takesCalculation(typing: Typing, { over, span }: Node<'aggregate'>): boolean {
  let first = over;
  while (first.kind === 'arithmetic') first = first.left;
  if (first === over || first.kind !== 'name') return false;
  const binding = lookUp(typing.scope, first.name.text);
  if (binding === undefined || typing.type(first).type.kind !== 'list') return false;
  const place = (at: number) => ({ file: span.file, start: at, end: at });
  const fix = {
    title: { en: 'Put the aggregate in parentheses', zh: '把汇总放进括号' },
    edits: [
      { span: place(span.start), text: '(' },
      { span: place(first.span.end), text: ')' },
    ],
  };
  typing.report.say('aggregate-takes-all', over.span, { name: first.name.text }, { fix });
  return true;
}

const WHOLE: ReadonlySet<Syntax.AggregateWord> = new Set(['sum', 'min', 'max', 'product']);

function typeOfResult(
  kind: Syntax.AggregateWord,
  figures: NumberType,
  { at }: Pick<AggregateExpression, 'at'>,
): NumberType {
  if (kind === 'variance') return { ...NUMBER, unit: combineUnits(figures.unit, figures.unit, 1) };
  const whole = WHOLE.has(kind) || at?.reading === 'nearest';
  return { ...figures, integer: figures.integer && whole };
}

type Extra = Pick<AggregateExpression, 'without' | 'at'>;

// What is left out, and where a quantile stands; undefined where something is wrong with it.
function typeExtra(typing: Typing, aggregate: Node<'aggregate'>): Extra | undefined {
  const { withoutHighest, withoutLowest, function: kind, at } = aggregate;
  const written = withoutHighest ?? withoutLowest;
  if (written && (kind === 'count' || kind === 'all' || kind === 'any')) {
    typing.report.say('trimming-not-for', written.span, { function: kind });
    return undefined;
  }
  const highest = withoutHighest && typeTrimmed(typing, withoutHighest);
  const lowest = withoutLowest && typeTrimmed(typing, withoutLowest);
  const place = typePlace(typing, aggregate);
  if (highest?.type.kind === 'error' || lowest?.type.kind === 'error') return undefined;
  if ((kind === 'quantile' || at) && !place) return undefined;
  return {
    ...(highest || lowest ? { without: { highest, lowest } } : {}),
    ...(place ? { at: place } : {}),
  };
}

function typeTrimmed(typing: Typing, written: Syntax.Expression): Expression {
  const typed = typing.type(written);
  if (!isNumeric(typing, typed) || typed.type.kind !== 'number') return mistake(typed.span);
  if (typed.type.integer && isCount(typed.type.unit)) return typed;
  typing.report.say('trimming-not-whole', typed.span, { found: typed.type });
  return mistake(typed.span);
}

function typePlace(
  typing: Typing,
  { at, function: kind, span }: Node<'aggregate'>,
): QuantilePlace | undefined {
  if (at === undefined) {
    if (kind === 'quantile') typing.report.say('quantile-place-missing', span, {});
    return undefined;
  }
  if (kind !== 'quantile') {
    typing.report.say('quantile-place-not-for', at.span, { function: kind });
    return undefined;
  }
  const share = typing.type(at.share);
  if (at.reading === undefined) {
    typing.report.leaveOut();
    return undefined;
  }
  const figure = isNumeric(typing, share) ? fixedFigure(typing, share, 'share') : undefined;
  if (figure === undefined) return undefined;
  if (Q.signOf(figure) < 0 || Q.compare(figure, Q.ONE) > 0) {
    const percent = `${formatExact(Q.multiply(figure, Q.HUNDRED))}%`;
    typing.report.say('quantile-share-outside', share.span, { share: percent });
    return undefined;
  }
  return { share, reading: at.reading };
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
