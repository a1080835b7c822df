// Every expression that scoring may evaluate, wherever in a framework it stands.
import { ruleExpression } from '../../interpret/rule-expression.ts';
import { within } from '../../model/expression-parts.ts';
import type { Expression } from '../../model/expression.ts';
import type { Caps, Framework, Item, Let, Node } from '../../model/framework.ts';
import { once } from './once.ts';
import { placesOf } from './places.ts';

/** All of them, with the lets that they use; what only checks and examples use is not among them. */
export const expressionsOf = once((framework: Framework): readonly Expression[] => {
  const roots = rootsOf(framework);
  const all = new Set<Expression>();
  const follow = (expression: Expression): void => {
    if (all.has(expression)) return;
    all.add(expression);
    for (const part of within(expression)) {
      const definition = part.kind === 'let' ? framework.lets.get(part.id) : undefined;
      if (definition) follow(definition.value);
    }
  };
  roots.forEach(follow);
  return [...all];
});

/** All parts of all of them. */
export const partsWithin = once((framework: Framework): readonly Expression[] =>
  expressionsOf(framework).flatMap((expression) => within(expression)),
);

/** The lets that scores and outputs use, in their order. */
export function letsUsed(framework: Framework): readonly Let[] {
  const values = new Set(expressionsOf(framework));
  return [...framework.lets.values()].filter(({ value }) => values.has(value));
}

function rootsOf(framework: Framework): Expression[] {
  const { combine, vetoes, exemptions, ceilings, gradeDowns, grades, outputs } = framework;
  return [
    ...placesOf(framework).flatMap(expressionsIn),
    ...capsIn(framework.totalCaps),
    ...(combine ? [combine] : []),
    ...strikesIn({ vetoes, exemptions }),
    ...ceilings.map(({ condition }) => condition),
    ...gradeDowns.flatMap(({ condition, bands }) => [condition, bands]),
    ...grades.flatMap(({ condition }) => condition ?? []),
    ...outputs.map(({ value }) => value),
  ];
}

/** Those of a group, indicator or item itself. */
export function expressionsIn(place: Node | Item): Expression[] {
  const applies = place.applies ? [place.applies.condition] : [];
  const shared = [...applies, ...capsIn(place.caps), ...strikesIn(place)];
  if ('rule' in place) return [...shared, ruleExpression(place)];
  const { combine, notApplicable } = place;
  return [
    ...shared,
    ...(combine ? [combine] : []),
    ...(notApplicable ? [notApplicable.condition] : []),
    ...(notApplicable?.award ? [notApplicable.award] : []),
  ];
}

function capsIn({ atLeast, atMost }: Caps): Expression[] {
  return [atLeast, atMost].filter((cap) => cap !== undefined);
}

function strikesIn({ vetoes, exemptions }: Pick<Item, 'vetoes' | 'exemptions'>): Expression[] {
  return [
    ...vetoes.flatMap(({ condition, score }) => [condition, score]),
    ...exemptions.map(({ condition }) => condition),
  ];
}
