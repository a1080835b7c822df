// The words that things are counted and measured in, in a file and what it amends.
import type { SyntaxFile } from '../syntax/tree.ts';
import { visit } from '../syntax/visit.ts';
import type { Workspace } from './workspace.ts';
import { chainOf, readFile } from './workspace.ts';

export interface UnitsInUse {
  readonly count: ReadonlySet<string>;
  readonly measure: ReadonlySet<string>;
}

/** The unit words that types declare. */
export function unitsIn(workspace: Workspace, file: string): UnitsInUse {
  const found = { count: new Set<string>(), measure: new Set<string>() };
  for (const each of chainOf(workspace, file)) {
    const tree: SyntaxFile | undefined = readFile(workspace, each)?.result.file;
    if (!tree) continue;
    visit(tree, {
      node: (node) => {
        if ((node.kind === 'count' || node.kind === 'measure') && node.unit.text !== '')
          found[node.kind].add(node.unit.text);
      },
    });
  }
  return found;
}
