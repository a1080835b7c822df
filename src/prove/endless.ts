// Scores whose decimals may never end in a ruleset that rounds nothing: exact, but impossible to
// publish as they are.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { ruleExpression } from '../interpret/rule-expression.ts';
import { partsOf } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import { constantOf } from '../model/expression.ts';
import type { Framework, Indicator } from '../model/framework.ts';
import { decimalsOf } from '../number/decimal.ts';
import { ONE, divide, signOf } from '../number/rational.ts';
import { nodesOf } from './reading.ts';

/** One warning, on the first such score. */
export function endlessScores(framework: Framework): Diagnostic[] {
  const { items, indicators, groups, total } = framework.roundings;
  if (items ?? indicators ?? groups ?? total) return [];
  const mayNotEnd = endlessness(framework);
  const nodes = nodesOf(framework.children).filter((node) => node.rounding === undefined);
  const awarded = nodes.find(
    ({ notApplicable }) => notApplicable?.award && mayNotEnd(notApplicable.award),
  );
  if (awarded) return [diagnose('score-may-not-end', awarded.nameSpan, { name: awarded.name })];
  const endless = nodes
    .filter((node): node is Indicator => node.kind === 'indicator')
    .flatMap((indicator) => indicator.items)
    .find((item) => item.rounding === undefined && mayNotEnd(ruleExpression(item)));
  return endless ? [diagnose('score-may-not-end', endless.nameSpan, { name: endless.name })] : [];
}

// Each let is looked into once: definitions that lean on one another would multiply otherwise.
function endlessness(framework: Framework): (expression: Expression) => boolean {
  const lets = new Map<string, boolean>();
  const mayNotEnd = (expression: Expression): boolean => {
    if (expression.kind !== 'let') return isEndless(expression, mayNotEnd);
    const definition = framework.lets.get(expression.id);
    const known =
      lets.get(expression.id) ?? (definition !== undefined && mayNotEnd(definition.value));
    lets.set(expression.id, known);
    return known;
  };
  return mayNotEnd;
}

function isEndless(
  expression: Exclude<Expression, { kind: 'let' }>,
  mayNotEnd: (part: Expression) => boolean,
): boolean {
  switch (expression.kind) {
    case 'constant': {
      const figure = constantOf(expression);
      return figure !== undefined && decimalsOf(figure) === undefined;
    }
    case 'arithmetic': {
      const { operator, left, right } = expression;
      if (operator !== '/') return [left, right].some(mayNotEnd);
      const divisor = constantOf(right);
      if (divisor === undefined || signOf(divisor) === 0) return true;
      return mayNotEnd(left) || decimalsOf(divide(ONE, divisor)) === undefined;
    }
    case 'round':
      return decimalsOf(expression.rounding.step) === undefined;
    case 'call': {
      const { builtin } = expression;
      if (builtin === 'floor' || builtin === 'ceiling') return false;
      // Its decimals never end, which is an error of its own where nothing rounds it.
      if (builtin === 'growth') return true;
      return builtin === 'achievement' || expression.arguments.some(mayNotEnd);
    }
    case 'aggregate':
      if (expression.function === 'count') return false;
      return (
        expression.function === 'mean' ||
        expression.function === 'variance' ||
        (expression.of !== undefined && mayNotEnd(expression.of)) ||
        (expression.at !== undefined && mayNotEnd(expression.at.share))
      );
    case 'rank':
      return false;
    case 'decision':
    case 'tiers':
      return [
        ...expression.rows.map((row) => row.value),
        ...(expression.otherwise ? [expression.otherwise] : []),
      ].some(mayNotEnd);
    default:
      return partsOf(expression).some(mayNotEnd);
  }
}
