// Frameworks to generate from, and what was generated, by file.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findTests, rulesetOf } from '../../src/cli/find-tests.ts';
import { compile } from '../../src/compile.ts';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import { generate } from '../../src/generate/generate.ts';
import type { Target } from '../../src/generate/generate.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');

const HOST = {
  read: (file: string) => readFileSync(path.join(ROOT, file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};

/** The framework of a ruleset that ships. */
export function shipped(file: string): Framework {
  const framework = SHIPPED.get(file) ?? frameworkOf(HOST.read(file), file);
  SHIPPED.set(file, framework);
  return framework;
}

const SHIPPED = new Map<string, Framework>();

/** The framework of a ruleset's text. */
export function frameworkOf(text: string, file = 'test.chi'): Framework {
  const { framework, diagnostics } = compile(createSource(file, text), HOST);
  if (!framework) throw new Error(diagnostics.map(({ code }) => code).join(', '));
  return framework;
}

/** The files of a target, by their paths. */
export async function generated(
  framework: Framework,
  target: Target,
  language: Language = 'en',
): Promise<ReadonlyMap<string, string>> {
  const made = await generate(framework, { target, language, version: '1.2.3' });
  if (made.kind === 'refused') throw new Error(made.diagnostics.map(({ code }) => code).join(', '));
  return new Map(made.files.map((file) => [file.path, file.text]));
}

/** One file of a target. */
export async function fileOf(
  framework: Framework,
  target: Target,
  file: string,
  language: Language = 'en',
): Promise<string> {
  const text = (await generated(framework, target, language)).get(file);
  if (text === undefined) throw new Error(`${target} gives no ${file}`);
  return text;
}

/** A ruleset that ships, and a file that belongs to it: one department or several. */
export interface Case {
  readonly ruleset: string;
  readonly file: string;
  readonly data: object;
}

/** One file for every ruleset that has any. */
export function casesIn(folder: string): Case[] {
  const found = new Map<string, Case>();
  for (const file of findTests(ROOT, [folder]).departments) {
    const text = HOST.read(file);
    const belongs = rulesetOf(ROOT, createSource(file, text));
    if (belongs.kind !== 'to') throw new Error(`${file} belongs to no ruleset`);
    const { ruleset } = belongs;
    if (!found.has(ruleset))
      found.set(ruleset, { ruleset, file, data: JSON.parse(text) as object });
  }
  return [...found.values()];
}

/** The largest ruleset, and a real department's file. */
export const FUTIAN = {
  ruleset: 'rulesets/futian/2022.chi',
  file: 'rulesets/futian/departments/2022-investment-promotion-centre.json',
} as const;
