// `biaochi sensitivity` from files to text.
import { describe, expect, it } from 'vitest';
import { FILES, biaochi, folderWith } from './console.ts';

const folder = folderWith(FILES);
const ask = (...more: readonly string[]) =>
  biaochi(folder, ['sensitivity', '2024.chi', 'departments/a.json', ...more]);

interface Answer {
  readonly by: string | null;
  readonly tornado: readonly { readonly name: string; readonly lowest: string }[];
  readonly breakPoints: readonly {
    readonly name: string;
    readonly value: string;
    readonly lastSame: string;
    readonly changePercent: string;
    readonly jump: boolean;
  }[];
  readonly weights: readonly { readonly path: readonly string[]; readonly effect: string }[];
}

const answerOf = (text: string): Answer => JSON.parse(text) as Answer;

describe('biaochi sensitivity', () => {
  it('gives the totals, the break points and the weights as exact data', async () => {
    const { exit, out } = await ask('--by', '10%', '--format', 'json');
    expect(exit).toBe(0);
    const { by, tornado, breakPoints, weights } = answerOf(out);
    expect(by).toBe('10');
    // 280 of 300 is 5.6 points; a tenth less is 5.04.
    expect(tornado.find(({ name }) => name === '支出')?.lowest).toBe('8.04');
    expect(breakPoints.find(({ name, jump }) => name === '逾期' && jump)?.lastSame).toBe('1');
    const spending = breakPoints.filter(({ name }) => name === '支出');
    expect(spending.map(({ value, lastSame }) => [value, lastSame])).toContainEqual([
      '280.25',
      '280.249999',
    ]);
    // 93.33 % of its points against 75 %.
    expect(weights.map(({ path, effect }) => [path.at(-1), effect])).toEqual([
      ['执行率', '11/60'],
      ['及时性', '-11/60'],
    ]);
  });

  it.each(['zh', 'en'])('says the same in %s', async (language) => {
    const { exit, out } = await ask('--by', 'range', '--lang', language);
    expect(exit).toBe(0);
    expect(out).toContain('支出');
    expect(out).toContain('执行率');
  });

  it.each(['5', '0%', '-5%', 'x'])('refuses --by %s', async (by) => {
    const { exit, out, error } = await ask(`--by=${by}`, '--lang', 'zh');
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(error).toContain('--by');
  });
});
