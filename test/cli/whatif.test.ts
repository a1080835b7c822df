// `biaochi whatif` from files to text: goals, refusals, exit codes.
import { describe, expect, it } from 'vitest';
import { FILES, biaochi, folderWith } from './console.ts';

const folder = folderWith(FILES);
const ask = (...more: readonly string[]) =>
  biaochi(folder, ['whatif', '2024.chi', 'departments/a.json', ...more]);

interface Answer {
  readonly reached: string;
  readonly alone: readonly {
    readonly name: string;
    readonly reached: readonly { readonly value: string; readonly notEnough: string }[];
  }[];
  readonly together: { readonly kind: string; readonly provedCheapest: boolean } | null;
}

const answerOf = (text: string): Answer => JSON.parse(text) as Answer;

describe('biaochi whatif', () => {
  it('says for each input how far it must change', async () => {
    const { exit, out } = await ask('--reach', '优', '--format', 'json');
    expect(exit).toBe(0);
    const { reached, alone, together } = answerOf(out);
    expect(reached).toBe('no');
    const found = alone.map(({ name, reached: ways }) => [
      name,
      ...ways.map(({ value, notEnough }) => [value, notEnough]),
    ]);
    expect(found).toEqual([
      ['预算', ['280.233527', '280.233528']],
      ['支出', ['299.75', '299.749999']],
      ['逾期', ['0', '1']],
    ]);
    expect(together).toMatchObject({ kind: 'found', provedCheapest: true });
  });

  it('says that something cannot be reached, and why, with exit code 1', async () => {
    const { exit, out } = await ask('--full', '管理', '--keep', '逾期', '--lang', 'zh');
    expect(exit).toBe(1);
    expect(out).toContain('不可能：无论怎样改，结果至多 9。');
  });

  it.each([
    [[], '--reach'],
    [['--reach', '优', '--total', '9'], '--reach'],
    [['--reach', '良'], '优'],
    [['--total', 'x'], '--total'],
    [['--full', '执行'], '执行'],
    [['--score', '执行率'], '--score'],
    [['--total', '9', '--keep', '支'], '支出'],
    [['--total', '9', '--cost', '支出'], '--cost'],
    [['--total', '9', '--cost', '支出=-1'], '--cost'],
  ])('refuses %j in a sentence that names %s', async (options, name) => {
    for (const language of ['en', 'zh']) {
      const { exit, out, error } = await ask(...options, '--lang', language);
      expect(exit).toBe(2);
      expect(out).toBe('');
      expect(error).toContain(name);
    }
  });
});
