import { describe, expect, it } from 'vitest';
import { biaochi, folderWith, textIn } from './console.ts';

const files = {
  en: ['2025.chi', 'departments/2025-example-office.json'],
  zh: ['2025.chi', 'departments/2025-示范单位.json'],
} as const;

describe.each(['en', 'zh'] as const)('biaochi init --lang %s', (language) => {
  const [ruleset, department] = files[language];

  it('writes a ruleset and a department that its hints work on', async () => {
    const folder = folderWith();
    const { exit, out } = await biaochi(folder, ['init', 'mine', '--lang', language]);
    expect(exit).toBe(0);
    const hints = out
      .split('\n')
      .filter((line) => line.startsWith('  biaochi '))
      .map((line) => line.trim().split(' ').slice(1));
    expect(hints).toEqual([
      ['test', 'mine'],
      ['score', `mine/${ruleset}`, `mine/${department}`],
      ['explain', `mine/${ruleset}`, `mine/${department}`],
    ]);
    for (const hint of hints)
      expect(await biaochi(folder, hint)).toMatchObject({ exit: 0, error: '' });
  });

  it('writes rulesets without a warning, in the standard form', async () => {
    const folder = folderWith();
    await biaochi(folder, ['init', '--lang', language]);
    const checked = await biaochi(folder, ['check', '--strict', ruleset]);
    expect([checked.exit, checked.out]).toEqual([
      0,
      `${ruleset}: ok: 4 indicators, 100 points, 7 inputs, 6 examples\n`,
    ]);
    expect((await biaochi(folder, ['fmt', '--check', ruleset])).exit).toBe(0);
  });

  it('says the same thing in keywords of its language only', async () => {
    const folder = folderWith();
    await biaochi(folder, ['init', '--lang', language]);
    expect((await biaochi(folder, ['fmt', ruleset, '--keywords', language])).out).toBe(
      textIn(folder, ruleset),
    );
  });
});

describe('biaochi init', () => {
  it('never overwrites', async () => {
    const [ruleset, department] = files.en;
    const folder = folderWith({ [department]: 'mine' });
    expect(await biaochi(folder, ['init'])).toEqual({
      exit: 2,
      out: '',
      error: `error: ${department} exists already; nothing was written.\n`,
    });
    expect(textIn(folder, department)).toBe('mine');
    expect(() => textIn(folder, ruleset)).toThrow();
  });

  it('quotes folders with spaces in its hints', async () => {
    const { out } = await biaochi(folderWith(), ['init', "my office's"]);
    expect(out).toContain(`  biaochi test 'my office'\\''s'\n`);
  });

  it('says where it cannot write', async () => {
    expect(await biaochi(folderWith({ taken: '' }), ['init', 'taken'])).toMatchObject({
      exit: 2,
      error: 'error: taken/2025.chi: this cannot be read or written as a file.\n',
    });
  });
});
