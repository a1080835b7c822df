// The project as it is passed on in a link or a zip file, and what comes out of one. What is opened
// takes the place of the present state, which goes into the history first.
import { neededFiles } from '../../files/needed-files.ts';
import type { ProjectState } from '../../files/project-state.ts';
import type { Snapshot } from './autosave.ts';
import { departmentLists, departments, selected } from './departments.ts';
import { allTexts, scoredFile, written } from './files.ts';
import { baselineKind, keptTexts } from './project.ts';
import { shipped } from './shipped.ts';

function pick(
  texts: Readonly<Record<string, string>>,
  paths: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    paths.flatMap((path) => (Object.hasOwn(texts, path) ? [[path, texts[path] ?? '']] : [])),
  );
}

/** What has to be passed on so that another page shows the same; `whole` adds all changed files and departments. */
export function portableState(whole: boolean): ProjectState {
  const texts = allTexts.peek();
  const open = scoredFile.peek();
  const paths = [
    ...new Set([...neededFiles(texts, [open]), ...(whole ? written.peek().keys() : [])]),
  ];
  const kind = baselineKind.peek();
  return {
    files: pick(texts, paths),
    open,
    departments: departments.peek(),
    others: whole
      ? [...departmentLists.peek()].flatMap(([ruleset, list]) =>
          ruleset === open ? [] : [{ ruleset, departments: list }],
        )
      : [],
    selected: selected.peek().file,
    baseline:
      kind === 'kept' ? pick(keptTexts.peek(), paths) : kind === 'parent' ? 'parent' : undefined,
  };
}

/** A passed-on state as one that can be put in place of the present one. */
export function asSnapshot(state: ProjectState): Snapshot {
  const { files, open, departments: list, others = [], baseline } = state;
  const own = Object.entries(files).filter(([path, text]) => shipped.get(path) !== text);
  const isThere = Object.hasOwn(files, open) || shipped.has(open);
  const first = Object.keys(files)[0];
  const shown = isThere ? open : (first ?? '');
  const kept = typeof baseline === 'object' ? Object.entries(baseline) : Object.entries(files);
  return {
    time: Date.now(),
    files: own,
    departments: [
      [shown, list],
      ...others.flatMap(({ ruleset, departments: more }): Snapshot['departments'] =>
        ruleset === shown ? [] : [[ruleset, more]],
      ),
    ],
    open: shown,
    kept: kept.filter(([path, text]) => shipped.get(path) !== text),
  };
}
