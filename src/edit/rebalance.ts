// A group whose parts do not add up to it → the ways to make them: shared out in proportion, given to
// one of them, or the group's own points changed. Where points have few decimals they keep few.
import type { Edit } from '../diagnostics/diagnostic.ts';
import { decimalsOf, formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import type { Rational } from '../number/rational.ts';
import { round } from '../number/rounding.ts';
import type { CodeAction } from './code-actions.ts';
import type { PointsNode } from './points-tree.ts';
import { leftIn, partsOfTree, pointsTree, sumOfParts } from './points-tree.ts';
import type { PointsChange } from './set-points.ts';
import { setPoints } from './set-points.ts';
import type { Workspace } from './workspace.ts';
import { indexOf, occurrenceAt } from './occurrences.ts';
import { partsUnder } from './slots.ts';
import { isPart, isSame } from './named.ts';

const TITLES = {
  en: {
    share: (name: string) => `Share the difference out over the parts of “${name}” in proportion`,
    give: (name: string, points: string) => `Give “${name}” ${points} points`,
    whole: (name: string, points: string) => `Make “${name}” ${points} points in all`,
    entries: (name: string, points: string) =>
      `Share ${points} points out over the checklist of “${name}” in proportion`,
  },
  zh: {
    share: (name: string) => `把差额按比例分摊到“${name}”的各部分`,
    give: (name: string, points: string) => `把“${name}”改为 ${points} 分`,
    whole: (name: string, points: string) => `把“${name}”改为共 ${points} 分`,
    entries: (name: string, points: string) => `“${name}”的清单各项按比例改为共 ${points} 分`,
  },
} as const;

/** The most parts of which each is offered to take the whole difference. */
const MOST_OFFERED = 8;

/** The ways to make the points at a place add up. */
export function pointsActions(
  workspace: Workspace,
  file: string,
  start: number,
  end: number,
): readonly CodeAction[] {
  const tree = pointsTree(workspace, file);
  if (!tree) return [];
  const asked = askedAbout(workspace, tree, file, start, end);
  const words = TITLES[workspace.language];
  const changing = (title: string, changes: readonly PointsChange[]) =>
    action(title, editsOf(workspace, file, changes));
  return asked.flatMap((node): CodeAction[] => {
    if (node.children.length === 0 && node.points) {
      const points = formatExact(node.points);
      const edits = editsOf(workspace, file, [{ path: node.path, points }]);
      return edits.length === 0 ? [] : [action(words.entries(node.name, points), edits)];
    }
    const left = leftIn(node);
    const sum = sumOfParts(node);
    if (left === undefined || sum === undefined || Q.signOf(left) === 0) return [];
    const counted = node.children.filter(({ bonus }) => !bonus);
    const shares = sharedOut(counted, node.points ?? sum);
    const given = counted.slice(0, MOST_OFFERED).flatMap((part): CodeAction[] => {
      const points = part.points && Q.add(part.points, left);
      if (!points || Q.signOf(points) <= 0) return [];
      const text = formatExact(points);
      return [changing(words.give(part.name, text), [{ path: part.path, points: text }])];
    });
    const whole = formatExact(sum);
    return [
      ...(shares ? [changing(words.share(node.name), shares)] : []),
      ...given,
      changing(words.whole(node.name, whole), [{ path: node.path, points: whole }]),
    ];
  });
}

function action(title: string, edits: readonly Edit[]): CodeAction {
  return { kind: 'quickfix', title, edits, mends: 'points-not-conserved', isPreferred: false };
}

function editsOf(
  workspace: Workspace,
  file: string,
  changes: readonly PointsChange[],
): readonly Edit[] {
  const set = setPoints(workspace, file, changes);
  return set.kind === 'edits' ? set.edits : [];
}

// The part whose name or points the range touches, and the one that it is a part of.
function askedAbout(
  workspace: Workspace,
  tree: PointsNode,
  file: string,
  start: number,
  end: number,
): readonly PointsNode[] {
  const touches = (span: PointsNode['written']) =>
    span.file === file && span.start <= end && start <= span.end;
  const occurrence = occurrenceAt(workspace, file, start);
  const named =
    occurrence && isPart(occurrence.named)
      ? partsUnder(indexOf(workspace, file).top).find((each) => isSame(each, occurrence.named))
      : undefined;
  const path = named && [...named.path, named.name].join('\0');
  const all = partsOfTree(tree);
  const hit = all.filter(
    (node) => touches(node.written) || touches(node.nameSpan) || node.path.join('\0') === path,
  );
  return all.filter(
    (node) => hit.includes(node) || node.children.some((child) => hit.includes(child)),
  );
}

/** Points in proportion that add up to the whole; undefined where a part would be left without. */
function sharedOut(
  parts: readonly PointsNode[],
  whole: Rational,
): readonly PointsChange[] | undefined {
  const points = parts.flatMap((part) => part.points ?? []);
  const sum = Q.sum(points);
  if (points.length < parts.length || points.length === 0 || Q.signOf(sum) <= 0) return undefined;
  const exact = points.map((each) => Q.divide(Q.multiply(each, whole), sum));
  const used = Math.max(...[...points, whole].map((each) => decimalsOf(each) ?? MOST_DECIMALS));
  const ends = Math.max(...exact.map((each) => decimalsOf(each) ?? Infinity));
  // Shares that end soon are taken as they are; others are cut, and the largest takes what is over.
  const decimals = ends <= MOST_DECIMALS ? ends : used;
  const step = Q.rational(1n, 10n ** BigInt(decimals));
  const shares = exact.map((each) => round(each, { step, mode: 'half-up' }));
  const rest = Q.subtract(whole, Q.sum(shares));
  const largest = shares.reduce(
    (most, each, at) => (Q.compare(each, shares[most] ?? each) > 0 ? at : most),
    0,
  );
  const mended = shares.map((each, at) => (at === largest ? Q.add(each, rest) : each));
  if (mended.some((each) => Q.signOf(each) <= 0)) return undefined;
  return parts.map(({ path }, at) => ({ path, points: formatExact(mended[at] ?? Q.ZERO) }));
}

const MOST_DECIMALS = 2;
