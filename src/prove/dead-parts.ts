// Parts that decide nothing: where a rule takes the best or the worst of its parts, one that always
// stands behind another one.
import { diagnose } from '../diagnostics/diagnose.ts';
import type { PartReading } from '../interpret/environment.ts';
import { within } from '../model/expression-parts.ts';
import type { Expression } from '../model/expression.ts';
import type { Node } from '../model/framework.ts';
import * as Q from '../number/rational.ts';
import type { Range } from '../types/range.ts';
import { joinedReadings } from './combined-range.ts';
import { readingThroughLets } from './reading.ts';
import type { Finding, Study } from './study.ts';
import { combinedParts } from './ways.ts';

/** The parts of a node, or of the top, that can never be the one that its rule takes. */
export function deadPartFindings(
  study: Study,
  node: Node | undefined,
  rule: Expression,
): Finding[] {
  const { lets } = study.framework;
  const used = [...readingThroughLets([rule], lets).lets];
  const whole = [rule, ...used.flatMap((id) => lets.get(id)?.value ?? [])];
  const taken = whole.flatMap((part) => [...within(part)]).filter(takesOne);
  const [only] = taken;
  // What one list passes over another may still take.
  if (only === undefined || taken.length > 1 || readsPartsElsewhere(whole, only)) return [];
  const readings = study.aside(() => joinedReadings(study, node));
  const rangeOf = (reading: PartReading): Range =>
    reading[only.over.of === 'scores' ? 'score' : 'rate'];
  const takesMost = only.function === 'max';
  const isBehind = (part: PartReading, other: PartReading): boolean => {
    const [own, rival] = [rangeOf(part), rangeOf(other)];
    const [low, high] = takesMost ? [rival.low, own.high] : [own.low, rival.high];
    return low !== undefined && high !== undefined && Q.compare(low.value, high.value) >= 0;
  };
  const dead = new Set<PartReading>();
  return readings.flatMap((part): Finding[] => {
    // Of two that always tie, one goes on to decide.
    const rival = readings.find(
      (other) =>
        other !== part &&
        other.certainty === 'certain' &&
        !dead.has(other) &&
        isBehind(part, other),
    );
    const written = combinedParts(study, node).find(({ name }) => name === part.name);
    if (!rival || !written) return [];
    dead.add(part);
    const { name, nameSpan } = written;
    const facts = { name, rival: rival.name, takes: only.function };
    return [
      {
        key: `dead part ${nameSpan.file} ${nameSpan.start}`,
        quantifier: 'every',
        say: (under) => diagnose('part-never-decides', nameSpan, { ...facts, under }),
      },
    ];
  });
}

interface Taking {
  readonly function: 'max' | 'min';
  readonly over: Extract<Expression, { kind: 'parts' }>;
}

function takesOne(part: Expression): part is Extract<Expression, { kind: 'aggregate' }> & Taking {
  return (
    part.kind === 'aggregate' &&
    (part.function === 'max' || part.function === 'min') &&
    part.over.kind === 'parts' &&
    part.of === undefined &&
    part.where === undefined &&
    part.without === undefined
  );
}

function readsPartsElsewhere(whole: readonly Expression[], only: Taking): boolean {
  return whole
    .flatMap((part) => [...within(part)])
    .some((part) => part.kind === 'score' || (part.kind === 'parts' && part !== only.over));
}
