// Bounds beside a declaration → the range of its values. A plain figure there is read in the unit
// that is being declared: `money in 万元 at least 5` means 5 万元.
import type { Expression } from '../model/expression.ts';
import * as Q from '../number/rational.ts';
import type * as Syntax from '../syntax/tree.ts';
import type { End, Range } from '../types/range.ts';
import { EVERYTHING, between, intersect } from '../types/range.ts';
import type { NumberType, Type } from '../types/type.ts';
import type { Unit } from '../types/unit.ts';
import { isCount, isPlain, sameDimensions, toBase } from '../types/unit.ts';
import type { ConstantRole } from '../diagnostics/typing-messages.ts';
import { appendFix } from './suggest.ts';
import type { Typing } from './typing.ts';
import { fixedFigure } from './typing.ts';

/** The range that bounds leave to values of a type, or to the entries of a list, inside `around`. */
export function rangeOfBounds(
  typing: Typing,
  bounds: readonly Syntax.BoundNode[],
  declared: Type,
  around: Range | undefined,
): Range {
  const type = declared.kind === 'list' ? declared.of : declared;
  const [first] = bounds;
  const all = around ?? naturalRange(type);
  if (!first || type.kind === 'error') return all;
  if (type.kind !== 'number' && type.kind !== 'date') {
    typing.report.say('bound-not-applicable', first.span, { found: type });
    return all;
  }
  let low: End | undefined;
  let high: End | undefined;
  for (const { operator, limit, span } of bounds) {
    const value = fixedIn(typing, limit, type, 'bound');
    if (value === undefined) continue;
    const isLow = operator === '>=' || operator === '>';
    if (isLow ? low : high) typing.report.say('bound-twice', span, {});
    const end = { value, open: operator === '>' || operator === '<' };
    if (isLow) low = end;
    else high = end;
  }
  const bounded = between(low, high, all.integer);
  const range = bounded && intersect(bounded, all);
  if (range) return range;
  typing.report.say('range-empty', (bounds[bounds.length - 1] ?? first).span, {});
  return all;
}

/** The range that a type has by itself: dates are whole days, and nothing is counted below 0. */
function naturalRange(type: Type): Range {
  if (type.kind === 'date') return { ...EVERYTHING, integer: true };
  if (type.kind !== 'number' || !type.integer) return EVERYTHING;
  const counted = isCount(type.unit) && !isPlain(type.unit);
  return {
    low: counted ? { value: Q.ZERO, open: false } : undefined,
    high: undefined,
    integer: true,
  };
}

/** A fixed figure or date beside a declaration, in base units. */
export function fixedIn(
  typing: Typing,
  written: Syntax.Expression,
  type: NumberType | Extract<Type, { kind: 'date' }>,
  role: ConstantRole,
): Q.Rational | undefined {
  const typed = typing.type(written, type);
  if (typed.type.kind === 'error') return undefined;
  if (type.kind === 'number' && typed.type.kind === 'number')
    return figureIn(typing, typed, type.unit, role);
  if (typed.type.kind === type.kind) return fixedFigure(typing, typed, role);
  typing.report.say('type-mismatch', typed.span, { expected: type, found: typed.type });
  return undefined;
}

/** A fixed figure in a unit's base; one without a unit is read in that unit. */
export function figureIn(
  typing: Typing,
  typed: Expression,
  unit: Unit,
  role: ConstantRole,
): Q.Rational | undefined {
  const figure = fixedFigure(typing, typed, role);
  if (figure === undefined || typed.type.kind !== 'number') return undefined;
  if (typed.type.unit.label === '') return toBase(figure, unit);
  if (sameDimensions(typed.type.unit, unit) || Q.signOf(figure) === 0) return figure;
  const expected = { kind: 'number', unit } as const;
  const fix = unit.label === '%' ? appendFix(typed.span, '%') : undefined;
  typing.report.say('units-differ', typed.span, { left: expected, right: typed.type }, { fix });
  return undefined;
}
