// Tables in definitions with parameters: written once, proved in every call.
import { describe, expect, test } from 'vitest';
import { proveText } from './proving.ts';

const DIMENSION = `type Dimension = one of { A, B, NA }
  input x, y : Dimension
  input rate : percent from 0% to 100%
  let z : Dimension = if rate > 50% then A else B
  let points_of(d : Dimension) = tiers of d { A : 4  B : 3  NA : 0 }`;

const outputs = (text: string) => proveText(`ruleset R { ${text} }`);

describe('a row of a definition with parameters', () => {
  test('is no mistake where another call reaches it', () => {
    expect(
      outputs(
        `${DIMENSION} output a = points_of(x) output b = points_of(z) output c = points_of(y)`,
      ).said,
    ).toEqual([]);
    expect(
      outputs(`${DIMENSION} output a = points_of(z) + points_of(x) + points_of(y)`).said,
    ).toEqual([]);
  });

  test('is no mistake where an aggregate calls it for entries', () => {
    const list = 'input all : list of at least 1 Dimension';
    const text = `${DIMENSION} ${list} output a = points_of(z) output n = mean of points_of(each) over all`;
    expect(outputs(text).said.map(([code]) => code)).not.toContain('row-never-fires');
  });

  test('is dead where its only call does not reach it, and the call is named', () => {
    const proved = outputs(
      `${DIMENSION} output b = points_of(z) output c = if x = y then 1 else 0`,
    );
    expect(proved.said).toEqual([['row-never-fires', 'NA : 0']]);
    expect(proved.facts('row-never-fires')).toEqual({
      row: 3,
      earlier: [],
      call: { name: 'points_of', times: 1 },
    });
    expect(proved.diagnostics[0]?.related).toHaveLength(1);
  });

  test('is dead where none of several calls reaches it, said once', () => {
    const proved = outputs(
      `${DIMENSION} let w : Dimension = if x = y then A else B output b = points_of(z) output c = points_of(w)`,
    );
    expect(proved.said).toEqual([['row-never-fires', 'NA : 0']]);
    expect(proved.facts('row-never-fires').call).toEqual({ name: 'points_of', times: 2 });
    expect(proved.diagnostics[0]?.related).toHaveLength(2);
  });

  test('so are the rows of a `when` and their `otherwise`', () => {
    const lists = `input three : list of 3 number from 0 to 4  input two : list of 2 number from 0 to 4
      let f(l : list of number) = when (count of l) = 2 : (sum of l) / 2 otherwise : 0`;
    expect(outputs(`${lists} output a = f(two) output b = f(three)`).said).toEqual([]);
    const one = outputs(`${lists} output a = f(two) output b = sum of three`);
    expect(one.facts('row-never-fires')).toMatchObject({ row: 'otherwise', call: { times: 1 } });
  });

  test('counts where it is called in a rule that another row guards', () => {
    const text = `ruleset R { total 10 points
      input rate : percent at least 0%
      let share(value : percent) = tiers of value { >= 90% : 100%  >= 60% : 60%  otherwise : 0% }
      indicator I 10 points { when rate >= 90% : full points  otherwise : share(rate) * 5 points } }`;
    const proved = proveText(text);
    expect(proved.facts('row-never-fires')).toMatchObject({
      row: 1,
      call: { name: 'share', times: 1 },
    });
    const twice = text.replace('indicator', 'output other = share(rate) indicator');
    expect(proveText(twice).said).toEqual([]);
  });

  test('stays a mistake of the caller where it stands in an argument', () => {
    const text = `input rate : percent from 0% to 100%
      let half(value : number) = value / 2
      output a = half((tiers of rate { >= 0% : 4  otherwise : 0 }))`;
    const proved = outputs(text);
    expect(proved.said).toEqual([['row-never-fires', '0']]);
    expect(proved.facts('row-never-fires').call).toBeUndefined();
  });
});
