// What an atom's own definition says about it in relation to others: a minimum is not above its
// arguments, a filtered sum of nothing negative not above the whole sum, a rounded figure near its
// original. True in every world, whatever the facts.
import * as Q from '../number/rational.ts';
import type {
  AggregateExpression,
  CohortExpression,
  Expression,
  RankExpression,
} from '../model/expression.ts';
import { comparesDepartments, countOf } from '../model/expression.ts';
import type { Span } from '../text/span.ts';
import type { Type } from '../types/type.ts';
import type { Range } from '../types/range.ts';
import { asOwn } from './own.ts';
import type { LinearForm } from './linear-form.ts';
import { addForms, atomForm, constantForm, scaleForm, subtractForms } from './linear-form.ts';
import type { Relation, World } from './world.ts';
import { NO_FACTS, memoryOf, quietly } from './world.ts';

type Aggregate = AggregateExpression;

/** The relations that hold for an atom by definition. */
export function definitionsOf(id: number, world: World): readonly Relation[] {
  const { definitions } = world.session;
  let known = definitions.get(id);
  if (known === undefined) {
    const atom = world.session.atoms().atom(id);
    definitions.set(id, []);
    known =
      atom.kind === 'expression' && !atom.usesEach
        ? quietly(world.session, () => define(atom.expression, atomForm(id), world))
        : [];
    definitions.set(id, known);
  }
  return known;
}

/** The same, with what holds only where a department is known to pass a filter on its cohort. */
export function definitionsIn(id: number, world: World): readonly Relation[] {
  const always = definitionsOf(id, world);
  const { session, facts } = world;
  const atom = session.atoms().atom(id);
  if (facts === NO_FACTS || atom.kind !== 'expression' || atom.usesEach) return always;
  const { expression } = atom;
  if (!comparesDepartments(expression) || expression.where === undefined) return always;
  const around = world.outer ?? world;
  const remembered = memoryOf(around).ownPlace;
  let known = remembered.get(id);
  if (known === undefined) {
    remembered.set(id, []);
    known = quietly(session, () => ownPlace(expression, atomForm(id), around));
    remembered.set(id, known);
  }
  return known.length === 0 ? always : [...always, ...known];
}

// Where the department passes the filter: it is counted, and its figure is one of those compared.
function ownPlace(
  comparison: AggregateExpression | RankExpression,
  self: LinearForm,
  world: World,
): readonly Relation[] {
  const { where, of } = comparison;
  const base = world.session.base();
  if (where === undefined || !passes(where, world) || passes(where, base)) return [];
  if (comparison.kind === 'rank') return [atLeast(countOfRank(comparison, world), self)];
  if (of === undefined || comparison.without || !isOfAll(comparison)) return [];
  if (comparison.function === 'sum') return ownAndOthers(comparison, of, self, world);
  if (comparison.function !== 'min' && comparison.function !== 'max') return [];
  const own = world.session.atoms().formOf(asOwn(of));
  return [comparison.function === 'min' ? atLeast(own, self) : atLeast(self, own)];
}

// The sum of those that pass, where this one is among them.
function ownAndOthers(
  sum: Aggregate,
  of: Expression,
  self: LinearForm,
  { session }: World,
): Relation[] {
  const { formOf } = session.atoms();
  const over = { ...cohortOfAll(sum.span), of: 'others' as const };
  const whole = addForms(formOf(asOwn(of)), formOf({ ...sum, over }));
  return [atLeast(self, whole), atLeast(whole, self)];
}

function isOfAll({ over }: Aggregate): boolean {
  return over.kind === 'cohort' && over.of === 'all';
}

// Whether the department is sure to pass a filter on its cohort.
function passes(where: Expression | undefined, world: World): boolean {
  return where === undefined || !world.session.truth(asOwn(where), world).canBeFalse;
}

function define(expression: Expression, self: LinearForm, world: World): Relation[] {
  const { formOf } = world.session.atoms();
  if (expression.kind === 'round') {
    const { step, mode } = expression.rounding;
    const nearest = mode === 'half-up' || mode === 'half-even';
    const away = constantForm(nearest ? Q.divide(step, Q.rational(2)) : step);
    return within(subtractForms(self, formOf(expression.operand)), away, !nearest);
  }
  if (expression.kind === 'aggregate') return defineAggregate(expression, self, world);
  if (expression.kind === 'rank') return defineRank(expression, self, world);
  if (expression.kind !== 'call') return [];
  const parts = () => expression.arguments.map(formOf);
  switch (expression.builtin) {
    case 'min':
      return parts().map((part) => atLeast(part, self));
    case 'max':
      return parts().map((part) => atLeast(self, part));
    case 'abs':
      return parts().flatMap((part) => [
        atLeast(self, part),
        { form: addForms(self, part), strict: false },
      ]);
    case 'floor':
    case 'ceiling':
      return parts().flatMap((part) => {
        const [low, high] = expression.builtin === 'floor' ? [self, part] : [part, self];
        const gap = subtractForms(constantForm(Q.ONE), subtractForms(high, low));
        return [atLeast(high, low), { form: gap, strict: true }];
      });
    default:
      return [];
  }
}

// `a ≥ b`
function atLeast(a: LinearForm, b: LinearForm): Relation {
  return { form: subtractForms(a, b), strict: false };
}

// `−limit ≤ form ≤ limit`, or `<`.
function within(form: LinearForm, limit: LinearForm, strict: boolean): Relation[] {
  return [
    { form: addForms(form, limit), strict },
    { form: subtractForms(limit, form), strict },
  ];
}

function defineAggregate(aggregate: Aggregate, self: LinearForm, world: World): Relation[] {
  if (aggregate.function !== 'sum' && aggregate.function !== 'count')
    return defineMiddle(aggregate, self, world);
  if (aggregate.without) return [];
  const { formOf } = world.session.atoms();
  const relations: Relation[] = [];
  const summand = aggregate.of ? entryRange(aggregate, aggregate.of, world) : undefined;
  const neverNegative = aggregate.function === 'count' || isAtLeastZero(summand);
  if (aggregate.where && neverNegative)
    relations.push(atLeast(formOf({ ...aggregate, where: undefined }), self));
  const inner = aggregate.of;
  if (inner && aggregate.function === 'sum' && isOfAll(aggregate))
    if (aggregate.where && passes(aggregate.where, world.session.base()))
      relations.push(...ownAndOthers(aggregate, inner, self, world));
  if (aggregate.function !== 'sum' || inner?.kind !== 'arithmetic' || inner.operator !== '*')
    return relations;
  for (const [weight, part] of [
    [inner.left, inner.right] as const,
    [inner.right, inner.left] as const,
  ]) {
    if (!isAtLeastZero(entryRange(aggregate, weight, world))) continue;
    const range = entryRange(aggregate, part, world);
    const weights = formOf({ ...aggregate, of: weight });
    if (range?.low) relations.push(atLeast(self, scaleForm(weights, range.low.value)));
    if (range?.high) relations.push(atLeast(scaleForm(weights, range.high.value), self));
  }
  return relations;
}

// Means, medians and the like lie between the least and the greatest figure, and so does what the
// department itself contributes.
function defineMiddle(aggregate: Aggregate, self: LinearForm, world: World): Relation[] {
  const { function: name, of, where, over, type, span, without } = aggregate;
  if (name === 'variance' || name === 'product' || name === 'all' || name === 'any') return [];
  const { formOf } = world.session.atoms();
  const end = (which: 'min' | 'max') =>
    formOf({ kind: 'aggregate', function: which, of, where, over, type, span });
  const isEnd = without === undefined && (name === 'min' || name === 'max');
  if (!isEnd) return [atLeast(self, end('min')), atLeast(end('max'), self)];
  const between = name === 'min' ? [atLeast(end('max'), self)] : [];
  if (of === undefined || !isOfAll(aggregate)) return between;
  const base = world.session.base();
  if (!passes(where, base)) return between;
  const own = formOf(asOwn(of));
  return [...between, name === 'min' ? atLeast(own, self) : atLeast(self, own)];
}

// No place comes after the last. A department that does not pass the filter counts all the same.
function defineRank(rank: RankExpression, self: LinearForm, world: World): Relation[] {
  const count = countOfRank(rank, world);
  const isCounted = passes(rank.where, world.session.base());
  return [atLeast(isCounted ? count : addForms(count, constantForm(Q.ONE)), self)];
}

function countOfRank({ of, where, span }: RankExpression, { session }: World): LinearForm {
  const over = cohortOfAll(span);
  return session
    .atoms()
    .formOf(
      countOf({ kind: 'aggregate', function: 'count', of, where, over, type: over.type, span }),
    );
}

function cohortOfAll(span: Span): CohortExpression {
  const member = { kind: 'record', fields: new Map() } as const;
  return {
    kind: 'cohort',
    of: 'all',
    type: { kind: 'list', of: member, least: 1, most: undefined },
    span,
  };
}

function isAtLeastZero(range: Range | undefined): boolean {
  return range?.low !== undefined && Q.signOf(range.low.value) >= 0;
}

// What an expression can be for any entry that passes the filter, whether or not one does.
function entryRange(aggregate: Aggregate, of: Expression, world: World): Range | undefined {
  const type: Type = of.type;
  if (type.kind !== 'number') return undefined;
  const { base, unrefined } = world.session;
  const widest: Aggregate = { ...aggregate, function: 'max', of, type };
  const least: Aggregate = { ...aggregate, function: 'min', of, type };
  const [high, low] = [unrefined(widest, base()), unrefined(least, base())];
  if (high.kind !== 'number' || low.kind !== 'number') return undefined;
  return { low: low.range.low, high: high.range.high, integer: false };
}
