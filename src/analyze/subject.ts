// What an audit asks again and again about one place: its score when something is changed, and the
// options, inputs and intermediate results that its rules speak of.
import { givesPointsAway } from '../prove/sums.ts';
import { createEvaluator } from '../evaluate/evaluate.ts';
import type { EvaluateSettings } from '../evaluate/evaluate.ts';
import { isolate, nodeOn } from '../evaluate/isolate.ts';
import { createReferences } from '../evaluate/operands.ts';
import { partsOfDeduction } from '../evaluate/deduct.ts';
import { placeAt, placesIn } from '../evaluate/sheet-places.ts';
import type { Department } from '../input/department.ts';
import type { Expression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Caps, Framework, Item, Let, Node, Rule } from '../model/framework.ts';
import { poolsOf } from '../model/pool.ts';
import { scoreUses } from '../model/score-uses.ts';
import type { ItemScore, NodeScore, ScoreSheet } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';

/** A place that is audited: a group, an indicator, an item, or with an empty path the total. */
export interface Subject {
  readonly framework: Framework;
  readonly department: Department;
  /** With whom it is compared. */
  readonly compared: Pick<EvaluateSettings, 'cohort'>;
  readonly path: readonly string[];
  readonly node: Node | undefined;
  /** The names of the options that its rules read, in the framework's order. */
  readonly options: readonly string[];
  /** The names of the inputs that its rules may read, judged ones among them. */
  readonly inputs: readonly string[];
  readonly lets: readonly Let[];
}

export function createSubject(
  { framework, department, compared }: Pick<Subject, 'framework' | 'department' | 'compared'>,
  path: readonly string[],
): Subject {
  const node = nodeOn(framework.children, path);
  const whole = path.length === 0;
  const nodes = whole ? [] : [...readBehind(framework, node)];
  const expressions = [
    ...(whole ? expressionsOfFramework(framework) : []),
    ...nodes.flatMap(expressionsOf),
  ];
  const lets = createReferences(framework.lets).lets(expressions);
  const options = new Set<string>();
  const inputs = new Set<string>();
  for (const expression of [...expressions, ...lets.map((each) => each.value)])
    for (const part of within(expression)) {
      if (part.kind === 'option') options.add(part.name);
      if (part.kind === 'input') inputs.add(part.name);
    }
  const children = whole ? framework.children : nodes;
  for (const item of itemsUnder(children))
    if (item.rule.kind === 'judged') inputs.add(item.rule.input.name);
  for (const { pool } of poolsOf({ children })) inputs.add(pool.inputName);
  return {
    framework,
    department,
    compared,
    path,
    node,
    options: framework.options.map(({ name }) => name).filter((name) => options.has(name)),
    inputs: framework.inputs.map(({ name }) => name).filter((name) => inputs.has(name)),
    lets,
  };
}

/** The part itself and every part whose score its rules ask for, directly or through others. */
function readBehind(framework: Framework, part: Node | undefined): ReadonlySet<Node> {
  const found = new Set<Node>();
  const queue: Node[] = part ? [part] : [];
  for (const next of queue) {
    found.add(next);
    for (const use of scoreUses(next, framework.lets)) {
      const node = use.path === 'total' ? undefined : nodeOn(framework.children, use.path);
      if (node && !found.has(node) && !queue.includes(node)) queue.push(node);
    }
  }
  return found;
}

/** The score of the subject under changed settings; made once, asked often. */
export type Rescore = (settings: EvaluateSettings) => Scored;

export interface Scored {
  readonly score: Range;
  readonly place: NodeScore | ItemScore | undefined;
  readonly sheet: ScoreSheet;
}

/** How to change the framework for a rescoring. */
export interface Change {
  /** Definitions that take the place of the framework's. */
  readonly lets?: ReadonlyMap<string, Let>;
  /** Leave out the rounding of the subject's own score. */
  readonly unrounded?: boolean;
}

/** Prepares rescoring a subject. */
export function rescore(subject: Subject, change: Change = {}): Rescore {
  const { path, department, compared } = subject;
  const reduced = reduce(subject);
  const roundings = change.unrounded === true ? withoutOwnRounding(reduced, subject) : reduced;
  const lets = change.lets ?? roundings.lets;
  const evaluate = createEvaluator({ ...roundings, lets }, { ...subject.framework, lets });
  return (settings) => {
    const sheet = evaluate(department, { ...compared, ...settings });
    if (path.length === 0) return { score: sheet.total, place: undefined, sheet };
    const place = placeAt(placesIn(sheet), path)?.score;
    return { score: place?.score ?? sheet.total, place, sheet };
  };
}

// Scoring the place alone is quicker, and right as long as nothing moves points to it.
function reduce({ framework, node }: Subject): Framework {
  if (node === undefined || movesPoints(framework.children)) return framework;
  return isolate(framework, node);
}

/** Whether points may move to other parts, from parts that do not apply or that were not chosen. */
export function movesPoints(nodes: readonly Node[]): boolean {
  return nodes.some(
    (node) =>
      givesPointsAway(node) ||
      (node.kind === 'group' && (node.pool?.redistribute === true || movesPoints(node.children))),
  );
}

function withoutOwnRounding(framework: Framework, { node, path }: Subject): Framework {
  const { roundings } = framework;
  if (path.length === 0) return { ...framework, roundings: { ...roundings, total: undefined } };
  const [only, ...others] = framework.children;
  if (node === undefined || only !== node || others.length > 0) return framework;
  const level = node.kind === 'indicator' ? 'indicators' : 'groups';
  return {
    ...framework,
    roundings: { ...roundings, [level]: node.kind === 'indicator' ? undefined : roundings.groups },
    children: [{ ...node, rounding: undefined }],
  };
}

function itemsUnder(nodes: readonly Node[]): Item[] {
  return nodes.flatMap((node) =>
    node.kind === 'indicator' ? node.items : itemsUnder(node.children),
  );
}

function expressionsOfFramework(framework: Framework): Expression[] {
  const { children, combine, ...total } = framework;
  return [
    ...children.flatMap(expressionsOf),
    ...(combine ? [combine] : []),
    ...ofStrikes(total),
    ...ofCaps(total.totalCaps),
  ];
}

function expressionsOf(node: Node): Expression[] {
  const own = [...ofStrikes(node), ...ofCaps(node.caps)];
  if (node.applies) own.push(node.applies.condition);
  if (node.notApplicable) own.push(node.notApplicable.condition);
  if (node.notApplicable?.award) own.push(node.notApplicable.award);
  if (node.combine) own.push(node.combine);
  if (node.kind === 'group') return [...node.children.flatMap(expressionsOf), ...own];
  const items = node.items.flatMap((item) => [
    ...ofRule(item.rule),
    ...ofCaps(item.caps),
    ...ofStrikes(item),
    ...(item.applies ? [item.applies.condition] : []),
  ]);
  return [...items, ...own];
}

function ofStrikes({ vetoes, exemptions }: Pick<Item, 'vetoes' | 'exemptions'>): Expression[] {
  return [
    ...exemptions.map(({ condition }) => condition),
    ...vetoes.flatMap(({ condition, score }) => [condition, score]),
  ];
}

function ofCaps({ atLeast, atMost }: Caps): Expression[] {
  return [atLeast, atMost].filter((limit) => limit !== undefined);
}

function ofRule(rule: Rule): readonly Expression[] {
  switch (rule.kind) {
    case 'formula':
      return [rule.value];
    case 'deduct':
      return rule.deductions.flatMap(partsOfDeduction);
    case 'judged':
      return [];
    default:
      return rule satisfies never;
  }
}
