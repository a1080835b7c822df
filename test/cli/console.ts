// The command line without a process: a folder of files, a command, and what it wrote.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Io } from '../../src/cli/io.ts';
import { run } from '../../src/cli/run.ts';

/** Files by path; folders are made as needed. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Makes a new folder with these files. */
export function folderWith(files: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'biaochi-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

export function textIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

export interface Outcome {
  readonly exit: number;
  readonly out: string;
  readonly error: string;
}

/** Runs `biaochi …argv` in a folder. English unless the environment or `--lang` says otherwise. */
export async function biaochi(
  folder: string,
  argv: readonly string[],
  more: Partial<Io> & { readonly input?: string | Uint8Array } = {},
): Promise<Outcome> {
  let out = '';
  let error = '';
  const { input = '', ...io } = more;
  const exit = await run(argv, {
    write: (text) => (out += text),
    writeError: (text) => (error += text),
    readStandardInput: () =>
      Promise.resolve(typeof input === 'string' ? new TextEncoder().encode(input) : input),
    environment: {},
    folder,
    columns: undefined,
    errorColumns: undefined,
    ...io,
  });
  return { exit, out, error };
}

export const RULESET = `ruleset 示范 for 2024 {
  total 10 points
  scores rounded to 0.01 half up
  grades {
    优 from 9
    差 from 0
  }
  option 封顶 : yes or no = yes

  input 预算, 支出 : money in 万元 above 0
  input 逾期 : count of 项 at least 0

  group 管理 10 points {
    indicator 执行率 6 points {
      score (if 封顶 then min(支出 / 预算, 100%) else 支出 / 预算) * 6 points
      at most 6 points

      example "一半" { 预算 = 2; 支出 = 1 } gives 3
    }
    indicator 及时性 4 points {
      deduct 1 point per 逾期
    }
  }
}
`;

export function department(inputs: object, more: object = {}): string {
  return JSON.stringify({ department: '示范局', year: 2024, inputs, ...more });
}

export const INPUTS = { 预算: '300', 支出: '280', 逾期: 1 };

/** A ruleset, one department that is complete and one that is not. */
export const FILES: Files = {
  '2024.chi': RULESET,
  'departments/a.json': department(INPUTS, { expected: { total: '8.6', grade: '差' } }),
  'departments/b.json': department({ 预算: '300', 支出: '280' }),
};
