// The inputs, options, intermediate results and scores that expressions name, with their values, so that a
// trace can show what a rule was applied to. Names are found once for each expression; values are
// looked up for each department.
import { comparisonKey, comparisonsIn, within } from '../model/expression-parts.ts';
import type {
  AggregateExpression,
  Expression,
  RankExpression,
  Reference,
} from '../model/expression.ts';
import { isReference, referenceName } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import type { Operands } from '../model/sheet.ts';
import { listsIn } from './list-rows.ts';
import type { Value } from '../types/value.ts';

const NO_LETS: readonly Let[] = [];

/** What a trace shows of expressions, beside their values. */
export interface Shown {
  /** What they name and which comparisons they make, each with its key among the operands. */
  readonly named: readonly Named[];
  /** The intermediate results that they rest on, directly or not, earliest first. */
  readonly lets: readonly Let[];
  /** Whether they neither call definitions, compare departments, nor go through lists. */
  readonly isPlain: boolean;
}

interface Named {
  readonly key: string;
  readonly expression: Reference | AggregateExpression | RankExpression;
}

/** Finds the references in expressions and remembers them. */
export interface References {
  /** Its comparisons with other departments. */
  readonly comparisons: (
    expression: Expression,
  ) => readonly (AggregateExpression | RankExpression)[];
  /** Whether it calls a definition, itself or somewhere inside. */
  readonly hasCalls: (expression: Expression) => boolean;
  /** The intermediate results that the expressions rest on, directly or not, earliest first. */
  readonly lets: (expressions: readonly Expression[]) => readonly Let[];
  /** The expression by itself: always the same list. */
  readonly alone: (expression: Expression) => readonly Expression[];
  /** The expressions of one place in a rule: the same list whenever they are asked for. */
  readonly kept: (
    place: object,
    number: number,
    make: () => readonly Expression[],
  ) => readonly Expression[];
  /** What a trace shows of expressions; remembered for lists that stay the same. */
  readonly shown: (expressions: readonly Expression[]) => Shown;
  /** An expression that stands for an intermediate result. */
  readonly to: (named: Let) => Expression;
}

export function createReferences(lets: ReadonlyMap<string, Let>): References {
  const found = new Map<Expression, readonly Reference[]>();
  const places = new Map([...lets.keys()].map((id, place) => [id, place]));
  const of = (expression: Expression): readonly Reference[] =>
    remembered(found, expression, () => {
      const byName = new Map<string, Reference>();
      for (const part of within(expression))
        if (isReference(part) && !byName.has(referenceName(part)))
          byName.set(referenceName(part), part);
      return [...byName.values()];
    });
  const gather = (expression: Expression, ids: Set<string>): void => {
    for (const reference of of(expression)) {
      if (reference.kind !== 'let' || ids.has(reference.id)) continue;
      ids.add(reference.id);
      const named = lets.get(reference.id);
      if (named) gather(named.value, ids);
    }
  };
  const letsOf = (expressions: readonly Expression[]): readonly Let[] => {
    const ids = new Set<string>();
    for (const expression of expressions) gather(expression, ids);
    if (ids.size === 0) return NO_LETS;
    const inOrder = [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
    return inOrder.flatMap((id) => lets.get(id) ?? []);
  };
  const compared = new Map<Expression, readonly (AggregateExpression | RankExpression)[]>();
  const comparisons = (expression: Expression) =>
    remembered(compared, expression, () => comparisonsIn(expression));
  const calling = new Map<Expression, boolean>();
  const hasCalls = (expression: Expression) =>
    remembered(calling, expression, () => [...within(expression)].some(({ expands }) => expands));
  const namedIn = (expressions: readonly Expression[]): readonly Named[] => {
    const byKey = new Map<string, Named>();
    const put = (key: string, expression: Named['expression']) => {
      if (!byKey.has(key)) byKey.set(key, { key, expression });
    };
    for (const expression of expressions) {
      for (const reference of of(expression)) put(referenceName(reference), reference);
      for (const each of comparisons(expression)) put(comparisonKey(each), each);
    }
    return [...byKey.values()];
  };
  const isPlain = (expression: Expression) =>
    !hasCalls(expression) &&
    comparisons(expression).length === 0 &&
    listsIn(expression).length === 0;
  const look = (expressions: readonly Expression[]): Shown => ({
    named: namedIn(expressions),
    lets: letsOf(expressions),
    isPlain: expressions.every(isPlain),
  });
  const shownFor = new Map<readonly Expression[], Shown>();
  const keep = (expressions: readonly Expression[]) => {
    shownFor.set(expressions, look(expressions));
    return expressions;
  };
  const behind = new Map<Expression, readonly Let[]>();
  const single = new Map<Expression, readonly Expression[]>();
  const byPlace = new Map<object, (readonly Expression[] | undefined)[]>();
  const standing = new Map<Let, Expression>();
  return {
    comparisons,
    hasCalls,
    lets: (expressions) => {
      const [only, ...others] = expressions;
      if (only === undefined) return NO_LETS;
      return others.length > 0
        ? letsOf(expressions)
        : remembered(behind, only, () => letsOf(expressions));
    },
    alone: (expression) => remembered(single, expression, () => keep([expression])),
    kept: (place, number, make) => {
      const lists = remembered(byPlace, place, () => []);
      return (lists[number] ??= keep(make()));
    },
    shown: (expressions) => shownFor.get(expressions) ?? look(expressions),
    to: (named) =>
      remembered(standing, named, () => {
        const { id, name, value, span } = named;
        return { kind: 'let', id, name, type: value.type, span };
      }),
  };
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = known.get(key);
  if (value === undefined) known.set(key, (value = make()));
  return value;
}

/** The values of everything that is named. */
export function operandsOf(
  named: Shown['named'],
  value: (expression: Expression) => Value,
): Operands {
  const operands = new Map<string, Value>();
  for (const { key, expression } of named) operands.set(key, value(expression));
  return operands;
}
