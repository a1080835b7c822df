// One deduction applied to a department: how many steps or things it counts and how many points that
// takes away. The floor at 0 belongs to the item, because deductions add up first.
import { builtins } from '../builtins/builtins.ts';
import { deductionExpression } from '../interpret/rule-expression.ts';
import { ZERO } from '../number/rational.ts';
import type { Expression } from '../model/expression.ts';
import type { Deduction, StepReading } from '../model/framework.ts';
import type { Step } from '../model/sheet.ts';
import type { Range } from '../types/range.ts';
import {
  divideRanges,
  hull,
  intersect,
  maximumOfRanges,
  minimumOfRanges,
  multiplyRanges,
  point,
  pointOf,
  subtractRanges,
} from '../types/range.ts';
import { rangeValue } from '../types/value.ts';
import type { Scoring } from './scoring.ts';
import { certaintyOf } from './scoring.ts';
import type { Traced } from './trace-value.ts';
import { figure } from './trace-value.ts';

const NOTHING = point(ZERO);

/** The points that a deduction takes away, and what it was computed from; adds its step. */
export function deduct(scoring: Scoring, deduction: Deduction, steps: Step[]): Traced {
  const { condition, atMost } = deduction;
  const certainty = condition === undefined ? 'certain' : certaintyOf(scoring, condition);
  if (condition && certainty === undefined) {
    const shown = scoring.references.alone(condition);
    const operands = scoring.operands(shown);
    steps.push({
      kind: 'deduction',
      deduction,
      applies: false,
      operands,
      count: undefined,
      amount: NOTHING,
    });
    return { value: NOTHING, shown };
  }
  const count = countOf(scoring, deduction);
  const each = scoring.interpreter.range(deduction.amount);
  const uncapped = count === undefined ? each : multiplyRanges(each, count);
  const capped =
    atMost === undefined ? uncapped : minimumOfRanges(uncapped, scoring.interpreter.range(atMost));
  const apart = certainty === 'certain' ? capped : hull(capped, NOTHING);
  const amount = pointOf(apart) ? apart : narrowed(scoring, deduction, apart);
  const shown = scoring.references.kept(deduction, 0, () => partsOfDeduction(deduction));
  steps.push({
    kind: 'deduction',
    deduction,
    applies: true,
    operands: scoring.operands(shown),
    count,
    amount,
  });
  return { value: amount, shown };
}

// As one expression, its condition and what it counts may narrow each other.
function narrowed({ interpreter }: Scoring, deduction: Deduction, apart: Range): Range {
  return intersect(apart, interpreter.range(deductionExpression(deduction))) ?? apart;
}

function countOf(scoring: Scoring, deduction: Deduction): Range | undefined {
  const range = (expression: Expression) => scoring.interpreter.range(expression);
  if (deduction.kind === 'each') return deduction.count && range(deduction.count);
  const [subject, limit] = [range(deduction.subject), range(deduction.limit)];
  const beyond =
    deduction.side === 'above' ? subtractRanges(subject, limit) : subtractRanges(limit, subject);
  const stretches = divideRanges(maximumOfRanges(beyond, NOTHING), range(deduction.step));
  if (stretches === undefined) throw new Error('a deduction counts steps of size 0');
  return wholeSteps(stretches, deduction.reading);
}

function wholeSteps(stretches: Range, reading: StepReading): Range {
  switch (reading) {
    case 'prorated':
      return stretches;
    case 'full-step':
      return figure(builtins.floor.apply([rangeValue(stretches)]));
    case 'started-step':
      return figure(builtins.ceiling.apply([rangeValue(stretches)]));
    default:
      return reading satisfies never;
  }
}

/** Every expression of a deduction, in the order in which it is written. */
export function partsOfDeduction(deduction: Deduction): readonly Expression[] {
  const counted =
    deduction.kind === 'each'
      ? [deduction.count]
      : [deduction.step, deduction.subject, deduction.limit];
  return [deduction.amount, ...counted, deduction.atMost, deduction.condition].filter(
    (part) => part !== undefined,
  );
}
