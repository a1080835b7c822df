// What building a syntax tree from the concrete one needs everywhere: the source, where to report,
// how to build an expression, and how deep expressions have grown.
import type { CstNode } from 'chevrotain';
import type { Problem } from '../../grammar/problems.ts';
import type { Source } from '../text/source.ts';
import { keywordTokens as K } from '../../grammar/tokens.ts';
import { has, missing, nodeOf, nodesOf, spanOf } from './reading.ts';
import type { CapNode, Expression, RoundedTo } from './tree.ts';

export interface Building {
  readonly source: Source;
  readonly report: (problem: Problem) => void;
  /** Builds any node of the expression grammar. */
  readonly expression: (cst: CstNode) => Expression;
  /** How deep each composite expression goes. */
  readonly depths: WeakMap<Expression, number>;
  /** What was met on the way. */
  readonly met: { scoreByPath: boolean };
}

/** No expression that a person wrote is as deep as this. */
const DEPTH_LIMIT = 200;

/** Notes how deep an expression goes; one that goes too deep becomes a missing one. */
export function grown(
  building: Building,
  expression: Expression,
  ...parts: readonly (Expression | undefined)[]
): Expression {
  const depth = 1 + Math.max(0, ...parts.map((part) => (part && building.depths.get(part)) ?? 1));
  if (depth > DEPTH_LIMIT) {
    const { start, end } = expression.span;
    building.report({ kind: 'nesting-too-deep', start, end, limit: DEPTH_LIMIT });
    return { kind: 'missing', span: expression.span };
  }
  building.depths.set(expression, depth);
  return expression;
}

/** The expression in a parent's child of some rule, or a missing one. */
export function buildChild(
  building: Building,
  parent: CstNode,
  rule: string,
  occurrence = 0,
): Expression {
  const cst = nodesOf(parent, rule)[occurrence];
  return cst ? building.expression(cst) : missing(building, parent);
}

/** The same, where the part may be left out. */
export function buildOptional(
  building: Building,
  parent: CstNode,
  rule: string,
  occurrence = 0,
): Expression | undefined {
  const cst = nodesOf(parent, rule)[occurrence];
  return cst && building.expression(cst);
}

/** `rounded to 0.1% half up`, or a statement that ends so: its `step` node holds both. */
export function buildRounding(building: Building, cst: CstNode): RoundedTo {
  const step = nodeOf(cst, 'step') ?? cst;
  const mode = nodeOf(step, 'roundingMode');
  return {
    step: buildChild(building, step, 'arithmetic'),
    mode: mode && modeOf(mode),
    span: spanOf(building, cst),
  };
}

function modeOf(cst: CstNode): RoundedTo['mode'] {
  if (has(cst, K.HalfUp)) return 'half-up';
  if (has(cst, K.HalfEven)) return 'half-even';
  return has(cst, K.Up) ? 'up' : 'down';
}

/** The caps in a head. */
export function buildCaps(building: Building, cst: CstNode): readonly CapNode[] {
  return nodesOf(cst, 'cap').map((cap) => buildCap(building, cap));
}

/** `at most 6`, `at least 0`, `uncapped` */
export function buildCap(building: Building, cst: CstNode): CapNode {
  const span = spanOf(building, cst);
  if (has(cst, K.Uncapped)) return { kind: 'cap', span, side: 'uncapped', limit: undefined };
  const side = has(cst, K.AtLeast) ? 'at-least' : 'at-most';
  return { kind: 'cap', span, side, limit: buildChild(building, cst, 'arithmetic') };
}
