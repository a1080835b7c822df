// The scores of items, indicators, groups and of the whole as figures of a query, each worked out when it
// is first asked for, and named after its place.
import { ruleExpression } from '../../interpret/rule-expression.ts';
import type { Caps, Framework, Item, Node } from '../../model/framework.ts';
import type { ScoreName } from '../../model/expression.ts';
import { placeKey } from '../../model/score-uses.ts';
import { rational } from '../../number/rational.ts';
import type { Rational } from '../../number/rational.ts';
import { ZERO as NONE, add } from '../../number/rational.ts';
import { nodesOf, placesOf } from '../plan/places.ts';
import { provedMost } from '../plan/proved-points.ts';
import { betweenFigures } from './award.ts';
import { roundFigure } from './rounding.ts';
import type { Figure } from './figure.ts';
import { constant, extreme, negated, over, times, total } from './figure.ts';
import type { Entry, Scope } from './meaning.ts';
import { figureOf } from './meaning.ts';
import { namedFigure } from './outputs.ts';
import type { Share } from './shares.ts';
import type { Sheet } from './sheet.ts';
import { joinTruths, settled, truthNode } from './sheet.ts';
import { struckFigure } from './strikes.ts';

/** The scores of one framework. */
export interface Scores {
  readonly of: (name: ScoreName) => Figure;
  readonly parts: (of: 'scores' | 'rates', path: readonly string[]) => readonly Entry[];
}

/** What scores are made from; `scope` is asked for late, since rules read scores. */
export interface ScoreTerms {
  readonly framework: Framework;
  readonly sheet: Sheet;
  readonly scope: () => Scope;
  /** Where parts come and go. */
  readonly shares: (() => ReadonlyMap<Node | Item, Share>) | undefined;
}

const ZERO = constant(rational(0));

export function scoresOf(terms: ScoreTerms): Scores {
  const { framework, sheet, scope, shares } = terms;
  const places = new Map(
    placesOf(framework).flatMap((place) =>
      'rule' in place && place.implicit ? [] : [[placeKey(place.path), place] as const],
    ),
  );
  const known = new Map<Node | Item | 'total', Figure>();
  const scoreOf = (place: Node | Item | 'total'): Figure => {
    const before = known.get(place);
    if (before) return before;
    const name = place === 'total' ? '总得分' : place.name;
    const figure = sheet.about(name, () => {
      const made =
        place === 'total' ? totalFigure() : 'rule' in place ? itemFigure(place) : nodeFigure(place);
      return place !== 'total' && 'rule' in place
        ? made
        : namedFigure(sheet, name, made, mostOf(place));
    });
    known.set(place, figure);
    return figure;
  };
  // Points that move may be more than those of the place.
  const mostOf = (place: Node | 'total'): Rational | undefined =>
    shares ? undefined : provedMost(framework, place === 'total' ? undefined : place);
  const limited = (raw: Figure, { atLeast, atMost }: Caps): Figure => {
    const raised = atLeast ? extreme('max', raw, figureOf(atLeast, scope())) : raw;
    return atMost ? extreme('min', raised, figureOf(atMost, scope())) : raised;
  };
  const rounded = (figure: Figure, rounding: Item['rounding']) =>
    rounding ? roundFigure(sheet, figure, rounding) : figure;
  const shareOf = (place: Node | Item) => shares?.().get(place);

  const itemFigure = (item: Item): Figure => {
    const rounding = item.rounding ?? (item.implicit ? undefined : framework.roundings.items);
    const standing = rounded(limited(ruledFigure(item), item.caps), rounding);
    const full = () => constant(item.points);
    const struck = struckFigure(standing, { ...item, full }, rounding, scope());
    const share = shareOf(item);
    return share && item.applies ? chosen([{ when: share.absent, figure: ZERO }], struck) : struck;
  };
  // Awards in bands lie within the row that fires.
  const ruledFigure = (item: Item): Figure => {
    const { rule } = item;
    if (rule.kind !== 'judged' || rule.input.form.kind !== 'banded')
      return figureOf(ruleExpression(item), scope());
    const award = scope().input(rule.input.name);
    const { least, most } = rule.input.form;
    if (award?.kind !== 'figure') return ZERO;
    return betweenFigures(sheet, award.figure, figureOf(least, scope()), figureOf(most, scope()));
  };

  const sumOf = (node: Node): Figure => total(insideOf(node).map(scoreOf));
  const nodeFigure = (node: Node): Figure => {
    const { roundings } = framework;
    const own = node.kind === 'indicator' ? roundings.indicators : roundings.groups;
    const rounding = node.rounding ?? own;
    const share = shareOf(node);
    const raw = node.combine ? figureOf(node.combine, scope()) : sumOf(node);
    const moves = share && (node.kind === 'indicator' || node.combine !== undefined);
    const within = limited(raw, node.caps);
    const standing = rounded(moves ? times(within, share.factor) : within, rounding);
    const full = () => (share ? pointsOf(node) : constant(fullPoints(node)));
    const struck = struckFigure(standing, { ...node, full }, rounding, scope());
    return share ? withShare(node, share, struck, rounding) : struck;
  };
  const withShare = (
    node: Node,
    share: Share,
    struck: Figure,
    rounding: Node['rounding'],
  ): Figure => {
    const out = ((): Figure => {
      const isSummed = node.kind === 'group' && node.combine === undefined;
      return chosen(
        [{ when: share.inFull, figure: pointsOf(node) }],
        isSummed ? sumOf(node) : ZERO,
      );
    })();
    const award = node.notApplicable?.award;
    const awarded = (): Figure => {
      const [item] = node.kind === 'indicator' ? node.items : [];
      const caps = item?.implicit === true ? item.caps : node.caps;
      const raw = award ? figureOf(award, scope()) : ZERO;
      return rounded(times(limited(raw, caps), share.factor), rounding);
    };
    return chosen(
      [
        { when: share.absent, figure: ZERO },
        { when: share.applies, figure: struck },
        ...(award ? [{ when: share.ownOut, figure: awarded() }] : []),
      ],
      out,
    );
  };
  // The points of a node after points were moved; none where it is left out.
  const pointsOf = (node: Node): Figure => {
    const share = shareOf(node);
    if (!share) return constant(fullPoints(node));
    const own = times(constant(node.points), share.factor);
    const isAwarded =
      node.notApplicable?.policy === 'award' ? share.ownOut : truthNode(sheet, false);
    if (node.kind === 'group' && node.combine === undefined)
      return chosen(
        [
          { when: share.absent, figure: ZERO },
          // Parts of which only some exist may have more points, or fewer, than the whole.
          { when: joinTruths(sheet, 'or', [isAwarded, share.inFull]), figure: own },
        ],
        total(node.children.map(pointsOf)),
      );
    const has = joinTruths(sheet, 'or', [share.applies, isAwarded, share.inFull]);
    return chosen(
      [
        { when: share.absent, figure: ZERO },
        { when: has, figure: own },
      ],
      ZERO,
    );
  };

  const totalFigure = (): Figure => {
    const { children, combine, totalCaps, roundings, vetoes, exemptions } = framework;
    const standing = (node: Node) => (node.kind === 'group' ? node.standing : 'counted');
    const sides = children.flatMap((node) => {
      if (combine && standing(node) === 'counted') return [];
      const score = scoreOf(node);
      return [standing(node) === 'penalty' ? negated(score) : score];
    });
    const raw = total([...(combine ? [figureOf(combine, scope())] : []), ...sides]);
    const full = () => constant(framework.total);
    const figure = rounded(limited(raw, totalCaps), roundings.total);
    return struckFigure(figure, { vetoes, exemptions, full }, roundings.total, scope());
  };

  // Others may ask for the score of an item of which the indicator does not exist or apply.
  const askedItem = (item: Item): Figure => {
    const holder = nodesOf(framework).find(
      (node) => node.kind === 'indicator' && node.items.includes(item),
    );
    const share = holder && shareOf(holder);
    if (!share) return scoreOf(item);
    return chosen(
      [
        { when: share.absent, figure: ZERO },
        { when: share.inFull, figure: times(constant(item.points), share.factor) },
        { when: share.applies, figure: scoreOf(item) },
      ],
      ZERO,
    );
  };

  const parts = (of: 'scores' | 'rates', path: readonly string[]): readonly Entry[] => {
    const place = places.get(placeKey(path));
    const inside = place === undefined || 'rule' in place ? framework.children : insideOf(place);
    const counted = inside.filter(
      (part) => 'rule' in part || part.kind === 'indicator' || part.standing === 'counted',
    );
    return counted.map((part): Entry => {
      const points = 'rule' in part || !shares ? constant(part.points) : pointsOf(part);
      const score = scoreOf(part);
      const figure = of === 'scores' ? score : over(score, points);
      return { there: thereOf(part), meaning: { kind: 'figure', figure } };
    });
  };
  const thereOf = (part: Node | Item) => {
    const share = shareOf(part);
    if (!share) return truthNode(sheet, true);
    const policy = 'rule' in part ? undefined : part.notApplicable?.policy;
    const isAwarded = policy === 'in-full' || policy === 'award';
    return isAwarded ? joinTruths(sheet, 'or', [share.applies, share.ownOut]) : share.applies;
  };
  const chosen = (
    rows: readonly { when: Entry['there']; figure: Figure }[],
    last: Figure,
  ): Figure => {
    const open: { when: Entry['there']; figure: Figure }[] = [];
    for (const row of rows) {
      if (settled(row.when) === false) continue;
      if (settled(row.when) === true) return chosen(open, row.figure);
      open.push(row);
    }
    return open.length === 0 ? last : { kind: 'chosen', rows: open, otherwise: last };
  };

  return {
    of: (name) => {
      if (name === 'total') return scoreOf('total');
      const place = places.get(placeKey(name));
      if (!place) return ZERO;
      return 'rule' in place ? askedItem(place) : scoreOf(place);
    },
    parts,
  };
}

function insideOf(node: Node): readonly (Node | Item)[] {
  return node.kind === 'group' ? node.children : node.items;
}

function fullPoints(node: Node): Rational {
  if (node.kind === 'indicator' || node.combine) return node.points;
  return node.children.map(fullPoints).reduce(add, NONE);
}
