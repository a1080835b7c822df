// Every ruleset of the repository, compiled.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../../src/compile.ts';
import type { Framework } from '../../src/model/framework.ts';
import type { Json } from './random-department.ts';
import { createSource } from '../../src/text/source.ts';

const ROOT = path.resolve(import.meta.dirname, '../../rulesets');

const HOST = {
  read: (file: string) => readFileSync(path.join(ROOT, file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};

/** The files of all rulesets, by their paths in `rulesets/`. */
export const RULESETS = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.chi'))
  .map((entry) =>
    path.relative(ROOT, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
  )
  .sort();

const compiled = new Map<string, Framework>();

/** The framework of one of them. */
export function rulesetNamed(file: string): Framework {
  const known = compiled.get(file);
  if (known) return known;
  const { framework } = compile(createSource(file, HOST.read(file)), HOST);
  if (!framework) throw new Error(`${file} gives no framework`);
  compiled.set(file, framework);
  return framework;
}

/** The inputs of a published department of Futian 2022, complete for its ruleset. */
export function publishedInputs(): Record<string, Json> {
  const file = HOST.read('futian/departments/2022-investment-promotion-centre.json');
  return (JSON.parse(file) as { inputs: Record<string, Json> }).inputs;
}
