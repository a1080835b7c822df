// Ranked words known in part: whatever holds of them must hold of every word that they may be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRanked, extremeOfRanked, remainingRanked } from '../../src/interpret/ranked.ts';
import type { ComparisonOperator } from '../../src/model/expression.ts';
import type { RankingType } from '../../src/types/type.ts';
import type { Value } from '../../src/types/value.ts';

const LETTERS = ['A', 'B', 'C', 'D'];
const ranking: RankingType = { kind: 'enumeration', values: LETTERS, ranked: true };
const set = (letters: string) => new Set(letters);
const value = (letters: string): Value => ({ kind: 'enumeration', possible: set(letters) });
const shown = (result: Value) =>
  result.kind === 'enumeration' ? [...result.possible].join('') : result.kind;

// The best letter is the highest.
const height = (letter: string) => -LETTERS.indexOf(letter);
const OPERATORS: Readonly<Record<ComparisonOperator, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const operators = Object.keys(OPERATORS) as ComparisonOperator[];
const letters = fc.subarray(LETTERS, { minLength: 1 }).map((chosen) => chosen.join(''));

describe('a comparison of ranked words', () => {
  it.each([
    ['A', '>', 'B', true, false],
    ['AB', '>=', 'B', true, false],
    ['AB', '>', 'B', true, true],
    ['CD', '>', 'AB', false, true],
    ['D', '<', 'ABC', true, false],
  ] as const)('%s %s %s', (left, operator, right, canBeTrue, canBeFalse) => {
    expect(compareRanked(operator, set(left), set(right), ranking)).toEqual({
      kind: 'boolean',
      canBeTrue,
      canBeFalse,
    });
  });

  it('says what some pair of words says, and keeps the words for which it can hold', () => {
    fc.assert(
      fc.property(letters, fc.constantFrom(...operators), letters, (left, operator, right) => {
        const holds = (a: string, b: string) => OPERATORS[operator](height(a), height(b));
        const pairs = [...left].flatMap((a) => [...right].map((b) => holds(a, b)));
        const truth = compareRanked(operator, set(left), set(right), ranking);
        expect([truth.canBeTrue, truth.canBeFalse]).toEqual([
          pairs.includes(true),
          pairs.includes(false),
        ]);
        const kept = [...left].filter((a) => [...right].some((b) => holds(a, b)));
        expect([...remainingRanked(operator, set(left), set(right), ranking)]).toEqual(kept);
      }),
    );
  });
});

describe('the worst or best of several', () => {
  it('is the weakest link, and the best the strongest', () => {
    expect(shown(extremeOfRanked('min', ['A', 'C', 'B'].map(value), [], ranking))).toBe('C');
    expect(shown(extremeOfRanked('max', ['A', 'C', 'B'].map(value), [], ranking))).toBe('A');
  });

  it('leaves out what another entry makes impossible', () => {
    expect(shown(extremeOfRanked('min', [value('ABCD'), value('B')], [], ranking))).toBe('BCD');
    expect(shown(extremeOfRanked('min', [value('B')], [value('AD')], ranking))).toBe('BD');
    expect(shown(extremeOfRanked('max', [value('BC')], [value('AD')], ranking))).toBe('ABC');
  });

  it('holds exactly the results of all completions', () => {
    const lists = fc.tuple(
      fc.array(letters, { minLength: 1, maxLength: 3 }),
      fc.array(letters, { maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.constantFrom('min' as const, 'max' as const), lists, (name, [sure, open]) => {
        const found = extremeOfRanked(name, sure.map(value), open.map(value), ranking);
        const results = completions(sure, open).map((entries) => extreme(name, entries));
        expect([...shown(found)].sort()).toEqual([...new Set(results)].sort());
      }),
    );
  });
});

function extreme(name: 'min' | 'max', entries: readonly string[]): string {
  const sorted = [...entries].sort((a, b) => height(a) - height(b));
  return (name === 'min' ? sorted[0] : sorted.at(-1)) ?? '';
}

/** Every choice of words, with and without each entry that need not be there. */
function completions(sure: readonly string[], open: readonly string[]): string[][] {
  const choices = [...sure.map((words) => [...words]), ...open.map((words) => [...words, ''])];
  return choices
    .reduce<string[][]>(
      (lists, words) => lists.flatMap((list) => words.map((word) => [...list, word])),
      [[]],
    )
    .map((list) => list.filter((word) => word !== ''));
}
