// Which examples of a ruleset are new to another. An example that only keeps the reading under which it
// was written, because an option was set anew, is the old one.
import type { Outline, OutlinePart, OutlineStatement } from './outline.ts';
import { signature } from './signature.ts';

/** Tells the examples that an outline has not. */
export function exampleSigns(before: Outline): (part: OutlineStatement) => boolean {
  const former = optionsOf(before);
  const sign = ({ tree }: OutlineStatement): string => {
    if (tree.kind !== 'example') return '';
    const givens = tree.givens.filter(({ path, value }) => {
      const [name, ...more] = path.names.map(({ text }) => text);
      return name === undefined || more.length > 0 || former.get(name) !== signature(value);
    });
    return signature({ ...tree, givens });
  };
  const known = new Set(examplesIn(before.parts).map(sign));
  const same = new Set(examplesIn(before.parts).map(({ said }) => said));
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
