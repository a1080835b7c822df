// A path as a ruleset in a file names another one: from the file's folder, with slashes.
import { posix, resolve, sep } from 'node:path';

/** `../shenzhen/common.chi`, as `futian/2022.chi` names `shenzhen/common.chi`. */
export function relativeTo(folder: string, file: string, path: string): string {
  const slashed = (text: string) => resolve(folder, text).split(sep).join('/');
  return posix.relative(posix.dirname(slashed(file)), slashed(path));
}
