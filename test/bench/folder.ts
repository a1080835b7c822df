// Where the repository is: the benchmark runs as a bundle in `test/bench/dist`, its tests from the sources.
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The path of a file of the repository. */
export function pathOf(file: string): string {
  let folder = import.meta.dirname;
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return path.join(folder, file);
}
