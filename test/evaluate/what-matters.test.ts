// Which of the missing inputs still matter: for the points, for an output, for nothing any more.
import { describe, expect, it } from 'vitest';
import { evaluateTogether } from '../../src/evaluate/evaluate.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { compiled, departmentsOf } from './comparing.ts';
import { sheetOf } from './scored-text.ts';

/** What each output waits for: an input's name, or with the department whose it is. */
function awaited(sheet: ReturnType<typeof sheetOf>): Record<string, string[]> {
  const named = sheet.outputs.map(({ output }): [string, string[]] => [
    output.name,
    sheet.missing
      .filter(({ outputs }) => outputs.includes(output.name))
      .map(({ name, department }) => (department === undefined ? name : `${name}@${department}`)),
  ]);
  return Object.fromEntries(named);
}

describe('a missing input', () => {
  it('is named where only an output reads it, also a field of a row', () => {
    const text = `ruleset R {
      total 10 points
      input services : list of at least 1 { verified : number at least 0, price : number at least 0 }
      input marks : list of 3 number from 1 to 6
      indicator Quality 10 points { judged }
      output paid = sum of verified * price over services
      output m = mean of marks
    }`;
    const sheet = sheetOf(text, {
      Quality: 10,
      services: [{ verified: '10', price: '2' }, { price: '3' }],
      marks: ['3', null, '4'],
    });
    expect(awaited(sheet)).toEqual({ paid: ['services'], m: ['marks'] });
    expect(sheet.missing.find(({ name }) => name === 'services')?.rows).toEqual([
      { row: 2, why: { kind: 'not-given', field: 'verified' } },
    ]);
  });

  it('of another department keeps its owner through scores that compare departments themselves', () => {
    const framework = compiled(`ruleset R {
      total 10 points
      scores rounded to 0.01 half up
      input w : number above 0
      indicator x 10 points { score 10 * (min of w over cohort) / w }
      output m = mean of total score over cohort rounded to 0.01 half up
    }`);
    const departments = departmentsOf(framework, { A: {}, B: { w: 3 }, C: { w: 4 } });
    const [, sheet] = evaluateTogether(framework, departments);
    if (!sheet) throw new Error('B should be scored');
    expect(sheet.missing.map(({ name, department }) => [name, department])).toEqual([['w', 'A']]);
    expect(awaited(sheet)).toEqual({ m: ['w@A'] });
  });

  it('does not matter to an output that reads a score it cannot change', () => {
    const framework = compiled(`ruleset R {
      total 10 points
      input a, b : number from 0 to 1
      indicator x 5 points { when a > 0.5 : 5 otherwise : b * 5 }
      indicator y 5 points { score b * 5 }
      output out = sum of total score over cohort
    }`);
    const departments = departmentsOf(framework, { A: { b: 1 }, B: { a: 1 } });
    const [first, second] = evaluateTogether(framework, departments);
    if (!first || !second) throw new Error('both should be scored');
    // Whatever A’s figure is, x is full.
    expect(awaited(first)).toEqual({ out: ['b@B'] });
    expect(
      first.missing.map(({ name, decides, outputs }) => [
        name,
        decides && formatExact(decides),
        outputs,
      ]),
    ).toEqual([
      ['a', '0', []],
      ['b', '0', ['out']],
    ]);
    expect(awaited(second)).toEqual({ out: ['b'] });
  });
});

it('counts an open score as missing, though an assumption is among its figures', () => {
  const text = `ruleset R {
    total 10 points
    input rate : percent from 0% to 100%
    input excused : yes or no = no
    indicator x 10 points { when excused : full points otherwise : rate * full points }
  }`;
  const { coverage } = sheetOf(text, { rate: null });
  expect([coverage.missing, coverage.assumed].map((points) => formatExact(points))).toEqual([
    '10',
    '0',
  ]);
});
