// Paths of a project's files: `/` between names, relative to the project, never above it.

/** The path that `relative` means in the file called `from`, `.` and `..` taken out. */
export function joinPath(from: string, relative: string): string {
  const start = relative.startsWith('/') ? [] : from.split('/').slice(0, -1);
  const parts: string[] = [];
  for (const part of [...start, ...relative.replaceAll('\\', '/').split('/')]) {
    if (part === '' || part === '.') continue;
    // Above the project there is nothing: what goes there finds no file.
    if (part === '..') parts.push(...(parts.length === 0 ? ['..'] : parts.splice(-1).slice(1)));
    else parts.push(part);
  }
  return parts.join('/');
}

/** The name of the file without its folders. */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
