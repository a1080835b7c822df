// A query that would be longer than databases plan is refused by name, and one below that is made.
import { expect, test } from 'vitest';
import { MOST_CHARACTERS } from '../../../src/generate/sql/stages.ts';
import { sqlOf } from '../../../src/generate/sql/query.ts';
import { frameworkOf } from '../differences.ts';

/** So many indicators, each of which rounds another sum over three denominators. */
function withIndicators(count: number) {
  const indicators = Array.from({ length: count }, (_, at) => {
    const sum = `支一 / 预一 * ${at + 2} + 支二 / 预二 * ${at + 3} + 支三 / 预三`;
    return `indicator 指${at} 1 point at least 0 at most 1 { score ${sum} rounded to 0.01 half up }`;
  });
  const framework = frameworkOf(`ruleset R { total ${count} points at least 0 at most ${count}
  input 支一, 支二, 支三 : money in 万元 at least 0
  input 预一, 预二, 预三 : money in 万元 above 0
  ${indicators.join('\n  ')} }`);
  if (!framework) throw new Error('the ruleset is refused');
  return framework;
}

test('a query of more than a million characters is refused by its length', () => {
  const framework = withIndicators(400);
  expect(sqlOf(framework, 'duckdb')).toEqual({
    kind: 'refused',
    reasons: [{ construct: 'length', span: framework.nameSpan }],
  });
});

test('a long query is made as long as it has fewer', () => {
  const made = sqlOf(withIndicators(100), 'duckdb');
  const length = made.kind === 'query' ? made.query.length : 0;
  expect(length).toBeGreaterThan(MOST_CHARACTERS / 8);
  expect(length).toBeLessThan(MOST_CHARACTERS);
});
