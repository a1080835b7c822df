// Keeps the project in this browser as it is worked on, with earlier states to go back to. A browser
// that refuses to keep anything is said so in the status line.
import { batch, effect, signal } from '@preact/signals';
import type { DepartmentFile } from '../../protocol.ts';
import { departmentLists } from './departments.ts';
import { keptTexts } from './project.ts';
import { shipped } from './shipped.ts';
import { chooseFile, exists, scoredFile, written } from './files.ts';

/** What is kept: all that a person changed. Lists of pairs, since names may be any text. */
export interface Snapshot {
  readonly time: number;
  readonly files: readonly (readonly [string, string])[];
  readonly departments: readonly (readonly [string, readonly DepartmentFile[]])[];
  readonly open: string;
  /** The texts that changes are measured against, where they are not the shipped ones. */
  readonly kept: readonly (readonly [string, string])[];
}

export const saveState = signal<'saved' | 'refused'>('saved');

const DATABASE = 'biaochi';
const HISTORY = 'history';
const CURRENT = 'current';
/** A new entry of history at most this often; in between, the newest is left as it is. */
const APART = 60_000;
const MOST = 60;

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(HISTORY, { keyPath: 'time' });
      request.result.createObjectStore(CURRENT);
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
  });
}

let database: Promise<IDBDatabase> | undefined;

async function store(name: string, mode: IDBTransactionMode): Promise<IDBObjectStore> {
  database ??= opened();
  return (await database).transaction(name, mode).objectStore(name);
}

/** The state now, as it would be kept. */
export function snapshot(): Snapshot {
  return {
    time: Date.now(),
    files: [...written.value],
    departments: [...departmentLists.value],
    open: scoredFile.value,
    kept: Object.entries(keptTexts.value).filter(([path, text]) => shipped.get(path) !== text),
  };
}

/** Puts a kept state in place of the present one. */
export function restore(kept: Snapshot): void {
  batch(() => {
    written.value = new Map(kept.files);
    departmentLists.value = new Map(kept.departments);
    keptTexts.value = Object.fromEntries([...shipped, ...kept.kept]);
    if (exists(kept.open)) chooseFile(kept.open);
  });
}

/** Earlier states, the newest first. */
export async function history(): Promise<readonly Snapshot[]> {
  try {
    const all = (await done((await store(HISTORY, 'readonly')).getAll())) as Snapshot[];
    return all.reverse();
  } catch {
    return [];
  }
}

/** Writes the present state into the history at once, before something replaces it. */
export async function keepInHistory(): Promise<void> {
  try {
    const entries = await store(HISTORY, 'readwrite');
    await done(entries.put(snapshot()));
    const times = await done((await store(HISTORY, 'readonly')).getAllKeys());
    for (const time of times.slice(0, Math.max(0, times.length - MOST)))
      await done((await store(HISTORY, 'readwrite')).delete(time));
  } catch {
    saveState.value = 'refused';
  }
}

/** Keeps the present state now, before the page is loaded again. */
export async function saveNow(): Promise<void> {
  try {
    await done((await store(CURRENT, 'readwrite')).put(snapshot(), CURRENT));
  } catch {
    saveState.value = 'refused';
  }
}

/** Loads what was kept, and from then on keeps every change. */
export async function startSaving(): Promise<void> {
  try {
    const kept = (await done((await store(CURRENT, 'readonly')).get(CURRENT))) as
      Snapshot | undefined;
    if (kept !== undefined) restore(kept);
  } catch {
    saveState.value = 'refused';
  }
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastEntry = 0;
  let first = true;
  effect(() => {
    const now = snapshot();
    if (first) {
      first = false;
      return;
    }
    clearTimeout(timer);
    timer = setTimeout(() => {
      void (async () => {
        try {
          await done((await store(CURRENT, 'readwrite')).put(now, CURRENT));
          saveState.value = 'saved';
          if (now.time - lastEntry > APART) {
            lastEntry = now.time;
            await keepInHistory();
          }
        } catch {
          saveState.value = 'refused';
        }
      })();
    }, 400);
  });
}
