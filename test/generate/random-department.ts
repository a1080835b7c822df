// Departments at random for any framework: the `inputs` of a department file, complete, with figures that
// sit on thresholds and rounding ties far more often than chance would put them there.
import fc from 'fast-check';
import { declaredEntry, declaredField, declaredOf, limitsOf } from '../../src/input/declared.ts';
import type { Declared } from '../../src/input/declared.ts';
import { within } from '../../src/model/expression-parts.ts';
import { constantOf } from '../../src/model/expression.ts';
import type { Framework, Input, JudgedInput } from '../../src/model/framework.ts';
import { admissibleChoices } from '../../src/model/pool.ts';
import { formatExact } from '../../src/number/decimal.ts';
import type { Rational } from '../../src/number/rational.ts';
import * as Q from '../../src/number/rational.ts';
import { formatDate } from '../../src/types/date.ts';
import { contains } from '../../src/types/range.ts';
import type { Range } from '../../src/types/range.ts';
import { notationOf } from '../../src/input/figure-notation.ts';
import { unknownOf } from '../../src/types/value.ts';
import { expressionsOf } from '../../src/generate/plan/expressions.ts';

/** Inputs as they stand in a file. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What figures of one framework are drawn from. */
interface Material {
  readonly thresholds: readonly Rational[];
}

// Figures whose ratios end, or tie at the third decimal.
const BASES = [1, 2, 3, 4, 7, 8, 10, 16, 40, 48, 80, 100, 200, 400, 1000, 2000, 9999, 12345];

/** Every input of a framework, with figures in the written unit. */
export function inputsOf(framework: Framework): fc.Arbitrary<Record<string, Json>> {
  const constants = expressionsOf(framework).flatMap((expression) =>
    [...within(expression)].flatMap((part) => constantOf(part) ?? []),
  );
  const material = { thresholds: [Q.ONE, Q.rational(1, 2), ...constants.slice(0, 200)] };
  const entries = framework.inputs.map((input) => [input.name, inputOf(input, material)] as const);
  return fc
    .tuple(fc.constantFrom(...BASES), ...entries.map(([, arbitrary]) => arbitrary))
    .map(([base, ...makers]) =>
      Object.fromEntries(entries.map(([name], at) => [name, makers[at]?.(base) ?? null])),
    );
}

/** The choices of all options. */
export function optionsOf({ options }: Framework): fc.Arbitrary<Map<string, string>> {
  return fc
    .tuple(...options.map(({ values }) => fc.constantFrom(...values)))
    .map((chosen) => new Map(options.map(({ name }, at) => [name, chosen[at] ?? ''])));
}

// A figure made from a base that all figures of a department share, so that ratios hit thresholds.
type Maker = (base: number) => Json;

function inputOf(input: Input, material: Material): fc.Arbitrary<Maker> {
  if (input.kind === 'judged') return awardOf(input).map((award) => () => award);
  if (input.pool) {
    const { pool, type } = input;
    const choices = admissibleChoices(pool, unknownOf(type), 1000) ?? [];
    return fc.constantFrom(...choices).map((chosen) => () => [...chosen]);
  }
  return valueOf(declaredOf(input), material);
}

function valueOf(declared: Declared, material: Material): fc.Arbitrary<Maker> {
  const { type } = declared;
  switch (type.kind) {
    case 'number':
      return figureOf(limitsOf(declared), type.integer, material).map((make) => (base) => {
        const { label } = notationOf(type.unit);
        const written = formatExact(Q.divide(make(base), type.unit.scale));
        const text = written.includes('/')
          ? formatExact(Q.divide(fit(limitsOf(declared)), type.unit.scale))
          : written;
        return label === '%' ? `${text}%` : text;
      });
    case 'boolean':
      return fc.boolean().map((truth) => () => truth);
    case 'enumeration':
      return fc.constantFrom(...type.values).map((word) => () => word);
    case 'date':
      return figureOf(declared.range, true, {
        thresholds: material.thresholds.filter(({ n }) => n > 10_000n),
      }).map(
        (make) => () =>
          formatDate(Number(inside(Q.floor(make(19_000)), declared.range, Q.rational(19_000)).n)),
      );
    case 'text':
      return fc.constantFrom('甲', '乙', '丙').map((text) => () => text);
    case 'target':
      return fc
        .constantFrom('≥95%', '8家', '≤3次', '2023年12月31日前', '有效', '100%', '0', '>10个')
        .map((text) => () => text);
    case 'actual':
      return fc
        .constantFrom('95%', '9家', '3次', '2023年12月31日', '有效', '99.5%', '0', '12个', '8')
        .map((text) => () => text);
    case 'list': {
      const most = Math.min(type.most ?? type.least + 4, type.least + 4);
      const entry = valueOf(declaredEntry(declared, type.of), material);
      return fc
        .array(entry, { minLength: type.least, maxLength: most })
        .map((makers) => (base) => makers.map((make) => make(base)));
    }
    case 'record': {
      const fields = [...type.fields];
      return fc
        .tuple(
          ...fields.map(([name, field]) => valueOf(declaredField(declared, name, field), material)),
        )
        .map(
          (makers) => (base) =>
            Object.fromEntries(fields.map(([name], at) => [name, makers[at]?.(base) ?? null])),
        );
    }
    case 'error':
      throw new Error('a checked framework has no types in error');
    default:
      return type satisfies never;
  }
}

function figureOf(
  range: Range,
  integer: boolean,
  { thresholds }: Material,
): fc.Arbitrary<(base: number) => Rational> {
  const on = fc.constantFrom(...(thresholds.length > 0 ? thresholds : [Q.ONE]));
  const beside = fc.constantFrom(
    Q.ZERO,
    Q.ZERO,
    Q.ZERO,
    Q.rational(1, 10_000),
    Q.rational(-1, 10_000),
    Q.ONE,
    Q.rational(-1),
  );
  const figure: fc.Arbitrary<(base: number) => Rational> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.tuple(on, beside).map(
        ([threshold, by]) =>
          (base: number) =>
            Q.add(Q.multiply(Q.rational(base), threshold), by),
      ),
    },
    {
      weight: 2,
      arbitrary: fc.tuple(on, beside).map(
        ([threshold, by]) =>
          () =>
            Q.add(threshold, by),
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .integer({ min: 0, max: 2_000_000 })
        .map((cents) => () => Q.rational(cents, integer ? 1 : 100)),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 30 }).map((whole) => () => Q.rational(whole)),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 0, max: 100_000 })
        .map((part) => () => Q.rational(part, 100_000)),
    },
  );
  return figure.map((make) => (base) => {
    const made = make(base);
    return inside(integer ? Q.floor(made) : made, range, fit(range));
  });
}

function inside(figure: Rational, range: Range, otherwise: Rational): Rational {
  return contains(range, figure) ? figure : otherwise;
}

// Some whole or half figure that lies in the range.
function fit(range: Range): Rational {
  const { low, high } = range;
  const candidates = [
    low?.value,
    high?.value,
    Q.ONE,
    Q.ZERO,
    low && Q.add(low.value, Q.ONE),
    high && Q.subtract(high.value, Q.ONE),
    low && high && Q.divide(Q.add(low.value, high.value), Q.rational(2)),
  ];
  const found = candidates.find((each) => each !== undefined && contains(range, each));
  if (found === undefined) throw new Error('no figure lies in a declared range');
  return found;
}

function awardOf({ form, points }: JudgedInput): fc.Arbitrary<Json> {
  const share = fc.constantFrom(0n, 1n, 3n, 5n, 7n, 8n, 9n, 10n, 10n, 10n);
  const free = share.map((tenths): Json => ({
    award: formatExact(Q.multiply(points, Q.rational(tenths, 10n))),
    reason: '扣分',
  }));
  switch (form.kind) {
    case 'free':
    case 'banded':
      return free;
    case 'choice':
      return fc
        .constantFrom(...form.choices)
        .map(({ name, points: most, least }): Json =>
          least
            ? { choice: name, award: formatExact(most), reason: '幅度内' }
            : { choice: name, reason: '所选' },
        );
    case 'checklist':
      return fc.tuple(...form.entries.map(() => fc.boolean())).map((met): Json => ({
        entries: Object.fromEntries(
          form.entries.map(({ name, points: most, least }, at) => [
            name,
            met[at] === true ? (least ? formatExact(most) : true) : false,
          ]),
        ),
        reason: '逐项',
      }));
    default:
      return form satisfies never;
  }
}
