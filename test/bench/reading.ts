// From the bytes of department files to scores: what JSON.parse alone takes, what a checked decoding adds, and what
// a reader made from the ruleset takes, which puts figures straight into columns.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { readerText } from '../../src/generate/reader/reader-text.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { ColumnResult } from '../generate/loaded.ts';
import { loaded, moduleWithKernel } from '../generate/loaded.ts';
import type { Running } from './contender.ts';
import { inputsOf as futianInputs } from './futian/department.ts';
import { departmentsOf as futianDepartments } from './futian/departments.ts';
import type { Options } from './options.ts';
import { timed } from './rounds.ts';
import { frameworkAt } from './rulesets.ts';
import { ratio, table } from './table.ts';
import { inputsOf } from './ten/department.ts';
import { departmentsOf } from './ten/departments.ts';

/** Departments are read in files of so many, one to a line. */
const COUNT = 2000;

interface Reader {
  readonly scoreJson: (bytes: Uint8Array, options?: object) => ColumnResult & { errors: object[] };
}

export async function reading(options: Options): Promise<string> {
  const ten = departmentsOf(COUNT, options.seed).map(inputsOf);
  const futian = futianDepartments(COUNT, options.seed).map(futianInputs);
  return [
    await readingOf('Ten indicators', frameworkAt('test/bench/ten-indicators.chi'), ten, options),
    await readingOf('Futian 2022', frameworkAt('rulesets/futian/2022.chi'), futian, options),
  ].join('\n\n');
}

async function readingOf(
  title: string,
  framework: Framework,
  inputs: readonly object[],
  { rounds, turn }: Options,
): Promise<string> {
  const files = inputs.map((each, at) => ({ department: `单位${at}`, year: 2022, inputs: each }));
  const text = JSON.stringify(files);
  const bytes = new TextEncoder().encode(text);
  const module = await loaded(framework);
  const { scoreJson } = await readerOf(framework);
  const found = scoreJson(bytes);
  if (found.errors.length > 0) throw new Error(JSON.stringify(found.errors[0]));
  const entries = [
    ['JSON.parse alone', () => parsed(bytes)],
    [
      'JSON.parse, `decode`, `evaluate`',
      () =>
        (parsed(bytes) as { inputs: object }[]).map(({ inputs: each }) => {
          const decoded = module.decode(each);
          return decoded.ok ? module.evaluate(decoded.input) : undefined;
        }),
    ],
    ['reader made from the ruleset, with scores', () => scoreJson(bytes)],
  ] as const;
  const timings = await timed(
    entries.map(([name, work]) => ({ name, running: runningOf(work) })),
    { rounds, turn },
  );
  const size = Math.round(bytes.length / COUNT);
  const rows = timings.map(({ name, nanoseconds, ratio: speed }) => [
    name,
    ratio(speed),
    (nanoseconds / 1000).toFixed(2),
    Math.round((size / nanoseconds) * 1000).toLocaleString('en-US'),
  ]);
  const heads = ['from bytes', 'speed:', 'µs for a department:', 'MB/s:'];
  return `${title}, ${size} bytes for a department:\n\n${table(heads, rows)}`;
}

function runningOf(work: () => unknown): Running {
  let kept: unknown;
  const pass = () => {
    kept = work();
  };
  return { scored: COUNT, pass, told: () => (kept === undefined ? [] : []) };
}

const decoder = new TextDecoder();
const parsed = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes));

async function readerOf(framework: Framework): Promise<Reader> {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-reader-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(path.join(folder, 'columns.js'), await moduleWithKernel(framework));
  const file = path.join(folder, 'reader.js');
  writeFileSync(file, readerText(framework, 'Generated for the benchmark'));
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Reader;
}
