// Scores that a root may make irrational in a place that nothing rounds: exact, but no decimals and no
// fraction could ever state them.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ruleExpression } from '../interpret/rule-expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import { constantOf } from '../model/expression.ts';
import type { Framework, Item, Node } from '../model/framework.ts';
import { rationalRoot } from '../number/roots.ts';

/** One error for each root that reaches the total unrounded. */
export function irrationalScores(framework: Framework): Diagnostic[] {
  const { roundings, lets } = framework;
  if (roundings.total) return [];
  const rootIn = rootFinder(lets);
  const look = (node: Node): Diagnostic[] => {
    const rounding =
      node.rounding ?? (node.kind === 'indicator' ? roundings.indicators : roundings.groups);
    if (rounding) return [];
    const inside =
      node.kind === 'group'
        ? node.children.flatMap(look)
        : node.items.flatMap((item) =>
            (item.rounding ?? (item.implicit ? undefined : roundings.items)) ? [] : lookAt(item),
          );
    const award = node.notApplicable?.award;
    const own = award ? [...limitsAndRule(node), award] : limitsAndRule(node);
    return [...inside, ...own.flatMap((expression) => say(node.name, expression))];
  };
  const lookAt = (item: Item): Diagnostic[] =>
    [ruleExpression(item), ...limits(item)].flatMap((expression) => say(item.name, expression));
  const say = (name: string, expression: Expression): Diagnostic[] => {
    const root = rootIn(expression);
    return root ? [diagnose('irrational-score', root.span, { name })] : [];
  };
  return [
    ...framework.children.flatMap(look),
    ...limitsAndRule({ ...framework, caps: framework.totalCaps }).flatMap((limit) =>
      say(framework.name, limit),
    ),
  ];
}

function limits({ caps, vetoes }: Pick<Node, 'caps' | 'vetoes'>): Expression[] {
  return [caps.atLeast, caps.atMost, ...vetoes.map((veto) => veto.score)].filter(
    (limit) => limit !== undefined,
  );
}

function limitsAndRule(place: Pick<Node, 'caps' | 'vetoes' | 'combine'>): Expression[] {
  return place.combine ? [...limits(place), place.combine] : limits(place);
}

// Each let is looked into once.
function rootFinder(lets: Framework['lets']): (expression: Expression) => Expression | undefined {
  const known = new Map<string, Expression | undefined>();
  const find = (expression: Expression): Expression | undefined => {
    if (expression.kind !== 'let') return rootAmong(expression, find);
    if (!known.has(expression.id)) {
      const definition = lets.get(expression.id);
      known.set(expression.id, definition && find(definition.value));
    }
    return known.get(expression.id);
  };
  return find;
}

// The parts whose figures go into the value: what only decides, or is rounded, does not.
function rootAmong(
  expression: Exclude<Expression, { kind: 'let' }>,
  find: (part: Expression) => Expression | undefined,
): Expression | undefined {
  const first = (parts: readonly Expression[]) => {
    for (const part of parts) {
      const found = find(part);
      if (found) return found;
    }
    return undefined;
  };
  if (expression.type.kind !== 'number' && expression.type.kind !== 'list') return undefined;
  switch (expression.kind) {
    case 'round':
      return undefined;
    case 'call': {
      const { builtin } = expression;
      if (builtin === 'floor' || builtin === 'ceiling') return undefined;
      if (builtin === 'root' && !isExactRoot(expression.arguments)) return expression;
      return first(expression.arguments);
    }
    case 'aggregate':
      if (expression.function === 'count') return undefined;
      return first([expression.of ?? expression.over]);
    case 'decision':
    case 'tiers':
      return first([
        ...expression.rows.map((row) => row.value),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ]);
    default:
      return first(partsOf(expression));
  }
}

function isExactRoot([of, degree]: readonly Expression[]): boolean {
  const figure = of && constantOf(of);
  const times = degree && constantOf(degree);
  return (
    figure !== undefined &&
    times !== undefined &&
    rationalRoot(figure, Number(times.n)) !== undefined
  );
}
