// A project's ruleset files to compilations. A memory is kept for each file that is compiled again and
// again; a compilation whose files have not changed is not made again.
import type { Compilation, CompileMemory, Host } from '../../src/compile.ts';
import { compile, createMemory } from '../../src/compile.ts';
import type { Numbering } from '../../src/prove/fingerprint.ts';
import { createSource } from '../../src/text/source.ts';
import { joinPath } from '../files/paths.ts';

/** Ruleset files by path. */
export type Files = ReadonlyMap<string, string>;

/** What is remembered of the files that were compiled. */
export interface RulesetMemory {
  readonly kept: Map<string, Kept>;
  /** One for all, so that what a part means is worked out once. */
  readonly numbering: Numbering;
}

interface Kept {
  readonly memory: CompileMemory;
  last: { readonly texts: Files; readonly compilation: Compilation } | undefined;
}

export function createRulesetMemory(numbering: Numbering): RulesetMemory {
  return { kept: new Map(), numbering };
}

function createShared(numbering: Numbering): CompileMemory {
  const memory = createMemory();
  return { ...memory, proofs: { ...memory.proofs, numbering } };
}

/** A record that came from a page as a Map, so that no name is special. */
export function filesOf(record: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(record));
}

/** The files as the compiler asks for them. */
export function hostOf(files: Files): Host {
  return { read: (path) => files.get(path), resolve: joinPath };
}

// More files than a person looks at in turn.
const MOST_KEPT = 8;

/** Compiles one of the files; `use` keeps the memories of different uses of one file apart. */
export function compileFile(
  files: Files,
  path: string,
  memory: RulesetMemory,
  use = '',
): Compilation | undefined {
  const text = files.get(path);
  if (text === undefined) return undefined;
  const key = `${use}\n${path}`;
  const kept = memory.kept.get(key) ?? { memory: createShared(memory.numbering), last: undefined };
  memory.kept.delete(key);
  memory.kept.set(key, kept);
  for (const oldest of memory.kept.keys()) {
    if (memory.kept.size <= MOST_KEPT) break;
    memory.kept.delete(oldest);
  }
  const { last } = kept;
  if (last && isSame(last.texts, files)) return last.compilation;
  const compilation = compile(createSource(path, text), hostOf(files), kept.memory);
  // Where a parent is missing, it may be there the next time.
  const isBroken = compilation.diagnostics.some(({ code }) => code === 'parent-missing');
  kept.last = isBroken ? undefined : { texts: textsOf(compilation), compilation };
  return compilation;
}

function textsOf({ sources }: Compilation): Files {
  return new Map([...sources].map(([path, { text }]) => [path, text]));
}

function isSame(texts: Files, files: Files): boolean {
  for (const [path, text] of texts) if (files.get(path) !== text) return false;
  return true;
}
