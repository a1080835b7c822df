// Points that do not add up → the ways to make them, beside the problem: the ones that the editor offers
// at the place, as far as they are for the whole.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { pointsActions } from '../../src/edit/rebalance.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import type { FixView, ProblemView } from '../protocol.ts';
import type { Sources } from './places.ts';
import { placeView } from './places.ts';

/** As many as a person reads through; the editor has the rest. */
const MOST = 4;

/** The problem with the ways to mend its points instead of its own fix; others as they are. */
export function withPointsFixes(
  problem: ProblemView,
  { code, span }: Diagnostic,
  workspace: () => Workspace,
  file: string,
  sources: Sources,
): ProblemView {
  if (code !== 'points-not-conserved' || span.file !== file) return problem;
  const offered = pointsActions(workspace(), file, span.start, span.end).flatMap(
    ({ title, edits }): FixView[] => {
      const written = edits.map((edit) => ({
        place: placeView(edit.span, sources),
        text: edit.text,
      }));
      return written.length === 0 ? [] : [{ title, edits: written }];
    },
  );
  // The points of the whole come first: they are one figure, and the editor names them last.
  const whole = offered.at(-1);
  if (!whole) return problem;
  return { ...problem, fixes: [whole, ...offered.slice(0, -1)].slice(0, MOST) };
}
