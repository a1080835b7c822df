// Problems with the mends that take more than the message: points that do not add up, in the ways that the
// editor offers at the place; a name without a declaration, a rule that gives more than its points.
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import type { WordedFix } from '../../src/edit/diagnostics.ts';
import { hasMends, mendsOf } from '../../src/edit/mends.ts';
import { pointsActions } from '../../src/edit/rebalance.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import type { FixView, ProblemView } from '../protocol.ts';
import type { Sources } from './places.ts';
import { placeView } from './places.ts';

/** As many as a person reads through; the editor has the rest. */
const MOST = 4;

/** The problem with the mends that an editor knows of; others as they are. */
export function withEditFixes(
  problem: ProblemView,
  diagnostic: Diagnostic,
  workspace: () => Workspace,
  file: string,
  sources: Sources,
): ProblemView {
  const { code, span } = diagnostic;
  if (span.file !== file) return problem;
  const views = (fixes: readonly WordedFix[]) =>
    fixes.flatMap(({ title, edits }): FixView[] => {
      const written = edits.map((edit) => ({
        place: placeView(edit.span, sources),
        text: edit.text,
      }));
      return written.length === 0 ? [] : [{ title, edits: written }];
    });
  if (hasMends(code))
    return {
      ...problem,
      fixes: [...views(mendsOf(workspace(), file, diagnostic)), ...problem.fixes],
    };
  if (code !== 'points-not-conserved') return problem;
  const offered = views(pointsActions(workspace(), file, span.start, span.end));
  // The points of the whole come first: they are one figure, and the editor names them last.
  const whole = offered.at(-1);
  if (!whole) return problem;
  return { ...problem, fixes: [whole, ...offered.slice(0, -1)].slice(0, MOST) };
}
