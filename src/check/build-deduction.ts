// `deduct` statements → deductions. A step needs its reading, because districts read the same
// sentence differently; it may be left out only where all readings give the same.
import type { Expression } from '../model/expression.ts';
import type { Deduction } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import { NUMBER } from '../types/type.ts';
import { isCount } from '../types/unit.ts';
import { numberValue } from '../types/value.ts';
import { agree } from './agree.ts';
import { appendFix } from './suggest.ts';
import { fixedStep } from './type-operation.ts';
import type { Typing } from './typing.ts';
import { isNumeric, mistake, typeCondition, typeScore } from './typing.ts';

/** One deduction; undefined after saying what it lacks. */
export function buildDeduction(typing: Typing, node: Syntax.DeductNode): Deduction | undefined {
  const amount = typeScore(typing, node.amount);
  const figure = figureOf(typing, amount);
  if (figure && Q.signOf(figure) <= 0) typing.report.say('deduction-not-positive', amount.span, {});
  const condition = node.condition && typeCondition(typing, node.condition);
  const atMost = node.atMost && typeScore(typing, node.atMost);
  const base = { amount, condition, atMost, span: node.span };
  if (node.per && node.subject) {
    const step = stepOf(typing, node, node.per, node.subject);
    return step && { kind: 'step', ...base, ...step };
  }
  return { kind: 'each', ...base, count: node.per && countOf(typing, node.per) };
}

function figureOf(typing: Typing, expression: Expression): Q.Rational | undefined {
  const value = typing.constant(expression);
  return value?.kind === 'number' ? value.range.low?.value : undefined;
}

function countOf(typing: Typing, per: Syntax.Expression): Expression {
  const count = typing.type(per);
  const { type, span } = count;
  if (type.kind === 'error') return count;
  if (type.kind !== 'number' || !isCount(type.unit)) {
    typing.report.say('not-a-count', span, { found: type });
    return mistake(span);
  }
  if (figureOf(typing, count)) typing.report.say('deduction-subject-missing', span, {});
  return count;
}

function stepOf(
  typing: Typing,
  node: Syntax.DeductNode,
  per: Syntax.Expression,
  of: Syntax.Expression,
) {
  const subject = typing.type(of);
  const step = typing.type(per);
  const limit = node.limit ? typing.type(node.limit) : zeroAt(of.span);
  const numeric = [subject, step, limit].map((part) => isNumeric(typing, part));
  if (numeric.includes(false)) return undefined;
  const stepAgrees = agree(typing, subject, step);
  const limitAgrees = agree(typing, subject, limit);
  const size = stepAgrees && fixedStep(typing, stepAgrees.right);
  if (!stepAgrees || !limitAgrees || !size) return undefined;
  const reading =
    node.reading ?? (readingsAgree(typing, subject, size, limit) ? 'prorated' : undefined);
  if (reading === undefined) {
    sayReadingMissing(typing, node, (node.limit ?? of).span);
    return undefined;
  }
  return {
    step: stepAgrees.right,
    subject,
    side: node.side ?? 'above',
    limit: limitAgrees.right,
    reading,
  } as const;
}

function zeroAt(span: Expression['span']): Expression {
  return { kind: 'constant', type: NUMBER, value: numberValue(Q.ZERO), text: '0', span };
}

// Whole figures are whole steps when one step divides 1.
function readingsAgree(
  typing: Typing,
  subject: Expression,
  step: Q.Rational,
  limit: Expression,
): boolean {
  const start = figureOf(typing, limit);
  const whole =
    subject.type.kind === 'number' &&
    subject.type.integer &&
    start !== undefined &&
    Q.isInteger(start);
  return whole && Q.isInteger(Q.divide(Q.ONE, step));
}

function sayReadingMissing(
  typing: Typing,
  node: Syntax.DeductNode,
  after: Expression['span'],
): void {
  const readings = [
    ['prorated', '按比例'],
    ['per full step', '按满步'],
    ['per started step', '不足一步按一步'],
  ] as const;
  const choices = readings.map(([en, zh]) => ({
    ...appendFix(after, ` ${en}`),
    title: { en: `Read it ${en}`, zh: `按“${zh}”理解` },
  }));
  typing.report.say('deduction-step-missing', node.per?.span ?? node.span, {}, { choices });
}
