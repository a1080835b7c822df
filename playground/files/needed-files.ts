// Which ruleset files a link has to carry: the one that is open and what it amends, read without a
// compiler so that the page itself can tell.
import { joinPath } from './paths.ts';

const AMENDS = /(?:\bamends|修订自)\s*["“”]([^"“”\n]{1,300})["“”]/u;
const LONGEST_CHAIN = 20;

/** The paths of a file and its ancestors, as far as they are there. */
export function neededFiles(
  files: Readonly<Record<string, string>>,
  open: readonly string[],
): string[] {
  const texts = new Map(Object.entries(files));
  const needed = new Set<string>();
  for (const path of open) {
    let at: string | undefined = path;
    for (let depth = 0; at !== undefined && depth < LONGEST_CHAIN; depth++) {
      const text: string | undefined = texts.get(at);
      if (text === undefined || needed.has(at)) break;
      needed.add(at);
      const parent: string | undefined = AMENDS.exec(text)?.[1];
      at = parent === undefined ? undefined : joinPath(at, parent);
    }
  }
  return [...needed];
}
