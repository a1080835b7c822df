// The points of a ruleset as they are written, merged over its amendments, read without compiling: what
// the parts of each part add up to, and how much is left. It answers while other things are wrong.
import { merge } from '../check/merge.ts';
import type { MergedNode } from '../check/merged.ts';
import { createReport } from '../check/report.ts';
import { formatExact, parseDecimal } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import type { Expression, RulesetNode } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import type { Workspace } from './workspace.ts';
import { chainOf, readFile } from './workspace.ts';

/** The points of the total, a group, an indicator or an item. */
export interface PointsNode {
  readonly kind: 'total' | 'group' | 'indicator' | 'item';
  readonly name: string;
  /** Empty for the total. */
  readonly path: readonly string[];
  /** Undefined where they are not a plain figure. */
  readonly points: Rational | undefined;
  /** Where the points that count are written, and where the part has its name. */
  readonly written: Span;
  readonly nameSpan: Span;
  readonly bonus: boolean;
  /** Whether its parts add up to it: not where a rule combines them or only some exist. */
  readonly adds: boolean;
  readonly children: readonly PointsNode[];
}

/** The points tree of a file; undefined where there is no ruleset. */
export function pointsTree(workspace: Workspace, file: string): PointsNode | undefined {
  const { trees } = workspace.memory;
  const on = chainOf(workspace, file).map((each) => readFile(workspace, each)?.result.file.ruleset);
  const before = trees.get(file);
  if (before?.on.length === on.length && on.every((each, place) => each === before.on[place]))
    return before.tree;
  const tree = readTree(on.filter((each) => each !== undefined).reverse());
  trees.set(file, { on, tree });
  return tree;
}

function readTree(rulesets: readonly RulesetNode[]): PointsNode | undefined {
  if (!isFilled(rulesets)) return undefined;
  const merged = merge(rulesets, createReport([]));
  const total = merged.statements.find(({ statement }) => statement.kind === 'total')?.statement;
  const { name } = merged.newest;
  return {
    kind: 'total',
    name: name.text,
    path: [],
    points: total?.kind === 'total' ? figureOf(total.points) : undefined,
    written: total?.kind === 'total' ? total.points.span : name.span,
    nameSpan: name.span,
    bonus: false,
    adds: addsUp(
      merged.statements.map(({ statement }) => statement.kind),
      merged.children,
    ),
    children: merged.children.map((child) => partOf(child, [])),
  };
}

function isFilled(
  rulesets: readonly RulesetNode[],
): rulesets is readonly [RulesetNode, ...RulesetNode[]] {
  return rulesets.length > 0;
}

function partOf(node: MergedNode, around: readonly string[]): PointsNode {
  const { head, name, points, children, statements } = node;
  const path = [...around, name.text];
  return {
    kind: head.kind,
    name: name.text,
    path,
    points: figureOf(points),
    written: points.span,
    nameSpan: name.span,
    bonus: head.kind === 'group' && head.standing !== 'counted',
    adds: addsUp(
      statements.map(({ statement }) => statement.kind),
      children,
    ),
    children: children.map((child) => partOf(child, path)),
  };
}

const NOT_A_SUM: ReadonlySet<string> = new Set(['score', 'decide', 'deduct', 'judged', 'pool']);

// Where a part exists for some departments only, what must add up differs from one to another.
function addsUp(kinds: readonly string[], children: readonly MergedNode[]): boolean {
  if (children.length === 0 || kinds.some((kind) => NOT_A_SUM.has(kind))) return false;
  return !children.some(({ statements }) =>
    statements.some(({ statement }) => statement.kind === 'applies'),
  );
}

function figureOf(points: Expression): Rational | undefined {
  return points.kind === 'number' && points.percent === ''
    ? parseDecimal(points.digits)
    : undefined;
}

/** What the parts of a part add up to; undefined while one of them is not known. */
export function sumOfParts({ children }: PointsNode): Rational | undefined {
  const known = children.filter(({ bonus }) => !bonus).map(({ points }) => points);
  return known.every((points) => points !== undefined) ? Q.sum(known) : undefined;
}

/** How many points are not given to parts yet; negative where too many are. */
export function leftIn(node: PointsNode): Rational | undefined {
  const sum = sumOfParts(node);
  if (!node.adds || sum === undefined || node.points === undefined) return undefined;
  return Q.subtract(node.points, sum);
}

/** Every part, the total first. */
export function partsOfTree(node: PointsNode): readonly PointsNode[] {
  return [node, ...node.children.flatMap(partsOfTree)];
}

const WORDS = {
  en: {
    label: 'points of its parts',
    left: (n: string) => `${n} left`,
    over: (n: string) => `${n} too many`,
    whole: 'add up',
  },
  zh: {
    label: '下级分值',
    left: (n: string) => `还差 ${n} 分`,
    over: (n: string) => `多出 ${n} 分`,
    whole: '合计相符',
  },
} as const;

/** Whether the parts of a part add up to it, as a fact beside it. */
export function pointsLeft(
  workspace: Workspace,
  file: string,
  path: readonly string[],
): readonly { readonly label: string; readonly text: string }[] {
  const tree = pointsTree(workspace, file);
  const node = tree && partsOfTree(tree).find((each) => each.path.join('\0') === path.join('\0'));
  const left = node && leftIn(node);
  if (left === undefined) return [];
  const words = WORDS[workspace.language];
  const sign = Q.signOf(left);
  const amount = formatExact(Q.absolute(left));
  const text = sign === 0 ? words.whole : sign > 0 ? words.left(amount) : words.over(amount);
  return [{ label: words.label, text }];
}
