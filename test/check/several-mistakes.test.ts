import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { checkTexts, withRule } from './checking.ts';

describe('several mistakes in one ruleset', () => {
  test('are all said in one run, each where it is', () => {
    const text = `ruleset R {
      total 11 points
      input 支出 : money in 万
      input 预算 : money in 万元 above 0
      let 率 = 预算 / 预箅
      group G 6 points {
        indicator A 4 points { score 预算 }
        indicator B 1 point { deduct 1 per 1% of 预算 / 10 万元 above 10% }
      }
      indicator C 5 points { }
      indicator C 0 points { judged judged }
      veto grade at most 优 "失信" when 预算
    }`;
    expect(checkTexts(text).said).toEqual([
      ['unknown-money-unit', '万'],
      ['unknown-name', '预箅'],
      ['points-not-conserved', '6 points'],
      ['not-a-score', '预算'],
      ['deduction-step-missing', '1%'],
      ['rule-missing', 'C'],
      ['duplicate-name', 'C'],
      ['several-rules', 'judged'],
      ['grades-missing', '优'],
      ['not-a-condition', '预算'],
    ]);
  });

  test('what two names share is said once', () => {
    expect(checkTexts(withRule('judged', 'input 一, 二 : money in 万 at least 5')).said).toEqual([
      ['unknown-money-unit', '万'],
    ]);
  });

  test('a mistake is said once, not by everything that leans on it', () => {
    const head = 'let 一 = 未知数 + 1  let 二 = 一 * 2  let 三 = 二 > 支出';
    expect(checkTexts(withRule('when 三 : 二 otherwise : 一', head)).said).toEqual([
      ['unknown-name', '未知数'],
    ]);
  });
});

describe('after a syntax error', () => {
  const codes = (text: string) => checkTexts(text).said.map(([code]) => code);

  test('a missing expression is not complained about twice', () => {
    expect(codes(withRule('score 支出 /'))).toEqual(['expected-something']);
    expect(codes(withRule('judged', 'let X = '))).toEqual(['expected-something']);
  });

  test('what is absent where the text could not be read is not missed', () => {
    expect(codes('ruleset R { total 5 points indicator A 5 points { scroe 5 } }')).not.toContain(
      'rule-missing',
    );
    expect(
      codes('ruleset R { total 5 points indicator A 5 points { item x { judged } } }'),
    ).not.toContain('points-not-conserved');
  });

  test('the rest is still checked', () => {
    const text = withRule('score 支出 /', 'let X = 人数 + 预算');
    expect(codes(text)).toEqual(['units-differ', 'expected-something']);
  });

  test('there is no framework', () => {
    expect(checkTexts(withRule('judged', 'let X = ')).framework).toBeUndefined();
  });
});

describe('any text', () => {
  const pieces =
    `group indicator item total option input let locked open judged checklist score when otherwise tiers of
    deduct per prorated at most at least uncapped veto exempt not applicable check within example gives set replace
    remove add rename order cite points to sum of over where each full points if then else 甲 乙 丙 支出 万元 人 级别 __proto__
    constructor 1 0 10% 2.5 "文" ( ) { } [ ] : = + - * / > >= < , . 2023-01-31 min achievement`.split(
      /\s+/,
    );
  const gibberish = fc
    .array(fc.constantFrom(...pieces), { maxLength: 60 })
    .map((words) => words.join(' '));

  test('is checked without an exception, alone or as an amendment, and every message has its words', () => {
    fc.assert(
      fc.property(gibberish, gibberish, (head, body) => {
        const parent = withRule(body, head);
        const { diagnostics } = checkTexts(
          parent,
          `ruleset 下级 amends "0.chi" { ${body} ${head} }`,
        );
        for (const diagnostic of diagnostics)
          expect(sentence(diagnostic, 'zh')).not.toContain('undefined');
      }),
      { numRuns: 300 },
    );
  });

  test('cut anywhere, is checked without an exception', () => {
    const whole = withRule(
      'deduct 1 per 1% of 完成率 above 10% prorated  veto "x" when 违规 : 0',
      'let X = sum of 权重 over 任务',
    );
    for (let end = 0; end < whole.length; end += 7)
      expect(checkTexts(whole.slice(0, end)).said).not.toEqual([]);
  });
});
