// Which examples of a ruleset are new to another. An example that only keeps the reading under which it
// was written, because an option was set anew, is the old one.
import type { Outline, OutlinePart, OutlineStatement } from './outline.ts';
import { signature } from './signature.ts';

/** What examples say, the readings aside that an outline has of itself. */
export function exampleSigns(before: Outline): (part: OutlineStatement) => string {
  const former = optionsOf(before);
  return ({ tree, said }) => {
    if (tree.kind !== 'example') return said;
    const givens = tree.givens.filter(({ path, value }) => {
      const [name, ...more] = path.names.map(({ text }) => text);
      return name === undefined || more.length > 0 || former.get(name) !== signature(value);
    });
    return signature({ ...tree, givens });
  };
}

/** Tells the examples that an outline has not. */
export function newExamples(before: Outline): (part: OutlineStatement) => boolean {
  const sign = exampleSigns(before);
  const examples = examplesIn(before.parts);
  const known = new Set(examples.map(sign));
  const same = new Set(examples.map(({ said }) => said));
  return (part) => !same.has(part.said) && !known.has(sign(part));
}

function optionsOf({ parts }: Outline): ReadonlyMap<string, string> {
  return new Map(
    parts.flatMap((part) =>
      part.kind === 'statement' && part.tree.kind === 'option'
        ? [[part.tree.name.text, signature(part.tree.value)] as const]
        : [],
    ),
  );
}

function examplesIn(parts: readonly OutlinePart[]): OutlineStatement[] {
  return parts.flatMap((part) =>
    part.kind === 'node' ? examplesIn(part.parts) : part.tree.kind === 'example' ? [part] : [],
  );
}
