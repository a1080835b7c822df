// `biaochi derive`, `flatten` and `merge` on files: what they write, what they refuse, what they leave.
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RULESET as WRITTEN, biaochi, folderWith, textIn } from './console.ts';

// Points that move with those of the indicator.
const RULESET = WRITTEN.replace(/6 points$/gm, 'full points');

const CHILD = `ruleset 某区 for 2025 amends "2024.chi" {
  points 执行率 = 5
  points 及时性 = 5
}
`;

const filesIn = (folder: string) => readdirSync(folder).sort();

describe('derive', () => {
  it('writes what was asked for and says what it changes', async () => {
    const folder = folderWith({ '2024.chi': RULESET });
    const { exit, out, error } = await biaochi(folder, [
      ...['derive', 'next/2025.chi', '--from', '2024.chi', '--set', '封顶=no'],
      ...['--points', '管理 / 执行率=5', '--points', '及时性=5', '--name', '某区 2025'],
    ]);
    expect(error).toBe('');
    expect(out).toContain('points of “管理 / 执行率”: 6 points → 5');
    expect(textIn(folder, 'next/2025.chi'))
      .toBe(`ruleset 「某区 2025」 for 2025 amends "../2024.chi" {
  set 「封顶」 = no
  points 执行率 = 5
  points 及时性 = 5
}
`);
    expect(exit).toBe(0);
  });

  it('replaces nothing without being told so', async () => {
    const folder = folderWith({ '2024.chi': RULESET, '2025.chi': 'mine' });
    const argv = ['derive', '2025.chi', '--from', '2024.chi'];
    const refused = await biaochi(folder, argv);
    expect([refused.exit, textIn(folder, '2025.chi')]).toEqual([2, 'mine']);
    expect(refused.error).toContain('--force');
    const forced = await biaochi(folder, [...argv, '--force']);
    expect(forced.exit).toBe(0);
    expect(textIn(folder, '2025.chi')).toContain('amends "2024.chi"');
    expect(filesIn(folder)).toEqual(['2024.chi', '2025.chi']);
  });

  it('writes nothing that does not check, unless as a draft', async () => {
    const folder = folderWith({ '2024.chi': RULESET });
    const argv = ['derive', '2025.chi', '--from', '2024.chi', '--points', '执行率=8'];
    const refused = await biaochi(folder, argv);
    expect(refused.exit).toBe(1);
    expect(refused.error).toContain('  --points 管理=12\n  --points 管理/及时性=2\n');
    expect(filesIn(folder)).toEqual(['2024.chi']);
    const draft = await biaochi(folder, [...argv, '--draft', '--format', 'json']);
    expect(draft.exit).toBe(1);
    expect(JSON.parse(draft.out)).toMatchObject({
      file: '2025.chi',
      written: true,
      gaps: [{ path: ['管理'], sum: '12', parts: [{ path: ['管理', '及时性'], points: '2' }] }],
    });
    expect(textIn(folder, '2025.chi')).toContain('points 执行率 = 8');
  });

  it.each([
    [['--points', '执行律=5'], 'Did you mean “执行率”?'],
    [['--points', '执行率'], 'needs NAME=VALUE'],
    [['--points', '执行率=五'], '“五” is no number of points'],
    [['--points', '执行率=-1'], 'is no number of points'],
    [['--set', '封顶线=no'], 'Did you mean “封顶”?'],
    [['--grade', '良=8'], 'the ruleset has no “良”'],
    [['--remove', '不存在的'], 'the ruleset has no “不存在的”'],
    [['--total', 'many'], '“many” is no number of points'],
    [['--edited', 'copy.chi', '--points', '执行率=5'], '--edited stands alone'],
    [['--edited', 'copy.chi'], 'copy.chi: there is no such file'],
  ])('says what is wrong with %j', async (argv, sentence) => {
    const folder = folderWith({ '2024.chi': RULESET });
    const { exit, error } = await biaochi(folder, [
      ...['derive', '2025.chi', '--from', '2024.chi'],
      ...argv,
    ]);
    expect(exit).toBe(2);
    expect(error).toContain(sentence);
    expect(filesIn(folder)).toEqual(['2024.chi']);
  });

  it('finds what was changed in a copy, with origins or without', async () => {
    for (const format of ['text', 'annotated']) {
      const folder = folderWith({ '2024.chi': RULESET });
      await biaochi(folder, ['flatten', '2024.chi', '-o', 'copy.chi', '--format', format]);
      const copy = textIn(folder, 'copy.chi').replace('优 from 9', '优 from 9.5');
      const edited = folderWith({ '2024.chi': RULESET, 'copy.chi': copy });
      const argv = ['derive', '2025.chi', '--from', '2024.chi', '--edited', 'copy.chi'];
      expect((await biaochi(edited, argv)).exit).toBe(0);
      expect(textIn(edited, '2025.chi')).toBe(`ruleset 示范 for 2025 amends "2024.chi" {
  grades {
    优 from 9.5
    差 from 0
  }
}
`);
    }
  });

  it('says which mistake keeps a copy from being read', async () => {
    const folder = folderWith({
      '2024.chi': RULESET,
      'copy.chi': RULESET.replace('优 from 9', '优 from'),
    });
    const argv = ['derive', '2025.chi', '--from', '2024.chi', '--edited', 'copy.chi'];
    const { exit, error } = await biaochi(folder, argv);
    expect(exit).toBe(1);
    expect(error).toMatch(/^copy\.chi:\d+:\d+ {2}error\[/m);
  });

  it('speaks Chinese', async () => {
    const folder = folderWith({ '2024.chi': RULESET });
    const argv = [
      'derive',
      '2025.chi',
      '--from',
      '2024.chi',
      '--points',
      '执行率=8',
      '--lang',
      'zh',
    ];
    const { out, error } = await biaochi(folder, argv);
    expect(out).toContain('“管理 / 执行率”的分值：6 points → 8');
    expect(error).toContain('要使“管理”相符，可再加下列之一：');
    expect(error).toContain('没有写出 2025.chi');
  });
});

describe('flatten', () => {
  const files = { '2024.chi': RULESET, '2025.chi': CHILD };

  it('shows where every line is from', async () => {
    const folder = folderWith(files);
    const { exit, out } = await biaochi(folder, ['flatten', '2025.chi']);
    expect(exit).toBe(0);
    const line = out.split('\n').find((each) => each.includes('indicator 执行率'));
    expect(line).toMatch(/^ {4}indicator 执行率 5 points \{ +\/\/ ← 2024\.chi:14, 2025\.chi:2$/);
    const json = await biaochi(folder, ['flatten', '2025.chi', '--format', 'json']);
    const { lines } = JSON.parse(json.out) as { lines: { text: string; origins: object[] }[] };
    expect(lines.find(({ text }) => text.includes('执行率 5'))?.origins).toEqual([
      { file: '2024.chi', line: 14 },
      { file: '2025.chi', line: 2 },
    ]);
  });

  it('writes a ruleset that checks, and no file twice', async () => {
    const folder = folderWith(files);
    const argv = ['flatten', '2025.chi', '-o', 'flat.chi', '--keywords', 'zh'];
    expect((await biaochi(folder, argv)).exit).toBe(0);
    expect(textIn(folder, 'flat.chi')).toContain('    指标 执行率 5 分 {\n');
    expect((await biaochi(folder, ['check', 'flat.chi'])).exit).toBe(0);
    expect((await biaochi(folder, argv)).exit).toBe(2);
    expect((await biaochi(folder, [...argv, '--force'])).exit).toBe(0);
  });

  it('says why there is nothing to show', async () => {
    const folder = folderWith({ '2025.chi': CHILD });
    const { exit, error } = await biaochi(folder, ['flatten', '2025.chi']);
    expect(exit).toBe(1);
    expect(error).toContain('error[parent-missing]');
  });
});

describe('merge', () => {
  const theirs = (before: string, after: string) => ({
    '2024.chi': RULESET,
    '2025.chi': CHILD,
    'new.chi': RULESET.replace(before, after),
  });

  it('writes the amendment of the new version', async () => {
    const folder = folderWith(theirs('优 from 9', '优 from 9.5'));
    const argv = ['merge', '2024.chi', '2025.chi', 'new.chi', '-o', 'out.chi'];
    const { exit, out } = await biaochi(folder, argv);
    expect(exit).toBe(0);
    expect(out).toContain('row of grades: 优 from 9 → 优 from 9.5');
    expect(textIn(folder, 'out.chi')).toBe(CHILD.replace('2024.chi', 'new.chi'));
  });

  it('writes nothing where both changed the same, and says what', async () => {
    const folder = folderWith(theirs('执行率 6 points', '执行率 7 points'));
    const argv = ['merge', '2024.chi', '2025.chi', 'new.chi', '-o', 'out.chi'];
    const table = await biaochi(folder, argv);
    expect(table.exit).toBe(1);
    expect(table.out).toBe(`  1. points of “管理 / 执行率”
     was     6 points  2024.chi:14
     ours    5 points  2025.chi:2
     theirs  7 points  new.chi:14
`);
    expect(filesIn(folder)).toEqual(['2024.chi', '2025.chi', 'new.chi']);
    const json = await biaochi(folder, [...argv, '--format', 'json', '--lang', 'zh']);
    expect(JSON.parse(json.out)).toMatchObject({
      ok: false,
      conflicts: [
        {
          path: ['管理', '执行率'],
          sentence:
            '“管理 / 执行率”的分值：对方由 6 points 改为 7 points，我方由 6 points 改为 5 points',
          base: { file: '2024.chi', line: 14 },
          ours: { file: '2025.chi', line: 2 },
          theirs: { file: 'new.chi', line: 14 },
        },
      ],
    });
  });

  it('refuses a result that does not check', async () => {
    const files = theirs('及时性 4 points', '及时性 3 points');
    const child = 'ruleset 某区 for 2025 amends "2024.chi" { points 执行率 = 7 }';
    const folder = folderWith({ ...files, '2025.chi': child });
    const { exit, error } = await biaochi(folder, ['merge', '2024.chi', '2025.chi', 'new.chi']);
    expect([exit, error]).toEqual([0, '']);
    const other = folderWith({ ...files, '2025.chi': child.replace('7', '8') });
    const broken = await biaochi(other, [
      'merge',
      '2024.chi',
      '2025.chi',
      'new.chi',
      '-o',
      'o.chi',
    ]);
    expect(broken.exit).toBe(1);
    expect(broken.error).toContain('points-not-conserved');
    expect(filesIn(other)).not.toContain('o.chi');
  });
});
