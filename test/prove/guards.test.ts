// Rows that guard a division by a sum of cases: proved, however many cases and entries there are.
import { describe, expect, test } from 'vitest';
import { proveText } from './proving.ts';

const USED = `type Statement = { people : integer from 0 to 4, staff : integer from 0 to 4,
    partners : integer from 0 to 4 }
  let used(mark : integer) = if mark > 0 then 1 else 0`;
const score = (guard: string) => `let marked(a : integer, b : integer, c : integer) =
    when ${guard} : 1
    otherwise : (tiers of (a + b + c) / (4 * (used(a) + used(b) + used(c))) { > 87% : 4  > 38% : 2  otherwise : 1 })`;
const codes = (text: string) =>
  proveText(`ruleset R { ${USED} ${text} }`).diagnostics.map(({ code }) => code);

describe('a division by four times a sum of cases', () => {
  const guard = 'used(a) + used(b) + used(c) = 0';

  test('is guarded by a row for that sum being 0', () => {
    const marks = 'input x, y, z : integer from 0 to 4';
    expect(codes(`${marks} ${score(guard)} output o = marked(x, y, z)`)).toEqual([]);
    expect(codes(`${marks} ${score('used(a) + used(b) = 0')} output o = marked(x, y, z)`)).toEqual(
      [],
    );
    expect(codes(`${marks} ${score('a = 4')} output o = marked(x, y, z)`)).toEqual([
      'division-by-zero',
    ]);
  });

  test('is guarded for each entry of long lists that a rating weighs in several rows', () => {
    const lists = `input safe, caring : list of 8 Statement
      let question(share : number, worst : number) =
        when share > 3.5 : (if worst <= 2 then 3 else 4)  otherwise when share > 2.5 : 2  otherwise : 1`;
    const rating = (list: string) =>
      `question(mean of marked(people, staff, partners) over ${list}, min of marked(people, staff, partners) over ${list})`;
    const outputs = `output o = ${rating('safe')} output p = ${rating('caring')}`;
    expect(codes(`${lists} ${score(guard)} ${outputs}`)).toEqual([]);
    expect(new Set(codes(`${lists} ${score('a = 4')} ${outputs}`))).toEqual(
      new Set(['division-by-zero']),
    );
  });

  test('is not guarded by a row on what lies outside the entries', () => {
    const text = `input safe : list of 3 Statement  input x : integer from 0 to 4
      output o = if x > 0 then (mean of used(staff) / people over safe) else 0`;
    expect(codes(text)).toEqual(['division-by-zero']);
  });
});
