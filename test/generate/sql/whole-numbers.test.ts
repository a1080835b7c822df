// Whole numbers of queries at the end of what DuckDB has: a query never fails on a row, and says of figures
// of any size what the reference says, or that they are undecided. Twins lack what keeps them from that.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INPUT_FORMS } from '../../../src/generate/sql/input-form.ts';
import { sqlOf } from '../../../src/generate/sql/query.ts';
import type { Query } from '../../../src/generate/sql/query.ts';
import { chanceFrom } from '../chance.ts';
import { frameworkOf } from '../differences.ts';
import type { Inputs } from '../figure-slots.ts';
import { slotsOf, withFigure } from '../figure-slots.ts';
import { CONSTRUCTED, SPECIMENS } from '../specimens.ts';
import { rational } from '../../../src/number/rational.ts';
import type { Framework } from '../../../src/model/framework.ts';
import { inputsOf } from '../random-department.ts';
import { queryOf } from './duckdb.ts';
import { scored, wrongOf } from './scored.ts';

function written(text: string): Framework {
  const framework = frameworkOf(text);
  if (!framework) throw new Error('the ruleset is refused');
  return framework;
}

function changed(query: Query, pattern: RegExp, to: string): Query {
  const text = query.query.replaceAll(pattern, to);
  if (text === query.query) throw new Error(`${String(pattern)} is not there`);
  return { ...query, query: text };
}

/** With such bounds every row comes to the whole numbers. */
function undecidedByDoubles(query: Query): Query {
  return { ...query, query: query.query.replaceAll(/<= \d\.\d+e-1\d \*/gu, '<= 10000 *') };
}

/** Departments of which every figure is as large as queries take, or next to nothing. */
function extremes(framework: Framework, start: Inputs, count: number): Inputs[] {
  const chance = chanceFrom(count);
  const sizes = [1n, 1_000n, 10n ** 9n, 10n ** 12n, 2n ** 42n - 1n];
  return Array.from({ length: count }, () =>
    slotsOf(framework).reduce((inputs, slot) => {
      const steps = 2n ** 42n - chance.below(chance.pick(sizes));
      const figure = chance.once(4) ? slot.least : steps;
      const isInside = figure >= slot.least && figure <= slot.most;
      return isInside ? (withFigure(inputs, slot, rational(figure)) ?? inputs) : inputs;
    }, start),
  );
}

describe('a sum over four denominators that is limited', () => {
  const name = 'a sum over four denominators that is limited';
  const framework = written(SPECIMENS[name] ?? '');
  const query = queryOf(framework);
  const [start = {}] = CONSTRUCTED[name] ?? [];

  test('is worked out, or undecided, for figures of any size', async () => {
    const all = await scored(framework, query, [start, ...extremes(framework, start, 60)]);
    expect(wrongOf(all)).toEqual([]);
    expect(all[0]?.found.reason).toMatch(/^nearer to a tie/u);
  });

  test('fails where rows are not asked whether they fit', async () => {
    const fits = /< 21267647932558653966460912964485513215/gu;
    const twin = changed(undecidedByDoubles(query), fits, '< 1e300');
    const all = extremes(framework, start, 60);
    await expect(scored(framework, twin, all)).rejects.toThrow(/Overflow/u);
  });
});

describe('a rounding beside a tie that doubles do not tell from the next', () => {
  const framework = written(`ruleset R { total 10 points uncapped
  input 支一, 支二, 支三 : money in 万元 at least 0
  input 预一, 预二, 预三 : money in 万元 above 0
  output 进 = (支一 / 预一 + 支二 / 预二 + 支三 / 预三 + 支二 / 预三 + 支一 / 预三 + 支三 / 预一 + 支一 / 预二) * 30% rounded to 0.001 half up
  indicator 一 10 points uncapped { score 1 } }`);
  const query = queryOf(framework);
  const department = {
    ...{ 支一: '3913847.307605', 支二: '4141896.379305', 支三: '4177170.261866' },
    ...{ 预一: '0.000081', 预二: '0.000003', 预三: '0.000003' },
  };
  const another = {
    ...{ 支一: '4314171.041016', 支二: '1519547.110213', 支三: '3202391.613857' },
    ...{ 预一: '0.000078', 预二: '0.000009', 预三: '0.000002' },
  };

  test('is undecided', async () => {
    const all = await scored(framework, query, [department, { ...department, 预一: '8.1' }]);
    expect(all[0]?.found.undecided).toBe(true);
    expect(wrongOf(all)).toEqual([]);
  });

  test('is off by one where its bound may be larger', async () => {
    const twin = changed(query, /< \d{14,15}(?!\d)/gu, '< 2251799813685248');
    expect(wrongOf(await scored(framework, twin, [department, another]))).toHaveLength(1);
  });
});

describe('figures of any size, where doubles decide nothing', () => {
  const queries = Object.entries(SPECIMENS).flatMap(([name, text]) => {
    const framework = written(text);
    return INPUT_FORMS.flatMap((form) => {
      const query = sqlOf(framework, 'duckdb', form);
      if (query.kind === 'refused') return [];
      return [[name, form, framework, undecidedByDoubles(query)] as const];
    });
  });

  test.each(queries)('%s, from %s', async (_, _form, framework, query) => {
    const [start = {}] = fc.sample(inputsOf(framework), { seed: 1, numRuns: 1 });
    expect(wrongOf(await scored(framework, query, extremes(framework, start, 20)))).toEqual([]);
  });
});
