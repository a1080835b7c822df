// New points of a part whose rule states points of its own (`>= 90% : 10`, `执行率 * 6 分`) → the same rule
// with those figures in proportion. Only figures that stand for scores are touched; limits, steps and
// percentages stay as they are.
import type { Edit } from '../diagnostics/diagnostic.ts';
import { decimalsOf, formatExact, parseDecimal } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { nodeAt } from '../syntax/locate.ts';
import type { Expression, RuleNode } from '../syntax/tree.ts';
import type { Part } from '../syntax/visit.ts';
import type { SharedChecklist } from './checklist-points.ts';
import type { PartNode } from './declared.ts';
import type { PointsNode } from './points-tree.ts';
import type { Workspace } from './workspace.ts';
import { readFile } from './workspace.ts';

interface Figure {
  readonly node: Extract<Expression, { kind: 'number' }>;
  readonly value: Rational;
}

/** A rule in proportion, and what becomes of its figures: `10 → 8`. */
export interface SharedRule extends SharedChecklist {
  readonly changes: readonly { readonly before: Rational; readonly after: Rational }[];
}

/** More decimals than these nobody writes into a table of points. */
const MOST_DECIMALS = 4;
const ROUNDED = { step: Q.rational(1n, 100n), mode: 'half-up' } as const;

/**
 * The rule of a part with its figures in proportion to new points. Undefined where it has none, or where
 * the largest of them is not what the part has now: then they are not shares of its points.
 */
export function sharedRule(
  workspace: Workspace,
  part: PointsNode,
  points: Rational,
): SharedRule | undefined {
  const found = figuresOf(workspace, part);
  if (!found || !part.points || !Q.equal(found.largest, part.points)) return undefined;
  return scaled(workspace, found, points);
}

/** The same where the largest figure is above the points that the part has: the rule follows them. */
export function fittedRule(workspace: Workspace, part: PointsNode): SharedRule | undefined {
  const found = figuresOf(workspace, part);
  if (!found || !part.points || Q.compare(found.largest, part.points) <= 0) return undefined;
  return scaled(workspace, found, part.points);
}

interface Found {
  readonly declaration: PartNode;
  readonly figures: readonly Figure[];
  readonly largest: Rational;
}

function figuresOf(workspace: Workspace, { nameSpan, kind }: PointsNode): Found | undefined {
  if (kind !== 'indicator' && kind !== 'item') return undefined;
  const read = readFile(workspace, nameSpan.file);
  const declaration = read && nodeAt(read.result.file, nameSpan.start).findLast(isDeclared);
  const rules = declaration?.statements.filter(isRule) ?? [];
  // Deductions count from the full points, which they do not state.
  if (!declaration || rules.length !== 1) return undefined;
  const figures = rules.flatMap(figuresInRule);
  const [first, ...rest] = figures.map(({ value }) => value);
  if (first === undefined) return undefined;
  const largest = rest.reduce(Q.maximum, first);
  return Q.signOf(largest) > 0 ? { declaration, figures, largest } : undefined;
}

function isDeclared(part: Part): part is Part & PartNode {
  return 'kind' in part && (part.kind === 'indicator' || part.kind === 'item');
}

function isRule(statement: PartNode['statements'][number]): statement is RuleNode {
  return ['score', 'decide', 'judged', 'deduct'].includes(statement.kind);
}

function figuresInRule(rule: RuleNode): readonly Figure[] {
  if (rule.kind === 'score' || rule.kind === 'decide') return figuresIn(rule.value);
  if (rule.kind === 'deduct') return [];
  const { form } = rule;
  if (form.kind === 'banded') return figuresIn(form.table);
  if (form.kind !== 'choice') return [];
  return form.choices.flatMap(({ points, most }) => [
    ...figuresIn(points),
    ...(most ? figuresIn(most) : []),
  ]);
}

/** The figures of an expression that are scores: what rows give, and one factor of a product. */
function figuresIn(expression: Expression): readonly Figure[] {
  switch (expression.kind) {
    case 'number': {
      const value = expression.percent === '' ? parseDecimal(expression.digits) : undefined;
      return value ? [{ node: expression, value }] : [];
    }
    case 'tiers':
    case 'decision':
      return [
        ...expression.rows.flatMap(({ value, most }) => [
          ...figuresIn(value),
          ...(most ? figuresIn(most) : []),
        ]),
        ...(expression.otherwise ? figuresIn(expression.otherwise) : []),
        ...(expression.otherwiseMost ? figuresIn(expression.otherwiseMost) : []),
      ];
    case 'choose':
      return [...figuresIn(expression.then), ...figuresIn(expression.otherwise)];
    case 'arithmetic': {
      const { operator, left, right } = expression;
      if (operator === '*') {
        const own = [left, right].filter((side) => side.kind === 'number').flatMap(figuresIn);
        return own.length > 0 ? own.slice(0, 1) : figuresIn(left);
      }
      return operator === '/' ? figuresIn(left) : [...figuresIn(left), ...figuresIn(right)];
    }
    case 'rounded':
      return figuresIn(expression.operand);
    default:
      return [];
  }
}

function scaled(
  workspace: Workspace,
  { declaration, figures, largest }: Found,
  points: Rational,
): SharedRule | undefined {
  const source = readFile(workspace, declaration.span.file)?.source;
  if (!source || Q.signOf(points) <= 0) return undefined;
  const changed = figures.flatMap(({ node: { span }, value }) => {
    const exact = Q.divide(Q.multiply(value, points), largest);
    const decimals = decimalsOf(exact);
    const after =
      decimals === undefined || decimals > MOST_DECIMALS ? round(exact, ROUNDED) : exact;
    if (Q.equal(after, value)) return [];
    const written = source.text.slice(span.start, span.end);
    const edit: Edit = { span, text: written.replace(/^[0-9０-９.．]+/u, formatExact(after)) };
    return [{ edit, change: { before: value, after } }];
  });
  if (changed.length === 0) return undefined;
  return {
    declaration,
    edits: changed.map(({ edit }) => edit),
    changes: changed.map(({ change }) => change),
  };
}
