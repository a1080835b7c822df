// What expressions read, lets and scores followed: inputs, options, lets, and the constants they
// speak of.
import { ruleExpression } from '../interpret/rule-expression.ts';
import type { Expression, ScoreName } from '../model/expression.ts';
import { comparesDepartments } from '../model/expression.ts';
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
  /** Whether they compare the department with others. */
  readonly comparesDepartments: boolean;
  /** Whether they ask for scores, the parts of something, or the grade. */
  readonly asksForScores: boolean;
}

/** Everything that the expressions read, directly, through lets or through scores. */
export function readingOf(expressions: readonly Expression[], framework: Framework): Reading {
  return once(readingsIn, framework, expressions, () => gatherBehind(expressions, framework));
}

// Of single expressions, which are asked for again and again.
type Readings = WeakMap<object, WeakMap<Expression, Reading>>;
const readingsIn: Readings = new WeakMap();
const readingsThroughLets: Readings = new WeakMap();

function once(
  readings: Readings,
  whole: object,
  expressions: readonly Expression[],
  gather: () => Reading,
): Reading {
  const [only, ...others] = expressions;
  if (only === undefined || others.length > 0) return gather();
  let known = readings.get(whole);
  if (known === undefined) readings.set(whole, (known = new WeakMap()));
  let reading = known.get(only);
  if (reading === undefined) known.set(only, (reading = gather()));
  return reading;
}

function gatherBehind(expressions: readonly Expression[], framework: Framework): Reading {
  const followed = new Set<string>();
  return gather(expressions, framework.lets, (part) => {
    const key = part.kind === 'grade' ? part.kind : placeKey(part.path);
    if (followed.has(key)) return [];
    followed.add(key);
    return part.kind === 'grade'
      ? expressionsBehindGrade(framework)
      : expressionsBehind(framework, part.path);
  });
}

/** What either of two readings reads. */
export function joined(one: Reading, other: Reading): Reading {
  const both = <Each>(a: Iterable<Each>, b: Iterable<Each>) => new Set([...a, ...b]);
  return {
    inputs: both(one.inputs, other.inputs),
    options: both(one.options, other.options),
    lets: both(one.lets, other.lets),
    figures: [...one.figures, ...other.figures],
    words: both(one.words, other.words),
    comparesDepartments: one.comparesDepartments || other.comparesDepartments,
    asksForScores: one.asksForScores || other.asksForScores,
  };
}

const readings = new WeakMap<Node | Item, Reading>();
const readingsOfMoving = new WeakMap<Framework, Reading | undefined>();

/** Everything on which the range of a part can rest. */
export function readingOfPart(framework: Framework, part: Node | Item): Reading {
  let reading = readings.get(part);
  if (reading === undefined) {
    const own = 'kind' in part ? expressionsOfNode(part) : expressionsOfItem(part);
    const moving = readingOfMoving(framework);
    reading = readingOf(own, framework);
    if (moving) reading = joined(reading, moving);
    readings.set(part, reading);
  }
  return reading;
}

// Where points may move, or departments choose their parts, every part may rest on every other.
function readingOfMoving(framework: Framework): Reading | undefined {
  if (!readingsOfMoving.has(framework)) {
    const nodes = nodesOf(framework.children);
    const leaving = nodes.flatMap(({ notApplicable }) => notApplicable?.condition ?? []);
    const moves = leaving.length > 0 || nodes.some((node) => node.kind === 'group' && node.pool);
    const reading = moves ? { ...readingOf(leaving, framework), asksForScores: true } : undefined;
    readingsOfMoving.set(framework, reading);
  }
  return readingsOfMoving.get(framework);
}

/** What the expressions read themselves or through lets: what other scores rest on is theirs. */
export function readingThroughLets(
  expressions: readonly Expression[],
  lets: Framework['lets'],
): Reading {
  return once(readingsThroughLets, lets, expressions, () => gather(expressions, lets, () => []));
}

type Figure = Extract<Expression, { kind: 'score' | 'grade' | 'parts' }>;

function gather(
  expressions: readonly Expression[],
  lets: Framework['lets'],
  behind: (part: Figure) => readonly Expression[],
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
  let [compares, asks] = [false, false];
  const queue = [...expressions];
  // The queue grows by the definitions of the lets that are met, and by what is behind scores.
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
      } else if (part.kind === 'grade' || part.kind === 'score' || part.kind === 'parts') {
        asks = true;
        queue.push(...behind(part));
      }
    }
  }
  return {
    inputs,
    options,
    lets: ids,
    figures: [...figures.values()],
    words,
    comparesDepartments: compares,
    asksForScores: asks,
  };
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
    case 'judged': {
      const { form } = rule.input;
      return form.kind === 'banded' ? [form.least, form.most] : [];
    }
    default:
      return rule satisfies never;
  }
}

/**
 * Every expression on which a score, or the scores of a node's parts, can rest; whether it is there
 * at all hangs on what is around it.
 */
export function expressionsBehind(framework: Framework, path: ScoreName): Expression[] {
  if (path === 'total' || path.length === 0)
    return [...expressionsOfFramework(framework), ...judgedIn(framework.children)];
  const around = nodesAround(framework, path).flatMap(expressionsOfExistence);
  const part = partAt(framework.children, path);
  if (part === undefined) return [];
  if ('kind' in part) return [...around, ...expressionsOfNode(part), ...judgedIn([part])];
  const own = [ruleExpression(part), ...expressionsOfPlace(part), ...expressionsOfExistence(part)];
  return [...around, ...own];
}

function expressionsBehindGrade(framework: Framework): Expression[] {
  const conditions = framework.grades.flatMap(({ condition }) => condition ?? []);
  return [...expressionsBehind(framework, 'total'), ...conditions];
}

// A judged item reads its own award.
function judgedIn(nodes: readonly Node[]): Expression[] {
  return indicatorsOf(nodes)
    .flatMap((indicator) => indicator.items)
    .flatMap((item) => (item.rule.kind === 'judged' ? [ruleExpression(item)] : []));
}

/** The groups and indicators in which a path stands, outer before inner. */
export function nodesAround({ children }: Framework, path: readonly string[]): readonly Node[] {
  return path.slice(1).flatMap((_, index) => {
    const part = partAt(children, path.slice(0, index + 1));
    return part && 'kind' in part ? [part] : [];
  });
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
  if (node.combine) own.push(node.combine);
  return node.kind === 'group'
    ? [...own, ...node.children.flatMap(expressionsOfNode)]
    : [...own, ...node.items.flatMap(expressionsOfItem)];
}

/** Every expression inside an item. */
export function expressionsOfItem(item: Item): Expression[] {
  return [...expressionsOfRule(item), ...expressionsOfPlace(item), ...expressionsOfExistence(item)];
}

/** Every expression of the framework outside its lets. */
export function expressionsOfFramework(framework: Framework): Expression[] {
  const { totalCaps: caps, vetoes, exemptions, ceilings, checks, children } = framework;
  const downs = framework.gradeDowns;
  return [
    ...expressionsOfPlace({ caps, vetoes, exemptions }),
    ...(framework.combine ? [framework.combine] : []),
    ...ceilings.map((ceiling) => ceiling.condition),
    ...downs.flatMap((down) => [down.bands, down.condition]),
    ...checks.flatMap(({ condition, tolerance }) =>
      tolerance ? [condition, tolerance] : [condition],
    ),
    ...children.flatMap(expressionsOfNode),
  ];
}

/** What is worked out when the total is known: the conditions on grades and the outputs. */
export function expressionsAfterTotal({ grades, outputs }: Framework): Expression[] {
  return [
    ...grades.flatMap(({ condition }) => condition ?? []),
    ...outputs.map(({ value }) => value),
  ];
}

const inside = new WeakMap<readonly Node[], readonly Node[]>();

/** Every indicator and group, outer before inner. */
export function nodesOf(nodes: readonly Node[]): readonly Node[] {
  let found = inside.get(nodes);
  if (found === undefined) {
    found = nodes.flatMap((node) =>
      node.kind === 'group' ? [node, ...nodesOf(node.children)] : [node],
    );
    inside.set(nodes, found);
  }
  return found;
}

const byPath = new WeakMap<readonly Node[], ReadonlyMap<string, Node | Item>>();

/** The indicator, group or item at a path; an indicator before the item that stands for it. */
export function partAt(nodes: readonly Node[], path: ScoreName): Node | Item | undefined {
  let parts = byPath.get(nodes);
  if (parts === undefined) {
    const all = nodesOf(nodes);
    const items = all.flatMap((node) => (node.kind === 'indicator' ? node.items : []));
    // Of several with one path the first counts.
    parts = new Map([...all, ...items].reverse().map((part) => [placeKey(part.path), part]));
    byPath.set(nodes, parts);
  }
  return parts.get(placeKey(path));
}
