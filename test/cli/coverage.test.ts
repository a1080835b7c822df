import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { biaochi, FILES, folderWith, textIn } from './console.ts';

describe('biaochi coverage', () => {
  it('counts branches by indicator and lists those that nobody takes with their places', async () => {
    const { exit, out } = await biaochi(folderWith(FILES), [
      ...['coverage', '2024.chi', 'departments/a.json', '--lang', 'zh'],
    ]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^及时性 +3 +1 +0 +2 +33\.3%$/m);
    expect(out).toMatch(/2024\.chi:\d+:\d+ {2}及时性，扣完为止：deduct 1 point per 逾期/);
  });

  it('does without departments, and gives JSON', async () => {
    const { exit, out } = await biaochi(folderWith(FILES), [
      'coverage',
      '2024.chi',
      '--format',
      'json',
    ]);
    expect(exit).toBe(0);
    const { counts, branches } = JSON.parse(out) as {
      counts: Record<string, number>;
      branches: readonly { readonly examples: number; readonly impossible: boolean }[];
    };
    expect(counts['branches']).toBe(branches.length);
    expect(counts['missing']).toBe(
      branches.filter(({ examples, impossible }) => examples === 0 && !impossible).length,
    );
  });

  it('says which file cannot be read', async () => {
    const { exit, error } = await biaochi(folderWith(FILES), ['coverage', '2024.chi', 'none.json']);
    expect([exit, error]).toEqual([2, 'error: none.json: there is no such file.\n']);
  });
});

describe('biaochi examples', () => {
  it('writes a ruleset that passes its own test, and replaces nothing', async () => {
    const folder = folderWith(FILES);
    const made = await biaochi(folder, ['examples', '2024.chi', '--write', 'more/new.chi']);
    expect(made).toEqual({ exit: 0, out: 'wrote more/new.chi\n', error: '' });
    expect(textIn(folder, 'more/new.chi')).toContain('amends "../2024.chi"');
    const tested = await biaochi(folder, ['test', 'more/new.chi']);
    expect(tested.exit).toBe(0);
    const again = await biaochi(folder, ['examples', '2024.chi', '--write', 'more/new.chi']);
    expect([again.exit, again.error]).toEqual([
      2,
      'error: more/new.chi exists already; nothing was written.\n',
    ]);
  });

  it('prints blocks without --write and writes no file', async () => {
    const folder = folderWith(FILES);
    const { exit, out } = await biaochi(folder, ['examples', '2024.chi', '--lang', 'zh']);
    expect(exit).toBe(0);
    expect(out).toContain('// 管理 / 及时性\n');
    expect(out).toMatch(/示例 ".*" \{ 逾期 = 4 项 \} 应得 0 \/\/ 请核对/);
    expect(existsSync(join(folder, 'new.chi'))).toBe(false);
  });

  it('says what is wrong with the ruleset', async () => {
    const broken = folderWith({ 'a.chi': 'ruleset a {' });
    const { exit, error } = await biaochi(broken, ['examples', 'a.chi']);
    expect(exit).toBe(1);
    expect(error).toContain('error[');
  });
});
