// Which parts a department has, and what their points are multiplied by, as truths and figures of a query:
// the points of parts that do not apply go to their siblings, to all counted parts, or nowhere.
import { chosenNode } from './choice.ts';
import type { Framework, Item, Node } from '../../model/framework.ts';
import { isPool } from '../../model/pool.ts';
import { rational } from '../../number/rational.ts';
import { compareFigures } from './decide.ts';
import type { Figure } from './figure.ts';
import { constant, over, plus, times, total } from './figure.ts';
import type { Sheet, SqlNode } from './sheet.ts';
import { joinTruths, notNode, settled, truthNode } from './sheet.ts';

/** What is known of a part: all of it depends on the department. */
export interface Share {
  readonly absent: SqlNode;
  /** Exists, and is not taken out itself or with what is around it. */
  readonly applies: SqlNode;
  /** Its own statement is what takes it out. */
  readonly ownOut: SqlNode;
  /** What takes it out awards full points. */
  readonly inFull: SqlNode;
  readonly factor: Figure;
}

/** How conditions and choices of parts are read. */
export interface ShareTerms {
  readonly sheet: Sheet;
  readonly exists: (place: Node | Item) => SqlNode;
  readonly isOut: (node: Node) => SqlNode;
  readonly isChosen: (pool: Node, part: Node) => SqlNode;
}

interface Portion {
  readonly kept: Figure;
  readonly moved: Figure;
  readonly movedToAll: Figure;
}

interface Cause {
  readonly when: SqlNode;
  readonly part: Node | undefined;
}

const ZERO = constant(rational(0));
const ONE = constant(rational(1));

/** The share of every group, indicator and item. */
export function sharesOf(
  { children }: Pick<Framework, 'children'>,
  terms: ShareTerms,
): ReadonlyMap<Node | Item, Share> {
  const { sheet } = terms;
  const absent = new Map<Node | Item, SqlNode>();
  const out = new Map<Node, SqlNode>();
  const portions = new Map<Node, Portion>();
  const shares = new Map<Node | Item, Share>();
  const both = (...truths: SqlNode[]) => joinTruths(sheet, 'and', truths);
  const no = (truth: SqlNode) => notNode(sheet, truth);
  const never = truthNode(sheet, false);
  const isNone = (figure: Figure) => compareFigures(sheet, '=', figure, ZERO);
  const choose = (when: SqlNode, then: Figure, otherwise: Figure): Figure => {
    const known = settled(when);
    if (known !== undefined) return known ? then : otherwise;
    return { kind: 'chosen', rows: [{ when, figure: then }], otherwise };
  };

  // Inside of what is out or does not exist, nothing is asked.
  const look = (place: Node | Item, looked: SqlNode, chosen: SqlNode): void => {
    const exists = both(chosen, terms.exists(place));
    absent.set(place, both(looked, no(exists)));
    if ('rule' in place) return;
    const isOut = place.notApplicable ? both(looked, exists, terms.isOut(place)) : never;
    out.set(place, isOut);
    const inside = both(looked, exists, no(isOut));
    for (const part of insideOf(place)) {
      const isChosen =
        isPool(place) && !('rule' in part) ? terms.isChosen(place, part) : truthNode(sheet, true);
      look(part, inside, isChosen);
    }
  };
  for (const node of children) look(node, truthNode(sheet, true), truthNode(sheet, true));
  const given = (truths: ReadonlyMap<Node | Item, SqlNode>, place: Node | Item) =>
    truths.get(place) ?? never;

  const poolFactor = (node: Node): Figure => {
    if (!isPool(node) || !node.pool.redistribute) return ONE;
    const chosen = total(
      node.children.map((part) => choose(given(absent, part), ZERO, constant(part.points))),
    );
    return choose(isNone(chosen), ONE, over(constant(node.points), chosen));
  };
  const insidePortion = (node: Node): Portion => {
    const parts = node.kind === 'group' ? node.children.map(portionOf) : [];
    const sum = (side: keyof Portion) => total(parts.map((part) => part[side]));
    return { kept: sum('kept'), moved: sum('moved'), movedToAll: sum('movedToAll') };
  };
  const inPortion = (node: Node): Portion => {
    const own = constant(node.points);
    if (node.kind === 'indicator') return { kept: own, moved: ZERO, movedToAll: ZERO };
    const inside = insidePortion(node);
    const none = isNone(inside.kept);
    if (node.combine)
      return { kept: choose(none, ZERO, own), moved: choose(none, own, ZERO), movedToAll: ZERO };
    const factor = poolFactor(node);
    const [kept, moved] = [times(inside.kept, factor), times(inside.moved, factor)];
    return {
      kept: choose(none, kept, plus(kept, moved)),
      moved: choose(none, moved, ZERO),
      movedToAll: times(inside.movedToAll, factor),
    };
  };
  const portionOf = (node: Node): Portion => {
    const known = portions.get(node);
    if (known) return known;
    const policy = node.notApplicable?.policy;
    const own = constant(node.points);
    const inside = inPortion(node);
    const side = (name: keyof Portion, holds: boolean) =>
      choose(given(absent, node), ZERO, choose(given(out, node), holds ? own : ZERO, inside[name]));
    const portion = {
      kept: side('kept', policy === 'in-full' || policy === 'award'),
      moved: side('moved', policy === 'within-group'),
      movedToAll: side('movedToAll', policy === 'over-all'),
    };
    portions.set(node, portion);
    return portion;
  };

  const assign = (
    node: Node,
    factor: Figure,
    around: { readonly absent: SqlNode; readonly causes: readonly Cause[] },
  ): void => {
    const isAbsent = joinTruths(sheet, 'or', [around.absent, given(absent, node)]);
    const own = given(out, node);
    const isEmptied = node.kind === 'group' ? both(isNone(portionOf(node).kept), no(own)) : never;
    const emptying = node.kind === 'group' ? firstOut(node) : undefined;
    const causes = [
      ...around.causes,
      { when: own, part: node },
      { when: emptying ? isEmptied : never, part: emptying },
    ].filter(({ when }) => settled(when) !== false);
    const isOut = joinTruths(sheet, 'or', [...causes.map(({ when }) => when), isEmptied]);
    const first = (is: (part: Node | undefined) => boolean) =>
      chosenNode(
        sheet,
        causes.map(({ when, part }) => ({ when, value: truthNode(sheet, is(part)) })),
        never,
      );
    shares.set(node, {
      absent: isAbsent,
      applies: both(no(isAbsent), no(isOut)),
      ownOut: causes.some(({ part }) => part === node) ? first((part) => part === node) : never,
      inFull: causes.some(isInFull) ? first((part) => isInFull({ part })) : never,
      factor,
    });
    if (node.kind === 'indicator') {
      for (const item of node.items) {
        const gone = joinTruths(sheet, 'or', [isAbsent, given(absent, item)]);
        shares.set(item, {
          absent: gone,
          applies: no(gone),
          ownOut: never,
          inFull: never,
          factor: ONE,
        });
      }
      return;
    }
    const { kept, moved } = insidePortion(node);
    const taken = choose(isNone(kept), ONE, over(plus(kept, moved), kept));
    const growth = times(node.combine ? ONE : factor, times(taken, poolFactor(node)));
    for (const part of node.children) assign(part, growth, { absent: isAbsent, causes });
  };
  const isCounted = (node: Node) => node.kind === 'indicator' || node.standing === 'counted';
  const counted = children.filter(isCounted).map(portionOf);
  const [kept, moved, toAll] = (['kept', 'moved', 'movedToAll'] as const).map((side) =>
    total(counted.map((portion) => portion[side])),
  ) as [Figure, Figure, Figure];
  const growth = choose(isNone(kept), ONE, over(plus(plus(kept, moved), toAll), kept));
  for (const node of children)
    assign(node, isCounted(node) ? growth : ONE, { absent: never, causes: [] });
  return shares;
}

function isInFull({ part }: Pick<Cause, 'part'>): boolean {
  return part?.notApplicable?.policy === 'in-full';
}

function insideOf(node: Node): readonly (Node | Item)[] {
  return node.kind === 'group' ? node.children : node.items;
}

// The part to whose statement it is put down that nothing is left of a group.
function firstOut(node: Node): Node | undefined {
  if (node.notApplicable) return node;
  if (node.kind === 'indicator') return undefined;
  return node.children.map(firstOut).find((part) => part !== undefined);
}
