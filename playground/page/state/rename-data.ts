// A thing that is renamed in the ruleset is called by its new name in the departments' files too, so
// that no figure is lost. Only the key is touched; all else in the file stays as it was written.
import { departments, setDepartments } from './departments.ts';
import { scoredFile } from './files.ts';

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
}

/** Renames a key in every department of the scored ruleset. */
export function renameInDepartments(from: string, to: string): void {
  const key = new RegExp(`${escaped(JSON.stringify(from))}(?=\\s*:)`, 'gu');
  const before = departments.peek();
  const after = before.map((file) => ({
    ...file,
    text: file.text.replace(key, () => JSON.stringify(to)),
  }));
  if (after.some(({ text }, at) => text !== before[at]?.text))
    setDepartments(scoredFile.peek(), after);
}
