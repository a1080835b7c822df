// Concrete types and bounds to syntax nodes.
import type { CstNode } from 'chevrotain';
import {
  Identifier,
  NumberLiteral,
  QuotedName,
  keywordTokens as K,
  symbolTokens as S,
} from '../../grammar/tokens.ts';
import type { Span } from '../text/span.ts';
import { digitsOf } from './build-operand.ts';
import type { Building } from './building.ts';
import { buildChild } from './building.ts';
import {
  has,
  nodeOf,
  nodesOf,
  readName,
  readNameToken,
  readNames,
  readText,
  spanAfter,
  spanOf,
  spanOfToken,
  tokenOf,
} from './reading.ts';
import type { BoundNode, Expression, FieldNode, TypeExpression } from './tree.ts';

const SIMPLE = [
  [K.Number, 'number'],
  [K.Integer, 'integer'],
  [K.Percent, 'percent'],
  [K.Points, 'points'],
  [K.YesOrNo, 'boolean'],
  [K.Date, 'date'],
  [K.TextType, 'text'],
  [K.Target, 'target'],
  [K.Actual, 'actual'],
] as const;

/** The type in a parent's `type` child, or a missing one. */
export function buildTypeOf(building: Building, parent: CstNode): TypeExpression {
  const type = nodeOf(parent, 'type');
  return type ? buildType(building, type) : { kind: 'missing', span: spanAfter(building, parent) };
}

/** Builds a `type` node. */
export function buildType(building: Building, cst: CstNode): TypeExpression {
  const span = spanOf(building, cst);
  const simple = nodeOf(cst, 'simpleType');
  if (simple)
    return {
      kind: 'simple',
      span,
      name: SIMPLE.find(([type]) => has(simple, type))?.[1] ?? 'number',
    };
  const measured = nodeOf(cst, 'measuredType');
  if (measured) {
    const kind = has(measured, K.MoneyIn)
      ? 'money'
      : has(measured, K.CountOf)
        ? 'count'
        : 'measure';
    return { kind, span, unit: readName(building, measured) };
  }
  const enumeration = nodeOf(cst, 'enumeration');
  if (enumeration) return buildEnumeration(building, enumeration, span);
  const list = nodeOf(cst, 'listType');
  if (list) return buildList(building, list);
  const record = nodeOf(cst, 'recordType');
  if (record) {
    const fields = nodesOf(record, 'fieldDeclaration').map((field) => buildField(building, field));
    return { kind: 'record', span, fields };
  }
  const name = tokenOf(cst, Identifier, QuotedName);
  return name
    ? { kind: 'named', span, name: readNameToken(building, name) }
    : { kind: 'missing', span };
}

function buildEnumeration(building: Building, cst: CstNode, span: Span): TypeExpression {
  const rows = nodesOf(cst, 'ranking');
  const isRanked = rows.some((row) => has(row, S.Greater));
  const ranked = isRanked ? (rows.length === 1 ? 'all' : 'some') : 'none';
  return { kind: 'one-of', span, values: rows.flatMap((row) => readNames(building, row)), ranked };
}

function buildList(building: Building, cst: CstNode): TypeExpression {
  const token = tokenOf(cst, NumberLiteral);
  const least: Expression | undefined = token && {
    kind: 'number',
    span: spanOfToken(building, token),
    digits: digitsOf(token.image),
    percent: '',
    unit: undefined,
  };
  const exact = least !== undefined && !has(cst, K.AtLeast);
  return {
    kind: 'list',
    span: spanOf(building, cst),
    least,
    exact,
    of: buildTypeOf(building, cst),
  };
}

function buildField(building: Building, cst: CstNode): FieldNode {
  return {
    span: spanOf(building, cst),
    names: readNames(building, cst),
    type: buildTypeOf(building, cst),
    bounds: buildBounds(building, cst),
    about: readText(building, cst),
  };
}

/** The bounds after a type; `from A to B` gives two. */
export function buildBounds(building: Building, cst: CstNode): readonly BoundNode[] {
  return nodesOf(cst, 'bound').flatMap((bound) => buildBound(building, bound));
}

function buildBound(building: Building, cst: CstNode): readonly BoundNode[] {
  const span = spanOf(building, cst);
  const limit = buildChild(building, cst, 'arithmetic');
  if (has(cst, K.From)) {
    const high = buildChild(building, cst, 'arithmetic', 1);
    return [
      { span, operator: '>=', limit },
      { span, operator: '<=', limit: high },
    ];
  }
  const operators = [
    [K.AtLeast, '>='],
    [K.Above, '>'],
    [K.AtMost, '<='],
  ] as const;
  return [{ span, operator: operators.find(([type]) => has(cst, type))?.[1] ?? '<', limit }];
}
