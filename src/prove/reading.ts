// What expressions read, lets and scores followed: inputs, options, lets, and the constants they
// speak of.
import { ruleExpression } from '../interpret/rule-expression.ts';
import type { Expression, ScoreName } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Deduction, Framework, Item, Node } from '../model/framework.ts';
import { indicatorsOf } from '../model/framework.ts';
import { placeKey } from '../model/score-uses.ts';
import type { Rational } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import type { Value } from '../types/value.ts';

export interface Reading {
  readonly inputs: ReadonlySet<string>;
  readonly options: ReadonlySet<string>;
  /** By id. */
  readonly lets: ReadonlySet<string>;
  readonly figures: readonly Rational[];
  readonly words: ReadonlySet<string>;
}

/** Everything that the expressions read, directly, through lets or through scores. */
export function readingOf(expressions: readonly Expression[], framework: Framework): Reading {
  const { lets } = framework;
  const scores = new Set<string>();
  const [inputs, options, ids, words] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ];
  const figures = new Map<string, Rational>();
  const note = (value: Value) => {
    if (value.kind === 'text' && value.text !== undefined) words.add(value.text);
    const figure =
      value.kind === 'number' || value.kind === 'date' ? pointOf(value.range) : undefined;
    if (figure) figures.set(`${figure.n}/${figure.d}`, figure);
  };
  const queue = [...expressions];
  // The queue grows by the definitions of the lets that are met.
  for (const next of queue) {
    for (const part of within(next)) {
      if (part.kind === 'input') inputs.add(part.name);
      else if (part.kind === 'option') options.add(part.name);
      else if (part.kind === 'constant') note(part.value);
      else if (part.kind === 'let' && !ids.has(part.id)) {
        ids.add(part.id);
        const definition = lets.get(part.id);
        if (definition) queue.push(definition.value);
      } else if (part.kind === 'grade') {
        queue.push(...expressionsBehindGrade(framework, scores));
      } else if (
        (part.kind === 'score' || part.kind === 'parts') &&
        !scores.has(placeKey(part.path))
      ) {
        scores.add(placeKey(part.path));
        queue.push(...expressionsBehind(framework, part.path));
      }
    }
  }
  return { inputs, options, lets: ids, figures: [...figures.values()], words };
}

/** Every expression of a deduction. */
function expressionsOfDeduction(deduction: Deduction): Expression[] {
  const counted =
    deduction.kind === 'each'
      ? [deduction.count]
      : [deduction.step, deduction.subject, deduction.limit];
  return [deduction.amount, ...counted, deduction.atMost, deduction.condition].filter(
    (part) => part !== undefined,
  );
}

/** The expressions of an item's rule, as they are written. */
export function expressionsOfRule({ rule }: Item): Expression[] {
  switch (rule.kind) {
    case 'formula':
      return [rule.value];
    case 'deduct':
      return rule.deductions.flatMap(expressionsOfDeduction);
    case 'judged':
      return [];
    default:
      return rule satisfies never;
  }
}

/** Every expression on which a score, or the scores of a node's parts, can rest. */
function expressionsBehind(framework: Framework, path: ScoreName): Expression[] {
  if (path === 'total' || path.length === 0)
    return [...expressionsOfFramework(framework), ...judgedIn(framework.children)];
  const node = nodesOf(framework.children).find((each) => isAt(each, path));
  if (node) return [...expressionsOfNode(node), ...judgedIn([node])];
  const item = indicatorsOf(framework.children)
    .flatMap((indicator) => indicator.items)
    .find((each) => isAt(each, path));
  return item ? [ruleExpression(item), ...expressionsOfPlace(item)] : [];
}

function expressionsBehindGrade(framework: Framework, followed: Set<string>): Expression[] {
  if (followed.has('grade')) return [];
  followed.add('grade');
  const conditions = framework.grades.flatMap(({ condition }) => condition ?? []);
  return [...expressionsBehind(framework, 'total'), ...conditions];
}

// A judged item reads its own award.
function judgedIn(nodes: readonly Node[]): Expression[] {
  return indicatorsOf(nodes)
    .flatMap((indicator) => indicator.items)
    .flatMap((item) => (item.rule.kind === 'judged' ? [ruleExpression(item)] : []));
}

function isAt({ path }: { readonly path: readonly string[] }, wanted: readonly string[]): boolean {
  return path.length === wanted.length && path.every((name, place) => name === wanted[place]);
}

type Place = Pick<Node, 'caps' | 'vetoes' | 'exemptions'>;

/** The expressions of an item's, a node's or the ruleset's limits and strikes. */
export function expressionsOfPlace({ caps, vetoes, exemptions }: Place): Expression[] {
  return [
    caps.atLeast,
    caps.atMost,
    ...vetoes.flatMap((veto) => [veto.condition, veto.score]),
    ...exemptions.map((exemption) => exemption.condition),
  ].filter((part) => part !== undefined);
}

/** Every expression inside a node, its children's included. */
export function expressionsOfNode(node: Node): Expression[] {
  const own = expressionsOfPlace(node);
  if (node.notApplicable) own.push(node.notApplicable.condition);
  if (node.combine) own.push(node.combine);
  return node.kind === 'group'
    ? [...own, ...node.children.flatMap(expressionsOfNode)]
    : [
        ...own,
        ...node.items.flatMap((item) => [...expressionsOfRule(item), ...expressionsOfPlace(item)]),
      ];
}

/** Every expression of the framework outside its lets. */
export function expressionsOfFramework(framework: Framework): Expression[] {
  const { totalCaps: caps, vetoes, exemptions, ceilings, checks, children } = framework;
  return [
    ...expressionsOfPlace({ caps, vetoes, exemptions }),
    ...(framework.combine ? [framework.combine] : []),
    ...ceilings.map((ceiling) => ceiling.condition),
    ...checks.flatMap(({ condition, tolerance }) =>
      tolerance ? [condition, tolerance] : [condition],
    ),
    ...children.flatMap(expressionsOfNode),
  ];
}

/** What is worked out when the total is known: the conditions on grades and the outputs. */
export function expressionsAfterTotal({ grades, outputs }: Framework): Expression[] {
  return [...grades.flatMap(({ condition }) => condition ?? []), ...outputs.map(({ value }) => value)];
}

/** Every indicator and group, outer before inner. */
export function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? [node, ...nodesOf(node.children)] : [node],
  );
}
