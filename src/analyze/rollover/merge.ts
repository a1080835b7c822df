// A ruleset, what we made of it and what others made of it since → one ruleset with both changes. Where
// ours amends the old ruleset, the result amends the new one; otherwise it is a text of its own.
import type { Compilation, Host } from '../../compile.ts';
import { compile, loadChain } from '../../compile.ts';
import { createSource } from '../../text/source.ts';
import type { Source } from '../../text/source.ts';
import type { Refused } from './derive.ts';
import { deriveFromOutlines } from './derive.ts';
import type { Difference } from './differences.ts';
import { differencesBetween } from './differences.ts';
import { outlineOf } from './flatten.ts';
import type { Conflict } from './merge-outlines.ts';
import { mergeOutlines } from './merge-outlines.ts';
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
  /** The new ruleset as an amendment in that file names it. */
  readonly amends: string;
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
      readonly sources: ReadonlyMap<string, Source>;
    };

/** Merges three rulesets. */
export function mergeRulesets(input: MergeInput): Merged {
  const { host, file } = input;
  const [base, ours, theirs] = [input.base, input.ours, input.theirs].map((source) =>
    outlineOf(source, host),
  );
  if (!base || !ours || !theirs) throw new Error('three are merged');
  for (const each of [base, ours, theirs]) if (each.kind === 'refused') return each;
  if (base.kind === 'refused' || ours.kind === 'refused' || theirs.kind === 'refused') return base as Refused;
  const sources = new Map([...base.sources, ...ours.sources, ...theirs.sources]);
  const isAmendment = amendsBase(input);
  const { outline, conflicts } = mergeOutlines({
    base: base.outline,
    ours: ours.outline,
    theirs: theirs.outline,
    isAmendment,
  });
  if (conflicts.length > 0) return { kind: 'conflicts', conflicts, sources };
  const { text } = setText(writeOutline(outline), (name) => sources.get(name));
  const flat = createSource(file, text);
  const changes = {
    ours: differencesBetween(base.outline, ours.outline),
    theirs: differencesBetween(base.outline, theirs.outline),
    sources,
  };
  if (!isAmendment || input.isFlat)
    return { kind: 'merged', source: flat, compilation: compile(flat, host), left: [], ...changes };
  const whole = outlineOf(flat, host);
  if (whole.kind === 'refused') return { ...whole, sources: new Map([...sources, [file, flat]]) };
  const derived = deriveFromOutlines(
    {
      parent: input.theirs,
      host,
      file,
      amends: input.amends,
      name: undefined,
      period: undefined,
      heading: input.heading,
    },
    theirs.outline,
    whole.outline,
    [...sources, [file, flat]],
  );
  const { source, compilation, left } = derived;
  return { kind: 'merged', source, compilation, left, ...changes };
}

/** Whether ours grew from the base, at whatever distance. */
function amendsBase({ base, ours, host }: MergeInput): boolean {
  const { generations } = loadChain(ours, host);
  return ours.file !== base.file && generations.some(({ source }) => source.file === base.file);
}
