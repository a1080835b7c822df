// Where a language server finds rulesets: the documents that are open in the editor, and behind them
// whatever the surroundings hold. A file is called by one name everywhere, and by its address for the
// editor.
import type { Host } from '../compile.ts';

/** The files of a server's surroundings: a disk, or nothing at all in a browser. */
export interface Surroundings {
  readonly read: (file: string) => string | undefined;
  /** Every ruleset in the folder that was opened. */
  readonly list: () => readonly string[];
  readonly fileOf: (uri: string) => string;
  readonly uriOf: (file: string) => string;
  readonly resolve: Host['resolve'];
}

export interface ServerFiles {
  readonly host: Host;
  readonly all: () => readonly string[];
  readonly fileOf: (uri: string) => string;
  /** As the editor itself wrote it where it has the file open. */
  readonly uriOf: (file: string) => string;
  readonly open: (uri: string, text: string) => void;
  readonly close: (uri: string) => void;
  readonly opened: () => readonly string[];
  /** Something in the folder came or went. */
  readonly refresh: () => void;
}

/** Open documents over a server's surroundings. */
export function createFiles(surroundings: Surroundings): ServerFiles {
  const open = new Map<string, { readonly uri: string; readonly text: string }>();
  let listed: readonly string[] | undefined;
  return {
    host: {
      read: (file) => open.get(file)?.text ?? surroundings.read(file),
      resolve: surroundings.resolve,
    },
    all: () => {
      listed ??= surroundings.list();
      return [...new Set([...listed, ...open.keys()])];
    },
    fileOf: surroundings.fileOf,
    uriOf: (file) => open.get(file)?.uri ?? surroundings.uriOf(file),
    open: (uri, text) => {
      open.set(surroundings.fileOf(uri), { uri, text });
    },
    close: (uri) => {
      open.delete(surroundings.fileOf(uri));
    },
    opened: () => [...open.keys()],
    refresh: () => {
      listed = undefined;
    },
  };
}
