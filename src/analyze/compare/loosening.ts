// Rules with their inner roundings loosened: `round(x)` becomes x and an error within half a step, so that
// what the roundings of two rules have in common cancels out when the rules are subtracted. What is loosened
// holds every score that the rule can give.
import { createAtomTable } from '../../interpret/atoms.ts';
import { formKey } from '../../interpret/linear-form.ts';
import { mapParts } from '../../interpret/map-parts.ts';
import type { Expression } from '../../model/expression.ts';
import { within } from '../../model/expression-parts.ts';
import type { Framework, Input } from '../../model/framework.ts';
import * as Q from '../../number/rational.ts';
import { HALF } from '../../number/rounding.ts';
import type { Rounding } from '../../number/rounding.ts';
import type { Study } from '../../prove/study.ts';
import type { Span } from '../../text/span.ts';
import { closed } from '../../types/range.ts';
import { SCORE } from '../../types/type.ts';
import { findingInput } from './judged.ts';

type Round = Extract<Expression, { kind: 'round' }>;
type Side = 'half' | 'up' | 'down' | 'both';

/** What is left of roundings, in words of the inputs. */
export interface Loosening {
  /** The expression with errors in place of roundings; as it is where there are too many of them. */
  readonly loosened: (study: Study, expression: Expression) => Expression;
  /** The study of departments for which the condition has this outcome, as it is and loosened. */
  readonly assuming: (study: Study, condition: Expression, outcome: boolean) => Study | undefined;
}

/** Roundings of one operand that one pair of rules may have open at once. */
const MOST_ERRORS = 8;

/** The errors that the roundings of these expressions can make, as inputs of a study. */
export function roundingErrors(expressions: readonly Expression[], { lets }: Framework): Input[] {
  const inputs = new Map<string, Input>();
  const all = [...expressions, ...[...lets.values()].map(({ value }) => value)];
  for (const expression of all)
    for (const part of within(expression))
      if (part.kind === 'round')
        for (const side of sidesOf(part.rounding))
          for (let number = 0; number < MOST_ERRORS; number++) {
            const name = errorName(part.rounding, side, number);
            const [low, high] = errorsOf(part.rounding, side);
            inputs.set(name, findingInput(name, SCORE, closed(low, high), part.span));
          }
  return [...inputs.values()];
}

/** Loosens expressions; roundings of the same thing make the same error. */
export function createLoosening({ lets }: Framework): Loosening {
  const { formOf } = createAtomTable(lets, () => undefined);
  const numbers = new Map<string, Map<string, number>>();
  const errorFor = (study: Study, { operand, rounding, span }: Round): Expression | undefined => {
    const side = sideIn(study, operand, rounding);
    const kind = errorName(rounding, side, 0);
    const known = numbers.get(kind) ?? new Map<string, number>();
    numbers.set(kind, known);
    const key = formKey(formOf(operand));
    const number = known.get(key) ?? known.size;
    if (number >= MOST_ERRORS) return undefined;
    known.set(key, number);
    return errorInput(errorName(rounding, side, number), span);
  };
  const loosened: Loosening['loosened'] = (study, expression) => {
    const loosen = (part: Expression): Expression => {
      if (part.kind === 'aggregate' || part.kind === 'rank' || part.kind === 'own') return part;
      if (part.kind !== 'round') return mapParts(part, loosen);
      const right = errorFor(study, part);
      if (right === undefined) return part;
      const { type, span } = part;
      const left = loosen(part.operand);
      return { kind: 'arithmetic', operator: '+', left, right, type, span };
    };
    return loosen(expression);
  };
  return {
    loosened,
    assuming: (study, condition, outcome) => {
      const narrower = study.assuming(condition, outcome);
      if (narrower === undefined || !rounds(condition)) return narrower;
      return narrower.assuming(loosened(study, condition), outcome);
    },
  };
}

function rounds(expression: Expression): boolean {
  for (const { kind } of within(expression)) if (kind === 'round') return true;
  return false;
}

function errorInput(name: string, span: Span): Expression {
  return { kind: 'input', name, type: SCORE, span };
}

function errorName({ step, mode }: Rounding, side: Side, number: number): string {
  return `± ${step.n}/${step.d} ${mode} ${side} ${number}`;
}

function sidesOf({ mode }: Rounding): readonly Side[] {
  return mode === 'up' || mode === 'down' ? [mode, 'both'] : ['half'];
}

// Away from and towards zero go by the sign of what is rounded.
function sideIn(study: Study, operand: Expression, { mode }: Rounding): Side {
  if (mode !== 'up' && mode !== 'down') return 'half';
  const { low } = study.interpreter.range(operand);
  return low && Q.signOf(low.value) >= 0 ? mode : 'both';
}

function errorsOf({ step }: Rounding, side: Side): readonly [Q.Rational, Q.Rational] {
  switch (side) {
    case 'half': {
      const half = Q.multiply(step, HALF);
      return [Q.negate(half), half];
    }
    case 'up':
      return [Q.ZERO, step];
    case 'down':
      return [Q.negate(step), Q.ZERO];
    case 'both':
      return [Q.negate(step), step];
    default:
      return side satisfies never;
  }
}
