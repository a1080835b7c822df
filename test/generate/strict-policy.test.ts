// Compiled modules run where no text may be evaluated as code and where nothing of Node or of a browser is
// at hand: under a strict policy, in a worker, and in a world with nothing but the language.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { moduleOf } from './loaded.ts';
import { RULESETS, publishedInputs, rulesetNamed } from './rulesets.ts';

const SCRIPT = `
import { readFileSync } from 'node:fs';
import { SourceTextModule, createContext } from 'node:vm';
import { Worker, isMainThread, parentPort } from 'node:worker_threads';
import * as here from './module.mjs';

const inputs = JSON.parse(readFileSync(new URL('inputs.json', import.meta.url), 'utf8'));
const totalBy = ({ decode, evaluate, format }) => format(evaluate(decode(inputs).input).total);
// A figure that is finer than its step is scored in fractions.
const finerBy = ({ decode, evaluate, format }) =>
  format(evaluate({ ...decode(inputs).input, 实际采购金额: { n: 1n, d: 3n } }).scores.政府采购执行情况);

if (!isMainThread) parentPort.postMessage([totalBy(here), finerBy(here)]);
else {
  let isRefused = false;
  try {
    new Function('return 1')();
  } catch {
    isRefused = true;
  }
  const bare = new SourceTextModule(readFileSync(new URL('module.mjs', import.meta.url), 'utf8'), {
    context: createContext({}, { codeGeneration: { strings: false, wasm: false } }),
  });
  await bare.link(() => {
    throw new Error('a module imports something');
  });
  await bare.evaluate();
  new Worker(new URL(import.meta.url)).once('message', (inWorker) => {
    const said = [here, bare.namespace].map((each) => [totalBy(each), finerBy(each)]);
    console.log(JSON.stringify({ isRefused, all: [...said, inWorker] }));
  });
}
`;

test('a module scores under a strict policy, in a worker, and without globals', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'biaochi-policy-'));
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('module.mjs', moduleOf(rulesetNamed('futian/2022.chi')));
  write('inputs.json', JSON.stringify(publishedInputs()));
  write('script.mjs', SCRIPT);
  const flags = [
    '--disallow-code-generation-from-strings',
    '--experimental-vm-modules',
    '--no-warnings',
  ];
  const told = execFileSync(process.execPath, [...flags, 'script.mjs'], { cwd: folder });
  const { isRefused, all } = JSON.parse(told.toString()) as { isRefused: boolean; all: unknown[] };
  expect(isRefused).toBe(true);
  expect(all).toHaveLength(3);
  expect(all[0]).toEqual([expect.stringMatching(/^\d+\.\d+$/), expect.stringMatching(/^\d/)]);
  for (const said of all) expect(said).toEqual(all[0]);
});

test.each(RULESETS)('%s imports nothing and evaluates no text', (file) => {
  // Comments and texts of the ruleset may say what they like.
  const code = moduleOf(rulesetNamed(file)).replaceAll(
    /\/\/.*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"/gu,
    '',
  );
  expect(code).not.toMatch(/\b(?:import|require|eval|Function|process|globalThis|setTimeout)\b/u);
});
