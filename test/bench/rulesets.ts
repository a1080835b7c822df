// Rulesets of the repository, compiled.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compile } from '../../src/compile.ts';
import type { Framework } from '../../src/model/framework.ts';
import { createSource } from '../../src/text/source.ts';
import { pathOf } from './folder.ts';

/** The framework of a ruleset, by its path in the repository. */
export function frameworkAt(file: string): Framework {
  return frameworkOf(readFileSync(pathOf(file), 'utf8'), file);
}

/** The framework of a ruleset's text, which may amend rulesets of the repository. */
export function frameworkOf(text: string, file: string): Framework {
  const { framework, diagnostics } = compile(createSource(file, text), HOST);
  if (!framework) throw new Error(`${file}: ${diagnostics.map(({ code }) => code).join(', ')}`);
  return framework;
}

/** Reads rulesets of the repository. */
export const HOST = {
  read: (file: string) => readFileSync(pathOf(file), 'utf8'),
  resolve: (from: string, relative: string) => path.posix.join(path.posix.dirname(from), relative),
};
