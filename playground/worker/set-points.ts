// New points as changes of the text. What a person asked for is balanced first, so that all sums hold
// again; the language service then writes the figures where they belong.
import { pointsTree } from '../../src/edit/points-tree.ts';
import { setPoints as writePoints } from '../../src/edit/set-points.ts';
import { readFile } from '../../src/edit/workspace.ts';
import type { Workspace } from '../../src/edit/workspace.ts';
import { formatExact, parseDecimal } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import type { Rational } from '../../src/number/rational.ts';
import type { Answers } from '../answers.ts';
import type { PointsChange } from '../protocol.ts';
import { balance, partsOf } from './balance.ts';
import { keyOf } from './part-views.ts';
import { placeView } from './places.ts';
import { refused } from './refused.ts';
import { workerWords } from './words.ts';

/** The edits of `file` that give parts new points. */
export function setPoints(
  workspace: Workspace,
  file: string,
  changes: readonly PointsChange[],
  giveWay: readonly (readonly string[])[],
): Answers['set-points'] {
  const words = workerWords[workspace.language];
  const tree = pointsTree(workspace, file);
  const read = readFile(workspace, file);
  if (!tree || !read) return refused([words.broken]);
  const wanted = new Map<string, Rational>();
  for (const { path, points } of changes) {
    const figure = parseDecimal(points.trim());
    if (!figure || Q.signOf(figure) < 0) return refused([words.notPoints(points)]);
    wanted.set(keyOf(path), figure);
  }
  const balanced = balance(tree, wanted, giveWay.map(keyOf));
  if (balanced.kind === 'impossible')
    return refused([
      balanced.why === 'too-little'
        ? words.tooLittle(formatExact(balanced.left))
        : words.noPart(balanced.name.split('\n').join(' / ')),
    ]);
  const all = partsOf(tree).flatMap(({ path }): PointsChange[] => {
    const points = balanced.points.get(keyOf(path));
    return points ? [{ path, points: formatExact(points) }] : [];
  });
  const written = writePoints(workspace, file, all);
  if (written.kind === 'refused') return refused([written.reason]);
  const sources = new Map([[file, read.source]]);
  return {
    kind: 'edits',
    edits: written.edits.map(({ span, text }) => ({ place: placeView(span, sources), text })),
  };
}
