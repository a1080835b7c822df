// Intermediate results rounded before they are used, as people do who copy a published rate into the
// next formula: which roundings are worth trying, and the definitions with one of them put in.
import type { Let } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { equal, multiply, rational } from '../number/rational.ts';
import type { Rounding, RoundingMode } from '../number/rounding.ts';
import { round } from '../number/rounding.ts';
import { isPlain } from '../types/unit.ts';
import type { LetValue } from './let-values.ts';

/** Rates are published to 0.01 %, 0.1 % or 1 %, other figures to hundredths, tenths or whole units. */
export const PUBLISHED_PARTS = [rational(1, 100), rational(1, 10), rational(1)];
const MODES: readonly RoundingMode[] = ['half-up', 'down', 'up'];

export interface EarlyRounding extends Omit<LetValue, 'value'> {
  readonly rounding: Rounding;
  readonly exact: Rational;
  readonly rounded: Rational;
}

/** The likeliest rounding of an intermediate result with which something comes out as published. */
export function earlyRounding(
  value: LetValue,
  lets: ReadonlyMap<string, Let>,
  comesOut: (lets: ReadonlyMap<string, Let>) => boolean,
): EarlyRounding | undefined {
  const { let: named, value: exact, unit } = value;
  const last = isPlain(unit) ? rational(1, 100) : unit.scale;
  for (const mode of MODES)
    for (const part of PUBLISHED_PARTS) {
      const rounding: Rounding = { step: multiply(last, part), mode };
      const rounded = round(exact, rounding);
      if (equal(rounded, exact)) continue;
      if (comesOut(withRounded(lets, named, rounding)))
        return { let: named, unit, rounding, exact, rounded };
    }
  return undefined;
}

function withRounded(
  lets: ReadonlyMap<string, Let>,
  named: Let,
  rounding: Rounding,
): ReadonlyMap<string, Let> {
  const { value } = named;
  const rounded: Let = {
    ...named,
    value: { kind: 'round', operand: value, rounding, type: value.type, span: value.span },
  };
  return new Map(lets).set(named.id, rounded);
}
