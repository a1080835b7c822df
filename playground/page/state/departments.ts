// The departments that are scored with the scored ruleset. Each ruleset has its own list, which begins
// with the shipped files beside it; a list of one's own replaces that as soon as anything is changed.
import { computed, signal } from '@preact/signals';
import type { DepartmentFile } from '../../protocol.ts';
import { scoredFile } from './files.ts';
import { shipped, shippedDepartments } from './shipped.ts';

/** Changed lists by ruleset path. */
export const departmentLists = signal<ReadonlyMap<string, readonly DepartmentFile[]>>(new Map());

/** The department whose sheet is shown, by ruleset path. */
export const selections = signal<ReadonlyMap<string, number>>(new Map());

function asShipped(ruleset: string): readonly DepartmentFile[] {
  return shippedDepartments(ruleset).map((path) => ({ path, text: shipped.get(path) ?? '' }));
}

export function departmentsOf(ruleset: string): readonly DepartmentFile[] {
  return departmentLists.value.get(ruleset) ?? asShipped(ruleset);
}

export const departments = computed(() => departmentsOf(scoredFile.value));

export const selected = computed(() => {
  const count = departments.value.length;
  const wanted = selections.value.get(scoredFile.value) ?? 0;
  return count === 0 ? -1 : Math.min(Math.max(wanted, 0), count - 1);
});

export function select(index: number): void {
  selections.value = new Map(selections.value).set(scoredFile.value, index);
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

export function resetDepartments(ruleset: string): void {
  const next = new Map(departmentLists.value);
  next.delete(ruleset);
  departmentLists.value = next;
}

export function areDepartmentsChanged(ruleset: string): boolean {
  return departmentLists.value.has(ruleset);
}
