// What would make a published score right that the rules do not give: another reading, a figure
// rounded too early, another rounding at the end, a unit mixed up, or another value of one input.
import { nearFigure } from '../types/enclosure.ts';
import type { Rational } from '../number/rational.ts';
import { ONE, equal, multiply, rational } from '../number/rational.ts';
import type { RoundingMode } from '../number/rounding.ts';
import { round } from '../number/rounding.ts';
import { point, pointOf } from '../types/range.ts';
import type { Unit } from '../types/unit.ts';
import { isKnown, rangeValue } from '../types/value.ts';
import type { Explanation } from './audit-result.ts';
import { isDecisive } from './audited-places.ts';
import { PUBLISHED_PARTS, earlyRounding } from './early-rounding.ts';
import { impliedValue, ownRounding } from './implied-value.ts';
import { letValues } from './let-values.ts';
import type { Target } from './published.ts';
import { agreement } from './published.ts';
import type { Readings } from './readings.ts';
import { changedChoices, changesIn } from './readings.ts';
import { slipFactors } from './slips.ts';
import type { Rescore, Scored, Subject } from './subject.ts';
import { rescore } from './subject.ts';

/** Everything that was found to reproduce the published score; the likeliest kinds first. */
export function explainDifference(
  subject: Subject,
  scored: Rescore,
  target: Target,
  { readings }: Readings,
): Explanation[] {
  const base = scored({});
  return [
    ...byReading(subject, target, readings),
    ...byEarlyRounding(subject, base, target),
    ...byOtherRounding(subject, target),
    ...byUnitSlip(subject, scored, target, base),
    ...byInputValue(subject, target, base),
  ];
}

// The readings that differ least from the ruleset's; one that is certain goes before one that may be.
function byReading(
  subject: Subject,
  target: Target,
  readings: Readings['readings'],
): Explanation[] {
  for (const reproduces of ['certain', 'possible'] as const) {
    const fitting = readings.filter(
      (reading) => !reading.chosen && reading.reproduces === reproduces,
    );
    const least = Math.min(...fitting.map((reading) => changesIn(reading, subject)));
    const found = fitting
      .filter((reading) => changesIn(reading, subject) === least)
      .map((reading): Explanation => {
        const certain = reproduces === 'certain';
        const implied = certain ? undefined : impliedUnder(subject, reading.choices, target);
        return { kind: 'reading', choices: changedChoices(reading, subject), certain, implied };
      });
    if (found.length > 0) return found;
  }
  return [];
}

function impliedUnder(subject: Subject, options: ReadonlyMap<string, string>, target: Target) {
  const { sheet } = rescore(subject)({ options });
  const open = sheet.missing.filter(isDecisive);
  const [only, ...others] = open;
  if (only?.department !== undefined || others.length > 0) return undefined;
  const input = subject.framework.inputs.find(({ name }) => name === only?.name);
  return input && impliedValue(subject, input, target, { options });
}

function byEarlyRounding(subject: Subject, base: Scored, target: Target): Explanation[] {
  return letValues(subject, base).flatMap((value) => {
    const found = earlyRounding(
      value,
      subject.framework.lets,
      (lets) => agreement(rescore(subject, { lets })({}).score, target) === 'all',
    );
    return found ? [{ kind: 'early-rounding', ...found }] : [];
  });
}

const ALL_MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up'];

function byOtherRounding(subject: Subject, { published }: Target): Explanation[] {
  const exact = nearFigure(rescore(subject, { unrounded: true })({}).score);
  if (exact === undefined || equal(exact, published)) return [];
  const own = ownRounding(subject);
  for (const step of PUBLISHED_PARTS)
    for (const mode of ALL_MODES) {
      // Cut to whole points, almost anything comes out.
      if (mode !== 'half-up' && equal(step, ONE)) continue;
      const isOwn = own !== undefined && equal(own.step, step) && own.mode === mode;
      if (!isOwn && equal(round(exact, { step, mode }), published))
        return [{ kind: 'other-rounding', rounding: { step, mode }, exact }];
    }
  return [];
}

const NEARBY = [rational(9, 10), rational(11, 10)];

function byUnitSlip(
  subject: Subject,
  scored: Rescore,
  target: Target,
  base: Scored,
): Explanation[] {
  return givenFigures(subject, base).flatMap(({ name, unit, given }) => {
    const at = (value: Rational) =>
      agreement(scored({ inputs: new Map([[name, rangeValue(point(value))]]) }).score, target);
    for (const factor of slipFactors(unit)) {
      const slipped = multiply(given, factor);
      if (at(slipped) !== 'all') continue;
      // Where figures all around it would do as well, the factor says nothing.
      if (NEARBY.every((by) => at(multiply(slipped, by)) === 'all')) continue;
      return [{ kind: 'unit-slip', input: name, factor, given, unit }];
    }
    return [];
  });
}

function byInputValue(subject: Subject, target: Target, base: Scored): Explanation[] {
  return givenFigures(subject, base).flatMap(({ name, given }) => {
    const input = subject.framework.inputs.find((each) => each.name === name);
    const implied = input && impliedValue(subject, input, target, {});
    return implied ? [{ kind: 'input-value', implied, given }] : [];
  });
}

interface GivenFigure {
  readonly name: string;
  readonly unit: Unit;
  readonly given: Rational;
}

// The single figures that the department gave and that the score looked at.
function givenFigures(
  { framework, department, inputs }: Subject,
  { place, sheet }: Scored,
): GivenFigure[] {
  const reads = place?.reads ?? new Set(sheet.children.flatMap((child) => [...child.reads]));
  return framework.inputs.flatMap((input) => {
    if (input.kind !== 'value' || input.type.kind !== 'number') return [];
    if (!inputs.includes(input.name) || !reads.has(input.name)) return [];
    const value = department.values.get(input.name)?.value;
    if (value?.kind !== 'number' || !isKnown(value)) return [];
    const given = pointOf(value.range);
    return given ? [{ name: input.name, unit: input.type.unit, given }] : [];
  });
}
