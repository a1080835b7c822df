// Every expression that scoring may evaluate, wherever in a framework it stands.
import { ruleExpression } from '../../interpret/rule-expression.ts';
import type { Expression } from '../../model/expression.ts';
import type { Caps, Framework, Item, Node } from '../../model/framework.ts';
import { placesOf } from './places.ts';

/** All of them but those of checks and examples; lets are among them. */
export function expressionsOf(framework: Framework): Expression[] {
  const { combine, vetoes, exemptions, ceilings, gradeDowns, grades, outputs, lets } = framework;
  return [
    ...[...lets.values()].map(({ value }) => value),
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
