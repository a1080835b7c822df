import { chmodSync, readdirSync, statSync, symlinkSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { biaochi, folderWith, textIn } from './console.ts';

const UNTIDY =
  'ruleset   甲 for 2024 {total 1 points\n  // 说明\n indicator 乙 1 points{judged}}\n';

const tidy = async (text: string, ...argv: string[]) =>
  (await biaochi(folderWith(), ['fmt', '-', ...argv], { input: text })).out;

describe('biaochi fmt', () => {
  it('prints one file in the standard form and leaves it alone', async () => {
    const folder = folderWith({ 'a.chi': UNTIDY });
    const { exit, out, error } = await biaochi(folder, ['fmt', 'a.chi']);
    expect([exit, error]).toEqual([0, '']);
    expect(out).toBe(await tidy(UNTIDY));
    expect(out).toContain('  // 说明\n');
    expect(textIn(folder, 'a.chi')).toBe(UNTIDY);
  });

  it('leaves the standard form as it is', async () => {
    const once = await tidy(UNTIDY);
    expect(await tidy(once)).toBe(once);
  });

  it('converts keywords there and back', async () => {
    const zh = await tidy(UNTIDY, '--keywords', 'zh');
    expect(zh).toMatch(/^规则集 甲 适用 2024 \{/);
    expect(await tidy(zh, '--keywords', 'en')).toBe(await tidy(UNTIDY, '--keywords', 'en'));
  });

  it('converts the names of functions and their words with the keywords', async () => {
    const text = `ruleset 甲 for 2024 {
      let 取低(a : number) = min(a, 1)
      let 乙 = min(较小值(1, 2), 取低(3), achievement(目标, 实际, capped))
    }`;
    const zh = await tidy(text, '--keywords', 'zh');
    expect(zh).toContain('较小值(较小值(1, 2), 取低(3), 完成度(目标, 实际, 封顶))');
    const en = await tidy(zh, '--keywords', 'en');
    expect(en).toContain('min(min(1, 2), 取低(3), achievement(目标, 实际, capped))');
    expect(await tidy(text)).toContain('min(较小值(1, 2), 取低(3)');
  });

  it('leaves a function of the ruleset alone that has the name of another', async () => {
    const text = 'ruleset 甲 { let 较小值(a : number) = a let 乙 = 较小值(1) }';
    expect(await tidy(text, '--keywords', 'en')).toContain('let 乙 = 较小值(1)');
  });

  it('needs --write or --check for several files', async () => {
    const folder = folderWith({ 'a.chi': UNTIDY, 'b.chi': UNTIDY });
    expect(await biaochi(folder, ['fmt', 'a.chi', 'b.chi'])).toEqual({
      exit: 2,
      out: '',
      error: 'error: several files need --write or --check.\n',
    });
  });

  it('refuses a file with syntax errors', async () => {
    const folder = folderWith({ 'bad.chi': 'ruleset {', 'a.chi': UNTIDY });
    const { exit, out, error } = await biaochi(folder, ['fmt', '--write', 'bad.chi', 'a.chi']);
    expect([exit, out]).toEqual([1, 'a.chi: rewritten\n']);
    expect(error).toMatch(/^bad\.chi:1:\d+ {2}error\[/);
    expect(textIn(folder, 'bad.chi')).toBe('ruleset {');
  });
});

describe('biaochi fmt --write', () => {
  it('replaces the files that change, and says which', async () => {
    const folder = folderWith({ 'a.chi': UNTIDY, 'b.chi': await tidy(UNTIDY) });
    expect(await biaochi(folder, ['fmt', '--write', 'a.chi', 'b.chi'])).toEqual({
      exit: 0,
      out: 'a.chi: rewritten\n',
      error: '',
    });
    expect(textIn(folder, 'a.chi')).toBe(await tidy(UNTIDY));
    expect(readdirSync(folder).sort()).toEqual(['a.chi', 'b.chi']);
  });

  it('keeps the permissions of a file', async () => {
    const folder = folderWith({ 'a.chi': UNTIDY });
    chmodSync(join(folder, 'a.chi'), 0o640);
    await biaochi(folder, ['fmt', '--write', 'a.chi']);
    expect(statSync(join(folder, 'a.chi')).mode & 0o777).toBe(0o640);
  });

  it('writes through a link', async () => {
    const folder = folderWith({ 'a.chi': UNTIDY });
    symlinkSync('a.chi', join(folder, 'link.chi'));
    await biaochi(folder, ['fmt', '--write', 'link.chi']);
    expect(lstatSync(join(folder, 'link.chi')).isSymbolicLink()).toBe(true);
    expect(textIn(folder, 'a.chi')).toBe(await tidy(UNTIDY));
  });

  it('is not for standard input, nor together with --check', async () => {
    expect((await biaochi('.', ['fmt', '--write', '-'])).error).toBe(
      'error: standard input cannot be written to; leave --write out.\n',
    );
    expect((await biaochi('.', ['fmt', '--write', '--check', 'a.chi'])).error).toBe(
      'error: --write and --check exclude each other.\n',
    );
  });
});

describe('biaochi fmt --check', () => {
  it('names the files that would change and exits with 1', async () => {
    const folder = folderWith({ 'a.chi': UNTIDY, 'b.chi': await tidy(UNTIDY) });
    expect(await biaochi(folder, ['fmt', '--check', 'a.chi', 'b.chi'])).toEqual({
      exit: 1,
      out: 'a.chi is not in the standard form\n',
      error: '',
    });
    expect(await biaochi(folder, ['fmt', '--check', 'b.chi'])).toEqual({
      exit: 0,
      out: '',
      error: '',
    });
    expect(textIn(folder, 'a.chi')).toBe(UNTIDY);
  });

  it('reads standard input', async () => {
    expect(await biaochi('.', ['fmt', '--check', '-'], { input: UNTIDY })).toMatchObject({
      exit: 1,
      out: '<stdin> is not in the standard form\n',
    });
    expect(await biaochi('.', ['fmt', '-'], { input: new Uint8Array([0xff]) })).toMatchObject({
      exit: 2,
      error: 'error: <stdin>: this is not UTF-8 text. If it is GBK, save it as UTF-8.\n',
    });
  });
});
