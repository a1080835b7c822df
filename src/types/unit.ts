// Units of measure: a product of named dimensions, each with an integer power, and the scale in
// which people write it. Money has one dimension with three scales; every count word (家, 人, 场 …)
// is a dimension of its own; points are another. A plain number has no dimension.
import type { Rational } from '../number/rational.ts';
import { ONE, multiply, rational } from '../number/rational.ts';

/**
 * A unit. Values are kept in base units (元, one thing, one point); `scale` says how many base
 * units one written unit holds and `label` how it is written, so that 万元 reads and prints as 万元.
 */
export interface Unit {
  readonly dimensions: ReadonlyMap<string, number>;
  readonly scale: Rational;
  /** What stands behind a figure: `万元`, `家`, `%`; empty for a plain number. */
  readonly label: string;
}

export const MONEY_DIMENSION = '¥';
export const POINTS_DIMENSION = '分';
const DAYS_DIMENSION = '天';

const NO_DIMENSIONS: ReadonlyMap<string, number> = new Map();

export const PLAIN: Unit = { dimensions: NO_DIMENSIONS, scale: ONE, label: '' };
export const PERCENT: Unit = { dimensions: NO_DIMENSIONS, scale: rational(1, 100), label: '%' };
export const POINTS: Unit = dimension(POINTS_DIMENSION, POINTS_DIMENSION);
export const DAYS: Unit = dimension(DAYS_DIMENSION, DAYS_DIMENSION);

/** The scales of money and how many 元 each holds. The one table of money words. */
export const MONEY_UNITS: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['元', 1n],
      ['万元', 10_000n],
      ['亿元', 100_000_000n],
    ] as const
  ).map(([label, scale]) => [
    label,
    { dimensions: new Map([[MONEY_DIMENSION, 1]]), scale: rational(scale), label },
  ]),
);

function dimension(name: string, label: string): Unit {
  return { dimensions: new Map([[name, 1]]), scale: ONE, label };
}

/** The unit of things counted in `word`, such as 家 or 人次; `天` counts days. */
export function countUnit(word: string): Unit {
  return dimension(word, word);
}

/** Same dimensions, whatever the scale: 元 and 万元 agree, 万元 and 人 do not. */
export function sameDimensions(a: Unit, b: Unit): boolean {
  if (a.dimensions.size !== b.dimensions.size) return false;
  for (const [name, power] of a.dimensions) if (b.dimensions.get(name) !== power) return false;
  return true;
}

/** No dimension at all: a plain number or a percentage. */
export function isPlain(unit: Unit): boolean {
  return unit.dimensions.size === 0;
}

/** Money, to the first power and nothing else. */
export function isMoney(unit: Unit): boolean {
  return unit.dimensions.size === 1 && unit.dimensions.get(MONEY_DIMENSION) === 1;
}

/** Only words that count things, any power: what may multiply points without ceasing to be points. */
export function isCount(unit: Unit): boolean {
  return [...unit.dimensions.keys()].every(
    (name) => name !== MONEY_DIMENSION && name !== POINTS_DIMENSION,
  );
}

/** Points, possibly multiplied by counted things: what a score may be. */
export function isScore(unit: Unit): boolean {
  return (
    isPlain(unit) ||
    (unit.dimensions.get(POINTS_DIMENSION) === 1 && !unit.dimensions.has(MONEY_DIMENSION))
  );
}

/** The unit of a product (`power` 1) or a quotient (`power` -1); like dimensions cancel. */
export function combineUnits(a: Unit, b: Unit, power: 1 | -1): Unit {
  if (isPlain(b)) return isPlain(a) ? PLAIN : a;
  if (isPlain(a) && power === 1) return b;
  const dimensions = new Map(a.dimensions);
  for (const [name, exponent] of b.dimensions) {
    const total = (dimensions.get(name) ?? 0) + exponent * power;
    if (total === 0) dimensions.delete(name);
    else dimensions.set(name, total);
  }
  if (dimensions.size === 0) return PLAIN;
  return { dimensions, scale: ONE, label: labelOf(dimensions) };
}

/**
 * The unit of a whole power, or of a root; undefined where a root would leave a part of a dimension.
 * Figures are kept in base units, so the result is written in them too.
 */
export function powerUnit(unit: Unit, exponent: Rational, isRoot: boolean): Unit | undefined {
  if (isPlain(unit)) return isRoot ? unit : PLAIN;
  const dimensions = new Map<string, number>();
  for (const [name, power] of unit.dimensions) {
    const result = isRoot ? power / Number(exponent.n) : power * Number(exponent.n);
    if (!Number.isInteger(result)) return undefined;
    if (result !== 0) dimensions.set(name, result);
  }
  return dimensions.size === 0 ? PLAIN : { dimensions, scale: ONE, label: labelOf(dimensions) };
}

function labelOf(dimensions: ReadonlyMap<string, number>): string {
  const word = (name: string) => (name === MONEY_DIMENSION ? '元' : name);
  const part = ([name, power]: [string, number]) =>
    word(name) + (Math.abs(power) === 1 ? '' : `^${Math.abs(power)}`);
  const above = [...dimensions].filter(([, power]) => power > 0).map(part);
  const below = [...dimensions].filter(([, power]) => power < 0).map(part);
  return [above.join('·') || '1', ...below].join('/');
}

/** A written figure in base units: 2.96 万元 is 29600 元. */
export function toBase(written: Rational, unit: Unit): Rational {
  return multiply(written, unit.scale);
}
