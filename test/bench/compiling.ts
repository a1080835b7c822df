// Text to module, warm, for rulesets of 10, 100 and 1,000 indicators: the time for one indicator should not grow.
import { loadAssembler } from '../../src/generate/wasm/assemble.ts';
import { moduleText } from '../../src/generate/javascript/module.ts';
import { frameworkAt, frameworkOf } from './rulesets.ts';
import { repeatedRuleset } from './repeated.ts';
import { median } from './rounds.ts';
import { table } from './table.ts';

const SETS = [1, 10, 100];

/** How long a ruleset is compiled over and over, in milliseconds. */
const ENOUGH = 2000;

export async function compilingByIndicators(): Promise<string> {
  const assemble = await loadAssembler();
  const written = (framework: ReturnType<typeof frameworkOf>) =>
    moduleText(framework, { language: 'js', head: 'Generated for the benchmark', assemble });
  const rows: string[][] = [];
  const row = (name: string, indicators: number, front: () => ReturnType<typeof frameworkOf>) => {
    const framework = front();
    const checking = middle(front);
    const writing = middle(() => written(framework));
    const both = checking + writing;
    const figures = [checking, writing, both, both / indicators];
    const size = written(framework).length / indicators / 1000;
    rows.push([name, ...figures.map((figure) => figure.toFixed(2)), size.toFixed(1)]);
  };
  row('Futian 2022', 21, () => frameworkAt('rulesets/futian/2022.chi'));
  for (const sets of SETS) {
    const text = repeatedRuleset(sets);
    row(`${(10 * sets).toLocaleString('en-US')} indicators`, 10 * sets, () =>
      frameworkOf(text, 'repeated.chi'),
    );
  }
  const heads = ['ruleset', 'to framework, ms:', 'to module, ms:', 'together, ms:'];
  return table([...heads, 'ms for one indicator:', 'kB for one:'], rows);
}

/** The median time of some work, once it is warm. */
function middle(work: () => unknown): number {
  const times: number[] = [];
  for (let spent = 0; spent < ENOUGH || times.length < 4;) {
    const start = performance.now();
    work();
    const taken = performance.now() - start;
    spent += taken;
    times.push(taken);
  }
  return median(times.slice(times.length >> 1));
}
