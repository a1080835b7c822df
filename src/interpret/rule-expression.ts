// Rules as expressions: deductions, awards and limits written out in the arithmetic that they stand
// for, so that one interpreter bounds them with all it knows of how their parts hang together.
import type { BuiltinName } from '../builtins/builtins.ts';
import type { ArithmeticOperator, Expression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import { mapParts } from './map-parts.ts';
import type { Caps, Deduction, Item, StepReading } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Span } from '../text/span.ts';
import type { Range } from '../types/range.ts';
import { SCORE } from '../types/type.ts';
import { numberValue } from '../types/value.ts';
import { formatExact } from '../number/decimal.ts';

// What is written out once is the same expression ever after, so that what is known of it is found.
const rules = new WeakMap<Item, Expression>();
const taken = new WeakMap<Deduction, Expression>();
const limitations = new WeakMap<Caps, WeakMap<Expression, Expression>>();

/** What an item's rule gives, before limits, rounding and strikes. */
export function ruleExpression(item: Item): Expression {
  return remembered(rules, item, writtenOut);
}

function remembered<Part extends object>(
  known: WeakMap<Part, Expression>,
  part: Part,
  write: (part: Part) => Expression,
): Expression {
  let expression = known.get(part);
  if (expression === undefined) {
    expression = write(part);
    known.set(part, expression);
  }
  return expression;
}

function writtenOut(item: Item): Expression {
  const { rule } = item;
  switch (rule.kind) {
    case 'formula':
      return rule.value;
    case 'judged': {
      const award: Expression = {
        kind: 'input',
        name: rule.input.name,
        type: SCORE,
        span: rule.span,
      };
      const { form } = rule.input;
      // An award in bands lies within the row that fires, whatever else is known of it.
      if (form.kind !== 'banded') return award;
      return call('max', form.least, call('min', award, form.most));
    }
    case 'deduct': {
      const full = constantExpression(item.points, rule.span);
      const left = rule.deductions
        .map(deductionExpression)
        .reduce((rest, taken) => operate('-', rest, taken), full);
      return stopsAtZero(item.caps) ? call('max', constantExpression(ZERO, rule.span), left) : left;
    }
    default:
      return rule satisfies never;
  }
}

/** Whether deductions stop at 0: unless the limits say how far below it the score may go. */
export function stopsAtZero({ atLeast, uncapped }: Caps): boolean {
  return atLeast === undefined && !uncapped;
}

/** A veto's score with the score that it strikes filled in. */
export function withStanding(score: Expression, standing: Range): Expression {
  const fill = (part: Expression): Expression =>
    part.kind === 'standing' ? { ...part, value: standing } : mapParts(part, fill);
  return fill(score);
}

/** Whether a veto's score depends on the score that it strikes. */
export function readsStanding(score: Expression): boolean {
  for (const part of within(score)) if (part.kind === 'standing') return true;
  return false;
}

/** The points that a deduction takes away. */
export function deductionExpression(deduction: Deduction): Expression {
  return remembered(taken, deduction, takenBy);
}

function takenBy(deduction: Deduction): Expression {
  const { amount, atMost, condition, span } = deduction;
  const count = countExpression(deduction);
  const whole = count ? operate('*', amount, count) : amount;
  const capped = atMost ? call('min', whole, atMost) : whole;
  return condition === undefined ? capped : onlyWhere(condition, capped, span);
}

/** The points where the condition holds, and none elsewhere. */
export function onlyWhere(condition: Expression, points: Expression, span: Span): Expression {
  const row = { condition, value: points, afterEarlier: false, span };
  return {
    kind: 'decision',
    rows: [row],
    otherwise: constantExpression(ZERO, span),
    type: SCORE,
    span,
  };
}

/** How many steps or things a deduction counts; undefined where it takes its amount once. */
function countExpression(deduction: Deduction): Expression | undefined {
  if (deduction.kind === 'each') return deduction.count;
  const { subject, limit, step, side, span, reading } = deduction;
  const beyond = side === 'above' ? operate('-', subject, limit) : operate('-', limit, subject);
  return inSteps(operate('/', call('max', constantExpression(ZERO, span), beyond), step), reading);
}

function inSteps(stretches: Expression, reading: StepReading): Expression {
  switch (reading) {
    case 'prorated':
      return stretches;
    case 'full-step':
      return call('floor', stretches);
    case 'started-step':
      return call('ceiling', stretches);
    default:
      return reading satisfies never;
  }
}

/** A score within its limits and rounded: what stands before anything strikes it. */
export function limitedExpression(
  score: Expression,
  caps: Caps,
  rounding: Rounding | undefined,
): Expression {
  let known = limitations.get(caps);
  if (known === undefined) limitations.set(caps, (known = new WeakMap()));
  const lowered = remembered(known, score, () => {
    const raised = caps.atLeast ? call('max', score, caps.atLeast) : score;
    return caps.atMost ? call('min', raised, caps.atMost) : raised;
  });
  if (rounding === undefined) return lowered;
  return { kind: 'round', operand: lowered, rounding, type: SCORE, span: score.span };
}

/** A figure of points as an expression. */
export function constantExpression(value: Rational, span: Span): Expression {
  return {
    kind: 'constant',
    value: numberValue(value),
    text: formatExact(value),
    type: SCORE,
    span,
  };
}

/** `left − right` and the like; the result has the place of its right side. */
function operate(operator: ArithmeticOperator, left: Expression, right: Expression): Expression {
  return { kind: 'arithmetic', operator, left, right, type: SCORE, span: right.span };
}

function call(builtin: BuiltinName, ...values: Expression[]): Expression {
  const [first] = values;
  const span = first?.span ?? { file: '', start: 0, end: 0 };
  return { kind: 'call', builtin, arguments: values, type: SCORE, span };
}
