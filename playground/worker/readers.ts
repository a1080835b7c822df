// Which indicators read an input, for the form that asks for it.
import type { Framework, Node } from '../../src/model/framework.ts';
import { indicatorsOf } from '../../src/model/framework.ts';
import { expressionsOfNode, readingThroughLets } from '../../src/prove/reading.ts';

const known = new WeakMap<Framework, ReadonlyMap<string, readonly string[]>>();

/** The names of the indicators by the input that they read. */
export function readersOf(framework: Framework): ReadonlyMap<string, readonly string[]> {
  const before = known.get(framework);
  if (before) return before;
  const found = new Map<string, string[]>();
  for (const indicator of indicatorsOf(framework.children))
    for (const name of readBy(indicator, framework))
      found.set(name, [...(found.get(name) ?? []), indicator.name]);
  known.set(framework, found);
  return found;
}

function readBy(node: Node, { lets }: Framework): ReadonlySet<string> {
  const names = new Set(readingThroughLets(expressionsOfNode(node), lets).inputs);
  if (node.kind === 'indicator')
    for (const { rule } of node.items) if (rule.kind === 'judged') names.add(rule.input.name);
  return names;
}
