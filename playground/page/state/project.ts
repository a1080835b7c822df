// All that the worker computes from, as one value that changes whenever any part of it does; and what
// changes are measured against.
import { computed, signal } from '@preact/signals';
import type { Project } from '../../protocol.ts';
import { departments, selected } from './departments.ts';
import { allTexts, scoredFile } from './files.ts';
import { language } from './settings.ts';

/** What "before" means: the texts as they were kept, or the ruleset that the scored one amends. */
export type BaselineKind = 'kept' | 'parent' | 'none';

export const baselineKind = signal<BaselineKind>('kept');

/** The texts as they were when "before" was last set. */
export const keptTexts = signal<Readonly<Record<string, string>>>(allTexts.peek());

/** From here on, "before" is the present state. */
export function keepAsBaseline(): void {
  keptTexts.value = allTexts.value;
  baselineKind.value = 'kept';
}

const baseline = computed((): Project['baseline'] => {
  switch (baselineKind.value) {
    case 'kept':
      return keptTexts.value;
    case 'parent':
      return 'parent';
    case 'none':
      return undefined;
    default:
      return baselineKind.value satisfies never;
  }
});

let revisions = 0;

export const project = computed((): Project => {
  revisions += 1;
  const { file, member } = selected.value;
  return {
    revision: revisions,
    language: language.value,
    files: allTexts.value,
    open: scoredFile.value,
    departments: departments.value,
    selected: file,
    ...(member === undefined ? {} : { member }),
    baseline: baseline.value,
  };
});
