// The framework's cross-checks against a department: whether each holds, and for a comparison of two
// figures both of them and how far they lie apart.
import type { Expression } from '../model/expression.ts';
import type { Check } from '../model/framework.ts';
import type { CheckResult } from '../model/sheet.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { absoluteRange, intersect, negateRange, subtractRanges } from '../types/range.ts';
import type { BooleanValue } from '../types/value.ts';
import type { Scoring } from './scoring.ts';

/** Runs one check; looking at an input for a check does not make it count as missing. */
export function checkResult(scoring: Scoring, check: Check): CheckResult {
  const { condition, tolerance } = check;
  const { interpreter } = scoring;
  if (condition.kind !== 'compare' || condition.left.type.kind !== 'number')
    return {
      check,
      outcome: outcomeOf(interpreter.truth(condition)),
      left: undefined,
      right: undefined,
      difference: undefined,
    };
  const [left, right] = [interpreter.value(condition.left), interpreter.value(condition.right)];
  const distance = subtractRanges(
    interpreter.range(condition.left),
    interpreter.range(condition.right),
  );
  const truth =
    tolerance === undefined
      ? interpreter.truth(condition)
      : within(distance, condition.operator, interpreter.range(tolerance));
  return { check, outcome: outcomeOf(truth), left, right, difference: absoluteRange(distance) };
}

type Operator = Extract<Expression, { kind: 'compare' }>['operator'];

// `A = B within T` allows T on either side, `A <= B within T` on one.
function within(distance: Range, operator: Operator, tolerance: Range): BooleanValue {
  switch (operator) {
    case '=':
      return isAtMost(subtractRanges(absoluteRange(distance), tolerance), false);
    case '<=':
      return isAtMost(subtractRanges(distance, tolerance), false);
    case '<':
      return isAtMost(subtractRanges(distance, tolerance), true);
    case '>=':
      return isAtMost(subtractRanges(negateRange(distance), tolerance), false);
    case '>':
      return isAtMost(subtractRanges(negateRange(distance), tolerance), true);
    case '!=': {
      const near = isAtMost(subtractRanges(absoluteRange(distance), tolerance), false);
      return { ...near, canBeTrue: near.canBeFalse, canBeFalse: near.canBeTrue };
    }
    default:
      return operator satisfies never;
  }
}

// Whether every or some member is at most 0 (or below it).
function isAtMost(range: Range, strictly: boolean): BooleanValue {
  const allowed: Range = { low: undefined, high: { value: ZERO, open: strictly }, integer: false };
  const refused: Range = { low: { value: ZERO, open: !strictly }, high: undefined, integer: false };
  return {
    kind: 'boolean',
    canBeTrue: intersect(range, allowed) !== undefined,
    canBeFalse: intersect(range, refused) !== undefined,
  };
}

function outcomeOf(truth: BooleanValue): CheckResult['outcome'] {
  if (!truth.canBeFalse) return 'holds';
  return truth.canBeTrue ? 'undecided' : 'fails';
}
