// The first position that will do, and the cheapest choices: against going through all there is.
import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { cheapestChoices } from '../../../src/analyze/whatif/knapsack.ts';
import { firstWanted } from '../../../src/analyze/whatif/nearest.ts';

const rows = fc.array(fc.boolean(), { minLength: 1, maxLength: 40 });

describe('the first position that is as wanted', () => {
  const judgeOf = (row: readonly boolean[], vague: number) => (first: bigint, last?: bigint) => {
    const end = last === undefined ? row.length - 1 : Number(last);
    const part = row.slice(Number(first), end + 1);
    // Long stretches are judged no better than ranges that know little.
    if (part.length > vague && part.length > 1) return 'some';
    if (part.length === 0 || part.every((each) => !each)) return 'none';
    return part.every((each) => each) ? 'all' : 'some';
  };

  test.prop([
    rows,
    fc.integer({ min: 1, max: 40 }),
    fc.array(fc.nat({ max: 45 }), { maxLength: 3 }),
  ])(
    'is found whatever is guessed, and however vaguely long stretches are judged',
    (row, vague, guesses) => {
      const found = firstWanted(
        judgeOf(row, vague),
        BigInt(row.length - 1),
        1000,
        guesses.map(BigInt).sort((a, b) => Number(a - b)),
      );
      const first = row.indexOf(true);
      expect(found).toEqual(first < 0 ? { kind: 'none' } : { kind: 'found', at: BigInt(first) });
    },
  );

  it('is found in a row without an end', () => {
    const from = 123_456_789_012_345n;
    const judge = (first: bigint, last: bigint | undefined) =>
      first >= from ? 'all' : last !== undefined && last < from ? 'none' : 'some';
    expect(firstWanted(judge, undefined, 200)).toEqual({ kind: 'found', at: from });
  });

  it('is not claimed where judgements run out', () => {
    const judge = (first: bigint, last: bigint | undefined) =>
      first === last ? ('none' as const) : ('some' as const);
    expect(firstWanted(judge, 10_000n, 50).kind).toBe('open');
  });
});

describe('the cheapest choices', () => {
  const offers = fc.array(
    fc.record({
      gain: fc.integer({ min: 1, max: 9 }),
      cost: fc.integer({ min: 0, max: 9 }),
      of: fc.constant(undefined),
    }),
    { maxLength: 4 },
  );

  test.prop([fc.array(offers, { maxLength: 4 }), fc.integer({ min: 1, max: 25 })])(
    'are those that going through all of them gives',
    (lists, enough) => {
      let all: readonly { readonly gain: number; readonly cost: number }[] = [{ gain: 0, cost: 0 }];
      for (const list of lists)
        all = all.flatMap((sum) => [
          sum,
          ...list.map(({ gain, cost }) => ({ gain: sum.gain + gain, cost: sum.cost + cost })),
        ]);
      const costs = all.filter(({ gain }) => gain >= enough).map(({ cost }) => cost);
      const best = cheapestChoices(lists, enough);
      expect(best?.cost).toEqual(costs.length === 0 ? undefined : Math.min(...costs));
      if (best) {
        const sum = (of: 'gain' | 'cost') =>
          best.chosen.reduce((total, each) => total + each[of], 0);
        expect(sum('gain')).toBeGreaterThanOrEqual(enough);
        expect(sum('cost')).toBe(best.cost);
      }
    },
  );
});
