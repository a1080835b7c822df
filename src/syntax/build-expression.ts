// Concrete expressions to syntax expressions. Chains of operators lean to the left; a chain or nest
// that would make the tree too deep to walk is reported and cut off.
import type { CstNode, IToken } from 'chevrotain';
import { keywordTokens as K, symbolOf, symbolTokens as S } from '../../grammar/tokens.ts';
import { joinSpans } from '../text/span.ts';
import { buildOperand } from './build-operand.ts';
import { comparisonOf } from './build-rows.ts';
import type { Building } from './building.ts';
import { buildChild, buildRounding, grown } from './building.ts';
import { has, nodeOf, nodesOf, soleNode, spanAfter, spanOf, startOf, tokensOf } from './reading.ts';
import type { Expression } from './tree.ts';

/** Rules of operators: without one, their nodes hold what they are and nothing else. */
const OF_OPERATORS: ReadonlySet<string> = new Set([
  'expression',
  'disjunction',
  'conjunction',
  'negation',
  'comparison',
  'arithmetic',
  'term',
  'signed',
]);

/** Builds any node from `expression` down to `primary`. */
export function buildExpression(building: Building, whole: CstNode): Expression {
  const cst = withoutOperators(whole);
  switch (cst.name) {
    case 'expression':
      return buildRounded(building, cst);
    case 'disjunction':
      return buildLogic(building, cst, 'conjunction', 'or', tokensOf(cst, K.Or));
    case 'conjunction':
      return buildLogic(building, cst, 'negation', 'and', tokensOf(cst, K.And));
    case 'negation':
      return has(cst, K.Not)
        ? buildPrefix(building, cst, 'not', 'negation')
        : buildChild(building, cst, 'comparison');
    case 'comparison':
      return buildComparison(building, cst);
    case 'arithmetic':
      return buildArithmetic(building, cst, 'term', tokensOf(cst, S.Plus, S.Minus));
    case 'term':
      return buildArithmetic(building, cst, 'signed', tokensOf(cst, S.Times, S.Slash));
    case 'signed':
      return has(cst, S.Minus)
        ? buildPrefix(building, cst, 'negate', 'signed')
        : buildChild(building, cst, 'postfix');
    default:
      return buildOperand(building, cst);
  }
}

// Most operands stand below eight rules of which none has an operator.
function withoutOperators(whole: CstNode): CstNode {
  let cst = whole;
  while (OF_OPERATORS.has(cst.name)) {
    const inner = soleNode(cst);
    if (inner === undefined) return cst;
    cst = inner;
  }
  return cst;
}

function buildRounded(building: Building, cst: CstNode): Expression {
  const operand = buildChild(building, cst, 'disjunction');
  const rounding = nodeOf(cst, 'rounding');
  if (!rounding) return operand;
  const rounded = buildRounding(building, rounding);
  return grown(
    building,
    { kind: 'rounded', span: spanOf(building, cst), operand, rounding: rounded },
    operand,
    rounded.step,
  );
}

function buildPrefix(
  building: Building,
  cst: CstNode,
  kind: 'not' | 'negate',
  rule: string,
): Expression {
  const operand = buildChild(building, cst, rule);
  return grown(building, { kind, span: spanOf(building, cst), operand }, operand);
}

interface Link<Operator> {
  readonly operator: Operator;
  readonly operand: Expression;
}

/** Pairs each operator with the operand behind it; an operator without one gets a missing operand. */
function linksOf<Operator extends { readonly start: number }>(
  building: Building,
  cst: CstNode,
  operators: readonly Operator[],
  operands: readonly CstNode[],
): readonly Link<Operator>[] {
  let next = 1;
  return operators.map((operator, at) => {
    const operand = operands[next];
    const limit = operators[at + 1]?.start ?? Infinity;
    if (operand && startOf(operand) < limit) {
      next++;
      return { operator, operand: buildExpression(building, operand) };
    }
    const end = limit === Infinity ? spanAfter(building, cst).end : limit;
    return {
      operator,
      operand: { kind: 'missing', span: { file: building.source.file, start: end, end } },
    };
  });
}

function withStart(token: IToken): { readonly token: IToken; readonly start: number } {
  return { token, start: token.startOffset };
}

function buildLogic(
  building: Building,
  cst: CstNode,
  rule: string,
  operator: 'and' | 'or',
  words: readonly IToken[],
): Expression {
  const links = linksOf(building, cst, words.map(withStart), nodesOf(cst, rule));
  return links.reduce<Expression>(
    (left, { operand: right }) => {
      const span = joinSpans(left.span, right.span);
      return grown(building, { kind: 'logic', span, operator, left, right }, left, right);
    },
    buildChild(building, cst, rule),
  );
}

const ARITHMETIC = { Plus: '+', Minus: '-', Times: '*', Slash: '/' } as const;

function buildArithmetic(
  building: Building,
  cst: CstNode,
  rule: string,
  signs: readonly IToken[],
): Expression {
  const links = linksOf(building, cst, signs.map(withStart), nodesOf(cst, rule));
  return links.reduce<Expression>(
    (left, { operator: { token }, operand: right }) => {
      const operator = ARITHMETIC[symbolOf(token) as keyof typeof ARITHMETIC];
      const span = joinSpans(left.span, right.span);
      return grown(building, { kind: 'arithmetic', span, operator, left, right }, left, right);
    },
    buildChild(building, cst, rule),
  );
}

function buildComparison(building: Building, cst: CstNode): Expression {
  const first = buildChild(building, cst, 'arithmetic');
  const operators = nodesOf(cst, 'comparisonOperator').map((node) => ({
    node,
    start: startOf(node),
  }));
  const links = linksOf(building, cst, operators, nodesOf(cst, 'arithmetic')).map(
    ({ operator, operand }) => ({
      operator: comparisonOf(operator.node),
      operand,
    }),
  );
  const span = spanOf(building, cst);
  const member = nodeOf(cst, 'membership');
  const compared: Expression =
    links.length === 0
      ? first
      : grown(
          building,
          { kind: 'comparison', span, first, links },
          first,
          ...links.map(({ operand }) => operand),
        );
  if (!member) return compared;
  const among = nodesOf(member, 'arithmetic').map((entry) => buildExpression(building, entry));
  return grown(building, { kind: 'member', span, of: compared, among }, compared, ...among);
}
