// Scores that a root may make irrational in a place that nothing rounds: exact, but no decimals and no
// fraction could ever state them.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ruleExpression } from '../interpret/rule-expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import { constantOf } from '../model/expression.ts';
import type { Framework, Item, Node } from '../model/framework.ts';
import { indicatorsOf } from '../model/framework.ts';
import { placeKey } from '../model/score-uses.ts';
import { rationalRoot } from '../number/roots.ts';
import { nodesOf } from './reading.ts';

/** One error for each root that reaches the total unrounded. */
export function irrationalScores(framework: Framework): Diagnostic[] {
  const { roundings } = framework;
  if (roundings.total) return [];
  const rootIn = rootFinder(framework);
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
    if (root === undefined || said.has(root)) return [];
    said.add(root);
    return [diagnose('irrational-score', root.span, { name })];
  };
  // What reaches the total by several ways is one mistake.
  const said = new Set<Expression>();
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

// Each let and each score is looked into once.
function rootFinder(framework: Framework): (expression: Expression) => Expression | undefined {
  const { lets } = framework;
  const known = new Map<string, Expression | undefined>();
  const remember = (key: string, look: () => Expression | undefined): Expression | undefined => {
    if (!known.has(key)) {
      known.set(key, undefined);
      known.set(key, look());
    }
    return known.get(key);
  };
  const find = (expression: Expression): Expression | undefined => {
    switch (expression.kind) {
      case 'let':
        return remember(`let ${expression.id}`, () => {
          const definition = lets.get(expression.id);
          return definition && find(definition.value);
        });
      case 'score':
      case 'parts': {
        const { kind, path } = expression;
        if (path === 'total') return undefined;
        return remember(`${kind} ${placeKey(path)}`, () =>
          firstOf(unroundedBehind(framework, path, kind), find),
        );
      }
      default:
        return rootAmong(expression, find);
    }
  };
  return find;
}

/** What goes into a score, or into those of a node's parts, without being rounded on the way. */
function unroundedBehind(
  { children, roundings }: Framework,
  path: readonly string[],
  kind: 'score' | 'parts',
): readonly Expression[] {
  const ofItem = (item: Item): Expression[] =>
    (item.rounding ?? (item.implicit ? undefined : roundings.items))
      ? []
      : [ruleExpression(item), ...limits(item)];
  const ofParts = (node: Node): Expression[] =>
    node.kind === 'group' ? node.children.flatMap(ofNode) : node.items.flatMap(ofItem);
  const ofNode = (node: Node): Expression[] => {
    const rounding =
      node.rounding ?? (node.kind === 'indicator' ? roundings.indicators : roundings.groups);
    if (rounding) return [];
    const award = node.notApplicable?.award;
    const own = [...limitsAndRule(node), ...(award ? [award] : [])];
    return node.combine ? own : [...own, ...ofParts(node)];
  };
  if (path.length === 0) return children.flatMap(ofNode);
  const key = placeKey(path);
  const node = nodesOf(children).find((each) => placeKey(each.path) === key);
  if (node) return kind === 'score' ? ofNode(node) : ofParts(node);
  const item = indicatorsOf(children)
    .flatMap((indicator) => indicator.items)
    .find((each) => placeKey(each.path) === key);
  return item ? ofItem(item) : [];
}

function firstOf(
  parts: readonly Expression[],
  find: (part: Expression) => Expression | undefined,
): Expression | undefined {
  for (const part of parts) {
    const found = find(part);
    if (found) return found;
  }
  return undefined;
}

// The parts whose figures go into the value: what only decides, or is rounded, does not.
function rootAmong(
  expression: Exclude<Expression, { kind: 'let' | 'score' | 'parts' }>,
  find: (part: Expression) => Expression | undefined,
): Expression | undefined {
  const first = (parts: readonly Expression[]) => firstOf(parts, find);
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
