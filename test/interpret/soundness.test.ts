import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Problem } from '../../src/interpret/interpreter.ts';
import type { Expression } from '../../src/model/expression.ts';
import * as Q from '../../src/number/rational.ts';
import type { End } from '../../src/types/range.ts';
import { contains, pointOf } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { INTEGER, NUMBER } from '../../src/types/type.ts';
import { numberValue } from '../../src/types/value.ts';
import {
  add,
  call,
  div,
  interpreterAmong,
  interpreterOver,
  mul,
  q,
  ref,
  showExpression,
  showRange,
  sub,
} from '../model-builder.ts';
import { comparingModels, departments, gaps, inputs, models } from './random-models.ts';
import type { Model } from './random-models.ts';

function evaluated({ expression, lets }: Model, values: Readonly<Record<string, Value>>) {
  const problems: Problem[] = [];
  const interpreter = interpreterOver({
    inputs,
    lets,
    values,
    onProblem: (problem) => problems.push(problem),
  });
  return { range: interpreter.range(expression), problems };
}

function evaluatedAmong(
  { expression, lets }: Model,
  departments: readonly Readonly<Record<string, Value>>[],
  isOpen = false,
) {
  const problems: Problem[] = [];
  const onProblem = (problem: Problem) => problems.push(problem);
  const interpreter = interpreterAmong(
    departments.map((values) => ({ inputs, lets, values, onProblem })),
    isOpen ? { inputs, lets, onProblem } : undefined,
  );
  return { range: interpreter.range(expression), problems };
}

function showModel({ expression, lets }: Model): string {
  return [
    ...lets.map((definition) => `${definition.name} = ${showExpression(definition.value)}`),
    showExpression(expression),
  ].join('; ');
}

const readable = models.map((model) =>
  Object.assign(model, { [fc.toStringMethod]: () => showModel(model) }),
);
const readableComparing = comparingModels.map((model) =>
  Object.assign(model, { [fc.toStringMethod]: () => showModel(model) }),
);
const readableDepartments = departments.map((department) =>
  Object.assign(department, {
    [fc.toStringMethod]: () =>
      Object.entries(department)
        .map(([name, value]) => `${name}=${showValue(value)}`)
        .join(' '),
  }),
);

function showValue(value: Value): string {
  switch (value.kind) {
    case 'number':
      return showRange(value.range);
    case 'boolean':
      return String(value.canBeTrue);
    case 'enumeration':
      return [...value.possible].join('|');
    case 'list':
      return `[${value.entries.map(showValue).join()}]`;
    case 'record':
      return `{${[...value.fields].map(([name, of]) => `${name}:${showValue(of)}`).join()}}`;
    default:
      return value.kind;
  }
}

// Expressions of `a`, `b`, `c` and `n`, each at most once, by operations that never turn back within a range.
const singleUse = fc
  .tuple(
    fc.shuffledSubarray(['a', 'b', 'c', 'n'], { minLength: 2 }),
    fc.array(fc.constantFrom('add', 'sub', 'mul', 'min', 'max', 'div'), {
      minLength: 4,
      maxLength: 4,
    }),
  )
  .map(([names, operations]) => {
    const [first, ...rest] = names.map((name) => ref(name, name === 'n' ? INTEGER : NUMBER));
    return rest.reduce(
      (sum: Expression, next, index) => {
        switch (operations[index]) {
          case 'add':
            return add(sum, next);
          case 'sub':
            return sub(next, sum);
          case 'mul':
            return mul(sum, next);
          case 'div':
            return next.kind === 'input' && next.name === 'b' ? div(sum, next) : add(sum, next);
          default:
            return call(operations[index] === 'min' ? 'min' : 'max', sum, next);
        }
      },
      first ?? ref('a'),
    );
  });

// Every combination of values at, or next to, the ends of what is declared, and in between.
function corners(): Record<string, Value>[] {
  const values = {
    a: ['0', '1', '1000000000'],
    b: ['1/1000000000', '1', '10'],
    c: ['-3', '0', '3999999999/1000000000'],
    n: ['0', '1', '6'],
  };
  return Object.entries(values).reduce<Record<string, Value>[]>(
    (all, [name, figures]) =>
      all.flatMap((given) =>
        figures.map((figure) => ({ ...given, [name]: numberValue(q(figure)) })),
      ),
    [{}],
  );
}

function isApproached(end: End | undefined, reached: Q.Rational): boolean {
  if (end === undefined) return Q.compare(Q.absolute(reached), q('10000000')) > 0;
  if (!end.open) return Q.equal(reached, end.value);
  const gap = Q.absolute(Q.subtract(reached, end.value));
  return Q.signOf(gap) > 0 && Q.compare(gap, q('0.0001')) < 0;
}

describe('what is computed from part of the data', () => {
  test.prop([readable, readableDepartments, gaps], { numRuns: 400 })(
    'holds the result of every completion, and foresees every problem',
    (model, department, missing) => {
      const exact = evaluated(model, department);
      const partial = Object.fromEntries(
        Object.entries(department).filter(([name]) => !missing.includes(name)),
      );
      const bounds = evaluated(model, partial);
      if (exact.problems.length > 0) {
        expect(bounds.problems.length).toBeGreaterThan(0);
        return;
      }
      const result = pointOf(exact.range);
      if (result === undefined) throw new Error('a complete department must give one figure');
      expect({
        bounds: showRange(bounds.range),
        result,
        holds: contains(bounds.range, result),
      }).toMatchObject({ holds: true });
    },
  );

  test.prop(
    [
      readableComparing,
      fc.array(readableDepartments, { minLength: 1, maxLength: 4 }),
      fc.nat({ max: 3 }),
      fc.array(gaps, { minLength: 4, maxLength: 4 }),
    ],
    { numRuns: 600 },
  )(
    'holds the result of every completion of a cohort of which a part is known',
    (model, all, known, missing) => {
      const exact = evaluatedAmong(model, all);
      const partial = all
        .slice(0, Math.max(1, known))
        .map((department, index) =>
          Object.fromEntries(
            Object.entries(department).filter(([name]) => !missing[index]?.includes(name)),
          ),
        );
      const bounds = evaluatedAmong(model, partial, partial.length < all.length);
      if (exact.problems.length > 0) {
        expect(bounds.problems.length).toBeGreaterThan(0);
        return;
      }
      const result = pointOf(exact.range);
      if (result === undefined) throw new Error('a complete cohort must give one figure');
      expect({
        bounds: showRange(bounds.range),
        result,
        holds: contains(bounds.range, result),
      }).toMatchObject({ holds: true });
    },
  );

  test.prop([singleUse], { numRuns: 300 })(
    'is no wider than it must be where every input occurs once',
    (expression) => {
      const range = interpreterOver({ inputs }).range(expression);
      const results = corners().map(
        (values) => pointOf(interpreterOver({ values }).range(expression)) ?? Q.ZERO,
      );
      const [least, most] = [results.reduce(Q.minimum), results.reduce(Q.maximum)];
      expect(
        [isApproached(range.low, least), isApproached(range.high, most)],
        `${showExpression(expression)} ${showRange(range)}`,
      ).toEqual([true, true]);
    },
  );
});
