// Scores of wholes and outputs that turn as one figure grows: rules that combine parts, and what
// follows from figures beside the total.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { readDepartment } from '../../src/input/read-department.ts';
import { createSource } from '../../src/text/source.ts';
import { formatExact } from '../../src/number/decimal.ts';
import { pointOf } from '../../src/types/range.ts';
import { sentence } from '../../src/diagnostics/diagnose.ts';
import { proveText } from './proving.ts';

const RATE = 'input 率 : percent from 0% to 100%';
const group = (rule: string, parts: string, declared = RATE) =>
  `ruleset R { total 10 points scores rounded to 0.01 half up ${parts.includes('率') ? declared : ''}
    group 甲 10 points { ${rule} ${parts} } }`;
const TWO = 'indicator 乙 5 points { score 率 * 5 } indicator 丙 5 points { judged }';
const JUDGED = 'indicator 乙 5 points { judged } indicator 丙 5 points { judged }';
const codes = (text: string) => proveText(text).diagnostics.map(({ code }) => code);
const withOutput = (output: string, declared = RATE) =>
  `ruleset R { total 10 points ${declared}
    indicator 甲 10 points { judged }
    ${output} }`;

describe('a combining rule', () => {
  const gate = 'score when score of 乙 >= 4 : 6 otherwise : 2 * score of 乙';

  test('by which a better part lowers the whole shows the two departments', () => {
    const { said, facts } = proveText(group(gate, TWO));
    expect(said.map(([code]) => code)).toEqual(['score-not-monotone']);
    // 79.89 % of 5 points is 3.9945, which rounds to 3.99; 79.9 % is 3.995, which rounds to 4.
    expect(facts('score-not-monotone')).toMatchObject({
      name: '甲',
      figure: '率',
      rarer: 'falls',
      from: { figure: '79.89%', score: '7.98' },
      to: { figure: '79.9%', score: '6' },
    });
  });

  test('is shown awards that are exactly what scoring gives', () => {
    const text = group(gate, JUDGED);
    const { facts } = proveText(text);
    const { figure, from, to, others } = facts('score-not-monotone');
    expect(figure).toBe('乙');
    const { framework } = compile(createSource('a.chi', text), {
      read: () => undefined,
      resolve: (_, path) => path,
    });
    if (!framework) throw new Error('the ruleset is sound');
    for (const end of [from, to]) {
      const given = Object.fromEntries(others.map(({ name, value }) => [name, value.en]));
      const awards = { ...given, [figure]: end.figure };
      const inputs = Object.fromEntries(
        Object.entries(awards).map(([name, award]) => [
          name,
          { award: award.replace(' 分', ''), reason: 'r' },
        ]),
      );
      const read = readDepartment(
        framework,
        createSource('d.json', JSON.stringify({ department: '甲', year: 2024, inputs })),
      );
      if (!read.department) throw new Error('the department is sound');
      const score = pointOf(evaluate(framework, read.department).total);
      expect(score && formatExact(score)).toBe(end.score);
    }
  });

  test.each([
    ['the weakest link', 'score min of rates of parts * full points'],
    ['the best of several', 'score (max of scores of parts) * 2'],
    ['normalisation', 'score (sum of scores of parts) / 20 * 20'],
    ['a gate that pays', 'score when score of 乙 >= 4 : 10 otherwise : score of 乙'],
  ])('that only rises with its parts is no surprise: %s', (_title, rule) => {
    expect(codes(group(rule, TWO))).toEqual([]);
  });

  test('is not blamed where its parts go different ways', () => {
    const parts =
      'indicator 乙 5 points { score 率 * 5 } indicator 丙 5 points { score 5 - 率 * 5 }';
    expect(codes(group('score (max of scores of parts) * 2', parts))).toEqual([]);
  });

  test('that turns where one part overtakes another', () => {
    const spread = 'score max of scores of parts - min of scores of parts';
    expect(codes(group(spread, JUDGED))).toEqual(['score-not-monotone']);
  });

  test('is looked at at the top and in an indicator of items', () => {
    const top = `ruleset R { total 10 points ${gate}
      indicator 乙 5 points { judged } indicator 丙 5 points { judged } }`;
    expect(codes(top)).toEqual(['score-not-monotone']);
    const inside = `ruleset R { total 10 points indicator 甲 10 points {
      score when score of (甲 / 乙) >= 4 : 6 otherwise : 2 * score of (甲 / 乙)
      item 乙 5 points { judged } item 丙 5 points { judged } } }`;
    expect(codes(inside)).toEqual(['score-not-monotone']);
  });

  test('may say that it is meant, and is told where that says nothing', () => {
    const meant = 'not monotone "封顶另有规定"';
    expect(codes(group(`${gate} ${meant}`, TWO))).toEqual([]);
    const top = `ruleset R { total 10 points ${gate} ${meant} ${JUDGED} }`;
    expect(codes(top)).toEqual([]);
    const idle = proveText(group(`score min of rates of parts * full points ${meant}`, TWO));
    expect(idle.said).toEqual([['not-monotone-never-acts', meant]]);
  });
});

describe('an output beside the total', () => {
  test('that falls between two rows shows both values in its own unit', () => {
    const { facts, said } = proveText(
      withOutput('output 奖 = tiers of 率 { >= 90% : 5%  >= 80% : 10%  otherwise : 0% }'),
    );
    expect(said).toEqual([['score-not-monotone', '奖']]);
    expect(facts('score-not-monotone')).toMatchObject({
      isOutput: true,
      from: { figure: '89.99%', score: '10%' },
      to: { figure: '90%', score: '5%' },
    });
  });

  test('that gets worse as a score grows is shown words', () => {
    const output =
      'output 评 : one of { 优 > 良 > 差 } = when score of 甲 >= 8 : 良 otherwise when score of 甲 >= 6 : 优 otherwise : 差';
    expect(proveText(withOutput(output, '')).facts('score-not-monotone')).toMatchObject({
      from: { figure: '7.99 分', score: '优' },
      to: { figure: '8 分', score: '良' },
    });
  });

  test('is told once, where it turns, and not in what reads it', () => {
    const outputs = `output 奖 = tiers of 率 { >= 90% : 5%  >= 80% : 10%  otherwise : 0% }
      output 净 = 奖 * 2`;
    expect(proveText(withOutput(outputs)).said).toEqual([['score-not-monotone', '奖']]);
  });

  test('may say that it is meant, also where it falls as the total grows', () => {
    const turning = 'output 奖 = tiers of 率 { >= 90% : 5%  >= 80% : 10%  otherwise : 0% }';
    expect(codes(withOutput(`${turning} "奖励" not monotone "超额部分另计"`))).toEqual([]);
    const falling = 'output 扣 = tiers of total score { >= 9 : 0%  otherwise : 10% }';
    expect(codes(withOutput(falling, ''))).toEqual(['output-not-monotone']);
    expect(codes(withOutput(`${falling} not monotone "扣减"`, ''))).toEqual([]);
    expect(codes(withOutput('output 甲分 = total score not monotone "无"', ''))).toEqual([
      'not-monotone-never-acts',
    ]);
  });

  test('says the pair in both languages', () => {
    const { diagnostics } = proveText(
      withOutput('output 奖 = tiers of 率 { >= 90% : 5%  >= 80% : 10%  otherwise : 0% }'),
    );
    const [first] = diagnostics;
    if (!first) throw new Error('something is said');
    for (const language of ['en', 'zh'] as const)
      for (const piece of ['89.99%', '10%', '90%', '5%', '奖'])
        expect(sentence(first, language)).toContain(piece);
  });
});
