// Operators: arithmetic with units, comparisons and their chains, membership, logic, rounding.
import type { ArithmeticOperator, ComparisonOperator, Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { joinSpans } from '../text/span.ts';
import { pointOf } from '../types/range.ts';
import type { NumberType } from '../types/type.ts';
import { BOOLEAN, DATE, comparable, isRanking, sameRanking } from '../types/type.ts';
import { DAYS, combineUnits } from '../types/unit.ts';
import { numberValue } from '../types/value.ts';
import { agree } from './agree.ts';
import { appendFix, rewriteFix } from './suggest.ts';
import { isBareWord } from './type-name.ts';
import type { Expected, Typing } from './typing.ts';
import { fixedFigure, isNumeric, mistake, typeCondition } from './typing.ts';
import { spellName } from '../syntax/print-spelling.ts';

type Node<K extends Syntax.Expression['kind']> = Extract<Syntax.Expression, { kind: K }>;

export function typeNegate(typing: Typing, { operand, span }: Node<'negate' | 'not'>): Expression {
  const typed = typing.type(operand);
  if (!isNumeric(typing, typed)) return mistake(span);
  const figure =
    typed.kind === 'constant' && typed.value.kind === 'number'
      ? pointOf(typed.value.range)
      : undefined;
  // A negative figure is a literal like any other.
  if (typed.kind === 'constant' && figure)
    return { ...typed, value: numberValue(Q.negate(figure)), text: `-${typed.text}`, span };
  return { kind: 'negate', operand: typed, type: typed.type, span };
}

export function typeArithmetic(typing: Typing, expression: Node<'arithmetic'>): Expression {
  const { operator, span } = expression;
  const left = typing.type(expression.left);
  const right = typing.type(expression.right);
  if (left.type.kind === 'date' || right.type.kind === 'date')
    return dateArithmetic(typing, operator, left, right, span);
  const numeric = [isNumeric(typing, left), isNumeric(typing, right)];
  if (numeric.includes(false) || left.type.kind !== 'number' || right.type.kind !== 'number')
    return mistake(span);
  const integer = left.type.integer && right.type.integer;
  if (operator === '*' || operator === '/') {
    const unit = combineUnits(left.type.unit, right.type.unit, operator === '*' ? 1 : -1);
    return {
      kind: 'arithmetic',
      operator,
      left,
      right,
      type: { kind: 'number', unit, integer: integer && operator === '*' },
      span,
    };
  }
  const agreement = agree(typing, left, right);
  if (!agreement) return mistake(span);
  const type: NumberType = { kind: 'number', unit: agreement.unit, integer };
  return { kind: 'arithmetic', operator, left: agreement.left, right: agreement.right, type, span };
}

// A date less a date is days; a date and days make a date.
function dateArithmetic(
  typing: Typing,
  operator: ArithmeticOperator,
  left: Expression,
  right: Expression,
  span: Span,
): Expression {
  if (left.type.kind === 'error' || right.type.kind === 'error') return mistake(span);
  const bothDates = left.type.kind === 'date' && right.type.kind === 'date';
  if (operator === '-' && bothDates)
    return {
      kind: 'arithmetic',
      operator,
      left,
      right,
      type: { kind: 'number', unit: DAYS, integer: true },
      span,
    };
  const days = left.type.kind === 'date' ? right : left;
  const shifts = operator === '+' || (operator === '-' && left.type.kind === 'date');
  if (!bothDates && shifts && days.type.kind === 'number') {
    if (days.type.unit.dimensions.has(DAYS.label) && days.type.unit.dimensions.size === 1)
      return { kind: 'arithmetic', operator, left, right, type: DATE, span };
    const fix = days.type.unit.label === '' ? appendFix(days.span, ` ${DAYS.label}`) : undefined;
    const facts = { left: { kind: 'number', unit: DAYS } as const, right: days.type };
    typing.report.say('units-differ', days.span, facts, { fix });
    return mistake(span);
  }
  const wrong = left.type.kind === 'date' ? left : right;
  typing.report.say('not-a-number', wrong.span, { found: wrong.type });
  return mistake(span);
}

/** `a < b <= c` becomes `a < b and b <= c`. */
export function typeComparison(
  typing: Typing,
  { first, links, span }: Node<'comparison'>,
): Expression {
  const [head, ...rest] = links;
  if (!head) return typing.type(first);
  const [left, right] = typePair(typing, first, head.operand);
  let previous = right;
  let result = compared(typing, head.operator, left, right);
  for (const { operator, operand } of rest) {
    const next = typing.type(operand, previous.type);
    const link = compared(typing, operator, previous, next);
    result = { kind: 'logic', operator: 'and', left: result, right: link, type: BOOLEAN, span };
    previous = next;
  }
  return result;
}

// A bare word such as 优 means a value of whatever it is compared with, on either side.
function typePair(
  typing: Typing,
  a: Syntax.Expression,
  b: Syntax.Expression,
): [Expression, Expression] {
  if (isBareWord(typing, a) && !isBareWord(typing, b)) {
    const right = typing.type(b);
    return [typing.type(a, right.type), right];
  }
  const left = typing.type(a);
  return [left, typing.type(b, left.type)];
}

function compared(
  typing: Typing,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
): Expression {
  const span = joinSpans(left.span, right.span);
  const pair = comparablePair(typing, operator, left, right);
  return pair ? { kind: 'compare', operator, ...pair, type: BOOLEAN, span } : mistake(span);
}

/** Two values that the operator can compare, in one unit; undefined after saying why they are not. */
export function comparablePair(
  typing: Typing,
  operator: ComparisonOperator,
  left: Expression,
  right: Expression,
): { readonly left: Expression; readonly right: Expression } | undefined {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'error' || b.kind === 'error') return undefined;
  for (const side of [left, right])
    if (['target', 'actual', 'list', 'record'].includes(side.type.kind)) {
      typing.report.say('not-comparable', side.span, { found: side.type });
      return undefined;
    }
  if (a.kind === 'number' && b.kind === 'number') return agree(typing, left, right);
  if (!comparable(a, b)) {
    const fix = unquoteFix(left, right) ?? unquoteFix(right, left);
    typing.report.say(
      'types-differ',
      joinSpans(left.span, right.span),
      { left: a, right: b },
      { fix },
    );
    return undefined;
  }
  if (operator === '=' || operator === '!=' || a.kind === 'date') return { left, right };
  if (isRanking(a) && isRanking(b) && sameRanking(a, b)) return { left, right };
  typing.report.say('not-ordered', left.span, { found: a });
  return undefined;
}

// 等级 = "优": the value is a name, not a text.
function unquoteFix(choice: Expression, text: Expression) {
  if (choice.type.kind !== 'enumeration' || text.kind !== 'constant' || text.value.kind !== 'text')
    return undefined;
  const word = text.value.text;
  return word !== undefined && choice.type.values.includes(word)
    ? rewriteFix(text.span, spellName(word))
    : undefined;
}

export function typeMember(typing: Typing, { of, among, span }: Node<'member'>): Expression {
  const subject = typing.type(of);
  const values = among.map((value) => {
    const typed = typing.type(value, subject.type);
    return comparablePair(typing, '=', subject, typed)?.right ?? mistake(typed.span);
  });
  return { kind: 'member', of: subject, among: values, type: BOOLEAN, span };
}

export function typeLogic(
  typing: Typing,
  { operator, left, right, span }: Node<'logic'>,
): Expression {
  return {
    kind: 'logic',
    operator,
    left: typeCondition(typing, left),
    right: typeCondition(typing, right),
    type: BOOLEAN,
    span,
  };
}

export function typeRounded(
  typing: Typing,
  { operand, rounding, span }: Node<'rounded'>,
  expected: Expected,
): Expression {
  const typed = typing.type(operand, expected);
  const read = readRounding(typing, rounding, typed);
  if (!isNumeric(typing, typed) || typed.type.kind !== 'number' || !read) return mistake(span);
  const type: NumberType = { ...typed.type, integer: Q.isInteger(read.step) };
  return { kind: 'round', operand: typed, rounding: read, type, span };
}

/** A rounding rule: a positive fixed step in the unit of what is rounded, and a mode. */
export function readRounding(
  typing: Typing,
  written: Syntax.RoundedTo,
  rounded: Expression,
): Rounding | undefined {
  const { mode, span } = written;
  const typed = typing.type(written.step);
  if (mode === undefined && typing.report.misread(span)) typing.report.leaveOut();
  else if (mode === undefined) {
    const modes = [
      ['half up', '四舍五入'],
      ['half even', '四舍六入五成双'],
      ['up', '进一'],
      ['down', '舍去'],
    ] as const;
    const choices = modes.map(([en, zh]) => ({
      ...appendFix(span, ` ${en}`),
      title: { en: `Round ${en}`, zh },
    }));
    typing.report.say('rounding-mode-missing', span, {}, { choices });
  }
  if (!isNumeric(typing, typed)) return undefined;
  if (rounded.type.kind === 'number' && !agree(typing, rounded, typed)) return undefined;
  const step = fixedStep(typing, typed);
  return mode === undefined || step === undefined ? undefined : { step, mode };
}

/** A fixed figure above 0. */
export function fixedStep(typing: Typing, typed: Expression): Q.Rational | undefined {
  const step = fixedFigure(typing, typed, 'step');
  if (step === undefined || Q.signOf(step) > 0) return step;
  typing.report.say('step-not-positive', typed.span, {});
  return undefined;
}
