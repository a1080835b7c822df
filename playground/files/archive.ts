// A project ↔ one zip file: the rulesets and departments as the files that they are, and what was looked
// at beside them. Names in an archive are a stranger's: none may lead out of the project.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Language } from '../../src/diagnostics/diagnose.ts';
import type { DepartmentFile } from '../protocol.ts';
import { fileWords } from './file-words.ts';
import type { ProjectState, ReadState } from './project-state.ts';
import { LIMITS, faultOf, pathFault, shownPath } from './project-state.ts';

const RULESETS = 'rulesets/';
const DEPARTMENTS = 'data/';
// Below it the path of a ruleset, and below that its departments.
const OTHERS = 'others/';
const SETTINGS = 'project.json';
const FORMAT = 1;

/** The project as the bytes of a zip file. */
export function writeArchive(state: ProjectState): Uint8Array {
  const { open, selected, baseline } = state;
  const entries = new Map<string, Uint8Array>();
  for (const [path, text] of Object.entries(state.files))
    entries.set(RULESETS + path, strToU8(text));
  const departments = state.departments.map(({ path, text }, index) => {
    const name = freeName(entries, DEPARTMENTS + path, index);
    entries.set(name, strToU8(text));
    return name.slice(DEPARTMENTS.length);
  });
  for (const { ruleset, departments: list } of state.others ?? [])
    list.forEach(({ path, text }, index) => {
      entries.set(freeName(entries, `${OTHERS}${ruleset}/${path}`, index), strToU8(text));
    });
  const settings = { format: FORMAT, open, selected, departments, baseline };
  entries.set(SETTINGS, strToU8(`${JSON.stringify(settings, null, 2)}\n`));
  return zipSync(Object.fromEntries(entries), { level: 6 });
}

function freeName(taken: ReadonlyMap<string, unknown>, path: string, index: number): string {
  return taken.has(path) ? path.replace(/(\.[^./]*)?$/, `-${index + 1}$1`) : path;
}

const MOST_ENTRIES = LIMITS.files + LIMITS.departments + 1;

/** Reads a zip file: one that this page wrote, or any with rulesets and departments in it. */
export function readArchive(bytes: Uint8Array, language: Language): ReadState {
  const words = fileWords[language];
  const refuse = (message: string): ReadState => ({ kind: 'refused', message });
  const names: string[] = [];
  const notes: string[] = [];
  let size = 0;
  let fault: string | undefined;
  let unpacked: Map<string, Uint8Array>;
  try {
    const entries = unzipSync(bytes, {
      // Asked before anything is unpacked; what an entry claims to hold is the most it is given room for.
      filter: ({ name, originalSize }) => {
        if (fault !== undefined || name.endsWith('/')) return false;
        size += originalSize;
        fault ??= pathFault(name, language);
        if (size > LIMITS.all || names.length >= MOST_ENTRIES) fault ??= words.tooLarge;
        if (names.includes(name)) {
          notes.push(words.twice(shownPath(name)));
          return false;
        }
        names.push(name);
        return fault === undefined;
      },
    });
    unpacked = new Map(Object.entries(entries));
  } catch {
    return refuse(fault ?? words.notZip);
  }
  if (fault !== undefined) return refuse(fault);
  return projectFrom(unpacked, notes, language);
}

function projectFrom(
  entries: ReadonlyMap<string, Uint8Array>,
  notes: string[],
  language: Language,
): ReadState {
  const words = fileWords[language];
  const settings = settingsIn(entries.get(SETTINGS));
  const files = new Map<string, string>();
  const departments: DepartmentFile[] = [];
  const others = new Map<string, DepartmentFile[]>();
  for (const [name, bytes] of entries) {
    if (name === SETTINGS) continue;
    const isRuleset = name.endsWith('.chi');
    if (!isRuleset && !/\.(?:json|ya?ml)$/i.test(name)) {
      notes.push(words.leftOut(shownPath(name)));
      continue;
    }
    const text = textOf(bytes);
    if (text === undefined) notes.push(words.notText(shownPath(name)));
    else if (isRuleset) files.set(withoutFolder(name, RULESETS), text);
    else if (name.startsWith(OTHERS) && name.includes('.chi/')) {
      const [, ruleset = '', path = ''] = /^others\/(.+?\.chi)\/(.+)$/.exec(name) ?? [];
      others.set(ruleset, [...(others.get(ruleset) ?? []), { path, text }]);
    } else departments.push({ path: withoutFolder(name, DEPARTMENTS), text });
  }
  if (files.size === 0 && departments.length === 0)
    return { kind: 'refused', message: words.nothingInZip };
  const order = new Map(settings.departments.map((path, place) => [path, place]));
  const placeOf = ({ path }: DepartmentFile) => order.get(path) ?? order.size;
  const state: ProjectState = {
    files: Object.fromEntries(files),
    open: files.has(settings.open) ? settings.open : ([...files.keys()][0] ?? ''),
    departments: departments.sort((a, b) => placeOf(a) - placeOf(b)),
    others: [...others].map(([ruleset, list]) => ({ ruleset, departments: list })),
    selected: departments.length === 0 ? -1 : Math.min(settings.selected, departments.length - 1),
    baseline: settings.isParent ? 'parent' : undefined,
  };
  const fault = faultOf(state, language);
  return fault === undefined
    ? { kind: 'state', state, notes }
    : { kind: 'refused', message: fault };
}

function withoutFolder(name: string, folder: string): string {
  return name.startsWith(folder) ? name.slice(folder.length) : name;
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Settings {
  readonly open: string;
  readonly selected: number;
  readonly departments: readonly string[];
  readonly isParent: boolean;
}

// What was looked at is a convenience: where it cannot be read, the first file is looked at.
function settingsIn(bytes: Uint8Array | undefined): Settings {
  const nothing = { open: '', selected: 0, departments: [], isParent: false };
  if (!bytes) return nothing;
  try {
    const data = JSON.parse(strFromU8(bytes)) as Partial<Record<string, unknown>> | null;
    if (typeof data !== 'object' || data === null) return nothing;
    const { open, selected, departments, baseline } = data;
    return {
      open: typeof open === 'string' ? open : '',
      selected: typeof selected === 'number' && Number.isInteger(selected) ? selected : 0,
      departments: Array.isArray(departments)
        ? departments.filter((each): each is string => typeof each === 'string')
        : [],
      isParent: baseline === 'parent',
    };
  } catch {
    return nothing;
  }
}
