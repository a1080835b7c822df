// The rule of an item, or of an indicator without items: one formula, table, award, or list of
// deductions.
import type { Rule } from '../model/framework.ts';
import type { Span } from '../text/span.ts';
import { joinSpans } from '../text/span.ts';
import type * as Syntax from '../syntax/tree.ts';
import { buildDeduction } from './build-deduction.ts';
import type { Awarded } from './build-judged.ts';
import { buildJudged } from './build-judged.ts';
import type { MergedStatement } from './merged.ts';
import { statementWord } from './statement-places.ts';
import type { Typing } from './typing.ts';
import { typeScore } from './typing.ts';

/** The rule statements of a body. */
export function ruleStatements(statements: readonly MergedStatement[]): Syntax.RuleNode[] {
  return statements.flatMap(({ statement }) => (isRule(statement) ? [statement] : []));
}

function isRule(statement: MergedStatement['statement']): statement is Syntax.RuleNode {
  return statementWord(statement.kind) === 'rule';
}

/** The one rule that these statements make; there is at least one. */
export function buildRule(
  typing: Typing,
  [first, ...others]: readonly [Syntax.RuleNode, ...Syntax.RuleNode[]],
  awarded: Awarded,
): Rule {
  const second = others.find((rule) => rule.kind !== 'deduct' || first.kind !== 'deduct');
  if (second) {
    const related = [{ span: first.span, note: { en: 'the first rule', zh: '第一条规则' } }];
    typing.report.say('several-rules', second.span, { name: awarded.name }, { related });
  }
  switch (first.kind) {
    case 'score':
    case 'decide':
      return { kind: 'formula', value: typeScore(typing, first.value), span: first.span };
    case 'judged':
      return { kind: 'judged', input: buildJudged(typing, first, awarded), span: first.span };
    case 'deduct': {
      const nodes = [first, ...others].flatMap((rule) => (rule.kind === 'deduct' ? [rule] : []));
      const deductions = nodes.flatMap((node) => buildDeduction(typing, node) ?? []);
      return { kind: 'deduct', deductions, span: spanOf(nodes, first.span) };
    }
    default:
      return first satisfies never;
  }
}

function spanOf(nodes: readonly { readonly span: Span }[], first: Span): Span {
  return nodes.reduce((whole, { span }) => joinSpans(whole, span), first);
}
