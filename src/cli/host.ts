// Where `amends "…"` finds the ruleset that it names: beside the file that says so. The only door
// from the compiler to the disk.
import { posix, sep } from 'node:path';
import type { Host } from '../compile.ts';
import { readTextFile } from './text-file.ts';

/** A host for paths relative to `folder`; results keep the form in which the user named the file. */
export function hostFor(folder: string): Host {
  return {
    read(path) {
      const file = readTextFile(folder, path);
      return file.kind === 'text' ? file.source.text : undefined;
    },
    resolve(from, relative) {
      const slashed = from.split(sep).join('/');
      return posix.isAbsolute(relative) ? relative : posix.join(posix.dirname(slashed), relative);
    },
  };
}
