// The parts of nodes as lists: what combining rules read, and the tree from which shares are worked out.
import { within } from '../../model/expression-parts.ts';
import type { Expression } from '../../model/expression.ts';
import type { Item, Node } from '../../model/framework.ts';
import { placeKey } from '../../model/score-uses.ts';
import { expressionsOf } from '../plan/expressions.ts';
import { partListKey, scoreKey } from '../plan/names.ts';
import { placesOf } from '../plan/places.ts';
import type { Definition, Places } from './exact-place.ts';
import { inlineRule, partKey, partText, pointsText } from './exact-place.ts';

type Parts = Extract<Expression, { kind: 'parts' }>;

/** Which parts exist and apply, and what each one's points are multiplied by. */
export function shareDefinitions(places: Places): Definition[] {
  const { framework, use } = places.scope.writer;
  const tree = framework.children
    .map((node) => `\n${partText(places, node)},`)
    .join('')
    .replaceAll('\n', '\n  ');
  return [
    {
      name: 'parts',
      about: '哪些部分存在、适用，各乘以多少',
      type: `readonly ${use('Part')}[]`,
      body: [`return [${tree}\n];`],
    },
    {
      name: 'shares',
      about: '',
      type: `ReadonlyMap<string, ${use('Share')}>`,
      body: [`return ${use('sharesOf')}(parts());`],
    },
  ];
}

/** The scores of the parts of a node, or the scores by their points, as lists. */
export function partLists(places: Places): Definition[] {
  const { framework, names } = places.scope.writer;
  const wanted = new Map<string, Parts>();
  for (const expression of expressionsOf(framework))
    for (const part of within(expression))
      if (part.kind === 'parts') wanted.set(partListKey(part), part);
  const byKey = new Map(placesOf(framework).map((place) => [scoreKey(place), place]));
  return [...wanted].map(([key, { of, path }]): Definition => {
    const place = byKey.get(placeKey(path));
    const parts = place === undefined ? framework.children : insideOf(place);
    const counted = parts.filter(
      (part) => 'rule' in part || part.kind === 'indicator' || part.standing === 'counted',
    );
    const entries = counted.map((part) => entryText(places, part, of));
    return {
      name: names.exactScores.get(key) ?? '',
      about: '',
      type: 'Rational[]',
      body: [`return [${entries.map((entry) => `\n  ${entry},`).join('')}\n];`],
    };
  });
}

function insideOf(place: Node | Item): readonly (Node | Item)[] {
  if ('rule' in place) throw new Error('an item has no parts');
  return place.kind === 'group' ? place.children : place.items;
}

function entryText(places: Places, part: Node | Item, of: Parts['of']): string {
  const { writer } = places.scope;
  const score =
    inlineRule(places, part) ?? `${writer.names.exactScores.get(scoreKey(part)) ?? ''}()`;
  const isNode = !('rule' in part);
  const points = places.varies && isNode ? pointsText(places, part) : writer.figure(part.points);
  const figure = of === 'scores' ? score : `${writer.use('divide')}(${score}, ${points})`;
  const isAlways = !places.varies || (!isNode && part.implicit);
  if (isAlways) return figure;
  return `...(${writer.use('isThere')}(shareOf(${partKey(part)})) ? [${figure}] : [])`;
}
