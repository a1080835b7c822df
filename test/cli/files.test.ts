import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { biaochi, FILES, folderWith, RULESET } from './console.ts';

// Every command that reads rulesets and departments meets the same bad files in the same way.
const readers: readonly (readonly [string, (ruleset: string, department: string) => string[]])[] = [
  ['check', (ruleset) => ['check', ruleset]],
  ['score', (ruleset, department) => ['score', ruleset, department]],
  ['explain', (ruleset, department) => ['explain', ruleset, department]],
  ['audit', (ruleset, department) => ['audit', ruleset, department]],
  ['fmt', (ruleset) => ['fmt', ruleset]],
];

const bad: readonly (readonly [string, string, string])[] = [
  ['that does not exist', 'none.chi', 'none.chi: there is no such file.'],
  ['that is a folder', 'folder', 'folder: this is a folder, not a file.'],
  [
    'that is not UTF-8',
    'gbk.chi',
    'gbk.chi: this is not UTF-8 text. If it is GBK, save it as UTF-8.',
  ],
  [
    'that is binary',
    'binary.chi',
    'binary.chi: this is not UTF-8 text. If it is GBK, save it as UTF-8.',
  ],
  [
    'that is UTF-16',
    'utf16.chi',
    'utf16.chi: this is UTF-16 text, which Windows calls “Unicode”. Save it as UTF-8.',
  ],
  [
    'that is UTF-16 without a mark',
    'bare16.chi',
    'bare16.chi: this is UTF-16 text, which Windows calls “Unicode”. Save it as UTF-8.',
  ],
];

function folder(): string {
  const made = folderWith({
    ...FILES,
    'gbk.chi': new Uint8Array([0xb1, 0xea, 0xb3, 0xdf]),
    'utf16.chi': Buffer.from('\ufeff规则集 甲', 'utf16le'),
    'bare16.chi': Buffer.from('{ "department": "甲" }', 'utf16le'),
    'binary.chi': new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x00, 0xff, 0xfe]),
  });
  mkdirSync(join(made, 'folder'));
  return made;
}

describe.each(readers)('%s', (_, argv) => {
  it.each(bad)('refuses a ruleset %s', async (__, path, sentence) => {
    expect(await biaochi(folder(), argv(path, 'departments/a.json'))).toEqual({
      exit: 2,
      out: '',
      error: `error: ${sentence}\n`,
    });
  });
});

describe.each(readers.filter(([name]) => ['score', 'audit'].includes(name)))('%s', (_, argv) => {
  it.each(bad)('refuses a department %s', async (__, path, sentence) => {
    expect(await biaochi(folder(), argv('2024.chi', path))).toEqual({
      exit: 2,
      out: '',
      error: `error: ${sentence}\n`,
    });
  });
});

describe('hostile rulesets', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['white space', ' \n\u3000\n'],
    ['NUL characters', 'ruleset \0\0 {'],
    [
      'deep brackets',
      `ruleset 深 { total 1 point indicator 甲 1 point { score ${'('.repeat(20_000)}1${')'.repeat(20_000)} } }`,
    ],
    ['deep groups', `ruleset 深 { ${'group 甲 1 point { '.repeat(5_000)}${'}'.repeat(5_000)} }`],
    ['a long line', `ruleset ${'长'.repeat(100_000)} {`],
    ['thousands of mistakes', `ruleset 错 { ${'§ '.repeat(5_000)} }`],
  ];

  it.each(hostile)('(%s) become diagnostics, never a stack trace', async (_, text) => {
    const made = folderWith({ 'hostile.chi': text });
    for (const argv of [
      ['check', 'hostile.chi'],
      ['fmt', 'hostile.chi'],
      ['test', '.'],
    ]) {
      const { exit, out, error } = await biaochi(made, argv);
      expect(exit).toBe(1);
      expect(out + error).toContain('hostile.chi');
      expect(out + error).not.toMatch(/\n\s+at |RangeError|TypeError/);
    }
  });
});

describe('hostile departments', () => {
  const hostile: readonly (readonly [string, string])[] = [
    ['empty', ''],
    ['no object', '[1, 2]'],
    ['cut off', '{"department": "甲", "inputs": {'],
    ['deep nesting', '['.repeat(50_000) + ']'.repeat(50_000)],
    ['an alias bomb', 'a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n'],
    [
      'unknown names',
      '{"department": "甲", "year": 2024, "inputs": {"__proto__": 1, "constructor": 2}}',
    ],
  ];

  it.each(hostile)('(%s) become diagnostics, never a stack trace', async (_, text) => {
    const made = folderWith({ ...FILES, 'hostile.json': text });
    const { exit, out, error } = await biaochi(made, ['score', '2024.chi', 'hostile.json']);
    expect([exit, out]).toEqual([1, '']);
    expect(error).toMatch(/^hostile\.json:\d+:\d+ {2}error\[/);
    expect(error).not.toMatch(/\n\s+at |RangeError|TypeError/);
  });
});

describe('reading', () => {
  it('drops a byte order mark and accepts Windows line ends', async () => {
    const made = folderWith({ ...FILES, '2024.chi': `\ufeff${RULESET.replaceAll('\n', '\r\n')}` });
    expect((await biaochi(made, ['check', '2024.chi'])).exit).toBe(0);
  });

  it('finds what a ruleset amends beside it, wherever the command runs', async () => {
    const child = 'ruleset 子 for 2025 amends "../base/2024.chi" {\n  set 封顶 = no\n}\n';
    const made = folderWith({ 'base/2024.chi': RULESET, 'child/2025.chi': child });
    const { exit, out } = await biaochi(made, ['check', 'child/2025.chi']);
    expect([exit, out]).toEqual([
      0,
      'child/2025.chi: ok: 2 indicators, 10 points, 3 inputs, 1 example\n',
    ]);
    expect((await biaochi(join(made, 'child'), ['check', '2025.chi'])).exit).toBe(0);
  });

  it('says that what it amends is missing', async () => {
    const made = folderWith({ 'child.chi': 'ruleset 子 amends "none.chi" {\n}\n' });
    const { exit, out } = await biaochi(made, ['check', 'child.chi']);
    expect(exit).toBe(1);
    expect(out).toContain('child.chi:1:18  error[parent-missing]');
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const made = folderWith(FILES);
    chmodSync(join(made, '2024.chi'), 0);
    expect((await biaochi(made, ['check', '2024.chi'])).error).toBe(
      'error: 2024.chi: no permission to read or write it.\n',
    );
  });

  it('refuses what is no file at all', async () => {
    expect((await biaochi('.', ['check', '/dev/zero'])).error).toBe(
      'error: /dev/zero: this cannot be read or written as a file.\n',
    );
  });
});
