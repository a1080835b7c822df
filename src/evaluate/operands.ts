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
import type { Value } from '../types/value.ts';

const NO_LETS: readonly Let[] = [];

/** Finds the references in expressions and remembers them. */
export interface References {
  /** What the expression itself names, in reading order, each once. */
  readonly of: (expression: Expression) => readonly Reference[];
  /** Its comparisons with other departments. */
  readonly comparisons: (
    expression: Expression,
  ) => readonly (AggregateExpression | RankExpression)[];
  /** Whether it calls a definition, itself or somewhere inside. */
  readonly hasCalls: (expression: Expression) => boolean;
  /** The intermediate results that the expressions rest on, directly or not, earliest first. */
  readonly lets: (expressions: readonly Expression[]) => readonly Let[];
}

export function createReferences(lets: ReadonlyMap<string, Let>): References {
  const found = new Map<Expression, readonly Reference[]>();
  const places = new Map([...lets.keys()].map((id, place) => [id, place]));
  const of = (expression: Expression): readonly Reference[] => {
    const known = found.get(expression);
    if (known) return known;
    const byName = new Map<string, Reference>();
    for (const part of within(expression))
      if (isReference(part) && !byName.has(referenceName(part)))
        byName.set(referenceName(part), part);
    const references = [...byName.values()];
    found.set(expression, references);
    return references;
  };
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
  const behind = new Map<Expression, readonly Let[]>();
  const compared = new Map<Expression, readonly (AggregateExpression | RankExpression)[]>();
  const calling = new Map<Expression, boolean>();
  return {
    of,
    comparisons: (expression) => {
      const known = compared.get(expression) ?? comparisonsIn(expression);
      compared.set(expression, known);
      return known;
    },
    hasCalls: (expression) => {
      const known =
        calling.get(expression) ?? [...within(expression)].some(({ expands }) => expands);
      calling.set(expression, known);
      return known;
    },
    lets: (expressions) => {
      const [only, ...others] = expressions;
      if (only === undefined) return [];
      if (others.length > 0) return letsOf(expressions);
      const known = behind.get(only) ?? letsOf(expressions);
      behind.set(only, known);
      return known;
    },
  };
}

/** The values of everything that the expressions name. */
export function operandsOf(
  expressions: readonly Expression[],
  references: References,
  value: (expression: Expression) => Value,
): Operands {
  const operands = new Map<string, Value>();
  const put = (key: string, expression: Expression) => {
    if (!operands.has(key)) operands.set(key, value(expression));
  };
  for (const expression of expressions) {
    for (const reference of references.of(expression)) put(referenceName(reference), reference);
    for (const each of references.comparisons(expression)) put(comparisonKey(each), each);
  }
  return operands;
}
