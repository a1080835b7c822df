// Decisions and tier tables: rows of a condition or a range and the value it gives.
import type { CstNode } from 'chevrotain';
import { comparisonOperators } from '../../grammar/token-roles.ts';
import { keywordTokens as K, symbolOf, symbolTokens as S } from '../../grammar/tokens.ts';
import type { Building } from './building.ts';
import { buildChild, grown } from './building.ts';
import { has, nodeOf, nodesOf, spanOf, tokenOf } from './reading.ts';
import type { ComparisonLink, DecisionRowNode, Expression, TierRowNode } from './tree.ts';

export function buildDecision(building: Building, cst: CstNode): Expression {
  const rows = [...nodesOf(cst, 'decisionRow'), ...nodesOf(cst, 'laterRow')].map(
    (row): DecisionRowNode => ({
      span: spanOf(building, row),
      afterEarlier: has(row, K.OtherwiseWhen),
      condition: buildChild(building, row, 'expression'),
      ...givenBy(building, row),
    }),
  );
  const last = nodeOf(cst, 'lastRow');
  const { value: otherwise, most: otherwiseMost } = last ? givenBy(building, last) : NOTHING;
  const decision: Expression = {
    kind: 'decision',
    span: spanOf(building, cst),
    rows,
    otherwise,
    otherwiseMost,
  };
  const parts = rows.flatMap(({ condition, value, most }) => [condition, value, most]);
  return grown(building, decision, otherwise, otherwiseMost, ...parts);
}

export function buildTiers(building: Building, cst: CstNode): Expression {
  const subject = buildChild(building, cst, 'arithmetic');
  const rows: TierRowNode[] = [];
  let otherwise: Expression | undefined;
  let otherwiseMost: Expression | undefined;
  for (const row of nodesOf(cst, 'tierRow')) {
    const { value, most } = givenBy(building, row);
    const match = matchOf(building, row);
    if (match) rows.push({ span: spanOf(building, row), match, value, most });
    else if (otherwise === undefined || otherwise.kind === 'missing') {
      otherwise = value;
      otherwiseMost = most;
    } else {
      const { start, end } = spanOf(building, row);
      const text = tokenOf(row, K.Otherwise)?.image ?? '';
      building.report({ kind: 'unexpected', start, end, text });
    }
  }
  const tiers: Expression = {
    kind: 'tiers',
    interpolated: has(cst, K.InterpolateOf),
    span: spanOf(building, cst),
    subject,
    rows,
    otherwise,
    otherwiseMost,
  };
  const parts = rows.flatMap(({ value, most }) => [value, most]);
  return grown(building, tiers, subject, otherwise, otherwiseMost, ...parts);
}

const NOTHING = { value: undefined, most: undefined };

/** What a row gives: a table, or a figure and perhaps a second one. */
function givenBy(
  building: Building,
  row: CstNode,
): { readonly value: Expression; readonly most: Expression | undefined } {
  const decision = nodeOf(row, 'decision');
  if (decision) return { value: building.expression(decision), most: undefined };
  const given = nodeOf(row, 'rowValue') ?? row;
  const tiers = nodeOf(given, 'tiers');
  if (tiers) return { value: building.expression(tiers), most: undefined };
  return { value: buildChild(building, given, 'arithmetic'), most: mostOf(building, given) };
}

/** The figure behind `..`, where a row gives two. */
export function mostOf(building: Building, row: CstNode): Expression | undefined {
  return has(row, S.Ellipsis) ? buildChild(building, row, 'arithmetic', 1) : undefined;
}

function matchOf(building: Building, row: CstNode): TierRowNode['match'] | undefined {
  const bounds = nodeOf(row, 'tierBounds');
  if (bounds) {
    return {
      kind: 'bounds',
      bounds: nodesOf(bounds, 'tierBound').map((bound) => boundOf(building, bound)),
    };
  }
  const values = nodeOf(row, 'tierValues');
  if (!values) return undefined;
  if (has(values, S.Ellipsis)) {
    const low = buildChild(building, values, 'arithmetic');
    return { kind: 'between', low, high: buildChild(building, values, 'arithmetic', 1) };
  }
  const written = nodesOf(values, 'arithmetic').map((value) => building.expression(value));
  return { kind: 'values', values: written };
}

function boundOf(building: Building, cst: CstNode): ComparisonLink {
  const operator = nodeOf(cst, 'comparisonOperator');
  return {
    operator: operator ? comparisonOf(operator) : '=',
    operand: buildChild(building, cst, 'arithmetic'),
  };
}

const COMPARISONS = {
  Equals: '=',
  NotEqual: '!=',
  Less: '<',
  LessOrEqual: '<=',
  Greater: '>',
  GreaterOrEqual: '>=',
} as const;

/** The sign of a `comparisonOperator` node. */
export function comparisonOf(cst: CstNode): ComparisonLink['operator'] {
  const token = tokenOf(cst, ...comparisonOperators);
  return COMPARISONS[(token && symbolOf(token)) as keyof typeof COMPARISONS];
}
