// What compares departments: the cohort that an aggregate looks at, the department's own figures
// inside of it, and its place among the others.
import type { CohortExpression, Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { INTEGER, NUMBER } from '../types/type.ts';
import { cohortScope } from './scope.ts';
import type { Expected, Typing } from './typing.ts';
import { isNumeric, mistake, typeCondition } from './typing.ts';

type Node<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

/** The departments after `over`. */
export function typeCohort({ of, span }: Node<'cohort'>): CohortExpression {
  const member = { kind: 'record', fields: new Map() } as const;
  // The department being scored is always one of them.
  const least = of === 'all' ? 1 : 0;
  return { kind: 'cohort', of, type: { kind: 'list', of: member, least, most: undefined }, span };
}

/** Departments where a value is due. */
export function cohortOutside(typing: Typing, of: 'all' | 'others', span: Span): Expression {
  typing.report.say('cohort-outside', span, { of });
  return mistake(span);
}

/** Typing of what is worked out for each department of a cohort. */
export function typingOfMembers(typing: Typing): Typing {
  return typing.within(cohortScope(typing.scope));
}

/** `own E`: E as it is outside the aggregate. */
export function typeOwn(
  typing: Typing,
  { operand, span }: Node<'own'>,
  expected: Expected,
): Expression {
  const { asker } = typing.scope;
  if (asker === undefined) {
    typing.report.say('own-outside', span, {});
    return mistake(span);
  }
  const typed = typing.within(asker).type(operand, expected);
  return typed.type.kind === 'error' ? typed : { kind: 'own', operand: typed, type: typed.type, span };
}

export function typeRank(typing: Typing, rank: Node<'rank'>): Expression {
  const { span, over, order, ties } = rank;
  if (over.kind !== 'cohort' || over.of !== 'all') {
    if (over.kind === 'missing') typing.report.leaveOut();
    else typing.report.say('rank-over-cohort', over.span, {});
    return mistake(span);
  }
  const inside = typingOfMembers(typing);
  const of = inside.type(rank.of);
  const where = rank.where && typeCondition(inside, rank.where);
  if (of.type.kind !== 'date' && !isNumeric(inside, of)) return mistake(span);
  if (order === undefined || ties === undefined) {
    typing.report.leaveOut();
    return mistake(span);
  }
  const type = ties === 'average' ? NUMBER : INTEGER;
  return { kind: 'rank', of, where, order, ties, type, span };
}
