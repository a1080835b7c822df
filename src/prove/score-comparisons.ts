// Where a rule over other scores may turn: what it compares itself, what the rules behind those scores
// compare, and where one part overtakes another.
import type { Expression } from '../model/expression.ts';
import { placeKey, scoreUses } from '../model/score-uses.ts';
import * as Q from '../number/rational.ts';
import { SCORE } from '../types/type.ts';
import { numberValue } from '../types/value.ts';
import { createNumbering, fingerprintsIn } from './fingerprint.ts';
import { scoresOfParts } from './growing.ts';
import { expressionsBehind } from './reading.ts';
import type { Study } from './study.ts';
import type { Comparison } from './thresholds.ts';
import { comparisonsIn } from './thresholds.ts';

/** Of more parts than this it is not asked which overtakes which. */
const MOST_PARTS = 6;

/** Everything that an expression compares, lets and scores followed. */
export function comparisonsBehind(study: Study, expression: Expression): readonly Comparison[] {
  const { framework } = study;
  if (scoreUses(expression, framework.lets).length === 0) return ownComparisons(study, expression);
  const found: Comparison[] = [];
  const followed = new Set<string>();
  const queue = [expression];
  // The queue grows by the rules behind the scores that are met.
  for (const next of queue) {
    found.push(...comparisonsIn(next, framework.lets));
    for (const use of scoreUses(next, framework.lets)) {
      const key = `${use.kind} ${placeKey(use.path)}`;
      if (followed.has(key) || use.path === 'total') continue;
      followed.add(key);
      if (use.kind === 'parts') found.push(...overtakings(study, use));
      queue.push(...expressionsBehind(framework, use.path));
    }
  }
  return found;
}

const own = new WeakMap<Expression, readonly Comparison[]>();

// Each only once: where a figure crosses another it does so however often that is written.
function ownComparisons({ framework }: Study, expression: Expression): readonly Comparison[] {
  let comparisons = own.get(expression);
  if (comparisons === undefined) {
    const all = comparisonsIn(expression, framework.lets);
    comparisons = all.length > 1 ? withoutRepetition(all) : all;
    own.set(expression, comparisons);
  }
  return comparisons;
}

function withoutRepetition(comparisons: readonly Comparison[]): readonly Comparison[] {
  const { meaning } = fingerprintsIn(createNumbering());
  const each = comparisons.map((one) => [meaning([one.left, one.right]), one] as const);
  return [...new Map(each).values()];
}

function overtakings(study: Study, use: Extract<Expression, { kind: 'parts' }>): Comparison[] {
  const scores = scoresOfParts(study, use);
  if (scores.length > MOST_PARTS) return [];
  const figures = scores.map(({ points, ...score }): Expression => {
    if (use.of === 'scores' || Q.signOf(points) === 0) return score;
    const { span } = use;
    const text = '';
    const value = numberValue(points);
    const whole: Expression = { kind: 'constant', value, text, type: SCORE, span };
    return { kind: 'arithmetic', operator: '/', left: score, right: whole, type: SCORE, span };
  });
  return figures.flatMap((left, index) =>
    figures.slice(index + 1).map((right) => ({ left, right })),
  );
}
