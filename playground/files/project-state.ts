// What of a project is kept and passed on: files, departments and what is looked at. Reading it back
// trusts nothing: every text and every path is checked, and what is refused is said in words.
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { DepartmentFile } from '../protocol.ts';
import { fileWords } from './file-words.ts';

/** The departments that belong to one ruleset. */
export interface DepartmentList {
  readonly ruleset: string;
  readonly departments: readonly DepartmentFile[];
}

/** A project without what belongs to one page. */
export interface ProjectState {
  readonly files: Readonly<Record<string, string>>;
  readonly open: string;
  readonly departments: readonly DepartmentFile[];
  readonly selected: number;
  /** The departments of rulesets that are not open, as far as they are not the shipped ones. */
  readonly others?: readonly DepartmentList[];
  /** What changes are measured against, where that is a saved state. */
  readonly baseline: Readonly<Record<string, string>> | 'parent' | undefined;
}

export type ReadState =
  | { readonly kind: 'state'; readonly state: ProjectState; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string };

export const LIMITS = {
  files: 200,
  departments: 5000,
  path: 200,
  /** Of one text, in UTF-16 code units. */
  text: 4_000_000,
  /** Of all texts together. */
  all: 32_000_000,
} as const;

/** Checks data of unknown origin; `parts` of it that are not known are left out. */
export function stateFrom(data: unknown, language: Language): ReadState {
  const words = fileWords[language];
  const refuse = (message: string): ReadState => ({ kind: 'refused', message });
  if (!isRecord(data)) return refuse(words.notState);
  const files = textsFrom(own(data, 'files'));
  if (files === undefined) return refuse(words.notState);
  const given = own(data, 'departments');
  const departments = Array.isArray(given) ? given.map(departmentFrom) : undefined;
  if (departments === undefined || departments.includes(undefined)) return refuse(words.notState);
  const open = own(data, 'open');
  const selected = own(data, 'selected');
  if (typeof open !== 'string' || typeof selected !== 'number') return refuse(words.notState);
  const state: ProjectState = {
    files: Object.fromEntries(files),
    open,
    departments: departments.flatMap((each) => each ?? []),
    selected: Number.isInteger(selected) ? selected : -1,
    baseline: baselineFrom(own(data, 'baseline')),
  };
  const fault = faultOf(state, language);
  return fault === undefined ? { kind: 'state', state, notes: [] } : refuse(fault);
}

/** What forbids a state: too much of it, or paths that lead out of the project. */
export function faultOf(state: ProjectState, language: Language): string | undefined {
  const words = fileWords[language];
  const files = Object.entries(state.files);
  const base = typeof state.baseline === 'object' ? Object.entries(state.baseline) : [];
  const departments = [
    ...state.departments,
    ...(state.others ?? []).flatMap((list) => list.departments),
  ].map(({ path, text }): [string, string] => [path, text]);
  if (files.length > LIMITS.files || base.length > LIMITS.files)
    return words.tooManyFiles(LIMITS.files);
  if (departments.length > LIMITS.departments) return words.tooManyDepartments(LIMITS.departments);
  let size = 0;
  for (const [path, text] of [...files, ...base, ...departments]) {
    const fault = pathFault(path, language);
    if (fault !== undefined) return fault;
    size += text.length;
    if (text.length > LIMITS.text || size > LIMITS.all) return words.tooLarge;
  }
  return undefined;
}

// Control characters, and those that turn the direction of writing.
const UNSEEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** Why a path cannot be that of a project's file; undefined where it can. */
export function pathFault(path: string, language: Language): string | undefined {
  const words = fileWords[language];
  if (path.length > LIMITS.path) return words.longPath(shownPath(path), LIMITS.path);
  const parts = path.split('/');
  const isOutside =
    path === '' ||
    path.includes('\\') ||
    /^[a-z]:/i.test(path) ||
    parts.some((part) => part === '' || part === '.' || part === '..');
  if (isOutside) return words.outside(shownPath(path));
  // Control characters and those that turn the direction of writing make a name look like another.
  if (UNSEEN.test(path)) return words.strangePath(shownPath(path));
  return undefined;
}

const LONGEST_SHOWN = 40;

/** A path for messages: one line, cut where it grows long. */
export function shownPath(path: string): string {
  const plain = path.slice(0, 4 * LONGEST_SHOWN).replace(new RegExp(UNSEEN, 'gu'), '?');
  const characters = [...plain];
  return characters.length > LONGEST_SHOWN
    ? `${characters.slice(0, LONGEST_SHOWN).join('')}…`
    : plain;
}

function isRecord(data: unknown): data is Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null && !Array.isArray(data);
}

function own(data: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(data, name) ? data[name] : undefined;
}

function textsFrom(data: unknown): [string, string][] | undefined {
  if (!isRecord(data)) return undefined;
  const entries = Object.entries(data);
  return entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')
    ? entries
    : undefined;
}

function departmentFrom(data: unknown): DepartmentFile | undefined {
  if (!isRecord(data)) return undefined;
  const [path, text] = [own(data, 'path'), own(data, 'text')];
  return typeof path === 'string' && typeof text === 'string' ? { path, text } : undefined;
}

function baselineFrom(data: unknown): ProjectState['baseline'] {
  if (data === 'parent') return 'parent';
  const files = textsFrom(data);
  return files && Object.fromEntries(files);
}
