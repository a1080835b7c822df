// What would make a published figure right: cut off instead of rounded, one input in another unit, or
// one input taken for another of its kind.
import { nearFigure } from '../types/enclosure.ts';
import { createLookUp } from '../evaluate/look-up.ts';
import { createReferences } from '../evaluate/operands.ts';
import type { Expression } from '../model/expression.ts';
import { within } from '../model/expression-parts.ts';
import type { Let, ValueInput } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { divide, equal, multiply, signOf } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import { point, pointOf } from '../types/range.ts';
import { sameDimensions } from '../types/unit.ts';
import type { Unit } from '../types/unit.ts';
import { rangeValue } from '../types/value.ts';
import type { FigureComparison, FigureExplanation } from './audit-result.ts';
import type { AuditCase } from './audited-places.ts';
import { earlyRounding } from './early-rounding.ts';
import { slipFactors } from './slips.ts';

/** An input that is a single known figure. */
interface Known {
  readonly input: ValueInput;
  readonly unit: Unit;
  readonly value: Rational;
}

/** Everything that was found to give the published figure from the definition. */
export function explainFigure(
  audit: AuditCase,
  definition: Expression,
  { reported, step }: FigureComparison,
  exact: Rational,
): FigureExplanation[] {
  const agrees = (value: Rational | undefined) =>
    value !== undefined && equal(round(value, { step, mode: 'half-up' }), reported.value);
  const under = (changes: ReadonlyMap<string, Rational>): Rational | undefined => {
    const inputs = new Map([...changes].map(([name, value]) => [name, rangeValue(point(value))]));
    const settings = { ...audit.compared, inputs };
    const { value } = createLookUp(audit.framework, audit.department, settings).value(definition);
    return value.kind === 'number' ? nearFigure(value.range) : undefined;
  };
  const all = knownFigures(audit);
  const read = inputsOf(audit, definition);
  const own = all.filter(({ input }) => read.has(input.name));
  return [
    ...byRounding(exact, reported.value, step),
    ...byEarlyRounding(audit, definition, agrees),
    ...own.flatMap(({ input, unit, value }): FigureExplanation[] => {
      const factor = slipFactors(unit).find((by) =>
        agrees(under(new Map([[input.name, multiply(value, by)]]))),
      );
      return factor ? [{ kind: 'unit-slip', input: input.name, factor, given: value, unit }] : [];
    }),
    ...byOtherInput(
      own,
      all,
      under,
      (value) => agrees(value) || isCut(value, reported.value, step),
    ),
  ];
}

function byRounding(exact: Rational, published: Rational, step: Rational): FigureExplanation[] {
  const mode = (['down', 'up', 'half-even'] as const).find((each) =>
    equal(round(exact, { step, mode: each }), published),
  );
  return mode ? [{ kind: 'other-rounding', rounding: { step, mode } }] : [];
}

function byEarlyRounding(
  { framework, department, compared }: AuditCase,
  definition: Expression,
  agrees: (value: Rational | undefined) => boolean,
): FigureExplanation[] {
  const valueWith = (lets: ReadonlyMap<string, Let>, expression: Expression) => {
    const { value } = createLookUp({ ...framework, lets }, department, compared).value(expression);
    return value.kind === 'number' ? nearFigure(value.range) : undefined;
  };
  const { lets } = framework;
  return createReferences(lets)
    .lets([definition])
    .flatMap((named): FigureExplanation[] => {
      const { type } = named.value;
      const value = type.kind === 'number' ? valueWith(lets, named.value) : undefined;
      if (type.kind !== 'number' || value === undefined) return [];
      const found = earlyRounding({ let: named, unit: type.unit, value }, lets, (changed) =>
        agrees(valueWith(changed, definition)),
      );
      return found ? [{ kind: 'early-rounding', ...found }] : [];
    });
}

function isCut(value: Rational, published: Rational, step: Rational): boolean {
  return equal(round(value, { step, mode: 'down' }), published);
}

// One input in place of another, and the plain ratio of an input of the definition to one of its kind.
function byOtherInput(
  own: readonly Known[],
  all: readonly Known[],
  under: (changes: ReadonlyMap<string, Rational>) => Rational | undefined,
  agrees: (value: Rational) => boolean,
): FigureExplanation[] {
  const found: FigureExplanation[] = [];
  for (const mine of own)
    for (const other of all) {
      if (
        own.includes(other) ||
        !sameDimensions(mine.unit, other.unit) ||
        equal(mine.value, other.value)
      )
        continue;
      const replaced = under(new Map([[mine.input.name, other.value]]));
      if (replaced && agrees(replaced))
        found.push({
          kind: 'other-definition',
          name: `${mine.input.name} = ${other.input.name}`,
          value: replaced,
        });
      if (signOf(other.value) === 0) continue;
      const ratio = divide(mine.value, other.value);
      if (agrees(ratio))
        found.push({
          kind: 'other-definition',
          name: `${mine.input.name} / ${other.input.name}`,
          value: ratio,
        });
    }
  return found;
}

function knownFigures({ framework, department }: AuditCase): Known[] {
  return framework.inputs.flatMap((input) => {
    if (input.kind !== 'value' || input.type.kind !== 'number') return [];
    const given = department.values.get(input.name);
    if (given?.value.kind !== 'number' || given.evidence.status === 'rejected') return [];
    const value = pointOf(given.value.range);
    return value ? [{ input, unit: input.type.unit, value }] : [];
  });
}

function inputsOf({ framework }: AuditCase, definition: Expression): ReadonlySet<string> {
  const lets = createReferences(framework.lets).lets([definition]);
  const names = new Set<string>();
  for (const expression of [definition, ...lets.map((each) => each.value)])
    for (const part of within(expression)) if (part.kind === 'input') names.add(part.name);
  return names;
}
