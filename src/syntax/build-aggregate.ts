// Concrete aggregates and ranks to syntax expressions.
import type { CstNode, TokenType } from 'chevrotain';
import { keywordTokens as K } from '../../grammar/tokens.ts';
import type { Building } from './building.ts';
import { buildChild, grown } from './building.ts';
import { has, missing, nodeOf, spanOf } from './reading.ts';
import type { AggregateWord, Expression, QuantilePlaceNode } from './tree.ts';

const AGGREGATES = [
  [K.SumOf, 'sum'],
  [K.MeanOf, 'mean'],
  [K.MinOf, 'min'],
  [K.MaxOf, 'max'],
  [K.CountOf, 'count'],
  [K.AllOf, 'all'],
  [K.AnyOf, 'any'],
  [K.MedianOf, 'median'],
  [K.ProductOf, 'product'],
  [K.VarianceOf, 'variance'],
  [K.QuantileOf, 'quantile'],
] as const satisfies readonly (readonly [TokenType, AggregateWord])[];
const READINGS = [
  [K.Interpolated, 'interpolated'],
  [K.Nearest, 'nearest'],
] as const;
const ORDERS = [
  [K.HighestFirst, 'highest'],
  [K.LowestFirst, 'lowest'],
] as const;
const TIES = [
  [K.TiesBest, 'best'],
  [K.TiesWorst, 'worst'],
  [K.TiesAverage, 'average'],
  [K.TiesDense, 'dense'],
] as const;

export function buildAggregate(building: Building, cst: CstNode): Expression {
  const fn = wordIn(cst, AGGREGATES) ?? 'sum';
  const operandRule = fn === 'all' || fn === 'any' ? 'negation' : 'arithmetic';
  const operand = buildChild(building, cst, operandRule);
  const list = clause(building, cst, 'over', 'postfix');
  const where = clause(building, cst, 'where', 'disjunction');
  const withoutHighest = clause(building, cst, 'withoutHighest', 'postfix');
  const withoutLowest = clause(building, cst, 'withoutLowest', 'postfix');
  const at = buildPlace(building, cst);
  const aggregate: Expression = {
    kind: 'aggregate',
    span: spanOf(building, cst),
    function: fn,
    of: list && operand,
    over: list ?? operand,
    where,
    withoutHighest,
    withoutLowest,
    at,
  };
  return grown(
    building,
    aggregate,
    operand,
    list,
    where,
    withoutHighest,
    withoutLowest,
    at?.share,
  );
}

export function buildRank(building: Building, cst: CstNode): Expression {
  const of = buildChild(building, cst, 'arithmetic');
  const over = clause(building, cst, 'over', 'postfix') ?? missing(building, cst);
  const where = clause(building, cst, 'where', 'disjunction');
  const rank: Expression = {
    kind: 'rank',
    span: spanOf(building, cst),
    of,
    over,
    where,
    order: wordIn(nodeOf(cst, 'rankOrder'), ORDERS),
    ties: wordIn(nodeOf(cst, 'rankTies'), TIES),
  };
  return grown(building, rank, of, over, where);
}

function buildPlace(building: Building, cst: CstNode): QuantilePlaceNode | undefined {
  const place = nodeOf(cst, 'quantilePlace');
  return (
    place && {
      span: spanOf(building, place),
      share: buildChild(building, place, 'postfix'),
      reading: wordIn(nodeOf(place, 'quantileReading'), READINGS),
    }
  );
}

// What a clause introduces; undefined where the clause is not there.
function clause(
  building: Building,
  cst: CstNode,
  name: string,
  rule: string,
): Expression | undefined {
  const found = nodeOf(cst, name);
  return found && buildChild(building, found, rule);
}

function wordIn<Word>(
  cst: CstNode | undefined,
  words: readonly (readonly [TokenType, Word])[],
): Word | undefined {
  return cst && words.find(([type]) => has(cst, type))?.[1];
}
