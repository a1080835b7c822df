// A file → the scores of the selected department beside the groups, indicators and items: where the
// file declares them, or where it first changes those that it inherits.
import type { Span } from '../text/span.ts';
import { isPart, isSame } from './named.ts';
import type { Named, Occurrence } from './named.ts';
import { indexOf } from './occurrences.ts';
import { partsUnder } from './slots.ts';
import type { Workspace } from './workspace.ts';
import { chainOf } from './workspace.ts';

export interface CodeLens {
  /** The name beside which it stands. */
  readonly span: Span;
  readonly text: string;
  /** The part in the ruleset by which the department was scored. */
  readonly path: readonly string[];
}

/** The lenses of a file in the order of the text; none while no department is selected. */
export function codeLensesOf(workspace: Workspace, file: string): readonly CodeLens[] {
  const { selected } = workspace;
  if (!selected || !chainOf(workspace, selected.file).includes(file)) return [];
  const { occurrences } = indexOf(workspace, file);
  const parts = partsUnder(indexOf(workspace, selected.file).top);
  return parts
    .flatMap((part): CodeLens[] => {
      const at = placeOfPart(occurrences, part);
      const path = [...part.path, part.name];
      const score = selected.score(path);
      if (!at || score === undefined) return [];
      return [
        {
          span: at.span,
          text: `${selected.department}${SEPARATOR[workspace.language]}${score}`,
          path,
        },
      ];
    })
    .sort((a, b) => a.span.start - b.span.start);
}

const SEPARATOR = { en: ': ', zh: '：' } as const;

function placeOfPart(occurrences: readonly Occurrence[], part: Named): Occurrence | undefined {
  const own = occurrences.filter(({ named }) => isPart(named) && isSame(named, part));
  return own.find(({ role }) => role === 'declaration') ?? own.find(({ role }) => role === 'write');
}
