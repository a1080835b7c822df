// Rulesets of any size: the ten indicators over and over, each set with inputs of its own.
import { readFileSync } from 'node:fs';
import type { Steps } from './ten/department.ts';
import { inputsOf } from './ten/department.ts';
import { pathOf } from './folder.ts';

/** The text of a ruleset of ten indicators for each set. */
export function repeatedRuleset(sets: number): string {
  const text = readFileSync(pathOf('test/bench/ten-indicators.chi'), 'utf8');
  const body = text.slice(text.indexOf('  输入'), text.lastIndexOf('}'));
  const head = text
    .slice(0, text.indexOf('  输入'))
    .replace('总分 100 分', `总分 ${100 * sets} 分`)
    .replace(/自 (\d+)/g, (_, from: string) => `自 ${Number(from) * sets}`);
  const names = [...body.matchAll(/(?:输入|指标|定义) ([^:={]+?) (?:[:={]|\d)/g)]
    .flatMap(([, list = '']) => list.split(', '))
    .sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<!\\p{L})(?:${names.join('|')})(?!\\p{L})`, 'gu');
  const numbered = Array.from({ length: sets }, (_, set) =>
    set === 0 ? body : body.replace(pattern, (name) => numberedName(name, set)),
  );
  return `${head}${numbered.join('\n')}}\n`;
}

/** The inputs of a department, the same figures in every set. */
export function repeatedInputs(steps: Steps, sets: number): Record<string, unknown> {
  const inputs = Object.entries(inputsOf(steps));
  return Object.fromEntries(
    Array.from({ length: sets }, (_, set) =>
      inputs.map(([name, figure]) => [numberedName(name, set), figure] as const),
    ).flat(),
  );
}

const numberedName = (name: string, set: number) => (set === 0 ? name : `${name}${set + 1}`);
