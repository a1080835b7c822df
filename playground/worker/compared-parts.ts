// The parts of two rulesets as one tree: each with its counterpart as the analysis matches them, in the
// order of the right ruleset; what only the left one has stands at the end of the group that it was in.
import { matchItems, matchNodes } from '../../src/analyze/compare/matching.ts';
import type { Pair } from '../../src/analyze/compare/matching.ts';
import type { Framework, Group, Indicator, Item, Node } from '../../src/model/framework.ts';
import { formatExact } from '../../src/number/decimal.ts';
import * as Q from '../../src/number/rational.ts';
import { point } from '../../src/types/range.ts';
import type { ComparedPart, ComparedSide } from '../answers.ts';
import type { CompareWords } from './compare-words.ts';
import { placeView } from './places.ts';
import type { Sources } from './places.ts';
import { signedText } from './scores.ts';

/** One of the two rulesets. */
export interface Side {
  readonly file: string;
  readonly framework: Framework;
  readonly sources: Sources;
}

type Part = Group | Indicator | Item;

/** The tree; `isOtherRule` says of which parts more than the points differs. */
export function comparedParts(
  [left, right]: readonly [Side, Side],
  isOtherRule: (part: Part) => boolean,
  words: CompareWords,
): ComparedPart[] {
  const nodes = matchNodes(left.framework, right.framework);
  const pairOf = new Map<Node, Pair<Node>>();
  for (const pair of nodes)
    for (const node of [pair.before, pair.after]) if (node) pairOf.set(node, pair);
  const pairsOf = (before: readonly Node[], after: readonly Node[]): Pair<Node>[] => [
    ...after.flatMap((node) => pairOf.get(node) ?? []),
    ...before.flatMap((node) => {
      const pair = pairOf.get(node);
      return pair && !pair.after ? [pair] : [];
    }),
  ];
  const view = (pair: Pair<Part>, children: readonly ComparedPart[]): ComparedPart => {
    const { before, after } = pair;
    const part = after ?? before;
    return {
      kind: part && 'kind' in part ? part.kind : 'item',
      name:
        before && after && before.name !== after.name
          ? words.renamed(before.name, after.name)
          : (part?.name ?? ''),
      left: before && sideView(before, left.sources),
      right: after && sideView(after, right.sources),
      differs: differenceOf(pair, isOtherRule),
      change: before && after ? signedText(point(before.points), point(after.points)) : '',
      children,
    };
  };
  const nodeView = (pair: Pair<Node>): ComparedPart => {
    const { before, after } = pair;
    if ((after ?? before)?.kind === 'indicator')
      return view(
        pair,
        itemPairs(before, after).map((items) => view(items, [])),
      );
    return view(pair, pairsOf(childrenOf(before), childrenOf(after)).map(nodeView));
  };
  return pairsOf(left.framework.children, right.framework.children).map(nodeView);
}

function childrenOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'group' ? node.children : [];
}

// Items that a person wrote; a rule that stands in its indicator is none.
function itemPairs(before: Node | undefined, after: Node | undefined): readonly Pair<Item>[] {
  const [one, other] = [before, after].map((node) =>
    node?.kind === 'indicator' ? node : undefined,
  );
  const pairs =
    one && other
      ? matchItems(one, other)
      : [
          ...(other?.items ?? []).map((item) => ({ before: undefined, after: item })),
          ...(one?.items ?? []).map((item) => ({ before: item, after: undefined })),
        ];
  return pairs.filter((pair) => !(pair.after ?? pair.before)?.implicit);
}

function differenceOf(
  { before, after }: Pair<Part>,
  isOtherRule: (part: Part) => boolean,
): ComparedPart['differs'] {
  if (!before) return 'right-only';
  if (!after) return 'left-only';
  const isOther = isOtherRule(after);
  if (Q.equal(before.points, after.points)) return isOther ? 'rule' : 'no';
  return isOther ? 'both' : 'points';
}

function sideView({ path, points, nameSpan }: Part, sources: Sources): ComparedSide {
  return { path, points: formatExact(points), place: placeView(nameSpan, sources) };
}
