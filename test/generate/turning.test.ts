// Departments are put where they are said to be: on turns, or beside them by less than chance would find.
import { expect, test } from 'vitest';
import { rational } from '../../src/number/rational.ts';
import { aimedDepartments } from './aimed-departments.ts';
import { chanceFrom } from './chance.ts';
import { gaugesOf, isOnTurn } from './gauges.ts';
import { rulesetNamed } from './rulesets.ts';
import { curveThrough, firstWithin, turnsOf } from './turning.ts';

test('the first multiple in a window is the one that counting up finds', () => {
  for (let modulus = 1n; modulus < 24n; modulus++)
    for (let factor = 0n; factor < modulus; factor++)
      for (let low = 0n; low < modulus; low++)
        for (let high = low; high < modulus; high++) {
          let counted: bigint | undefined;
          for (let t = 0n; t < modulus && counted === undefined; t++)
            if ((factor * t) % modulus >= low && (factor * t) % modulus <= high) counted = t;
          expect([factor, modulus, firstWithin(factor, modulus, low, high)]).toEqual([
            factor,
            modulus,
            counted,
          ]);
        }
});

test('a quotient of two linear figures follows from three points', () => {
  const at = (t: bigint) => rational(3n + 5n * t, 7n + 2n * t);
  const curve = curveThrough([0n, 1n, 3n, 8n].map((t) => [t, at(t)]));
  expect(curve).toEqual({ a: rational(3, 7), b: rational(5, 7), c: rational(2, 7) });
});

test('of three denominators near 2^42, ties are met within one part in 10^12', () => {
  const d = rational(4_398_046_511_003n * 4_398_046_510_987n * 4_398_046_510_001n);
  const slope = rational(600n * 4_398_046_510_987n * 4_398_046_510_001n, d.n);
  const curve = { a: rational(1, 3), b: slope, c: rational(0) };
  const { beside } = turnsOf('half', curve, 0n, 4_398_046_511_000n, chanceFrom(5));
  expect(beside).toHaveLength(2);
  for (const t of beside) {
    const figure = rational(d.n + 3n * slope.n * (d.n / slope.d) * t, 3n * d.n);
    const twice = 2n * figure.n;
    const rest = twice % (2n * figure.d);
    const distance = rest > figure.d ? rest - figure.d : figure.d - rest;
    expect((distance * 10n ** 12n) / (2n * figure.d)).toBe(0n);
  }
});

test('of the departments made for a ruleset, a third and more sit on a turn', () => {
  for (const file of ['futian/2022.chi', 'futian/2020.chi', 'gallery/deductions.chi']) {
    const framework = rulesetNamed(file);
    const measure = gaugesOf(framework);
    let [on, all] = [0, 0];
    for (const { inputs } of aimedDepartments(framework, 3)) {
      all++;
      if ([...measure(inputs).values()].some(isOnTurn)) on++;
      if (all === 200) break;
    }
    expect(on).toBeGreaterThan(all / 3);
  }
});
