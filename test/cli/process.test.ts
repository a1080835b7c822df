// The real program in a real process: exit codes, pipes that close early, and the environment.
import { execFile, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'tsdown';
import { beforeAll, describe, expect, it } from 'vitest';
import { department, FILES, folderWith, INPUTS } from './console.ts';

const ROOT = join(import.meta.dirname, '..', '..');
// Beside the packages that the program imports.
const OUTPUT = join(ROOT, 'node_modules', '.cache', 'biaochi-test');
const PROGRAM = join(OUTPUT, 'cli.js');

beforeAll(async () => {
  mkdirSync(OUTPUT, { recursive: true });
  await build({
    config: false,
    cwd: ROOT,
    entry: { cli: 'src/cli/main.ts' },
    outDir: OUTPUT,
    format: 'esm',
    platform: 'node',
    fixedExtension: false,
    dts: false,
    clean: false,
    logLevel: 'silent',
  });
});

interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly error: string;
}

async function run(
  folder: string,
  argv: readonly string[],
  environment: Record<string, string> = {},
): Promise<Outcome> {
  const settings = { cwd: folder, env: { PATH: process.env['PATH'] ?? '', ...environment } };
  try {
    const { stdout, stderr } = await promisify(execFile)(
      process.execPath,
      [PROGRAM, ...argv],
      settings,
    );
    return { exit: 0, out: stdout, error: stderr };
  } catch (failure) {
    const { code, stdout, stderr } = failure as { code: number; stdout: string; stderr: string };
    return { exit: code, out: stdout, error: stderr };
  }
}

describe('the program', () => {
  it('exits with 0, 1 and 2', async () => {
    const folder = folderWith({
      ...FILES,
      'bad.chi': '{',
      'wrong.json': department(INPUTS, { reported: { total: '9.60' } }),
    });
    const exits = [
      await run(folder, ['check', '2024.chi']),
      await run(folder, ['check', 'bad.chi']),
      await run(folder, ['audit', '2024.chi', 'wrong.json']),
      await run(folder, ['check', 'none.chi']),
      await run(folder, []),
    ].map(({ exit }) => exit);
    expect(exits).toEqual([0, 1, 1, 2, 2]);
  });

  it('speaks the language of the locale and writes no colour into a pipe', async () => {
    const folder = folderWith(FILES);
    const { out } = await run(folder, ['check', '2024.chi'], {
      LANG: 'zh_CN.UTF-8',
      FORCE_COLOR: '1',
    });
    expect(out).toBe('2024.chi：通过，2 个指标，共 10 分，3 项数据，1 个示例\n');
  });

  it('is quiet when its reader has seen enough', async () => {
    const folder = folderWith({ ...FILES, 'departments/a.json': department(INPUTS) });
    const many = Array.from({ length: 400 }, () => 'departments/a.json');
    const child = spawn(process.execPath, [PROGRAM, 'score', '2024.chi', ...many], { cwd: folder });
    let error = '';
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.stdout.once('data', () => child.stdout.destroy());
    const exit = await new Promise((done) => child.on('close', done));
    expect([exit, error]).toEqual([0, '']);
  });

  it('writes all of a long output before it ends', async () => {
    const folder = folderWith(FILES);
    const many = Array.from({ length: 200 }, () => 'departments/a.json');
    const { out } = await run(folder, ['score', '2024.chi', ...many, '--format', 'json']);
    expect((JSON.parse(out) as { results: unknown[] }).results).toHaveLength(200);
  });

  it('formats standard input', async () => {
    const child = spawn(process.execPath, [PROGRAM, 'fmt', '-', '--keywords', 'zh'], {
      cwd: folderWith(),
    });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stdin.end('ruleset 甲 for 2024 { total 1 point indicator 乙 1 point { judged } }\n');
    const exit = await new Promise((done) => child.on('close', done));
    expect(exit).toBe(0);
    expect(out).toMatch(/^规则集 甲 适用 2024 \{\n {2}总分 1 分\n/);
  });
});
