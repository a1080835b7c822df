// Files as text: read whole, as UTF-8, with a reason where that cannot be done. Nothing is ever
// guessed about a file's encoding.
import {
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Source } from '../text/source.ts';
import { createSource } from '../text/source.ts';

/** Why a file could not be read or written. */
export type FileProblem =
  'missing' | 'folder' | 'not-allowed' | 'not-utf8' | 'utf16' | 'too-large' | 'no-file';

export type FileText =
  | { readonly kind: 'text'; readonly source: Source }
  | { readonly kind: 'problem'; readonly path: string; readonly problem: FileProblem };

// Far beyond any ruleset or department; a mistaken argument should not fill the memory.
const MOST_BYTES = 32 * 1024 * 1024;

/** Reads a file; `path` is how the user named it and stays the source's name. */
export function readTextFile(folder: string, path: string): FileText {
  const failed = (problem: FileProblem): FileText => ({ kind: 'problem', path, problem });
  try {
    const file = resolve(folder, path);
    const facts = statSync(file);
    if (facts.isDirectory()) return failed('folder');
    if (!facts.isFile() && !facts.isFIFO()) return failed('no-file');
    if (facts.size > MOST_BYTES) return failed('too-large');
    return textFrom(path, readFileSync(file));
  } catch (error) {
    return failed(problemOf(error));
  }
}

/** Bytes as a source, where they are UTF-8; a byte order mark is dropped. */
export function textFrom(path: string, bytes: Uint8Array): FileText {
  if (isUtf16(bytes)) return { kind: 'problem', path, problem: 'utf16' };
  try {
    return {
      kind: 'text',
      source: createSource(path, new TextDecoder('utf-8', { fatal: true }).decode(bytes)),
    };
  } catch {
    return { kind: 'problem', path, problem: 'not-utf8' };
  }
}

/** How much of a file is looked at to tell what it is. */
const LOOKED_AT = 64;
const FEWEST_ZEROS = 4;

// Its byte order mark, or the zero in every other byte that Latin letters, digits and marks have there.
function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const zeros = [...bytes.subarray(0, LOOKED_AT)].flatMap((byte, at) => (byte === 0 ? [at] : []));
  const sides = new Set(zeros.map((at) => at % 2));
  return zeros.length >= FEWEST_ZEROS && sides.size === 1;
}

/**
 * Replaces a file's text in one step, so that a reader never sees half of it and a failure leaves the
 * old text. A link keeps pointing where it did. Undefined where it worked.
 */
export function replaceTextFile(
  folder: string,
  path: string,
  text: string,
): FileProblem | undefined {
  try {
    const file = realpathSync(resolve(folder, path));
    const { mode } = statSync(file);
    const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    try {
      writeFileSync(draft, text, { mode, flag: 'wx' });
      renameSync(draft, file);
    } catch (error) {
      rmSync(draft, { force: true });
      throw error;
    }
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

/** Writes a file that must not exist yet, whole or not at all, with its folders. Undefined where it worked. */
export function createTextFile(
  folder: string,
  path: string,
  text: string,
): FileProblem | undefined {
  try {
    const file = resolve(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    const draft = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
    try {
      writeFileSync(draft, text, { flag: 'wx' });
      // Unlike renaming, this does not replace a file that has come into being meanwhile.
      linkSync(draft, file);
    } finally {
      rmSync(draft, { force: true });
    }
    return undefined;
  } catch (error) {
    const problem = problemOf(error);
    // Its folders were just made, so what is missing is a place to make them in.
    return problem === 'missing' ? 'no-file' : problem;
  }
}

/** What stands at a path, links followed; undefined where nothing does. */
export function kindAt(folder: string, path: string): 'folder' | 'file' | undefined {
  try {
    return statSync(resolve(folder, path)).isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}

/** True when something of that name exists, even a link that leads nowhere. */
export function exists(folder: string, path: string): boolean {
  try {
    lstatSync(resolve(folder, path));
    return true;
  } catch {
    return false;
  }
}

function problemOf(error: unknown): FileProblem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'missing';
    case 'EISDIR':
      return 'folder';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'not-allowed';
    default:
      return 'no-file';
  }
}
