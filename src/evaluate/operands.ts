// The inputs, options and intermediate results that expressions name, with their values, so that a
// trace can show what a rule was applied to. Names are found once for each expression; values are
// looked up for each department.
import type { Expression } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import type { Operands } from '../model/sheet.ts';
import type { Value } from '../types/value.ts';

/** An expression that names something. */
export type Reference = Extract<Expression, { kind: 'input' | 'option' | 'let' }>;

/** Finds the references in expressions and remembers them. */
export interface References {
  /** What the expression itself names, in reading order, each once. */
  readonly of: (expression: Expression) => readonly Reference[];
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
    collect(expression, byName);
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
  return {
    of,
    lets: (expressions) => {
      const ids = new Set<string>();
      for (const expression of expressions) gather(expression, ids);
      const inOrder = [...ids].sort((a, b) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
      return inOrder.flatMap((id) => lets.get(id) ?? []);
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
  for (const expression of expressions)
    for (const reference of references.of(expression))
      if (!operands.has(reference.name)) operands.set(reference.name, value(reference));
  return operands;
}

function collect(expression: Expression, into: Map<string, Reference>): void {
  switch (expression.kind) {
    case 'input':
    case 'option':
    case 'let':
      if (!into.has(expression.name)) into.set(expression.name, expression);
      return;
    default:
      for (const part of partsOf(expression)) collect(part, into);
  }
}

/** The expressions that an expression is made of, in reading order. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'constant':
    case 'input':
    case 'option':
    case 'let':
    case 'each':
      return [];
    case 'field':
    case 'entry':
      return [expression.of];
    case 'negate':
    case 'not':
    case 'round':
      return [expression.operand];
    case 'arithmetic':
    case 'compare':
    case 'logic':
      return [expression.left, expression.right];
    case 'member':
      return [expression.of, ...expression.among];
    case 'call':
      return expression.arguments;
    case 'aggregate':
      return [expression.of, expression.over, expression.where].filter(
        (part) => part !== undefined,
      );
    case 'list':
      return expression.entries;
    case 'record':
      return [...expression.fields.values()];
    case 'decision':
      return [
        ...expression.rows.flatMap((row) => [row.condition, row.value]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    case 'tiers':
      return [
        expression.subject,
        ...expression.rows.flatMap((row) => [
          ...(row.match.kind === 'values'
            ? row.match.values
            : row.match.bounds.map((bound) => bound.limit)),
          row.value,
        ]),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ];
    default:
      return expression satisfies never;
  }
}
