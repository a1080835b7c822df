// For each indicator a number that stands for everything its score can rest on: equal in two frameworks,
// and the indicator comes to the same for a department whose data are the same.
import type { Framework, Node } from '../model/framework.ts';
import { indicatorsOf } from '../model/framework.ts';
import { isComparative } from '../model/comparative.ts';
import type { Numbering } from '../prove/fingerprint.ts';
import { fingerprintsIn } from '../prove/fingerprint.ts';
import { nodesOf, readingOfPart } from '../prove/reading.ts';

/**
 * The keys of those indicators that rest on their own rules and data alone; undefined where points may
 * move, parts may be missing or departments are compared, so that everything may hang together.
 */
export function partKeys(
  framework: Framework,
  numbering: Numbering,
): ReadonlyMap<Node, number> | undefined {
  if (!standAlone(framework)) return undefined;
  const { meaning } = fingerprintsIn(numbering);
  const { roundings, inputs, options, lets, scored, period } = framework;
  const keys = new Map<Node, number>();
  for (const indicator of indicatorsOf(framework.children)) {
    const reading = readingOfPart(framework, indicator);
    // What an award outside its table leaves open is told by the scoring that refused it.
    const isTold = indicator.items.some(
      ({ rule }) => rule.kind === 'judged' && rule.input.form.kind === 'banded',
    );
    if (reading.asksForScores || isTold) continue;
    const awards = new Set(
      indicator.items.flatMap(({ rule }) => (rule.kind === 'judged' ? [rule.input.name] : [])),
    );
    const read = inputs.filter(({ name }) => reading.inputs.has(name) || awards.has(name));
    const chosen = options.filter(({ name }) => reading.options.has(name));
    const definitions = [...reading.lets].map((id) => lets.get(id));
    keys.set(indicator, meaning([indicator, roundings, scored, period, read, chosen, definitions]));
  }
  return keys;
}

/**
 * Whether each indicator's score rests on its own rules and data: no points move, no part may be missing and
 * departments are not compared.
 */
export function standAlone(framework: Framework): boolean {
  return (
    !isComparative(framework) &&
    nodesOf(framework.children).every(
      (node) =>
        node.applies === undefined &&
        node.notApplicable === undefined &&
        (node.kind === 'group'
          ? node.pool === undefined
          : node.items.every(({ applies }) => applies === undefined)),
    )
  );
}
