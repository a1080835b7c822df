// The intermediate results that a score rested on, read off its trace.
import { nearFigure } from '../types/enclosure.ts';
import type { Let } from '../model/framework.ts';
import type { NodeScore, Step } from '../model/sheet.ts';
import type { Rational } from '../number/rational.ts';
import type { Unit } from '../types/unit.ts';
import type { Scored, Subject } from './subject.ts';

/** A known figure that a rule named on the way. */
export interface LetValue {
  readonly let: Let;
  readonly unit: Unit;
  readonly value: Rational;
}

/** The known figures among the intermediate results that a score used, each once. */
export function letValues(subject: Subject, { place, sheet }: Scored): LetValue[] {
  const steps = place
    ? stepsOf(place.kind === 'item' ? [] : [place], place.steps)
    : stepsOf(sheet.children, []);
  const byExpression = new Map(subject.lets.map((each) => [each.value, each]));
  const found = new Map<Let, LetValue>();
  for (const step of steps) {
    if (step.kind !== 'let' || step.expression.type.kind !== 'number') continue;
    const named = byExpression.get(step.expression);
    const value = step.value.kind === 'number' ? nearFigure(step.value.range) : undefined;
    if (named && value) found.set(named, { let: named, unit: step.expression.type.unit, value });
  }
  return [...found.values()];
}

function stepsOf(nodes: readonly NodeScore[], own: readonly Step[]): Step[] {
  const inside = nodes.flatMap((node) =>
    node.kind === 'group' ? stepsOf(node.children, []) : node.items.flatMap((item) => item.steps),
  );
  return [...inside, ...own];
}
