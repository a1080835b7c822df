// The language server over standard input and output, with the files of the folder that the editor has
// opened.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import type { InitializeParams } from 'vscode-languageserver';
import type { Language } from '../diagnostics/diagnose.ts';
import type { Surroundings } from './files.ts';
import { loadPinyin } from './pinyin.ts';
import { startServer } from './server.ts';

/** Serves until the editor hangs up, which ends the process. */
export function serve(language: Language): Promise<never> {
  const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  startServer(connection, { surroundings: onDisk, loadPinyin, language });
  return new Promise<never>(() => undefined);
}

/** Files are called by their path in the folder, those outside by their whole path; without a folder, the one that the server was started in. */
function onDisk({ workspaceFolders }: InitializeParams): Surroundings {
  const uri = workspaceFolders?.[0]?.uri;
  const folder = uri?.startsWith('file:') ? fileURLToPath(uri) : process.cwd();
  return {
    read: (file) => readText(resolve(folder, file)),
    list: () => rulesetsIn(folder),
    fileOf: (address) => {
      if (!address.startsWith('file:')) return address;
      const path = relative(folder, fileURLToPath(address));
      const outside = path.startsWith('..') || isAbsolute(path);
      return (outside ? fileURLToPath(address) : path).split(sep).join('/');
    },
    uriOf: (file) =>
      /^[a-z][a-z\d+.-]+:/i.test(file) ? file : pathToFileURL(resolve(folder, file)).href,
    resolve: (from, path) =>
      posix.isAbsolute(path) ? path : posix.join(posix.dirname(from), path),
  };
}

const MOST_BYTES = 8 * 1024 * 1024;

function readText(path: string): string | undefined {
  try {
    const facts = statSync(path);
    if (!facts.isFile() || facts.size > MOST_BYTES) return undefined;
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch {
    return undefined;
  }
}

const PASSED_OVER: ReadonlySet<string> = new Set(['node_modules', 'dist']);
const MOST_RULESETS = 2000;
const DEEPEST = 12;

function rulesetsIn(folder: string): readonly string[] {
  const found: string[] = [];
  const look = (inside: string, depth: number): void => {
    for (const entry of entriesOf(join(folder, inside))) {
      if (found.length >= MOST_RULESETS) return;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isFile() && entry.name.endsWith('.chi')) found.push(path);
      const isShown = !entry.name.startsWith('.') && !PASSED_OVER.has(entry.name);
      if (entry.isDirectory() && isShown && depth < DEEPEST) look(path, depth + 1);
    }
  };
  look('', 0);
  return found;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
