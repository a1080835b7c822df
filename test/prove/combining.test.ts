// Proofs about combining rules and about rules that read scores.
import { describe, expect, test } from 'vitest';
import { proveText } from './proving.ts';

const ruleset = (body: string, total = '10') => `ruleset R { total ${total} points
  scores rounded to 0.01 half up
  input 甲率, 乙率 : percent from 0% to 100%
  input 无 : yes or no
  input 重甲, 重乙 : number from 0 to 5
  ${body} }`;
const said = (body: string, total?: string) => proveText(ruleset(body, total)).said;

const PARTS = `indicator 甲 5 points { score 甲率 * 5 } indicator 乙 5 points { score 乙率 * 5 }`;
const group = (rule: string, parts = PARTS) => `group G 10 points { score ${rule} ${parts} }
  check "用到" : 无 = 无 check "用到二" : 重甲 + 重乙 >= 0`;
const onlyAbout = (code: string, found: readonly (readonly [string, string])[]) =>
  found.filter(([each]) => each === code);

describe('a combining rule', () => {
  test('is shown to stay within the points of its node', () => {
    for (const rule of [
      'min of rates of parts * full points',
      '(sum of scores of parts)',
      '(max of scores of parts) * 2',
      'mean of rates of parts * 10',
      '(score of 甲) * 60% + score of 乙 * 140%',
    ])
      expect([rule, onlyAbout('score-leaves-range', said(group(rule)))]).toEqual([rule, []]);
  });

  test('that leaves them is shown a case', () => {
    const proved = proveText(ruleset(group('(sum of scores of parts) / 5 * 6')));
    expect(onlyAbout('score-leaves-range', proved.said)).toHaveLength(1);
    expect(proved.facts('score-leaves-range')).toMatchObject({
      side: 'above',
      high: '12',
      score: '12',
    });
    expect(proved.witness('score-leaves-range')).toBe('甲率 = 100%, 乙率 = 100%');
  });

  test('may be a mean whose weights are inputs', () => {
    const mean = '(score of 甲 * 重甲 + score of 乙 * 重乙) / (重甲 + 重乙) * 2';
    const proved = said(group(`when 重甲 + 重乙 > 0 : ${mean} otherwise : 0`));
    expect(onlyAbout('score-leaves-range', proved)).toEqual([]);
    expect(onlyAbout('division-by-zero', said(group(mean)))).toHaveLength(1);
  });

  test('is proved for every outcome of what applies', () => {
    const parts = `indicator 甲 5 points { not applicable when 无 redistribute within group score 甲率 * 5 }
      indicator 乙 5 points { score 乙率 * 5 }`;
    expect(onlyAbout('score-leaves-range', said(group('sum of scores of parts', parts)))).toEqual(
      [],
    );
    // Alone, 乙 has all ten points.
    const [found] = onlyAbout(
      'score-leaves-range',
      said(group('(max of scores of parts) * 2', parts)),
    );
    expect(found?.[1]).toBe('(max of scores of parts) * 2');
  });

  test('that combines no more than what applies never meets nothing', () => {
    const out = (name: string, rate: string) =>
      `indicator ${name} 5 points { not applicable when 无 redistribute within group score ${rate} * 5 }`;
    const body = `group G 10 points { score min of rates of parts * 10 ${out('甲', '甲率')} ${out('乙', '乙率')} }
      indicator 其他 10 points { score 甲率 * 10 }`;
    expect(onlyAbout('possibly-empty', said(body, '20'))).toEqual([]);
  });

  test('whose limit never acts is told so', () => {
    expect(onlyAbout('limit-never-acts', said(group('max of scores of parts at most 10')))).toEqual(
      [['limit-never-acts', '10']],
    );
  });

  test('at the top is held to the total', () => {
    const proved = proveText(
      ruleset(
        `score (sum of scores of parts) / 10 * 12 ${PARTS} check "用到" : 无 or 重甲 + 重乙 >= 0`,
      ),
    );
    expect(proved.facts('score-leaves-range')).toMatchObject({ high: '12' });
  });
});

describe('a rule that reads a score', () => {
  test('knows what that score can be', () => {
    const body = (rule: string) =>
      `indicator A 4 points { score 甲率 * 4 } indicator B 6 points { ${rule} }`;
    expect(onlyAbout('score-leaves-range', said(body('score score of A * 1.5')))).toEqual([]);
    const proved = proveText(ruleset(body('score score of A * 2')));
    expect(proved.facts('score-leaves-range')).toMatchObject({ high: '8', score: '8' });
    expect(proved.witness('score-leaves-range')).toBe('甲率 = 100%');
  });

  test('knows that moved points raise it', () => {
    const body = `indicator A 4 points { score 甲率 * 4 }
      indicator B 4 points { not applicable when 无 redistribute over all score 乙率 * 4 }
      bonus group C 4 points at most 4 { indicator D 4 points { score score of A } }`;
    const proved = proveText(
      ruleset(body, '8').replace('total 8 points', 'total 8 points at most 8'),
    );
    expect(proved.facts('score-leaves-range')).toMatchObject({ name: 'D', side: 'above' });
  });

  test('finds a condition on it that can never hold', () => {
    const body = `indicator A 4 points { score 甲率 * 4 }
      indicator B 6 points { score 乙率 * 6 veto "无效" when score of A > 4 : 0 }`;
    expect(onlyAbout('condition-never-holds', said(body))).toHaveLength(1);
  });

  test('is not blamed for what goes wrong in the other one', () => {
    const body = `indicator A 4 points { score 4 / 重甲 at most 4 }
      indicator B 6 points { score score of A }`;
    expect(onlyAbout('division-by-zero', said(body))).toEqual([['division-by-zero', '重甲']]);
    expect(onlyAbout('score-leaves-range', said(body))).toEqual([]);
  });
});
