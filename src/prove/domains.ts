// Where a rule stops making sense: figures at which a divisor, the base of a growth or what stands under
// a root leaves what it may be. Rows take over there, and what they give is no rise or fall of the rest.
import type { Interpreter } from '../interpret/interpreter.ts';
import { partsOf } from '../model/expression-parts.ts';
import { constantOf } from '../model/expression.ts';
import type { Expression } from '../model/expression.ts';
import type { Let } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import { pointOf } from '../types/range.ts';
import { readingThroughLets } from './reading.ts';

/** A figure that must lie on one side of 0, or only not be 0. */
interface Guarded {
  readonly figure: Expression;
  readonly mayBeZero: boolean;
}

/** Stretches of neighbouring spots on which none of the rule's figures leaves what it may be. */
export function stretchesWithin<Spot extends { readonly interpreter: Interpreter }>(
  rule: Expression,
  lets: ReadonlyMap<string, Let>,
  spots: readonly Spot[],
): readonly (readonly Spot[])[] {
  const guarded = guardedBehind(rule, lets);
  if (guarded.length === 0) return [spots];
  const stretches: { readonly sides: string; readonly spots: Spot[] }[] = [];
  for (const spot of spots) {
    const sides = guarded.map((one) => sideOf(one, spot.interpreter)).join(' ');
    const last = stretches.at(-1);
    if (last?.sides === sides) last.spots.push(spot);
    else stretches.push({ sides, spots: [spot] });
  }
  return stretches.map((stretch) => stretch.spots);
}

/** The figures that decide where a rule makes sense, lets followed. */
export function guardedFigures(
  rule: Expression,
  lets: ReadonlyMap<string, Let>,
): readonly Expression[] {
  return guardedBehind(rule, lets).map(({ figure }) => figure);
}

function guardedBehind(rule: Expression, lets: ReadonlyMap<string, Let>): readonly Guarded[] {
  const used = readingThroughLets([rule], lets).lets;
  const definitions = [...used].flatMap((id) => lets.get(id)?.value ?? []);
  return [rule, ...definitions].flatMap(guardedIn);
}

function sideOf({ figure, mayBeZero }: Guarded, interpreter: Interpreter): string {
  const value = interpreter.value(figure);
  const exact = value.kind === 'number' ? pointOf(value.range) : undefined;
  if (exact === undefined) return 'open';
  const sign = Q.signOf(exact);
  return String(mayBeZero && sign === 0 ? 1 : sign);
}

// What stands in an aggregate is about entries, not about the department.
function guardedIn(expression: Expression): Guarded[] {
  if (expression.kind === 'rank') return [];
  if (expression.kind === 'aggregate') return guardedIn(expression.over);
  const inside = partsOf(expression).flatMap(guardedIn);
  const own = guardedBy(expression);
  return own ? [own, ...inside] : inside;
}

function guardedBy(expression: Expression): Guarded | undefined {
  if (expression.kind === 'arithmetic' && expression.operator === '/')
    return varying(expression.right, false);
  if (expression.kind !== 'call') return undefined;
  const [first, second] = expression.arguments;
  switch (expression.builtin) {
    case 'growth':
      return varying(second, false);
    case 'root':
      return varying(first, true);
    case 'power': {
      const exponent = second && constantOf(second);
      const divides = exponent === undefined || Q.signOf(exponent) < 0;
      return divides ? varying(first, false) : undefined;
    }
    default:
      return undefined;
  }
}

function varying(figure: Expression | undefined, mayBeZero: boolean): Guarded | undefined {
  return figure && figure.kind !== 'constant' ? { figure, mayBeZero } : undefined;
}
