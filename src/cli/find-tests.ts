// What `biaochi test` tests: rulesets in a folder, and the department files beside them, each with
// the ruleset that it belongs to.
import { readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { entryOf } from '../input/document.ts';
import { readDocument } from '../input/read-document.ts';
import type { Source } from '../text/source.ts';
import { kindAt } from './text-file.ts';

export interface Found {
  readonly rulesets: readonly string[];
  readonly departments: readonly string[];
  /** Arguments that are nothing that could be tested. */
  readonly unsuitable: readonly string[];
}

const RULESET = '.chi';
const DATA = new Set(['.json', '.yaml', '.yml']);
const SKIPPED = new Set(['node_modules', 'dist', 'coverage']);
/** The folder beside a ruleset that holds its departments. */
const DEPARTMENTS = 'departments';

/** Everything under the given files and folders, in the order of their names. */
export function findTests(folder: string, paths: readonly string[]): Found {
  const rulesets = new Set<string>();
  const departments = new Set<string>();
  const unsuitable: string[] = [];
  for (const path of paths) {
    if (kindAt(folder, path) === 'folder') walk(folder, path, { rulesets, departments });
    else if (extname(path) === RULESET) rulesets.add(path);
    else if (DATA.has(extname(path))) departments.add(path);
    else unsuitable.push(path);
  }
  return { rulesets: [...rulesets], departments: [...departments], unsuitable };
}

function walk(
  folder: string,
  path: string,
  found: { readonly rulesets: Set<string>; readonly departments: Set<string> },
): void {
  const entries = entriesOf(resolve(folder, path));
  const byName = entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of byName) {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
    const inside = join(path, entry.name);
    if (entry.isDirectory()) walk(folder, inside, found);
    else if (!entry.isFile()) continue;
    else if (extname(entry.name) === RULESET) found.rulesets.add(inside);
    else if (DATA.has(extname(entry.name)) && basename(resolve(folder, path)) === DEPARTMENTS)
      found.departments.add(inside);
  }
}

// A folder that may not be read holds nothing for us.
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** The ruleset a department's file belongs to, or why that cannot be told. */
export type Belongs =
  | { readonly kind: 'to'; readonly ruleset: string }
  | { readonly kind: 'missing'; readonly ruleset: string; readonly by: 'ruleset' | 'year' }
  /** Neither a year nor a ruleset is named. */
  | { readonly kind: 'unsaid' };

/**
 * Looks for the ruleset that the file names under `ruleset` as a path, or else for that of its year
 * in the folder above. A file that cannot be read as a document names none; reading it will say why.
 */
export function rulesetOf(folder: string, source: Source): Belongs {
  const { root } = readDocument(source);
  const here = dirname(source.file);
  const named = textOf(entryOf(root, 'ruleset'));
  if (named?.endsWith(RULESET)) return belongs(folder, join(here, named), 'ruleset');
  const year = textOf(entryOf(root, 'year'));
  if (year === undefined || /[/\\]/.test(year)) return { kind: 'unsaid' };
  const above = basename(resolve(folder, here)) === DEPARTMENTS ? join(here, '..') : here;
  return belongs(folder, join(above, year + RULESET), 'year');
}

function belongs(folder: string, ruleset: string, by: 'ruleset' | 'year'): Belongs {
  return kindAt(folder, ruleset) === 'file'
    ? { kind: 'to', ruleset }
    : { kind: 'missing', ruleset, by };
}

function textOf(node: ReturnType<typeof entryOf>): string | undefined {
  if (node?.kind === 'text') return node.text.trim();
  return node?.kind === 'number' ? node.written : undefined;
}
