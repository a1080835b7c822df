// Start reading here. A ruleset's text → a checked framework, in five steps: load the chain of
// rulesets that it amends, parse each, check them together, prove that no department can break the
// result, and hand back either a framework or the reasons why there is none.
import { blameAmendments } from './check/blame.ts';
import { check } from './check/check.ts';
import type { Generation } from './check/check.ts';
import { diagnose, hasErrors } from './diagnostics/diagnose.ts';
import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Framework } from './model/framework.ts';
import type { ProofMemory } from './prove/memory.ts';
import { createProofMemory } from './prove/memory.ts';
import { prove } from './prove/prove.ts';
import type { Parsed } from './syntax/parse.ts';
import { parse } from './syntax/parse.ts';
import { createSource } from './text/source.ts';
import type { Source } from './text/source.ts';

/** What compiling asks of the world: the texts that `amends` names. */
export interface Host {
  /** The text at a path, or undefined when there is none. */
  read(path: string): string | undefined;
  /** The path that `relative` means in the file called `from`. */
  resolve(from: string, relative: string): string;
}

export interface Compilation {
  /** Present when there is no error. */
  readonly framework: Framework | undefined;
  /** The ruleset's own first, then its ancestors', each in the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
  /** Every file that was read, by its path. */
  readonly sources: ReadonlyMap<string, Source>;
}

/** Longer chains of amendments are nobody's administration. */
const LONGEST_CHAIN = 20;

/**
 * What compiling remembers for the next time: only what has changed is read and proved again. It makes
 * no difference to what comes out. Keep one for each text that is being written.
 */
export interface CompileMemory {
  /** What each file was parsed into. */
  readonly parsed: Map<string, { readonly text: string; readonly result: Parsed }>;
  readonly proofs: ProofMemory;
}

/** A memory in which nothing is remembered yet. */
export function createMemory(): CompileMemory {
  return { parsed: new Map(), proofs: createProofMemory() };
}

/** Compiles a ruleset together with the rulesets that it amends. */
export function compile(source: Source, host: Host, memory?: CompileMemory): Compilation {
  // 1 and 2. Load and parse, from the ruleset itself up to its oldest ancestor.
  const { generations, sources, diagnostics: loading } = loadChain(source, host, memory);
  const diagnostics = [...loading];

  // 3. Merge the generations and check what they mean, unless one of them is missing or has lost text
  // in something that never ends.
  const isSwallowed = loading.some(({ code }) => code.startsWith('unterminated-'));
  const isWhole = generations[0]?.file.ruleset?.amends === undefined && !isSwallowed;
  const checked = isWhole ? check(generations) : undefined;
  if (checked) diagnostics.push(...checked.diagnostics);

  // 4. Prove ranges and coverage over all departments. Where text could not be read there is nothing
  // to prove: what is missing there would be held against the rest.
  const isReadable = !hasErrors(loading);
  if (checked?.framework && isReadable)
    diagnostics.push(...prove(checked.framework, memory?.proofs));

  // 5. One list for the reader, in which what is wrong with inherited text names the amendment that
  // made it so; a framework only when nothing is wrong.
  const sorted = inOrder(blameAmendments(withoutEarly(diagnostics), generations), [
    ...sources.keys(),
  ]);
  return {
    framework: hasErrors(sorted) ? undefined : checked?.framework,
    diagnostics: sorted,
    sources,
  };
}

/** A ruleset with those that it amends, read but not yet checked. */
export interface Chain {
  /** Oldest first; the first one still amends something when the chain is broken. */
  readonly generations: readonly Generation[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a ruleset and its ancestors. */
export function loadChain(newest: Source, host: Host, memory?: CompileMemory): Chain {
  const generations: Generation[] = [];
  const sources = new Map<string, Source>();
  const diagnostics: Diagnostic[] = [];
  let source: Source | undefined = newest;
  while (source) {
    sources.set(source.file, source);
    const { file, diagnostics: problems } = parsed(source, memory);
    const mistakes = problems
      .filter(({ severity }) => severity === 'error')
      .map(({ span }) => span);
    generations.unshift({ source, file, mistakes });
    diagnostics.push(...problems);
    const next: Source | Diagnostic | undefined = parentOf(
      source,
      file.ruleset?.amends,
      sources,
      host,
    );
    if (next && 'code' in next) diagnostics.push(next);
    source = next && 'text' in next ? next : undefined;
  }
  return { generations, sources, diagnostics };
}

function parsed(source: Source, memory: CompileMemory | undefined): Parsed {
  const before = memory?.parsed.get(source.file);
  if (before?.text === source.text) return before.result;
  const result = parse(source);
  memory?.parsed.set(source.file, { text: source.text, result });
  return result;
}

function parentOf(
  child: Source,
  amends: { readonly text: string; readonly span: Diagnostic['span'] } | undefined,
  sources: ReadonlyMap<string, Source>,
  host: Host,
): Source | Diagnostic | undefined {
  if (!amends) return undefined;
  const path = host.resolve(child.file, amends.text);
  const files = [...sources.keys()];
  if (sources.has(path)) {
    const chain = [...files.slice(files.indexOf(path)), path];
    return diagnose('amends-cycle', amends.span, { chain });
  }
  if (sources.size >= LONGEST_CHAIN)
    return diagnose('amends-too-long', amends.span, { limit: LONGEST_CHAIN });
  const text = host.read(path);
  return text === undefined
    ? diagnose('parent-missing', amends.span, { path: amends.text })
    : createSource(path, text);
}

/** Warnings that speak of the whole, and mean nothing while a part of it is still to be written. */
const OF_THE_WHOLE: ReadonlySet<Diagnostic['code']> = new Set<Diagnostic['code']>([
  'grade-unreachable',
  'unused-input',
  'unused-let',
  'unused-option',
]);

// While the points do not add up, something is missing, and what it will read and give is not known.
function withoutEarly(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isPart = diagnostics.some(({ code }) => code === 'points-not-conserved');
  return isPart ? diagnostics.filter(({ code }) => !OF_THE_WHOLE.has(code)) : diagnostics;
}

function inOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): Diagnostic[] {
  const rank = ({ span }: Diagnostic) => files.indexOf(span.file);
  return [...diagnostics].sort(
    (a, b) => rank(a) - rank(b) || a.span.start - b.span.start || a.span.end - b.span.end,
  );
}
