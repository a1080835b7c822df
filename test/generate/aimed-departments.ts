// Departments of a framework that sit on its thresholds and rounding ties, or as close beside them as
// whole steps allow; others at the ends of their ranges, beyond what doubles hold, finer than their steps,
// with gaps, and outside of what is declared.
import fc from 'fast-check';
import type { Framework } from '../../src/model/framework.ts';
import { rational } from '../../src/number/rational.ts';
import type { Chance } from './chance.ts';
import { chanceFrom } from './chance.ts';
import type { Inputs, Slot } from './figure-slots.ts';
import { slotsOf, withFigure, withValue } from './figure-slots.ts';
import type { Gauges } from './gauges.ts';
import { gaugesOf } from './gauges.ts';
import { inputsOf } from './random-department.ts';
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
  for (let round = 0; ; round++) {
    const drawn = fc.sample(arbitrary, { seed: seed + round, numRuns: 8 });
    for (const start of drawn) {
      const inputs = chance.once(4) ? start : withPool(start, slots, chance);
      yield { aim: 'plain', inputs };
      if (slots.length === 0) continue;
      for (let aims = 0; aims < 3; aims++)
        yield* aimedFrom(inputs, chance.pick(slots), measure, chance);
      if (chance.once(2)) yield { aim: 'odd', inputs: odd(inputs, slots, chance) };
    }
  }
}

type Measure = (inputs: Inputs) => Gauges;

// Sizes that figures have, in steps: the last two are where doubles end.
const SIZES = [10n, 1_000n, 1_000_000n, 10n ** 9n, 10n ** 12n, 2n ** 42n, 2n ** 53n];

/** Figures that share a few bases, so that quotients meet and denominators are alike. */
function withPool(start: Inputs, slots: readonly Slot[], chance: Chance): Inputs {
  const size = chance.pick(SIZES);
  // Of round figures, ties are whole numbers of steps.
  const round = chance.once(2) && size > 10n ** 6n ? 20_000n : 1n;
  const pool = [1, 2, 3].map(() => ((size - chance.below(size / 2n + 1n)) / round) * round);
  let inputs = start;
  for (const slot of slots) {
    const steps = drawn(slot, pool, chance);
    if (steps !== undefined) inputs = withFigure(inputs, slot, rational(steps)) ?? inputs;
  }
  return inputs;
}

function drawn(slot: Slot, pool: readonly bigint[], chance: Chance): bigint | undefined {
  const base = chance.pick(pool);
  const steps = chance.pick([
    () => base,
    () => base,
    () => base,
    () => (base * chance.below(201n)) / 100n,
    () => chance.below(base + 1n),
    () => slot.least,
    () => slot.most,
    () => slot.mostFast + chance.below(3n) - 1n,
    () => undefined,
    () => undefined,
  ])();
  return steps === undefined || steps < slot.least || steps > slot.most ? undefined : steps;
}

/** The departments that differ from this one in one figure, such that something turns there. */
function* aimedFrom(
  inputs: Inputs,
  slot: Slot,
  measure: Measure,
  chance: Chance,
): Generator<Aimed> {
  const limit = slot.most < slot.mostFast ? slot.most : slot.mostFast;
  const at = stepsIn(slot, limit, chance);
  if (at === undefined || limit - slot.least < 8n) return;
  const reach = at / 1000n + 1n;
  const away = at + 5n * reach > limit ? -reach : reach;
  const offsets = [0n, away, 2n * away, 5n * away];
  const points: { readonly t: bigint; readonly gauges: Gauges }[] = [];
  for (const t of offsets) {
    const moved = withFigure(inputs, slot, rational(at + t));
    if (!moved) return;
    points.push({ t, gauges: measure(moved) });
  }
  const keys = [...(points[0]?.gauges ?? [])].flatMap(([key, { turns }]) => {
    const figures = points.flatMap(({ t, gauges }) => {
      const gauge = gauges.get(key);
      return gauge ? [[t, gauge.figure] as const] : [];
    });
    const curve = figures.length === offsets.length ? curveThrough(figures) : undefined;
    return curve ? [{ turns, curve }] : [];
  });
  for (let picks = 0; picks < 3 && keys.length > 0; picks++) {
    const { turns, curve } = chance.pick(keys);
    const found = turnsOf(turns, curve, slot.least - at, limit - at, chance);
    for (const [aim, all] of [
      ['on', found.on],
      ['beside', found.beside],
    ] as const)
      for (const t of all) {
        const moved = withFigure(inputs, slot, rational(at + t));
        if (moved) yield { aim, inputs: moved };
      }
  }
}

// Some figure of about the size of the others to start from.
function stepsIn(slot: Slot, limit: bigint, chance: Chance): bigint | undefined {
  const width = limit - slot.least;
  if (width <= 0n) return undefined;
  const size = chance.pick(SIZES);
  return slot.least + chance.below((size < width ? size : width) + 1n);
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
