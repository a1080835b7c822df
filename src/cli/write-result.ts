// Files that a command writes where it was told to: never over what stands there already unless that was
// asked for, and always whole.
import type { Session } from './session.ts';
import { createTextFile, exists, replaceTextFile } from './text-file.ts';

/** Why a result cannot be written there, before anything is done; undefined where it can. */
export function inTheWay(path: string, isForced: boolean, session: Session): string | undefined {
  return !isForced && exists(session.io.folder, path)
    ? `${session.words.exists(path)}${HINT[session.language]}`
    : undefined;
}

const HINT = {
  en: ' Choose another name, or add --force to replace it.',
  zh: '请另取文件名，或加 --force 替换它。',
} as const;

/** Writes a result; the sentence says why it could not be. */
export function writeResult(path: string, text: string, session: Session): string | undefined {
  const { folder } = session.io;
  const store = exists(folder, path) ? replaceTextFile : createTextFile;
  const problem = store(folder, path, text);
  return problem === undefined ? undefined : session.words.file(path, problem);
}
