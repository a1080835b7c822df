// Ranked words (A > B > C), known or partly known: how two compare, what a comparison leaves of them,
// and the worst or the best of several. A ranking lists its words from the best down.
import type { ComparisonOperator, Expression } from '../model/expression.ts';
import type { RankingType } from '../types/type.ts';
import { isRanking } from '../types/type.ts';
import type { BooleanValue, Value } from '../types/value.ts';

type Words = ReadonlySet<string>;

/** The ranking that orders two expressions; undefined where none does. */
export function rankingOf(...expressions: readonly Expression[]): RankingType | undefined {
  return expressions.map(({ type }) => type).find(isRanking);
}

// Higher is better, so that the operators read as they do between figures.
function heightOf({ values }: RankingType, word: string): number {
  return values.length - values.indexOf(word);
}

function holds(operator: ComparisonOperator, left: number, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return operator satisfies never;
  }
}

/** Whether one word is better than, as good as or worse than the other. */
export function compareRanked(
  operator: ComparisonOperator,
  left: Words,
  right: Words,
  ranking: RankingType,
): BooleanValue {
  let [canBeTrue, canBeFalse] = [false, false];
  for (const a of left)
    for (const b of right) {
      if (holds(operator, heightOf(ranking, a), heightOf(ranking, b))) canBeTrue = true;
      else canBeFalse = true;
    }
  return { kind: 'boolean', canBeTrue, canBeFalse };
}

/** The words for which the comparison with some of the others holds. */
export function remainingRanked(
  operator: ComparisonOperator,
  subject: Words,
  others: Words,
  ranking: RankingType,
): Words {
  const fits = (word: string) =>
    [...others].some((other) => holds(operator, heightOf(ranking, word), heightOf(ranking, other)));
  return new Set([...subject].filter(fits));
}

/**
 * The worst (`min`) or best (`max`) of words that certainly count and others that may: whatever one of
 * them can be while none that counts lies beyond it.
 */
export function extremeOfRanked(
  name: 'min' | 'max',
  certain: readonly Value[],
  possible: readonly Value[],
  ranking: RankingType,
): Value {
  const [sure, open] = [certain.map(wordsOf), possible.map(wordsOf)];
  const keeps: ComparisonOperator = name === 'min' ? '>=' : '<=';
  const words = ranking.values.filter(
    (word) =>
      [...sure, ...open].some((words) => words.has(word)) &&
      sure.every((words) => remainingRanked(keeps, words, new Set([word]), ranking).size > 0),
  );
  return { kind: 'enumeration', possible: new Set(words) };
}

function wordsOf(value: Value): Words {
  if (value.kind !== 'enumeration') throw new Error('a ranked word was expected here');
  return value.possible;
}
