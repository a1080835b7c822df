import { describe, expect, test } from 'vitest';
import { fc, test as property } from '@fast-check/vitest';
import { compile } from '../../src/compile.ts';
import { givenWords } from '../../src/diagnostics/coverage-facts.ts';
import type { MonotoneFacts } from '../../src/diagnostics/monotone-messages.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { pointOf } from '../../src/types/range.ts';
import { createSource } from '../../src/text/source.ts';
import { INPUTS, oneRule, proveText } from './proving.ts';

const RATE = 'input 率 : percent at least 0%';
const COUNT = 'input 次数 : count of 次';
const prove = (rule: string, declared = RATE, points = '10') =>
  proveText(oneRule(rule, declared, points));
const codes = (rule: string, declared = RATE) =>
  prove(rule, declared).diagnostics.map(({ code }) => code);

/** What the warning shows, in short. */
function shown(facts: MonotoneFacts) {
  const { figure, rarer, from, to, rows } = facts;
  const pair = [from, to].map((end) => `${end.figure}: ${end.score}`);
  return [figure, rarer, ...pair, rows?.before, rows?.after, givenWords(facts.others).en];
}

describe('a score that both rises and falls', () => {
  test('a fall beyond the plan shows the two figures, the scores and the rows', () => {
    const proved = prove('when 实际 > 计划 : 0  otherwise : 实际 / 计划 * 10', INPUTS);
    expect(proved.said).toEqual([
      ['score-not-monotone', 'when 实际 > 计划 : 0  otherwise : 实际 / 计划 * 10'],
    ]);
    expect(shown(proved.facts('score-not-monotone'))).toEqual([
      '实际',
      'falls',
      '100 万元: 10',
      '100.01 万元: 0',
      'otherwise',
      1,
      '计划 = 100 万元',
    ]);
    expect(proved.severity('score-not-monotone')).toBe('warning');
    const { related } = proved.diagnostics[0] ?? { related: [] };
    expect(related.map(({ note }) => note.en)).toEqual([
      'applies where 实际 = 100 万元',
      'applies where 实际 = 100.01 万元',
    ]);
  });

  test('a sawtooth where a row is worth less than the formula below it', () => {
    const rule = 'when 率 >= 90% : 9  otherwise : 率 * 10 + 0.5  at most 9.4';
    expect(shown(prove(rule).facts('score-not-monotone'))).toEqual([
      '率',
      'falls',
      '89.99%: 9.4',
      '90%: 9',
      'otherwise',
      1,
      '',
    ]);
  });

  test('rows in falling order with one out of step, of which the rise is the rarer', () => {
    const rule = 'tiers of 次数 { 0 次 : 10  1 次 : 6  2 次 : 8  3 次 : 2  otherwise : 0 }';
    expect(shown(prove(rule, COUNT).facts('score-not-monotone'))).toEqual([
      '次数',
      'rises',
      '1 次: 6',
      '2 次: 8',
      2,
      3,
      '',
    ]);
  });

  test('a ladder whose best row is not the first', () => {
    expect(codes('tiers of 率 { >= 90% : 8  >= 80% : 10  otherwise : 0 }')).toEqual([
      'score-not-monotone',
    ]);
  });

  test('a threshold that lies in another figure and in a definition', () => {
    const declared = `${INPUTS} let 率 = 实际 / (计划 * 3)`;
    const rule = 'when 率 >= 70% : 6  otherwise : 率 * 10';
    const facts = prove(`${rule} at most 10`, declared).facts('score-not-monotone');
    expect(shown(facts)).toEqual([
      '实际',
      'falls',
      '209.99 万元: ≈6.9997',
      '210 万元: 6',
      'otherwise',
      1,
      '计划 = 100 万元',
    ]);
  });

  test('dates that grow', () => {
    const declared = 'input 日期 : date';
    const rule = 'tiers of 日期 { <= 2024-03-31 : 8  <= 2024-06-30 : 10  otherwise : 0 }';
    expect(shown(prove(rule, declared).facts('score-not-monotone')).slice(0, 4)).toEqual([
      '日期',
      'falls',
      '2024-06-30: 10',
      '2024-07-01: 0',
    ]);
  });

  test('only under another choice of an option, which is named', () => {
    const declared = `${RATE} option 严格 : yes or no = no`;
    const rule = 'when 严格 and 率 > 100% : 0  otherwise : min(率, 1) * 10';
    const facts = prove(rule, declared).facts('score-not-monotone');
    expect(facts.under).toEqual([{ name: '严格', value: 'yes' }]);
  });
});

describe('what is no surprise', () => {
  test.each([
    [
      'deductions on both sides',
      'deduct 1 per 1% of 率 above 110% prorated deduct 2 per 1% of 率 below 90% prorated',
      RATE,
    ],
    ['a distance', 'deduct 1 per 1% of abs(率 - 100%) above 5% prorated', RATE],
    ['a band', 'tiers of 率 { 95%..105% : 10  >= 90% and < 95% : 6  otherwise : 0 }', RATE],
    ['a band as a condition', 'when 95% <= 率 <= 105% : 10  otherwise : 0', RATE],
    ['a band as two bounds', 'when 率 <= 105% and 率 >= 95% : 10  otherwise : 0', RATE],
    ['one figure', 'when 次数 = 4 次 : 10  otherwise : 0', COUNT],
    ['one figure in a table', 'tiers of 次数 { 4 次 : 10  otherwise : 0 }', COUNT],
    [
      'a guard for 0',
      'when 计划 = 0 : 0  otherwise when 实际 >= 计划 : 10  otherwise : 实际 / 计划 * 10',
      'input 计划, 实际 : count of 个',
    ],
    ['a falling rate', 'score min(1, 计划 / (计划 + 实际)) * 10', INPUTS],
    ['steps', 'deduct 0.5 per 1% of 率 below 95% per started step', RATE],
    [
      'the month of a date',
      'when month(日期) = 6 : 10 otherwise when month(日期) = 7 : 0 otherwise : 5',
      'input 日期 : date',
    ],
  ])('%s', (_title, rule, declared) => {
    expect(codes(rule, declared)).toEqual([]);
  });

  test('a peak that no row states is one', () => {
    expect(codes('score min(率, 200% - 率) * 10 at least 0 at most 10')).toEqual([
      'score-not-monotone',
    ]);
  });

  test('a band with a better row beside it is no target', () => {
    const rule = 'tiers of 率 { < 60% : 8  60%..90% : 5  > 90% : 10 }';
    expect(codes(rule)).toEqual(['score-not-monotone']);
  });
});

describe('not monotone', () => {
  test('is heard in the indicator and in the item', () => {
    const rule = 'when 率 > 100% : 0  otherwise : 率 * 10  not monotone "beyond the plan"';
    expect(codes(rule)).toEqual([]);
    expect(codes(`item 甲 10 points { ${rule} }`)).toEqual([]);
  });

  test('has nothing to say of a score that only rises, nor of an award', () => {
    const proved = prove('score min(率, 1) * 10 not monotone "why"');
    expect(proved.said).toEqual([['not-monotone-never-acts', 'not monotone "why"']]);
    expect(codes('judged not monotone "why"', '')).toEqual(['not-monotone-never-acts']);
  });

  test('has something to say of a target too', () => {
    expect(codes('when 次数 = 4 次 : 10  otherwise : 0 not monotone "four"', COUNT)).toEqual([]);
  });

  test('does not belong beside parts that are added up, nor twice in one body', () => {
    const text = (at: string, top = '') =>
      `ruleset R { total 1 point ${top} group A 1 point { ${at} indicator B 1 point { judged } } }`;
    const meant = 'not monotone "a"';
    const found = [text(meant), text('', meant)].map((each) => proveText(each).said);
    expect(found).toEqual([
      [['not-monotone-without-rule', meant]],
      [['not-monotone-without-rule', meant]],
    ]);
    const rule = 'when 率 > 100% : 0  otherwise : 率 * 10';
    expect(codes(`${rule} not monotone "a" not monotone "b"`)).toEqual(['duplicate-statement']);
  });
});

property.prop(
  [fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 3, maxLength: 5 }), fc.boolean()],
  { numRuns: 40 },
)('what a warning shows is what scoring gives', (scores, byRatio) => {
  const subject = byRatio ? '甲 / 乙' : '甲';
  const rows = scores.slice(1).map((score, index) => `>= ${scores.length - index} : ${score}`);
  const declared = byRatio ? 'input 甲, 乙 : number above 0' : 'input 甲 : number above 0';
  const text = oneRule(
    `tiers of ${subject} { ${rows.join(' ')} otherwise : ${scores[0]} }`,
    declared,
    '10',
  );
  const { framework, diagnostics } = compile(createSource('a.chi', text), {
    read: () => undefined,
    resolve: (_, path) => path,
  });
  if (!framework) throw new Error('the ruleset is sound');
  const warned = diagnostics.find(({ code }) => code === 'score-not-monotone');
  // Read from the top, the last of the rows counts first as the figure falls.
  const course = [...scores.slice(1), scores[0] ?? 0].reverse();
  const changes = course.slice(1).map((score, index) => Math.sign(score - (course[index] ?? 0)));
  expect(warned !== undefined).toBe(changes.includes(1) && changes.includes(-1));
  if (!warned) return;
  const facts = warned.facts as MonotoneFacts;
  for (const { figure, score } of [facts.from, facts.to, facts.contrast.from, facts.contrast.to]) {
    const others = facts.others.map(({ name, value }) => [name, value.en] as const);
    const inputs = Object.fromEntries([...others, [facts.figure, figure]]);
    const { department } = readDepartment(
      framework,
      createSource('d.json', JSON.stringify({ department: 'D', year: 2024, inputs })),
    );
    if (!department) throw new Error('the department can be read');
    const total = pointOf(evaluate(framework, department).total);
    expect(total && formatExact(total)).toBe(score);
  }
});
