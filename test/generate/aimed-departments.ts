// Departments of a framework that sit on its thresholds and rounding ties, or as close beside them as
// whole steps allow; others at the ends of their ranges, beyond what doubles hold, finer than their steps,
// with gaps, and outside of what is declared.
import fc from 'fast-check';
import type { Framework } from '../../src/model/framework.ts';
import type { Rational } from '../../src/number/rational.ts';
import { add, divide, floor, multiply, rational } from '../../src/number/rational.ts';
import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import type { Inputs, Slot } from './figure-slots.ts';
import { slotsOf, withFigure, withValue } from './figure-slots.ts';
import type { Gauge, Gauges } from './gauges.ts';
import { gaugesOf } from './gauges.ts';
import { inputsOf } from './random-department.ts';
import type { Curve } from './turning.ts';
import { curveThrough, turnsOf } from './turning.ts';

/** How a department was made: on a turn, next to one, at random, or as nobody should fill it in. */
export type Aim = 'on' | 'beside' | 'plain' | 'odd';

export interface Aimed {
  readonly aim: Aim;
  readonly inputs: Inputs;
}

/** A stream of departments; the seed settles them. */
export function* aimedDepartments(framework: Framework, seed: number): Generator<Aimed> {
  const chance = chanceFrom(seed);
  const slots = slotsOf(framework);
  const measure = gaugesOf(framework);
  const arbitrary = inputsOf(framework);
  const [first = {}] = fc.sample(arbitrary, { seed, numRuns: 1 }) as Inputs[];
  for (const inputs of corners(first, slots)) yield { aim: 'plain', inputs };
  for (let round = 0; ; round++) {
    const drawn = fc.sample(arbitrary, { seed: seed + round, numRuns: 8 });
    for (const start of drawn) {
      const inputs = chance.once(4) ? start : withPool(start, slots, chance);
      yield { aim: 'plain', inputs };
      if (slots.length === 0) continue;
      for (let aims = 0; aims < 3; aims++) yield* aimedFrom(inputs, slots, measure, chance);
      if (chance.once(2)) yield { aim: 'odd', inputs: odd(inputs, slots, chance) };
    }
  }
}

type Measure = (inputs: Inputs) => Gauges;

/** Every figure at an end: of its range, or of what is scored in doubles. */
function corners(start: Inputs, slots: readonly Slot[]): readonly Inputs[] {
  const largest = ({ most, mostFast }: Slot) => (most < mostFast ? most : mostFast);
  const smaller = (slot: Slot) => (largest(slot) > slot.least ? largest(slot) - 1n : slot.least);
  return [largest, smaller, ({ least }: Slot) => least].map((end) =>
    slots.reduce((inputs, slot) => withFigure(inputs, slot, rational(end(slot))) ?? inputs, start),
  );
}

// Sizes that figures have, in steps. Doubles go wrong where they are large: up to 2^42 they are used.
const LARGE = 2n ** 42n;
const SIZES = [10n, 1_000n, 10n ** 6n, 10n ** 9n, 10n ** 12n, LARGE, LARGE, LARGE];

/**
 * Figures that share a few bases, so that quotients meet and denominators are alike. In half of the
 * departments what is above 0, and so may be divided by, has one base alone.
 */
function withPool(start: Inputs, slots: readonly Slot[], chance: Chance): Inputs {
  // One figure beyond doubles takes a whole department out of them: few departments have any.
  const isBeyond = chance.once(10);
  const sizes = [isBeyond ? 2n ** 53n : chance.pick(SIZES), chance.pick(SIZES)];
  const pool = [0, 0, 1].map((at) => {
    const size = sizes[at] ?? 10n;
    // Of round figures, ties are whole numbers of steps.
    const round = chance.pick([1n, 1n, 20_000n, 1_000_000n]);
    const figure = size - chance.below(size / 2n + 1n);
    return figure < round ? figure : (figure / round) * round;
  });
  const base = chance.once(2) ? chance.pick(pool) : undefined;
  let inputs = start;
  for (const slot of slots) {
    const isDivisor = base !== undefined && slot.least === 1n;
    const most = isBeyond || slot.most < slot.mostFast ? slot.most : slot.mostFast;
    const steps = isDivisor
      ? base * chance.pick([1n, 1n, 1n, 2n, 3n])
      : drawn(slot, pool, most, chance);
    const fits = steps !== undefined && steps >= slot.least && steps <= most;
    if (fits) inputs = withFigure(inputs, slot, rational(steps)) ?? inputs;
  }
  return inputs;
}

function drawn(
  slot: Slot,
  pool: readonly bigint[],
  most: bigint,
  chance: Chance,
): bigint | undefined {
  const base = chance.pick(pool);
  return chance.pick([
    () => base,
    () => base,
    () => base,
    () => (base * chance.below(201n)) / 100n,
    () => chance.below(base + 1n),
    () => slot.least,
    () => most,
    () => slot.mostFast + chance.below(3n) - 1n,
    () => undefined,
    () => undefined,
  ])();
}

/** The departments that differ from this one in one figure, or two, such that something turns there. */
function* aimedFrom(
  inputs: Inputs,
  slots: readonly Slot[],
  measure: Measure,
  chance: Chance,
): Generator<Aimed> {
  const slot = chance.pick(slots);
  const start = placeIn(slot, chance);
  if (!start) return;
  const keys = [...curvesAlong(inputs, slot, start, measure)];
  for (let picks = 0; picks < 3 && keys.length > 0; picks++) {
    const [key, { turns, curve }] = chance.pick(keys);
    const { on, beside } = turnsOf(turns, curve, start.least, start.most, chance);
    for (const [aim, all] of [
      ['on', on],
      ['beside', beside],
    ] as const)
      for (const t of all) {
        const moved = withFigure(inputs, slot, rational(start.at + t));
        if (moved) yield { aim, inputs: moved };
      }
    if (turns !== 'threshold' || curve.c.n !== 0n) continue;
    // A second figure comes in whole steps: the first is put where those steps lead to the threshold.
    const other = chance.pick(slots);
    const place = other === slot ? undefined : placeIn(other, chance);
    const moved = withFigure(inputs, slot, rational(start.at));
    const along = place && moved && curvesAlong(moved, other, place, measure).get(key);
    if (!place || !moved || along?.curve.c.n !== 0n) continue;
    const inSteps = (figure: Rational) => divide(figure, along.curve.b);
    const scaled = { a: inSteps(along.curve.a), b: inSteps(curve.b), c: curve.c };
    const found = turnsOf('whole', scaled, start.least, start.most, chance);
    for (const [aim, all] of [
      ['on', found.on],
      ['beside', found.beside],
    ] as const)
      for (const t of all) {
        const figure = add(scaled.a, multiply(scaled.b, rational(t)));
        const back = place.at - floor(add(figure, rational(1, 2))).n;
        if (back < other.least || back > place.at + place.most) continue;
        const first = withFigure(moved, slot, rational(start.at + t));
        const both = first && withFigure(first, other, rational(back));
        if (both) yield { aim, inputs: both };
      }
  }
}

/** From where a figure is moved, and how far it may go. */
interface Place {
  readonly at: bigint;
  readonly least: bigint;
  readonly most: bigint;
}

// What turns as one figure grows, by the curves along it.
function curvesAlong(
  inputs: Inputs,
  slot: Slot,
  { at, most }: Place,
  measure: Measure,
): ReadonlyMap<string, { readonly turns: Gauge['turns']; readonly curve: Curve }> {
  const reach = (at < 0n ? -at : at) / 1000n + 1n;
  const away = 5n * reach > most ? -reach : reach;
  const points: (readonly [bigint, Gauges])[] = [];
  for (const t of [0n, away, 2n * away, 5n * away]) {
    const moved = withFigure(inputs, slot, rational(at + t));
    if (!moved) return new Map();
    points.push([t, measure(moved)]);
  }
  const found = new Map<string, { readonly turns: Gauge['turns']; readonly curve: Curve }>();
  for (const [key, { turns }] of points[0]?.[1] ?? []) {
    const figures = points.flatMap(([t, gauges]) => {
      const gauge = gauges.get(key);
      return gauge ? [[t, gauge.figure] as const] : [];
    });
    const curve = figures.length === points.length ? curveThrough(figures) : undefined;
    if (curve) found.set(key, { turns, curve });
  }
  return found;
}

// Some figure of about the size of the others.
function placeIn(slot: Slot, chance: Chance): Place | undefined {
  const limit = slot.most < slot.mostFast ? slot.most : slot.mostFast;
  const width = limit - slot.least;
  if (width < 8n) return undefined;
  const size = chance.pick(SIZES);
  const at = slot.least + chance.below((size < width ? size : width) + 1n);
  return { at, least: slot.least - at, most: limit - at };
}

// One thing that is finer, larger, missing or outside.
function odd(inputs: Inputs, slots: readonly Slot[], chance: Chance): Inputs {
  const slot = chance.pick(slots);
  const near = slot.least + chance.below(10n ** 7n);
  const steps = near > slot.most ? slot.least : near;
  return chance.pick([
    () => withFigure(inputs, slot, rational(steps * 1000n + 1n, 1000n)) ?? inputs,
    () => withFigure(inputs, slot, rational(steps * 10n + 5n, 10n)) ?? inputs,
    () => withFigure(inputs, slot, rational(slot.least - 1n)) ?? inputs,
    () => withFigure(inputs, slot, rational(slot.most + 1n)) ?? inputs,
    () => withFigure(inputs, slot, rational(2n ** 53n + chance.below(4n))) ?? inputs,
    () => withFigure(inputs, slot, rational(slot.mostFast + 1n)) ?? inputs,
    () => withValue(inputs, slot, null),
  ])();
}
