// Two frameworks as if they took the same figures: definitions that each works out in its own way become
// one figure of both, so that what is left of a difference is due to the rules about it.
import type { Expression } from '../../model/expression.ts';
import type { Framework, Input, Let } from '../../model/framework.ts';
import type { Study } from '../../prove/study.ts';
import { commonType } from '../../types/common-type.ts';
import { intersect } from '../../types/range.ts';
import { PERCENTAGE } from '../../types/type.ts';
import type { Type } from '../../types/type.ts';
import { PLAIN } from '../../types/unit.ts';
import { findingInput } from './judged.ts';
import { idIn } from './joint.ts';
import { settledInside } from './settled.ts';
import { within } from '../../model/expression-parts.ts';

/**
 * Definitions of both frameworks that each works out from other inputs, itself and not only through other
 * such definitions.
 */
export function takenFromElsewhere(both: Framework, ids: Iterable<string>): readonly string[] {
  const opened = new Set<string>();
  for (const id of ids) {
    const [one, other] = [idIn('before', id), idIn('after', id)].map((each) => both.lets.get(each));
    if (!one || !other) continue;
    const [before, after] = [one, other].map(({ value }) => inputsOf(value, both, opened));
    if (before !== after) opened.add(id);
  }
  return [...opened];
}

// Definitions that are taken from elsewhere stand for themselves, whichever side's they are.
function inputsOf(value: Expression, { lets }: Framework, opened: ReadonlySet<string>): string {
  const found = new Set<string>();
  const follow = (expression: Expression): void => {
    const written = settledInside(expression);
    for (const part of within(written)) {
      if (part.kind === 'input') found.add(part.name);
      if (part.kind !== 'let') continue;
      const id = part.id.slice(part.id.indexOf(' ') + 1);
      const definition = lets.get(part.id);
      if (opened.has(id)) found.add(`= ${id}`);
      else if (definition) follow(definition.value);
    }
  };
  follow(value);
  return JSON.stringify([...found].sort());
}

/** The footing of both with one figure for each of these definitions, which both frameworks have. */
export function withSameFigures(
  both: Framework,
  study: Study,
  ids: readonly string[],
): Framework | undefined {
  const lets = new Map(both.lets);
  const names = new Set(both.inputs.map(({ name }) => name));
  const figures: Input[] = [];
  for (const id of ids) {
    const sides = [both.lets.get(idIn('before', id)), both.lets.get(idIn('after', id))] as const;
    const figure = sharedFigure(study, sides, names.has(sides[1]?.name ?? id) ? id : undefined);
    if (figure === undefined) return undefined;
    figures.push(figure);
    for (const definition of sides)
      if (definition) {
        const { span } = definition;
        const value: Expression = { kind: 'input', name: figure.name, type: figure.type, span };
        lets.set(definition.id, { ...definition, value });
      }
  }
  return { ...both, inputs: [...both.inputs, ...figures], lets };
}

// Within what either way of working it out can give.
function sharedFigure(
  study: Study,
  [one, other]: readonly [Let | undefined, Let | undefined],
  name: string | undefined,
): Extract<Input, { kind: 'value' }> | undefined {
  if (!one || !other) return undefined;
  const type = figureType(one.value, other.value);
  if (type?.kind !== 'number') return undefined;
  const range = intersect(rangeIn(study, one), rangeIn(study, other));
  if (range === undefined) return undefined;
  const figure = findingInput(name ?? other.name, type, range, other.span);
  return figure.kind === 'value' ? figure : undefined;
}

function rangeIn(study: Study, { id, name, value: { type, span } }: Let) {
  return study.interpreter.range({ kind: 'let', id, name, type, span });
}

// A ratio is said in per cent.
function figureType(one: Expression, other: Expression): Type | undefined {
  const type = commonType(one.type, other.type);
  if (type?.kind !== 'number' || type.unit.label !== PLAIN.label) return type;
  return type.integer ? type : PERCENTAGE;
}
