// From an offset to what stands there: the way from the file down to the smallest part that holds it.
import type { SyntaxFile } from './tree.ts';
import type { Part } from './visit.ts';
import { partsOf } from './visit.ts';

/**
 * The parts that hold an offset, outside in; the last is the smallest. Both ends of a part belong
 * to it, so that a word is found from just behind it; of two parts that meet, the later is taken.
 */
export function nodeAt(file: SyntaxFile, offset: number): readonly Part[] {
  const path: Part[] = [];
  for (let part: Part | undefined = file; part !== undefined; part = innerPart(part, offset)) {
    path.push(part);
  }
  return path;
}

function innerPart(part: Part, offset: number): Part | undefined {
  return partsOf(part)
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .reduce<Part | undefined>(
      (found, next) => (found && found.span.start > next.span.start ? found : next),
      undefined,
    );
}
