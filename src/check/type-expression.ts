// A written expression → a checked one: names resolved, literals in base units, every part typed.
// Mistakes are said once, where they are, and the expression around them keeps quiet.
import type { Expression } from '../model/expression.ts';
import type * as Syntax from '../syntax/tree.ts';
import { BOOLEAN } from '../types/type.ts';
import type { Scope } from './scope.ts';
import { typeAggregate, typeEntry, typeList, typeRecord } from './type-aggregate.ts';
import { typeCall } from './type-call.ts';
import { cohortOutside, typeOwn, typeRank } from './type-cohort.ts';
import { textConstant, typeBoolean, typeDate, typeNumber } from './type-literal.ts';
import { typeEach, typeField, typeFullPoints, typeName } from './type-name.ts';
import {
  typeArithmetic,
  typeComparison,
  typeLogic,
  typeMember,
  typeNegate,
  typeRounded,
} from './type-operation.ts';
import { typeChoose, typeDecision, typeTiers } from './type-table.ts';
import type { Expected, Ground, Typing } from './typing.ts';
import { DEEPEST, mistake, typeCondition } from './typing.ts';

/** Typing in a scope, on ground that all scopes of a ruleset share. */
export function createTyping(ground: Ground, scope: Scope): Typing {
  const typing: Typing = {
    ...ground,
    scope,
    type: (expression, expected) => typeAtDepth(typing, expression, expected),
    within: (inner) => createTyping(ground, inner),
  };
  return typing;
}

function typeAtDepth(
  typing: Typing,
  expression: Syntax.Expression,
  expected: Expected,
): Expression {
  const { meter, report } = typing;
  if (meter.depth >= DEEPEST) {
    report.say('nested-too-deep', expression.span, { limit: DEEPEST });
    return mistake(expression.span);
  }
  meter.depth += 1;
  meter.peak = Math.max(meter.peak, meter.depth);
  const typed = typeExpression(typing, expression, expected);
  meter.depth -= 1;
  return typed;
}

function typeExpression(
  typing: Typing,
  expression: Syntax.Expression,
  expected: Expected,
): Expression {
  const { span } = expression;
  switch (expression.kind) {
    case 'missing':
      typing.report.leaveOut();
      return mistake(span);
    case 'number':
      return typeNumber(typing, expression);
    case 'date':
      return typeDate(typing, expression);
    case 'text':
      return textConstant(expression.text, span);
    case 'boolean':
      return typeBoolean(expression);
    case 'name':
      return typeName(typing, expression.name, expected);
    case 'full-points':
      return typeFullPoints(typing, span);
    case 'each':
      return typeEach(typing, span);
    case 'field':
      return typeField(typing, expression);
    case 'entry':
      return typeEntry(typing, expression);
    case 'negate':
      return typeNegate(typing, expression);
    case 'not':
      return {
        kind: 'not',
        operand: typeCondition(typing, expression.operand),
        type: BOOLEAN,
        span,
      };
    case 'arithmetic':
      return typeArithmetic(typing, expression);
    case 'comparison':
      return typeComparison(typing, expression);
    case 'logic':
      return typeLogic(typing, expression);
    case 'member':
      return typeMember(typing, expression);
    case 'choose':
      return typeChoose(typing, expression, expected);
    case 'call':
      return typeCall(typing, expression, expected);
    case 'aggregate':
      return typeAggregate(typing, expression);
    case 'cohort':
      return cohortOutside(typing, expression.of, span);
    case 'own':
      return typeOwn(typing, expression, expected);
    case 'rank':
      return typeRank(typing, expression);
    case 'rounded':
      return typeRounded(typing, expression, expected);
    case 'list':
      return typeList(typing, expression, expected);
    case 'record':
      return typeRecord(typing, expression, expected);
    case 'decision':
      return typeDecision(typing, expression, expected);
    case 'tiers':
      return typeTiers(typing, expression, expected);
    default:
      return expression satisfies never;
  }
}
