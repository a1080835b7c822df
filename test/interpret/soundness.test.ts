import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Problem } from '../../src/interpret/interpreter.ts';
import { contains, pointOf } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import { interpreterOver, showExpression, showRange } from '../model-builder.ts';
import { departments, gaps, inputs, models } from './random-models.ts';
import type { Model } from './random-models.ts';

function evaluated({ expression, lets }: Model, values: Readonly<Record<string, Value>>) {
  const problems: Problem[] = [];
  const interpreter = interpreterOver({ inputs, lets, values, onProblem: (problem) => problems.push(problem) });
  return { range: interpreter.range(expression), problems };
}

function showModel({ expression, lets }: Model): string {
  return [...lets.map((definition) => `${definition.name} = ${showExpression(definition.value)}`), showExpression(expression)].join('; ');
}

const readable = models.map((model) => Object.assign(model, { [fc.toStringMethod]: () => showModel(model) }));
const readableDepartments = departments.map((department) =>
  Object.assign(department, {
    [fc.toStringMethod]: () => Object.entries(department).map(([name, value]) => `${name}=${showValue(value)}`).join(' '),
  }),
);

function showValue(value: Value): string {
  switch (value.kind) {
    case 'number': return showRange(value.range);
    case 'boolean': return String(value.canBeTrue);
    case 'enumeration': return [...value.possible].join('|');
    case 'list': return `[${value.entries.map(showValue).join()}]`;
    case 'record': return `{${[...value.fields].map(([name, of]) => `${name}:${showValue(of)}`).join()}}`;
    default: return value.kind;
  }
}

describe('what is computed from part of the data', () => {
  test.prop([readable, readableDepartments, gaps], { numRuns: 400 })(
    'holds the result of every completion, and foresees every problem',
    (model, department, missing) => {
      const exact = evaluated(model, department);
      const partial = Object.fromEntries(Object.entries(department).filter(([name]) => !missing.includes(name)));
      const bounds = evaluated(model, partial);
      if (exact.problems.length > 0) {
        expect(bounds.problems.length).toBeGreaterThan(0);
        return;
      }
      const result = pointOf(exact.range);
      if (result === undefined) throw new Error('a complete department must give one figure');
      expect({ bounds: showRange(bounds.range), result, holds: contains(bounds.range, result) }).toMatchObject({ holds: true });
    },
  );
});
