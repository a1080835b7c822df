// Scores inside expressions: what the environment says of them, told to whoever notes what is read.
import type { Expression, ScoreName } from '../model/expression.ts';
import { readIn } from '../model/reads.ts';
import type { Value } from '../types/value.ts';
import { joinValues } from '../types/value.ts';
import type { PartReading } from './environment.ts';
import type { Session, World } from './world.ts';

type Parts = Extract<Expression, { kind: 'parts' }>;

/** The score of a part or of the whole. */
export function scoreValue(of: ScoreName, { session }: World): Value {
  const reading = session.environment.score?.(of);
  if (reading === undefined) throw new Error('a score was asked for where none is known');
  tellReads(reading.reads, session);
  return { kind: 'number', range: reading.range };
}

/** The grade that the total earns, or those that it may earn. */
export function gradeValue({ session }: World): Value {
  const reading = session.environment.grade?.();
  if (reading === undefined) throw new Error('a grade was asked for where none is known');
  tellReads(reading.reads, session);
  return { kind: 'enumeration', possible: reading.grades };
}

/** The parts of a node as a list; those that may not apply are any number of further entries. */
export function partsValue(expression: Parts, world: World): Value {
  const parts = readParts(expression, world);
  const entries = parts.flatMap((part) =>
    part.certainty === 'certain' ? [figureOf(expression, part)] : [],
  );
  const possible = parts.flatMap((part) =>
    part.certainty === 'possible' ? [figureOf(expression, part)] : [],
  );
  const [first, ...rest] = possible;
  const further = first && rest.reduce(joinValues, first);
  return { kind: 'list', entries, further };
}

/** The parts of a node as they stand, each with whether it is sure to apply. */
export function readParts({ path }: Parts, { session }: World): readonly PartReading[] {
  const reading = session.environment.parts?.(path);
  if (reading === undefined) throw new Error('the parts of a node were asked for outside of it');
  tellReads(reading.reads, session);
  return reading.parts;
}

/** What a part contributes: its score or its rate. */
export function figureOf({ of }: Parts, part: PartReading): Value {
  return { kind: 'number', range: of === 'scores' ? part.score : part.rate };
}

// What a score rests on may be another department's already.
function tellReads(reads: ReadonlySet<string>, { listener }: Session): void {
  for (const text of reads) {
    const { input, department } = readIn(text);
    listener.read(input, department);
  }
}
