// The ruleset files as a person sees them: the shipped ones, what was changed in them, and files of
// one's own. Texts live here; editors and panels write them through `writeFile` only.
import { batch, computed, signal } from '@preact/signals';
import { EXAMPLES, FIRST_FILE, OFFICIAL, shipped } from './shipped.ts';

/** Files of one's own lie in this folder. */
export const MINE = 'my/';

/** Changed and own texts by path; a shipped file that is not here is as it came. */
export const written = signal<ReadonlyMap<string, string>>(new Map());

/** The ruleset that departments are scored with. */
export const scoredFile = signal(FIRST_FILE);

/** The file in the editor: the scored one, or one that it amends. */
export const openFile = signal(FIRST_FILE);

/** Edits and scores this file from now on. */
export function chooseFile(path: string): void {
  batch(() => {
    scoredFile.value = path;
    openFile.value = path;
  });
}

/** The text of a ruleset file as it stands, empty where there is none. */
export function textOf(path: string): string {
  return written.value.get(path) ?? shipped.get(path) ?? '';
}

export function exists(path: string): boolean {
  return written.value.has(path) || shipped.has(path);
}

export function isOwn(path: string): boolean {
  return !shipped.has(path);
}

export function isChanged(path: string): boolean {
  const now = written.value.get(path);
  return now !== undefined && now !== shipped.get(path);
}

export const ownFiles = computed(() =>
  [...written.value.keys()].filter(isOwn).sort((a, b) => a.localeCompare(b, 'zh')),
);

/** All ruleset files, in the order in which they are listed. */
export const allFiles = computed(() => [
  ...OFFICIAL.map(({ open }) => open),
  ...EXAMPLES.map(({ open }) => open),
  ...ownFiles.value,
]);

export const allTexts = computed((): Readonly<Record<string, string>> => {
  const texts: [string, string][] = allFiles.value.map((path) => [path, textOf(path)]);
  // fromEntries defines own properties, so that even a file called __proto__ stays a file.
  return Object.fromEntries(texts);
});

export function writeFile(path: string, text: string): void {
  if (textOf(path) === text && exists(path)) return;
  const next = new Map(written.value);
  if (shipped.get(path) === text) next.delete(path);
  else next.set(path, text);
  written.value = next;
}

/** Puts a shipped file back as it came. */
export function resetFile(path: string): void {
  const text = shipped.get(path);
  if (text !== undefined) writeFile(path, text);
}

export function removeFile(path: string): void {
  const next = new Map(written.value);
  next.delete(path);
  written.value = next;
  if (scoredFile.value === path || openFile.value === path) chooseFile(FIRST_FILE);
}

export function renameFile(from: string, to: string): void {
  const next = new Map(written.value);
  next.set(to, textOf(from));
  next.delete(from);
  batch(() => {
    written.value = next;
    if (scoredFile.value === from) scoredFile.value = to;
    if (openFile.value === from) openFile.value = to;
  });
}

/** A path in one's own folder that is still free, made from what a person typed. */
export function freePath(name: string): string {
  const stem = name
    .replace(/\.chi$/i, '')
    .replace(/[/\\:*?"<>|]/gu, '·')
    .trim();
  const wanted = `${MINE}${stem === '' ? '规则集' : stem}`;
  let path = `${wanted}.chi`;
  for (let number = 2; exists(path); number += 1) path = `${wanted} ${String(number)}.chi`;
  return path;
}

/** The name that a ruleset gives itself, or its file name. */
export function titleOf(path: string): string {
  const head =
    /^[\s]*(?:规则集|ruleset)\s+(?:「([^」]+)」|`([^`]+)`|([^\s{｛]+))(?:\s+(?:适用|for)\s*("[^"]*"|“[^”]*”|[0-9]{4}))?/mu.exec(
      textOf(path),
    );
  const name = head?.[1] ?? head?.[2] ?? head?.[3];
  if (name === undefined) return path.slice(path.lastIndexOf('/') + 1);
  const year = head?.[4];
  return year !== undefined && /^\d/.test(year) ? `${name} ${year}` : name;
}
