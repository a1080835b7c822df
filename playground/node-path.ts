// Stands in for Node's `path` in the built page, for a library that takes file names apart although it
// is given none.
export const sep = '/';

export function basename(path: string): string {
  return path.slice(path.lastIndexOf(sep) + 1);
}

export function dirname(path: string): string {
  const slash = path.lastIndexOf(sep);
  return slash < 0 ? '.' : path.slice(0, slash);
}

export function extname(path: string): string {
  return /[^.](\.[^./]*)$/.exec(basename(path))?.[1] ?? '';
}

export function normalize(path: string): string {
  return path;
}

export function join(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(sep);
}

export function resolve(...parts: readonly string[]): string {
  return parts.reduce((path, part) => (part.startsWith(sep) ? part : join(path, part)), sep);
}

export function relative(_from: string, to: string): string {
  return to;
}

export function isAbsolute(path: string): boolean {
  return path.startsWith(sep);
}

export const posix = { sep, join, normalize, isAbsolute };
export const win32 = { sep: '\\', isAbsolute: () => false };

// eslint-disable-next-line no-restricted-syntax -- Node's module has one, and the library asks for it.
export default {
  sep,
  basename,
  dirname,
  extname,
  normalize,
  join,
  resolve,
  relative,
  isAbsolute,
  posix,
  win32,
};
