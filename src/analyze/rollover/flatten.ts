// A ruleset and all that it amends → one text that needs no other, with the places that every line of it
// is from.
import { check } from '../../check/check.ts';
import { merge } from '../../check/merge.ts';
import { createReport } from '../../check/report.ts';
import type { Host } from '../../compile.ts';
import { loadChain } from '../../compile.ts';
import { hasErrors } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { KeywordSetting } from '../../syntax/print-spelling.ts';
import type { Source } from '../../text/source.ts';
import type { Outline } from './outline.ts';
import { readOutline } from './read-outline.ts';
import type { SetText } from './set-text.ts';
import { setText } from './set-text.ts';
import { writeOutline } from './write-outline.ts';

/** The outline of a ruleset, or what stands in the way of merging it. */
export type Outlined =
  | {
      readonly kind: 'outline';
      readonly outline: Outline;
      readonly sources: ReadonlyMap<string, Source>;
    }
  | {
      readonly kind: 'refused';
      readonly diagnostics: readonly Diagnostic[];
      readonly sources: ReadonlyMap<string, Source>;
    };

/** Merges a ruleset with what it amends; one that only has points that do not add up is merged too. */
export function outlineOf(source: Source, host: Host): Outlined {
  const { generations, sources, diagnostics } = loadChain(source, host);
  const refused = (why: readonly Diagnostic[]): Outlined => ({
    kind: 'refused',
    diagnostics: why.filter(({ severity }) => severity === 'error'),
    sources,
  });
  if (hasErrors(diagnostics)) return refused(diagnostics);
  const [oldest, ...younger] = generations.flatMap(({ file }) => file.ruleset ?? []);
  if (!oldest) return refused(diagnostics);
  const report = createReport();
  const merged = merge([oldest, ...younger], report);
  if (hasErrors(report.diagnostics)) return refused(report.diagnostics);
  const examples = check(generations).framework?.examples;
  return { kind: 'outline', outline: readOutline({ generations, merged, examples }), sources };
}

export type Flattened =
  ({ readonly kind: 'flattened' } & SetText) | Extract<Outlined, { readonly kind: 'refused' }>;

/** A ruleset as one text without a parent. */
export function flatten(source: Source, host: Host, keywords: KeywordSetting = 'keep'): Flattened {
  const outlined = outlineOf(source, host);
  if (outlined.kind === 'refused') return outlined;
  const { outline, sources } = outlined;
  const text = setText(writeOutline(outline), (file) => sources.get(file), keywords);
  return { kind: 'flattened', ...text };
}
