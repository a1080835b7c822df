import { describe, expect, it } from 'vitest';
import { biaochi, FILES, folderWith, RULESET } from './console.ts';

const WARNED = 'ruleset 子 for 2025 amends "2024.chi" {\n  points 及时性 = 4\n}\n';
const BROKEN = RULESET.replace('indicator 及时性 4 points', 'indicator 及时性 3 points');

const folder = () => folderWith({ ...FILES, 'warned.chi': WARNED, 'broken.chi': BROKEN });

describe('biaochi check', () => {
  it('says in one line what a sound ruleset holds', async () => {
    expect(await biaochi(folder(), ['check', '2024.chi'])).toEqual({
      exit: 0,
      out: '2024.chi: ok: 2 indicators, 10 points, 3 inputs, 1 example\n',
      error: '',
    });
    expect((await biaochi(folder(), ['check', '2024.chi', '--lang', 'zh'])).out).toBe(
      '2024.chi：通过，2 个指标，共 10 分，3 项数据，1 个示例\n',
    );
  });

  it('prints what is wrong and where, and exits with 1', async () => {
    const { exit, out } = await biaochi(folder(), ['check', 'broken.chi']);
    expect(exit).toBe(1);
    expect(out).toMatch(/^broken\.chi:\d+:\d+ {2}error\[points-not-conserved\] /);
    expect(out).toMatch(/\nbroken\.chi: 1 error\n$/);
  });

  it('lets warnings pass unless --strict is given', async () => {
    const lax = await biaochi(folder(), ['check', 'warned.chi']);
    const strict = await biaochi(folder(), ['check', '--strict', 'warned.chi']);
    expect([lax.exit, strict.exit]).toEqual([0, 1]);
    expect(lax.out).toContain('warning[amendment-changes-nothing]');
    expect(lax.out).toContain('warned.chi: ok: ');
    expect(strict.out).toMatch(/\nwarned\.chi: 0 errors, 1 warning\n$/);
  });

  it('checks every file, whatever is wrong with the others', async () => {
    const { exit, out, error } = await biaochi(folder(), [
      'check',
      'none.chi',
      'broken.chi',
      '2024.chi',
    ]);
    expect(exit).toBe(2);
    expect(error).toBe('error: none.chi: there is no such file.\n');
    expect(out).toContain('broken.chi: 1 error\n');
    expect(out).toContain('2024.chi: ok: ');
  });

  it('says that a ruleset leaves terms open, which is no mistake', async () => {
    const open = RULESET.replace('option 封顶', 'open option 封顶');
    const { exit, out } = await biaochi(folderWith({ 'open.chi': open }), ['check', 'open.chi']);
    expect(exit).toBe(0);
    expect(out).toContain('note[open-term]');
    expect(out).toContain('1 example; 1 open for an amending ruleset to supply\n');
  });

  it('gives the same as JSON', async () => {
    const { exit, out } = await biaochi(folder(), [
      'check',
      '--format',
      'json',
      '2024.chi',
      'broken.chi',
    ]);
    expect(exit).toBe(1);
    const { files } = JSON.parse(out) as {
      files: {
        file: string;
        ok: boolean;
        ruleset: object | null;
        diagnostics: { code: string; line: number }[];
      }[];
    };
    expect(files.map(({ file, ok }) => [file, ok])).toEqual([
      ['2024.chi', true],
      ['broken.chi', false],
    ]);
    expect(files[0]?.ruleset).toMatchObject({
      name: '示范',
      year: '2024',
      points: '10',
      indicators: 2,
      inputs: 3,
      examples: 1,
    });
    expect(files[1]?.ruleset).toBeNull();
    expect(files[1]?.diagnostics[0]).toMatchObject({
      file: 'broken.chi',
      severity: 'error',
      code: 'points-not-conserved',
    });
  });
});
