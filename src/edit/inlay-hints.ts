// A file → short remarks beside its text: behind the points of a group or an indicator that its parts do
// not add up to, how many are left.
import { formatExact } from '../number/decimal.ts';
import * as Q from '../number/rational.ts';
import { leftIn, partsOfTree, pointsTree } from './points-tree.ts';
import type { Workspace } from './workspace.ts';

export interface InlayHint {
  readonly offset: number;
  readonly text: string;
  readonly tooltip: string;
}

const WORDS = {
  en: {
    left: (n: string) => (n === '1' ? '1 point left' : `${n} points left`),
    over: (n: string) => (n === '1' ? '1 point too many' : `${n} points too many`),
    about: (name: string, sum: string) => `The parts of “${name}” add up to ${sum}.`,
  },
  zh: {
    left: (n: string) => `还差 ${n} 分`,
    over: (n: string) => `多出 ${n} 分`,
    about: (name: string, sum: string) => `“${name}”各部分的分值合计 ${sum} 分。`,
  },
} as const;

/** The hints of a file in the order of the text. */
export function inlayHintsOf(workspace: Workspace, file: string): readonly InlayHint[] {
  const tree = pointsTree(workspace, file);
  if (!tree) return [];
  const words = WORDS[workspace.language];
  return partsOfTree(tree)
    .flatMap((node): InlayHint[] => {
      const left = leftIn(node);
      if (left === undefined || node.points === undefined || Q.signOf(left) === 0) return [];
      const place = placeIn(node.written, file) ?? placeIn(node.nameSpan, file);
      if (place === undefined) return [];
      const amount = formatExact(Q.absolute(left));
      const sum = formatExact(Q.subtract(node.points, left));
      return [
        {
          offset: place,
          text: Q.signOf(left) > 0 ? words.left(amount) : words.over(amount),
          tooltip: words.about(node.name, sum),
        },
      ];
    })
    .sort((a, b) => a.offset - b.offset);
}

function placeIn(span: { readonly file: string; readonly end: number }, file: string) {
  return span.file === file ? span.end : undefined;
}
