// The departments that are scored with the scored ruleset. Each ruleset has its own list, which begins
// with the shipped files beside it; a list of one's own replaces that as soon as anything is changed.
import { computed, signal } from '@preact/signals';
import type { DepartmentFile } from '../../protocol.ts';
import { scoredFile } from './files.ts';
import { shippedDepartments } from './shipped.ts';

/** Changed lists by ruleset path. */
export const departmentLists = signal<ReadonlyMap<string, readonly DepartmentFile[]>>(new Map());

/** A department as a person points at it: its file, and its place in a file that lists several. */
export interface Selection {
  readonly file: number;
  readonly member: number | undefined;
}

/** The department whose sheet is shown, by ruleset path. */
const selections = signal<ReadonlyMap<string, Selection>>(new Map());

export function departmentsOf(ruleset: string): readonly DepartmentFile[] {
  return departmentLists.value.get(ruleset) ?? shippedDepartments(ruleset);
}

export const departments = computed(() => departmentsOf(scoredFile.value));

export const selected = computed((): Selection => {
  const count = departments.value.length;
  const wanted = selections.value.get(scoredFile.value);
  if (wanted === undefined || wanted.file >= count)
    return { file: count === 0 ? -1 : 0, member: undefined };
  return wanted;
});

export function select(file: number, member?: number): void {
  selections.value = new Map(selections.value).set(scoredFile.value, { file, member });
}

/** Whether a row of results is the department that is shown. */
export function isSelected(row: { readonly file: number; readonly member: number | undefined }) {
  const { file, member } = selected.value;
  return row.file === file && (row.member ?? 0) === (member ?? 0);
}

export function setDepartments(ruleset: string, list: readonly DepartmentFile[]): void {
  departmentLists.value = new Map(departmentLists.value).set(ruleset, list);
}

export function replaceDepartment(index: number, text: string): void {
  setDepartments(
    scoredFile.value,
    departments.value.map((one, at) => (at === index ? { ...one, text } : one)),
  );
}

export function removeDepartment(index: number): void {
  setDepartments(
    scoredFile.value,
    departments.value.filter((_, at) => at !== index),
  );
}

/** Adds files under paths that are still free, and shows the first of them. */
export function addDepartments(files: readonly DepartmentFile[]): void {
  const before = departments.value;
  const taken = new Set(before.map(({ path }) => path));
  const added = files.map((file) => {
    let { path } = file;
    for (let number = 2; taken.has(path); number += 1)
      path = file.path.replace(/(\.json)?$/, ` ${String(number)}$1`);
    taken.add(path);
    return { path, text: file.text };
  });
  setDepartments(scoredFile.value, [...before, ...added]);
  if (added.length > 0) select(before.length);
}

/**
 * Puts imported departments into the list: one of the same name and year takes the place of the one that
 * was there, as in a table that was taken to a spreadsheet and back; the others are added.
 */
export function importDepartments(files: readonly DepartmentFile[]): { readonly replaced: number } {
  const list = [...departments.value];
  const added: DepartmentFile[] = [];
  let replaced = 0;
  for (const file of files) {
    const own = identityOf(file);
    const at = own === undefined ? -1 : list.findIndex((each) => identityOf(each) === own);
    const before = list[at];
    if (before === undefined) added.push(file);
    else {
      list[at] = { path: before.path, text: file.text };
      replaced += 1;
    }
  }
  if (replaced > 0) setDepartments(scoredFile.value, list);
  addDepartments(added);
  return { replaced };
}

// Undefined for files of several departments and for what cannot be read: those are never replaced.
function identityOf({ text }: DepartmentFile): string | undefined {
  try {
    const { department, year } = JSON.parse(text) as Readonly<Record<string, unknown>>;
    return typeof department === 'string' ? JSON.stringify([department, String(year)]) : undefined;
  } catch {
    return undefined;
  }
}

export function resetDepartments(ruleset: string): void {
  const next = new Map(departmentLists.value);
  next.delete(ruleset);
  departmentLists.value = next;
}

/** Whether there are samples that came with the ruleset and another list stands in their place. */
export function hasOtherSamples(ruleset: string): boolean {
  const list = departmentLists.value.get(ruleset);
  const samples = shippedDepartments(ruleset);
  if (list === undefined || samples.length === 0) return false;
  // A project that was passed on brings the samples along as they are.
  return (
    list.length !== samples.length ||
    list.some(({ path, text }, at) => path !== samples[at]?.path || text !== samples[at].text)
  );
}
