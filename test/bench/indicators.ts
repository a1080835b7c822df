// What scoring costs with more indicators: the time for one indicator of one department should not grow.
import type { Subject } from './ours.ts';
import { ours } from './ours.ts';
import type { Options } from './options.ts';
import { repeatedInputs, repeatedRuleset } from './repeated.ts';
import { timed } from './rounds.ts';
import { frameworkOf } from './rulesets.ts';
import { table } from './table.ts';
import type { Steps } from './ten/department.ts';
import { departmentsOf } from './ten/departments.ts';

const SETS = [1, 3, 10, 30];

export async function scoringByIndicators({ seed, turn }: Options): Promise<string> {
  const rows: string[][] = [];
  let names: string[] = [];
  for (const sets of SETS) {
    const subject: Subject<Steps> = {
      framework: frameworkOf(repeatedRuleset(sets), 'repeated.chi'),
      inputsOf: (steps) => repeatedInputs(steps, sets),
    };
    const departments = departmentsOf(Math.max(200, 2000 / sets), seed);
    const contenders = ours(subject);
    const entries = [];
    for (const { name, timed: few, prepare } of contenders)
      entries.push({
        name,
        running: await prepare(departments.slice(0, few === undefined ? undefined : few / 5)),
      });
    // Long rulesets have hundreds of functions, and it takes that long until all of them are compiled.
    const timings = await timed(entries, { rounds: 5, turn: 10 * turn });
    names = timings.map(({ name }) => name);
    const each = timings.map(({ nanoseconds }) => (nanoseconds / (10 * sets)).toPrecision(3));
    rows.push([String(10 * sets), ...each]);
  }
  const heads = names.map((name) => `${name}:`);
  return `Nanoseconds for one indicator of one department.\n\n${table(['indicators:', ...heads], rows)}`;
}
