// What one input must have been for a published score to come out: exact ranges of its values, the
// roundest of them, and what the intermediate results are there.
import { nearFigure } from '../types/enclosure.ts';
import type { EvaluateSettings } from '../evaluate/evaluate.ts';
import { within } from '../model/expression-parts.ts';
import type { Input, Let } from '../model/framework.ts';
import type { Rational } from '../number/rational.ts';
import { ZERO, add, subtract } from '../number/rational.ts';
import type { Rounding } from '../number/rounding.ts';
import type { Range } from '../types/range.ts';
import { closed, point } from '../types/range.ts';
import type { Unit } from '../types/unit.ts';
import { POINTS } from '../types/unit.ts';
import { rangeValue } from '../types/value.ts';
import type { ImpliedValue } from './audit-result.ts';
import { letValues } from './let-values.ts';
import type { Target } from './published.ts';
import { agreement } from './published.ts';
import { roundestIn } from './roundest.ts';
import { solve } from './solve.ts';
import type { Subject } from './subject.ts';
import { rescore } from './subject.ts';

/** The values of `input` that give the published score, all else as the settings say; undefined if none does. */
export function impliedValue(
  subject: Subject,
  input: Input,
  target: Target,
  settings: EvaluateSettings,
): ImpliedValue | undefined {
  const figures = figuresOf(input);
  if (figures === undefined) return undefined;
  const { domain, unit } = figures;
  const [rounded, unrounded] = [rescore(subject), rescore(subject, { unrounded: true })];
  const at = (values: Range): EvaluateSettings => ({
    ...settings,
    inputs: new Map([...(settings.inputs ?? []), [input.name, rangeValue(values)]]),
  });
  const values = solve({
    judge: (range) => agreement(rounded(at(range)).score, target),
    exact: (value) => nearFigure(unrounded(at(point(value))).score),
    thresholds: thresholdsOf(target, ownRounding(subject)),
    domain,
    scale: unit.scale,
  });
  const [first, ...rest] = values.map((each) => each.range);
  if (first === undefined) return undefined;
  const roundest = roundestIn(rest.reduce(rounderOf(unit), first), unit.scale);
  const scored = rounded(at(point(roundest)));
  const byInput = dependsOn(subject, input.name);
  const lets = letValues(subject, scored).filter(({ let: each }) => byInput.has(each));
  return { input: input.name, unit, values, roundest, lets };
}

// Of several ranges the one in which the roundest figure lies.
function rounderOf(unit: Unit): (a: Range, b: Range) => Range {
  const digits = (range: Range) => {
    const { n, d } = roundestIn(range, unit.scale);
    return n.toString().replace(/0+$/, '').length + d.toString().length;
  };
  return (a, b) => (digits(b) < digits(a) ? b : a);
}

/** The figures that an input may take; undefined where it is not a single figure. */
function figuresOf(input: Input): { domain: Range; unit: Unit } | undefined {
  if (input.kind === 'judged') {
    if (input.form.kind !== 'free') return undefined;
    return { domain: closed(ZERO, input.points), unit: POINTS };
  }
  if (input.type.kind !== 'number') return undefined;
  return {
    domain: { ...input.range, integer: input.type.integer || input.range.integer },
    unit: input.type.unit,
  };
}

// The unrounded scores at which agreement can begin or end.
function thresholdsOf({ published, agreeing }: Target, rounding: Rounding | undefined): Rational[] {
  const ends = [agreeing.low, agreeing.high].flatMap((end) => (end ? [end.value] : []));
  if (rounding === undefined) return ends;
  const { step } = rounding;
  const half = { n: step.n, d: step.d * 2n };
  return [
    published,
    ...[step, half].flatMap((by) => [subtract(published, by), add(published, by)]),
  ];
}

/** The rounding of a subject's own score. */
export function ownRounding({ framework, node, path }: Subject): Rounding | undefined {
  const { roundings } = framework;
  if (path.length === 0) return roundings.total;
  if (node === undefined) return undefined;
  if (path.length > node.path.length) {
    const item =
      node.kind === 'indicator' ? node.items.find((each) => each.name === path.at(-1)) : undefined;
    return item?.rounding ?? roundings.items;
  }
  return node.rounding ?? (node.kind === 'indicator' ? roundings.indicators : roundings.groups);
}

// The intermediate results that hang on an input, directly or through others.
function dependsOn(subject: Subject, input: string): ReadonlySet<Let> {
  const found = new Set<Let>();
  const ids = new Set<string>();
  for (const each of subject.lets)
    for (const part of within(each.value))
      if (
        (part.kind === 'input' && part.name === input) ||
        (part.kind === 'let' && ids.has(part.id))
      ) {
        found.add(each);
        ids.add(each.id);
      }
  return found;
}
