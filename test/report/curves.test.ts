// Curves, irrational figures and calls in words and in JSON.
import { describe, expect, it } from 'vitest';
import { explain } from '../../src/report/explanation.ts';
import { scoresJson } from '../../src/report/json.ts';
import { scoreSheet } from '../../src/report/score-sheet.ts';
import { en, framework, score, zh } from './scoring.ts';

const RULESET = `ruleset 曲线 for 2024 {
  total 20 points  total rounded to 0.01 half up
  input 率, 差值, 优值 : percent from 0% to 100%
  let 档分(数 : percent, 满 : points) = tiers of 数 { >= 90% : 满  otherwise : 满 / 2 }
  let 折半(数 : percent, 满 : points) = 数 * 满 / 2
  indicator 插值甲 5 points { interpolate of 率 { < 50% : 0  50% : 2  100% : 5 } }
  indicator 插值乙 5 points { interpolate of 率 { < 差值 : 0  差值 : 1  优值 : 5  > 优值 : 5 } }
  indicator 开方 5 points { score root(率, 2) * 5 }
  indicator 调用 5 points { score 档分(率, 4) + 折半(差值, 2) }
}`;
const scored = score({ 率: '80%', 差值: '60%', 优值: '80%' }, {}, RULESET);
const sources = new Map([['rules.chi', framework(RULESET).source]]);
const steps = (settings: typeof zh, name: string) =>
  explain(scored, { ...settings, width: 200, sources }, [[name]])
    .filter((line) => line.startsWith('  · '))
    .map((line) => line.slice(4));

describe('a curve', () => {
  it('is said to lie between two points', () => {
    expect(steps(zh, '插值甲')[0]).toBe(
      '率 80%，在 50%（2）与 100%（5）两点之间：2 + （率 − 50%） / （100% − 50%） × （5 − 2） = 2 + （80% − 50%） / （100% − 50%） × （5 − 2） = 3.8 分',
    );
    expect(steps(en, '插值甲')[0]).toBe(
      '率 80% lies between the points 50% (2) and 100% (5): 2 + (率 − 50%) / (100% − 50%) × (5 − 2) = 2 + (80% − 50%) / (100% − 50%) × (5 − 2) = 3.8 points',
    );
  });

  it('through points that move names them, and stands at the last one', () => {
    expect(steps(zh, '插值乙')[0]).toBe('率 80%，正是 优值 80%（5）这一点：5 分');
    expect(steps(en, '插值乙')[0]).toBe('率 80% lies at the point 优值 80% (5): 5 points');
  });

  it('says so in the score sheet too', () => {
    expect(scoreSheet(scored, zh).join('\n')).toContain('率 80%，在 50%（2）与 100%（5）两点之间');
  });
});

describe('an irrational figure', () => {
  it('is shown cut, and named for what it is', () => {
    expect(steps(zh, '开方')).toEqual([
      '计算：开方（率，2） × 5 = 开方（80%，2） × 5 ≈ 4.4721 分（无理数）',
    ]);
    expect(steps(en, '开方')).toEqual([
      'formula: root(率, 2) × 5 = root(80%, 2) × 5 ≈ 4.4721 points (irrational)',
    ]);
  });

  it('is no interval and nothing missing in the sheet', () => {
    const sheet = scoreSheet(scored, zh).join('\n');
    expect(sheet).toMatch(/开方 +5\.0000 +≈4\.4721 +≈0\.5279/);
    expect(sheet).not.toContain('缺');
  });

  it('is said to be irrational in JSON', () => {
    const [result] = scoresJson(scored.framework, [scored], 'zh').results;
    const root = result?.indicators.find(({ name }) => name === '开方');
    expect(root?.score).toEqual({
      irrational: true,
      approximately: '4.4721359549995793928183473374625524708812',
    });
    expect(result?.total).toBe('15.87');
    expect(result?.coverage.missing).toBe('0');
  });
});

describe('a call', () => {
  it('shows what it was called with and what came of it', () => {
    expect(steps(zh, '调用')).toEqual([
      '档分（数 = 率 = 80%，满 = 4 分）',
      '档分：数 80%，不在以上各档，按“其余”：满 / 2 = 4 分 / 2 = 2 分',
      '折半（数 = 差值 = 60%，满 = 2 分） = 数 × 满 / 2 = 60% × 2 分 / 2 = 0.6 分',
      '计算：档分（率，4 分） + 折半（差值，2 分） = 档分（80%，4 分） + 折半（60%，2 分） = 2.6 分',
    ]);
    expect(steps(en, '调用').slice(0, 2)).toEqual([
      '档分 (数 = 率 = 80%, 满 = 4 points)',
      '档分: 数 80% lies in no row, so “otherwise” applies: 满 / 2 = 4 points / 2 = 2 points',
    ]);
  });
});
