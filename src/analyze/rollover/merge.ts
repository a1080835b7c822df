// A ruleset, what we made of it and what others made of it since → one ruleset with both changes. Where
// ours amends the old ruleset, the result amends the new one; otherwise it is a text of its own.
import type { Compilation, Host } from '../../compile.ts';
import { compile, loadChain } from '../../compile.ts';
import type { ExampleResult } from '../../evaluate/run-examples.ts';
import { createSource } from '../../text/source.ts';
import type { Source } from '../../text/source.ts';
import type { Refused } from './derive.ts';
import { deriveFromOutlines, failingExamples } from './derive.ts';
import { spellText } from '../../../grammar/literals.ts';
import type { Difference } from './differences.ts';
import { differencesBetween } from './differences.ts';
import { outlineOf } from './flatten.ts';
import type { Conflict } from './merge-outlines.ts';
import { mergeOutlines } from './merge-outlines.ts';
import type { Outline } from './outline.ts';
import { setText } from './set-text.ts';
import { writeOutline } from './write-outline.ts';

/** The three rulesets, and where the result will stand. */
export interface MergeInput {
  readonly base: Source;
  readonly ours: Source;
  readonly theirs: Source;
  readonly host: Host;
  /** The result's own file. */
  readonly file: string;
  /** How an amendment in that file names another one. */
  readonly relative: (path: string) => string;
  /** Writes a text of its own even where ours is an amendment. */
  readonly isFlat: boolean;
  /** What is written above an amendment. */
  readonly heading: readonly string[];
}

export type Merged =
  | Refused
  | {
      readonly kind: 'conflicts';
      readonly conflicts: readonly Conflict[];
      readonly sources: ReadonlyMap<string, Source>;
    }
  | {
      readonly kind: 'merged';
      readonly source: Source;
      readonly compilation: Compilation;
      /** What each side had changed. */
      readonly ours: readonly Difference[];
      readonly theirs: readonly Difference[];
      /** What an amendment could not say. */
      readonly left: readonly Difference[];
      readonly failing: readonly ExampleResult[];
      readonly sources: ReadonlyMap<string, Source>;
    };

/** Merges three rulesets. */
export function mergeRulesets(input: MergeInput): Merged {
  const { file } = input;
  const target = targetOf(input);
  const { host } = target;
  const base = outlineOf(input.base, host);
  if (base.kind === 'refused') return base;
  const ours = outlineOf(input.ours, host);
  if (ours.kind === 'refused') return ours;
  const theirs = outlineOf(input.theirs, host);
  if (theirs.kind === 'refused') return theirs;
  const sources = new Map([...base.sources, ...ours.sources, ...theirs.sources]);
  const { outline, conflicts } = mergeOutlines({
    base: base.outline,
    ours: ours.outline,
    theirs: theirs.outline,
    isAmendment: target.kind === 'onto-theirs',
  });
  if (conflicts.length > 0) return { kind: 'conflicts', conflicts, sources };
  const { text } = setText(writeOutline(outline), (name) => sources.get(name));
  const flat = createSource(file, text);
  const changes = {
    kind: 'merged',
    ours: differencesBetween(base.outline, ours.outline),
    theirs: differencesBetween(base.outline, theirs.outline),
    sources,
  } as const;
  if (target.kind === 'alone' || input.isFlat) {
    const compilation = compile(flat, host);
    return {
      source: flat,
      compilation,
      left: [],
      failing: failingExamples(compilation),
      ...changes,
    };
  }
  const whole = outlineOf(flat, host);
  if (whole.kind === 'refused') return { ...whole, sources: new Map([...sources, [file, flat]]) };
  const parent = target.kind === 'onto-theirs' ? theirs : outlineOf(target.parent, host);
  if (parent.kind === 'refused') return parent;
  const kept = keptText(input, target, whole.outline);
  if (kept) {
    const compilation = compile(kept, input.host);
    return {
      source: kept,
      compilation,
      left: [],
      failing: failingExamples(compilation),
      ...changes,
    };
  }
  const parentSource = target.kind === 'onto-theirs' ? input.theirs : target.parent;
  const { source, compilation, left, failing } = deriveFromOutlines(
    {
      parent: parentSource,
      host: input.host,
      file,
      amends: input.relative(parentSource.file),
      name: undefined,
      period: undefined,
      heading: input.heading,
    },
    parent.outline,
    whole.outline,
    [...sources, [file, flat]],
  );
  return { source, compilation, left, failing, ...changes };
}

// Our own text with another parent, comments and all, where it says everything.
function keptText(input: MergeInput, target: MergeTarget, wanted: Outline): Source | undefined {
  const { ours, theirs, host, file } = input;
  const amends = loadChain(ours, host).generations.at(-1)?.file.ruleset?.amends;
  const from = target.kind === 'onto-parent' ? target.parent : theirs;
  if (!amends) return undefined;
  const { start, end } = amends.span;
  const name = spellText(input.relative(from.file));
  const source = createSource(file, ours.text.slice(0, start) + name + ours.text.slice(end));
  const reached = outlineOf(source, host);
  if (reached.kind === 'refused') return undefined;
  return differencesBetween(reached.outline, wanted).length === 0 ? source : undefined;
}

/** What the result will be. */
type MergeTarget =
  /** A text of its own. */
  | { readonly kind: 'alone'; readonly host: Host }
  /** An amendment of their ruleset, as ours is one of the base. */
  | { readonly kind: 'onto-theirs'; readonly host: Host }
  /** An amendment of what all three amend. */
  | { readonly kind: 'onto-parent'; readonly host: Host; readonly parent: Source };

function targetOf({ base, ours, theirs, host }: MergeInput): MergeTarget {
  const parents = [base, ours, theirs].map((source) => parentOf(source, host));
  const [ofBase, ofOurs, ofTheirs] = parents;
  if (!ofOurs) return { kind: 'alone', host };
  const { generations } = loadChain(ours, host);
  if (ours.file !== base.file && generations.some(({ source }) => source.file === base.file))
    return { kind: 'onto-theirs', host };
  if (ofBase?.file === ofOurs.file)
    return ofTheirs?.file === ofOurs.file
      ? { kind: 'onto-parent', host, parent: ofOurs }
      : { kind: 'alone', host };
  // The base is a copy of what ours was written for, which may have been replaced by theirs since.
  return {
    kind: 'onto-theirs',
    host: {
      read: (path) => (path === base.file ? base.text : host.read(path)),
      resolve: (from, relative) => (from === ours.file ? base.file : host.resolve(from, relative)),
    },
  };
}

function parentOf(source: Source, host: Host): Source | undefined {
  return loadChain(source, host).generations.at(-2)?.source;
}
