// The factor k of each kind of figure, as docs/exactness.md derives it: over many inputs no double is
// further than k · 2^-53 · size from its figure, and some are further than one less would allow where one
// less can be told apart.
import { compileFunction } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { chosenForm, extremeForm } from '../../src/generate/plan/choose.ts';
import { compareForms } from '../../src/generate/plan/decide.ts';
import { addForms, constantForm, multiplyForms, nearOf } from '../../src/generate/plan/form.ts';
import type { Form, Near, Sheet } from '../../src/generate/plan/form.ts';
import { DOUBLES } from '../../src/generate/plan/whole.ts';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import { chanceFrom } from './chance.ts';

const MOST = 2n ** 42n;
const NAMES = ['a', 'b', 'c', 'd'] as const;
type Values = Readonly<Record<(typeof NAMES)[number], bigint>>;

interface Measured {
  readonly form: Near;
  readonly error: (values: Values) => number;
}

const figure = (text: string, low: bigint): Form => ({
  kind: 'ratio',
  n: { factor: 1n, text, low, high: MOST },
  d: { factor: 1n, text: '', low: 1n, high: 1n },
  flags: new Set(),
});

/** How far a form is from its figure, in units of 2^-53 of its size. */
function measured(
  made: (sheet: Sheet) => Form | undefined,
  exact: (values: Values) => Rational,
): Measured {
  const lines: string[] = [];
  const sheet: Sheet = {
    domain: DOUBLES,
    hoist: (words, text) => {
      const name = `${words}_${lines.length}`;
      lines.push(`const ${name} = ${text};`);
      return name;
    },
  };
  const found = made(sheet);
  if (!found) throw new Error('there is no form');
  const form = nearOf(sheet, found);
  const code = `${lines.join('\n')}\nreturn [${form.text}, ${form.size}];`;
  const run = compileFunction(code, [...NAMES]) as (...all: number[]) => [number, number];
  return {
    form,
    error: (values) => {
      const [double, size] = run(...NAMES.map((name) => Number(values[name])));
      const away = Q.absolute(Q.subtract(ofDouble(double), exact(values)));
      const unit = Q.divide(ofDouble(size), Q.rational(2n ** 53n));
      return unit.n === 0n ? 0 : Number((away.n * unit.d * 10_000n) / (away.d * unit.n)) / 10_000;
    },
  };
}

/** The fraction that a double is. */
function ofDouble(double: number): Rational {
  let power = 0n;
  let scaled = double;
  for (; !Number.isInteger(scaled); power++) scaled *= 2;
  return Q.rational(BigInt(scaled), 2n ** power);
}

const quotient = (sheet: Sheet, above: 'a' | 'c', below: 'b' | 'd'): Near => {
  const divisor = figure(below, 1n);
  if (divisor.kind !== 'ratio') throw new Error('a figure is a ratio');
  const form = multiplyForms(sheet, figure(above, 0n), { ...divisor, n: divisor.d, d: divisor.n });
  if (!form) throw new Error('there is no quotient');
  return nearOf(sheet, form);
};
const value = (above: bigint, below: bigint) => Q.rational(above, below);

const CASES: Readonly<Record<string, () => Measured>> = {
  'a quotient': () =>
    measured(
      (sheet) => quotient(sheet, 'a', 'b'),
      ({ a, b }) => value(a, b),
    ),
  'a sum': () =>
    measured(
      (sheet) => addForms(sheet, quotient(sheet, 'a', 'b'), quotient(sheet, 'c', 'd')),
      ({ a, b, c, d }) => Q.add(value(a, b), value(c, d)),
    ),
  'a product': () =>
    measured(
      (sheet) => multiplyForms(sheet, quotient(sheet, 'a', 'b'), quotient(sheet, 'c', 'd')),
      ({ a, b, c, d }) => Q.multiply(value(a, b), value(c, d)),
    ),
  'a multiple by a fraction': () =>
    measured(
      (sheet) => multiplyForms(sheet, quotient(sheet, 'a', 'b'), constantForm(Q.rational(7, 3))),
      ({ a, b }) => Q.multiply(value(a, b), Q.rational(7, 3)),
    ),
  'the larger of two': () =>
    measured(
      (sheet) => extremeForm(sheet, 'max', quotient(sheet, 'a', 'b'), quotient(sheet, 'c', 'd')),
      ({ a, b, c, d }) => Q.maximum(value(a, b), value(c, d)),
    ),
  'a row of two': () =>
    measured(
      (sheet) => {
        const when = compareForms(sheet, '>=', figure('a', 0n), figure('b', 1n));
        return (
          when &&
          chosenForm(sheet, [{ when, form: quotient(sheet, 'a', 'b') }], quotient(sheet, 'c', 'd'))
        );
      },
      ({ a, b, c, d }) => (a >= b ? value(a, b) : value(c, d)),
    ),
};

/** What the derivation says, and more than what the measurement must reach for it to be needed. */
const K: Readonly<Record<string, readonly [k: number, beyond: number]>> = {
  'a quotient': [1, 0.9],
  'a sum': [2, 1],
  'a product': [3, 2],
  'a multiple by a fraction': [3, 2],
  'the larger of two': [1, 0.5],
  'a row of two': [1, 0.9],
};

describe.each(Object.entries(CASES))('%s', (name, made) => {
  const { form, error } = made();
  const [k = 0, beyond = 0] = K[name] ?? [];
  const chance = chanceFrom(42);
  // Quotients next to a power of 2 are rounded most roughly.
  const drawn = (): Values => {
    const [b, d] = [1n + chance.below(MOST), 1n + chance.below(MOST)];
    const above = (below: bigint) => {
      const close = below + chance.below(below / 16n + 1n);
      return close > MOST ? below : close;
    };
    return chance.once(4)
      ? { a: chance.below(MOST), b, c: chance.below(MOST), d }
      : { a: above(b), b, c: above(d), d };
  };
  const errors = Array.from({ length: 6_000 }, () => error(drawn()));

  test(`counts ${k}`, () => {
    expect(form.ulps).toBe(k);
  });

  test('is never further from its figure', () => {
    expect(Math.max(...errors)).toBeLessThanOrEqual(k);
  });

  test('needs as much', () => {
    expect(Math.max(...errors)).toBeGreaterThan(beyond);
  });
});
