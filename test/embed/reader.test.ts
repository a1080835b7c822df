// The reader as its documentation has it: built, run by Node beside its module, and typed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { blocksOf } from '../docs/blocks.ts';
import { FUTIAN, ROOT, generated, shipped } from '../generate/generating.ts';
import { publishedInputs } from '../generate/rulesets.ts';
import { typeCheck } from './type-check.ts';

const READER = await generated(shipped(FUTIAN.ruleset), 'reader');
const MODULE = await generated(shipped(FUTIAN.ruleset), 'js');

it('runs as the documentation has it', () => {
  const program = blocksOf(readFileSync(path.join(ROOT, 'docs/build.md'), 'utf8')).find(
    ({ words }) => words.includes('reader'),
  );
  const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-embedded-'));
  const inputs = publishedInputs();
  const departments = [
    { department: '甲', inputs },
    { department: '乙', inputs: { ...inputs, 公众满意度: '120%' } },
  ];
  const cells = Object.values(inputs).map((value) => JSON.stringify(value).replaceAll('"', '""'));
  const files = [
    ...READER,
    ...MODULE,
    ['package.json', '{ "type": "module" }'],
    ['program.js', program?.text ?? ''],
    ['departments.json', JSON.stringify(departments, null, 2)],
    ['departments.csv', `${Object.keys(inputs).join(',')}\r\n"${cells.join('","')}"\r\n`],
  ] as const;
  for (const [file, text] of files) writeFileSync(path.join(folder, file), text);
  const out = execFileSync(process.execPath, ['program.js'], { cwd: folder, encoding: 'utf8' });
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^乙 \d+ 公众满意度 /),
    '甲 96.76 0',
    '96.76',
    '2 950000 0',
    '',
  ]);
});

it('has types that know the columns', () => {
  const program = `import { readJson, scoreJson } from './reader.js';
    const { columns, errors } = readJson(new Uint8Array(0), { lines: true });
    export const ratio: number | undefined = columns.公众满意度[0];
    export const line: number | undefined = errors[0]?.line;
    export const score: number | undefined = scoreJson(new Uint8Array(0)).scores.项目监管[0];
    export const wrong = columns.公众满意;`;
  const complaints = typeCheck(new Map([...MODULE, ...READER, ['program.ts', program]]));
  expect(complaints.map(({ at }) => at)).toEqual(['公众满意']);
});
