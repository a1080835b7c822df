// What comparing with other departments gave, for the trace: how many took part, and whose figures
// decided. Who takes part in a comparison that is the same for all is found once for a cohort.
import type { MemberValue } from '../interpret/interpreter.ts';
import { within } from '../model/expression-parts.ts';
import type { AggregateExpression, Expression, RankExpression } from '../model/expression.ts';
import type { Step } from '../model/sheet.ts';
import { equal } from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import type { Value } from '../types/value.ts';
import { UNKNOWN_DEPARTMENT } from '../model/reads.ts';
import type { Scoring } from './scoring.ts';

type Comparison = AggregateExpression | RankExpression;

/** A step for every comparison that an expression makes, in reading order. */
export function comparisonSteps(scoring: Scoring, expression: Expression): Step[] {
  const comparisons = scoring.references.comparisons(expression);
  return comparisons.map((comparison) => stepFor(scoring, comparison));
}

function stepFor(scoring: Scoring, expression: Comparison): Step {
  const value = scoring.show(expression);
  const members = scoring.unnoted(() => membersOf(scoring, expression));
  const named = members.filter(({ member }) => member.name !== UNKNOWN_DEPARTMENT);
  const certain = named.filter((each) => each.certain).length;
  const own = named.find((each) => each.isOwn)?.value;
  return {
    kind: 'comparison',
    expression,
    value,
    certain,
    possible: named.length - certain,
    further: named.length < members.length,
    deciding: members.every((each) => each.certain) ? decidingOf(expression, named, value) : [],
    own,
  };
}

function membersOf(scoring: Scoring, expression: Comparison): readonly MemberValue[] {
  const { interpreter, compared } = scoring;
  const { cohort, name } = compared;
  if (cohort.known === undefined || !isSameForAll(expression))
    return interpreter.members(expression);
  let members = cohort.compared.get(expression);
  if (members === undefined) {
    members = interpreter.members(overAll(expression));
    cohort.compared.set(expression, members);
  }
  const isOverOthers = expression.kind === 'aggregate' && !isOverAll(expression);
  return members
    .filter(({ member }) => !isOverOthers || member.name !== name)
    .map((each) => ({ ...each, isOwn: each.member.name === name }));
}

// With nothing of this department in it, every department sees the same figures.
function isSameForAll({ of, where }: Comparison): boolean {
  return [of, where].every(
    (part) => !part || [...within(part)].every(({ kind }) => kind !== 'own'),
  );
}

function isOverAll({ over }: AggregateExpression): boolean {
  return over.kind === 'cohort' && over.of === 'all';
}

function overAll(expression: Comparison): Comparison {
  if (expression.kind === 'rank' || expression.over.kind !== 'cohort') return expression;
  return { ...expression, over: { ...expression.over, of: 'all' } };
}

function decidingOf(
  expression: Comparison,
  members: readonly MemberValue[],
  value: Value,
): readonly string[] {
  const names = (those: readonly MemberValue[]) => those.map(({ member }) => member.name);
  if (expression.kind === 'rank') {
    const own = members.find((each) => each.isOwn)?.value;
    return names(members.filter((each) => !each.isOwn && sameFigure(each.value, own)));
  }
  switch (expression.function) {
    case 'min':
    case 'max':
    case 'median':
    case 'quantile':
      return names(members.filter((each) => sameFigure(each.value, value)));
    case 'all':
    case 'any': {
      const settling = expression.function === 'any';
      return names(members.filter((each) => isKnownAs(each.value, settling)));
    }
    case 'sum':
    case 'mean':
    case 'count':
    case 'product':
    case 'variance':
      return [];
    default:
      return expression.function satisfies never;
  }
}

function sameFigure(a: Value | undefined, b: Value | undefined): boolean {
  const [one, other] = [figureOf(a), figureOf(b)];
  return one !== undefined && other !== undefined && equal(one, other);
}

function figureOf(value: Value | undefined) {
  return value?.kind === 'number' || value?.kind === 'date' ? pointOf(value.range) : undefined;
}

function isKnownAs(value: Value | undefined, truth: boolean): boolean {
  return value?.kind === 'boolean' && value.canBeTrue === truth && value.canBeFalse === !truth;
}
