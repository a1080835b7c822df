// Workspaces for tests: files given as texts, and a place in one of them marked by `‸`.
import { posix } from 'node:path';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Edit } from '../../src/diagnostics/diagnostic.ts';
import type { Workspace, WorkspaceSettings } from '../../src/edit/workspace.ts';
import { createWorkspace } from '../../src/edit/workspace.ts';

export interface Marked {
  readonly workspace: Workspace;
  readonly file: string;
  readonly offset: number;
  readonly texts: Readonly<Record<string, string>>;
}

/** A workspace over texts by their paths. */
export function workspaceOf(
  texts: Readonly<Record<string, string>>,
  settings: WorkspaceSettings = {},
): Workspace {
  return createWorkspace(
    {
      read: (path) => (Object.hasOwn(texts, path) ? texts[path] : undefined),
      resolve: (from, relative) => posix.join(posix.dirname(from), relative),
    },
    { files: Object.keys(texts), language: 'zh', ...settings },
  );
}

/** The same where one text holds the mark `‸`, which is taken out. */
export function marked(
  given: string | Readonly<Record<string, string>>,
  settings: WorkspaceSettings = {},
): Marked {
  const files = typeof given === 'string' ? { 'a.chi': given } : given;
  const [found] = Object.entries(files).filter(([, text]) => text.includes('‸'));
  if (!found) throw new Error('no text holds the mark');
  const [file, text] = found;
  const texts = { ...files, [file]: text.replace('‸', '') };
  return { workspace: workspaceOf(texts, settings), file, offset: text.indexOf('‸'), texts };
}

const ROOT = fileURLToPath(new URL('../../rulesets/', import.meta.url));

/** Every shipped ruleset by its path under `rulesets/`. */
export function shipped(): Readonly<Record<string, string>> {
  const paths = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.chi'),
  );
  return Object.fromEntries(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(`${ROOT}${path}`, 'utf8')]),
  );
}

/** The texts after edits, which may come in any order. */
export function applied(
  texts: Readonly<Record<string, string>>,
  edits: readonly Edit[],
): Readonly<Record<string, string>> {
  const last = [...edits].sort((a, b) => b.span.start - a.span.start);
  return last.reduce((all, { span, text }) => {
    const before = all[span.file] ?? '';
    return { ...all, [span.file]: before.slice(0, span.start) + text + before.slice(span.end) };
  }, texts);
}
