import { describe, expect, it } from 'vitest';
import { biaochi, department, FILES, folderWith, INPUTS } from './console.ts';

const folder = () =>
  folderWith({
    ...FILES,
    'one.json': department(INPUTS, { department: '甲' }),
    'other.json': department({ 预算: '300', 支出: '150', 逾期: 0 }, { department: '乙' }),
  });

const scenarios = (...more: readonly string[]) =>
  biaochi(folder(), ['scenarios', '2024.chi', 'one.json', 'other.json', ...more]);

describe('biaochi scenarios', () => {
  it('scores every weighting within bounds and counts who keeps a place', async () => {
    const { exit, out } = await scenarios(
      ...['--within', '执行率=2..8', '--within', '及时性=2..8', '--step', '1', '--enumerate'],
    );
    expect(exit).toBe(0);
    expect(out).toContain('All 7 weightings.');
    // 甲 has 28/30 and 3 of 4, 乙 a half and all: they are level where 0.4333 a = 0.25 b.
    expect(out).toMatch(/乙 comes before 甲 in 28\.6% \(2\)/);
  });

  it('gives exact totals with the points that lead to them as JSON', async () => {
    const { exit, out } = await scenarios(
      ...['--within', '执行率=2..8', '--within', '及时性=2..8', '--step', '1', '--enumerate'],
      ...['--format', 'json'],
    );
    expect(exit).toBe(0);
    const { weightings, departments } = JSON.parse(out) as {
      weightings: object;
      departments: readonly object[];
    };
    expect(weightings).toMatchObject({ possible: '7', scored: 7, conserved: 'whole' });
    expect(departments[0]).toMatchObject({
      department: '甲',
      total: '8.6',
      lowest: { total: '7.87', points: ['2', '8'] },
      highest: { total: '8.97', points: ['8', '2'] },
      place: { best: 1, worst: 1 },
      places: { best: 1, worst: 2 },
      kept: 5,
    });
  });

  it('draws the same sample for the same seed', async () => {
    const draw = async (seed: string) =>
      (await scenarios('--spread', '50%', '--count', '50', '--seed', seed, '--format', 'json')).out;
    expect(await draw('1')).toBe(await draw('1'));
    expect(await draw('1')).not.toBe(await draw('2'));
  });

  it.each([
    [[], 'error: say what may vary: --within INDICATOR=5..9'],
    [['--within', '执行率=2..8'], 'error: one indicator alone cannot vary'],
    [
      ['--within', '执行=2..8'],
      'error: the ruleset has no indicator “执行”. Did you mean “执行率”?',
    ],
    [['--within', '执行率'], 'error: --within cannot be “执行率”'],
    [['--within', '执行率=8..2'], 'error: --within cannot be “执行率=8..2”'],
    [['--within', '管理=8..9'], 'error: the ruleset has no indicator “管理”'],
    [['--spread', '20'], 'error: --spread cannot be “20”'],
    [['--spread', '20%', '--step', '0'], 'error: --step cannot be “0”'],
    [['--spread', '20%', '--count', '0'], 'error: --count cannot be “0”'],
    [['--spread', '20%', '--seed', '-1'], 'error: --seed cannot be “-1”'],
    [['--spread', '20%', '--step', '0.000001'], 'error: the bounds hold '],
    [['--spread', '20%', '--step', '3'], 'error: the bounds leave “执行率”, “及时性” only one'],
  ])('refuses %j in words', async (options, sentence) => {
    const { exit, out, error } = await scenarios(...options);
    expect(error).toContain(sentence);
    expect([exit, out]).toEqual([2, '']);
  });

  it('says it in Chinese, too', async () => {
    const { error } = await scenarios('--within', '执行率=2..8', '--lang', 'zh');
    expect(error).toContain('错误：合计不变时，一个指标不能单独变动');
  });
});
