import { test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import type { Problem } from '../../src/interpret/interpreter.ts';
import type { Expression } from '../../src/model/expression.ts';
import { prove } from '../../src/prove/prove.ts';
import { contains, pointOf } from '../../src/types/range.ts';
import type { Value } from '../../src/types/value.ts';
import {
  formula,
  framework,
  gt,
  indicator,
  interpreterOver,
  lt,
  r,
  showExpression,
  when,
} from '../model-builder.ts';
import { decisions, departments, inputs, models } from '../interpret/random-models.ts';

function proved(rule: Expression, lets = new Map<string, never>()) {
  const diagnostics = prove(framework([indicator('A', 10, formula(rule))], { inputs, lets }));
  return { diagnostics, codes: diagnostics.map((diagnostic) => diagnostic.code) };
}

function scored(rule: Expression, values: Readonly<Record<string, Value>>) {
  const problems: Problem[] = [];
  const interpreter = interpreterOver({
    inputs,
    values,
    onProblem: (problem) => problems.push(problem),
  });
  return { interpreter, score: pointOf(interpreter.range(rule)), problems };
}

describe('what is proved', () => {
  test.prop([models, departments], { numRuns: 60 })(
    'a rule without a complaint stays within its points and divides by nothing that is 0',
    ({ lets }, department) => {
      const rule = lets[0]?.value;
      if (!rule) return;
      const { codes } = proved(rule);
      const { score, problems } = scored(rule, department);
      if (!codes.includes('division-by-zero') && !codes.includes('possibly-empty'))
        expect(problems).toEqual([]);
      if (
        codes.includes('score-leaves-range') ||
        problems.length > 0 ||
        codes.includes('division-by-zero')
      )
        return;
      if (codes.includes('possibly-empty')) return;
      expect(score && contains(r('[0, 10]'), score)).toBe(true);
    },
  );

  test.prop([models], { numRuns: 60 })(
    'whatever is tested against its limits is known to lie within them',
    ({ lets }) => {
      const subject = lets[0]?.value;
      if (!subject) return;
      const { codes } = proved(
        when(
          [
            [lt(subject, 0), 0],
            [gt(subject, 10), 10],
          ],
          subject,
        ),
      );
      expect(codes, showExpression(subject)).not.toContain('score-leaves-range');
    },
  );

  test.prop([decisions, departments], { numRuns: 40 })(
    'a row that is said never to fire does not',
    (decision, department) => {
      const { diagnostics } = proved(decision);
      const { interpreter, problems } = scored(decision, department);
      const [fired] = interpreter.decisionRows(decision);
      // Where something is divided by 0 or taken of nothing, any row may seem to fire.
      if (problems.length > 0) return;
      const place = fired?.row?.span ?? decision.otherwise?.span;
      const dead = diagnostics.filter((diagnostic) => diagnostic.code === 'row-never-fires');
      expect(dead.map((diagnostic) => diagnostic.span)).not.toContainEqual(place);
    },
  );
});
