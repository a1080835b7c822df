// The rule that stands in a group, in an indicator with items or at the top: it combines the parts'
// scores and stands in place of their sum.
import type { Expression } from '../model/expression.ts';
import type { Rational } from '../number/rational.ts';
import { ruleStatements } from './build-rule.ts';
import type { MergedStatement } from './merged.ts';
import { notMonotoneOf } from './open-node.ts';
import { combiningScope } from './scope.ts';
import type { Typing } from './typing.ts';
import { typeScore } from './typing.ts';

/** What is combined: its name, its points as far as they are known, and how many parts it has. */
interface Combined {
  readonly name: string;
  readonly points: Rational | undefined;
  readonly count: number;
}

/** The combining rule among the statements of a body, if there is one. */
export function buildCombine(
  typing: Typing,
  statements: readonly MergedStatement[],
  { name, points, count }: Combined,
): Expression | undefined {
  const { report } = typing;
  const [first, second] = ruleStatements(statements);
  if (first === undefined) {
    const alone = notMonotoneOf(statements);
    if (alone) report.say('not-monotone-without-rule', alone.span, { name });
    return undefined;
  }
  if (first.kind === 'deduct' || first.kind === 'judged') {
    report.say('cannot-combine', first.span, { name });
    return undefined;
  }
  if (second) {
    const related = [{ span: first.span, note: { en: 'the first rule', zh: '第一条规则' } }];
    report.say('several-rules', second.span, { name }, { related });
  }
  const inside = typing.within(combiningScope(typing.scope, points ?? 'unknown', count));
  return typeScore(inside, first.value);
}
