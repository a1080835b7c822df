// `at most`, `at least` and `uncapped`, from the head of a declaration and from its body.
import type { Expression } from '../model/expression.ts';
import type { Caps } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { pointOf } from '../types/range.ts';
import type { MergedStatement } from './merged.ts';
import type { Place } from './statement-places.ts';
import type { Typing } from './typing.ts';
import { typeScore } from './typing.ts';

export const NO_CAPS: Caps = { atLeast: undefined, atMost: undefined, uncapped: false };

/** The `cap` statements of a body. */
export function capStatements(statements: readonly MergedStatement[]): Syntax.CapNode[] {
  return statements.flatMap(({ statement }) => (statement.kind === 'cap' ? [statement] : []));
}

/** The limits that these caps set together. */
export function buildCaps(typing: Typing, caps: readonly Syntax.CapNode[], place: Place): Caps {
  const { report } = typing;
  const first = new Map<Syntax.CapNode['side'], Syntax.CapNode>();
  for (const cap of caps) {
    const earlier = first.get(cap.side);
    if (earlier) {
      const related = [{ span: earlier.span, note: { en: 'the first one', zh: '第一个在这里' } }];
      report.say('duplicate-statement', cap.span, { statement: 'cap', place }, { related });
    } else first.set(cap.side, cap);
  }
  const atLeast = limitOf(typing, first.get('at-least'));
  const atMost = limitOf(typing, first.get('at-most'));
  const uncapped = first.get('uncapped');
  if (uncapped && (atLeast ?? atMost)) report.say('limits-contradict', uncapped.span, {});
  const [low, high] = [atLeast, atMost].map((limit) => limit && figureOf(typing, limit));
  if (low && high && atMost && Q.compare(low, high) > 0)
    report.say('limits-contradict', atMost.span, {});
  return { atLeast, atMost, uncapped: uncapped !== undefined };
}

function limitOf(typing: Typing, cap: Syntax.CapNode | undefined): Expression | undefined {
  if (!cap) return undefined;
  if (cap.limit) return typeScore(typing, cap.limit);
  if (cap.side !== 'uncapped') typing.report.leaveOut();
  return undefined;
}

function figureOf(typing: Typing, limit: Expression): Q.Rational | undefined {
  const value = typing.constant(limit);
  return value?.kind === 'number' ? pointOf(value.range) : undefined;
}
