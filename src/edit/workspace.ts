// What the questions of an editor are asked about: the ruleset files by their paths, the language that
// answers are worded in, what was compiled and parsed before, and what is known of the department that
// is looked at. Every question is a function of a workspace, a file and a place in it.
import { lex } from '../../grammar/lexer.ts';
import type { LexedText } from '../../grammar/lexer.ts';
import type { Compilation, CompileMemory, Host } from '../compile.ts';
import { compile, createMemory } from '../compile.ts';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Framework } from '../model/framework.ts';
import type { Study } from '../prove/study.ts';
import type { Parsed } from '../syntax/parse.ts';
import { parse } from '../syntax/parse.ts';
import type { Source } from '../text/source.ts';
import { createSource } from '../text/source.ts';
import type { NameIndex } from './occurrences.ts';
import type { PointsNode } from './points-tree.ts';

export interface Workspace {
  /** The texts as they stand now, those that are being written included. */
  readonly host: Host;
  /** Every ruleset that is known, for questions that reach into files that amend this one. */
  readonly files: readonly string[];
  /** Of messages; what is written into a file is in the language of the file. */
  readonly language: Language;
  /** The department whose figures are shown beside the rules. */
  readonly selected: Selected | undefined;
  readonly memory: WorkspaceMemory;
}

/** What is known of one department, as a report writes it; `undefined` where nothing is. */
export interface Selected {
  readonly department: string;
  /** The ruleset by which it was scored. */
  readonly file: string;
  /** Of a group, an indicator or an item by its path; of the total for the empty path. */
  readonly score: (path: readonly string[]) => string | undefined;
  /** Of an input, an option, a definition seen from the path, or an output. */
  readonly value: (name: string, path: readonly string[]) => string | undefined;
}

/** What is kept between questions: only what has changed is read, indexed and proved again. */
export interface WorkspaceMemory {
  readonly sources: Map<string, Source>;
  readonly parsed: Map<string, { readonly source: Source; readonly result: Parsed }>;
  readonly lexed: WeakMap<Source, LexedText>;
  readonly indexes: Map<string, { readonly on: readonly unknown[]; readonly index: NameIndex }>;
  readonly compiled: Map<string, Compilation>;
  /** The last framework of each file that had no error, for questions asked while a text is broken. */
  readonly sound: Map<string, Framework>;
  readonly compiling: Map<string, CompileMemory>;
  /** What was shown of each framework about all departments, and in words. */
  readonly studies: WeakMap<
    Framework,
    { readonly study: Study; readonly ranges: Map<string, string | undefined> }
  >;
  readonly trees: Map<
    string,
    { readonly on: readonly unknown[]; readonly tree: PointsNode | undefined }
  >;
}

/** A memory in which nothing is remembered yet. */
export function createWorkspaceMemory(): WorkspaceMemory {
  return {
    sources: new Map(),
    parsed: new Map(),
    lexed: new WeakMap(),
    indexes: new Map(),
    compiled: new Map(),
    sound: new Map(),
    compiling: new Map(),
    studies: new WeakMap(),
    trees: new Map(),
  };
}

export interface WorkspaceSettings {
  readonly files?: readonly string[];
  readonly language?: Language;
  readonly selected?: Selected | undefined;
  /** The memory of the workspace before the last change. */
  readonly memory?: WorkspaceMemory;
}

/** A workspace over a host. */
export function createWorkspace(host: Host, settings: WorkspaceSettings = {}): Workspace {
  return {
    host,
    files: settings.files ?? [],
    language: settings.language ?? 'en',
    selected: settings.selected,
    memory: settings.memory ?? createWorkspaceMemory(),
  };
}

/** The source of a file; undefined where there is none. */
export function sourceOf({ host, memory }: Workspace, file: string): Source | undefined {
  const text = host.read(file);
  if (text === undefined) return undefined;
  const before = memory.sources.get(file);
  if (before?.text === text) return before;
  const now = createSource(file, text);
  memory.sources.set(file, now);
  return now;
}

/** A file with its tree; undefined where there is no such file. */
export function readFile(
  workspace: Workspace,
  file: string,
): { readonly source: Source; readonly result: Parsed } | undefined {
  const source = sourceOf(workspace, file);
  if (!source) return undefined;
  const { parsed } = workspace.memory;
  const before = parsed.get(file);
  if (before?.source === source) return before;
  const now = { source, result: parse(source) };
  parsed.set(file, now);
  return now;
}

/** The tokens and comments of a source. */
export function lexedOf({ memory }: Workspace, source: Source): LexedText {
  const before = memory.lexed.get(source);
  if (before) return before;
  const now = lex(source.text);
  memory.lexed.set(source, now);
  return now;
}

/** What a file amends, where that can be read and does not lead back to it. */
export function parentOf(workspace: Workspace, file: string): string | undefined {
  const amends = readFile(workspace, file)?.result.file.ruleset?.amends;
  if (!amends) return undefined;
  const parent = workspace.host.resolve(file, amends.text);
  return workspace.host.read(parent) === undefined ? undefined : parent;
}

/** The file and what it amends, the file itself first; a circle is left where it closes. */
export function chainOf(workspace: Workspace, file: string): readonly string[] {
  const chain: string[] = [];
  for (let at: string | undefined = file; at !== undefined; at = parentOf(workspace, at)) {
    if (chain.includes(at)) break;
    chain.push(at);
  }
  return chain;
}

/** What compiling the file gives, at once where nothing of it has changed. */
export function compilationOf(workspace: Workspace, file: string): Compilation | undefined {
  const { host, memory } = workspace;
  const text = host.read(file);
  if (text === undefined) return undefined;
  const before = memory.compiled.get(file);
  if (before && isCurrent(before, host)) return before;
  const compiling = memory.compiling.get(file) ?? createMemory();
  memory.compiling.set(file, compiling);
  const compilation = compile(createSource(file, text), host, compiling);
  rememberCompilation(memory, file, compilation);
  return compilation;
}

/** Takes over what has been compiled elsewhere, so that it is not compiled a second time. */
export function rememberCompilation(
  { compiled, sound }: WorkspaceMemory,
  file: string,
  compilation: Compilation,
): void {
  compiled.set(file, compilation);
  if (compilation.framework) sound.set(file, compilation.framework);
}

// A file that was missing and is there now is told by its diagnostic.
function isCurrent({ sources, diagnostics }: Compilation, host: Host): boolean {
  if (diagnostics.some(({ code }) => code === 'parent-missing')) return false;
  return [...sources.values()].every(({ file, text }) => host.read(file) === text);
}

/** The framework of a file, or the last one that it had before it was broken. */
export function frameworkOf(workspace: Workspace, file: string): Framework | undefined {
  return compilationOf(workspace, file)?.framework ?? workspace.memory.sound.get(file);
}
