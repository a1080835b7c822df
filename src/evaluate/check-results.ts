// The framework's cross-checks against a department: whether each holds, and for a comparison of two
// figures both of them and how far they lie apart.
import type { Expression } from '../model/expression.ts';
import type { Check, Framework } from '../model/framework.ts';
import type { CheckResult } from '../model/sheet.ts';
import { ZERO } from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { absoluteRange, intersect, negateRange, subtractRanges } from '../types/range.ts';
import type { BooleanValue } from '../types/value.ts';
import { readingThroughLets } from '../prove/reading.ts';
import type { Scoring } from './scoring.ts';
import { figure } from './trace-value.ts';

/** Runs one check; looking at an input for a check does not make it count as missing. */
export function checkResult(scoring: Scoring, check: Check): CheckResult {
  const idle = idleIn(scoring.framework, check);
  if (!idle.mayBe || !idle.inputs.every(scoring.data.isUnsaid)) return workedOut(scoring, check);
  return (idle.result ??= workedOut(scoring, check));
}

// A check of inputs of which a department says nothing comes out alike for all such departments.
interface Idle {
  readonly inputs: readonly string[];
  /** Whether it rests on these inputs alone. */
  readonly mayBe: boolean;
  result: CheckResult | undefined;
}

const idleChecks = new WeakMap<Framework, Map<Check, Idle>>();

function idleIn(framework: Framework, check: Check): Idle {
  let checks = idleChecks.get(framework);
  if (checks === undefined) idleChecks.set(framework, (checks = new Map<Check, Idle>()));
  let idle = checks.get(check);
  if (idle === undefined) {
    const { condition, tolerance } = check;
    const parts = tolerance ? [condition, tolerance] : [condition];
    const reading = readingThroughLets(parts, framework.lets);
    const { inputs, options, comparesDepartments, asksForScores } = reading;
    const mayBe = options.size === 0 && !comparesDepartments && !asksForScores;
    idle = { inputs: [...inputs], mayBe, result: undefined };
    checks.set(check, idle);
  }
  return idle;
}

function workedOut(scoring: Scoring, check: Check): CheckResult {
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
  const distance = subtractRanges(figure(left), figure(right));
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
