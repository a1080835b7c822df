// Where everything is known a rule is worked out outright; that must be what the interpreter finds from
// ranges, read the same inputs, and give way as soon as anything is open or goes wrong.
import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Environment, Problem } from '../../src/interpret/environment.ts';
import { refinedValue } from '../../src/interpret/evaluate-expression.ts';
import { exactValue } from '../../src/interpret/exact.ts';
import { exactlyFired } from '../../src/interpret/exact-rows.ts';
import { createInterpreter } from '../../src/interpret/interpreter.ts';
import type { Value } from '../../src/types/value.ts';
import { isKnown, numberValue } from '../../src/types/value.ts';
import * as Q from '../../src/number/rational.ts';
import { add, call, div, environmentOver, ref, showExpression } from '../model-builder.ts';
import { decisions, departments, gaps, inputs, models } from './random-models.ts';
import type { Model } from './random-models.ts';

type Values = Readonly<Record<string, Value>>;

/** What is noted while something is worked out. */
function worked<Result>(
  { lets }: Pick<Model, 'lets'>,
  values: Values,
  work: (environment: Required<Pick<Environment, 'world'>>) => Result,
) {
  const problems: Problem[] = [];
  const reads = new Set<string>();
  const environment = environmentOver({
    inputs,
    lets,
    values,
    onProblem: (problem) => problems.push(problem),
    onRead: (name) => reads.add(name),
  });
  createInterpreter(environment);
  const { world } = environment;
  if (world === undefined) throw new Error('an interpreter leaves its world in the environment');
  return { result: work({ world }), problems, reads };
}

describe('a rule of which everything is known', () => {
  test.prop([models, departments], { numRuns: 300 })(
    'comes out as the interpreter says from ranges',
    (model, department) => {
      const { expression } = model;
      const exact = worked(model, department, ({ world }) => exactValue(expression, world));
      const ranged = worked(model, department, ({ world }) => refinedValue(expression, world));
      if (exact.result === undefined) return;
      // A definition may meet something that does not matter to what comes out.
      expect(new Set(exact.problems), showExpression(expression)).toEqual(new Set(ranged.problems));
      expect(shown(exact.result), showExpression(expression)).toEqual(shown(ranged.result));
      expect([...exact.reads].sort()).toEqual([...ranged.reads].sort());
    },
  );

  test.prop([decisions, departments], { numRuns: 100 })(
    'fires the row that the interpreter says, with its value',
    (decision, department) => {
      const lets: Model['lets'] = [];
      const exact = worked({ lets }, department, ({ world }) => exactlyFired(decision, world));
      const ranged = worked({ lets }, department, ({ world }) => refinedValue(decision, world));
      if (exact.result === undefined) return;
      expect(shown(exact.result.value)).toEqual(shown(ranged.result));
    },
  );

  test.prop([models, departments, gaps], { numRuns: 200 })(
    'is not worked out outright where the interpreter leaves it open',
    (model, department, missing) => {
      const values = Object.fromEntries(
        Object.entries(department).filter(([name]) => !missing.includes(name)),
      );
      const { expression } = model;
      const exact = worked(model, values, ({ world }) => exactValue(expression, world));
      const ranged = worked(model, values, ({ world }) => refinedValue(expression, world));
      if (!isKnown(ranged.result)) expect(exact.result).toBeUndefined();
    },
  );

  test('gives way where something is divided by 0, and for a root that is no fraction', () => {
    const values = Object.fromEntries(inputs.map(({ name }) => [name, numberValue(Q.ZERO)]));
    const [first] = inputs;
    if (first === undefined) throw new Error('the models have inputs');
    const none = ref(first.name);
    for (const expression of [div(add(none, 1), none), call('root', 2, 2)]) {
      const { result, problems } = worked({ lets: [] }, values, ({ world }) =>
        exactValue(expression, world),
      );
      expect(result).toBeUndefined();
      expect(problems).toEqual([]);
    }
  });
});

function shown(value: Value): unknown {
  if (value.kind !== 'number' && value.kind !== 'date') return value;
  const { low, high } = value.range;
  return { kind: value.kind, low: low?.value, high: high?.value };
}
