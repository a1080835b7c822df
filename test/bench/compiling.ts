// Text to module, warm, for rulesets of 10, 100 and 1,000 indicators, step by step: the time for one indicator
// should not grow.
import { readFileSync } from 'node:fs';
import { check } from '../../src/check/check.ts';
import { loadChain } from '../../src/compile.ts';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { loadAssembler } from '../../src/generate/wasm/assemble.ts';
import { prove } from '../../src/prove/prove.ts';
import { createSource } from '../../src/text/source.ts';
import { pathOf } from './folder.ts';
import { repeatedRuleset } from './repeated.ts';
import { median } from './rounds.ts';
import { HOST } from './rulesets.ts';
import { table } from './table.ts';

const FUTIAN = 'rulesets/futian/2022.chi';
const SETS = [1, 10, 100];

/** How long a ruleset is compiled over and over, in milliseconds: engines are done with it after some seconds. */
const ENOUGH = 10_000;

export async function compilingByIndicators(): Promise<string> {
  const assemble = await loadAssembler();
  const rows: string[][] = [];
  const row = (name: string, indicators: number, file: string, text: string) => {
    let size = 0;
    const steps = warm(() => {
      const start = performance.now();
      const { generations } = loadChain(createSource(file, text), HOST);
      const read = performance.now();
      const { framework } = check(generations);
      if (!framework) throw new Error(`${name} is no ruleset`);
      const checked = performance.now();
      prove(framework);
      const proved = performance.now();
      const head = 'Generated for the benchmark';
      size = moduleText(framework, { language: 'js', head, assemble }).length;
      const done = performance.now();
      return [read - start, checked - read, proved - checked, done - proved, done - start];
    });
    const together = steps.at(-1) ?? 0;
    const figures = [...steps, together / indicators].map((figure) => figure.toFixed(2));
    rows.push([name, ...figures, (size / indicators / 1000).toFixed(1)]);
  };
  row('Futian 2022', 21, FUTIAN, readFileSync(pathOf(FUTIAN), 'utf8'));
  for (const sets of SETS) {
    const indicators = 10 * sets;
    const name = `${indicators.toLocaleString('en-US')} indicators`;
    row(name, indicators, 'repeated.chi', repeatedRuleset(sets));
  }
  const heads = ['read, ms:', 'check, ms:', 'prove, ms:', 'to module, ms:', 'together, ms:'];
  return table(['ruleset', ...heads, 'ms for one indicator:', 'kB for one:'], rows);
}

/** The median time of each step of some work, once it is warm. */
function warm(work: () => readonly number[]): readonly number[] {
  const all: (readonly number[])[] = [];
  const start = performance.now();
  while (performance.now() - start < ENOUGH || all.length < 4) all.push(work());
  const late = all.slice(all.length >> 1);
  return (late[0] ?? []).map((_, step) => median(late.map((times) => times[step] ?? 0)));
}
