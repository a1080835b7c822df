// The names under which awards and choices from pools are data: the item's or group's own where
// nothing else has it, otherwise with as much of its path in front as tells it apart.
import type { MergedNode, MergedRuleset } from './merged.ts';

interface Award {
  readonly node: MergedNode;
  readonly path: readonly string[];
}

/** The unique name of every judged item or indicator and of every pool. `taken` are the names of inputs and options. */
export function chosenNames(
  ruleset: MergedRuleset,
  taken: ReadonlySet<string>,
): Map<MergedNode, string> {
  const awards = ruleset.children.flatMap((node) => awardsIn(node, []));
  const names = new Map<MergedNode, string>();
  let open = awards;
  for (let length = 1; open.length > 0; length++) {
    const counts = new Map<string, number>();
    for (const award of open) {
      const name = ending(award, length);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    const unique = (award: Award) =>
      counts.get(ending(award, length)) === 1 && !taken.has(ending(award, length));
    for (const award of open)
      if (unique(award) || length >= award.path.length)
        names.set(award.node, ending(award, length));
    open = open.filter(({ node }) => !names.has(node));
  }
  return names;
}

function ending({ path }: Award, length: number): string {
  return path.slice(-length).join(' / ');
}

function awardsIn(node: MergedNode, above: readonly string[]): Award[] {
  const path = [...above, node.name.text];
  const own = node.statements.some(
    ({ statement }) => statement.kind === 'judged' || statement.kind === 'pool',
  )
    ? [{ node, path }]
    : [];
  return [...own, ...node.children.flatMap((child) => awardsIn(child, path))];
}
