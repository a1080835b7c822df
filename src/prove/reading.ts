// What expressions read, lets followed: inputs, options, lets, and the constants they speak of.
import type { Expression } from '../model/expression.ts';
import { comparesDepartments } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Deduction, Framework, Item, Let, Node } from '../model/framework.ts';
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
  /** Whether they compare the department with others. */
  readonly comparesDepartments: boolean;
}

/** Everything that the expressions read, directly or through lets. */
export function readingOf(
  expressions: readonly Expression[],
  lets: ReadonlyMap<string, Let>,
): Reading {
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
  let compares = false;
  const queue = [...expressions];
  // The queue grows by the definitions of the lets that are met.
  for (const next of queue) {
    for (const part of within(next)) {
      compares ||= comparesDepartments(part);
      if (part.kind === 'input') inputs.add(part.name);
      else if (part.kind === 'option') options.add(part.name);
      else if (part.kind === 'constant') note(part.value);
      else if (part.kind === 'let' && !ids.has(part.id)) {
        ids.add(part.id);
        const definition = lets.get(part.id);
        if (definition) queue.push(definition.value);
      }
    }
  }
  return { inputs, options, lets: ids, figures: [...figures.values()], words, comparesDepartments: compares };
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

/** The expressions that decide whether a part exists and applies, and what it is awarded if not. */
function expressionsOfExistence(part: Pick<Node, 'applies'> & Partial<Node>): Expression[] {
  const { applies, notApplicable } = part;
  return [applies?.condition, notApplicable?.condition, notApplicable?.award].filter(
    (expression) => expression !== undefined,
  );
}

/** Every expression inside a node, its children's included. */
export function expressionsOfNode(node: Node): Expression[] {
  const own = [...expressionsOfPlace(node), ...expressionsOfExistence(node)];
  return node.kind === 'group'
    ? [...own, ...node.children.flatMap(expressionsOfNode)]
    : [
        ...own,
        ...node.items.flatMap((item) => [
          ...expressionsOfRule(item),
          ...expressionsOfPlace(item),
          ...expressionsOfExistence(item),
        ]),
      ];
}

/** Every expression of the framework outside its lets. */
export function expressionsOfFramework(framework: Framework): Expression[] {
  const { totalCaps: caps, vetoes, exemptions, ceilings, checks, children } = framework;
  return [
    ...expressionsOfPlace({ caps, vetoes, exemptions }),
    ...ceilings.map((ceiling) => ceiling.condition),
    ...checks.flatMap(({ condition, tolerance }) =>
      tolerance ? [condition, tolerance] : [condition],
    ),
    ...children.flatMap(expressionsOfNode),
  ];
}

/** Every indicator and group, outer before inner. */
export function nodesOf(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) =>
    node.kind === 'group' ? [node, ...nodesOf(node.children)] : [node],
  );
}
