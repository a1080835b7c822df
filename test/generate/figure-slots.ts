// The figures of a department that tests may move one by one: numbers, dates, entries of lists of fixed
// length, and free awards, each as a whole number of the steps that compiled modules count in.
import { declaredEntry, declaredOf, limitsOf } from '../../src/input/declared.ts';
import type { Declared } from '../../src/input/declared.ts';
import { notationOf } from '../../src/input/figure-notation.ts';
import { AWARD_STEPS, mostSteps, stepsPerUnit } from '../../src/generate/plan/steps.ts';
import type { Framework, Input, JudgedInput } from '../../src/model/framework.ts';
import { formatExact, parseDecimal } from '../../src/number/decimal.ts';
import type { Rational } from '../../src/number/rational.ts';
import {
  ceiling,
  divide,
  floor,
  isInteger,
  multiply,
  rational,
  sum,
} from '../../src/number/rational.ts';
import { formatDate, parseDate } from '../../src/types/date.ts';
import type { Range } from '../../src/types/range.ts';
import type { Json } from './random-department.ts';

export type Inputs = Readonly<Record<string, Json>>;

/** Where one figure stands, between which steps it may lie, and how a file writes it. */
export interface Slot {
  readonly name: string;
  /** From 0, in a list. */
  readonly entry: number | undefined;
  readonly least: bigint;
  readonly most: bigint;
  /** Up to here it is scored in doubles. */
  readonly mostFast: bigint;
  readonly isWhole: boolean;
  /** Steps, or parts of one, as the file writes them; undefined where no decimal ends. */
  readonly written: (steps: Rational) => Json | undefined;
  /** How many steps make one base unit. */
  readonly perUnit: bigint;
  /** What the file says, in base units. */
  readonly read: (value: Json | undefined) => Rational | undefined;
}

/** The values of a department's file, as rules read them. */
export interface Figures {
  readonly value: (name: string, entry?: number) => Rational | boolean | string | undefined;
}

/** Reads files of a framework; of lists only those of fixed length. */
export function figuresOf(framework: Framework): (inputs: Inputs) => Figures {
  const slots = new Map(slotsOf(framework).map((slot) => [slotKey(slot.name, slot.entry), slot]));
  const judged = new Map(framework.inputs.map((input) => [input.name, input]));
  return (inputs) => ({
    value: (name, entry) => {
      const given = inputs[name];
      const slot = slots.get(slotKey(name, entry));
      if (slot)
        return slot.read(
          entry === undefined ? given : (given as readonly Json[] | undefined)?.[entry],
        );
      if (typeof given === 'boolean' || typeof given === 'string') return given;
      const input = judged.get(name);
      return input?.kind === 'judged' ? awardIn(input, given) : undefined;
    },
  });
}

function slotKey(name: string, entry: number | undefined): string {
  return `${entry ?? ''} ${name}`;
}

function awardIn({ form }: JudgedInput, given: Json | undefined): Rational | undefined {
  const { award, choice, entries } = (given ?? {}) as Readonly<Record<string, Json>>;
  if (typeof award === 'string') return parseDecimal(award);
  if (form.kind === 'choice') return form.choices.find(({ name }) => name === choice)?.points;
  if (form.kind !== 'checklist') return undefined;
  const met = entries as Readonly<Record<string, Json>> | undefined;
  return sum(form.entries.flatMap(({ name, points }) => (met?.[name] === true ? [points] : [])));
}

/** No declared figure is larger than this in tests: 10^20 steps. */
const FAR = 10n ** 20n;

export function slotsOf({ inputs }: Framework): readonly Slot[] {
  return inputs.flatMap(slotsIn);
}

function slotsIn(input: Input): Slot[] {
  const { name } = input;
  if (input.kind === 'judged') {
    if (input.form.kind !== 'free') return [];
    const most = floor(multiply(input.points, rational(AWARD_STEPS))).n;
    const written = (steps: Rational) => {
      const award = decimal(divide(steps, rational(AWARD_STEPS)));
      return award === undefined ? undefined : { award, reason: '评' };
    };
    const read = (value: Json | undefined) => awardIn(input, value);
    return [
      {
        name,
        entry: undefined,
        least: 0n,
        most,
        mostFast: most,
        isWhole: false,
        perUnit: AWARD_STEPS,
        written,
        read,
      },
    ];
  }
  if (input.pool) return [];
  const declared = declaredOf(input);
  const { type } = declared;
  const single = slotOf(name, undefined, declared);
  if (single) return [single];
  if (type.kind !== 'list' || type.most !== type.least) return [];
  const of = declaredEntry(declared, type.of);
  return Array.from({ length: type.least }, (_, at) => slotOf(name, at, of)).flatMap(
    (slot) => slot ?? [],
  );
}

function slotOf(name: string, entry: number | undefined, declared: Declared): Slot | undefined {
  const { type } = declared;
  if (type.kind === 'date') {
    const [least, most] = ends(declared.range, 1n, -20_000n, 60_000n);
    const written = (steps: Rational) => {
      const text = isInteger(steps) ? formatDate(Number(steps.n)) : '';
      return parseDate(text) === undefined ? undefined : text;
    };
    const read = (value: Json | undefined) => {
      const day = typeof value === 'string' ? parseDate(value) : undefined;
      return day === undefined ? undefined : rational(day);
    };
    return { name, entry, least, most, mostFast: most, isWhole: true, perUnit: 1n, written, read };
  }
  if (type.kind !== 'number') return undefined;
  const perUnit = stepsPerUnit(type);
  const [least, most] = ends(limitsOf(declared), perUnit, -FAR, FAR);
  const { label } = notationOf(type.unit);
  const written = (steps: Rational) => {
    const figure = divide(divide(steps, rational(perUnit)), type.unit.scale);
    const text = decimal(figure);
    return text === undefined ? undefined : label === '%' ? `${text}%` : text;
  };
  const read = (value: Json | undefined) => {
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text !== 'string') return undefined;
    const figure = parseDecimal(text.replace('%', ''));
    return figure && multiply(figure, type.unit.scale);
  };
  const mostFast = mostSteps(type);
  return { name, entry, least, most, mostFast, isWhole: type.integer, perUnit, written, read };
}

// The whole steps in a range.
function ends(
  { low, high }: Range,
  perUnit: bigint,
  least: bigint,
  most: bigint,
): readonly [bigint, bigint] {
  const scale = rational(perUnit);
  const [from, to] = [low && multiply(low.value, scale), high && multiply(high.value, scale)];
  return [
    from && low ? ceiling(from).n + (low.open && isInteger(from) ? 1n : 0n) : least,
    to && high ? floor(to).n - (high.open && isInteger(to) ? 1n : 0n) : most,
  ];
}

function decimal(figure: Rational): string | undefined {
  const text = formatExact(figure);
  return text.includes('/') ? undefined : text;
}

/** The inputs with one figure in place of another; undefined where it cannot be written. */
export function withFigure(inputs: Inputs, slot: Slot, steps: Rational): Inputs | undefined {
  const figure = slot.written(steps);
  return figure === undefined ? undefined : withValue(inputs, slot, figure);
}

export function withValue(inputs: Inputs, { name, entry }: Slot, value: Json): Inputs {
  if (entry === undefined) return { ...inputs, [name]: value };
  const list = inputs[name];
  if (!Array.isArray(list)) return inputs;
  const entries = (list as readonly Json[]).map((each, at) => (at === entry ? value : each));
  return { ...inputs, [name]: entries };
}
